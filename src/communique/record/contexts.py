"""What stands around a claim or an actor: who meets whom, what is said where, what is new."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, Select, bindparam, func, select

from communique.model.rows import ActorRef, ClaimKind, Filter, Listing
from communique.model.threads import Company, Deed, IssueCount, Period, Placed
from communique.record import schema
from communique.record.among import as_list, listed
from communique.record.deeds import deeds_by_number
from communique.record.filters import behind, clustered, cursor, known_at, opened
from communique.record.listing import conditions_of, in_which, page, selected, timeline_conditions
from communique.record.wire import AnyRow

#: How many characters of an ISO date tell the year, the month and the day.
PRECISION = {"year": 4, "month": 7, "day": 10}
#: The most periods that are counted.
_PERIODS = 1000
#: The most claims of a kind that are shown of the reports of one contact.
_SHOWN = 400


def on_line(
    connection: Connection, kinds: Collection[str], wanted: Filter, limit: int, after: str | None
) -> Listing[Placed]:
    """List claims of some kinds in the order of the timeline, without what they say."""
    c = schema.claims.c
    order = (c.line_on, c.told, c.n)
    query = selected(select(c.id, c.kind, *order), wanted).where(
        c.kind.in_(sorted(kinds)),
        c.line_on > "",
        *timeline_conditions(connection, wanted, kinds),
        *behind(order, after),
    )
    rows = connection.execute(query.order_by(*order).limit(limit + 1)).all()
    told = [Placed(id=row.id, kind=row.kind) for row in rows[:limit]]
    return page(told, rows, limit, "line_on", "told", "n")


def last_on_line(
    connection: Connection, kinds: Collection[str], wanted: Filter, limit: int
) -> list[Placed]:
    """List claims of some kinds as the timeline does, from its end; what bears no date comes
    behind all that does, the last told first."""
    c = schema.claims.c
    query = selected(select(c.id, c.kind), wanted).where(
        c.kind.in_(sorted(kinds)), *timeline_conditions(connection, wanted, kinds)
    )
    query = query.order_by(c.line_on.desc(), c.told.desc(), c.n.desc())
    found: list[Placed] = []
    for place in ((c.line_on > "", c.line_on < schema.UNDATED), (c.line_on == schema.UNDATED,)):
        if len(found) < limit:
            rows = connection.execute(query.where(*place).limit(limit - len(found))).all()
            found += (Placed(id=row.id, kind=row.kind) for row in rows)
    return found


def last_told(connection: Connection, kind: ClaimKind, actor: str, limit: int) -> Sequence[AnyRow]:
    """Return the rows of claims of a kind in which an actor has a part, the last told first.

    What reports tell that bear no day comes after all others.
    """
    wanted = {"actors": as_list(clustered(connection, [actor])), "kind": kind}
    rows: list[AnyRow] = []
    for dated in (True, False):
        if len(rows) < limit:
            some = wanted | {"most": limit - len(rows)}
            rows += connection.execute(_last_told(dated), some).all()
    return rows


@cache
def _last_told(dated: bool) -> Select[Any]:
    """Return the query for claims in which some actors have a part, the last told first."""
    c, w = schema.claims.c, schema.claim_actors.c
    part = select(w.claim, w.told).where(listed(w.actor, "actors"), w.kind == bindparam("kind"))
    part = part.where(w.told < schema.UNDATED if dated else w.told >= schema.UNDATED)
    # A person may have a part as two actors that are one.
    part = part.distinct().order_by(w.told.desc(), w.claim.desc()).limit(bindparam("most"))
    some = part.subquery()
    query = select(schema.claims).join(some, c.n == some.c.claim)
    return query.order_by(some.c.told.desc(), some.c.claim.desc())


def on_line_of(connection: Connection, ids: Iterable[str], wanted: Filter) -> set[str]:
    """Return those of the claims with these ids that the timeline lists."""
    some = as_list(ids)
    if some == _NOTHING:
        return set()
    c = schema.claims.c
    conditions = timeline_conditions(connection, replace(wanted, actor=None))
    if wanted.actor:
        conditions.append(in_which(connection, wanted.actor))
    query = selected(select(c.id), wanted).where(c.line_on > "", listed(c.id, "ids"), *conditions)
    return set(connection.execute(query, {"ids": some}).scalars())


_NOTHING = as_list(())


def parts_in(
    connection: Connection, kind: ClaimKind, reports: Iterable[str], actors: Iterable[str]
) -> Sequence[AnyRow]:
    """Return the rows of claims of a kind in reports in which one of ``actors`` has a part."""
    numbers = clustered(connection, actors)
    wanted = {"kind": kind, "reports": as_list(reports), "actors": as_list(numbers)}
    return connection.execute(_parts_in(), wanted).all()


@cache
def _parts_in() -> Select[Any]:
    """Return the query for claims of a kind in some reports in which some actors have a part."""
    c, r, w = schema.claims.c, schema.reports.c, schema.claim_actors.c
    reports = select(r.n).where(listed(r.id, "reports"))
    part = select(w.claim).where(w.claim == c.n, listed(w.actor, "actors"))
    query = select(schema.claims).where(
        c.report.in_(reports), c.kind == bindparam("kind"), part.exists()
    )
    return query.order_by(c.told, c.n).limit(_SHOWN)


def issues(
    connection: Connection, wanted: Filter, limit: int, after: str | None
) -> Listing[IssueCount]:
    """List issues with how many positions are told on each, those with most first."""
    c = schema.claims.c
    count = func.count().label("positions")
    days = func.min(c.told).label("first"), func.max(c.told).label("last")
    query = selected(select(c.issue, count, *days), wanted).where(
        c.issue > "", c.kind == "position", *conditions_of(connection, "position", wanted)
    )
    query = query.group_by(c.issue).order_by(count.desc(), c.issue)
    skipped = int(opened(after, 1)[0]) if after else 0
    rows = connection.execute(query.limit(limit + 1).offset(skipped)).all()
    found = tuple(
        IssueCount(
            label=row.issue, positions=row.positions, first=_day(row.first), last=_day(row.last)
        )
        for row in rows[:limit]
    )
    return Listing(rows=found, next=cursor(skipped + limit) if len(rows) > limit else None)


def periods(
    connection: Connection, by: str, kinds: Collection[str], wanted: Filter
) -> tuple[Period, ...]:
    """Count what bears a date, kind by kind, in years, months or days."""
    c = schema.claims.c
    period = func.substr(c.line_on, 1, PRECISION[by]).label("period")
    query = selected(select(period, c.kind, func.count().label("times")), wanted).where(
        c.kind.in_(sorted(kinds)),
        c.line_on > "",
        c.line_on < schema.UNDATED,
        *timeline_conditions(connection, wanted, kinds),
    )
    found: dict[str, dict[str, int]] = {}
    for row in connection.execute(query.group_by(period, c.kind).order_by(period)):
        found.setdefault(row.period, {})[row.kind] = row.times
    some = list(found.items())[:_PERIODS]
    return tuple(Period(period=period, counts=counts) for period, counts in some)


def company(connection: Connection, actor: str, limit: int) -> tuple[Company, ...]:
    """Return with whom an actor is told of in contacts, those first of whom most is told."""
    wanted = {"actors": as_list(clustered(connection, [actor])), "most": limit}
    return tuple(
        Company(actor=ActorRef(id=row.id, name=row.name, kind=row.kind), times=row.times)
        for row in connection.execute(_company(), wanted).all()
    )


@cache
def _company() -> Select[Any]:
    """Return the query for those who have a part in contacts of some actors, and how often."""
    mine, theirs = (schema.claim_actors.alias(name) for name in ("mine", "theirs"))
    own, a = schema.actors.alias("own"), schema.actors.alias("one")
    times = func.count(theirs.c.claim.distinct()).label("times")
    return (
        select(a.c.id, func.coalesce(a.c.called, a.c.name).label("name"), a.c.kind, times)
        .select_from(mine)
        .join(theirs, theirs.c.claim == mine.c.claim)
        .join(own, own.c.n == theirs.c.actor)
        .join(a, a.c.n == func.coalesce(own.c.leader, own.c.n))
        .where(
            listed(mine.c.actor, "actors"),
            mine.c.kind == "contact",
            ~listed(a.c.n, "actors"),
        )
        .group_by(a.c.n)
        .order_by(times.desc(), a.c.id)
        .limit(bindparam("most"))
    )


def acts_among(
    connection: Connection, actors: Iterable[str], types: Collection[str], days: tuple[str, str]
) -> list[Deed]:
    """Return the acts of some types in which two of ``actors`` have a part, told in those days."""
    w, c = schema.claim_actors.c, schema.claims.c
    among = _among(connection, "act", actors).where(
        w.told >= days[0], w.told <= days[1] + schema.UNDATED
    )
    query = select(c.n).where(c.n.in_(among), c.type.in_(sorted(types)))
    return deeds_by_number(connection, connection.execute(query).scalars())


def contacts_among(
    connection: Connection, actors: Iterable[str], day: str, limit: int
) -> tuple[list[str], list[str]]:
    """Return the dated contacts in which two of ``actors`` have a part, the nearest to a day.

    Those of earlier days come first, each part the nearest first; none is of the day itself.
    """
    c = schema.claims.c
    among = select(c.id, c.line_on).where(
        c.n.in_(_among(connection, "contact", actors)), c.line_on > "", c.status != "declined"
    )
    before = among.where(c.line_on < day).order_by(c.line_on.desc(), c.n).limit(limit)
    behind = among.where(c.line_on > day, c.line_on < schema.UNDATED)
    after = behind.order_by(c.line_on, c.n).limit(limit)
    found = [[row.id for row in connection.execute(query)] for query in (before, after)]
    return found[0], found[1]


def _among(connection: Connection, kind: str, actors: Iterable[str]) -> Select[Any]:
    """Return the query for the claims of a kind in which two or more of ``actors`` have a part."""
    w, own = schema.claim_actors.c, schema.actors.alias("own")
    several = func.count(func.coalesce(own.c.leader, own.c.n).distinct()) > 1
    return (
        select(w.claim)
        .join_from(schema.claim_actors, own, own.c.n == w.actor)
        .where(w.actor.in_(clustered(connection, actors)), w.kind == kind)
        .group_by(w.claim)
        .having(several)
    )


def newest(connection: Connection) -> str | None:
    """Return the instant at which a report was read last; ``None`` in an empty record."""
    d = schema.readings.c
    query = select(d.read_at).order_by(d.n.desc()).limit(1)
    return connection.execute(query).scalar_one_or_none()


def added_since(connection: Connection, reports: Iterable[str], since: str) -> frozenset[str]:
    """Return those of the reports that came into the record after an instant."""
    r = schema.reports.c
    query = select(r.id).where(r.id.in_(list(reports)), r.n > known_at(connection, since))
    return frozenset(connection.execute(query).scalars())


def reports_since(connection: Connection, since: str) -> int:
    """Return how many reports came into the record after an instant."""
    r = schema.reports.c
    query = select(func.count()).where(r.n > known_at(connection, since))
    return int(connection.execute(query).scalar_one())


def _day(told: str) -> str | None:
    """Return the day that a place in lists begins with."""
    return None if told.startswith(schema.UNDATED) else told[:10].strip()
