"""What a store can be asked for, beside what :class:`~communique.record.store.Store` itself says.

The protocols here are parts of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from communique.model import Report, Spans
from communique.model.asking import Material
from communique.model.citation import LISTS
from communique.model.claim_rows import ActRow, ForecastRow, PositionRow, ProposalRow
from communique.model.matching import KnownActor
from communique.model.rows import ActorRef, FigureRow, Filter, Listing, StatementRow
from communique.model.threads import (
    Between,
    Company,
    Deed,
    IssueCount,
    Occasion,
    Period,
    Placed,
    Sought,
    Stand,
)


class ClaimLists(Protocol):
    """Lists in the order of the reports, which are otherwise like those of
    :class:`~communique.record.store.Store`."""

    def acts(self, wanted: Filter, limit: int, after: str | None) -> Listing[ActRow]:
        """List acts; ``wanted.actor`` acts, is acted towards or tells of it."""
        ...

    def positions(self, wanted: Filter, limit: int, after: str | None) -> Listing[PositionRow]:
        """List positions; ``wanted.kind`` is a polarity."""
        ...

    def forecasts(self, wanted: Filter, limit: int, after: str | None) -> Listing[ForecastRow]:
        """List forecasts; ``wanted.status`` is an outcome."""
        ...

    def proposals(self, wanted: Filter, limit: int, after: str | None) -> Listing[ProposalRow]:
        """List proposals."""
        ...


class DeedLookups(Protocol):
    """Acts, positions and contacts as they are compared across reports, without their words.

    Days are ISO dates, both inclusive; what has no day is left out.
    """

    def opened(
        self,
        wanted: Filter,
        types: tuple[frozenset[str], frozenset[str]],
        limit: int,
        after: str | None,
    ) -> Listing[Deed]:
        """List acts of the first ``types``, and of the second those that are only planned."""
        ...

    def deed(self, id: str) -> Deed | None:
        """Return the act with this id, if there is one."""
        ...

    def deeds(self, ids: Iterable[str]) -> list[Deed]:
        """Return the acts with these ids, in the order in which they were told."""
        ...

    def deeds_near(self, sought: Iterable[Sought]) -> list[Deed]:
        """Return the acts that speak of any of the matters."""
        ...

    def answers(self, reports: Iterable[str]) -> list[Deed]:
        """Return the acts of reports that answer others of their report."""
        ...

    def stands(
        self, actor: str | None, since: str, until: str, polarities: frozenset[str]
    ) -> list[Stand]:
        """Return the positions that an actor, or anybody, holds, told in those days, in order,
        where the holder is on the issue of more than one of ``polarities``."""
        ...

    def occasions(self, actors: Iterable[str], since: str, until: str) -> list[Occasion]:
        """Return the contacts, told in those days, in which two or more of ``actors`` have a
        part."""
        ...

    def called_so(self, name: str) -> list[ActorRef]:
        """Return who is called exactly so, or else whose name begins so, the best known first.

        ``name`` may also be an id.
        """
        ...

    def sides(self, actors: Iterable[str]) -> dict[str, str]:
        """Return the states, as they compare, for which actors act who stand for their clusters;
        who acts for none is left out."""
        ...

    def acting(self, side: str) -> frozenset[str]:
        """Return who acts for a state: those that stand for their clusters."""
        ...

    def acts_between(self, ours: Iterable[str], theirs: Iterable[str]) -> list[Between]:
        """Return the acts of one of ``ours`` towards one of ``theirs``, or the other way round.

        ``on`` is the first day of its date, else the day it was told.
        """
        ...

    def contacts_between(self, ours: Iterable[str], theirs: Iterable[str]) -> list[Between]:
        """Return the contacts in which one of ``ours`` and one of ``theirs`` have a part.

        ``on`` is the first day of a contact's date, else the day it was told; ``event`` is
        "dated" where it bears a date of its own. ``one`` and ``other`` are left empty.
        """
        ...

    def reports_with(
        self, stems: Iterable[str], after_day: str, limit: int
    ) -> list[tuple[Report, Spans]]:
        """Return the first reports told after a day in which words begin with each of ``stems``,
        with their texts, and the sentences in which a word begins with the first of them."""
        ...

    def known(self, actors: Iterable[str]) -> dict[str, KnownActor]:
        """Return what is known of whole clusters, by the id of the actor that stands for each."""
        ...

    def names(self, actors: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return all names of whole clusters, by the id of the actor that stands for each."""
        ...

    def state_names(self) -> tuple[str, ...]:
        """Return the names of all states in the record."""
        ...

    def acts_by_id(self, ids: Iterable[str]) -> dict[str, ActRow]:
        """Return those of the acts that the record holds."""
        ...

    def positions_by_id(self, ids: Iterable[str]) -> dict[str, PositionRow]:
        """Return those of the positions that the record holds."""
        ...


