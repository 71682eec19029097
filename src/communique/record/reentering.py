"""Entering a report again as it was read, for a person decided who is who in it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from communique.record import matters, schema
from communique.record.accounts import account_of
from communique.record.packing import unpack_spans
from communique.record.writing import Writer


def enter_again(connection: Connection, report: str) -> None:
    """Take a report's rows out and put them in again; its readings stay as they are."""
    r = schema.reports.c
    query = select(r.n, r.sentences).where(r.id == report)
    row = connection.execute(query).one_or_none()
    if row is None:  # it is no longer there: what was decided is listed as unplaced
        return
    account = account_of(connection, row.n)
    writer = Writer(connection, None)
    writer.remove(account)
    writer.insert(account, unpack_spans(row.sentences))
    matters.put_down(connection, row.n)
