"""Claims of somebody whom the program could not tell, report by report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, exists, func, select

from communique.model.doubt import Vague
from communique.model.rows import ClaimKind
from communique.model.span import Span
from communique.record import schema
from communique.record.references import reports_by_number
from communique.record.wire import claim_from
from communique.record.writing import words_of

#: Slots that say who makes a claim, and those that keep the words for whom; by kind of claim.
_WHO: tuple[tuple[ClaimKind, str, str], ...] = (
    ("act", "actor", "actor_raw"),
    ("position", "actor", "actor_raw"),
)


def vague(connection: Connection, reports: Iterable[str]) -> list[Vague]:
    """Return the claims of reports that are somebody's, without whose, in their order.

    Of statements these are those that stand for themselves: what is said in another statement
    has that one's speaker to hold on to. What a person has decided on is left out.
    """
    r = schema.reports.c
    numbers = dict(
        connection.execute(select(r.n, r.id).where(r.id.in_(sorted(set(reports))))).all()
    )
    found = [
        (
            row.n,
            Vague(
                id=row.id,
                kind=kind,
                report=numbers[row.report],
                slot=slot,
                raw=row.raw,
                told=row.told,
            ),
        )
        for kind, slot, raw in _WHO
        for row in connection.execute(_nameless(kind, slot, raw, numbers)).all()
    ]
    found += _unspoken(connection, numbers)
    return [each for _, each in sorted(found, key=lambda pair: pair[0])]


def _nameless(kind: ClaimKind, slot: str, raw: str, reports: Iterable[int]) -> Any:
    """Return the query for claims of a kind whose slot is empty, but for words."""
    c = schema.claims.c
    words = func.json_extract(c.payload, f"$.{raw}")
    return (
        select(c.n, c.id, c.report, c.told, words.label("raw"))
        .where(c.report.in_(list(reports)), c.kind == kind, words.is_not(None))
        .where(func.json_extract(c.payload, f"$.{slot}").is_(None), ~_decided())
    )


def _unspoken(connection: Connection, reports: dict[int, str]) -> list[tuple[int, Vague]]:
    """Return the statements of reports without a speaker."""
    c = schema.claims.c
    slots = ("speaker", "parent", "continues")
    query = (
        select(c.n, c.id, c.report, c.told, c.payload)
        .where(c.report.in_(list(reports)), c.kind == "statement", ~_decided())
        .where(*(func.json_extract(c.payload, f"$.{slot}").is_(None) for slot in slots))
    )
    rows = connection.execute(query).all()
    texts = reports_by_number(connection, {row.report for row in rows})
    found = []
    for row in rows:
        source: tuple[Span, ...] = claim_from("statement", row.payload).source  # type: ignore[union-attr]
        raw = " ".join(words_of(texts[row.report].text, source).split())
        told = Vague(
            id=row.id,
            kind="statement",
            report=reports[row.report],
            slot="speaker",
            raw=raw,
            told=row.told,
        )
        found.append((row.n, told))
    return found


def _decided() -> Any:
    """Return the condition that a person has decided on a claim."""
    c, j = schema.claims.c, schema.judgements.c
    return exists().where(j.one == c.id, j.person == 1, j.retracted_at.is_(None))
