"""Briefs, calendars and Parquet from the command, on a real record of an invented storyline."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
import duckdb
import icalendar
import pypdfium2
import pytest
from click.testing import CliRunner, Result
from tests.storyline import act, meeting, sentences_of, told

from communique.cli.app import app
from communique.judging import judge
from communique.service import Service
from communique.settings import load

Run = Callable[..., Result]
TOLD = (
    told("2031-05-02", act("Mira Oduvan", "demand", "Sudmark", "release the crew")),
    told("2031-05-03", meeting("call", "Mira Oduvan", "Tomas Helk", day="2031-05-03")),
    told("2031-05-20", meeting("visit", "Ada Roon", "Mira Oduvan", day=None)),
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("taken") / "talks.sqlite"
    with Service(load({}, record=path, reader="rules")) as service:
        for account in TOLD:
            service._store_for_adding.add(account, sentences_of(account))
        judge(service._store)
    return path


@pytest.fixture
def run(record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Result:
        return CliRunner().invoke(app, ["--record", str(record), *words])

    return run


def contact(run: Run) -> str:
    rows = json.loads(run("contacts", "--format", "json").stdout)
    return str(next(row["id"] for row in rows if row["kind"] == "call"))


def test_a_brief_is_named_after_what_is_in_it(run: Run) -> None:
    id = contact(run)
    done = run("brief", id)
    assert done.exit_code == 0, done.output
    name = done.stdout.strip()
    assert name.startswith("contact-call-mira-oduvan")
    assert name.endswith(f"{id}.docx")
    assert docx.Document(name).paragraphs[0].text.startswith("Call: Mira Oduvan")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("storyline",), "Storyline"),
        (("relations", "Norland", "Sudmark"), "Relations: Norland and Sudmark"),
        (("Who called", "Tomas Helk?"), "Who called Tomas Helk?"),
        (("log",), "Log of decisions"),
    ],
)
def test_the_ending_names_the_format(run: Run, words: tuple[str, ...], title: str) -> None:
    assert run("brief", *words, "-o", "out.pdf").stdout == "out.pdf\n"
    assert pypdfium2.PdfDocument("out.pdf").get_metadata_value("Title") == title
    assert run("brief", *words, "-o", "out.txt", "-f", "html").exit_code == 0
    assert f"<title>{title}</title>" in Path("out.txt").read_text(encoding="utf-8")


def test_a_brief_can_be_narrowed_down(run: Run) -> None:
    done = run("brief", "storyline", "-o", "out.json", "--since", "2031-05-04", "--limit", "5")
    assert done.exit_code == 0, done.output
    made = json.loads(Path("out.json").read_text(encoding="utf-8"))
    assert made["left_out"] == ["This is a part of the record only: from 4 May 2031."]
    assert "Tomas Helk" not in json.dumps(made["parts"])


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("brief",), 2, "SUBJECT"),
        (("brief", "relations", "Norland"), 2, "name both"),
        (("brief", "storyline", "out.html"), 2, "--output FILE"),
        (("brief", "storylin"), 2, "choose one of: actors, forecasts"),
        (("brief", "c-000000000000"), 4, "C102"),
        (("brief", "ledger", "-o", "out.odt"), 2, "its ending names no format"),
        (("brief", "ledger", "-o", "none/out.pdf"), 2, "cannot be written"),
        (("calendar", "none/out.ics"), 2, "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    run: Run, words: tuple[str, ...], status: int, says: str
) -> None:
    done = run(*words)
    assert done.exit_code == status
    assert says in done.stderr


def test_a_calendar_says_what_it_leaves_out(run: Run) -> None:
    done = run("calendar")
    assert done.stdout == "contacts.ics\n"
    assert done.stderr == "1 contact without a day left out\n"
    events = icalendar.Calendar.from_ical(Path("contacts.ics").read_bytes()).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Call: Mira Oduvan and Tomas Helk"]


def test_a_list_is_sent_as_parquet(run: Run) -> None:
    done = run("contacts", "--format", "parquet")
    Path("contacts.parquet").write_bytes(done.stdout_bytes)
    found = duckdb.sql("SELECT kind FROM 'contacts.parquet' ORDER BY kind")
    assert found.fetchall() == [("call",), ("visit",)]


def test_no_terminal_is_filled_with_bytes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.cli.output.is_terminal", lambda: True)
    done = run("contacts", "--format", "parquet", "--all")
    assert done.exit_code == 2
    assert "send it to a file" in done.stderr
