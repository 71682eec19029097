"""A user's own gazetteer, from the setting to the record: who held which office when."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.record.making import RULES, call, report_of, where
from tests.test_judging import described, state_of

from communique.cli.app import app
from communique.judging import adopt, gazetteer_of, judge
from communique.model import Account, Actor, Office
from communique.model.matching import Listed
from communique.model.rows import EVERYTHING
from communique.record.sqlite import SqliteStore
from communique.service import Service
from communique.settings import load

HEADING = "person,office,of,from,to,aliases\n"
RAHL = "Ines Rahl,President,Norland,2029,2035,The Lynx of Tarnholm\n"
VARGA = "Lena Varga,President,Norland,2015,2028,\n"
STORY = "The Norland president said the talks went well.\n"


def listed(tmp_path: Path, *rows: str) -> tuple[Listed, ...]:
    path = tmp_path / "held.csv"
    path.write_text(HEADING + "".join(rows), encoding="utf-8")
    found = gazetteer_of(path)
    assert found is not None
    return found


def named(number: int, name: str, *, title: str | None = None) -> Account:
    """Return what a report says that names a person and a state."""
    text = f"No. {number}. {title or 'Envoy'} {name} spoke in Norland."
    held = (Office(title=title, of="a2", evidence=where(text, title)),) if title else ()
    return Account(
        report=report_of(text, path=f"n{number}.txt", published="2031-06-02"),
        actors=(
            Actor(id="a2", name="Norland", kind="state", mentions=where(text, "Norland")),
            Actor(id="a1", name=name, kind="person", offices=held, mentions=where(text, name)),
        ),
        origin=RULES,
    )


def persons(store: SqliteStore) -> list[tuple[str, int]]:
    rows = store.actors(EVERYTHING, 100, None).rows
    return sorted((row.name, row.reports) for row in rows if row.kind == "person")


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return SqliteStore(tmp_path / "record.sqlite")


def fill(store: SqliteStore, accounts: list[Account], gazetteer: tuple[Listed, ...]) -> None:
    adopt(store, gazetteer)
    for account in accounts:
        store.add(account)
        judge(store)


def test_one_whom_no_report_names_goes_by_the_gazetteers_name(
    store: SqliteStore, tmp_path: Path
) -> None:
    accounts = [described(1, "2031-06"), described(2, "2033-01"), described(3, "2019-06")]
    fill(store, accounts, listed(tmp_path, RAHL, VARGA))
    assert persons(store) == [("Ines Rahl", 2), ("Lena Varga", 1)]
    assert any("by the gazetteer" in j.why for j in store.log(50, None).rows)
    store.close()


def test_names_and_aliases_of_one_person_are_reconciled(store: SqliteStore, tmp_path: Path) -> None:
    accounts = [
        named(1, "Ines Rahl"),
        named(2, "The Lynx of Tarnholm"),
        named(3, "Rahl", title="President"),
        described(4, "2033-01"),
        named(5, "Lena Varga"),
    ]
    fill(store, accounts, listed(tmp_path, RAHL, VARGA))
    assert persons(store) == [("Ines Rahl", 4), ("Lena Varga", 1)]
    store.close()


def test_two_whom_it_lists_are_two_however_alike(store: SqliteStore, tmp_path: Path) -> None:
    names = ("Yelena Morozenko", "Elena Morozenko")
    accounts = [named(number, name) for number, name in enumerate(names)]
    fill(store, accounts, ())
    assert len(persons(store)) == 1
    adopt(store, listed(tmp_path, *(f"{name},,,,,\n" for name in names)))
    judge(store)
    assert persons(store) == [(name, 1) for name in sorted(names)]
    store.close()


def test_the_order_of_reports_and_of_the_gazetteer_does_not_matter(tmp_path: Path) -> None:
    accounts = [
        *(named(n, name) for n, name in enumerate(("Ines Rahl", "The Lynx of Tarnholm"))),
        named(3, "Rahl", title="President"),
        named(4, "Rahl"),
        *(described(10 + n, month) for n, month in enumerate(("2031-06", "2033-01", "2019-06"))),
        call(20),
    ]
    gazetteer = listed(tmp_path, RAHL, VARGA)
    states = []
    for turn in range(6):
        shuffled = [*accounts]
        random.Random(turn).shuffle(shuffled)
        store = SqliteStore(tmp_path / f"{turn}.sqlite")
        early = turn % 3
        fill(store, shuffled[:early], ())
        fill(store, shuffled[early:], gazetteer)
        states.append(state_of(store))
        store.close()
    assert all(state == states[0] for state in states)


def test_another_gazetteer_takes_the_place_of_the_first(store: SqliteStore, tmp_path: Path) -> None:
    fill(store, [described(1, "2031-06")], listed(tmp_path, RAHL))
    before = persons(store)
    adopt(store, listed(tmp_path, RAHL.replace("Ines Rahl", "Pia Sund")))
    judge(store)
    assert before == [("Ines Rahl", 1)]
    assert persons(store) == [("Pia Sund", 1)]
    adopt(store, listed(tmp_path))
    judge(store)
    assert persons(store) == [("the Norland president", 1)]
    assert not [j for j in store.log(50, None).rows if j.stands]
    adopt(store, listed(tmp_path))
    assert not store.waits()
    store.close()


def test_a_person_outranks_it(store: SqliteStore, tmp_path: Path) -> None:
    fill(store, [named(1, "Ines Rahl"), described(2, "2031-06")], listed(tmp_path, RAHL))
    one = next(row for row in store.actors(EVERYTHING, 100, None).rows if row.name == "Ines Rahl")
    assert one.reports == 2
    store.close()
    with Service(load({}, record=store.path, by="ines")) as service:
        other = next(
            item
            for judgement in service.log(limit=50).rows
            for item in judgement.items
            if item.startswith("a-") and item != one.id
        )
        service.split(one.id, other)
        service.rejudge()
        assert [row.reports for row in service.actors().rows if row.id == one.id] == [1]


def test_the_setting_has_a_variable_and_an_option(tmp_path: Path) -> None:
    assert load({"COMMUNIQUE_GAZETTEER": "held.csv"}).gazetteer == Path("held.csv")
    assert load({}).gazetteer is None
    record = str(tmp_path / "record.sqlite")
    for number, name in enumerate(("Ines Rahl", "Inga Tarnholm")):
        story = f"Envoy {name} said that the talks on grain went well.\n"
        (tmp_path / f"{number}.txt").write_text(story, encoding="utf-8")
    held = tmp_path / "held.csv"
    held.write_text("person,aliases\nInes Rahl,Inga Tarnholm\n", encoding="utf-8")
    texts = [str(tmp_path / f"{number}.txt") for number in range(2)]
    words = ["--record", record, "add", *texts, "--reader", "rules", "--gazetteer", str(held)]
    added = CliRunner().invoke(app, words)
    assert added.exit_code == 0, added.stderr
    log = CliRunner().invoke(app, ["--record", record, "log"])
    assert log.stdout.count("by the gazetteer a name of Ines Rahl") == 2


@pytest.mark.parametrize("content", [b"", b"\xff", b"person,from,office\nA B,soon,Envoy\n"])
def test_a_bad_file_is_one_line_and_nothing_is_added(tmp_path: Path, content: bytes) -> None:
    story, bad, record = (tmp_path / name for name in ("story.txt", "bad.csv", "record.sqlite"))
    story.write_text(STORY, encoding="utf-8")
    bad.write_bytes(content)
    options = ["--reader", "rules", "--gazetteer", str(bad)]
    result = CliRunner().invoke(app, ["--record", str(record), "add", str(story), *options])
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"communique: {bad}: no gazetteer can be read: ")
    assert not record.exists()
