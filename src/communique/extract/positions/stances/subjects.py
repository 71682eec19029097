"""The thing that a judgement is of, all of it: "a retreat of the fleet | is no option"."""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG, Subject, subject_of
from communique.extract.modality import Items
from communique.extract.view import View

_WIDE = 14  # items of a subject


def thing_before(view: View, items: Items, start: int) -> Subject | None:
    """Return the thing that is the subject of the verb group at ``items[start]``, all of it."""
    subject = subject_of(view, items, start)
    if subject is None:  # "a retreat of the fleet", "the talks in Varn"
        subject = _governing(view, items, start)
    if subject is None or subject.person not in ("third",) or subject.crowd:
        return None
    first = subject.first
    while first and first > start - _WIDE and not _opens(view, items, first - 1):
        first -= 1
    return Subject(first, subject.last, None)


def _governing(view: View, items: Items, start: int) -> Subject | None:
    at = start - 1
    if at < 0 or not items[at].word[:1].isalnum() or view.lexicon.has(items[at].word, "pronoun"):
        return None
    return Subject(at, at + 1, None)


def _opens(view: View, items: Items, at: int) -> bool:
    word = items[at].word
    return (
        word in STRONG
        or word in QUOTES
        or word == ","
        or (
            items[at].ref is None
            and view.lexicon.has(word, "subordinator", "relative", "conditional", "reporting")
        )
        or (items[at].ref is None and word in ("but", "and") and at > 0)
    )
