"""What a store can be asked for, beside what :class:`~communique.record.store.Store` itself says.

The protocols here are parts of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from communique.model import Report, Spans
from communique.model.asking import Material
from communique.model.claim_rows import ActRow, ForecastRow, PositionRow, ProposalRow
from communique.model.matching import KnownActor
from communique.model.rows import Filter, Listing
from communique.model.threads import Between, Deed, Occasion, Stand


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

    def matters(self, types: Iterable[str], since: str, until: str) -> list[Deed]:
        """Return the acts of some types that were told in those days, without their actors."""
        ...

    def stands(self, actor: str | None, since: str, until: str) -> list[Stand]:
        """Return the positions of an actor, or of all, told in those days, in order."""
        ...

    def occasions(self, actors: Iterable[str], since: str, until: str) -> list[Occasion]:
        """Return the contacts, told in those days, in which two or more of ``actors`` have a
        part."""
        ...

    def towards_others(self, since: str, until: str) -> list[Between]:
        """Return all acts, told in those days, of somebody known towards somebody known."""
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
        with their texts and sentences."""
        ...

    def known(self, actors: Iterable[str]) -> dict[str, KnownActor]:
        """Return what is known of whole clusters, by the id of the actor that stands for each."""
        ...

    def state_names(self) -> tuple[str, ...]:
        """Return the names of all states in the record."""
        ...

    def last_day(self) -> str | None:
        """Return the day of the last published report; ``None`` where none bears a date."""
        ...

    def acts_by_id(self, ids: Iterable[str]) -> dict[str, ActRow]:
        """Return those of the acts that the record holds."""
        ...

    def positions_by_id(self, ids: Iterable[str]) -> dict[str, PositionRow]:
        """Return those of the positions that the record holds."""
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

    def materials(self, reports: Iterable[str]) -> list[Material]:
        """Return reports with all they say, in the order given; unknown ones are left out."""
        ...
