"""Making rows for people and programs out of the tables' rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, or_, select

from communique.model import Contact, Figure, Report, Spans, Statement
from communique.model.citation import extent, label_of, ref_of
from communique.model.correcting import corrected
from communique.model.days import days_of
from communique.model.judgement import Judgement
from communique.model.rows import (
    ActorRef,
    ActorRow,
    AnyClaim,
    ContactRow,
    FigureRow,
    ParticipantRow,
    ReportRow,
    StatementRow,
    TimelineRow,
)
from communique.record import schema
from communique.record.among import as_list, listed
from communique.record.judgements.decided import decisions_on
from communique.record.references import (
    actors_by_id,
    actors_by_local,
    reports_by_number,
    statements_by_local,
)
from communique.record.roles import actors_in, date_of, status_of, type_of
from communique.record.wire import AnyRow, claim_from
from communique.record.writing import words_of


class Teller:
    """Turns rows of ``claims`` into rows of lists.

    It looks up what a page of claims refers to all at once: reports with their texts, and
    actors.

    Args:
        connection: A connection with a transaction.
        rows: Rows of ``claims``, all columns.
    """

    def __init__(self, connection: Connection, rows: Sequence[AnyRow]) -> None:
        self._connection = connection
        self._decisions = decisions_on(connection, (row.id for row in rows))
        self.claims = [
            corrected(claim_from(row.kind, row.payload), self._decided(row)) for row in rows
        ]
        self._rows = rows
        self._reports = reports_by_number(connection, {row.report for row in rows})
        self._refs = {n: ref_of(report) for n, report in self._reports.items()}
        self._named: dict[str, ActorRef] = {}
        self._actors = self._look_up_actors()
        self._ids = self._look_up_statements()

    def contacts(self) -> tuple[ContactRow, ...]:
        """Return the rows, all of contacts."""
        return tuple(self._contact(row, claim) for row, claim in self._pairs(Contact))

    def statements(self) -> tuple[StatementRow, ...]:
        """Return the rows, all of statements."""
        return tuple(self._statement(row, claim) for row, claim in self._pairs(Statement))

    def figures(self) -> tuple[FigureRow, ...]:
        """Return the rows, all of figures."""
        return tuple(self._figure(row, claim) for row, claim in self._pairs(Figure))

    def timeline(self) -> tuple[TimelineRow, ...]:
        """Return the rows, of whatever kind."""
        pairs = zip(self._rows, self.claims, strict=True)
        return tuple(self._on_line(row, claim) for row, claim in pairs)

    def _pairs(self, kind: type[Any]) -> list[tuple[AnyRow, Any]]:
        """Return the rows with their claims, of one kind."""
        pairs = zip(self._rows, self.claims, strict=True)
        return [(row, claim) for row, claim in pairs if isinstance(claim, kind)]

    def _look_up_actors(self) -> dict[tuple[int, str], ActorRef]:
        """Return the actors that the claims name, by report and local id."""
        pairs = zip(self._rows, self.claims, strict=True)
        wanted = {(row.report, local) for row, claim in pairs for local in actors_in(claim)}
        corrected_ = {local for _, local in wanted if local.startswith("a-")}
        self._named = actors_by_id(self._connection, corrected_)
        return actors_by_local(self._connection, wanted)

    def _look_up_statements(self) -> dict[tuple[int, str], str]:
        """Return the ids of the statements that statements refer to, by report and local id."""
        wanted = {
            (row.report, local)
            for row, claim in self._pairs(Statement)
            for local in (claim.parent, claim.continues)
            if local
        }
        return statements_by_local(self._connection, wanted)

    def _actor(self, row: AnyRow, local: str | None) -> ActorRef | None:
        """Return the actor that a claim calls by a local id, or by one over all reports."""
        if not local:
            return None
        return self._actors.get((row.report, local)) or self._named.get(local)

    def _decided(self, row: AnyRow) -> tuple[Judgement, ...]:
        """Return what persons decided about a claim."""
        return self._decisions.get(row.id, ())

    def _words(self, row: AnyRow, spans: Spans) -> str:
        """Return the words of a claim's report that spans cover."""
        return words_of(self._reports[row.report].text, spans)

    def _contact(self, row: AnyRow, claim: Contact) -> ContactRow:
        participants = [
            ParticipantRow(
                actor=actor,
                represents=self._actor(row, each.represents),
                role=each.role,
                evidence=each.evidence,
            )
            for each in claim.participants
            if (actor := self._actor(row, each.actor))
        ]
        return ContactRow(
            id=row.id,
            report=self._refs[row.report],
            kind=claim.kind,
            status=claim.status,
            participants=tuple(participants),
            initiator=self._actor(row, claim.initiator),
            channel=claim.channel,
            date=claim.date,
            place=claim.place,
            duration=claim.duration,
            topics=claim.topics,
            outcome=claim.outcome,
            series=claim.series,
            main=claim.main,
            evidence=claim.evidence,
            words=self._words(row, claim.evidence),
            decided=self._decided(row),
        )

    def _statement(self, row: AnyRow, claim: Statement) -> StatementRow:
        return StatementRow(
            id=row.id,
            report=self._refs[row.report],
            form=claim.form,
            words=self._words(row, claim.content),
            speaker=self._actor(row, claim.speaker),
            source=self._words(row, claim.source) or None,
            cue=self._words(row, claim.cue) or None,
            addressee=self._actor(row, claim.addressee),
            parent=self._ids.get((row.report, claim.parent)) if claim.parent else None,
            continues=self._ids.get((row.report, claim.continues)) if claim.continues else None,
            marked=claim.marked,
            medium=claim.medium,
            content=claim.content,
            decided=self._decided(row),
        )

    def _figure(self, row: AnyRow, claim: Figure) -> FigureRow:
        return FigureRow(
            id=row.id,
            report=self._refs[row.report],
            raw=claim.raw,
            low=claim.low,
            high=claim.high,
            exact=claim.exact,
            unit=claim.unit,
            thing=claim.thing,
            claimant=self._actor(row, claim.claimant),
            as_of=claim.as_of,
            evidence=claim.evidence,
            words=self._words(row, claim.evidence),
            decided=self._decided(row),
        )

    def _on_line(self, row: AnyRow, claim: AnyClaim) -> TimelineRow:
        when = date_of(claim)
        days = days_of(when)
        actors = {ref.id: ref for local in actors_in(claim) if (ref := self._actor(row, local))}
        return TimelineRow(
            id=row.id,
            kind=row.kind,
            type=type_of(claim),
            status=status_of(claim),
            first_on=days[0] if days else None,
            last_on=days[1] if days else None,
            value=when.value if when else None,
            raw=when.raw if when else None,
            basis=when.basis if when else None,
            actors=tuple(actors.values()),
            words=self._words(row, extent(claim)),
            report=self._refs[row.report],
            decided=self._decided(row),
        )


