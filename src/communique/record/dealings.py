"""What two parties have to do with each other: acts of either towards the other, and contacts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, func, intersect, select

from communique.model.rows import ActorRef
from communique.model.threads import Between
from communique.record import schema
from communique.record.filters import actors_wanted, clustered, exactly
from communique.record.finding import is_id
from communique.record.names import folded
from communique.record.wire import AnyRow

#: Ids that are put into one query.
_QUERIED = 500
#: The slots of ``tallies`` that tell that an actor has a part in what two parties do.
_PARTS = ("act", "contact")


def called_so(connection: Connection, name: str) -> list[ActorRef]:
    """Return the best known of those who are called exactly so, or else whose name begins so.

    ``name`` may also be an id. They come in the order of the reports that name them.

    Raises:
        NotInRecord: nobody is called so.
    """
    own, a = schema.actors.alias("own"), schema.actors.c
    numbers = [] if is_id(name) else exactly(connection, name)
    numbers = numbers or actors_wanted(connection, name)
    found: dict[int, AnyRow] = {}
    for at in range(0, len(numbers), _QUERIED):
        query = (
            select(a.n, a.id, func.coalesce(a.called, a.name).label("name"), a.kind, a.counted)
            .join_from(own, schema.actors, a.n == func.coalesce(own.c.leader, own.c.n))
            .where(own.c.n.in_(numbers[at : at + _QUERIED]))
        )
        found |= {row.n: row for row in connection.execute(query)}
    ordered = sorted(found.values(), key=lambda row: (-(row.counted or 0), row.id))
    return [ActorRef(id=row.id, name=row.name, kind=row.kind) for row in ordered]


def places(connection: Connection) -> tuple[str, ...]:
    """Return what the offices are of that the reports name, each once."""
    t = schema.tallies.c
    query = select(t.folded).distinct().where(t.slot == "holding", t.folded > "")
    return tuple(connection.execute(query).scalars())


def acting(
    connection: Connection, places: Iterable[str], names: Iterable[str], words: frozenset[str]
) -> list[str]:
    """Return who may act for a party, of those who have a part in any act or contact.

    These are the holders of offices of ``places``, those called by one of ``names``, and all
    organisations with one of ``words`` in their name. Actors are those that stand for their
    clusters.
    """
    t, own, a = schema.tallies.c, schema.actors.alias("own"), schema.actors.c
    leader = func.coalesce(own.c.leader, own.c.n)
    leaders = select(leader).distinct().join_from(schema.tallies, own, own.c.n == t.actor)
    called = [f" {folded(name)}" for name in names]
    conditions = (
        (t.slot == "holding") & t.folded.in_(list(places)),
        t.slot.in_(["name", "alias"]) & t.folded.in_(called),
    )
    found = {n for each in conditions for n in connection.execute(leaders.where(each)).scalars()}
    parts = leaders.where(t.slot.in_(_PARTS), t.folded == "")
    bodies = connection.execute(parts.where(own.c.kind == "organisation")).scalars().all()
    found |= _bodies(connection, bodies, words)
    ids: list[str] = []
    wanted = sorted(found)
    for at in range(0, len(wanted), _QUERIED):
        some = wanted[at : at + _QUERIED]
        query = select(own.c.n, leader).where(own.c.n.in_(some))
        members = dict(connection.execute(query).all())
        query = select(own.c.n, own.c.leader).where(own.c.leader.in_(some))
        members |= dict(connection.execute(query).all())
        query = select(t.actor).where(t.actor.in_(list(members)), t.slot.in_(_PARTS))
        acting = {members[n] for n in connection.execute(query.distinct()).scalars()}
        ids += connection.execute(select(a.id).where(a.n.in_(acting))).scalars()
    return sorted(ids)


def _bodies(connection: Connection, numbers: Sequence[int], words: frozenset[str]) -> set[int]:
    """Return those of the actors in whose names, or their clusters', is one of ``words``."""
    t, a = schema.tallies.c, schema.actors.c
    found: set[int] = set()
    for at in range(0, len(numbers), _QUERIED):
        some = numbers[at : at + _QUERIED]
        members = select(a.n, a.leader).where(a.leader.in_(some))
        leaders = {n: n for n in some} | dict(connection.execute(members).all())
        names = select(t.actor, t.folded).where(
            t.actor.in_(list(leaders)), t.slot.in_(["name", "alias"])
        )
        found.update(
            leaders[n]
            for n, name in connection.execute(names)
            if not words.isdisjoint(name.split())
        )
    return found


