"""``communique copies`` on a real record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.test_copying import ACCOUNTS, fill

from communique.cli.app import app


@pytest.fixture
def record(tmp_path: Path) -> str:
    fill(tmp_path / "record.sqlite", ACCOUNTS)
    return str(tmp_path / "record.sqlite")


def run(record: str, *words: str) -> str:
    done = CliRunner().invoke(app, ["--record", record, "copies", *words], standalone_mode=False)
    assert done.exception is None
    return done.stdout


def test_in_words(record: str) -> None:
    said = run(record, "--publisher", "Kurier")
    assert "paper.txt" in said
    assert "has 80 words (" in said
    assert "published 2031-05-18, the other 2031-05-17" in said
    assert "has 160 words (100 % of it) from" in said


def test_for_a_program(record: str) -> None:
    rows = [json.loads(line) for line in run(record, "--format", "jsonl").splitlines()]
    assert [row["relation"] for row in rows] == ["copy"] * 4
    assert rows[0]["passages"][0]["words"] == 80
    header, *lines = run(record, "--format", "csv").splitlines()
    assert "share" in header.split(",")
    assert len(lines) == 4
