"""The part of a SQLite store that looks up what is compared across reports."""

from __future__ import annotations

from collections.abc import Iterable

from communique.model import Report, Spans
from communique.model.matching import KnownActor
from communique.model.rows import Filter, Listing
from communique.model.threads import Between, Deed, Occasion, Stand
from communique.record import deeds
from communique.record.claim_lists import SqliteClaimLists


class SqliteDeedLookups(SqliteClaimLists):
    """The :class:`~communique.record.lookups.DeedLookups` of a SQLite record."""

    def opened(
        self,
        wanted: Filter,
        types: tuple[frozenset[str], frozenset[str]],
        limit: int,
        after: str | None,
    ) -> Listing[Deed]:
        """List acts of the first ``types``, and of the second those that are only planned."""
        with self._look() as connection:
            return deeds.opened(connection, wanted, types, limit, after)

    def deed(self, id: str) -> Deed | None:
        """Return the act with this id, if there is one."""
        with self._look() as connection:
            return deeds.deed(connection, id)

    def deeds(self, ids: Iterable[str]) -> list[Deed]:
        """Return the acts with these ids, in the order in which they were told."""
        with self._look() as connection:
            return deeds.deeds_by_id(connection, ids)

    def matters(self, types: Iterable[str], since: str, until: str) -> list[Deed]:
        """Return the acts of some types that were told in those days, without their actors."""
        with self._look() as connection:
            return deeds.matters(connection, types, since, until)

    def stands(self, actor: str | None, since: str, until: str) -> list[Stand]:
        """Return the positions of an actor, or of all, told in those days, in order."""
        with self._look() as connection:
            return deeds.stands(connection, actor, since, until)

    def occasions(self, actors: Iterable[str], since: str, until: str) -> list[Occasion]:
        """Return the contacts in which two or more of ``actors`` have a part."""
        with self._look() as connection:
            return deeds.occasions(connection, actors, since, until)

    def towards_others(self, since: str, until: str) -> list[Between]:
        """Return all acts, told in those days, of somebody known towards somebody known."""
        with self._look() as connection:
            return deeds.towards_others(connection, since, until)

    def contacts_between(self, ours: Iterable[str], theirs: Iterable[str]) -> list[Between]:
        """Return the contacts in which one of ``ours`` and one of ``theirs`` have a part."""
        with self._look() as connection:
            return deeds.contacts_between(connection, ours, theirs)

    def reports_with(
        self, stems: Iterable[str], after_day: str, limit: int
    ) -> list[tuple[Report, Spans]]:
        """Return the first reports told after a day in which words begin with each of ``stems``."""
        with self._look() as connection:
            return deeds.reports_with(connection, stems, after_day, limit)

    def known(self, actors: Iterable[str]) -> dict[str, KnownActor]:
        """Return what is known of whole clusters."""
        with self._look() as connection:
            return deeds.known(connection, actors)

    def state_names(self) -> tuple[str, ...]:
        """Return the names of all states in the record."""
        with self._look() as connection:
            return deeds.state_names(connection)

    def last_day(self) -> str | None:
        """Return the day of the last published report."""
        with self._look() as connection:
            return deeds.last_day(connection)
