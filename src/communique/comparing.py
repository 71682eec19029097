"""Where reports differ: the use cases that set what several reports say side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Protocol, TypeVar

from communique.model import Report, Spans
from communique.model.citation import ref_of
from communique.model.claim_rows import ActRow
from communique.model.comparison import ContactAccounts, Matter, Versions
from communique.model.paging import Pages, every
from communique.model.rows import EVERYTHING, ActorRef, ActorRow, FigureRow, Filter
from communique.reconcile.accounts.matters import acts, figures
from communique.reconcile.accounts.tables import Claimed, Told
from communique.reconcile.actors.tenures import Tenure, tenures
from communique.record import Store

#: What reports can differ about, in the order in which it is listed.
MATTERS: tuple[Matter, ...] = ("contact", "figure", "act", "office")
#: The most appearances of a person in which offices are looked for.
_APPEARANCES = 500

Row = TypeVar("Row", bound=Claimed)


class _Looking(Protocol):
    """The service, as far as it is looked into here."""

    @property
    def _store(self) -> Store: ...
    @property
    def actors(self) -> Pages[ActorRow]: ...
    @property
    def figures(self) -> Pages[FigureRow]: ...
    @property
    def acts(self) -> Pages[ActRow]: ...
    def contacts_compared(self, wanted: Filter = EVERYTHING) -> Iterator[ContactAccounts]: ...


class Comparing:
    """The part of :class:`communique.service.Service` about agreeing and differing reports."""

    def differences(
        self: _Looking,
        wanted: Filter = EVERYTHING,
        *,
        matters: Collection[Matter] = MATTERS,
        agreeing: bool = False,
    ) -> Iterator[Versions]:
        """Yield what several reports tell of and differ about, slot by slot.

        Contacts come first, then figures, acts and offices. The claims asked for are held in
        memory with their reports, so narrow a large record down.

        Args:
            wanted: Only what these claims say; of offices, those of the persons wanted.
            matters: What to look at.
            agreeing: Also what reports do not differ about.
        """
        told = _Told(self._store)
        for matter in (each for each in MATTERS if each in matters):
            found: Iterable[Versions]
            match matter:
                case "contact":
                    found = (_of_contact(each) for each in self.contacts_compared(wanted))
                case "figure":
                    found = figures(told.all(every(self.figures, wanted)))
                case "act":
                    found = acts(told.all(every(self.acts, wanted)))
                case "office":
                    found = tenures(told.all(_tenures(self._store, every(self.actors, wanted))))
            several = (each for each in found if len(each.slots[0].values) > 1)
            yield from (each for each in several if agreeing or each.differs)


class _Told:
    """Claims with their reports, each of which is looked up once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sources: dict[str, tuple[Report, Spans]] = {}

    def all(self, rows: Iterable[Row]) -> list[Told[Row]]:
        """Return rows with their reports."""
        return [self._one(row) for row in rows]

    def _one(self, row: Row) -> Told[Row]:
        id = row.report.id
        if id not in self._sources:
            self._sources[id] = self._store.source(id)
        report, sentences = self._sources[id]
        return Told(row=row, report=report, sentences=sentences)


def _of_contact(found: ContactAccounts) -> Versions:
    """Return a contact's accounts as versions of it."""
    first = found.accounts[0]
    names = dict.fromkeys(p.actor.name for p in first.participants)
    return Versions(
        kind="contact",
        about=f"{first.kind}: {', '.join(names) or first.words}",
        items=tuple(account.id for account in found.accounts),
        slots=found.slots,
        why=found.why,
        copied=found.copied,
        sources=found.sources,
    )


def _tenures(store: Store, persons: Iterable[ActorRow]) -> Iterator[Tenure]:
    """Yield the offices that reports give persons."""
    for person in persons:
        if person.kind != "person" or not person.offices:
            continue
        ref = ActorRef(id=person.id, name=person.name, kind=person.kind)
        for named in store.appearances(person.id, _APPEARANCES):
            for office in named.actor.offices:
                if office.of:
                    report, _ = store.source(named.report)
                    yield Tenure(
                        holder=ref,
                        title=office.title,
                        of=_named(store, named.report, office.of),
                        report=ref_of(report),
                        evidence=office.evidence,
                    )


def _named(store: Store, report: str, local: str) -> str:
    """Return the name of what an office is of: an actor of the report, or words."""
    id = store.actor_ids(report).get(local)
    return store.actor(id).name if id else local
