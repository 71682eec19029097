"""Contacts that may be one with others: looked up by who takes part, and when."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Table, func, select

from communique.model import Spans
from communique.model.actor import Actor
from communique.model.matching import Between
from communique.model.rows import ContactRow, Passage
from communique.record import schema
from communique.record.among import among, as_list, listed
from communique.record.judgements.parties import Parties
from communique.record.names import is_description
from communique.record.packing import unpack_spans, unpack_text
from communique.record.telling import Teller
from communique.record.wire import AnyRow

#: The most contacts that one is compared with.
_MOST = 300
#: Days around a contact's own in which others may be told of as the same.
_AROUND = 62
#: Contacts whose reports are unpacked at a time.
_AT_ONCE = 500
#: Reports whose texts are kept for the sentences of their contacts.
_TEXTS = 256


class _Dated(NamedTuple):
    """The number of a contact, and the first and last day it may be of, counted; 0 if none is."""

    n: int
    first: int
    last: int


def _ordinal(day: str | None) -> int:
    return date.fromisoformat(day).toordinal() if day else 0


class Encounters:
    """Looks up contacts; keeps what was unpacked, and who goes by whom.

    Args:
        connection: A connection with a transaction in which no contact changes.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._parties = Parties(connection)
        self._rows: dict[int, ContactRow] = {}
        self._between: dict[frozenset[frozenset[str]], list[_Dated]] = {}
        self._persons: dict[str, frozenset[str]] = {}
        self._texts: dict[str, tuple[str, Spans]] = {}

    def forget(self) -> None:
        """Forget who goes by whom, which has changed."""
        self._parties.forget()
        self._rows.clear()
        self._between.clear()

    def of(self, sought: Sequence[Between]) -> list[list[ContactRow]]:
        """Return, for each of those sought, the contacts that answer to it.

        Contacts of which no day is known count as of any, and come last. The nearest come first,
        and there are at most so many.
        """
        self._parties.find(id for each in sought for party in each.parties for id in party)
        numbers = [self._numbers(each) for each in sought]
        self._unpack({n for some in numbers for n in some})
        return [self._told(some) for some in numbers]

    def _told(self, numbers: Iterable[int]) -> list[ContactRow]:
        """Return contacts in the order given; an id that two have is that of the first."""
        found: dict[str, ContactRow] = {}
        for n in numbers:
            found.setdefault(self._rows[n].id, self._rows[n])
        return list(found.values())

    def company(self, report: str) -> frozenset[str]:
        """Return the names of the persons in a report, as it has them."""
        if report not in self._persons:
            r, p, a = schema.reports.c, schema.appearances.c, schema.actors.c
            query = (
                select(func.json_extract(p.payload, "$.name"))
                .join_from(schema.reports, schema.appearances, p.report == r.n)
                .join(schema.actors, a.n == p.actor)
                .where(r.id == report, a.kind == "person")
            )
            names = self._connection.execute(query).scalars()
            self._persons[report] = frozenset(
                name for name in names if not is_description(Actor(id="", name=name, kind="person"))
            )
        return self._persons[report]

    def told_in(self, reports: Iterable[str]) -> dict[str, list[ContactRow]]:
        """Return the contacts that reports tell of, by the report's id."""
        c, r = schema.claims.c, schema.reports.c
        query = (
            select(c.n, r.id)
            .join_from(schema.reports, schema.claims, c.report == r.n)
            .where(among(r.id, reports), c.kind == "contact")
            .order_by(c.id, c.n)
        )
        numbers: dict[str, list[int]] = defaultdict(list)
        for n, report in self._connection.execute(query):
            numbers[report].append(n)
        self._unpack({n for some in numbers.values() for n in some})
        return {report: self._told(some) for report, some in numbers.items()}

    def sentences(self, contact: ContactRow) -> tuple[Passage, ...]:
        """Return the sentences of its report that tell of a contact."""
        text, sentences = self._text(contact.report.id)
        own = [
            Passage(slot="sentence", text=span.of(text), start=span.start)
            for span in sentences
            if any(s.start < span.end and span.start < s.end for s in contact.evidence)
        ]
        return tuple(own)

    def _text(self, report: str) -> tuple[str, Spans]:
        """Return a report's text and its sentences."""
        if report not in self._texts:
            if len(self._texts) >= _TEXTS:
                self._texts.clear()
            r, b = schema.reports.c, schema.bodies.c
            query = (
                select(b.packed, r.sentences)
                .join_from(schema.reports, schema.bodies, b.n == r.body)
                .where(r.id == report)
            )
            packed, sentences = self._connection.execute(query).one()
            self._texts[report] = unpack_text(packed), unpack_spans(sentences)
        return self._texts[report]

    def _numbers(self, sought: Between) -> list[int]:
        """Return the numbers of the contacts that answer to what is sought, the nearest first."""
        found = self._with(sought.parties)
        if not sought.first:
            return [each.n for each in found[:_MOST]]
        first, last = (date.fromisoformat(day).toordinal() for day in (sought.first, sought.last))
        near = [
            each
            for each in found
            if each.first and each.last >= first - _AROUND and each.first <= last + _AROUND
        ]
        # Those that are as far stay in the order of their ids.
        near.sort(key=lambda each: abs(each.first - first))
        undated = [each for each in found if not each.first]
        return [each.n for each in (*near, *undated)[:_MOST]]

    def _with(self, parties: Sequence[Iterable[str]]) -> list[_Dated]:
        """Return the contacts that two of some parties have a part in, in the order of their ids.

        They are looked up once: many contacts are between the same people.
        """
        key = frozenset(map(frozenset, parties))
        if key not in self._between:
            c = schema.claims.c
            shared: Counter[int] = Counter()
            for party in parties:
                shared.update(frozenset().union(*(self._parties.parts(id) for id in party)))
            numbers = (n for n, times in shared.items() if times > 1)
            query = select(c.n, c.first_on, c.last_on).where(among(c.n, numbers))
            rows = self._connection.execute(query.order_by(c.id, c.n))
            self._between[key] = [_Dated(n, _ordinal(a), _ordinal(b)) for n, a, b in rows]
        return self._between[key]

    def _unpack(self, numbers: Iterable[int]) -> None:
        """Look up contacts by their numbers, once."""
        new = sorted(set(numbers) - self._rows.keys())
        c = schema.claims.c
        for start in range(0, len(new), _AT_ONCE):
            some = new[start : start + _AT_ONCE]
            rows = self._connection.execute(
                select(schema.claims).where(among(c.n, some)).order_by(c.n)
            ).all()
            told = Teller(self._connection, rows).contacts() if rows else ()
            self._rows |= {row.n: contact for row, contact in zip(rows, told, strict=True)}


def contacts_by_id(
    connection: Connection, ids: Iterable[str], table: Table = schema.all_claims
) -> tuple[ContactRow, ...]:
    """Return those of the contacts that the record holds, in the order of their ids."""
    rows = connection.execute(_by_id(table), {"ids": as_list(ids)}).all()
    return _told(connection, rows)


@cache
def _by_id(table: Table) -> Select[Any]:
    """Return the query for the contacts of the ids listed, in their order."""
    c = table.c
    return select(table).where(listed(c.id, "ids"), c.kind == "contact").order_by(c.id, c.n)


def _told(connection: Connection, rows: Sequence[AnyRow]) -> tuple[ContactRow, ...]:
    """Return rows of contacts; an id that two claims have is that of the first."""
    first = {row.id: row for row in reversed(rows)}
    kept = [row for row in rows if first[row.id] is row]
    return Teller(connection, kept).contacts() if kept else ()