def acts_between(
    connection: Connection, ours: Iterable[str], theirs: Iterable[str]
) -> list[Between]:
    """Return the acts of one of ``ours`` towards one of ``theirs``, or the other way round."""
    c, p = schema.claims.c, schema.appearances.c
    sides = [frozenset(clustered(connection, side)) for side in (ours, theirs)]
    both = _with_parts(connection, "act", sides)
    found = []
    slots = [func.json_extract(c.payload, f"$.{slot}").label(slot) for slot in ("actor", "towards")]
    codes = [func.json_extract(c.payload, f"$.plover.{code}").label(code) for code in _CODES]
    columns = [c.id, c.report, c.type, c.status, c.first_on, c.told]
    for rows in _some(connection, select(*columns, *slots, *codes), both):
        reports = {row.report for row in rows}
        locals_ = {local for row in rows for local in (row.actor, row.towards) if local}
        query = select(p.report, p.local, p.actor)
        query = query.where(p.report.in_(reports), p.local.in_(locals_))
        who = {(report, local): n for report, local, n in connection.execute(query)}
        for row in rows:
            pair = [who.get((row.report, local)) for local in (row.actor, row.towards)]
            if any(pair[0] in one and pair[1] in other for one, other in (sides, sides[::-1])):
                found.append(_between(row, "act", event=row.event, mode=row.mode))
    return found


def contacts_between(
    connection: Connection, ours: Iterable[str], theirs: Iterable[str]
) -> list[Between]:
    """Return the contacts in which one of ``ours`` and one of ``theirs`` have a part.

    ``on`` is the first day of a contact's date, else the day it was told; ``event`` is "dated"
    where it bears a date of its own.
    """
    c = schema.claims.c
    both = _with_parts(connection, "contact", [clustered(connection, s) for s in (ours, theirs)])
    query = select(c.id, c.type, c.status, c.line_on, c.first_on, c.told)
    return [
        _between(
            row,
            "contact",
            event="dated" if row.line_on and row.line_on != schema.UNDATED else None,
        )
        for rows in _some(connection, query, both)
        for row in rows
    ]


#: The parts of a PLOVER code.
_CODES = ("event", "mode")


def _with_parts(connection: Connection, kind: str, sides: Iterable[Collection[int]]) -> list[int]:
    """Return the numbers of the claims of a kind in which one of each side has a part."""
    w = schema.claim_actors.c
    parts = (select(w.claim).where(w.kind == kind, w.actor.in_(list(side))) for side in sides)
    return sorted(connection.execute(intersect(*parts)).scalars())


def _some(connection: Connection, query: Any, numbers: list[int]) -> Iterable[list[AnyRow]]:
    """Yield the rows of claims, by their numbers, a good many at a time."""
    for at in range(0, len(numbers), _QUERIED):
        some = query.where(schema.claims.c.n.in_(numbers[at : at + _QUERIED]))
        yield list(connection.execute(some).all())


def _between(row: AnyRow, kind: Any, *, event: str | None, mode: str | None = None) -> Between:
    told_on = "" if row.told.startswith(schema.UNDATED) else row.told[:10].strip()
    return Between(
        id=row.id,
        kind=kind,
        on=row.first_on or told_on or None,
        type=row.type,
        status=row.status,
        one="",
        other="",
        event=event,
        mode=mode,
    )
