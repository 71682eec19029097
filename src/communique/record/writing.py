"""Putting an account into the tables, and taking an old reading's rows out again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, case, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from communique.model import Account, Origin, Report, Spans
from communique.model.citation import LISTS, citations, claims_of, extent, report_id
from communique.model.days import days_of, first_and_last
from communique.model.rows import AnyClaim, ClaimKind
from communique.record import matters, schema
from communique.record.entry import Entry, tally
from communique.record.judgements.clustering import count_reports
from communique.record.judgements.decided import forget, naming, settle
from communique.record.judgements.namesakes import apart, kept_entry
from communique.record.judgements.news import Known, known, news
from communique.record.judgements.parties import Parties
from communique.record.names import APART, folded, month_of
from communique.record.packing import pack_spans, pack_text, seal
from communique.record.roles import actors_in, columns_of
from communique.record.wire import to_text

Row = dict[str, Any]


class Writer:
    """Writes accounts within one transaction.

    Args:
        connection: A connection whose transaction holds the write lock.
        now: The instant, in UTC, to note for readings; without it they stay as they are.
    """

    def __init__(self, connection: Connection, now: str | None) -> None:
        self._connection = connection
        self._now = now

    def origin_of(self, publication: str) -> Origin | None:
        """Return what made the recorded reading of ``publication``, if there is one."""
        query = (
            select(schema.origins.c.payload)
            .join(schema.readings, schema.readings.c.origin == schema.origins.c.n)
            .join(schema.reports, schema.reports.c.reading == schema.readings.c.n)
            .where(schema.reports.c.id == report_id(publication))
        )
        payload = self._connection.execute(query).scalar_one_or_none()
        return msgspec.json.decode(payload, type=Origin) if payload is not None else None

    def insert(self, account: Account, sentences: Spans) -> None:
        """Write the rows of an account whose publication has no rows of claims yet."""
        entry = Entry.of(account, apart(self._connection, account))
        report = self._report(account.report, sentences)
        if self._now:
            self._reading(report, account)
        before = known(self._connection, entry)
        actors = self._actors(entry)
        self._appearances(report, entry, actors)
        self._claims(report, entry, actors)
        self._dates(report, account)
        self._many(schema.left_out, _listed(report, account.report.text, account.left_out))
        named = naming(self._connection, entry.who.values())
        settle(self._connection, {*entry.cited.values(), *named})
        self._put_down_all(entry, before)

    def remove(self, account: Account) -> None:
        """Take out the rows of a recorded account: all but its report, body and readings."""
        report = self._number(schema.reports, report_id(account.report.publication))
        self._forget_words(report, account)
        execute = self._connection.execute
        entry = kept_entry(self._connection, account)
        contacts = [entry.cited[f"contact:{each.id}"] for each in account.contacts]
        self._put_down(Parties(self._connection).beside(contacts), "")
        forget(self._connection, citations(account).values())
        matters.take_out(self._connection, report)
        execute(delete(schema.all_claims).where(schema.all_claims.c.report == report))
        execute(delete(schema.dates).where(schema.dates.c.report == report))
        execute(delete(schema.left_out).where(schema.left_out.c.report == report))
        numbers = self._numbers(schema.actors, entry.who.values())
        before = known(self._connection, entry)
        a = schema.claim_actors.c
        execute(
            delete(schema.claim_actors).where(
                a.actor.in_(numbers.values()),
                a.kind.in_(LISTS),
                a.told == place_of(account.report),
            )
        )
        execute(delete(schema.appearances).where(schema.appearances.c.report == report))
        self._count(entry, numbers, -1)
        self._put_down_all(entry, before)
        if not self._now:
            return
        current = select(schema.reports.c.reading).where(schema.reports.c.n == report)
        execute(
            update(schema.readings)
            .where(schema.readings.c.n == current.scalar_subquery())
            .values(replaced_at=self._now)
        )

    def _report(self, report: Report, sentences: Spans) -> int:
        """Write, or write anew, the report's row and that of its body."""
        days = first_and_last(report.published) if report.published else None
        row: Row = {
            "id": report_id(report.publication),
            "body": self._body(report),
            "told": place_of(report),
            "first_on": days[0] if days else None,
            "last_on": days[1] if days else None,
            "publisher_folded": f" {folded(report.publisher)}" if report.publisher else None,
            "payload": to_text(msgspec.structs.replace(report, text="")),
            "sentences": pack_spans(sentences),
        }
        statement = upsert(schema.reports).values(row)
        statement = statement.on_conflict_do_update(index_elements=["id"], set_=row)
        self._connection.execute(statement)
        number = self._number(schema.reports, row["id"])
        self._connection.exec_driver_sql(
            "INSERT INTO report_words (rowid, title, words) VALUES (?, ?, ?)",
            (number, report.title or "", report.text),
        )
        return number

    def _body(self, report: Report) -> int:
        """Return the number of the report's body, which is written if it is new."""
        known = select(schema.bodies.c.n).where(schema.bodies.c.id == report.id)
        number = self._connection.execute(known).scalar_one_or_none()
        if number is not None:
            return int(number)
        row = {
            "id": report.id,
            "characters": len(report.text),
            "packed": pack_text(report.text),
        }
        return self._inserted(schema.bodies, row)

    def _reading(self, report: int, account: Account) -> None:
        """Write down what made this reading, and make it the report's present one."""
        payload = to_text(account.origin)
        known = select(schema.origins.c.n).where(schema.origins.c.payload == payload)
        origin = self._connection.execute(known).scalar_one_or_none()
        if origin is None:
            origin = self._inserted(schema.origins, {"payload": payload})
        reading = self._inserted(
            schema.readings,
            {
                "report": report,
                "origin": origin,
                "read_at": self._now,
                "claims": sum(1 for _ in claims_of(account)),
            },
        )
        self._connection.execute(
            update(schema.reports).where(schema.reports.c.n == report).values(reading=reading)
        )

    def _actors(self, entry: Entry) -> dict[str, int]:
        """Return the numbers of the account's actors by their ids over all reports."""
        rows = {entry.who[actor.id]: actor for actor in entry.account.actors}
        if rows:
            self._connection.execute(
                upsert(schema.actors).on_conflict_do_nothing(),
                [
                    {
                        "id": id,
                        "kind": actor.kind,
                        "name": actor.name,
                        "reports": 0,
                        "counted": 0,
                    }
                    for id, actor in rows.items()
                ],
            )
        numbers = self._numbers(schema.actors, rows)
        self._count(entry, numbers, 1)
        return numbers

    def _count(self, entry: Entry, numbers: dict[str, int], by: int) -> None:
        """Add an account's part to what is counted of its actors, or (-1) take it off."""
        if not numbers:
            return
        counts = tally(entry)
        touched = [{"actor_": number} for number in numbers.values()]
        table, c = schema.tallies, schema.tallies.c
        statement = upsert(table)
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["actor", "slot", "label"],
                set_={"times": c.times + statement.excluded.times},
            ),
            [
                {
                    "actor": numbers[id],
                    "slot": slot,
                    "label": label,
                    "folded": _sought(slot, label),
                    "times": by * count,
                }
                for (id, slot, label), count in counts.items()
            ],
        )
        actors = schema.actors
        if by < 0:
            self._connection.execute(
                delete(table).where(c.actor == bindparam("actor_"), c.times <= 0), touched
            )
        fullest = (
            select(c.label)
            .where(c.actor == actors.c.n, c.slot == "name")
            .order_by(c.times.desc(), c.label)
            .limit(1)
            .scalar_subquery()
        )
        self._connection.execute(
            update(actors)
            .where(actors.c.n == bindparam("actor_"))
            .values(
                reports=actors.c.reports + by,
                counted=case(
                    (actors.c.leader.is_(None), actors.c.reports + by), else_=actors.c.counted
                ),
                name=func.coalesce(fullest, actors.c.name),
            ),
            touched,
        )
        count_reports(self._connection, numbers.values(), by)
        if by < 0:
            self._forget_actors(numbers.values())

    def _forget_actors(self, numbers: Iterable[int]) -> None:
        """Take out those of the actors that no report names any more.

        What is left of their clusters comes apart, to be judged again.
        """
        a = schema.actors.c
        gone = select(a.n).where(a.n.in_(list(numbers)), a.reports <= 0)
        dead = list(self._connection.execute(gone).scalars())
        if not dead:
            return
        led = select(a.leader).where(a.n.in_(dead), a.leader.is_not(None))
        leaders = list(self._connection.execute(led).scalars())
        left = select(a.id).where(a.leader.in_(leaders), a.n.not_in(dead))
        self._put_down(self._connection.execute(left).scalars().all(), "")
        apart = update(schema.actors).where(a.leader.in_(leaders))
        self._connection.execute(apart.values(leader=None, counted=a.reports))
        # A person may have put one of them into a claim of another report.
        self._connection.execute(
            delete(schema.claim_actors).where(schema.claim_actors.c.actor.in_(dead))
        )
        self._connection.execute(delete(schema.actors).where(a.n.in_(dead)))

    def _put_down(self, items: Iterable[str], month: str) -> None:
        """Put items down to be judged, with the month in which there was news of them."""
        rows = [{"item": item, "month": month} for item in dict.fromkeys(items)]
        if rows:
            self._connection.execute(upsert(schema.waiting).on_conflict_do_nothing(), rows)

    def _put_down_all(self, entry: Entry, before: Known) -> None:
        """Put the contacts of an account down to be judged, and the actors of whom it is news."""
        contacts = (entry.cited[f"contact:{each.id}"] for each in entry.account.contacts)
        month = month_of(entry.account.report)
        self._put_down(news(self._connection, entry, before), month)
        self._put_down(contacts, month)

    def _appearances(self, report: int, entry: Entry, actors: dict[str, int]) -> None:
        """Write the account's actors."""
        text = entry.account.report.text
        self._many(
            schema.appearances,
            [
                {
                    "id": entry.cited[f"actor:{actor.id}"],
                    "report": report,
                    "local": actor.id,
                    "actor": actors[entry.who[actor.id]],
                    "payload": to_text(actor),
                    "seal": seal(text, actor),
                }
                for actor in entry.account.actors
            ],
        )

    def _claims(self, report: int, entry: Entry, actors: dict[str, int]) -> None:
        """Write the account's claims, who has a part in them, and the statements' words."""
        account = entry.account
        last = self._connection.execute(select(func.max(schema.all_claims.c.n))).scalar_one()
        rows, parts, words = [], [], []
        for n, (kind, claim) in enumerate(claims_of(account), start=(last or 0) + 1):
            row = self._claim(account, kind, claim)
            rows.append({**row, "n": n, "report": report, "id": entry.cited[f"{kind}:{claim.id}"]})
            involved = {
                actors[entry.who[local]] for local in actors_in(claim) if local in entry.who
            }
            parts += [
                {"actor": actor, "kind": kind, "told": row["told"], "claim": n}
                for actor in sorted(involved)
            ]
            if kind == "statement":
                words.append((n, words_of(account.report.text, extent(claim))))
        self._many(schema.all_claims, rows)
        self._many(schema.claim_actors, parts)
        if words:
            self._connection.exec_driver_sql(
                "INSERT INTO statement_words (rowid, words) VALUES (?, ?)", words
            )

    def _claim(self, account: Account, kind: ClaimKind, claim: AnyClaim) -> Row:
        """Return what a claim's row holds of the claim itself."""
        return {
            "kind": kind,
            "local": claim.id,
            "start": extent(claim)[0].start if extent(claim) else 0,
            "told": place_of(account.report),
            "payload": to_text(claim),
            "seal": seal(account.report.text, claim),
            "rejected": 0,
            **columns_of(kind, claim, account.report.published),
        }

    def _dates(self, report: int, account: Account) -> None:
        """Write the account's temporal expressions."""
        days = [days_of(when) or (None, None) for when in account.dates]
        rows = _listed(report, account.report.text, account.dates)
        for row, (first, last) in zip(rows, days, strict=True):
            row.update(first_on=first, last_on=last)
        self._many(schema.dates, rows)

    def _forget_words(self, report: int, account: Account) -> None:
        """Take a report and its statements out of the full-text indexes.

        The indexes keep no text, so each must be told what it once was given.
        """
        self._connection.exec_driver_sql(
            "INSERT INTO report_words (report_words, rowid, title, words)"
            " VALUES ('delete', ?, ?, ?)",
            (report, account.report.title or "", account.report.text),
        )
        query = select(schema.all_claims.c.local, schema.all_claims.c.n).where(
            schema.all_claims.c.report == report, schema.all_claims.c.kind == "statement"
        )
        numbers = dict(self._connection.execute(query).all())
        gone = [
            (numbers[s.id], words_of(account.report.text, s.content)) for s in account.statements
        ]
        if gone:
            self._connection.exec_driver_sql(
                "INSERT INTO statement_words (statement_words, rowid, words)"
                " VALUES ('delete', ?, ?)",
                gone,
            )

    def _many(self, table: Any, rows: list[Row]) -> None:
        """Insert rows, if there are any."""
        if rows:
            self._connection.execute(insert(table), rows)

    def _inserted(self, table: Any, row: Row) -> int:
        """Insert a row and return its number."""
        key = self._connection.execute(insert(table), row).inserted_primary_key
        assert key is not None
        return int(key[0])

    def _number(self, table: Any, id: str) -> int:
        """Return the number of the row with this id."""
        return int(self._connection.execute(select(table.c.n).where(table.c.id == id)).scalar_one())

    def _numbers(self, table: Any, ids: Iterable[str]) -> dict[str, int]:
        """Return the numbers of rows by their ids."""
        query = select(table.c.id, table.c.n).where(table.c.id.in_(list(ids)))
        return dict(self._connection.execute(query).all())


def _sought(slot: str, label: str) -> str:
    """Return what a tally is looked up by: a name's words, or what an office is of."""
    if slot == "holding":
        return label.split(APART)[1]
    return f" {folded(label)}" if slot in ("name", "alias") else ""


def _listed(report: int, text: str, values: Iterable[object]) -> list[Row]:
    """Return the rows of a report's values that are known by their place among them."""
    return [
        {"report": report, "ordinal": n, "payload": to_text(value), "seal": seal(text, value)}
        for n, value in enumerate(values)
    ]


def place_of(report: Report) -> str:
    """Return where a report's claims stand in lists: by day of publication, then by id."""
    return f"{report.published or schema.UNDATED} {report_id(report.publication)}"


def words_of(text: str, spans: Spans) -> str:
    """Return the words that spans cover, parts joined by `` … ``."""
    return " … ".join(span.of(text) for span in spans)
