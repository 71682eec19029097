"""What two parties have to do with each other: acts of either towards the other, and contacts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, func, select

from communique.model.rows import ActorRef
from communique.model.threads import Between
from communique.record import schema
from communique.record.filters import actors_wanted, clustered, exactly
from communique.record.finding import is_id
from communique.record.wire import AnyRow

#: Ids that are put into one query.
_QUERIED = 500


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


def acts_between(
    connection: Connection, ours: Iterable[str], theirs: Iterable[str]
) -> list[Between]:
    """Return the acts of one of ``ours`` towards one of ``theirs``, or the other way round."""
    c = schema.claims.c
    sides = [frozenset(clustered(connection, side)) for side in (ours, theirs)]
    both = _with_parts(connection, "act", sides)
    codes = [func.json_extract(c.payload, f"$.plover.{code}").label(code) for code in _CODES]
    query = select(c.id, c.type, c.status, c.first_on, c.told, *codes)
    for slot in _PARTIES:
        named = schema.appearances.alias(slot)
        local = func.json_extract(c.payload, f"$.{slot}")
        query = query.outerjoin(named, (named.c.report == c.report) & (named.c.local == local))
        query = query.add_columns(named.c.actor.label(slot))
    return [
        _between(row, "act", event=row.event, mode=row.mode)
        for rows in _some(connection, query, both)
        for row in rows
        if any(row.actor in one and row.towards in other for one, other in (sides, sides[::-1]))
    ]


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


#: The slots of an act that name who does it, and to whom.
_PARTIES = ("actor", "towards")
#: The parts of a PLOVER code.
_CODES = ("event", "mode")


def _with_parts(connection: Connection, kind: str, sides: Iterable[Collection[int]]) -> list[int]:
    """Return the numbers of the claims of a kind in which one of each side has a part."""
    w = schema.claim_actors.c
    few, many = (frozenset(side) for side in sorted(sides, key=len))
    theirs = select(w.claim).where(w.kind == kind, w.actor.in_(list(few)))
    claims = sorted(set(connection.execute(theirs).scalars().all()))
    found: set[int] = set()
    for at in range(0, len(claims), _QUERIED):
        query = select(w.claim, w.actor).where(w.claim.in_(claims[at : at + _QUERIED]))
        found.update(n for n, actor in connection.execute(query).all() if actor in many)
    return sorted(found)


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
