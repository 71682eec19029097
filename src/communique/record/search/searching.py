"""Full-text search over reports and statements, ranked by BM25 as FTS5 has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, column, literal, select, table, text, union_all

from communique.errors import NotInRecord, UsageError
from communique.model import Report, Span, Spans, Statement
from communique.model.citation import ref_of, report_id
from communique.model.passages import REACH
from communique.model.rows import ActorRef, AnyClaim, Filter, Hit, Listing, Passage
from communique.record import schema
from communique.record.among import as_list, listed
from communique.record.filters import (
    Condition,
    actors_wanted,
    cursor,
    of_reports,
    opened,
    within_days,
)
from communique.record.listing import naming
from communique.record.references import actors_by_local, reports_by_number
from communique.record.search.queries import Piece, as_fts, matches, pieces
from communique.record.wire import AnyRow, claim_from

KINDS = ("report", "statement")

#: What a match in a report's title counts beside one in its text.
_TITLE, _TEXT = 4.0, 1.0

#: The last hit that a cursor may name.
_FARTHEST = 1 << 40


def search(
    connection: Connection, typed: str, wanted: Filter, limit: int, after: str | None
) -> Listing[Hit]:
    """Return a page of what holds all pieces of ``typed``; nothing if there is none in it.

    Raises:
        UsageError: ``wanted.kind`` is neither ``report`` nor ``statement``.
        NotInRecord: ``after`` is no cursor of this list.
    """
    if wanted.kind not in (None, *KINDS):
        raise UsageError(
            f"cannot search for {wanted.kind!r}", remedy=f"choose one of: {', '.join(KINDS)}"
        )
    sought = pieces(typed)
    if not sought:
        return Listing()
    skipped = _place(after)
    rows = connection.execute(
        _ranked(connection, wanted, skipped, skipped + limit + 1), {"query": as_fts(sought)}
    ).all()
    hits = _Hits(connection, sought).of(rows[:limit])
    more = len(rows) > limit
    return Listing(rows=tuple(hits), next=cursor(skipped + limit) if more else None)


def _place(after: str | None) -> int:
    """Return how many hits come before the page.

    Raises:
        NotInRecord: the cursor is not one of this list.
    """
    (place,) = opened(after, 1) if after is not None else (0,)
    if not isinstance(place, int) or not 0 <= place <= _FARTHEST:
        raise NotInRecord(f"{after!r} does not name a page", remedy="start from the first page")
    return place


def _ranked(connection: Connection, wanted: Filter, first: int, last: int) -> Select[Any]:
    """Return the query for kind, number and rank, best (lowest) first."""
    parts = []
    if wanted.kind != "statement":
        best = f"bm25(report_words, {_TITLE}, {_TEXT})"
        parts.append(_part("report", best, _reports(connection, wanted), last))
    if wanted.kind != "report":
        conditions = _statements(connection, wanted)
        parts.append(_part("statement", "bm25(statement_words)", conditions, last))
    found = union_all(*parts).subquery()
    query = select(found).order_by(found.c.rank, found.c.kind, found.c.n)
    return query.limit(last - first).offset(first)


def _part(kind: str, rank: str, conditions: Any, last: int) -> Select[Any]:
    """Return the query for the best of one index."""
    words = table(f"{kind}_words", column("rowid"))
    query = select(
        literal(kind).label("kind"), words.c.rowid.label("n"), text(f"{rank} AS rank")
    ).where(text(f"{kind}_words MATCH :query"))
    if conditions is not None:
        query = query.where(words.c.rowid.in_(conditions))
    best = query.order_by(text("rank")).limit(last).subquery()
    return select(best.c.kind, best.c.n, column("rank").label("rank")).select_from(best)


def _reports(connection: Connection, wanted: Filter) -> Select[Any] | None:
    """Return the query for the reports that the filter lets through; ``None`` for all."""
    r = schema.reports.c
    conditions = [*of_reports(connection, r.n, wanted), *within_days(schema.reports, wanted)]
    if wanted.actor:
        conditions.append(naming(connection, r.n, wanted.actor))
    return select(r.n).where(*conditions) if conditions else None


def _statements(connection: Connection, wanted: Filter) -> Select[Any] | None:
    """Return the query for the statements that the filter lets through; ``None`` for all."""
    c, a = schema.claims.c, schema.claim_actors.c
    conditions: list[Condition] = [
        *of_reports(connection, c.report, wanted),
        *within_days(schema.claims, wanted),
    ]
    if wanted.actor:
        numbers = actors_wanted(connection, wanted.actor)
        conditions.append(c.n.in_(select(a.claim).where(a.actor.in_(numbers))))
    return select(c.n).where(c.kind == "statement", *conditions) if conditions else None


class _Hits:
    """Makes hits of what was found."""

    def __init__(self, connection: Connection, sought: tuple[Piece, ...]) -> None:
        self._connection = connection
        self._sought = sought

    def of(self, rows: Any) -> list[Hit]:
        """Return the hits of rows of kind, number and rank, in their order."""
        numbers = as_list(row.n for row in rows if row.kind == "statement")
        found = self._connection.execute(_claims(), {"numbers": numbers}).all()
        claims = {row.n: (row, claim_from(row.kind, row.payload)) for row in found}
        speakers = self._speakers(claims.values())
        wanted = {row.n for row in rows if row.kind == "report"}
        reports = reports_by_number(
            self._connection, wanted | {stored.report for stored, _ in claims.values()}
        )
        return [
            self._report(row, reports[row.n])
            if row.kind == "report"
            else self._statement(row, *claims[row.n], reports, speakers)
            for row in rows
        ]

    def _speakers(
        self, claims: Iterable[tuple[AnyRow, AnyClaim]]
    ) -> dict[tuple[int, str], ActorRef]:
        """Return those who make statements, by report and local id."""
        named = (
            (stored.report, claim.speaker)
            for stored, claim in claims
            if isinstance(claim, Statement) and claim.speaker
        )
        return actors_by_local(self._connection, named)

    def _report(self, row: AnyRow, report: Report) -> Hit:
        whole = Span(0, len(report.text)) if report.text else None
        return Hit(
            id=report_id(report.publication),
            kind="report",
            report=ref_of(report),
            score=-row.rank,
            passage=snippet(report.text, (whole,) if whole else (), self._sought),
        )

    def _statement(
        self,
        row: AnyRow,
        stored: AnyRow,
        claim: AnyClaim,
        reports: Mapping[int, Report],
        speakers: Mapping[tuple[int, str], ActorRef],
    ) -> Hit:
        assert isinstance(claim, Statement)
        report = reports[stored.report]
        return Hit(
            id=stored.id,
            kind="statement",
            report=ref_of(report),
            score=-row.rank,
            passage=snippet(report.text, claim.content, self._sought),
            speaker=speakers.get((stored.report, claim.speaker or "")),
        )


@cache
def _claims() -> Select[Any]:
    """Return the query for the claims of the numbers listed."""
    c = schema.claims.c
    return select(schema.claims).where(listed(c.n, "numbers"))


def snippet(text_: str, within: Spans, sought: tuple[Piece, ...]) -> Passage:
    """Return the stretch inside one of the spans ``within`` where most pieces stand together.

    It reaches at most :data:`~communique.model.passages.REACH` code points in all, cut
    between words; with no match (the title has it), it is how the first span begins.
    """
    best = (0, within[0] if within else None, 0, list[Span]())
    for span in within:
        found = [
            (index, Span(match.start + span.start, match.end + span.start))
            for index, match in matches(span.of(text_), sought)
        ]
        most, first, last = _densest(found)
        if most > best[0]:
            near = [match for _, match in found[first:last]]
            best = (most, span, near[0].start, near)
    _, span_, first, marks = best
    if span_ is None:
        return Passage(slot="words", text="", start=0)
    start, end = _cut(text_, span_, first, marks)
    return Passage(
        slot="words",
        text=text_[start:end],
        start=start,
        marks=tuple(Span(m.start - start, m.end - start) for m in marks),
    )


def _densest(found: Sequence[tuple[int, Span]]) -> tuple[int, int, int]:
    """Return how many pieces stand in the stretch with most, its first place, and that behind it.

    Of such stretches it is the first.
    """
    best = 0, 0, 0
    times: dict[int, int] = defaultdict(int)
    pieces_there = behind = 0
    for at, (index, match) in enumerate(found):
        while behind < len(found) and found[behind][1].end - match.start <= REACH:
            pieces_there += not times[found[behind][0]]
            times[found[behind][0]] += 1
            behind += 1
        if pieces_there > best[0]:
            best = pieces_there, at, behind
        if behind == at:  # It is longer than a stretch itself.
            behind += 1
        else:
            times[index] -= 1
            pieces_there -= not times[index]
    return best


def _cut(text_: str, span: Span, first: int, marks: list[Span]) -> tuple[int, int]:
    """Return where a passage around ``marks`` starts and ends within ``span``."""
    last = marks[-1].end if marks else span.start
    spare = max(REACH - (last - first), 0) if marks else REACH
    start = max(span.start, first - spare // 3) if marks else span.start
    end = min(span.end, start + REACH) if marks else min(span.end, span.start + REACH)
    end = max(end, last)
    if start > span.start:
        blank = text_.find(" ", start, first)
        start = blank + 1 if blank >= 0 else start
    if end < span.end:
        blank = text_.rfind(" ", last, end)
        end = blank if blank > last else end
    return start, end
