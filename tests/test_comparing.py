"""Where reports differ, in a real record and on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from tests.record.making import call

from communique.cli.app import app
from communique.judging import judge
from communique.model import Account, Figure, Span
from communique.model.rows import Filter
from communique.record.sqlite import SqliteStore
from communique.service import Service
from communique.settings import load


def lorries(number: int, raw: str, publisher: str) -> Account:
    """Return what a report of a call says, with another number of lorries in it."""
    account = call(number, publisher=publisher)
    text = account.report.text
    at = text.index("312")
    assert len(raw) == 3
    report = replace(account.report, text=text.replace("312", raw), id=f"body{number}")
    figure = replace(account.figures[0], raw=raw, low=float(raw), high=float(raw))
    assert isinstance(figure, Figure)
    assert figure.evidence[0].covers(Span(at, at + 3))
    return replace(account, report=report, figures=(figure,))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    store = SqliteStore(tmp_path / "record.sqlite")
    for each in (lorries(1, "312", "Kurier"), lorries(2, "350", "Bote")):
        store.add(each)
    judge(store)
    store.close()
    return tmp_path / "record.sqlite"


def test_differing_figures_and_an_agreeing_contact(record: Path) -> None:
    with Service(load(record=record)) as service:
        (found,) = service.differences()
        assert (found.kind, found.about) == ("figure", "lorries")
        everything = list(service.differences(agreeing=True))
        assert [each.kind for each in everything] == ["contact", "figure", "office"]
        assert list(service.differences(matters=["contact"])) == []
        assert list(service.differences(Filter(publisher="Kurier"))) == []
        service.reject(found.items[1])
        assert list(service.differences()) == []


def test_on_the_command_line(record: Path) -> None:
    def run(*words: str) -> str:
        arguments = ["--record", str(record), "differences", *words]
        done = CliRunner().invoke(app, arguments, standalone_mode=False)
        assert done.exception is None
        return done.stdout

    said = run()
    assert "figure  lorries" in said
    assert "number: the accounts differ, both cannot be so" in said
    assert "350" in said
    (line,) = run("--about", "figure", "--format", "jsonl").splitlines()
    assert json.loads(line)["slots"][0]["difference"] == "contradiction"
    assert (
        json.loads(run("--about", "contact", "--all", "--format", "json"))[0]["kind"] == "contact"
    )
