"""What kind of thing a question is after, and whether a sentence has one."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from communique.ask.candidates import Search
from communique.ask.lexicon import lexicon
from communique.ask.question.understanding import Question
from communique.ask.reports.names import is_asked
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.ask.words import stem
from communique.model.asking import QuestionKind

_WORDING = wording("learnt/wanted")

Wanted = Literal["number", "date", "length", "place", "person", "reason", "words"]

_OF_KIND: dict[QuestionKind, Wanted] = {
    "how-many": "number",
    "when": "date",
    "how-long": "length",
    "where": "place",
    "who": "person",
    "who-said": "person",
    "who-is": "person",
    "who-with": "person",
    "who-initiated": "person",
    "why": "reason",
}


@lru_cache(maxsize=1000)
def wanted(question: Question) -> Wanted:
    """Return what kind of thing a question is after: by its kind, or by its head word."""
    found = _OF_KIND.get(question.kind, "words")
    match = _HEAD.match(question.text)
    if match is None or found not in ("words", "number"):
        return found
    heads = [stem(word) for word in match[1].split()]
    for name, kind in _HEADS:
        if any(head in _WORDING.stems(name) for head in heads):
            return kind
    human = lexicon().human | frozenset(map(stem, lexicon().titles | lexicon().posts))
    if question.text.lower().startswith("which") and any(head in human for head in heads):
        return "person"
    return found


_HEAD = _WORDING.pattern("head")
_HEADS: tuple[tuple[str, Wanted], ...] = (
    ("lengths", "length"),
    ("numbers", "number"),
    ("dates", "date"),
    ("places", "place"),
)


def has(kind: Wanted, search: Search, page: Page, line: Line) -> bool:
    """Tell whether a sentence has a thing of a kind, other than what the question names."""
    text = line.span.of(page.text)
    match kind:
        case "number":
            return _NUMBER.search(text) is not None
        case "date":
            return bool(page.dates_in(line)) or _DATE.search(text) is not None
        case "length":
            return _LENGTH.search(text) is not None
        case "place":
            return lexicon().patterns["place"].search(text) is not None
        case "person":
            return any(
                (ref := page.who(actor.id)) is not None
                and not is_asked(search.names, ref.id)
                and not (line.teller is not None and ref.id == line.teller.id)
                for _, actor in page.named_in(line)
            )
        case "reason":
            return lexicon().patterns["reason"].search(text) is not None
        case _:
            return True


_NUMBER = _WORDING.pattern("number")
_DATE = _WORDING.pattern("date")
_LENGTH = _WORDING.pattern("length")
