"""Names as a record's reports print them, found under the keys by which actors are judged."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable
from contextlib import AbstractContextManager

from sqlalchemy import Connection, func, literal_column, or_, select

from communique.record import schema

#: The most names that are returned for some keys.
_MOST = 500


class SqliteSpellings(ABC):
    """The :class:`~communique.record.search.spellings.Spellings` of a SQLite record."""

    @abstractmethod
    def _look(self) -> AbstractContextManager[Connection]:
        """Open a transaction to look into the record."""

    def names_under(self, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the names printed of the actors whose keys begin with any of ``keys``."""
        k, a, t = schema.actor_keys.c, schema.actors.c, schema.tallies.c
        begins = [(k.key >= key) & (k.key < f"{key}\U0010ffff") for key in sorted(set(keys))]
        if not begins:
            return {}
        leader = schema.actors.alias("leader")
        keyed = select(k.actor).where(or_(*begins)).distinct()
        query = (
            select(func.coalesce(leader.c.id, a.id).label("id"), t.label)
            .join_from(schema.actors, schema.tallies, t.actor == a.n)
            .outerjoin(leader, leader.c.n == a.leader)
            # The plus keeps SQLite from going through all names there are.
            .where(a.id.in_(keyed), literal_column("+tallies.slot").in_(["name", "alias"]))
            .order_by(t.times.desc(), t.label)
            .limit(_MOST)
        )
        found: dict[str, list[str]] = defaultdict(list)
        with self._look() as connection:
            for row in connection.execute(query):
                found[row.id].append(row.label)
        return {id: tuple(dict.fromkeys(labels)) for id, labels in found.items()}
