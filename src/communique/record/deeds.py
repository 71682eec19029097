"""Acts and contacts as they are compared across reports: without their words.

Texts are the costly part of a record; what is compared by its slots alone is looked up
without them, and only what comes of the comparison is told in full.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, bindparam, func, or_, select, text

from communique.model import Report, Span, Spans
from communique.model.rows import Filter, Listing
from communique.model.threads import Deed, Occasion, Party, Sought
from communique.record import schema
from communique.record.among import as_list, listed
from communique.record.claim_lists import acts_by_local
from communique.record.filters import clustered
from communique.record.listing import claims_of_kind, page
from communique.record.matters import near
from communique.record.packing import unpack_edges
from communique.record.references import reports_by_number
from communique.record.wire import AnyRow

#: The slots of an act that name actors.
_PARTIES = ("actor", "towards", "reported_by")


class _Act(msgspec.Struct):
    what: str = ""
    answers: tuple[dict[str, Any], ...] = ()


class _Contact(msgspec.Struct):
    participants: tuple[dict[str, Any], ...] = ()
    place: dict[str, Any] | None = None


_ACT, _CONTACT = msgspec.json.Decoder(_Act), msgspec.json.Decoder(_Contact)


def opened(
    connection: Connection,
    wanted: Filter,
    types: tuple[frozenset[str], frozenset[str]],
    limit: int,
    after: str | None,
) -> Listing[Deed]:
    """Return a page of acts of the first ``types``, and of the second that are only planned."""
    c = schema.claims.c
    always, planned = types
    either = or_(c.type.in_(sorted(always)), c.type.in_(sorted(planned)) & (c.status == "planned"))
    rows = claims_of_kind(connection, "act", wanted, limit, after, either)
    found = {each.n: each.deed for each in _acts(connection, "n", (r.n for r in rows[:limit]))}
    return page([found[row.n] for row in rows[:limit]], rows, limit, "told", "n")


def deed(connection: Connection, id: str) -> Deed | None:
    """Return the act with this id, if there is one."""
    found = _acts(connection, "id", [id])
    return found[0].deed if found else None


def deeds_by_id(connection: Connection, ids: Iterable[str]) -> list[Deed]:
    """Return the acts with these ids, in the order in which they were told."""
    return _some(connection, "id", ids)


def deeds_by_number(connection: Connection, numbers: Iterable[int]) -> list[Deed]:
    """Return the acts with these numbers, in the order in which they were told."""
    return _some(connection, "n", numbers)


def deeds_near(connection: Connection, sought: Iterable[Sought]) -> list[Deed]:
    """Return the acts that speak of any of the matters, in the order in which they were told."""
    return _some(connection, "n", near(connection, sought))


def answers(connection: Connection, reports: Iterable[str]) -> list[Deed]:
    """Return the acts of reports that answer others of their report."""
    numbers = connection.execute(_answering(), {"reports": as_list(reports)}).scalars()
    return _some(connection, "n", numbers)


@cache
def _answering() -> Select[Any]:
    """Return the query for the acts of the reports listed that answer others."""
    c, r = schema.claims.c, schema.reports.c
    theirs = select(r.n).where(listed(r.id, "reports"))
    answering = func.json_extract(c.payload, "$.answers[0]").is_not(None)
    return select(c.n).where(c.report.in_(theirs), c.kind == "act", answering)


def deeds_of(connection: Connection, reports: Iterable[str]) -> list[Deed]:
    """Return all acts of reports, in the order in which they were told."""
    r = schema.reports.c
    query = select(r.n).where(listed(r.id, "ids"))
    numbers = connection.execute(query, {"ids": as_list(reports)}).scalars()
    return _some(connection, "report", numbers)


def deeds_with(connection: Connection, actors: Iterable[str], limit: int) -> list[Deed]:
    """Return the last acts in which actors, as such and not their clusters, have a part."""
    w, a = schema.claim_actors.c, schema.actors.c
    numbers = select(a.n).where(a.id.in_(sorted(set(actors))))
    query = select(w.claim).where(w.actor.in_(numbers), w.kind == "act")
    last = connection.execute(query.order_by(w.told.desc()).limit(limit)).scalars().all()
    return deeds_by_number(connection, last)


def _some(connection: Connection, column: str, wanted: Iterable[Any]) -> list[Deed]:
    """Return the acts of which a column has a value that is wanted, as they were told."""
    found = (each.deed for each in _acts(connection, column, wanted))
    return sorted(found, key=lambda each: (each.told_on or schema.UNDATED, each.id))


class _Numbered(msgspec.Struct, frozen=True):
    n: int
    deed: Deed


def _acts(connection: Connection, column: str, wanted: Iterable[Any]) -> list[_Numbered]:
    """Return the acts of which a column has a value that is wanted, as they were told."""
    values = as_list(wanted)
    if values == _NOTHING:
        return []
    rows = connection.execute(_acts_by(column), {"values": values}).all()
    decoded = [_ACT.decode(row.payload) for row in rows]
    pairs = list(zip(rows, decoded, strict=True))
    cited = _cited(connection, {row.number for row, act in pairs if act.answers})
    return [_Numbered(row.n, _deed(row, act, cited)) for row, act in pairs]


_NOTHING = as_list(())


@cache
def _acts_by(column: str) -> Select[Any]:
    """Return the query for the acts of which a column has one of the values listed."""
    c = schema.claims.c
    query = _with_actors(_PARTIES).where(listed(c[column], "values"), c.kind == "act")
    return query.order_by(c.told, c.n)


def _deed(row: AnyRow, act: _Act, cited: dict[tuple[int, str], str]) -> Deed:
    told_on = _day(row.told)
    return Deed(
        id=row.id,
        report=row.report_id,
        told_on=told_on,
        first_on=row.first_on or told_on,
        last_on=row.last_on or told_on,
        type=row.type,
        status=row.status,
        what=act.what,
        actor=row.actor,
        towards=row.towards,
        reported_by=row.reported_by,
        answers=tuple(
            (cited[row.number, each["act"]], each["kind"], each["basis"])
            for each in act.answers
            if (row.number, each["act"]) in cited
        ),
    )


def _day(told: str) -> str:
    """Return the day that a place in lists begins with; nothing where there is none."""
    return "" if told.startswith(schema.UNDATED) else told[:10].strip()


def _cited(connection: Connection, reports: set[int]) -> dict[tuple[int, str], str]:
    """Return the ids of the acts of reports, by report and local id."""
    if not reports:
        return {}
    rows = connection.execute(acts_by_local(), {"reports": as_list(reports)}).all()
    return {(report, local): id for report, local, id in rows}


@cache
def _with_actors(slots: tuple[str, ...]) -> Select[Any]:
    """Return the query for claims with the ids of the actors in some of their slots.

    Actors are those that stand for their clusters.
    """
    c, r = schema.claims.c, schema.reports.c
    columns = [c.n, c.id, c.report.label("number"), r.id.label("report_id"), c.told]
    query: Select[Any] = select(
        *columns, c.first_on, c.last_on, c.type, c.status, c.payload
    ).join_from(schema.claims, schema.reports, r.n == c.report)
    for slot in slots:
        own = schema.actors.alias(f"own_{slot}")
        one = schema.actors.alias(f"one_{slot}")
        named = schema.appearances.alias(f"named_{slot}")
        local = func.json_extract(c.payload, f"$.{slot}")
        query = (
            query.outerjoin(named, (named.c.report == c.report) & (named.c.local == local))
            .outerjoin(own, own.c.n == named.c.actor)
            .outerjoin(one, one.c.n == func.coalesce(own.c.leader, own.c.n))
            .add_columns(one.c.id.label(slot))
        )
    return query


def occasions(
    connection: Connection, actors: Iterable[str], since: str, until: str
) -> list[Occasion]:
    """Return the contacts in which two or more of ``actors`` have a part, by when told."""
    days = {"since": since, "until": until + schema.UNDATED}
    shared: Counter[int] = Counter()
    for actor in sorted(set(actors)):
        theirs = days | {"actors": as_list(clustered(connection, [actor]))}
        shared.update(connection.execute(_contacts_of(), theirs).scalars())
    numbers = [n for n, times in shared.items() if times > 1]
    if not numbers:
        return []
    rows = connection.execute(_contacts(), {"numbers": as_list(numbers)}).all()
    decoded = [(row, _CONTACT.decode(row.payload)) for row in rows]
    leaders = _leaders(connection, {row.number for row in rows})
    return [_occasion(row, contact, leaders) for row, contact in decoded]


@cache
def _contacts_of() -> Select[Any]:
    """Return the query for the contacts, told in some days, in which some actors have a part."""
    w = schema.claim_actors.c
    query = select(w.claim).where(listed(w.actor, "actors"), w.kind == "contact")
    return query.where(w.told >= bindparam("since"), w.told <= bindparam("until")).distinct()


@cache
def _contacts() -> Select[Any]:
    """Return the query for the contacts of the numbers listed."""
    c = schema.claims.c
    return _with_actors(()).where(listed(c.n, "numbers")).order_by(c.told, c.n)


def _occasion(row: AnyRow, contact: _Contact, leaders: dict[tuple[int, str], str]) -> Occasion:
    told_on = _day(row.told)
    parties = (
        Party(
            actor=leaders[row.number, each["actor"]],
            represents=leaders.get((row.number, each.get("represents") or "")),
            role=each.get("role", "party"),
        )
        for each in contact.participants
        if (row.number, each["actor"]) in leaders
    )
    return Occasion(
        id=row.id,
        report=row.report_id,
        told_on=told_on,
        first_on=row.first_on or told_on,
        last_on=row.last_on or told_on,
        kind=row.type,
        status=row.status,
        place=contact.place["name"] if contact.place else None,
        parties=tuple(parties),
    )


def _leaders(connection: Connection, reports: set[int]) -> dict[tuple[int, str], str]:
    """Return the actors of reports, by report and local id: those that stand for clusters."""
    rows = connection.execute(_named(), {"reports": as_list(reports)}).all()
    return {(report, local): id for report, local, id in rows}


@cache
def _named() -> Select[Any]:
    """Return the query for the actors of the reports listed: report, local id, id."""
    p, own, a = schema.appearances.c, schema.actors.alias("own"), schema.actors.c
    return (
        select(p.report, p.local, a.id)
        .join_from(schema.appearances, own, own.c.n == p.actor)
        .join(schema.actors, a.n == func.coalesce(own.c.leader, own.c.n))
        .where(listed(p.report, "reports"))
    )


def reports_with(
    connection: Connection, stems: Iterable[str], after_day: str, limit: int
) -> list[tuple[Report, Spans]]:
    """Return the first reports told after a day in which words begin with each of ``stems``.

    With each come its sentences in which a word begins with the first of them.
    """
    r = schema.reports.c
    wanted = [stem for stem in stems if stem.isalnum()]
    if not wanted:
        return []
    words = " AND ".join(f'"{stem}"*' for stem in wanted)
    holds = text("n IN (SELECT rowid FROM report_words WHERE report_words MATCH :words)")
    query = (
        select(r.n, r.sentences)
        .where(r.told > after_day + schema.UNDATED, r.told < schema.UNDATED, holds)
        .order_by(r.told)
        .limit(limit)
    )
    rows = connection.execute(query, {"words": words}).all()
    reports = reports_by_number(connection, [row.n for row in rows])
    return [
        (reports[row.n], _sentences_with(wanted[0], reports[row.n].text, row.sentences))
        for row in rows
    ]


def _beginning_so(stem: str, text_: str) -> Iterator[int]:
    """Yield where words begin with ``stem``, in whatever case."""
    lower, sought = text_.lower(), stem.lower()
    if len(lower) != len(text_):  # a letter became two
        found = re.finditer(rf"\b{re.escape(stem)}", text_, re.IGNORECASE)
        yield from (match.start() for match in found)
        return
    at = lower.find(sought)
    while at >= 0:
        before = lower[at - 1] if at else " "
        if not (before.isalnum() or before == "_"):
            yield at
        at = lower.find(sought, at + 1)


def _sentences_with(stem: str, text_: str, packed: bytes) -> Spans:
    """Return the sentences in which a word begins with ``stem``."""
    edges = unpack_edges(packed)
    found: dict[int, Span] = {}
    for start in _beginning_so(stem, text_):
        at = bisect_right(edges, start) - 1
        # An even edge is where a sentence starts, the odd one behind it where it ends.
        if at >= 0 and at % 2 == 0:
            found[at] = Span(edges[at], edges[at + 1])
    return tuple(found.values())
