"""What a record holds that the program was unsure of, and no person has decided."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, exists, func, select

from communique.model.actor import Actor
from communique.model.doubt import Vague
from communique.model.ids import PREFIXES
from communique.model.judgement import Judgement
from communique.model.rows import ClaimKind
from communique.record import schema
from communique.record.judged import judgement_of

#: Slots that say who makes a claim, and those that keep the words for whom; by kind of claim.
_WHO: tuple[tuple[ClaimKind, str, str], ...] = (
    ("act", "actor", "actor_raw"),
    ("position", "actor", "actor_raw"),
)


class SqliteDoubts(ABC):
    """The :class:`~communique.record.doubts.Doubts` of a SQLite record."""

    @abstractmethod
    def _look(self) -> AbstractContextManager[Connection]:
        """Open a transaction to look into the record."""

    def unsure(self, limit: int) -> tuple[Judgement, ...]:
        """Return the program's standing judgements of which it is least sure, those first."""
        j, own = schema.judgements.c, schema.judgements.alias("own")
        decided = exists().where(
            own.c.one == j.one,
            own.c.other == j.other,
            own.c.person == 1,
            own.c.retracted_at.is_(None),
        )
        query = (
            select(schema.judgements)
            .where(j.person == 0, j.retracted_at.is_(None), j.score < 1.0, j.other.is_not(None))
            .where(~decided)
            .order_by(j.score, j.id)
            .limit(limit)
        )
        with self._look() as connection:
            return tuple(judgement_of(row) for row in connection.execute(query))

    def joined_contacts(self, limit: int) -> tuple[str, ...]:
        """Return contacts that stand in a judgement that two are the same, the latest first."""
        j, letter = schema.judgements.c, PREFIXES["contact"]
        query = (
            select(j.one)
            .where(j.one >= f"{letter}-", j.one < f"{letter}.")
            .where(j.verdict == "same", j.retracted_at.is_(None))
            .order_by(j.n.desc())
            .limit(limit)
        )
        with self._look() as connection:
            return tuple(dict.fromkeys(connection.execute(query).scalars()))

    def vague(self, limit: int) -> tuple[Vague, ...]:
        """Return claims of somebody whom the program could not tell, the latest first."""
        with self._look() as connection:
            return tuple(
                Vague(id=row.id, kind=kind, slot=slot, raw=row.raw)
                for kind, slot, raw in _WHO
                for row in connection.execute(_unknown(kind, slot, raw, limit))
            )

    def reports_of(self, actors: Iterable[str]) -> dict[str, int]:
        """Return how many reports name each actor, by id."""
        a = schema.actors.c
        found: dict[str, int] = {}
        with self._look() as connection:
            for some in _portions(sorted(set(actors)), 500):
                rows = connection.execute(select(a.id, a.reports).where(a.id.in_(some)))
                found |= {row.id: row.reports for row in rows}
        return found

    def last_decision(self) -> Judgement | None:
        """Return the last of the standing judgements of persons, if there is one."""
        j = schema.judgements.c
        query = select(schema.judgements).where(j.person == 1, j.retracted_at.is_(None))
        with self._look() as connection:
            row = connection.execute(query.order_by(j.n.desc()).limit(1)).one_or_none()
        return judgement_of(row) if row else None

    def first_named(self, actors: Iterable[str]) -> dict[str, tuple[str, Actor]]:
        """Return of each actor the first report that names it, and the actor as it has it."""
        a, p, r = schema.actors.c, schema.appearances.c, schema.reports.c
        ids = sorted(set(actors))
        first = select(func.min(p.n)).join(schema.actors, a.n == p.actor).where(a.id.in_(ids))
        query = (
            select(a.id, r.id, p.payload)
            .join_from(schema.appearances, schema.actors, a.n == p.actor)
            .join(schema.reports, r.n == p.report)
            .where(p.n.in_(first.group_by(p.actor)))
        )
        with self._look() as connection:
            return {
                id: (report, msgspec.json.decode(payload, type=Actor))
                for id, report, payload in connection.execute(query)
            }


def _unknown(kind: ClaimKind, slot: str, raw: str, limit: int) -> Select[Any]:
    """Return the query for claims of a kind whose slot is empty, but for words, undecided."""
    c, j = schema.claims.c, schema.judgements.c
    words = func.json_extract(c.payload, f"$.{raw}")
    decided = exists().where(j.one == c.id, j.person == 1, j.retracted_at.is_(None))
    return (
        select(c.id, words.label("raw"))
        .where(c.kind == kind, words.is_not(None))
        .where(func.json_extract(c.payload, f"$.{slot}").is_(None), ~decided)
        .order_by(c.n.desc())
        .limit(limit)
    )


def _portions(items: list[str], size: int) -> Iterator[list[str]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
