"""What positions are on, and who holds them, so that few words need be gone through to compare
them.

What a position is on is told by whoever opens the record (``Stanced``); here it is kept beside
the positions, as persons corrected them. The file puts down by itself (triggers, step ``stances``)
which positions come, change or are rejected, and :func:`catch_up` tells of those anew. Actors are
kept as the report names them; whom they go by is looked up each time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select

from communique.model import Position
from communique.model.correcting import corrected
from communique.model.judgement import Judgement
from communique.model.threads import Stand, Topic
from communique.record import schema
from communique.record.among import as_list, listed
from communique.record.filters import actors_wanted
from communique.record.judgements.decided import decisions_on
from communique.record.wire import AnyRow, claim_from

#: Returns what a position is on.
Stanced = Callable[[Position], Topic]

#: Positions of which that is told in one transaction.
AT_ONCE = 1000
_TOPIC = msgspec.json.Decoder(Topic)


def waits(connection: Connection) -> bool:
    """Tell whether there is a position of which it is still to be told what it is on."""
    return connection.execute(select(schema.unstanced.c.position).limit(1)).first() is not None


def catch_up(connection: Connection, stanced: Stanced) -> bool:
    """Tell what some positions that wait for it are on; return whether there were any."""
    u, s, c = schema.unstanced.c, schema.stances.c, schema.claims.c
    waiting = list(connection.execute(select(u.position).limit(AT_ONCE)).scalars())
    if not waiting:
        return False
    wanted = {"numbers": as_list(waiting)}
    connection.execute(delete(schema.stances).where(listed(s.position, "numbers")), wanted)
    connection.execute(delete(schema.unstanced).where(listed(u.position, "numbers")), wanted)
    rows = connection.execute(select(schema.claims).where(listed(c.n, "numbers")), wanted).all()
    if found := list(_found(connection, rows, stanced)):
        connection.execute(insert(schema.stances), found)
    return True


def _found(
    connection: Connection, rows: Sequence[AnyRow], stanced: Stanced
) -> Iterable[dict[str, Any]]:
    """Yield the rows to enter for positions that somebody holds."""
    decided = decisions_on(connection, (row.id for row in rows))
    claims = [_position(row, decided.get(row.id, ())) for row in rows]
    numbers = _numbers(connection, rows, claims)
    for row, claim in zip(rows, claims, strict=True):
        holder = numbers.get((row.report, claim.actor))
        if holder is not None:
            yield {
                "position": row.n,
                "id": row.id,
                "holder": holder,
                "teller": numbers.get((row.report, claim.reported_by)),
                "issue": claim.issue,
                "polarity": claim.polarity,
                "told": row.told,
                "topic": msgspec.json.encode(stanced(claim)).decode(),
            }


def _position(row: AnyRow, decided: Iterable[Judgement]) -> Position:
    """Return the position of a row, as persons corrected it."""
    claim = corrected(claim_from(row.kind, row.payload), decided)
    assert isinstance(claim, Position)
    return claim


def _numbers(
    connection: Connection, rows: Sequence[AnyRow], claims: Sequence[Position]
) -> dict[tuple[int, str | None], int]:
    """Return the numbers of actors by the report and how a claim there calls them.

    That is by a local id, or, where a person said who it is, by the id over all reports.
    """
    p, a = schema.appearances.c, schema.actors.c
    query = select(p.report, p.local, p.actor).where(listed(p.report, "reports"))
    appearing = connection.execute(query, {"reports": as_list(row.report for row in rows)})
    found: dict[tuple[int, str | None], int] = {(n, local): actor for n, local, actor in appearing}
    called = {
        (row.report, id)
        for row, claim in zip(rows, claims, strict=True)
        for id in (claim.actor, claim.reported_by)
        if id and (row.report, id) not in found
    }
    named = select(a.id, a.n).where(listed(a.id, "ids"))
    ids = dict(connection.execute(named, {"ids": as_list(id for _, id in called)}).all())
    return found | {(n, id): ids[id] for n, id in called if id in ids}


def stands(
    connection: Connection, actor: str | None, since: str, until: str, polarities: Collection[str]
) -> list[Stand]:
    """Return the positions that an actor, or anybody, holds, told in those days, in order.

    Those of issues on which the holder is always of one mind, among ``polarities``, are left out.

    Raises:
        NotInRecord: there is no such actor.
    """
    days = {"since": since, "until": until + schema.UNDATED}
    wanted = days | {"polarities": as_list(polarities)}
    if actor:
        wanted["holders"] = as_list(actors_wanted(connection, actor))
    rows = connection.execute(_stands(bool(actor)), wanted).all()
    minds: dict[tuple[int, str], set[str]] = {}
    for holder, _, issue, polarity, *_ in rows:
        minds.setdefault((holder, issue), set()).add(polarity)
    ids = _ids(connection, {n for row in rows for n in row[:2]})
    return [
        Stand(
            id=id,
            told_on=told[:10].strip(),
            actor=ids[holder],
            issue=issue,
            polarity=polarity,
            reported_by=ids.get(teller),
            on=_TOPIC.decode(topic),
        )
        for holder, teller, issue, polarity, id, told, topic in rows
        if len(minds[holder, issue]) > 1
    ]


@cache
def _stands(narrowed: bool) -> Select[Any]:
    """Return the query for positions with those by whom holder and teller go, in order."""
    s = schema.stances.c
    holder, teller = schema.actors.alias("holder"), schema.actors.alias("teller")
    query = (
        select(
            func.coalesce(holder.c.leader, holder.c.n),
            func.coalesce(teller.c.leader, teller.c.n),
            *(s.issue, s.polarity, s.id, s.told, s.topic),
        )
        .join_from(schema.stances, holder, holder.c.n == s.holder)
        .outerjoin(teller, teller.c.n == s.teller)
        .where(
            s.told >= bindparam("since"),
            s.told <= bindparam("until"),
            s.told < schema.UNDATED,
            listed(s.polarity, "polarities"),
        )
        .order_by(s.told, s.position)
    )
    return query.where(listed(s.holder, "holders")) if narrowed else query


def _ids(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """Return the ids of actors, by number."""
    a = schema.actors.c
    query = select(a.n, a.id).where(listed(a.n, "numbers"))
    return dict(connection.execute(query, {"numbers": as_list(numbers)}).all())
