"""What a record can do, wherever it is kept.

Stores: :class:`communique.record.sqlite.SqliteStore`. A new one passes
``tests/record/test_stores.py``, which is run over all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Literal, Protocol

import msgspec

from communique.model import Account, Actor, Origin, Report, Spans
from communique.model.judgement import Judgement
from communique.model.lineage import SharedText
from communique.model.rows import (
    ActorRow,
    ClaimKind,
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
from communique.record.doubts import Doubts
from communique.record.lookups import ClaimLists, Contexts, DeedLookups, Materials
from communique.record.search.spellings import Spellings

if TYPE_CHECKING:
    from communique.record.judgements.docket import Docket
    from communique.record.lineage import Lineage

Outcome = Literal["added", "re-read", "unchanged"]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What an id names. ``report`` and ``local`` say where a claim or an appearance is."""

    id: str
    kind: ClaimKind | Literal["report", "actor"]
    report: str | None = None
    local: str | None = None


class Appearance(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as one report names it."""

    report: str
    actor: Actor


class Store(ClaimLists, DeedLookups, Contexts, Doubts, Materials, Spellings, Protocol):
    """A record. Every method may raise :class:`~communique.errors.RecordError`.

    Report, actor and claim ids are the citable ones, in full, except where a method says
    otherwise. Lists raise :class:`~communique.errors.UsageError` for a date that is none, and
    :class:`~communique.errors.NotInRecord` for a cursor that is not theirs and an actor or
    report to filter by that the record does not hold.
    """

    def close(self) -> None:
        """Let go of the record; what was added is kept."""
        ...

    def steadily(self) -> AbstractContextManager[None]:
        """Let what this thread looks up within the block be of one state of the record.

        It is also faster than one look at a time. Once the thread writes, it sees what it wrote.
        """
        ...

    def editions(self, bodies: Iterable[str]) -> dict[str, list[Report]]:
        """Return the recorded publications, without their texts, of each of these ``bodies``."""
        ...

    def origins(self, publications: Iterable[str]) -> dict[str, Origin]:
        """Return what made the readings of those ``publications`` that are recorded."""
        ...

    def add(self, account: Account, sentences: Spans = ()) -> Outcome:
        """Record an account, all of it or, if anything goes wrong, nothing.

        An account of the same publication, with the same particulars, by the same origin
        changes nothing; else its actors, dates and claims give way to the new ones, and the
        record remembers what made them. ``sentences`` serve to show claims in context.
        """
        ...

    def waits(self) -> bool:
        """Tell whether actors or contacts wait to be judged, as they do after :meth:`add`."""
        ...

    def judging(self) -> AbstractContextManager[Docket]:
        """Open the docket: what waits to be judged, in a transaction of its own."""
        ...

    def untraced(self) -> bool:
        """Tell whether texts wait to be traced, as new ones do after :meth:`add`."""
        ...

    def lineage(self) -> AbstractContextManager[Lineage]:
        """Open the lineage: what waits to be traced, in a transaction of its own."""
        ...

    def shared(self, wanted: Filter, limit: int, after: str | None) -> Listing[SharedText]:
        """List pairs of reports that share passages, or one text, by the later told of the two.

        Either may be the report that is asked for; other conditions are on the later told.
        """
        ...

    def judgements(self, items: Iterable[str]) -> list[Judgement]:
        """Return the standing judgements on any of ``items``, in the order they were made."""
        ...

    def log(
        self, limit: int, after: str | None, *, items: Iterable[str] = (), persons: bool = False
    ) -> Listing[Judgement]:
        """List judgements as they were made, those retracted among them.

        ``items`` narrows it to judgements on any of these, ``persons`` to those of persons.
        """
        ...

    def judgement(self, id: str) -> Judgement:
        """Return the judgement that an id, or a prefix of just one, names.

        Raises:
            NotInRecord: there is none.
            Conflict: there are several.
        """
        ...

    def unplaced(self) -> tuple[Judgement, ...]:
        """Return the standing judgements of persons on what the record no longer holds."""
        ...

    def find(self, id: str) -> Found:
        """Return what an id, or a prefix of just one id, names.

        Raises:
            NotInRecord: nothing has such an id.
            UsageError: it is no id.
            Conflict: it is a prefix of several; the error lists some.
        """
        ...

    def report(self, id: str) -> ReportRow:
        """Return one report.

        Raises:
            NotInRecord: there is no such report.
        """
        ...

    def account(self, id: str) -> Account:
        """Return the account of a report, equal to the one that was added.

        Raises:
            NotInRecord: there is no such report.
        """
        ...

    def source(self, id: str) -> tuple[Report, Spans]:
        """Return a report with its text, and its sentences as they were when it was added.

        Raises:
            NotInRecord: there is no such report.
        """
        ...

    def sources(self, ids: Iterable[str]) -> dict[str, tuple[Report, Spans]]:
        """Return reports as :meth:`source` does, those that the record holds, by id."""
        ...

    def refs(self, ids: Iterable[str]) -> dict[str, ReportRef]:
        """Return the names of those of the reports that the record holds, by id."""
        ...

    def readings(self, id: str) -> tuple[ReadingRow, ...]:
        """Return all readings of a report, the newest first."""
        ...

    def actor(self, id: str) -> ActorRow:
        """Return one actor.

        Raises:
            NotInRecord: there is no such actor.
        """
        ...

    def called(self, actors: Iterable[str]) -> dict[str, str]:
        """Return what each of these actors is itself called, whatever it was merged with."""
        ...

    def appearances(self, id: str, limit: int) -> tuple[Appearance, ...]:
        """Return an actor as the reports name it, in the order in which they were told."""
        ...

    def actor_ids(self, report: str) -> dict[str, str]:
        """Return the actors of a report: ids over all reports, by local id."""
        ...

    def reports(self, wanted: Filter, limit: int, after: str | None) -> Listing[ReportRow]:
        """List reports by date of publication, undated last."""
        ...

    def actors(self, wanted: Filter, limit: int, after: str | None) -> Listing[ActorRow]:
        """List actors, those that most reports name first."""
        ...

    def contacts(self, wanted: Filter, limit: int, after: str | None) -> Listing[ContactRow]:
        """List contacts in the order of the reports."""
        ...

    def contacts_by_id(self, ids: Iterable[str]) -> tuple[ContactRow, ...]:
        """Return those of the contacts that the record holds, in the order of their ids."""
        ...

    def statements(self, wanted: Filter, limit: int, after: str | None) -> Listing[StatementRow]:
        """List statements in the order of the reports."""
        ...

    def figures(self, wanted: Filter, limit: int, after: str | None) -> Listing[FigureRow]:
        """List figures in the order of the reports."""
        ...

    def timeline(self, wanted: Filter, limit: int, after: str | None) -> Listing[TimelineRow]:
        """List what has a date, and the contacts that have none, by date, undated last."""
        ...

    def search(self, text: str, wanted: Filter, limit: int, after: str | None) -> Listing[Hit]:
        """Return the reports and statements that hold all words of ``text``, best first."""
        ...

    def verify(self, report: str | None = None) -> Iterator[Verification]:
        """Yield, report by report, what was checked and what does not hold."""
        ...
