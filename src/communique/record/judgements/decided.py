"""What persons decided about claims and actors, as lists show it.

A claim's row keeps what was read. What lists filter and order by (kind, status, days, who has
a part) follows the corrected claim, and a rejected claim is left out of the view ``claims``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, delete, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from communique.model import Report
from communique.model.correcting import corrected
from communique.model.ids import PREFIXES
from communique.model.judgement import Judgement, is_rejected
from communique.model.rows import AnyClaim
from communique.record import schema
from communique.record.among import among, as_list, listed
from communique.record.judgements.judged import judgement_of
from communique.record.roles import actors_in, columns_of
from communique.record.wire import AnyRow, claim_from

_ACTOR = f"{PREFIXES['actor']}-"

Decisions = dict[str, tuple[Judgement, ...]]
"""Standing judgements of persons on single items, by item, in the order they were made."""


def decisions_on(connection: Connection, items: Iterable[str]) -> Decisions:
    """Return what persons decided about single items: corrected, confirmed, rejected."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    rows = connection.execute(_by_persons(), {"items": as_list(items)}).all()
    for row in sorted(rows, key=lambda row: row.n):
        found[row.one].append(judgement_of(row))
    return {item: tuple(some) for item, some in found.items()}


@cache
def _by_persons() -> Select[Any]:
    """Return the query for what persons decided, and stands, about the items listed."""
    c = schema.judgements.c
    # Persons decide on little; an index holds that alone.
    return select(schema.judgements).where(
        c.person == 1, c.other.is_(None), c.retracted_at.is_(None), listed(c.one, "items")
    )


def settle(connection: Connection, items: Iterable[str]) -> None:
    """Make the rows of claims follow what persons decided about them."""
    wanted = [item for item in items if not item.startswith(_ACTOR)]
    ever = _ever_decided(connection, wanted)
    if not ever:
        return
    decisions = decisions_on(connection, ever)
    a, r = schema.all_claims.c, schema.reports.c
    query = select(schema.all_claims, r.payload.label("report_payload"))
    query = query.join(schema.reports, r.n == a.report).where(a.id.in_(ever))
    forget(connection, ever)
    for row in connection.execute(query).all():
        judgements = decisions.get(row.id, ())
        claim = corrected(claim_from(row.kind, row.payload), judgements)
        report = msgspec.json.decode(row.report_payload, type=Report)
        values = columns_of(row.kind, claim, report.published)
        rejected = int(is_rejected(judgements))
        connection.execute(
            update(schema.all_claims).where(a.n == row.n).values(**values, rejected=rejected)
        )
        _enter_parts(connection, row, claim)


def forget(connection: Connection, items: Iterable[str]) -> None:
    """Take out the parts in claims that actors have by a person's word alone."""
    ever = _ever_decided(connection, items)
    if not ever:
        return
    j, c, w = schema.judgements.c, schema.all_claims.c, schema.claim_actors.c
    query = select(j.value).where(j.one.in_(ever), j.verdict == "correct", j.value.is_not(None))
    named = {
        part.strip()
        for value in connection.execute(query).scalars()
        for part in value.split(";")
        if part.strip().startswith(_ACTOR)
    }
    if not named:
        return
    actors = select(schema.actors.c.n).where(schema.actors.c.id.in_(named))
    for row in connection.execute(select(c.n, c.kind, c.told).where(c.id.in_(ever))).all():
        connection.execute(
            delete(schema.claim_actors).where(
                w.actor.in_(actors), w.kind == row.kind, w.told == row.told, w.claim == row.n
            )
        )


def naming(connection: Connection, actors: Iterable[str]) -> set[str]:
    """Return the claims into which a person's correction put any of some actors."""
    wanted = set(actors)
    j = schema.judgements.c
    query = select(j.one, j.value).where(
        j.value >= _ACTOR, j.value < f"{_ACTOR}\U0010ffff", j.retracted_at.is_(None)
    )
    return {
        item
        for item, value in connection.execute(query)
        if wanted & {part.strip() for part in value.split(";")}
    }


def _enter_parts(connection: Connection, row: AnyRow, claim: AnyClaim) -> None:
    """Enter who has a part in a claim as it is corrected, beside whom the report names."""
    a, p = schema.actors.c, schema.appearances.c
    parts = set(actors_in(claim))
    known = select(a.n).where(a.id.in_(part for part in parts if part.startswith(_ACTOR)))
    local = select(p.actor).where(p.report == row.report, p.local.in_(parts))
    numbers = {n for query in (known, local) for n in connection.execute(query).scalars()}
    rows = [
        {"actor": n, "kind": row.kind, "told": row.told, "claim": row.n} for n in sorted(numbers)
    ]
    if rows:
        connection.execute(upsert(schema.claim_actors).on_conflict_do_nothing(), rows)


def _ever_decided(connection: Connection, items: Iterable[str]) -> list[str]:
    """Return those of the items that persons have ever decided about, for good or not."""
    j = schema.judgements.c
    remaining = list(items)
    found: set[str] = set()
    for start in range(0, len(remaining), 500):
        some = remaining[start : start + 500]
        query = select(j.one).where(j.one.in_(some), j.other.is_(None), j.person == 1)
        found.update(connection.execute(query).scalars())
    return sorted(found)


class NameGiven(msgspec.Struct, frozen=True, order=True):
    """How a person wants an actor to be called, no name to have none; the later is the greater."""

    made_at: str
    judgement: str
    name: str | None


def names_given(connection: Connection, actors: Iterable[str]) -> dict[str, NameGiven]:
    """Return the names that persons gave actors, the last one of each, by the actor."""
    j = schema.judgements.c
    query = select(j.one, j.made_at, j.id, j.value).where(
        among(j.one, actors),
        j.person == 1,
        j.verdict == "correct",
        j.slot == "name",
        j.other.is_(None),
        j.retracted_at.is_(None),
    )
    found: dict[str, NameGiven] = {}
    for row in connection.execute(query):
        given = NameGiven(row.made_at, row.id, row.value or None)
        found[row.one] = max(given, found.get(row.one, given))
    return found


def call(connection: Connection, items: Iterable[str], otherwise: str | None = None) -> None:
    """Make actors go by the name that a person gave any of their cluster last, or ``otherwise``."""
    a = schema.actors.c
    members = [item for item in items if item.startswith(_ACTOR)]
    query = select(a.n, a.leader, a.called).where(a.id.in_(members))
    rows = connection.execute(query).all() if members else []
    if not rows:
        return
    leaders = {row.leader if row.leader is not None else row.n for row in rows}
    cluster = select(a.n, a.id, a.called).where(a.n.in_(leaders) | a.leader.in_(leaders))
    everyone = connection.execute(cluster).all()
    given = names_given(connection, [row.id for row in everyone])
    called = max(given.values()).name if given else otherwise
    if any(row.called != called for row in everyone):
        numbers = [row.n for row in everyone]
        connection.execute(update(schema.actors).where(a.n.in_(numbers)).values(called=called))
