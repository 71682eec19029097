"""In which contacts clusters of actors have a part."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select

from communique.record import schema
from communique.record.among import among


class Parties:
    """Looks up who goes by whom, and their contacts, once.

    Args:
        connection: A connection with a transaction in which no contact changes.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kin: dict[str, tuple[int, ...]] = {}
        self._parts: dict[tuple[int, ...], frozenset[int]] = {}

    def forget(self) -> None:
        """Forget who goes by whom, which has changed."""
        self._kin.clear()

    def beside(self, contacts: Iterable[str]) -> list[str]:
        """Return the ids of all contacts that have two parties in common with one of some."""
        w, a, c = schema.claim_actors.c, schema.actors.c, schema.claims.c
        query = (
            select(w.claim, a.id)
            .join_from(schema.claims, schema.claim_actors, w.claim == c.n)
            .join(schema.actors, a.n == w.actor)
            .where(among(c.id, contacts), w.kind == "contact")
        )
        parties: dict[int, set[str]] = defaultdict(set)
        for claim, actor in self._connection.execute(query):
            parties[claim].add(actor)
        self.find(id for some in parties.values() for id in some)
        found: set[int] = set()
        for some in parties.values():
            shared: Counter[int] = Counter()
            for kin in {self._kin[id]: id for id in some}.values():
                shared.update(self.parts(kin))
            found.update(n for n, times in shared.items() if times > 1)
        return list(self._connection.execute(select(c.id).where(among(c.n, found))).scalars())

    def find(self, actors: Iterable[str]) -> None:
        """Look up the numbers of the actors of clusters, by the id of any of them."""
        new = set(actors) - self._kin.keys()
        if not new:
            return
        own, kin = schema.actors.alias("own"), schema.actors.alias("kin").c
        led = select(own.c.id, kin.n).join_from(own, kin.n.table, kin.leader == own.c.leader)
        alone = select(own.c.id, own.c.n).where(own.c.leader.is_(None))
        found: dict[str, list[int]] = {id: [] for id in new}
        for query in (led, alone):
            for id, n in self._connection.execute(query.where(among(own.c.id, new))):
                found[id].append(n)
        self._kin |= {id: tuple(sorted(numbers)) for id, numbers in found.items()}

    def parts(self, actor: str) -> frozenset[int]:
        """Return the numbers of the contacts in which any of an actor's cluster has a part."""
        kin = self._kin[actor]
        if kin not in self._parts:
            w = schema.claim_actors.c
            query = select(w.claim).where(w.kind == "contact", among(w.actor, kin))
            self._parts[kin] = frozenset(self._connection.execute(query).scalars())
        return self._parts[kin]
