"""The lists: pages of reports, actors and claims, each in an order that an index keeps.

A page starts where the values of the last row of the page before say (keyset paging), so
the thousandth page costs what the first does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace
from sqlalchemy import Connection, Select, exists, func, or_, select

from communique.model.citation import LISTS
from communique.model.days import bounds
from communique.model.rows import (
    ActorRow,
    ContactRow,
    FigureRow,
    Filter,
    Listing,
    ReportRow,
    StatementRow,
    TimelineRow,
)
from communique.record import schema
from communique.record.filters import (
    Condition,
    actors_wanted,
    behind,
    cursor,
    of_reports,
    opened,
    report_wanted,
    within_days,
)
from communique.record.telling import Teller, actor_rows, report_rows
from communique.record.wire import AnyRow

T = TypeVar("T")


def reports(
    connection: Connection, wanted: Filter, limit: int, after: str | None
) -> Listing[ReportRow]:
    """List reports by day of publication; see :class:`communique.record.store.Store`."""
    r = schema.reports.c
    conditions = [
        *of_reports(connection, r.n, wanted),
        *within_days(schema.reports, wanted),
        *behind((r.told,), after),
    ]
    if wanted.actor:
        conditions.append(naming(connection, r.n, wanted.actor))
    query = select(r.n, r.told).where(*conditions).order_by(r.told).limit(limit + 1)
    rows = connection.execute(query).all()
    numbers = [row.n for row in rows[:limit]]
    return page(report_rows(connection, numbers), rows, limit, "told")


def actors(
    connection: Connection, wanted: Filter, limit: int, after: str | None
) -> Listing[ActorRow]:
    """List actors, those that most reports name first."""
    a, p = schema.actors.c, schema.appearances.c
    # Of a cluster only the actor that stands for it is counted.
    conditions: list[Condition] = [a.counted > 0]
    if after is not None:
        counted, id = opened(after, 2)
        # The first condition is where the index starts, the second leaves out its equals.
        conditions += [a.counted <= counted, or_(a.counted < counted, a.id > id)]
    if wanted.actor:
        conditions.append(a.n.in_(actors_wanted(connection, wanted.actor)))
    if wanted.kind:
        conditions.append(a.kind == wanted.kind)
    if wanted.report:
        number = report_wanted(connection, wanted.report)
        named_there = schema.actors.alias("named_there")
        conditions.append(
            a.n.in_(
                select(func.coalesce(named_there.c.leader, named_there.c.n))
                .join_from(schema.appearances, named_there, named_there.c.n == p.actor)
                .where(p.report == number)
            )
        )
    named = of_reports(connection, p.report, replace(wanted, report=None))
    days = within_days(schema.reports, wanted)
    if days:
        named.append(p.report.in_(select(schema.reports.c.n).where(*days)))
    if named:
        member = schema.actors.alias("member")
        own = exists().where(p.actor == a.n, *named)
        of_cluster = (
            select(p.n)
            .join_from(member, schema.appearances, p.actor == member.c.n)
            .where(member.c.leader == a.n, *named)
        )
        conditions.append(own | of_cluster.exists())
    query = (
        select(a.n, a.id, a.counted)
        .where(*conditions)
        .order_by(a.counted.desc(), a.id)
        .limit(limit + 1)
    )
    rows = connection.execute(query).all()
    numbers = [row.n for row in rows[:limit]]
    return page(actor_rows(connection, numbers), rows, limit, "counted", "id")


def contacts(
    connection: Connection, wanted: Filter, limit: int, after: str | None
) -> Listing[ContactRow]:
    """List contacts in the order of the reports."""
    rows = claims_of_kind(connection, "contact", wanted, limit, after)
    told = Teller(connection, rows[:limit]).contacts()
    return page(told, rows, limit, "told", "n")


def statements(
    connection: Connection, wanted: Filter, limit: int, after: str | None
) -> Listing[StatementRow]:
    """List statements in the order of the reports."""
    rows = claims_of_kind(connection, "statement", wanted, limit, after)
    told = Teller(connection, rows[:limit]).statements()
    return page(told, rows, limit, "told", "n")


def figures(
    connection: Connection, wanted: Filter, limit: int, after: str | None
) -> Listing[FigureRow]:
    """List figures in the order of the reports."""
    rows = claims_of_kind(connection, "figure", wanted, limit, after)
    told = Teller(connection, rows[:limit]).figures()
    return page(told, rows, limit, "told", "n")


def timeline(
    connection: Connection, wanted: Filter, limit: int, after: str | None
) -> Listing[TimelineRow]:
    """List what bears a date, and contacts that bear none, by date, undated last."""
    c = schema.claims.c
    conditions = [
        c.line_on > "",
        *timeline_conditions(connection, wanted),
        *behind((c.line_on, c.told, c.n), after),
    ]
    query = selected(select(schema.claims).where(*conditions), wanted)
    rows = connection.execute(query.order_by(c.line_on, c.told, c.n).limit(limit + 1)).all()
    return page(Teller(connection, rows[:limit]).timeline(), rows, limit, "line_on", "told", "n")


def timeline_conditions(
    connection: Connection, wanted: Filter, kinds: Iterable[str] = schema.ON_LINE
) -> list[Condition]:
    """Return the conditions on what of some kinds of claims stands on the timeline."""
    c = schema.claims.c
    conditions = _narrowed(connection, wanted)
    if wanted.kind:
        conditions.append(or_(c.kind == wanted.kind, c.type == wanted.kind))
    if wanted.since or wanted.until:
        _, last = bounds(wanted.since, wanted.until)
        conditions.append(c.line_on <= last if last else c.line_on < schema.UNDATED)
    if wanted.actor:
        conditions.append(_with_actors(connection, wanted.actor, kinds))
    if wanted.about:
        topics = func.lower(func.json_extract(c.payload, "$.topics"))
        named = topics.contains(wanted.about.lower(), autoescape=True)
        conditions.append(_about(wanted.about) | named)
    return conditions


def conditions_of(connection: Connection, kind: str, wanted: Filter) -> list[Condition]:
    """Return the conditions on claims of one kind, but for the kind itself."""
    conditions = [*_narrowed(connection, wanted), *_of_type(wanted)]
    if wanted.actor:
        conditions.append(_with_actors(connection, wanted.actor, (kind,)))
    return conditions


def naming(connection: Connection, report: Any, actor: str) -> Condition:
    """Return the condition that a report, by its number in ``report``, names an actor."""
    p = schema.appearances.c
    numbers = actors_wanted(connection, actor)
    return report.in_(select(p.report).where(p.actor.in_(numbers)))  # type: ignore[no-any-return]


def page(told: Sequence[T], rows: Sequence[AnyRow], limit: int, *keys: str) -> Listing[T]:
    """Return a page of what was told of ``rows``, of which there is one more if others follow."""
    more = len(rows) > limit > 0
    last = rows[limit - 1]._mapping if more else {}
    following = cursor(*(last[key] for key in keys)) if more else None
    return Listing(rows=tuple(told), next=following)


def claims_of_kind(
    connection: Connection,
    kind: str,
    wanted: Filter,
    limit: int,
    after: str | None,
    *more: Condition,
) -> Sequence[AnyRow]:
    """Return a page's rows of claims of one kind, and one more if others follow.

    ``more`` are further conditions on the columns of ``claims``.
    """
    assert kind in LISTS
    c, a = schema.claims.c, schema.claim_actors.c
    query: Select[Any] = selected(select(schema.claims), wanted)
    order: tuple[Any, ...] = (c.told, c.n)
    conditions: list[Condition] = [c.kind == kind, *more]
    if wanted.actor:
        numbers = actors_wanted(connection, wanted.actor)
        # What actors have a part in stands in an index of its own, in the list's order.
        theirs = select(a.told, a.claim).where(a.actor.in_(numbers), a.kind == kind)
        part = (theirs if len(numbers) == 1 else theirs.distinct()).subquery()
        query = query.join_from(part, schema.claims, c.n == part.c.claim)
        order = (part.c.told, part.c.claim)
    conditions += [*_narrowed(connection, wanted), *behind(order, after)]
    if kind == "statement":
        conditions += _told_within(order[0], wanted)
    conditions += _of_type(wanted)
    return connection.execute(query.where(*conditions).order_by(*order).limit(limit + 1)).all()


def _of_type(wanted: Filter) -> list[Condition]:
    """Return the conditions on the type of a claim, and on what it is about."""
    c = schema.claims.c
    conditions: list[Condition] = []
    if wanted.kind:
        conditions.append(c.type == wanted.kind)
    if wanted.about:
        conditions.append(_about(wanted.about))
    if wanted.issue:
        conditions.append(c.issue == wanted.issue)
    return conditions


def selected(query: Select[Any], wanted: Filter) -> Select[Any]:
    """Return a query on the claims that are not rejected, or if wanted on those that are.

    The view of the former gives way to what the query itself calls by its name.
    """
    if not wanted.rejected:
        return query
    c = schema.all_claims.c
    columns = (c[column.name] for column in schema.claims.columns)
    return query.add_cte(select(*columns).where(c.rejected == 1).cte(schema.claims.name))


def _about(words: str) -> Condition:
    """Return the condition that what a claim is about, as it is put in short, holds ``words``."""
    payload = schema.claims.c.payload
    slots = ("issue", "stance", "what", "title")
    found = (func.lower(func.json_extract(payload, f"$.{slot}")) for slot in slots)
    return or_(*(text.contains(words.lower(), autoescape=True) for text in found))


def _told_within(told: Any, wanted: Filter) -> list[Condition]:
    """Return the years in which what has no date of its own was told, if days are wanted.

    The exact conditions are on other columns; these let the index begin and end near them.
    """
    first, last = bounds(wanted.since, wanted.until)
    conditions = []
    if first:
        conditions.append(told >= first[:4])
    if last:
        conditions.append(told <= last[:4] + schema.UNDATED)
    return conditions


def _narrowed(connection: Connection, wanted: Filter) -> list[Condition]:
    """Return the conditions on reports, days and status."""
    conditions = [
        *of_reports(connection, schema.claims.c.report, wanted),
        *within_days(schema.claims, wanted),
    ]
    if wanted.status:
        conditions.append(schema.claims.c.status == wanted.status)
    return conditions


def _with_actors(connection: Connection, actor: str, kinds: Iterable[str]) -> Condition:
    """Return the condition that an actor has a part in a claim of one of these kinds."""
    a = schema.claim_actors.c
    numbers = actors_wanted(connection, actor)
    theirs = select(a.claim).where(a.actor.in_(numbers), a.kind.in_(sorted(kinds)))
    return schema.claims.c.n.in_(theirs)


def in_which(connection: Connection, actor: str) -> Condition:
    """Return the condition that an actor has a part in a claim, for where claims are few."""
    a = schema.claim_actors.c
    numbers = actors_wanted(connection, actor)
    return exists().where(a.claim == schema.claims.c.n, a.actor.in_(numbers))
