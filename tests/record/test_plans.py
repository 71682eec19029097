"""How SQLite goes about the queries: none of those of a page reads a whole table."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from tests.record.making import NEWER, RULES, call, sentences_of

from communique.judging import judge
from communique.model.citation import report_id
from communique.model.rows import EVERYTHING, Filter
from communique.record.showing import show
from communique.record.sqlite import SqliteStore

_WHOLE = re.compile(
    r"SCAN (claims|all_claims|claim_actors|appearances|bodies|tallies|readings|dates|origins"
    r"|judgements|actor_keys|own|named_there|member)\b"
)
LISTS = ("reports", "actors", "contacts", "statements", "figures", "timeline")

Plans = Callable[[Callable[[], object]], list[str]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "record.sqlite")
    for number in range(12):
        opened.add(call(number), sentences_of(call(number)))
    yield opened
    opened.close()


@pytest.fixture
def plans(store: SqliteStore) -> Iterator[Plans]:
    """Return what does something and returns the steps of all queries that it made."""
    asked: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, statement: str, given: Any, *_: object) -> None:
        if statement.startswith("SELECT"):
            asked.append((statement, given))

    event.listen(store._engine, "before_cursor_execute", note)
    plain = sqlite3.connect(store.path)

    def steps(do: Callable[[], object]) -> list[str]:
        asked.clear()
        do()
        assert asked
        explained = [plain.execute(f"EXPLAIN QUERY PLAN {sql}", given) for sql, given in asked]
        return [row[3] for rows in explained for row in rows]

    yield steps
    plain.close()


@pytest.mark.parametrize("name", LISTS)
def test_a_page_reads_no_whole_table(store: SqliteStore, plans: Plans, name: str) -> None:
    pages = getattr(store, name)
    actor = store.actors(EVERYTHING, 1, None).rows[0].id
    report = report_id(call(3).report.publication)
    after = pages(EVERYTHING, 2, None).next
    for wanted in (EVERYTHING, Filter(actor=actor), Filter(report=report), Filter(since="2031")):
        whole = [step for step in plans(lambda w=wanted: pages(w, 2, None)) if _WHOLE.match(step)]
        assert whole == []
    assert [step for step in plans(lambda: pages(EVERYTHING, 2, after)) if _WHOLE.match(step)] == []


@pytest.mark.parametrize("name", ["contacts", "statements", "figures"])
def test_the_claims_of_an_actor_come_in_order(store: SqliteStore, plans: Plans, name: str) -> None:
    actor = store.actors(EVERYTHING, 1, None).rows[0].id
    pages = getattr(store, name)
    for wanted in (EVERYTHING, Filter(actor=actor)):
        steps = plans(lambda w=wanted: pages(w, 2, None))
        assert not [step for step in steps if "TEMP B-TREE" in step]


def test_to_show_and_to_add_reads_no_whole_table(store: SqliteStore, plans: Plans) -> None:
    claim = store.statements(EVERYTHING, 1, None).rows[0].id
    actor = store.actors(EVERYTHING, 1, None).rows[0].id
    contact = store.contacts(EVERYTHING, 1, None).rows[0].id
    report = report_id(call(3).report.publication)
    doings: list[Callable[[], object]] = [
        *(lambda id=id: show(store, id) for id in (claim, claim[:6], actor, report)),
        lambda: store.origins([call(3).report.publication]),
        lambda: store.add(call(100)),
        lambda: store.add(call(100, origin=NEWER)),
        lambda: store.add(call(3, origin=RULES)),
        lambda: list(store.verify(report)),
        lambda: judge(store),
        lambda: [store.add(call(101)), judge(store)],
        lambda: store.contacts_by_id([contact]),
        lambda: store.judgements([contact, actor]),
    ]
    for do in doings:
        assert [step for step in plans(do) if _WHOLE.match(step)] == []
