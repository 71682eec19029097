"""What claims refer to, looked up all at once: reports with their texts, actors, statements."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from communique.model import Report
from communique.model.rows import ActorRef
from communique.record import schema
from communique.record.among import as_list, listed
from communique.record.packing import unpack_text

_REPORT = msgspec.json.Decoder(Report)


def reports_by_number(connection: Connection, numbers: Iterable[int]) -> dict[int, Report]:
    """Return reports, with their texts, by number. Copies share one text in memory."""
    rows = connection.execute(_reports(), {"numbers": as_list(numbers)}).all()
    packed = connection.execute(_bodies(), {"numbers": as_list(row.body for row in rows)})
    texts = {n: unpack_text(bytes_) for n, bytes_ in packed}
    return {
        n: msgspec.structs.replace(_REPORT.decode(payload), text=texts[body])
        for n, payload, body in rows
    }


@cache
def _reports() -> Select[Any]:
    """Return the query for the reports of the numbers listed."""
    r = schema.reports.c
    return select(r.n, r.payload, r.body).where(listed(r.n, "numbers"))


@cache
def _bodies() -> Select[Any]:
    """Return the query for the texts of the numbers listed."""
    b = schema.bodies.c
    return select(b.n, b.packed).where(listed(b.n, "numbers"))


def actors_by_local(
    connection: Connection, wanted: Iterable[tuple[int, str]]
) -> dict[tuple[int, str], ActorRef]:
    """Return actors by their report's number and their local id there: those they go by.

    An actor of a cluster goes by the one that stands for it.
    """
    pairs = set(wanted)
    if not pairs:
        return {}
    return {
        (report, local): ActorRef(id=id, name=name, kind=kind)
        for report, local, id, name, kind in connection.execute(_by_local(), _lists(pairs)).all()
    }


@cache
def _by_local() -> Select[Any]:
    """Return the query for the actors of the reports and local ids listed."""
    p, own, a = schema.appearances.c, schema.actors.alias("own"), schema.actors.alias().c
    return (
        select(p.report, p.local, a.id, func.coalesce(a.called, a.name), a.kind)
        .join_from(schema.appearances, own, own.c.n == p.actor)
        .join(a.n.table, a.n == func.coalesce(own.c.leader, own.c.n))
        .where(*_either(p.report, p.local))
    )


def actors_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, ActorRef]:
    """Return actors by their ids over all reports: those they go by."""
    wanted = list(ids)
    if not wanted:
        return {}
    return {
        asked: ActorRef(id=id, name=name, kind=kind)
        for asked, id, name, kind in connection.execute(_by_id(), {"ids": as_list(wanted)})
    }


@cache
def _by_id() -> Select[Any]:
    """Return the query for the actors by which those of the ids listed go."""
    own, a = schema.actors.alias("own"), schema.actors.alias().c
    return (
        select(own.c.id.label("asked"), a.id, func.coalesce(a.called, a.name), a.kind)
        .join_from(own, a.n.table, a.n == func.coalesce(own.c.leader, own.c.n))
        .where(listed(own.c.id, "ids"))
    )


def statements_by_local(
    connection: Connection, wanted: Iterable[tuple[int, str]]
) -> dict[tuple[int, str], str]:
    """Return the ids of statements by their report's number and their local id there."""
    pairs = set(wanted)
    if not pairs:
        return {}
    rows = connection.execute(_statements_by_local(), _lists(pairs))
    return {(report, local): id for report, local, id in rows}


@cache
def _statements_by_local() -> Select[Any]:
    """Return the query for the statements of the reports and local ids listed."""
    c = schema.claims.c
    return select(c.report, c.local, c.id).where(c.kind == "statement", *_either(c.report, c.local))


def _either(report: Any, local: Any) -> list[Any]:
    """Return the conditions that a row is of one of the reports and has one of the ids listed.

    That is more than the pairs, but SQLite looks up pairs by going through the whole table.
    """
    return [listed(report, "reports"), listed(local, "locals")]


def _lists(pairs: set[tuple[int, str]]) -> dict[str, str]:
    """Return reports' numbers and local ids as :func:`_either` wants them."""
    return {"reports": as_list(n for n, _ in pairs), "locals": as_list(id for _, id in pairs)}
