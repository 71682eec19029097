"""Whole clusters: what is known of them, what they are called; and the names of all states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, select

from communique.model.matching import KnownActor
from communique.record import schema
from communique.record.keyed import known_actors

#: Ids that are put into one query.
_QUERIED = 500


def known(connection: Connection, actors: Iterable[str]) -> dict[str, KnownActor]:
    """Return what is known of whole clusters, by the id of the actor that stands for each."""
    members = _members(connection, actors)
    found: dict[str, list[KnownActor]] = {}
    for id, actor in known_actors(connection, members).items():
        found.setdefault(members[id], []).append(actor)
    return {id: _together(id, some) for id, some in found.items()}


def names(connection: Connection, actors: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return all names of whole clusters, by the id of the actor that stands for each."""
    a, t = schema.actors.c, schema.tallies.c
    members = _members(connection, actors)
    query = select(a.id, t.label).join_from(schema.tallies, schema.actors, a.n == t.actor)
    query = query.where(t.slot.in_(["name", "alias"]))
    found: dict[str, list[str]] = {}
    ids = sorted(members)
    for at in range(0, len(ids), _QUERIED):
        rows = connection.execute(query.where(a.id.in_(ids[at : at + _QUERIED]))).all()
        for id, label in rows:
            found.setdefault(members[id], []).append(label)
    return {id: tuple(sorted(some)) for id, some in found.items()}


def _members(connection: Connection, actors: Iterable[str]) -> dict[str, str]:
    """Return the actors of clusters, with the one that stands for each, which is given."""
    wanted = sorted(set(actors))
    a, leader = schema.actors.alias("a"), schema.actors.alias("leader")
    members: dict[str, str] = {}
    for at in range(0, len(wanted), _QUERIED):
        some = wanted[at : at + _QUERIED]
        query = select(a.c.id, leader.c.id.label("one")).join_from(
            a, leader, leader.c.n == a.c.leader
        )
        rows = connection.execute(query.where(leader.c.id.in_(some))).all()
        members |= {id: id for id in some}
        members |= {row.id: row.one for row in rows}
    return members


def _together(id: str, actors: Sequence[KnownActor]) -> KnownActor:
    """Return one actor with the names and offices of a whole cluster."""
    own = next((each for each in actors if each.id == id), actors[0])
    names = dict.fromkeys(n for each in actors for n in (each.name, *each.aliases))
    holdings = tuple(sorted(held for each in actors for held in each.holdings))
    return msgspec.structs.replace(own, id=id, aliases=tuple(names), holdings=holdings)


def state_names(connection: Connection) -> tuple[str, ...]:
    """Return the names of all states in the record."""
    a = schema.actors.c
    query = select(a.name).where(a.kind == "state", a.reports > 0)
    return tuple(sorted(connection.execute(query).scalars().all()))
