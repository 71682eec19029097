"""Judgements in and out of their table."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, Select, insert, select, update

from communique.model.judgement import Judgement, judgement_id
from communique.record import schema
from communique.record.among import among, as_list, listed
from communique.record.wire import AnyRow


def judgements_on(connection: Connection, items: Iterable[str]) -> list[Judgement]:
    """Return the standing judgements on any of ``items``, in the order they were made."""
    wanted = {"items": as_list(items)}
    rows: dict[int, AnyRow] = {}
    # Each column has an index of its own, which an OR of both conditions would not use.
    for column in ("one", "other"):
        rows |= {row.n: row for row in connection.execute(_standing(column), wanted)}
    return [judgement_of(row) for _, row in sorted(rows.items())]


@cache
def _standing(column: str) -> Select[Any]:
    """Return the query for the standing judgements whose one or other item is listed."""
    c = schema.judgements.c
    return select(schema.judgements).where(listed(c[column], "items"), c.retracted_at.is_(None))


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
    return append_all(connection, [judgement])[0]


def append_all(connection: Connection, judgements: Iterable[Judgement]) -> list[Judgement]:
    """Write judgements down; return them with their ids, which they have not had before."""
    c = schema.judgements.c
    wanted = list(judgements)
    plain = [_id_of(each, 1) for each in wanted]
    taken = set(connection.execute(select(c.id).where(among(c.id, plain))).scalars())
    written = []
    for judgement, id in zip(wanted, plain, strict=True):
        number = 1
        while id in taken:
            number += 1
            id = _id_of(judgement, number)
            known = connection.execute(select(c.n).where(c.id == id)).first()
            taken |= {id} if known else set()
        taken.add(id)
        written.append(replace(judgement, id=id))
    if written:
        connection.execute(insert(schema.judgements), [_row_of(each) for each in written])
    return written


def _id_of(judgement: Judgement, number: int) -> str:
    """Return the id of a judgement, another one for each ``number``."""
    by = judgement.by if number == 1 else f"{judgement.by}\x1f{number}"
    return judgement_id(judgement.verdict, judgement.items, by, judgement.made_at)


def _row_of(judgement: Judgement) -> dict[str, Any]:
    one, *more = judgement.items
    row: dict[str, Any] = {
        name: getattr(judgement, name)
        for name in ("id", "verdict", "made_at", "score", "slot", "value", "why")
    }
    row |= {"one": one, "other": more[0] if more else None}
    return row | {"judge": judgement.by, "person": int(judgement.person)}


def retract(connection: Connection, judgements: Iterable[str], by: str, at: str) -> None:
    """Note when and by whom standing judgements were retracted."""
    c = schema.judgements.c
    statement = update(schema.judgements).where(among(c.id, judgements), c.retracted_at.is_(None))
    connection.execute(statement.values(retracted_at=at, retracted_by=by))
