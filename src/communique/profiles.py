"""What is known around one actor or one contact: the use cases of their pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import AbstractContextManager

from communique.bookkeeping import Book, moved
from communique.errors import NotInRecord, UsageError, articled
from communique.model.claim_rows import ActRow, PositionRow
from communique.model.comparison import ContactAccounts
from communique.model.days import days_of
from communique.model.rows import ActorRow, FigureRow, Filter, StatementRow
from communique.model.threads import Company, ContactLine, Deed, LedgerEntry, Spell, Surroundings
from communique.reconcile.over_time.asks import opening_types, sort_of
from communique.reconcile.over_time.invitations import REACH, asks_for_contact
from communique.reconcile.sides import Sides
from communique.threads import Threads

#: Contacts to either side of one that are told of as before and after it.
_NEAR = 3
#: The most asks that are looked at for what led to a contact, or that it opened.
_ASKS = 40


class Profiles(Threads):
    """The part of :class:`communique.service.Service` about what stands around something."""

    def steadily(self) -> AbstractContextManager[None]:
        """Let all that this thread asks for within the block be of one state of the record.

        Raises:
            RecordError: there is no record, or it cannot be read.
        """
        return self._store.steadily()

    def actor(self, id: str) -> ActorRow:
        """Return an actor, or the one that stands for the cluster it is in.

        Raises:
            NotInRecord: nothing has that id.
            UsageError: it is the id of something else.
        """
        found = self._store.find(id)
        if found.kind != "actor":
            raise UsageError(f"{found.id} is {articled(found.kind)}", remedy="name an actor (a-…)")
        return self._store.actor(found.id)

    def spells(self, id: str) -> tuple[Spell, ...]:
        """Return the offices that reports give an actor, in the order in which they begin.

        Raises:
            NotInRecord: no actor has that id.
        """
        row = self._store.actor(id)
        known = self._store.known([row.id]).get(row.id)
        if known is None:
            raise NotInRecord("no such actor is in the record", subject=id)
        months: dict[tuple[str, str], set[str]] = defaultdict(set)
        for held in known.holdings:
            months[held.title, held.of].add(held.month)
        spells = (_spell(*office, sorted(some - {""})) for office, some in months.items())
        return tuple(sorted(spells, key=lambda s: (s.first or "~", s.last, s.title, s.of)))

    def company(self, id: str, *, limit: int = 12) -> tuple[Company, ...]:
        """Return with whom an actor is told of in contacts, those first of whom most is told.

        Those who act for the same state are left out, as is the state itself.
        """
        found = self._store.company(id, 4 * limit)
        sides = Sides.told(self._store.sides({id, *(each.actor.id for each in found)}))
        others = (each for each in found if not sides.meets(id, each.actor.id))
        return tuple(others)[:limit]

    def last_contacts(self, id: str, *, limit: int = 12) -> tuple[ContactLine, ...]:
        """Return the contacts of an actor, each once, the latest first, undated behind them."""
        wanted = Filter(actor=id)
        page = self._store.last_on_line(("contact",), wanted, 2 * limit)
        lines = self._lines([each.id for each in page], wanted)
        return tuple(lines.values())[:limit]

    def last_statements(self, id: str, *, limit: int = 12) -> tuple[StatementRow, ...]:
        """Return the statements by or to an actor, the last told first."""
        return self._store.last_statements(id, limit)

    def last_positions(self, id: str, *, limit: int = 30) -> tuple[PositionRow, ...]:
        """Return the positions that an actor holds or tells of, the last told first."""
        return self._store.last_positions(id, limit)

    def said_in(
        self, found: ContactAccounts
    ) -> tuple[tuple[StatementRow, ...], tuple[ActRow, ...], tuple[FigureRow, ...]]:
        """Return what those who take part in a contact say, do and count in its reports."""
        parties = parties_of(found)
        reports = {row.report.id for row in found.accounts}
        if not parties:
            return (), (), ()
        said = self._store.said_in(reports, parties)
        done = self._store.done_in(reports, parties)
        return (
            tuple(r for r in said if r.speaker and r.speaker.id in parties and not r.parent),
            tuple(row for row in done if row.actor and row.actor.id in parties),
            self._store.counted_in(reports, parties),
        )

    def around(self, found: ContactAccounts, acts: Sequence[ActRow] = ()) -> Surroundings:
        """Return what led to a contact and what followed.

        ``acts`` are those that its parties do in its reports (see :meth:`said_in`).
        """
        parties = parties_of(found)
        own = {row.id for row in found.accounts}
        opened = [d for d in self._store.deeds([r.id for r in acts][:_ASKS]) if sort_of(d)]
        days = [days for row in found.accounts if (days := days_of(row.date))]
        if not days or len(parties) < 2:
            return Surroundings(opened=tuple(self._entries(opened)))
        first, last = min(day[0] for day in days), max(day[1] for day in days)
        always, planned = opening_types()
        asks = self._store.acts_among(parties, always | planned, moved(first, -REACH), last)
        asks = [ask for ask in asks if asks_for_contact(ask)][-_ASKS:]
        led = [e for e in self._entries(asks) if own & {s.by for s in e.settlements}]
        before, after = self._store.contacts_among(parties, first, 4 * _NEAR)
        lines = {
            id: line
            for id, line in self._lines([*before, *after]).items()
            if own.isdisjoint(line.accounts)
        }
        return Surroundings(
            led=tuple(led),
            before=tuple(lines[id] for id in before if id in lines)[:_NEAR][::-1],
            after=tuple(lines[id] for id in after if id in lines)[:_NEAR],
            opened=tuple(self._entries(opened)),
        )

    def _entries(self, asks: Sequence[Deed]) -> list[LedgerEntry]:
        return list(Book(self._store, asks).entries(None)) if asks else []


def parties_of(found: ContactAccounts) -> frozenset[str]:
    """Return the ids of those who take part in a contact, and of whom they stand for."""
    return frozenset(
        actor.id
        for row in found.accounts
        for one in row.participants
        for actor in (one.actor, one.represents)
        if actor
    )


def _spell(title: str, of: str, months: Sequence[str]) -> Spell:
    first, last = (months[0], months[-1]) if months else ("", "")
    return Spell(title=title, of=of, first=first, last=last, months=len(months))
