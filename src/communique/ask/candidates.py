"""What may answer a question, before it is weighed against the others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace

from communique.ask.question.understanding import Question
from communique.ask.reports.covering import Coverage
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import Page
from communique.ask.wording import wording
from communique.model import Contact
from communique.model.asking import Source
from communique.model.passages import passages
from communique.model.rows import ActorRef, Passage
from communique.model.span import Span, Spans, merged

_WORDING = wording("candidates")

#: Below this score nothing is an answer.
ENOUGH = 0.55


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of a report that may answer.

    ``key`` is how its value compares with those of others, ``value`` how it is shown.
    ``score`` is from 0 to 1; ``sure`` says that a claim's slot gives the value, not just words.
    """

    page: Page
    slot: str
    key: str
    value: str
    spans: Spans
    score: float
    by: ActorRef | None = None
    id: str | None = None
    sure: bool = False

    def scored(self, score: float) -> Candidate:
        """Return the candidate with another score."""
        return replace(self, score=score)


Fitting = tuple[Page, Contact, float]
"""A contact that a question may mean, with its page and how well it fits (0 to 1)."""


Accounts = Callable[[Collection[str]], Collection[str]]
"""Gives the ids of all accounts of some contacts, which are given by the ids of some of them."""


def only_these(contacts: Collection[str]) -> Collection[str]:
    """Return the contacts themselves: no other report tells of them."""
    return contacts


@dataclass(frozen=True, slots=True)
class Search:
    """A question with what it was looked up to mean, over the reports at hand.

    ``accounts`` tells what other reports were judged to tell of the same contact.
    ``first`` is the first one named who is an actor; or, where that one is the subject of the
    question and none in the reports at hand, who is named but as none: others did nothing for it.
    ``known`` keeps the contacts that it may mean, by ``"meant"``, once they have been found
    (:func:`communique.ask.contacts.slots.matching`): each candidate asks for them.
    """

    question: Question
    names: tuple[Asked, ...]
    pages: list[Page]
    coverage: Coverage
    accounts: Accounts = only_these
    first: Asked | None = field(init=False, repr=False)
    known: dict[str, list[Fitting]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        subject = next((each for each in self.names[:1] if _is_subject(each, self.question)), None)
        known = next((name for name in self.names if name.actors), None)
        object.__setattr__(self, "first", subject or known)

    @property
    def actors(self) -> list[Asked]:
        """Those named who are actors, behind the first one."""
        known = [name for name in self.names if name.actors]
        return known if self.first is None or self.first in known else [self.first, *known]


def _is_subject(name: Asked, question: Question) -> bool:
    """Tell whether a question is after what somebody did, by a name of several words."""
    at = question.text.find(name.text)
    return at > 0 and " " in name.text and _DOES.search(question.text[:at]) is not None


_DOES = _WORDING.pattern("does")


def source_of(candidate: Candidate) -> Source:
    """Return a candidate as a source: its words in their sentences."""
    page = candidate.page
    spans = merged(candidate.spans)
    return Source(
        report=page.material.ref,
        spans=spans,
        passage=_quoted(page, candidate.slot, spans),
        by=candidate.by,
        id=candidate.id,
        score=round(min(candidate.score, 1.0), 3),
    )


def _quoted(page: Page, slot: str, spans: Spans) -> Passage:
    """Return the first words of an answer in their sentences, with those that stand right behind.

    A question of an interview and its answer are quoted together, with what little stands between.
    """
    first, *more = passages(page.text, page.spans, slot, spans)
    for other in more:
        end = first.start + len(first.text)
        gap = page.text[end : other.start].strip()
        asked = first.text.rstrip(" \n\t”\"'’»*_").endswith("?")
        if gap and not (asked and len(gap) <= _MEANWHILE):
            break
        shift = other.start - first.start
        first = Passage(
            slot=slot,
            text=page.text[first.start : other.start + len(other.text)],
            start=first.start,
            marks=(*first.marks, *(Span(m.start + shift, m.end + shift) for m in other.marks)),
        )
    return first


def value_of(page: Page, span: Span) -> str:
    """Return the words of a span on one line."""
    return " ".join(span.of(page.text).split())


#: Characters between a question and what answers it, at most, that are quoted with them.
_MEANWHILE = 240


def only_asks(candidate: Candidate) -> bool:
    """Tell whether all that a candidate quotes is a question: it answers none."""
    if candidate.slot != "words" or candidate.id is not None:
        return False
    return all(
        text.rstrip(" \n\t”\"'’»*_").endswith("?") and not is_retold(text)
        for line in candidate.page.lines_of(candidate.spans)
        for text in (line.span.of(candidate.page.text),)
    )


def is_retold(text: str) -> bool:
    """Tell whether a sentence tells what was asked in a talk ("He asked me: 'Will you stay?'")."""
    return _RETOLD.search(text) is not None


_RETOLD = _WORDING.pattern("retold")


Order = tuple[float, str, str, Spans]
"""What candidates are ordered by: the best first, then in the order of their reports."""


def order_of(candidate: Candidate) -> Order:
    """Return what a candidate is ordered by."""
    ref = candidate.page.material.ref
    return -candidate.score, ref.published or "~", ref.id, candidate.spans


def in_order(found: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates by score, then in the order in which their reports were published."""
    return sorted(found, key=order_of)
