"""Whole clusters: what is known of them, what they are called; and the names of all states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, select

from communique.model.matching import KnownActor
from communique.record import schema
from communique.record.among import as_list, listed
from communique.record.judgements.keyed import known_actors


def known(connection: Connection, actors: Iterable[str]) -> dict[str, KnownActor]:
    """Return what is known of whole clusters, by the id of the actor that stands for each."""
    members = _members(connection, actors)
    found: dict[str, list[KnownActor]] = {}
    for id, actor in known_actors(connection, members).items():
        found.setdefault(members[id], []).append(actor)
    return {id: _together(id, some) for id, some in found.items()}


def names(connection: Connection, actors: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return all names of whole clusters, by the id of the actor that stands for each."""
    members = _members(connection, actors)
    found: dict[str, list[str]] = {}
    for id, label in connection.execute(_names(), {"ids": as_list(members)}).all():
        found.setdefault(members[id], []).append(label)
    return {id: tuple(sorted(some)) for id, some in found.items()}


@cache
def _names() -> Select[Any]:
    """Return the query for the names of the actors of the ids listed."""
    a, t = schema.actors.c, schema.tallies.c
    query = select(a.id, t.label).join_from(schema.actors, schema.tallies, a.n == t.actor)
    return query.where(listed(a.id, "ids"), t.slot.in_(["name", "alias"]))


def _members(connection: Connection, actors: Iterable[str]) -> dict[str, str]:
    """Return the actors of clusters, with the one that stands for each, which is given."""
    wanted = sorted(set(actors))
    members = {id: id for id in wanted}
    members |= connection.execute(_led(), {"ids": as_list(wanted)}).all()
    return members


@cache
def _led() -> Select[Any]:
    """Return the query for the ids of actors for which those of the ids listed stand."""
    a, leader = schema.actors.alias("a"), schema.actors.alias("leader").c
    query = select(a.c.id, leader.id.label("one"))
    return query.join_from(leader.id.table, a, leader.n == a.c.leader).where(
        listed(leader.id, "ids")
    )


def _together(id: str, actors: Sequence[KnownActor]) -> KnownActor:
    """Return one actor with the names and offices of a whole cluster."""
    own = next((each for each in actors if each.id == id), actors[0])
    names = dict.fromkeys(n for each in actors for n in (each.name, *each.aliases))
    holdings = tuple(sorted(held for each in actors for held in each.holdings))
    return msgspec.structs.replace(own, id=id, aliases=tuple(names), holdings=holdings)


def state_names(connection: Connection) -> tuple[str, ...]:
    """Return the names of all states in the record."""
    return tuple(sorted(connection.execute(_states()).scalars()))


@cache
def _states() -> Select[Any]:
    """Return the query for the names of states."""
    a = schema.actors.c
    return select(a.name).where(a.kind == "state", a.reports > 0)
