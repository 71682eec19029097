"""For which state each actor acts, so that nobody's names and offices need be gone through for it.

How that is told is known to whoever opens the record (``Sided``); here it is kept beside the
actors. The file puts down by itself (triggers, step ``sides``) whose names, offices or cluster
change, and :func:`catch_up` tells of those anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from communique.model.matching import Holding, KnownActor
from communique.record import schema
from communique.record.among import as_list, listed
from communique.record.kin import known, state_names

#: Returns the states for which actors act, by the ids of those who act for one: of what is known
#: of whole clusters, by id, and the names of all states.
Sided = Callable[[Mapping[str, KnownActor], Iterable[str]], Mapping[str, str]]

#: Actors whose sides are told in one transaction.
AT_ONCE = 500


def waits(connection: Connection) -> bool:
    """Tell whether there is anybody whose side is still to be told."""
    return connection.execute(select(schema.unsided.c.actor).limit(1)).first() is not None


def catch_up(connection: Connection, sided: Sided) -> bool:
    """Tell the sides of some actors that wait for it; return whether there were any."""
    names = state_names(connection)
    before = frozenset(connection.execute(select(schema.states.c.name)).scalars())
    if before != frozenset(names):
        _put_down_by_states(connection, sided, before, names)
    u, a, s = schema.unsided.c, schema.actors.c, schema.sides.c
    waiting = list(connection.execute(select(u.actor).limit(AT_ONCE)).scalars())
    if not waiting:
        return False
    leader = func.coalesce(a.leader, a.n)
    leaders = select(leader).where(a.n.in_(waiting)).distinct()
    rows = connection.execute(select(a.id, a.n).where(a.n.in_(leaders))).all()
    numbers: dict[str, int] = dict(rows)
    told = sided(known(connection, numbers), names)
    everyone = {*waiting, *numbers.values()}
    connection.execute(delete(schema.sides).where(s.actor.in_(everyone)))
    found = [{"actor": numbers[id], "side": side} for id, side in told.items()]
    if found:
        connection.execute(insert(schema.sides), found)
    connection.execute(delete(schema.unsided).where(u.actor.in_(everyone)))
    return True


def sides_of(connection: Connection, actors: Iterable[str]) -> dict[str, str]:
    """Return for which state each of the actors, who stand for their clusters, acts."""
    rows = connection.execute(_sides(), {"ids": as_list(actors)})
    return dict(rows.all())


def acting(connection: Connection, side: str) -> frozenset[str]:
    """Return who acts for a state: those that stand for their clusters."""
    return frozenset(connection.execute(_acting(), {"side": side}).scalars())


@cache
def _sides() -> Select[Any]:
    """Return the query for the sides of the actors of the ids listed."""
    a, s = schema.actors.c, schema.sides.c
    query = select(a.id, s.side).join_from(schema.actors, schema.sides, s.actor == a.n)
    return query.where(listed(a.id, "ids"))


@cache
def _acting() -> Select[Any]:
    """Return the query for who acts for a state."""
    a, s = schema.actors.c, schema.sides.c
    query = select(a.id).join_from(schema.sides, schema.actors, a.n == s.actor)
    return query.where(s.side == bindparam("side"))


def _put_down_by_states(
    connection: Connection, sided: Sided, before: Iterable[str], now: Iterable[str]
) -> None:
    """Put down whose side may be another now that other states are known."""
    t, a = schema.tallies.c, schema.actors.c
    places = select(t.folded).distinct().where(t.slot == "holding", t.folded > "")
    holders = {
        place: KnownActor(id=place, kind="person", name="", holdings=(Holding(title="", of=place),))
        for place in connection.execute(places).scalars()
    }
    named = select(t.actor, t.label).join_from(schema.tallies, schema.actors, a.n == t.actor)
    named = named.where(a.kind == "organisation", t.slot.in_(["name", "alias"]))
    rows = connection.execute(named).all()
    bodies = {
        f"{n} {label}": KnownActor(id=str(n), kind="organisation", name=label) for n, label in rows
    }
    changed = {
        key
        for some in (holders, bodies)
        for key, _ in set(sided(some, before).items()) ^ set(sided(some, now).items())
    }
    theirs = select(t.actor).where(t.slot == "holding", t.folded.in_(changed & holders.keys()))
    numbers = set(connection.execute(theirs).scalars())
    numbers |= {int(bodies[key].id) for key in changed & bodies.keys()}
    if numbers:
        statement = upsert(schema.unsided).on_conflict_do_nothing()
        connection.execute(statement, [{"actor": n} for n in sorted(numbers)])
    connection.execute(delete(schema.states))
    if names := [{"name": name} for name in sorted(set(now))]:
        connection.execute(insert(schema.states), names)