def report_rows(connection: Connection, numbers: Sequence[int]) -> list[ReportRow]:
    """Return the rows of reports, in the order of their numbers as given."""
    wanted = {"numbers": as_list(numbers)}
    rows = {row.n: row for row in connection.execute(_publications(), wanted)}
    copies = _copies(connection, {row.body for row in rows.values()})
    claims = _claim_counts(connection, numbers)
    actors = _actor_counts(connection, numbers)
    return [
        _report_row(
            rows[n],
            claims[n],
            actors.get(n, 0),
            [c for c in copies[rows[n].body] if c != rows[n].id],
        )
        for n in numbers
    ]


@cache
def _publications() -> Select[Any]:
    """Return the query for the reports of the numbers listed, with what is known of their texts."""
    r, b = schema.reports.c, schema.bodies.c
    return (
        select(r.n, r.id, r.body, r.payload, b.id.label("text_id"), b.characters)
        .join(schema.bodies, b.n == r.body)
        .where(listed(r.n, "numbers"))
    )


def _report_row(row: AnyRow, claims: dict[str, int], actors: int, copies: list[str]) -> ReportRow:
    """Return the row of one report."""
    report = msgspec.json.decode(row.payload, type=Report)
    return ReportRow(
        id=row.id,
        label=label_of(report),
        title=report.title,
        publisher=report.publisher,
        source=report.source,
        distributor=report.distributor,
        published=report.published,
        published_basis=report.published_basis,
        language=report.language,
        path=report.path,
        url=report.url,
        body=row.text_id,
        characters=row.characters,
        actors=actors,
        claims=claims,
        copies=tuple(copies),
    )


def _copies(connection: Connection, bodies: Iterable[int]) -> dict[int, list[str]]:
    """Return the ids of the reports of each body."""
    r = schema.reports.c
    query = select(r.body, r.id).where(r.body.in_(list(bodies))).order_by(r.told)
    copies: dict[int, list[str]] = defaultdict(list)
    for body, id in connection.execute(query):
        copies[body].append(id)
    return copies


def _claim_counts(connection: Connection, numbers: Sequence[int]) -> dict[int, dict[str, int]]:
    """Return how many claims of each kind each report makes."""
    c = schema.claims.c
    query = select(c.report, c.kind, func.count()).where(c.report.in_(numbers))
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    for report, kind, count in connection.execute(query.group_by(c.report, c.kind)):
        counts[report][kind] = count
    return counts


def _actor_counts(connection: Connection, numbers: Sequence[int]) -> dict[int, int]:
    """Return how many actors each report names."""
    c = schema.appearances.c
    query = select(c.report, func.count()).where(c.report.in_(numbers)).group_by(c.report)
    return dict(connection.execute(query).all())


def actor_rows(connection: Connection, numbers: Sequence[int]) -> list[ActorRow]:
    """Return the rows of actors, in the order of their numbers as given.

    Names, offices and claims are those of all actors in the cluster of each.
    """
    rows = connection.execute(_clusters(), {"numbers": as_list(numbers)})
    members = {row.n: row for row in rows}
    labels: dict[int, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    tallied = connection.execute(_tallies(), {"actors": as_list(members)}).all()
    for actor, slot, label, times in tallied:
        of = labels[members[actor].leader or actor][slot]
        of[label] = of.get(label, 0) + times
    return [_actor_row(members[n], labels[n]) for n in numbers]


@cache
def _clusters() -> Select[Any]:
    """Return the query for the actors of the numbers listed and those for whom they stand."""
    a = schema.actors.c
    return select(schema.actors).where(or_(listed(a.n, "numbers"), listed(a.leader, "numbers")))


@cache
def _tallies() -> Select[Any]:
    """Return the query for what the actors of the numbers listed are called, hold and do."""
    t = schema.tallies.c
    # An actor, a slot and a label stand once.
    return (
        select(t.actor, t.slot, t.label, t.times)
        .where(listed(t.actor, "actors"), t.slot != "holding")
        .order_by(t.times.desc(), t.label)
    )


def _actor_row(row: AnyRow, slots: dict[str, dict[str, int]]) -> ActorRow:
    """Return the row of one actor."""
    names = dict.fromkeys(
        [row.called or row.name, row.name, *slots.get("name", ()), *slots.get("alias", ())]
    )
    claims = {slot: labels[""] for slot, labels in slots.items() if "" in labels}
    return ActorRow(
        id=row.id,
        name=row.called or row.name,
        kind=row.kind,
        names=tuple(names),
        offices=tuple(slots.get("office", ())),
        reports=row.reports if row.counted is None else row.counted,
        claims=dict(sorted(claims.items())),
    )
