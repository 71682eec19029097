"""How what a sentence meets of a question stands there: in what order, how close together."""

from __future__ import annotations

from collections.abc import Iterator

from communique.ask.candidates import Search
from communique.ask.lexicon import lexicon
from communique.ask.question.terms import Term
from communique.ask.reports.meanings import meaning
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.ask.words import words as words_in

_WORDING = wording("learnt/wanted")
_NUMBER = _WORDING.pattern("number")

#: Letters between who does something and the word for it, between a number and what it counts.
_NEAR, _COUNTED = 45, 30
_NOTHING: frozenset[str] = frozenset()


def arranged(
    search: Search, page: Page, line: Line, put: Line | None, verb: Term | None, thing: Term | None
) -> dict[str, float]:
    """Return whether who does it stands before the verb, a number before the thing, and more.

    ``meant`` is how near the sentence, with the question that it answers, comes to what is asked by
    what all their words mean. Where a question has no verb or counts nothing it is neither.
    """
    return {
        "does": 0.5 if verb is None else _does(search, page, line, verb),
        "counted": 0.5 if thing is None else _counted(search, page, line, thing),
        "meant": _meant(search, line, put),
    }


def _places(search: Search, text: str, term: Term) -> Iterator[tuple[int, int]]:
    for word in words_in(text):
        if search.coverage.term_in(term, {word.stem}, _NOTHING):
            yield word.start, word.end


def _does(search: Search, page: Page, line: Line, verb: Term) -> float:
    """Return 1 where the first one named stands right before the verb, 0 where another one does."""
    first = search.first
    if first is None:
        return 0.5
    text, start = line.span.of(page.text), line.span.start
    named = sorted(
        (span.end - start, actor.id) for span, actor in page.named_in(line, pronouns=True)
    )
    ids, found = first.ids | first.holders, 0.5
    for at, _ in _places(search, text, verb):
        before = [id for end, id in named if 0 <= at - end <= _NEAR]
        if before and not ids.isdisjoint(page.ids(before[-1])):
            return 1.0
        found = 0.0 if before else found
    return found


def _counted(search: Search, page: Page, line: Line, thing: Term) -> float:
    """Return 1 where a number stands right before the thing that is counted, 0 where none does."""
    text = line.span.of(page.text)
    return float(
        any(
            _NUMBER.search(text, max(0, at - _COUNTED), at)
            for at, _ in _places(search, text, thing)
        )
    )


def _meant(search: Search, line: Line, put: Line | None) -> float:
    asked = {part for term in search.coverage.terms for part in term.stem.split()}
    told = (line.stems | put.stems if put else line.stems) - lexicon().passed
    one, other = meaning(asked), meaning(told)
    if one is None or other is None:
        return 0.3
    import numpy as np

    both = [np.frombuffer(each, np.int8).astype(np.float32) for each in (one, other)]
    return max(0.0, float(both[0] @ both[1]) / (127 * 127))
