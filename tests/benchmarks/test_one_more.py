"""One more report into a record: what is taken out and put in again is as it was."""

from __future__ import annotations

from pathlib import Path

from benchmarks.one_more import added, drawn, taken_out, told
from tests.test_service import CALL, ECHO

from communique.model.rows import EVERYTHING
from communique.read.rules import RuleReader
from communique.record.sqlite import SqliteStore
from communique.service import Service
from communique.settings import load


def test_what_is_taken_out_is_added_again(tmp_path: Path) -> None:
    for name, text in (("call.txt", CALL), ("echo.txt", ECHO)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = tmp_path / "record.sqlite"
    with Service(load({"COMMUNIQUE_READER": "rules"}, record=path)) as service:
        service.add([tmp_path / "call.txt", tmp_path / "echo.txt"])
    store = SqliteStore(path)
    before = store.actors(EVERYTHING, 50, None), store.contacts(EVERYTHING, 50, None)
    ids = drawn(store, 1, 7)
    assert ids == drawn(store, 1, 7)
    (report,) = taken_out(store, ids)
    assert len(store.reports(EVERYTHING, 50, None).rows) == 1
    times = added(store, RuleReader(), report)
    assert all(clock > 0 for clock, _ in times)
    assert len(told("one", [times, times])) == 2
    assert (store.actors(EVERYTHING, 50, None), store.contacts(EVERYTHING, 50, None)) == before
    store.close()
