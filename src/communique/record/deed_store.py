"""The part of a SQLite store that looks up what is compared across reports."""

from __future__ import annotations

from collections.abc import Iterable

from communique.model import Report, Spans
from communique.model.matching import KnownActor
from communique.model.rows import ActorRef, Filter, Listing
from communique.model.threads import Between, Deed, Occasion, Sought, Stand
from communique.record import dealings, deeds, kin, sides, stances
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

    def deeds_near(self, sought: Iterable[Sought]) -> list[Deed]:
        """Return the acts that speak of any of the matters."""
        with self._look() as connection:
            return deeds.deeds_near(connection, sought)

    def answers(self, reports: Iterable[str]) -> list[Deed]:
        """Return the acts of reports that answer others of their report."""
        with self._look() as connection:
            return deeds.answers(connection, reports)

    def deeds_of(self, reports: Iterable[str]) -> list[Deed]:
        """Return all acts of reports, in the order in which they were told."""
        with self._look() as connection:
            return deeds.deeds_of(connection, reports)

    def deeds_with(self, actors: Iterable[str], limit: int) -> list[Deed]:
        """Return the last acts in which actors, as such and not their clusters, have a part."""
        with self._look() as connection:
            return deeds.deeds_with(connection, actors, limit)

    def stands(
        self, actor: str | None, since: str, until: str, polarities: frozenset[str]
    ) -> list[Stand]:
        """Return the positions that an actor, or anybody, holds, told in those days, in order."""
        with self._look() as connection:
            return stances.stands(connection, actor, since, until, polarities)

    def occasions(self, actors: Iterable[str], since: str, until: str) -> list[Occasion]:
        """Return the contacts in which two or more of ``actors`` have a part."""
        with self._look() as connection:
            return deeds.occasions(connection, actors, since, until)

    def called_so(self, name: str) -> list[ActorRef]:
        """Return who is called exactly so, or else whose name begins so, the best known first."""
        with self._look() as connection:
            return dealings.called_so(connection, name)

    def sides(self, actors: Iterable[str]) -> dict[str, str]:
        """Return for which state each of the actors acts."""
        with self._look() as connection:
            return sides.sides_of(connection, actors)

    def acting(self, side: str) -> frozenset[str]:
        """Return who acts for a state: those that stand for their clusters."""
        with self._look() as connection:
            return sides.acting(connection, side)

    def acts_between(self, ours: Iterable[str], theirs: Iterable[str]) -> list[Between]:
        """Return the acts of one of ``ours`` towards one of ``theirs``, or the other way."""
        with self._look() as connection:
            return dealings.acts_between(connection, ours, theirs)

    def contacts_between(self, ours: Iterable[str], theirs: Iterable[str]) -> list[Between]:
        """Return the contacts in which one of ``ours`` and one of ``theirs`` have a part."""
        with self._look() as connection:
            return dealings.contacts_between(connection, ours, theirs)

    def reports_with(
        self, stems: Iterable[str], after_day: str, limit: int
    ) -> list[tuple[Report, Spans]]:
        """Return the first reports told after a day in which words begin with each of ``stems``."""
        with self._look() as connection:
            return deeds.reports_with(connection, stems, after_day, limit)

    def known(self, actors: Iterable[str]) -> dict[str, KnownActor]:
        """Return what is known of whole clusters."""
        with self._look() as connection:
            return kin.known(connection, actors)

    def names(self, actors: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return all names of whole clusters."""
        with self._look() as connection:
            return kin.names(connection, actors)

    def state_names(self) -> tuple[str, ...]:
        """Return the names of all states in the record."""
        with self._look() as connection:
            return kin.state_names(connection)
