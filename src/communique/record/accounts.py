"""An account put together again from its rows."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select

from communique.errors import NotInRecord
from communique.model import Account, Actor, LeftOut, Origin, When
from communique.model.citation import LISTS
from communique.record import schema
from communique.record.references import reports_by_number
from communique.record.wire import claim_from


def number_of(connection: Connection, id: str) -> int:
    """Return the number of a report.

    Raises:
        NotInRecord: there is no such report.
    """
    query = select(schema.reports.c.n).where(schema.reports.c.id == id)
    number = connection.execute(query).scalar_one_or_none()
    if number is None:
        raise NotInRecord("no such report is in the record", subject=id)
    return int(number)


def account_of(connection: Connection, number: int) -> Account:
    """Return the account of the report with this number."""
    p, c, d = schema.appearances.c, schema.all_claims.c, schema.dates.c
    o = schema.left_out.c
    execute = connection.execute
    actors = execute(select(p.payload).where(p.report == number).order_by(p.n)).scalars()
    claims = execute(select(c.kind, c.payload).where(c.report == number).order_by(c.n)).all()
    dates = execute(select(d.payload).where(d.report == number).order_by(d.ordinal)).scalars()
    left_out = execute(select(o.payload).where(o.report == number).order_by(o.ordinal)).scalars()
    origin = (
        select(schema.origins.c.payload)
        .join(schema.readings, schema.readings.c.origin == schema.origins.c.n)
        .join(schema.reports, schema.reports.c.reading == schema.readings.c.n)
        .where(schema.reports.c.n == number)
    )
    lists = {
        name: tuple(claim_from(kind_, payload) for kind_, payload in claims if kind_ == kind)
        for kind, name in LISTS.items()
    }
    return Account(
        report=reports_by_number(connection, [number])[number],
        actors=tuple(msgspec.json.decode(payload, type=Actor) for payload in actors),
        dates=tuple(msgspec.json.decode(payload, type=When) for payload in dates),
        left_out=tuple(msgspec.json.decode(payload, type=LeftOut) for payload in left_out),
        origin=msgspec.json.decode(execute(origin).scalar_one(), type=Origin),
        **lists,  # type: ignore[arg-type]
    )
