"""The list of reports that share passages, pair by pair."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, Select, null, select, union_all

from communique.model.lineage import SharedPassage, SharedText
from communique.model.rows import Filter, Listing
from communique.record import schema
from communique.record.filters import (
    Condition,
    behind,
    cursor,
    of_reports,
    report_wanted,
    within_days,
)
from communique.record.listing import naming
from communique.record.references import reports_by_number

_PASSAGES = msgspec.json.Decoder(tuple[SharedPassage, ...])


def shared(
    connection: Connection, wanted: Filter, limit: int, after: str | None
) -> Listing[SharedText]:
    """List pairs of reports that share passages, each once, by the later listed of the two.

    All conditions but ``wanted.report``, which either may be, are on the later one.
    """
    number = report_wanted(connection, wanted.report) if wanted.report else None
    pairs = _pairs(connection, number).subquery()
    p = pairs.c
    conditions: list[Condition] = [p.other_told < p.told, *_conditions(connection, p.n, wanted)]
    query = (
        select(pairs)
        .where(*conditions, *behind((p.told, p.other_told), after))
        .order_by(p.told, p.other_told)
        .limit(limit + 1)
    )
    rows = connection.execute(query).all()
    reports = reports_by_number(connection, {n for row in rows for n in (row.n, row.other_n)})
    found = [
        SharedText(
            report=reports[row.n],
            other=reports[row.other_n],
            passages=_PASSAGES.decode(row.payload) if row.payload else (),
        )
        for row in rows[:limit]
    ]
    more = cursor(rows[limit - 1].told, rows[limit - 1].other_told) if len(rows) > limit else None
    return Listing(rows=tuple(found), next=more)


def _pairs(connection: Connection, report: int | None) -> Any:
    """Return the query for pairs of reports of texts that share passages, or of one text.

    With the number of a report, it is one of each pair.
    """
    r, o, s = schema.reports.c, schema.reports.alias("other").c, schema.shared.c
    columns = (r.n, r.told, o.n.label("other_n"), o.told.label("other_told"))
    alike: Select[Any] = (
        select(*columns, s.payload)
        .join_from(schema.reports, schema.shared, s.body == r.body)
        .join(o.n.table, o.body == s.other)
    )
    equal: Select[Any] = select(*columns, null().label("payload")).join_from(
        schema.reports, o.n.table, (o.body == r.body) & (o.n != r.n)
    )
    if report is None:
        return union_all(alike, equal)
    body = connection.execute(select(r.body).where(r.n == report)).scalar_one()
    # What two texts share is there once as each has it, so that both ways are found by the first.
    others = list(connection.execute(select(s.other).where(s.body == body)).scalars())
    there = alike.where(s.body.in_(others), s.other == body, o.n == report)
    return union_all(
        alike.where(r.n == report), there, equal.where(r.n == report), equal.where(o.n == report)
    )


def _conditions(connection: Connection, number: Any, wanted: Filter) -> list[Condition]:
    """Return the conditions on the report with the number in that column."""
    r = schema.reports.c
    days = within_days(schema.reports, wanted)
    conditions = of_reports(connection, number, msgspec.structs.replace(wanted, report=None))
    if days:
        conditions.append(number.in_(select(r.n).where(*days)))
    if wanted.actor:
        conditions.append(naming(connection, number, wanted.actor))
    return conditions