class Contexts(Protocol):
    """What stands around a claim or an actor. Actors are meant with all that are the same."""

    def on_line(
        self, kinds: Collection[str], wanted: Filter, limit: int, after: str | None
    ) -> Listing[Placed]:
        """List claims of some kinds in the order of the timeline, without what they say."""
        ...

    def on_line_of(self, ids: Iterable[str], wanted: Filter) -> set[str]:
        """Return those of the claims with these ids that the timeline lists."""
        ...

    def last_on_line(self, kinds: Collection[str], wanted: Filter, limit: int) -> list[Placed]:
        """List claims of some kinds as the timeline does, the last first, undated behind them."""
        ...

    def last_statements(self, actor: str, limit: int) -> tuple[StatementRow, ...]:
        """Return the statements in which an actor has a part, the last told first."""
        ...

    def last_positions(self, actor: str, limit: int) -> tuple[PositionRow, ...]:
        """Return the positions in which an actor has a part, the last told first."""
        ...

    def periods(self, by: str, kinds: Collection[str], wanted: Filter) -> tuple[Period, ...]:
        """Count what bears a date, kind by kind, in periods: ``year``, ``month`` or ``day``."""
        ...

    def issues(self, wanted: Filter, limit: int, after: str | None) -> Listing[IssueCount]:
        """List issues with how many positions are told on each, those with most first."""
        ...

    def company(self, actor: str, limit: int) -> tuple[Company, ...]:
        """Return with whom an actor is told of in contacts, those first of whom most is told."""
        ...

    def said_in(self, reports: Iterable[str], actors: Iterable[str]) -> tuple[StatementRow, ...]:
        """Return the statements of reports in which one of ``actors`` has a part."""
        ...

    def done_in(self, reports: Iterable[str], actors: Iterable[str]) -> tuple[ActRow, ...]:
        """Return the acts of reports in which one of ``actors`` has a part."""
        ...

    def counted_in(self, reports: Iterable[str], actors: Iterable[str]) -> tuple[FigureRow, ...]:
        """Return the figures of reports that one of ``actors`` claims."""
        ...

    def acts_among(
        self, actors: Iterable[str], types: Collection[str], since: str, until: str
    ) -> list[Deed]:
        """Return the acts of some types, told in those days, in which two of ``actors`` have a
        part."""
        ...

    def contacts_among(
        self, actors: Iterable[str], day: str, limit: int
    ) -> tuple[list[str], list[str]]:
        """Return the ids of the dated contacts in which two of ``actors`` have a part, nearest to
        a day: at most ``limit`` of earlier days, and as many of later ones, the nearest first."""
        ...

    def newest(self) -> str | None:
        """Return the instant at which a report was read last; ``None`` in an empty record."""
        ...

    def added_since(self, reports: Iterable[str], since: str) -> frozenset[str]:
        """Return those of the reports that came into the record after an instant."""
        ...

    def reports_since(self, since: str) -> int:
        """Return how many reports came into the record after an instant."""
        ...


class Materials(Protocol):
    """Reports with all they say, as a question is put to them."""

    def about(self, words: Sequence[str], limit: int) -> list[str]:
        """Return the reports that hold any of ``words`` or what begins so, best first."""
        ...

    def with_actors(self, actors: Sequence[Sequence[str]], limit: int) -> list[str]:
        """Return the reports of contacts with one of each group of actors, the latest first.

        There is no telling of a single group; then it is none.
        """
        ...

    def meaning(self, vector: bytes, limit: int) -> list[tuple[str, int, float]]:
        """Return the sentences whose vectors are most like one: report, number and likeness.

        They come best first, those of nothing in common left out; likeness is 1 at most.
        """
        ...

    def materials(
        self, reports: Iterable[str], kinds: Collection[str] = tuple(LISTS)
    ) -> list[Material]:
        """Return reports with what they say, in the order given; unknown ones are left out.

        Of claims only those of some ``kinds`` come, by default of all.
        """
        ...
