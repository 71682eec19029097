"""What runs through many reports over time: the use cases around threads.

Lists of single claims, and the ledger of asks and what became of them. What is compared with
what is told in :mod:`communique.reconcile`; here it is looked up.
"""

from __future__ import annotations

from typing import get_args

from msgspec.structs import replace

from communique.bookkeeping import SETTLED_BY, Book
from communique.chronicles import PAGE, Chronicles, check
from communique.errors import Conflict, NotInRecord, articled
from communique.model.claim_rows import ActRow, PositionRow, ProposalRow
from communique.model.judgement import Judgement
from communique.model.rows import (
    EVERYTHING,
    Filter,
    Listing,
)
from communique.model.threads import (
    LedgerEntry,
    LedgerStatus,
    Sort,
)
from communique.reconcile.over_time.asks import opening_types, sort_of

#: The most asks that are gone through for one page, so that a rare status takes no longer.
_SCANNED = 1000


class Threads(Chronicles):
    """The part of :class:`communique.service.Service` that looks along time."""

    def acts(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[ActRow]:
        """List the acts, report by report; ``wanted.kind`` is a type of act."""
        return self._store.acts(wanted, limit, after)

    def positions(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[PositionRow]:
        """List the positions in the order in which they were told; ``wanted.kind`` is a
        polarity, ``wanted.about`` words of the issue or the stance."""
        return self._store.positions(wanted, limit, after)

    def proposals(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[ProposalRow]:
        """List the staged plans, report by report."""
        return self._store.proposals(wanted, limit, after)

    def ledger(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[LedgerEntry]:
        """List asks, offers, promises, invitations and threats, and what became of each.

        ``wanted.kind`` is a sort (:data:`~communique.model.threads.Sort`), ``wanted.status``
        a status of the ledger. An ask that several reports tell of is one entry, under the
        first that is ``wanted``. A page may be short of ``limit`` before the last one.

        Raises:
            UnknownName: there is no such sort or status.
        """
        check("sort of entry", wanted.kind, get_args(Sort))
        check("status", wanted.status, get_args(LedgerStatus))
        types = opening_types(wanted.kind)  # type: ignore[arg-type]
        narrowed = replace(wanted, kind=None, status=None)
        rows: list[LedgerEntry] = []
        scanned = 0
        while not rows and scanned < _SCANNED:
            page = self._store.opened(narrowed, types, limit, after)
            entries = Book(self._store, page.rows).entries(narrowed)
            rows += [each for each in entries if wanted.status in (None, each.status)]
            scanned += len(page.rows)
            after = page.next
            if after is None:
                break
        return Listing(rows=tuple(rows), next=after)

    def ledger_entry(self, id: str) -> LedgerEntry:
        """Return the entry that an act's id opens.

        Raises:
            NotInRecord: nothing has that id, or it opens no entry.
        """
        found = self._store.find(id)
        row = self._store.acts_by_id([found.id]).get(found.id)
        deed = self._store.deed(found.id) if row else None
        if deed is None or sort_of(deed) is None:
            raise NotInRecord(
                "it is no ask, offer, promise, invitation or threat",
                subject=found.id,
                remedy="communique ledger lists them",
            )
        entries = list(Book(self._store, [deed]).entries(None))
        if not entries:
            raise NotInRecord("it does not say what was asked", subject=found.id)
        return entries[0]

    def settle(
        self, id: str, by: str | None = None, status: str | None = None, *, why: str = ""
    ) -> Judgement:
        """Decide what became of an ask: which act or contact settles it, and how it stands.

        Without ``by`` and ``status`` nothing has settled it: it is open, whatever the program
        thinks. The decision can be undone like any other.

        Raises:
            NotInRecord: nothing has one of the ids, or ``id`` opens no entry.
            Conflict: ``by`` is no act and no contact.
            UnknownName: there is no such status.
        """
        entry = self.ledger_entry(id)
        check("status", status, get_args(LedgerStatus))
        if by is None:
            value = status or "open"
        else:
            found = self._store.find(by)
            if found.kind not in ("act", "contact"):
                raise Conflict(
                    f"{found.id} is {articled(found.kind)}",
                    remedy="name an act (d-…) or a contact (c-…)",
                )
            value = f"{status or 'done'} {found.id}"
        return self._decide("correct", (entry.id,), why, slot=SETTLED_BY, value=value)
