"""Drawing pairs to be judged from a record, and the figures of what was judged."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.merges import Pair, drawn, figures, judged_anew, known, show
from tests.test_judging import reports

from communique.judging import judge
from communique.record.sqlite import SqliteStore


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    store = SqliteStore(tmp_path / "record.sqlite")
    for account in reports():
        store.add(account)
    judge(store)
    return store


def test_pairs_are_drawn_by_the_seed(
    store: SqliteStore, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = drawn(store, 7, 3, frozenset())
    assert sample == drawn(store, 7, 3, frozenset())
    assert {each.set for each in sample} >= {"actors same", "contacts same"}
    for each in sample:
        assert each.one < each.other
    show(store, sample, {sample[0]: ("right", "")})
    told = capsys.readouterr().out
    assert "1. actors same [right] same" in told
    assert "Velikovets" in told
    store.close()


def test_some_are_judged_anew_and_drawn_from(store: SqliteStore) -> None:
    before = store.log(1000, None).rows
    some = judged_anew(store, 7, 4)
    assert {id[0] for id in some} == {"a", "c"}
    assert store.log(1000, None).rows == before
    assert all(some.intersection(each[1:]) for each in drawn(store, 7, 50, some))
    store.close()


def test_figures_of_verdicts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "merges.tsv"
    lines = ["set\tone\tother\tverdict\tnote"]
    verdicts = [("right", ""), ("right", ""), ("right", ""), ("wrong", "one name"), ("open", "")]
    lines += [f"actors same\ta-{n}\ta-9\t{v}\t{note}" for n, (v, note) in enumerate(verdicts)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = known(path)
    assert found[Pair("actors same", "a-3", "a-9")] == ("wrong", "one name")
    figures(found)
    told = capsys.readouterr().out
    assert "3 of 4 right = 75.0 %" in told
    assert "1 open" in told
    assert "1 one name" in told
    assert known(tmp_path / "none.tsv") == {}
