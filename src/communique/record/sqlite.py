"""The record in one SQLite file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Select, func, select

from communique.errors import Conflict, DamagedInput, NotInRecord
from communique.model import Account, Actor, Origin, Report, Spans
from communique.model.citation import ref_of, report_id
from communique.model.judgement import Judgement
from communique.model.lineage import SharedText
from communique.model.rows import (
    ActorRow,
    ContactRow,
    FigureRow,
    Filter,
    Hit,
    Listing,
    ReadingRow,
    ReportRef,
    ReportRow,
    StatementRow,
    TimelineRow,
    Verification,
)
from communique.record import (
    listing,
    matters,
    schema,
    sharing,
    sides,
    stances,
)
from communique.record.accounts import account_of, number_of
from communique.record.among import as_list, listed
from communique.record.context_store import SqliteContexts
from communique.record.doubting import SqliteDoubts
from communique.record.editions import SqliteEditions, says_otherwise
from communique.record.filters import clustered
from communique.record.finding import find
from communique.record.following import Following
from communique.record.judgements import deciding
from communique.record.judgements.docket import Docket
from communique.record.judgements.encounters import contacts_by_id
from communique.record.judgements.judged import judgements_on
from communique.record.lineage import Lineage
from communique.record.looks import Looks
from communique.record.opening import engine_for
from communique.record.packing import unpack_spans
from communique.record.references import reports_by_number
from communique.record.search import concordances
from communique.record.search.gathering import SqliteMaterials
from communique.record.search.searching import search
from communique.record.store import Appearance, Found, Outcome
from communique.record.telling import actor_rows, report_rows
from communique.record.verifying import verification
from communique.record.writing import Writer

T = TypeVar("T")
Page = Callable[[Connection, Filter, int, str | None], Listing[T]]


def _now() -> str:
    """Return the present instant in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _instant() -> str:
    """Return the present instant in UTC, so fine that of two judgements one is the later."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


@cache
def _reports() -> Select[Any]:
    """Return the query for the reports of the ids listed."""
    r = schema.reports.c
    return select(r.n, r.id, r.payload, r.sentences).where(listed(r.id, "ids"))


class SqliteStore(SqliteMaterials, SqliteContexts, SqliteDoubts, SqliteEditions):
    """A :class:`~communique.record.store.Store` in a SQLite file.

    Any number of processes and threads may use one file at once; writers take turns.

    Args:
        path: The file; it is made if it is not there.
        patience: Seconds to wait while another process writes.
        now: Gives the instant that is noted for a reading.
        matter: Tells what acts are about; without it they are not found by that until the
            record is opened with it.
        stanced: Tells what positions are on; without it they are compared with none until then.
        sided: Tells for which states actors act; without it they act for none until then.
        concord: Tells in which sentences the words of a text stand; without it questions find
            that out each time.

    Raises:
        RecordError: the file cannot be used; see its kinds.
    """

    def __init__(
        self,
        path: Path,
        *,
        patience: float = 30.0,
        now: Callable[[], str] = _now,
        matter: matters.Matter | None = None,
        stanced: stances.Stanced | None = None,
        sided: sides.Sided | None = None,
        concord: concordances.Concord | None = None,
    ) -> None:
        self.path = path
        self._now = now
        self._following = Following(matter, stanced, sided, concord)
        self._engine = engine_for(path, patience)
        self._looks = Looks(self._engine, path)
        with self._look() as connection:
            behind = self._following.is_behind(connection)
        while behind:
            with self._write() as connection:
                behind = self._following.catch_up(connection)

    def steadily(self) -> AbstractContextManager[None]:
        """Let all looks of this thread within the block see one state of the record."""
        return self._looks.steadily()

    def close(self) -> None:
        """Let go of the file. The last to do so leaves it as one file, without a log."""
        self._engine.dispose()

    def add(self, account: Account, sentences: Spans = ()) -> Outcome:
        """Record an account; see :meth:`communique.record.store.Store.add`.

        Raises:
            DamagedInput: there are lone surrogates in it, which no file can hold.
        """
        id = report_id(account.report.publication)
        with self._write() as connection:
            writer = Writer(connection, self._now())
            origin = writer.origin_of(account.report.publication)
            if origin == account.origin and not says_otherwise(connection, account.report):
                return "unchanged"
            try:
                if origin is not None:
                    writer.remove(account_of(connection, number_of(connection, id)))
                writer.insert(account, sentences)
                self._following.enter(connection, number_of(connection, id))
            except UnicodeEncodeError as error:
                raise DamagedInput(
                    "there are halves of characters in the text (lone surrogates)",
                    subject=account.report.path or id,
                    remedy="convert it to UTF-8",
                ) from error
        return "added" if origin is None else "re-read"

    def waits(self) -> bool:
        """Tell whether there is anything that waits to be judged."""
        with self._look() as connection:
            query = select(schema.waiting.c.item).limit(1)
            return connection.execute(query).first() is not None

    @contextmanager
    def judging(self) -> Iterator[Docket]:
        """Open the docket: what waits to be judged. All is kept if the block ends well."""
        with self._write() as connection:
            yield Docket(connection, _instant())
            while self._following.catch_up(connection):
                pass
        with self._look() as connection:
            unlisted = self._following.is_unlisted(connection)
        while unlisted:
            with self._write() as connection:
                unlisted = self._following.list_words(connection)

    def untraced(self) -> bool:
        """Tell whether there are texts that wait to be traced."""
        query = select(schema.bodies.c.n).where(schema.bodies.c.prints.is_(None)).limit(1)
        with self._look() as connection:
            return connection.execute(query).first() is not None

    @contextmanager
    def lineage(self) -> Iterator[Lineage]:
        """Open the lineage: what waits to be traced. All is kept if the block ends well."""
        with self._write() as connection:
            yield Lineage(connection)

    def shared(self, wanted: Filter, limit: int, after: str | None) -> Listing[SharedText]:
        """List pairs of reports that share passages, or one text."""
        return self._page(sharing.shared, wanted, limit, after)

    def judgements(self, items: Iterable[str]) -> list[Judgement]:
        """Return the standing judgements on any of ``items``."""
        with self._look() as connection:
            return judgements_on(connection, items)

    def log(
        self, limit: int, after: str | None, *, items: Iterable[str] = (), persons: bool = False
    ) -> Listing[Judgement]:
        """List judgements as they were made, those retracted among them."""
        with self._look() as connection:
            return deciding.log(connection, limit, after, items=items, persons=persons)

    def judgement(self, id: str) -> Judgement:
        """Return the judgement that an id, or a prefix of just one, names."""
        with self._look() as connection:
            found = deciding.judgement(connection, id)
        if not found:
            raise NotInRecord("no judgement has this id", subject=id)
        if len(found) > 1 and found[0].id != id:
            raise Conflict("several judgements begin so", subject=id, remedy="write more of it")
        return found[0]

    def unplaced(self) -> tuple[Judgement, ...]:
        """Return the standing judgements of persons on what the record no longer holds."""
        with self._look() as connection:
            return deciding.unplaced(connection)

    def find(self, id: str) -> Found:
        """Return what an id, or a prefix of just one id, names."""
        with self._look() as connection:
            return find(connection, id)

    def report(self, id: str) -> ReportRow:
        """Return one report."""
        with self._look() as connection:
            return report_rows(connection, [number_of(connection, id)])[0]

    def account(self, id: str) -> Account:
        """Return the account of a report, equal to the one that was added."""
        with self._look() as connection:
            return account_of(connection, number_of(connection, id))

    def source(self, id: str) -> tuple[Report, Spans]:
        """Return a report with its text, and its sentences as they were when it was added."""
        found = self.sources([id])
        if not found:
            raise NotInRecord("no such report is in the record", subject=id)
        return found[id]

    def sources(self, ids: Iterable[str]) -> dict[str, tuple[Report, Spans]]:
        """Return reports with their texts and sentences, those that the record holds, by id."""
        with self._look() as connection:
            rows = connection.execute(_reports(), {"ids": as_list(ids)}).all()
            reports = reports_by_number(connection, [row.n for row in rows])
        return {row.id: (reports[row.n], unpack_spans(row.sentences)) for row in rows}

    def refs(self, ids: Iterable[str]) -> dict[str, ReportRef]:
        """Return the names of those of the reports that the record holds, by id."""
        with self._look() as connection:
            rows = connection.execute(_reports(), {"ids": as_list(ids)}).all()
        return {row.id: ref_of(msgspec.json.decode(row.payload, type=Report)) for row in rows}

    def readings(self, id: str) -> tuple[ReadingRow, ...]:
        """Return all readings of a report, the newest first."""
        d, o = schema.readings.c, schema.origins.c
        query = (
            select(o.payload, d.read_at, d.claims, d.replaced_at)
            .join(schema.origins, o.n == d.origin)
            .order_by(d.n.desc())
        )
        with self._look() as connection:
            rows = connection.execute(query.where(d.report == number_of(connection, id))).all()
        return tuple(
            ReadingRow(
                origin=msgspec.json.decode(payload, type=Origin),
                read_at=read_at,
                claims=claims,
                replaced_at=replaced_at,
            )
            for payload, read_at, claims, replaced_at in rows
        )

    def actor(self, id: str) -> ActorRow:
        """Return one actor, or the one that stands for the cluster it is in."""
        a = schema.actors.c
        query = select(func.coalesce(a.leader, a.n)).where(a.id == id)
        with self._look() as connection:
            number = connection.execute(query).scalar_one_or_none()
            if number is None:
                raise NotInRecord("no such actor is in the record", subject=id)
            return actor_rows(connection, [number])[0]

    def called(self, actors: Iterable[str]) -> dict[str, str]:
        """Return what each of these actors is itself called, whatever it was merged with."""
        a = schema.actors.c
        query = select(a.id, a.name).where(a.id.in_(list(actors)))
        with self._look() as connection:
            return {row.id: row.name for row in connection.execute(query)}

    def appearances(self, id: str, limit: int) -> tuple[Appearance, ...]:
        """Return an actor as the reports name it, in the order in which they were told."""
        p, r = schema.appearances.c, schema.reports.c
        query = (
            select(r.id, p.payload)
            .join_from(schema.appearances, schema.reports, r.n == p.report)
            .order_by(r.told, p.n)
            .limit(limit)
        )
        with self._look() as connection:
            numbers = clustered(connection, [id])
            rows = connection.execute(query.where(p.actor.in_(numbers))).all()
        return tuple(
            Appearance(report=report, actor=msgspec.json.decode(payload, type=Actor))
            for report, payload in rows
        )

    def actor_ids(self, report: str) -> dict[str, str]:
        """Return the actors of a report: ids over all reports, by local id."""
        p, own, a = schema.appearances.c, schema.actors.alias("own"), schema.actors.c
        query = (
            select(p.local, a.id)
            .join_from(schema.appearances, own, own.c.n == p.actor)
            .join(schema.actors, a.n == func.coalesce(own.c.leader, own.c.n))
        )
        with self._look() as connection:
            number = number_of(connection, report)
            return dict(connection.execute(query.where(p.report == number)).all())

    def reports(self, wanted: Filter, limit: int, after: str | None) -> Listing[ReportRow]:
        """List reports by date of publication, undated last."""
        return self._page(listing.reports, wanted, limit, after)

    def actors(self, wanted: Filter, limit: int, after: str | None) -> Listing[ActorRow]:
        """List actors, those that most reports name first."""
        return self._page(listing.actors, wanted, limit, after)

    def contacts(self, wanted: Filter, limit: int, after: str | None) -> Listing[ContactRow]:
        """List contacts in the order of the reports."""
        return self._page(listing.contacts, wanted, limit, after)

    def contacts_by_id(self, ids: Iterable[str]) -> tuple[ContactRow, ...]:
        """Return those of the contacts that the record holds, in the order of their ids."""
        with self._look() as connection:
            return contacts_by_id(connection, ids)

    def statements(self, wanted: Filter, limit: int, after: str | None) -> Listing[StatementRow]:
        """List statements in the order of the reports."""
        return self._page(listing.statements, wanted, limit, after)

    def figures(self, wanted: Filter, limit: int, after: str | None) -> Listing[FigureRow]:
        """List figures in the order of the reports."""
        return self._page(listing.figures, wanted, limit, after)

    def timeline(self, wanted: Filter, limit: int, after: str | None) -> Listing[TimelineRow]:
        """List what has a date, and the contacts that have none, by date, undated last."""
        return self._page(listing.timeline, wanted, limit, after)

    def search(self, text: str, wanted: Filter, limit: int, after: str | None) -> Listing[Hit]:
        """Return the reports and statements that hold all words of ``text``, best first."""
        with self._look() as connection:
            return search(connection, text, wanted, limit, after)

    def verify(self, report: str | None = None) -> Iterator[Verification]:
        """Yield, report by report, what was checked and what does not hold.

        Each report is checked in a transaction of its own, so others may write meanwhile.
        """
        with self._look() as connection:
            if report is not None:
                numbers = [number_of(connection, report)]
            else:
                query = select(schema.reports.c.n).order_by(schema.reports.c.told)
                numbers = list(connection.execute(query).scalars())
        for number in numbers:
            with self._look() as connection:
                checked = verification(connection, number)
            yield checked

    def _look(self) -> AbstractContextManager[Connection]:
        """Open a transaction to look into the record."""
        return self._looks.look()

    def _write(self) -> AbstractContextManager[Connection]:
        """Open a transaction to write into the record."""
        return self._looks.write()

    def _page(self, of: Page[T], wanted: Filter, limit: int, after: str | None) -> Listing[T]:
        """Return a page of a list."""
        with self._look() as connection:
            return of(connection, wanted, limit, after)
