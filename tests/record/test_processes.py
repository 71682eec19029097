"""Processes that are killed at any moment, and processes that add at once. Both are real."""

from __future__ import annotations

import multiprocessing
import random
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from tests.record.adding import account, add_all

from communique.model.citation import report_id
from communique.model.rows import EVERYTHING
from communique.record.sqlite import SqliteStore

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="kills processes as only POSIX systems do"
)

Start = Callable[[Path, list[int], str], tuple[BaseProcess, Connection]]

MANY = 16
KILLS = 20


@pytest.fixture(scope="module")
def start() -> Start:
    """Return what starts an adding process, forked from one that has all imported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.record.adding"])

    def start(path: Path, numbers: list[int], version: str) -> tuple[BaseProcess, Connection]:
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=add_all, args=(str(path), numbers, version, theirs))
        process.start()
        theirs.close()
        return process, ours

    return start


def heard(told: Connection) -> list[tuple[int, str]]:
    """Return what a process has told until its end."""
    outcomes = []
    try:
        while True:
            outcomes.append(told.recv())
    except EOFError:
        told.close()
        return outcomes


def check(path: Path) -> dict[str, str]:
    """Check that every report in the record is there whole; return their versions by id."""
    store = SqliteStore(path)
    versions = {}
    known = {report_id(account(n, "").report.publication): n for n in range(MANY)}
    for row in store.reports(EVERYTHING, 1000, None).rows:
        there = store.account(row.id)
        version = there.origin.version
        assert there == account(known[row.id], version)
        assert store.readings(row.id)[0].origin.version == version
        assert sum(row.claims.values()) == 4
        versions[row.id] = version
    assert [v for v in store.verify() if v.faults] == []
    assert len(store.search("grain", EVERYTHING, 1000, None).rows) == len(versions)
    actors = {row.name: row.reports for row in store.actors(EVERYTHING, 10, None).rows}
    assert set(actors.values()) <= {len(versions)}
    store.close()
    return versions


def test_killed_at_any_moment_the_record_opens_and_adding_goes_on(
    tmp_path: Path, start: Start
) -> None:
    path = tmp_path / "record.sqlite"
    moment = random.Random(20310517)
    numbers = list(range(MANY))
    killed = 0
    for attempt in range(KILLS):
        # Some readings are new, some take the place of older ones.
        version = str(attempt // 10)
        process, told = start(path, numbers, version)
        kept = []
        for _ in range(moment.choice([0, 1, 2, 4, 8])):
            kept.append(told.recv())
        time.sleep(0.03 * moment.random())
        process.kill()
        process.join()
        kept += heard(told)
        killed += process.exitcode == -9 and len(kept) > 0
        if path.exists():
            versions = check(path)
            for number, _ in kept:
                id = report_id(account(number, version).report.publication)
                assert versions[id] == version
    assert killed > KILLS // 4, "too few were killed while they were adding"
    process, told = start(path, numbers, "last")
    assert len(heard(told)) == MANY
    process.join()
    assert set(check(path).values()) == {"last"}
    assert [file.name for file in tmp_path.iterdir()] == ["record.sqlite"]


def test_processes_that_add_at_once_lose_nothing(tmp_path: Path, start: Start) -> None:
    path = tmp_path / "record.sqlite"
    shares = [list(range(10)), list(range(5, MANY)), list(reversed(range(MANY)))]
    started = [start(path, numbers, "1") for numbers in shares]
    outcomes = [outcome for _, told in started for outcome in heard(told)]
    for process, _ in started:
        process.join()
        assert process.exitcode == 0
    added = sorted(number for number, outcome in outcomes if outcome == "added")
    assert added == list(range(MANY))
    assert {outcome for _, outcome in outcomes} == {"added", "unchanged"}
    assert len(check(path)) == MANY
