"""What a record holds that the program was unsure of, and no person has decided."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager

import msgspec
from sqlalchemy import Connection, delete, exists, func, insert, select

from communique.model.actor import Actor
from communique.model.doubt import Doubt, DoubtSort, Vague
from communique.model.judgement import Judgement
from communique.record import schema, vague
from communique.record.judgements.judged import judgement_of

_DOUBT = msgspec.json.Decoder(Doubt)
#: Ids that are put into one query.
_QUERIED = 500


class SqliteDoubts(ABC):
    """The :class:`~communique.record.doubts.Doubts` of a SQLite record."""

    @abstractmethod
    def _look(self) -> AbstractContextManager[Connection]:
        """Open a transaction to look into the record."""

    @abstractmethod
    def _write(self) -> AbstractContextManager[Connection]:
        """Open a transaction to write into the record."""

    def unexamined(self, limit: int) -> dict[str, int]:
        """Return items whose doubts are to be found out anew, each with the number it waits by."""
        u = schema.unexamined.c
        query = select(u.item, u.n).order_by(u.n).limit(limit)
        with self._look() as connection:
            return dict(connection.execute(query).all())

    def examined(
        self, items: Mapping[str, int], doubts: Iterable[tuple[Doubt, str, Iterable[str]]]
    ) -> None:
        """Put doubts in the place of those about ``items``, which then wait no longer."""
        d, b, u = schema.doubts.c, schema.doubted.c, schema.unexamined.c
        with self._write() as connection:
            for some in _portions(sorted(items)):
                stale = select(b.doubt).where(b.item.in_(some))
                gone = list(connection.execute(stale).scalars())
                for part in _portions(gone):
                    connection.execute(delete(schema.doubts).where(d.id.in_(part)))
                    connection.execute(delete(schema.doubted).where(b.doubt.in_(part)))
                numbers = [items[item] for item in some]
                connection.execute(delete(schema.unexamined).where(u.n.in_(numbers)))
            _enter(connection, {doubt.id: (doubt, told, about) for doubt, told, about in doubts})

    def doubts(self, sort: DoubtSort | None, limit: int, start: int) -> list[Doubt]:
        """Return doubts, the most useful to decide first, behind the first ``start`` of them."""
        d = schema.doubts.c
        query = select(d.payload).order_by(d.weight.desc(), d.told.desc(), d.id)
        if sort:
            query = query.where(d.sort == sort)
        with self._look() as connection:
            rows = connection.execute(query.limit(limit).offset(start)).scalars().all()
        return [_DOUBT.decode(row) for row in rows]

    def doubts_on(self, item: str) -> list[Doubt]:
        """Return the doubts about an item."""
        d, b = schema.doubts.c, schema.doubted.c
        query = select(d.payload).join_from(schema.doubted, schema.doubts, d.id == b.doubt)
        with self._look() as connection:
            rows = connection.execute(query.where(b.item == item).order_by(d.id)).scalars().all()
        return [_DOUBT.decode(row) for row in rows]

    def doubt_counts(self) -> dict[str, int]:
        """Return how many doubts there are of each sort."""
        d = schema.doubts.c
        with self._look() as connection:
            rows = connection.execute(select(d.sort, func.count()).group_by(d.sort)).all()
        return dict(rows)

    def unsure(self, items: Iterable[str]) -> list[Judgement]:
        """Return the program's standing judgements on pairs with any of ``items`` of which it is
        not quite sure; what a person has decided on is left out."""
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
            .where(~decided, j.verdict != "part")
        )
        found: dict[str, Judgement] = {}
        with self._look() as connection:
            for some in _portions(sorted(set(items))):
                # Each column has an index of its own, which an OR would not use.
                for column in (j.one, j.other):
                    rows = connection.execute(query.where(column.in_(some))).all()
                    found |= {row.id: judgement_of(row) for row in rows}
        return list(found.values())

    def vague(self, reports: Iterable[str]) -> list[Vague]:
        """Return the claims of reports that are somebody's, without whose, in their order."""
        with self._look() as connection:
            return vague.vague(connection, reports)

    def contacts_of(self, reports: Iterable[str]) -> list[str]:
        """Return the ids of the contacts of reports."""
        c, r = schema.claims.c, schema.reports.c
        query = select(c.id).join(schema.reports, r.n == c.report).where(c.kind == "contact")
        found: list[str] = []
        with self._look() as connection:
            for some in _portions(sorted(set(reports))):
                found += connection.execute(query.where(r.id.in_(some))).scalars().all()
        return found

    def reports_with_claims(self, claims: Iterable[str]) -> set[str]:
        """Return the reports that make some claims, by their ids."""
        c, r = schema.all_claims.c, schema.reports.c
        query = select(r.id).join_from(schema.all_claims, schema.reports, r.n == c.report)
        found: set[str] = set()
        with self._look() as connection:
            for some in _portions(sorted(set(claims))):
                found.update(connection.execute(query.where(c.id.in_(some))).scalars())
        return found

    def reports_of(self, actors: Iterable[str]) -> dict[str, int]:
        """Return how many reports name each actor, by id."""
        a = schema.actors.c
        found: dict[str, int] = {}
        with self._look() as connection:
            for some in _portions(sorted(set(actors))):
                rows = connection.execute(select(a.id, a.reports).where(a.id.in_(some))).all()
                found |= {row.id: row.reports for row in rows}
        return found

    def best_known(self, limit: int) -> list[str]:
        """Return what those actors are called whom most reports name, those first."""
        a = schema.actors.c
        query = select(func.coalesce(a.called, a.name)).where(a.counted > 0)
        query = query.order_by(a.counted.desc(), a.id).limit(limit)
        with self._look() as connection:
            return list(connection.execute(query).scalars().all())

    def last_decision(self) -> Judgement | None:
        """Return the last of the standing judgements of persons, if there is one."""
        j = schema.judgements.c
        query = select(schema.judgements).where(j.person == 1, j.retracted_at.is_(None))
        with self._look() as connection:
            row = connection.execute(query.order_by(j.n.desc()).limit(1)).one_or_none()
        return judgement_of(row) if row else None

    def made_with(self, judgement: Judgement) -> list[Judgement]:
        """Return the standing judgements of persons that were made in one go with one."""
        j = schema.judgements.c
        query = select(schema.judgements).where(
            j.person == 1,
            j.retracted_at.is_(None),
            j.made_at == judgement.made_at,
            j.judge == judgement.by,
        )
        with self._look() as connection:
            return [judgement_of(row) for row in connection.execute(query.order_by(j.n)).all()]

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
                for id, report, payload in connection.execute(query).all()
            }


def _enter(connection: Connection, found: Mapping[str, tuple[Doubt, str, Iterable[str]]]) -> None:
    """Write doubts down, by their ids, each with what it is about."""
    b = schema.doubted.c
    for some in _portions(sorted(found)):
        connection.execute(delete(schema.doubts).where(schema.doubts.c.id.in_(some)))
        connection.execute(delete(schema.doubted).where(b.doubt.in_(some)))
    if found:
        rows = [
            {
                "id": doubt.id,
                "sort": doubt.sort,
                "weight": doubt.weight,
                "told": told,
                "payload": msgspec.json.encode(doubt).decode(),
            }
            for doubt, told, _ in found.values()
        ]
        connection.execute(insert(schema.doubts), rows)
        items = [
            {"item": item, "doubt": id} for id, (*_, about) in found.items() for item in set(about)
        ]
        connection.execute(insert(schema.doubted), items)


def _portions(items: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(items), _QUERIED):
        yield items[start : start + _QUERIED]
