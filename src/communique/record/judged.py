"""Judgements in and out of their table."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, insert, select, update

from communique.model.judgement import Judgement, judgement_id
from communique.record import schema
from communique.record.wire import AnyRow

#: Ids that are put into one query.
_QUERIED = 500


def judgements_on(connection: Connection, items: Iterable[str]) -> list[Judgement]:
    """Return the standing judgements on any of ``items``, in the order they were made."""
    remaining = iter(items)
    c = schema.judgements.c
    rows: dict[int, AnyRow] = {}
    while some := list(islice(remaining, _QUERIED)):
        # Each column has an index of its own, which an OR of both conditions would not use.
        for column in (c.one, c.other):
            query = select(schema.judgements).where(column.in_(some), c.retracted_at.is_(None))
            rows |= {row.n: row for row in connection.execute(query)}
    return [judgement_of(row) for _, row in sorted(rows.items())]


def judgement_of(row: AnyRow) -> Judgement:
    """Return the judgement of a row."""
    return Judgement(
        id=row.id,
        verdict=row.verdict,
        items=(row.one,) if row.other is None else (row.one, row.other),
        by=row.judge,
        person=bool(row.person),
        made_at=row.made_at,
        score=row.score,
        slot=row.slot,
        value=row.value,
        why=row.why,
        retracted_at=row.retracted_at,
        retracted_by=row.retracted_by,
    )


def append(connection: Connection, judgement: Judgement) -> Judgement:
    """Write a judgement down and return it with its id, which it has not had before."""
    c = schema.judgements.c
    by, number = judgement.by, 1
    while True:
        id = judgement_id(judgement.verdict, judgement.items, by, judgement.made_at)
        if connection.execute(select(c.n).where(c.id == id)).scalar_one_or_none() is None:
            break
        number += 1
        by = f"{judgement.by}\x1f{number}"
    judgement = replace(judgement, id=id)
    one, *more = judgement.items
    row: dict[str, Any] = {
        name: getattr(judgement, name)
        for name in ("id", "verdict", "made_at", "score", "slot", "value", "why")
    }
    row |= {"one": one, "other": more[0] if more else None}
    row |= {"judge": judgement.by, "person": int(judgement.person)}
    connection.execute(insert(schema.judgements), row)
    return judgement


def retract(connection: Connection, judgement: str, by: str, at: str) -> None:
    """Note when and by whom a standing judgement was retracted."""
    c = schema.judgements.c
    statement = update(schema.judgements).where(c.id == judgement, c.retracted_at.is_(None))
    connection.execute(statement.values(retracted_at=at, retracted_by=by))
