"""What a :class:`~communique.model.rows.Filter` asks of the tables, and where a page starts."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, Table, select, tuple_

from communique.errors import Conflict, NotInRecord, UsageError
from communique.model.days import bounds
from communique.model.ids import PREFIXES
from communique.model.rows import Filter
from communique.record import schema
from communique.record.among import as_list, listed
from communique.record.finding import find, is_id
from communique.record.names import folded

Condition = ColumnElement[bool]

#: The most actors that a name in a filter may stand for.
_MANY = 1000


def actors_wanted(connection: Connection, wanted: str) -> list[int]:
    """Return the numbers of the actors that an id, or the beginning of words of a name, names,
    and of all that are the same.

    Of a name that begins too many others, those are meant who are called exactly so.

    Raises:
        NotInRecord: there are none.
        Conflict: there are too many.
    """
    if is_id(wanted) and wanted[0] == PREFIXES["actor"]:
        return clustered(connection, [find(connection, wanted).id])
    words = folded(wanted)
    c = schema.tallies.c
    query = (
        select(c.actor)
        .distinct()
        .where(c.slot.in_(["name", "alias"]), c.folded.like(f"% {words}%"))
    )
    query = query.limit(_MANY + 1)
    numbers = list(connection.execute(query).scalars()) if words else []
    if len(numbers) > _MANY:
        numbers = exactly(connection, wanted)
        if not numbers:
            raise Conflict(
                f"more than {_MANY} actors are called so",
                subject=wanted,
                remedy="write more of the name",
            )
    if not numbers:
        raise NotInRecord(f"no actor is called {wanted!r}", remedy="communique actors lists them")
    a = schema.actors.c
    ids = connection.execute(select(a.id).where(a.n.in_(numbers))).scalars()
    return clustered(connection, ids)


def exactly(connection: Connection, name: str) -> list[int]:
    """Return the numbers of the actors that are called so and nothing more."""
    c = schema.tallies.c
    called = c.slot.in_(["name", "alias"]), c.folded == f" {folded(name)}"
    return list(connection.execute(select(c.actor).distinct().where(*called)).scalars())


def clustered(connection: Connection, actors: Iterable[str]) -> list[int]:
    """Return the numbers of the actors with these ids and of all in their clusters."""
    own = connection.execute(_numbers(), {"ids": as_list(actors)}).all()
    leaders = {leader for _, leader in own if leader is not None}
    others: Iterable[int] = ()
    if leaders:
        others = connection.execute(_led(), {"leaders": as_list(leaders)}).scalars()
    return sorted({n for n, _ in own} | set(others))


@cache
def _numbers() -> Select[Any]:
    """Return the query for the actors with the ids listed, and who stands for each."""
    a = schema.actors.c
    return select(a.n, a.leader).where(listed(a.id, "ids"))


@cache
def _led() -> Select[Any]:
    """Return the query for the actors for whom others stand."""
    a = schema.actors.c
    return select(a.n).where(listed(a.leader, "leaders"))


def report_wanted(connection: Connection, wanted: str) -> int:
    """Return the number of the report that an id names.

    Raises:
        NotInRecord: there is none.
        UsageError: it is no report's id.
        Conflict: it is a prefix of several.
    """
    found = find(connection, wanted)
    if found.kind != "report":
        raise UsageError(f"{wanted} is no report but a {found.kind}", remedy="name a report")
    query = select(schema.reports.c.n).where(schema.reports.c.id == found.id)
    return int(connection.execute(query).scalar_one())


def within_days(table: Table, wanted: Filter) -> list[Condition]:
    """Return the conditions that what a row is about may lie between the days wanted.

    Raises:
        UsageError: one of the days is no date.
    """
    first, last = bounds(wanted.since, wanted.until)
    conditions: list[Condition] = []
    if first:
        conditions.append(table.c.last_on >= first)
    if last:
        conditions.append(table.c.first_on <= last)
    return conditions


def of_reports(connection: Connection, column: Any, wanted: Filter) -> list[Condition]:
    """Return the conditions on the report, by its number in ``column``."""
    conditions: list[Condition] = []
    if wanted.report:
        conditions.append(column == report_wanted(connection, wanted.report))
    if wanted.publisher:
        words = schema.reports.c.publisher_folded
        by = select(schema.reports.c.n).where(words.like(f"% {folded(wanted.publisher)}%"))
        conditions.append(column.in_(by))
    if wanted.added_since:
        conditions.append(column > known_at(connection, wanted.added_since))
    return conditions


def known_at(connection: Connection, instant: str) -> int:
    """Return the number of the last report that was in the record at an instant; 0 for none.

    Numbers grow as reports come; a report that is read again keeps its own.

    Raises:
        UsageError: it is no instant.
    """
    d = schema.readings.c
    query = select(d.report).where(d.read_at <= _as_noted(instant))
    number = connection.execute(query.order_by(d.report.desc()).limit(1)).scalar_one_or_none()
    return int(number or 0)


def _as_noted(instant: str) -> str:
    """Return an instant as readings note theirs: in UTC, to the second."""
    try:
        moment = datetime.fromisoformat(instant)
        return moment.astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError) as error:
        raise UsageError(
            f"{instant!r} is no instant", remedy="write it as 2031-05-17T09:30:00+00:00"
        ) from error


def behind(columns: tuple[Any, ...], after: str | None) -> list[Condition]:
    """Return the condition that a row comes behind the one that the cursor ``after`` names.

    Raises:
        NotInRecord: the cursor is not one of this list.
    """
    if after is None:
        return []
    return [tuple_(*columns) > tuple_(*opened(after, len(columns)))]


def cursor(*values: object) -> str:
    """Return the cursor of a row: an opaque word for the values that order the list."""
    return urlsafe_b64encode(msgspec.json.encode(values)).decode().rstrip("=")


def opened(after: str, size: int) -> list[Any]:
    """Return the ``size`` values of a cursor.

    Raises:
        NotInRecord: it is none, or one of another list.
    """
    try:
        values = msgspec.json.decode(urlsafe_b64decode(after + "=" * (-len(after) % 4)))
    except (ValueError, msgspec.DecodeError):
        values = None
    if not isinstance(values, list) or len(values) != size or not all(map(_is_key, values)):
        raise NotInRecord(f"{after!r} does not name a page", remedy="start from the first page")
    return list(values)


def _is_key(value: object) -> bool:
    """Tell whether a list may be ordered by a value, which SQLite must be able to hold."""
    if isinstance(value, int):
        return abs(value) < 1 << 63
    return isinstance(value, str | float)
