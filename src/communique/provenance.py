"""Where reports have their words from: the use cases around copies."""

from __future__ import annotations

from typing import Protocol

from communique.model.citation import ref_of
from communique.model.lineage import CopyRow, SharedText
from communique.model.rows import EVERYTHING, Filter, Listing
from communique.reconcile.copying.direction import direction
from communique.record import Store

#: Code points of the longest passage that are quoted.
_EXCERPT = 160


class _Recorded(Protocol):
    @property
    def _store(self) -> Store: ...


class Provenance:
    """The part of :class:`communique.service.Service` about who copied whom."""

    def copies(
        self: _Recorded, wanted: Filter = EVERYTHING, *, limit: int = 50, after: str | None = None
    ) -> Listing[CopyRow]:
        """List the reports that share passages with another, or its whole text.

        Pairs come in the order in which the later of the two was published. ``wanted.report``
        may be either of them; the other conditions are on the later one.
        """
        page = self._store.shared(wanted, limit, after)
        return Listing(rows=tuple(_row(pair) for pair in page.rows), next=page.next)


def _row(pair: SharedText) -> CopyRow:
    """Return a pair of reports as it is listed: first the copy, where that is known."""
    way = direction(pair.report, pair.other)
    report, other, passages = pair.report, pair.other, pair.passages
    if way.reversed:
        report, other = other, report
        passages = tuple(sorted((p.turned() for p in passages), key=lambda p: p.span))
    longest = max(passages, key=lambda p: p.words, default=None)
    excerpt = longest.span.of(report.text) if longest else report.text.strip()
    shared = sum(len(passage.span) for passage in passages) if passages else len(report.text)
    words = sum(p.words for p in passages) if passages else len(report.text.split())
    return CopyRow(
        report=ref_of(report),
        other=ref_of(other),
        relation=way.relation,
        why=way.why if passages or report.id != other.id else f"the same text; {way.why}",
        share=round(min(1.0, shared / max(1, len(report.text))), 2),
        words=words,
        excerpt=" ".join(excerpt[:_EXCERPT].split()),
        passages=passages,
    )
