"""Contacts without a day mean the only one there is: in whatever order reports come and go."""

from __future__ import annotations

import random
from itertools import combinations
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.record.making import NEWER, call

from communique.judging import judge, rejudge
from communique.model import Account
from communique.model.citation import citations
from communique.record.sqlite import SqliteStore

EARLY, LATE = call(1, day="2031-05-17"), call(2, day="2031-05-30")
#: Tells of a call, and not when it was.
LATER = replace(
    call(3, day="2031-06-10"),
    contacts=tuple(replace(each, date=None, main=False, topics=()) for each in call(3).contacts),
)


def contact(account: Account) -> str:
    return citations(account)["contact:c1"]


def joined(store: SqliteStore) -> set[tuple[str, str]]:
    ids = {contact(each) for each in (EARLY, LATE, LATER)}
    standing = store.judgements(ids)
    pairs = {j.items for j in standing if j.verdict == "same"}
    return {(a, b) for a, b in combinations(sorted(ids), 2) if (a, b) in pairs}


def pair(one: Account, other: Account) -> tuple[str, str]:
    a, b = sorted((contact(one), contact(other)))
    return a, b


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return SqliteStore(tmp_path / "record.sqlite")


def test_it_is_the_only_one(store: SqliteStore) -> None:
    for account in (LATER, EARLY):
        store.add(account)
        judge(store)
    assert joined(store) == {pair(LATER, EARLY)}
    store.close()


def test_of_two_it_is_neither_and_of_what_is_left_the_one(store: SqliteStore) -> None:
    for account in (LATER, EARLY, LATE):
        store.add(account)
        judge(store)
    assert joined(store) == set()
    store.add(replace(LATE, contacts=(), origin=NEWER))
    judge(store)
    assert joined(store) == {pair(LATER, EARLY)}
    store.close()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_does_not_matter(tmp_path: Path, seed: int) -> None:
    accounts = [EARLY, LATE, LATER, call(4, day="2031-04-20"), call(5, day="2031-05-30")]
    random.Random(seed).shuffle(accounts)
    store = SqliteStore(tmp_path / "record.sqlite")
    for account in accounts:
        store.add(account)
        judge(store)
    before = [(j.items, j.verdict, j.score, j.why) for j in store.log(500, None).rows if j.stands]
    rejudge(store)
    after = [(j.items, j.verdict, j.score, j.why) for j in store.log(500, None).rows if j.stands]
    assert after == before
    assert joined(store) == set()
    store.close()
