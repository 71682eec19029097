"""What two parties have to do with each other: acts of either towards the other, and contacts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from communique.model.rows import ActorRef
from communique.model.threads import Between
from communique.record import schema
from communique.record.among import as_list, listed
from communique.record.filters import actors_wanted, clustered, exactly
from communique.record.finding import is_id
from communique.record.wire import AnyRow


def called_so(connection: Connection, name: str) -> list[ActorRef]:
    """Return the best known of those who are called exactly so, or else whose name begins so.

    ``name`` may also be an id. They come in the order of the reports that name them.

    Raises:
        NotInRecord: nobody is called so.
    """
    numbers = [] if is_id(name) else exactly(connection, name)
    numbers = numbers or actors_wanted(connection, name)
    rows = connection.execute(_best_known(), {"numbers": as_list(numbers)})
    return [ActorRef(id=row.id, name=row.name, kind=row.kind) for row in rows]


@cache
def _best_known() -> Select[Any]:
    """Return the query for those by whom the actors listed go, the best known first."""
    own, a = schema.actors.alias("own"), schema.actors.c
    return (
        select(a.id, func.coalesce(a.called, a.name).label("name"), a.kind)
        .distinct()
        .join_from(own, schema.actors, a.n == func.coalesce(own.c.leader, own.c.n))
        .where(listed(own.c.n, "numbers"))
        .order_by(func.coalesce(a.counted, 0).desc(), a.id)
    )


def acts_between(
    connection: Connection, ours: Iterable[str], theirs: Iterable[str]
) -> list[Between]:
    """Return the acts of one of ``ours`` towards one of ``theirs``, or the other way round."""
    sides = [frozenset(clustered(connection, side)) for side in (ours, theirs)]
    return [
        _between(row, "act", event=row.event, mode=row.mode)
        for row in connection.execute(_acts(), _with_parts(connection, "act", sides)).all()
        if any(row.actor in one and row.towards in other for one, other in (sides, sides[::-1]))
    ]


@cache
def _acts() -> Select[Any]:
    """Return the query for the acts of the numbers listed, in order, with their parties."""
    c = schema.claims.c
    codes = [func.json_extract(c.payload, f"$.plover.{code}").label(code) for code in _CODES]
    query: Select[Any] = select(c.id, c.type, c.status, c.first_on, c.told, *codes)
    for slot in _PARTIES:
        named = schema.appearances.alias(slot)
        local = func.json_extract(c.payload, f"$.{slot}")
        query = query.outerjoin(named, (named.c.report == c.report) & (named.c.local == local))
        query = query.add_columns(named.c.actor.label(slot))
    return query.where(listed(c.n, "numbers")).order_by(c.n)


def contacts_between(
    connection: Connection, ours: Iterable[str], theirs: Iterable[str]
) -> list[Between]:
    """Return the contacts in which one of ``ours`` and one of ``theirs`` have a part.

    ``on`` is the first day of a contact's date, else the day it was told; ``event`` is "dated"
    where it bears a date of its own.
    """
    sides = [frozenset(clustered(connection, side)) for side in (ours, theirs)]
    return [
        _between(
            row,
            "contact",
            event="dated" if row.line_on and row.line_on != schema.UNDATED else None,
        )
        for row in connection.execute(_contacts(), _with_parts(connection, "contact", sides)).all()
    ]


@cache
def _contacts() -> Select[Any]:
    """Return the query for the contacts of the numbers listed, in order."""
    c = schema.claims.c
    query = select(c.id, c.type, c.status, c.line_on, c.first_on, c.told)
    return query.where(listed(c.n, "numbers")).order_by(c.n)


#: The slots of an act that name who does it, and to whom.
_PARTIES = ("actor", "towards")
#: The parts of a PLOVER code.
_CODES = ("event", "mode")


def _with_parts(
    connection: Connection, kind: str, sides: Iterable[frozenset[int]]
) -> dict[str, str]:
    """Return the numbers of the claims of a kind in which one of each side has a part, listed."""
    few, many = sorted(sides, key=len)
    rows = connection.execute(_parts(), {"kind": kind, "actors": as_list(few)}).all()
    return {"numbers": as_list(claim for claim, actor in rows if actor in many)}


@cache
def _parts() -> Select[Any]:
    """Return the query for who has a part in claims of a kind in which some actors have one."""
    mine, theirs = (schema.claim_actors.alias(name) for name in ("mine", "theirs"))
    claims = select(mine.c.claim).where(
        listed(mine.c.actor, "actors"), mine.c.kind == bindparam("kind")
    )
    return select(theirs.c.claim, theirs.c.actor).where(theirs.c.claim.in_(claims))


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
