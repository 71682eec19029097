"""Every use case, once. The command, the API and the web desk call nothing else.

::

    from communique.service import Service
    from communique.settings import load

    with Service(load(record="talks.sqlite")) as service:
        service.add(["reports/"])
        for row in service.timeline().rows:
            print(row.first_on, row.words)

Lists come in pages (:class:`~communique.model.rows.Listing`): pass ``after=listing.next``
for the next page, or go through them all with :func:`every`. Values are those of
:mod:`communique.model.rows` and :mod:`communique.model.comparison`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

import msgspec

from communique.asking import Asking, concord
from communique.belonging import with_parts
from communique.briefing import Briefing
from communique.comparing import Comparing
from communique.errors import InputError, InternalError, RecordError, UsageError, articled
from communique.judging import clusters_of
from communique.model import Account, Report
from communique.model.comparison import Cluster, ContactAccounts, Member
from communique.model.dossier import Dossier
from communique.model.paging import every
from communique.model.rows import (
    EVERYTHING,
    ActorRow,
    AddSummary,
    ContactRow,
    FigureRow,
    Filter,
    Hit,
    Listing,
    Progress,
    ReportRow,
    Shown,
    StatementRow,
    TimelineRow,
    Verification,
)
from communique.profiles import Profiles
from communique.provenance import Provenance
from communique.read.reader import Reader
from communique.receiving import Receiving
from communique.reconcile.accounts.contacts import Told, compared, in_order
from communique.reconcile.clusters import Clusters
from communique.reconcile.over_time.seeking import telling
from communique.reconcile.over_time.shifts import topic_of
from communique.reconcile.sides import acting_for
from communique.record import Store, open_store
from communique.record.showing import show, shown_report
from communique.rejudging import Rejudging
from communique.reviewing import Reviewing
from communique.settings import Settings

if TYPE_CHECKING:
    from communique.acquire import AcquireOptions

__all__ = ["DOSSIER", "PAGE", "Service", "every"]

#: Lines of a page where the caller does not say.
PAGE = 50
#: The most reports that a dossier holds.
DOSSIER = 500


class Service(Asking, Profiles, Provenance, Comparing, Receiving, Rejudging, Reviewing, Briefing):
    """The use cases over one record.

    Nothing is opened until it is needed; :meth:`read` never touches the record. What looks
    into a record that does not exist raises :class:`~communique.errors.RecordError`; only
    :meth:`add` makes one.

    Args:
        settings: How to run; see :func:`communique.settings.load`.
        reader: The engine to read with, instead of the one that the settings name.
    """

    def __init__(self, settings: Settings, *, reader: Reader | None = None) -> None:
        self.settings = settings
        self._reader = reader
        self._is_named = reader is None
        self._opened: Store | None = None

    def __enter__(self) -> Service:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the record, if it was opened. It is opened again when next needed."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    @property
    def reader(self) -> Reader:
        """The engine that reads.

        Raises:
            UnknownName: the settings name one that there is not.
        """
        if self._reader is None:
            from communique.read.engines import engine

            self._reader = engine(self.settings.reader, self.settings.noted)
        return self._reader

    @property
    def _store(self) -> Store:
        """The record, which must be there."""
        if self._opened is None and not self.settings.record.exists():
            raise RecordError(
                "there is no record",
                subject=str(self.settings.record),
                remedy="make one with: communique add REPORT...",
            )
        return self._store_for_adding

    @property
    def _store_for_adding(self) -> Store:
        """The record, made if it is not there."""
        if self._opened is None:
            self._opened = open_store(
                self.settings.record,
                patience=self.settings.patience,
                matter=telling,
                stanced=topic_of,
                sided=acting_for,
                concord=concord,
            )
        return self._opened

    def read(
        self, inputs: Iterable[str | Path], options: AcquireOptions | None = None
    ) -> Iterator[Account | InputError | InternalError]:
        """Yield what each report of ``inputs`` says, in order, without touching a record.

        An input that cannot be used yields its error in its place. ``options`` say what the
        inputs do not say of themselves.

        Raises:
            UsageError: the settings' file of issues cannot be used.
        """
        self.reader.prepare()
        with self._workers() as workers:
            for each in workers.accounts(_acquired(inputs, options)):
                yield each[0] if isinstance(each, tuple) else each

    def add(
        self,
        inputs: Iterable[str | Path],
        options: AcquireOptions | None = None,
        *,
        progress: Callable[[Progress], None] | None = None,
    ) -> AddSummary:
        """Read the reports of ``inputs`` into the record, each in a transaction of its own.

        A report that is already there, read by the same origin, is left alone; by another
        origin, it is read again and the new reading takes the old one's place. What cannot be
        used is counted and told in ``faults``; the others are added. ``progress`` is called
        after each report. At the end, what is the same as what is judged, and who copied whom is
        traced. Cut short, it can be
        called again and goes on where it stopped.

        Raises:
            RecordError: the record cannot be opened or written.
            UsageError: the settings' file of issues, or gazetteer, cannot be used.
        """
        return self._take_in(_acquired(inputs, options), progress)

    def reports(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[ReportRow]:
        """List the reports by date of publication, undated last."""
        return self._store.reports(wanted, limit, after)

    def actors(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[ActorRow]:
        """List the actors, those named by most reports first."""
        return self._store.actors(wanted, limit, after)

    def contacts(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[ContactRow]:
        """List the contacts, report by report (see :meth:`contact_accounts` for side by side)."""
        return self._store.contacts(wanted, limit, after)

    def statements(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[StatementRow]:
        """List the statements, report by report; ``wanted.actor`` is the speaker or addressee."""
        return self._store.statements(wanted, limit, after)

    def figures(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[FigureRow]:
        """List the figures, report by report; ``wanted.actor`` is the claimant."""
        return self._store.figures(wanted, limit, after)

    def timeline(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[TimelineRow]:
        """List claims that bear a date, by date, and behind them the contacts that bear none.

        ``wanted.kind`` is a kind of claim (``contact``, ``act``, ``forecast``) or the kind of
        contact or act.
        """
        return self._store.timeline(wanted, limit, after)

    def search(
        self,
        text: str,
        wanted: Filter = EVERYTHING,
        *,
        limit: int = 20,
        after: str | None = None,
    ) -> Listing[Hit]:
        """Search reports and statements for words, best first.

        All words must occur; ``"words in quotes"`` stand together, ``word*`` is a prefix,
        case and accents do not matter. Any text is a valid search. ``wanted.kind`` may be
        ``report`` or ``statement``.
        """
        return self._store.search(text, wanted, limit, after)

    def show(self, id: str) -> Shown:
        """Return what an id names, with its evidence in context. A unique prefix will do.

        Raises:
            NotInRecord: nothing has that id.
            UsageError: it is no id, or a prefix of several; the error lists them.
        """
        return show(self._store, id)

    def contact_accounts(self, id: str) -> ContactAccounts:
        """Return the contact that ``id`` (of any account of it) names, all accounts side by side,
        with what it was part of and what was part of it.

        Raises:
            NotInRecord: no contact has that id.
            UsageError: it is the id of something else.
        """
        found = self._store.find(id)
        if found.kind != "contact":
            raise UsageError(f"{found.id} is {articled(found.kind)}", remedy="name a contact (c-…)")
        judged = clusters_of(self._store, [found.id])
        rows = self._store.contacts_by_id(judged.of(found.id))
        return with_parts(self._store, self._compared(rows, judged))

    def contacts_compared(self, wanted: Filter = EVERYTHING) -> Iterator[ContactAccounts]:
        """Yield every contact once, by date, with those accounts of it that are ``wanted``."""
        rows = {row.id: row for row in every(self.contacts, wanted)}
        yield from self._grouped(rows)

    def clusters(self) -> Iterator[Cluster]:
        """Yield the contacts and actors that more than one report tells of."""
        store = self._store
        body = {row.id: row.body for row in every(self.reports)}
        contacts = (row.id for row in every(self.contacts))
        for members in clusters_of(store, contacts).all():
            found = [store.find(id) for id in members if store.contacts_by_id([id])]
            if len(found) > 1:
                yield _cluster("contact", members[0], body, [(f.report, f.local) for f in found])
        for actor in every(self.actors):
            named = store.appearances(actor.id, limit=2 + actor.reports * 2)
            if len({n.report for n in named}) > 1:
                yield _cluster("actor", actor.id, body, [(n.report, n.actor.id) for n in named])

    def verify(self, report: str | None = None) -> Iterator[Verification]:
        """Check every span and body hash in the record (or one report), report by report.

        Raises:
            NotInRecord: there is no such report.
        """
        if report is None:
            return self._store.verify()
        found = self._store.find(report)
        if found.kind != "report":
            raise UsageError(f"{found.id} is {articled(found.kind)}", remedy="name a report (r-…)")
        return self._store.verify(found.id)

    def dossier(self, path: Path, wanted: Filter = EVERYTHING, *, title: str | None = None) -> Path:
        """Write one self-contained HTML file of the record to ``path`` and return its path.

        Raises:
            UsageError: the file cannot be written.
        """
        from communique.publish import dossier

        contents = self.contents(wanted, title=title)
        try:
            return dossier.write(contents, path)
        except OSError as error:
            raise UsageError(
                f"cannot be written ({error.strerror})", subject=str(path), remedy="name another"
            ) from error

    def contents(self, wanted: Filter = EVERYTHING, *, title: str | None = None) -> Dossier:
        """Return everything that a dossier shows, as values.

        Of a large record it holds the first :data:`DOSSIER` reports that ``wanted`` lets
        through with their contacts, as many actors, and ten times as many lines of the
        timeline; ``left_out`` says so.
        """
        plain = msgspec.structs.replace(wanted, kind=None, status=None)
        page = self.reports(plain, limit=DOSSIER)
        lines = self.timeline(wanted, limit=DOSSIER * 10)
        actors = self.actors(msgspec.structs.replace(wanted, kind=None), limit=DOSSIER)
        shown = {row.id for row in page.rows}
        contacts = {c.id: c for c in every(self.contacts, wanted) if c.report.id in shown}
        cut = {"reports": page.next, "actors": actors.next, "lines of the timeline": lines.next}
        left_out = [
            f"Only the first {name} are shown; narrow the dossier down to see the others."
            for name, more in cut.items()
            if more
        ]
        return Dossier(
            title=title or "Dossier",
            made_at=datetime.now(UTC).isoformat(timespec="minutes"),
            left_out=tuple(left_out),
            wanted=wanted,
            reports=tuple(shown_report(self._store, row.id) for row in page.rows),
            actors=actors.rows,
            timeline=lines.rows,
            contacts=tuple(self._grouped(contacts)),
            ledger=self.ledger(plain, limit=DOSSIER).rows,
            shifts=self.shifts(plain, limit=DOSSIER).rows,
        )

    def _grouped(self, contacts: dict[str, ContactRow]) -> Iterator[ContactAccounts]:
        """Yield contacts, which are given by id, as clusters, by date."""
        judged = clusters_of(self._store, contacts)
        groups = {judged.of(id) for id in contacts}
        rows = ([contacts[id] for id in group if id in contacts] for group in groups)
        for group in sorted(rows, key=lambda some: in_order(min(some, key=in_order))):
            yield self._compared(group, judged)

    def _compared(
        self, group: Iterable[ContactRow], judged: Clusters, *, traced: bool = True
    ) -> ContactAccounts:
        """Set the accounts of one contact side by side."""
        rows = sorted(group, key=lambda row: (row.report.published or "~", row.id))
        sources = self._store.sources(row.report.id for row in rows)
        accounts = [
            Told(row=row, report=report, sentences=sentences)
            for row in rows
            for report, sentences in [sources[row.report.id]]
        ]
        why = judged.why(account.row.id for account in accounts)
        return compared(accounts, why, traced=traced)


def _cluster(
    kind: Literal["contact", "actor"],
    id: str,
    body: dict[str, str],
    members: Iterable[tuple[str | None, str | None]],
) -> Cluster:
    """Return a cluster of items by report and local id, copies of one text counted once."""
    items = dict.fromkeys((body[report], local) for report, local in members if report and local)
    return Cluster(
        id=id, kind=kind, members=tuple(Member(report=text, id=local) for text, local in items)
    )


def _acquired(
    inputs: Iterable[str | Path], options: AcquireOptions | None
) -> Iterator[Report | InputError]:
    """Yield the reports of ``inputs``."""
    from communique.acquire import acquire

    return acquire([str(each) for each in inputs], options)
