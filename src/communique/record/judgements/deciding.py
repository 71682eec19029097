"""The log of judgements: who decided what and why, and what can no longer be placed."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, or_, select

from communique.model.judgement import Judgement
from communique.model.rows import Listing
from communique.record import schema
from communique.record.filters import Condition, behind, cursor
from communique.record.judgements.judged import judgement_of


def log(
    connection: Connection,
    limit: int,
    after: str | None,
    *,
    items: Iterable[str] = (),
    persons: bool = False,
) -> Listing[Judgement]:
    """List judgements in the order in which they were made, those retracted among them.

    ``items`` narrows it to judgements on any of these, ``persons`` to those of persons.

    Raises:
        NotInRecord: ``after`` is no cursor of this list.
    """
    c = schema.judgements.c
    wanted = list(items)
    conditions: list[Condition] = behind((c.n,), after)
    if wanted:
        conditions.append(or_(c.one.in_(wanted), c.other.in_(wanted)))
    if persons:
        conditions.append(c.person == 1)
    query = select(schema.judgements).where(*conditions).order_by(c.n).limit(limit + 1)
    rows = connection.execute(query).all()
    following = cursor(rows[limit - 1].n) if len(rows) > limit > 0 else None
    return Listing(rows=tuple(judgement_of(row) for row in rows[:limit]), next=following)


def judgement(connection: Connection, prefix: str) -> list[Judgement]:
    """Return the judgements whose id begins so; two are enough to see that it is not unique."""
    c = schema.judgements.c
    query = select(schema.judgements).where(c.id >= prefix, c.id < prefix + "\U0010ffff")
    return [judgement_of(row) for row in connection.execute(query.order_by(c.id).limit(2))]


def unplaced(connection: Connection) -> tuple[Judgement, ...]:
    """Return the standing judgements of persons on what the record no longer holds."""
    c = schema.judgements.c
    query = select(schema.judgements).where(c.person == 1, c.retracted_at.is_(None))
    judgements = [judgement_of(row) for row in connection.execute(query.order_by(c.n))]
    there = _there(connection, {item for each in judgements for item in each.items})
    return tuple(each for each in judgements if not set(each.items) <= there)


def _there(connection: Connection, items: set[str]) -> set[str]:
    """Return those of ``items`` that the record holds."""
    found: set[str] = set()
    for table in (schema.actors, schema.all_claims, schema.reports):
        found.update(connection.execute(select(table.c.id).where(table.c.id.in_(items))).scalars())
    return found
