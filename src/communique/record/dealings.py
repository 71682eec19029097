"""What two parties have to do with each other: acts of either towards the other, and contacts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec
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
    rows = connection.execute(_acts(), _with_parts(connection, "act", sides)).all()
    locals_ = _by_local(connection, {row.report for row in rows})
    found = []
    for row in rows:
        act = _ACT.decode(row.payload)
        doers, addressees = (
            {locals_.get((row.report, each or "")) for each in them}
            for them in ((act.actor, *act.joint), (act.towards, *act.also_towards))
        )
        if any(doers & one and addressees & other for one, other in (sides, sides[::-1])):
            code = act.plover
            event, mode = (code.event, code.mode) if code else (None, None)
            found.append(_between(row, "act", event=event, mode=mode))
    return found


class _Code(msgspec.Struct):
    event: str | None = None
    mode: str | None = None


class _Act(msgspec.Struct):
    actor: str | None = None
    joint: tuple[str, ...] = ()
    towards: str | None = None
    also_towards: tuple[str, ...] = ()
    plover: _Code | None = None


_ACT = msgspec.json.Decoder(_Act)


def _by_local(connection: Connection, reports: set[int]) -> dict[tuple[int, str], int]:
    """Return the numbers of the actors of reports, by report and local id."""
    rows = connection.execute(_locals(), {"reports": as_list(reports)}).all()
    return {(report, local): actor for report, local, actor in rows}


@cache
def _locals() -> Select[Any]:
    """Return the query for the actors of the reports listed: report, local id, number."""
    p = schema.appearances.c
    return select(p.report, p.local, p.actor).where(listed(p.report, "reports"))


@cache
def _acts() -> Select[Any]:
    """Return the query for the acts of the numbers listed, in order."""
    c = schema.claims.c
    query = select(c.id, c.report, c.type, c.status, c.first_on, c.told, c.payload)
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
