"""Who copied whom, in a real record: found as reports come, in any order, and only once."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.reconcile.test_copies import prose
from tests.record.making import NEWER, RULES, report_of
from tests.record.older import as_before

from communique.copying import trace
from communique.model import Account
from communique.model.rows import EVERYTHING, Filter
from communique.record.sqlite import SqliteStore
from communique.service import Service
from communique.settings import load

PASSAGE = prose(1, 80)


def account(name: str, text: str, **slots: str | None) -> Account:
    return Account(report=report_of(text, path=f"{name}.txt", **slots), origin=RULES)


ACCOUNTS = [
    account("agency", f"{PASSAGE} {prose(2)}", publisher="Sudmark Wire", published="2031-05-17"),
    account("paper", f"{prose(3)} {PASSAGE}", publisher="Kurier", published="2031-05-18"),
    account(
        "chancellery",
        f"{PASSAGE} {prose(4)} First published by Sudmark Wire.",
        publisher="Norland Chancellery",
        published="2031-05-16",
    ),
    account("own", prose(5), publisher="Bote", published="2031-05-17"),
    account("again", prose(5), publisher="Kurier", published="2031-05-19"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite"


def fill(path: Path, accounts: list[Account]) -> None:
    store = SqliteStore(path)
    for each in accounts:
        store.add(each)
        trace(store)
    store.close()


def rows(path: Path, wanted: Filter = EVERYTHING) -> list[tuple[str, ...]]:
    with Service(load(record=path)) as service:
        found = service.copies(wanted, limit=100).rows
    return [(row.report.label, row.other.label, row.relation, row.why) for row in found]


def test_pairs_are_listed_with_the_copy_first(path: Path) -> None:
    fill(path, ACCOUNTS)
    assert rows(path) == [
        (
            "chancellery.txt",
            "agency.txt",
            "copy",
            "says “first published by Sudmark Wire”",
        ),
        ("paper.txt", "chancellery.txt", "copy", "published 2031-05-18, the other 2031-05-16"),
        ("paper.txt", "agency.txt", "copy", "published 2031-05-18, the other 2031-05-17"),
        (
            "again.txt",
            "own.txt",
            "copy",
            "the same text; published 2031-05-19, the other 2031-05-17",
        ),
    ]


def test_passages_are_where_they_are_said_to_be(path: Path) -> None:
    fill(path, ACCOUNTS)
    texts = {each.report.path: each.report.text for each in ACCOUNTS}
    with Service(load(record=path)) as service:
        found = service.copies().rows
    for row in found[:3]:
        (passage,) = row.passages
        assert passage.span.of(texts[row.report.label]) == PASSAGE
        assert passage.origin.of(texts[row.other.label]) == PASSAGE
        assert row.words == 80
        assert PASSAGE.startswith(row.excerpt)
        assert row.share == round(len(PASSAGE) / len(texts[row.report.label]), 2)
    assert (found[3].share, found[3].words, found[3].passages) == (1.0, 160, ())


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_adding_does_not_matter(tmp_path: Path, seed: int) -> None:
    fill(tmp_path / "one.sqlite", ACCOUNTS)
    shuffled = ACCOUNTS[:]
    random.Random(seed).shuffle(shuffled)
    fill(tmp_path / "other.sqlite", shuffled)
    assert rows(tmp_path / "one.sqlite") == rows(tmp_path / "other.sqlite")


def test_many_reports_with_one_formula_are_the_same_in_any_order(tmp_path: Path) -> None:
    formula = prose(9, 60)
    many = [account(f"n{n}", f"{formula} {prose(100 + n, 60)}") for n in range(36)]
    found = []
    for seed in range(2):
        random.Random(seed).shuffle(many)
        fill(tmp_path / f"{seed}.sqlite", [*many[:20], *ACCOUNTS, *many[20:]])
        found.append(rows(tmp_path / f"{seed}.sqlite"))
    assert found[0] == found[1]
    assert len(found[0]) == 4


def test_adding_or_tracing_again_changes_nothing(path: Path) -> None:
    fill(path, ACCOUNTS)
    before = path.read_bytes()
    fill(path, ACCOUNTS)
    assert path.read_bytes() == before


def test_a_report_that_is_read_again_keeps_its_copies(path: Path) -> None:
    fill(path, ACCOUNTS)
    before = rows(path)
    fill(path, [replace(each, origin=NEWER) for each in ACCOUNTS])
    assert rows(path) == before


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        (Filter(publisher="Kurier"), 3),
        (Filter(since="2031-05-19"), 1),
        (Filter(until="2031-05-17"), 1),
    ],
)
def test_filters_are_on_the_later_report(path: Path, wanted: Filter, number: int) -> None:
    fill(path, ACCOUNTS)
    assert len(rows(path, wanted)) == number


def test_a_report_may_be_either_side(path: Path) -> None:
    fill(path, ACCOUNTS)
    with Service(load(record=path)) as service:
        ids = {row.label: row.id for row in service.reports().rows}
    assert len(rows(path, Filter(report=ids["agency.txt"]))) == 2
    assert len(rows(path, Filter(report=ids["own.txt"]))) == 1


def test_pages_join_up(path: Path) -> None:
    fill(path, ACCOUNTS)
    with Service(load(record=path)) as service:
        whole, after, parts = service.copies(limit=100).rows, None, []
        while True:
            page = service.copies(limit=1, after=after)
            parts += page.rows
            after = page.next
            if after is None:
                break
    assert tuple(parts) == whole


def test_a_record_of_before_is_traced_by_the_next_to_add(path: Path) -> None:
    fill(path, ACCOUNTS)
    as_before(path, "lineage")
    store = SqliteStore(path)
    assert store.untraced()
    trace(store)
    assert not store.untraced()
    store.close()
    assert len(rows(path)) == 4
