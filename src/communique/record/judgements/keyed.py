"""Actors by the keys under which they are found, and what is known to compare them by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, bindparam, delete, insert, select

from communique.model.actor import Actor
from communique.model.matching import Holding, KnownActor, about
from communique.record import schema
from communique.record.among import among, as_list
from communique.record.names import APART, is_description
from communique.record.wire import AnyRow


def enter(connection: Connection, keys: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Make ``keys`` those under which actors are found; return those that each has lost."""
    before: dict[str, set[str]] = defaultdict(set)
    c = schema.actor_keys.c
    for actor, key in connection.execute(select(c.actor, c.key).where(among(c.actor, keys))):
        before[actor].add(key)
    lost = {actor: frozenset(before[actor] - mine) for actor, mine in keys.items()}
    gone = [{"actor_": actor, "key_": key} for actor, some in lost.items() for key in sorted(some)]
    if gone:
        ours = (c.key == bindparam("key_"), c.actor == bindparam("actor_"))
        connection.execute(delete(schema.actor_keys).where(*ours), gone)
    new = [
        {"actor": actor, "key": key}
        for actor, mine in keys.items()
        for key in sorted(mine - before[actor])
    ]
    if new:
        connection.execute(insert(schema.actor_keys), new)
    return lost


def actors_under(connection: Connection, keys: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the ids of the actors under each of ``keys``; ``name:*`` is all that begin so."""
    wanted = set(keys)
    found: dict[str, set[str]] = defaultdict(set)
    c = schema.actor_keys.c
    whole = (key for key in wanted if not key.endswith("*"))
    for key, actor in connection.execute(select(c.key, c.actor).where(among(c.key, whole))):
        found[key].add(actor)
    beginnings = as_list(key[:-1] for key in wanted if key.endswith("*"))
    rows = connection.exec_driver_sql(
        "SELECT begins.value, keyed.actor"
        " FROM json_each(?) AS begins CROSS JOIN actor_keys AS keyed"
        " WHERE keyed.key >= begins.value AND keyed.key < begins.value || char(1114111)",
        (beginnings,),
    )
    for beginning, actor in rows:
        found[f"{beginning}*"].add(actor)
    return {key: frozenset(found[key]) for key in wanted}


def known_actors(connection: Connection, ids: Iterable[str]) -> dict[str, KnownActor]:
    """Return what is known of actors, by id."""
    a, t = schema.actors.c, schema.tallies.c
    query = select(a.n, a.id, a.kind, a.name, a.reports).where(among(a.id, ids))
    rows = connection.execute(query).all()
    told = select(t.actor, t.slot, t.label).where(
        among(t.actor, [row.n for row in rows]), t.slot.in_(["alias", "name", "holding"])
    )
    labels: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for actor, slot, label in connection.execute(told.order_by(t.actor, t.slot, t.label)):
        labels[actor][slot].append(label)
    return {row.id: _known_actor(row, labels[row.n]) for row in rows}


def _known_actor(row: AnyRow, labels: dict[str, list[str]]) -> KnownActor:
    # The first in order of letters, and not the commonest, for that would change with time.
    name = min(labels["name"], default=row.name)
    holdings = (label.split(APART) for label in labels["holding"])
    described = is_description(Actor(id=row.id, name=name, kind=row.kind))
    # Of descriptions each may tell who it is: "a Norland president", "the President of Norland".
    others = {*labels["name"]} - {name} if described else set[str]()
    return KnownActor(
        id=row.id,
        kind=row.kind,
        name=name,
        aliases=tuple(sorted({*labels["alias"], *others})),
        holdings=tuple(Holding(title=t, of=of, month=month) for t, of, month in holdings),
        reports=about(row.reports),
        described=described,
    )
