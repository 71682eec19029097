"""What may answer a question, before it is weighed against the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from communique.ask.covering import Coverage
from communique.ask.names import Asked
from communique.ask.pages import Page
from communique.ask.question import Question
from communique.model import Contact
from communique.model.asking import Source
from communique.model.passages import passages
from communique.model.rows import ActorRef
from communique.model.span import Span, Spans, merged

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


@dataclass(frozen=True, slots=True)
class Search:
    """A question with what it was looked up to mean, over the reports at hand.

    ``known`` keeps the contacts that it may mean, by ``"meant"``, once they have been found
    (:func:`communique.ask.contacts.matching`): each candidate asks for them.
    """

    question: Question
    names: tuple[Asked, ...]
    pages: list[Page]
    coverage: Coverage
    known: dict[str, list[Fitting]] = field(init=False, repr=False, default_factory=dict)


def source_of(candidate: Candidate) -> Source:
    """Return a candidate as a source: its words in their sentences."""
    page = candidate.page
    spans = merged(candidate.spans)
    quoted = passages(page.text, page.spans, candidate.slot, spans)
    return Source(
        report=page.material.ref,
        spans=spans,
        passage=quoted[0],
        by=candidate.by,
        id=candidate.id,
        score=round(min(candidate.score, 1.0), 3),
    )


def value_of(page: Page, span: Span) -> str:
    """Return the words of a span on one line."""
    return " ".join(span.of(page.text).split())


def in_order(found: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates by score, then in the order in which their reports were published."""

    def order(each: Candidate) -> tuple[float, str, str, Spans]:
        ref = each.page.material.ref
        return -each.score, ref.published or "~", ref.id, each.spans

    return sorted(found, key=order)
