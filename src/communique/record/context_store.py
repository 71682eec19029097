"""The part of a SQLite store that looks up what stands around a claim or an actor."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from communique.model.claim_rows import ActRow, PositionRow
from communique.model.rows import FigureRow, Filter, Listing, StatementRow
from communique.model.threads import Company, Deed, IssueCount, Period, Placed
from communique.record import contexts
from communique.record.claim_lists import ClaimTeller
from communique.record.deed_store import SqliteDeedLookups
from communique.record.telling import Teller


class SqliteContexts(SqliteDeedLookups):
    """The :class:`~communique.record.lookups.Contexts` of a SQLite record."""

    def on_line(
        self, kinds: Collection[str], wanted: Filter, limit: int, after: str | None
    ) -> Listing[Placed]:
        """List claims of some kinds in the order of the timeline, without what they say."""
        with self._look() as connection:
            return contexts.on_line(connection, kinds, wanted, limit, after)

    def on_line_of(self, ids: Iterable[str], wanted: Filter) -> set[str]:
        """Return those of the claims with these ids that the timeline lists."""
        with self._look() as connection:
            return contexts.on_line_of(connection, ids, wanted)

    def last_on_line(self, kinds: Collection[str], wanted: Filter, limit: int) -> list[Placed]:
        """List claims of some kinds as the timeline does, the last first, undated behind them."""
        with self._look() as connection:
            return contexts.last_on_line(connection, kinds, wanted, limit)

    def last_statements(self, actor: str, limit: int) -> tuple[StatementRow, ...]:
        """Return the statements in which an actor has a part, the last told first."""
        with self._look() as connection:
            rows = contexts.last_told(connection, "statement", actor, limit)
            return Teller(connection, rows).statements()

    def last_positions(self, actor: str, limit: int) -> tuple[PositionRow, ...]:
        """Return the positions in which an actor has a part, the last told first."""
        with self._look() as connection:
            rows = contexts.last_told(connection, "position", actor, limit)
            return ClaimTeller(connection, rows).positions()

    def periods(self, by: str, kinds: Collection[str], wanted: Filter) -> tuple[Period, ...]:
        """Count what bears a date, kind by kind, in years, months or days."""
        with self._look() as connection:
            return contexts.periods(connection, by, kinds, wanted)

    def issues(self, wanted: Filter, limit: int, after: str | None) -> Listing[IssueCount]:
        """List issues with how many positions are told on each, those with most first."""
        with self._look() as connection:
            return contexts.issues(connection, wanted, limit, after)

    def company(self, actor: str, limit: int) -> tuple[Company, ...]:
        """Return with whom an actor is told of in contacts, those first of whom most is told."""
        with self._look() as connection:
            return contexts.company(connection, actor, limit)

    def said_in(self, reports: Iterable[str], actors: Iterable[str]) -> tuple[StatementRow, ...]:
        """Return the statements of reports in which one of ``actors`` has a part."""
        with self._look() as connection:
            rows = contexts.parts_in(connection, "statement", reports, actors)
            return Teller(connection, rows).statements()

    def done_in(self, reports: Iterable[str], actors: Iterable[str]) -> tuple[ActRow, ...]:
        """Return the acts of reports in which one of ``actors`` has a part."""
        with self._look() as connection:
            rows = contexts.parts_in(connection, "act", reports, actors)
            return ClaimTeller(connection, rows).acts()

    def counted_in(self, reports: Iterable[str], actors: Iterable[str]) -> tuple[FigureRow, ...]:
        """Return the figures of reports that one of ``actors`` claims."""
        with self._look() as connection:
            rows = contexts.parts_in(connection, "figure", reports, actors)
            return Teller(connection, rows).figures()

    def acts_among(
        self, actors: Iterable[str], types: Collection[str], since: str, until: str
    ) -> list[Deed]:
        """Return the acts of some types, told in those days, of two of ``actors``."""
        with self._look() as connection:
            return contexts.acts_among(connection, actors, types, (since, until))

    def contacts_among(
        self, actors: Iterable[str], day: str, limit: int
    ) -> tuple[list[str], list[str]]:
        """Return the dated contacts of two of ``actors`` that are nearest to a day."""
        with self._look() as connection:
            return contexts.contacts_among(connection, actors, day, limit)

    def newest(self) -> str | None:
        """Return the instant at which a report was read last."""
        with self._look() as connection:
            return contexts.newest(connection)

    def added_since(self, reports: Iterable[str], since: str) -> frozenset[str]:
        """Return those of the reports that came into the record after an instant."""
        with self._look() as connection:
            return contexts.added_since(connection, reports, since)

    def reports_since(self, since: str) -> int:
        """Return how many reports came into the record after an instant."""
        with self._look() as connection:
            return contexts.reports_since(connection, since)
