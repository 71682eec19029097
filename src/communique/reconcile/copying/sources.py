"""Independent sources: reports that have their words from one another count once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from communique.model import Report, Span, Spans
from communique.model.lineage import Direction, SharedPassage
from communique.reconcile.copying.direction import direction
from communique.reconcile.copying.lineage import copied_passages
from communique.reconcile.spelling import plain


class Origin(msgspec.Struct, frozen=True):
    """Where words of a report stand that had them before: the other's place among the reports
    compared, the passages (all of the text if there are none), both texts, and what tells."""

    at: int
    passages: tuple[SharedPassage, ...]
    text: str
    source: str
    why: str

    def has(self, spans: Spans) -> bool:
        """Tell whether the words of ``spans`` stand there: all of them, and unedited."""
        if not self.passages:
            return True
        return bool(spans) and all(any(self._stands(s, p) for p in self.passages) for s in spans)

    def has_most(self, spans: Spans) -> bool:
        """Tell whether most of the words of ``spans`` stand there, edited or not."""
        if not self.passages:
            return True
        shared = sum(_overlap(s, [p.span for p in self.passages]) for s in spans)
        return 2 * shared > sum(span.end - span.start for span in spans)

    def _stands(self, span: Span, passage: SharedPassage) -> bool:
        if not passage.span.covers(span):
            return False
        return f" {plain(span.of(self.text))} " in f" {plain(passage.origin.of(self.source))} "


def _overlap(span: Span, others: Sequence[Span]) -> int:
    """Return how many characters of a span lie in one of some spans that do not overlap."""
    return sum(max(0, min(span.end, o.end) - max(span.start, o.start)) for o in others)


def origins(reports: Sequence[Report]) -> list[tuple[Origin, ...]]:
    """Return, for each of some reports, those of the others that it has words from.

    A report that is compared with itself, since it tells of one thing twice, has them from nobody.
    Where neither dates nor credits tell which of two had the words first, it is taken to be the
    one that comes first in ``reports``, and ``why`` says so.
    """
    found: list[list[Origin]] = [[] for _ in reports]
    for at, report in enumerate(reports):
        for other in range(at):
            passages = _shared(report, reports[other])
            if passages is None or report.publication == reports[other].publication:
                continue
            way = direction(report, reports[other])
            texts = report.text, reports[other].text
            if way.reversed:
                turned = tuple(passage.turned() for passage in passages)
                found[other].append(Origin(at, turned, *texts[::-1], way.why))
            else:
                found[at].append(Origin(other, passages, *texts, _why(way)))
    return [tuple(some) for some in found]


def _shared(report: Report, other: Report) -> tuple[SharedPassage, ...] | None:
    """Return the passages that two reports share, none for one text; ``None`` if they do not."""
    if report.text == other.text:
        return ()
    return copied_passages(report.text, other.text) or None


def _why(way: Direction) -> str:
    return f"the same words; {way.why}" if way.relation != "copy" else way.why


def independent(reports: Sequence[Report], copies: Collection[tuple[int, int]]) -> list[int]:
    """Return the number of the source that each of some reports has.

    Two have one source if they are one report, if the one is a copy of the other (``copies`` are
    such pairs, by their places), if one publisher put out both, or if both credit the same source.
    """
    source = list(range(len(reports)))
    for at, report in enumerate(reports):
        for other in range(at):
            linked = (at, other) in copies or (other, at) in copies
            linked = linked or report.publication == reports[other].publication
            if linked or _voices(report) & _voices(reports[other]):
                old, new = source[at], source[other]
                source = [new if each == old else each for each in source]
    return source


def _voices(report: Report) -> frozenset[str]:
    """Return who speaks in a report: the source that it credits, or else its publisher."""
    voice = plain(report.source or report.publisher or "").removeprefix("the ")
    return frozenset({voice} - {""})
