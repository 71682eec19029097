"""The commands that decide what is the same, on a real record."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.record.making import call

from communique.cli.app import app
from communique.judging import judge
from communique.model.citation import citations
from communique.record.sqlite import SqliteStore

ONE, OTHER = (citations(call(number))["contact:c1"] for number in (1, 2))


@pytest.fixture
def record(tmp_path: Path) -> str:
    store = SqliteStore(tmp_path / "record.sqlite")
    store.add(call(1))
    store.add(call(2))
    judge(store)
    store.close()
    return str(tmp_path / "record.sqlite")


def run(record: str, *words: str) -> str:
    done = CliRunner().invoke(app, ["--record", record, *words], standalone_mode=False)
    assert done.exception is None
    return done.stdout


def test_from_the_log_to_a_decision_and_back(record: str) -> None:
    said = run(record, "log", ONE)
    assert f"{' is '.join(sorted((ONE, OTHER)))}; the same people" in said
    assert "communique (0.9" in said
    split = run(record, "split", ONE, OTHER, "--why", "two calls", "--by", "ines")
    assert " ines: " in split
    assert split.strip().endswith("; two calls")
    assert "accounts of this contact" not in run(record, "show", ONE)
    id = split.split()[0]
    undone = run(record, "undo", id, "--by", "pia")
    assert "by pia]" in undone
    assert "2 accounts of this contact" in run(record, "show", ONE)
    assert run(record, "log", "--persons").count("\n") == 1


def test_what_persons_say_of_one_item_is_shown_with_it(record: str) -> None:
    run(record, "correct", ONE, "date", "2031-05-16", "--by", "ines")
    run(record, "confirm", OTHER)
    run(record, "reject", OTHER, "--why", "no contact")
    assert "corrected: date 2031-05-16" in run(record, "show", ONE)
    shown = json.loads(run(record, "show", OTHER, "--format", "json"))
    assert [each["verdict"] for each in shown["judgements"]] == ["confirm", "reject"]
    lines = run(record, "log", "--persons", "--format", "jsonl").splitlines()
    assert [json.loads(line)["person"] for line in lines] == [True] * 3
    assert run(record, "log", "--unplaced") == ""


def test_two_names_can_be_merged(record: str) -> None:
    rows = json.loads(run(record, "actors", "--format", "json"))
    ids = [row["id"] for row in rows if row["kind"] == "person"]
    run(record, "merge", *ids[:2], "--why", "her pen name")
    left = json.loads(run(record, "actors", "--format", "json"))
    assert len(left) == len(rows) - 1
    assert {"Mira Oduvan", "Tomas Helk"} <= {n for row in left for n in row["names"]}


def test_a_record_is_judged_anew(record: str) -> None:
    before = run(record, "log")
    assert run(record, "rejudge").endswith(" actors and contacts judged anew\n")
    assert run(record, "log") == before


def test_the_log_comes_as_json_and_its_times_to_the_minute_for_people(record: str) -> None:
    said = run(record, "log", ONE)
    assert re.search(r" \d{4}-\d\d-\d\d \d\d:\d\dZ communique", said)
    listed = json.loads(run(record, "log", ONE, "--format", "json"))
    assert [each["verdict"] for each in listed] == ["same"]


def test_what_is_checked_and_what_is_one_come_as_json_too(record: str) -> None:
    checked = json.loads(run(record, "verify", "--format", "json"))
    assert [each["faults"] for each in checked] == [[], []]
    groups = [json.loads(line) for line in run(record, "clusters", "-f", "jsonl").splitlines()]
    assert {group["kind"] for group in groups} == {"actor", "contact"}


def test_two_items_of_unlike_kinds_are_told_with_their_articles(record: str) -> None:
    actor = run(record, "actors", "--format", "csv").splitlines()[1].split(",")[0]
    done = CliRunner().invoke(app, ["--record", record, "merge", ONE, actor], standalone_mode=False)
    assert "is an actor" in str(done.exception)
