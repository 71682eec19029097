"""The lists of acts, positions, forecasts and proposals; they work as the others do.

:class:`SqliteClaimLists` is the part of a store that gives them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, select

from communique.model import Act, Forecast, Position, Proposal
from communique.model.claim_rows import ActRow, AnswerRow, ForecastRow, PositionRow, ProposalRow
from communique.model.rows import ActorRef, Filter, Listing, StatementRow
from communique.record import schema
from communique.record.among import as_list, listed
from communique.record.listing import claims_of_kind, page
from communique.record.telling import Teller
from communique.record.wire import AnyRow

T = TypeVar("T")


class ClaimTeller(Teller):
    """Turns rows of ``claims`` into lines about acts, positions, forecasts and proposals."""

    def acts(self) -> tuple[ActRow, ...]:
        """Return the lines, all of acts."""
        pairs = self._pairs(Act)
        cited = self._cited({row.report for row, act in pairs if act.answers})
        return tuple(self._act(row, act, cited) for row, act in pairs)

    def positions(self) -> tuple[PositionRow, ...]:
        """Return the lines, all of positions."""
        return tuple(self._position(row, claim) for row, claim in self._pairs(Position))

    def forecasts(self) -> tuple[ForecastRow, ...]:
        """Return the lines, all of forecasts."""
        return tuple(self._forecast(row, claim) for row, claim in self._pairs(Forecast))

    def proposals(self) -> tuple[ProposalRow, ...]:
        """Return the lines, all of proposals."""
        return tuple(self._proposal(row, claim) for row, claim in self._pairs(Proposal))

    def _cited(self, reports: set[int]) -> dict[tuple[int, str], str]:
        """Return the ids of the acts of reports, by report and local id."""
        if not reports:
            return {}
        rows = self._connection.execute(acts_by_local(), {"reports": as_list(reports)})
        return {(report, local): id for report, local, id in rows}

    def _act(self, row: AnyRow, act: Act, cited: dict[tuple[int, str], str]) -> ActRow:
        return ActRow(
            id=row.id,
            report=self._refs[row.report],
            type=act.type,
            status=act.status,
            actor=self._actor(row, act.actor),
            actor_raw=act.actor_raw,
            joint=self._all(row, act.joint),
            towards=self._actor(row, act.towards),
            also_towards=self._all(row, act.also_towards),
            what=act.what,
            condition=self._words(row, act.condition) if act.condition else None,
            reported_by=self._actor(row, act.reported_by),
            when=act.when,
            plover=act.plover,
            answers=tuple(
                AnswerRow(
                    act=cited[row.report, each.act],
                    kind=each.kind,
                    basis=each.basis,
                    words=self._words(row, each.evidence),
                )
                for each in act.answers
                if (row.report, each.act) in cited
            ),
            evidence=act.evidence,
            words=self._words(row, act.evidence),
            decided=self._decided(row),
        )

    def _position(self, row: AnyRow, claim: Position) -> PositionRow:
        return PositionRow(
            id=row.id,
            report=self._refs[row.report],
            actor=self._actor(row, claim.actor),
            actor_raw=claim.actor_raw,
            issue=claim.issue,
            stance=claim.stance,
            polarity=claim.polarity,
            reported_by=self._actor(row, claim.reported_by),
            evidence=claim.evidence,
            words=self._words(row, claim.evidence),
            decided=self._decided(row),
        )

    def _forecast(self, row: AnyRow, claim: Forecast) -> ForecastRow:
        return ForecastRow(
            id=row.id,
            report=self._refs[row.report],
            by=self._actor(row, claim.by),
            what=claim.what,
            made=claim.made,
            horizon=claim.horizon,
            outcome=claim.outcome,
            evidence=claim.evidence,
            words=self._words(row, claim.evidence),
            decided=self._decided(row),
        )

    def _proposal(self, row: AnyRow, claim: Proposal) -> ProposalRow:
        return ProposalRow(
            id=row.id,
            report=self._refs[row.report],
            by=self._actor(row, claim.by),
            title=claim.title,
            steps=claim.steps,
            backed_by=self._all(row, claim.backed_by),
            opposed_by=self._all(row, claim.opposed_by),
            evidence=claim.evidence,
            words=self._words(row, claim.evidence),
            decided=self._decided(row),
        )

    def _all(self, row: AnyRow, locals_: tuple[str, ...]) -> tuple[ActorRef, ...]:
        """Return the actors that a claim calls by local ids."""
        return tuple(ref for local in locals_ if (ref := self._actor(row, local)))


@cache
def acts_by_local() -> Select[Any]:
    """Return the query for the acts of the reports listed: report, local id, id."""
    c = schema.claims.c
    return select(c.report, c.local, c.id).where(listed(c.report, "reports"), c.kind == "act")


@cache
def _by_id() -> Select[Any]:
    """Return the query for the claims of the ids listed."""
    c = schema.claims.c
    # An order by number, or a kind to look for, would lead away from the ids' index.
    return select(schema.claims).where(listed(c.id, "ids")).order_by(c.id, c.n)


class SqliteClaimLists(ABC):
    """The :class:`~communique.record.lookups.ClaimLists` of a SQLite record."""

    @abstractmethod
    def _look(self) -> AbstractContextManager[Connection]:
        """Open a transaction to look into the record."""

    def acts(self, wanted: Filter, limit: int, after: str | None) -> Listing[ActRow]:
        """List acts in the order of the reports."""
        return self._listed("act", ClaimTeller.acts, wanted, limit, after)

    def positions(self, wanted: Filter, limit: int, after: str | None) -> Listing[PositionRow]:
        """List positions in the order of the reports."""
        return self._listed("position", ClaimTeller.positions, wanted, limit, after)

    def forecasts(self, wanted: Filter, limit: int, after: str | None) -> Listing[ForecastRow]:
        """List forecasts in the order of the reports."""
        return self._listed("forecast", ClaimTeller.forecasts, wanted, limit, after)

    def proposals(self, wanted: Filter, limit: int, after: str | None) -> Listing[ProposalRow]:
        """List proposals in the order of the reports."""
        return self._listed("proposal", ClaimTeller.proposals, wanted, limit, after)

    def _listed(
        self,
        kind: str,
        tell: Callable[[ClaimTeller], tuple[T, ...]],
        wanted: Filter,
        limit: int,
        after: str | None,
    ) -> Listing[T]:
        with self._look() as connection:
            rows = claims_of_kind(connection, kind, wanted, limit, after)
            told = tell(ClaimTeller(connection, rows[:limit]))
            return page(told, rows, limit, "told", "n")

    def acts_by_id(self, ids: Iterable[str]) -> dict[str, ActRow]:
        """Return those of the acts that the record holds."""
        return {row.id: row for row in self._by_id("act", ClaimTeller.acts, ids)}

    def positions_by_id(self, ids: Iterable[str]) -> dict[str, PositionRow]:
        """Return those of the positions that the record holds."""
        return {row.id: row for row in self._by_id("position", ClaimTeller.positions, ids)}

    def statements_by_id(self, ids: Iterable[str]) -> dict[str, StatementRow]:
        """Return those of the statements that the record holds."""
        return {row.id: row for row in self._by_id("statement", ClaimTeller.statements, ids)}

    def _by_id(
        self, kind: str, tell: Callable[[ClaimTeller], tuple[T, ...]], ids: Iterable[str]
    ) -> tuple[T, ...]:
        with self._look() as connection:
            rows = connection.execute(_by_id(), {"ids": as_list(ids)}).all()
            some = sorted((row for row in rows if row.kind == kind), key=lambda row: row.n)
            return tell(ClaimTeller(connection, some)) if some else ()
