"""The record as those see it who trace where texts have their words from.

It lists the texts that wait, find those that have fingerprints in common with one
(a :class:`~communique.reconcile.copying.copies.PrintIndex`), and take down the passages that two
share; all of it within one transaction that holds the write lock. Texts go by their
number in the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from communique.model.lineage import SharedPassage
from communique.record import schema
from communique.record.packing import pack_prints, unpack_prints, unpack_text

#: Values that are put into one query.
_QUERIED = 900


class Lineage:
    """What is to be traced, and what is known to trace it by.

    Args:
        connection: A connection whose transaction holds the write lock.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, dict[int, int]] = {}
        self._texts: dict[int, str] = {}
        self._ids: dict[int, str] = {}
        #: Whether a fingerprint is a formula, of those that were asked for.
        self._formulas: dict[int, bool] = {}

    def waiting(self, limit: int) -> list[int]:
        """Return texts that wait to be traced."""
        c = schema.bodies.c
        query = select(c.n).where(c.prints.is_(None)).order_by(c.n).limit(limit)
        return list(self._connection.execute(query).scalars())

    def text(self, body: int) -> str:
        """Return a text."""
        self._look_up(body)
        return self._texts[body]

    def in_order(self, one: int, other: int) -> tuple[int, int]:
        """Return two texts in an order that does not depend on when they were added."""
        self._look_up(one)
        self._look_up(other)
        return (one, other) if self._ids[one] < self._ids[other] else (other, one)

    def _look_up(self, body: int) -> None:
        """Look a text and its id up, once."""
        if body not in self._texts:
            c = schema.bodies.c
            query = select(c.id, c.packed).where(c.n == body)
            self._ids[body], packed = self._connection.execute(query).one()
            self._texts[body] = unpack_text(packed)

    def prints(self, key: int) -> Mapping[int, int]:
        """Return the fingerprints of a traced text, with their places."""
        if key not in self._known:
            c = schema.bodies.c
            packed = self._connection.execute(select(c.prints).where(c.n == key)).scalar_one()
            self._known[key] = unpack_prints(packed or b"")
        return self._known[key]

    def sizes(self, keys: Iterable[int]) -> Mapping[int, int]:
        """Return how many fingerprints each of some texts has."""
        c = schema.bodies.c
        size = func.length(c.prints) / 10
        found: dict[int, int] = {}
        for some in _portions(keys):
            query = select(c.n, size).where(c.n.in_(some))
            found |= {n: int(count) for n, count in self._connection.execute(query)}
        return found

    def holders(self, prints: Iterable[int]) -> Mapping[int, Sequence[int]]:
        """Return the texts that have each of ``prints``; formulas are left out."""
        c = schema.prints.c
        found: defaultdict[int, list[int]] = defaultdict(list)
        for some in _portions(prints):
            query = select(c.print, c.body).where(c.print.in_(some))
            for value, body in self._connection.execute(query.order_by(c.print, c.body)):
                found[value].append(body)
        return found

    def formulas(self, prints: Iterable[int]) -> Collection[int]:
        """Return those of ``prints`` that are formulas."""
        c = schema.formulas.c
        asked = set(prints)
        new = asked - self._formulas.keys()
        self._formulas |= dict.fromkeys(new, False)
        for some in _portions(new):
            query = select(c.print).where(c.print.in_(some))
            self._formulas |= dict.fromkeys(self._connection.execute(query).scalars(), True)
        return {value for value in asked if self._formulas[value]}

    def enter(self, key: int, prints: Mapping[int, int], formulas: Collection[int]) -> None:
        """Enter a text, which waits no longer, and take formulas out."""
        execute = self._connection.execute
        self._known[key] = dict(prints)
        packed = pack_prints(prints)
        execute(update(schema.bodies).where(schema.bodies.c.n == key).values(prints=packed))
        rows = [{"print": value, "body": key} for value in sorted(prints.keys() - set(formulas))]
        if rows:
            execute(insert(schema.prints), rows)
        self._formulas |= dict.fromkeys(formulas, True)
        if formulas:
            known = [{"print": value} for value in sorted(formulas)]
            execute(upsert(schema.formulas).on_conflict_do_nothing(), known)
            for some in _portions(formulas):
                execute(delete(schema.prints).where(schema.prints.c.print.in_(some)))

    def share(self, one: int, other: int, passages: tuple[SharedPassage, ...]) -> None:
        """Take down what two texts share, as the first of them has it."""
        turned = tuple(sorted((p.turned() for p in passages), key=lambda p: p.span))
        rows = [
            {"body": body, "other": from_, "payload": msgspec.json.encode(some).decode()}
            for body, from_, some in ((one, other, passages), (other, one, turned))
        ]
        self._connection.execute(insert(schema.shared), rows)

    def sharing(self, group: Collection[int]) -> list[tuple[int, int]]:
        """Return those pairs among some texts that are taken down to share passages."""
        c = schema.shared.c
        query = select(c.body, c.other).where(c.body.in_(group), c.other.in_(group))
        rows = self._connection.execute(query.where(c.body < c.other).order_by(c.body, c.other))
        return [(body, other) for body, other in rows]

    def part(self, one: int, other: int) -> None:
        """Take out what two texts share."""
        c = schema.shared.c
        for body, from_ in ((one, other), (other, one)):
            self._connection.execute(delete(schema.shared).where(c.body == body, c.other == from_))


def _portions(values: Iterable[int]) -> Iterable[list[int]]:
    """Yield values, in order, as many at a time as one query takes."""
    remaining = sorted(values)
    for start in range(0, len(remaining), _QUERIED):
        yield remaining[start : start + _QUERIED]
