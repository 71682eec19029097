from __future__ import annotations

import csv
import io
import json

import pytest
from tests.cli.conftest import Call
from tests.cli.fakes import FakeService

from communique.cli import output
from communique.cli.lists import KINDS, PAGE
from communique.model.rows import Filter


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("format", ["table", "json", "jsonl", "csv"])
def test_every_list_has_every_format(call: Call, kind: object, format: str) -> None:
    done = call(kind.name, "--format", format)  # type: ignore[attr-defined]
    assert done.exit_code == 0, done.output
    if format == "json":
        assert isinstance(json.loads(done.stdout), list)
    elif format == "jsonl":
        assert all(json.loads(line)["id"] for line in done.stdout.splitlines())
    elif format == "csv":
        assert "id" in next(csv.reader(io.StringIO(done.stdout)))


def test_a_piped_table_is_one_plain_line_a_row(call: Call, service: type[FakeService]) -> None:
    service.statement_count = PAGE + 300
    done = call("statements")
    lines = done.stdout.splitlines()
    assert len(lines) == 1 + PAGE + 300
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout
    assert "\u202e" not in done.stdout
    assert lines[1].endswith("long")
    assert lines[0].split() == ["ID", "FORM", "SPEAKER", "REPORT", "WORDS"]


def test_a_terminal_gets_a_page_that_fits_it(
    call: Call, service: type[FakeService], monkeypatch: pytest.MonkeyPatch
) -> None:
    service.statement_count = PAGE + 1
    monkeypatch.setattr(output, "is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "90")
    done = call("statements")
    assert max(map(len, done.stdout.splitlines())) <= 90
    assert f"the first {PAGE}; --all shows all of them" in done.stderr
    assert call("statements", "--all").stdout.count("s-0") == PAGE + 1


def test_a_limit_is_kept_over_pages(call: Call, service: type[FakeService]) -> None:
    service.statement_count = 900
    done = call("statements", "--limit", "450", "--format", "jsonl")
    assert len(done.stdout.splitlines()) == 450


def test_options_become_the_filter(call: Call, service: type[FakeService]) -> None:
    call("contacts", "--actor", "Venn", "--kind", "call", "--status", "held", "--since", "2031",
         "--until", "2031-05", "--report", "r-1", "--publisher", "Wire")  # fmt: skip
    assert service.asked[-1] == (
        "contacts",
        Filter(actor="Venn", kind="call", status="held", since="2031", until="2031-05",
               report="r-1", publisher="Wire"),
    )  # fmt: skip


def test_nothing_found_is_said_and_is_no_error(call: Call) -> None:
    done = call("figures")
    assert done.exit_code == 0
    assert done.stderr == "no figures match\n"


def test_json_keeps_the_words_as_they_are(call: Call) -> None:
    row = json.loads(call("statements", "--format", "jsonl").stdout.splitlines()[0])
    assert "\x1b[31malert\x07" in row["words"]


def test_tables_name_all_doers_and_write_odd_dates_in_words() -> None:
    cells = {"actor": "Ana Torv", "joint": "Rolf Brand", "towards": "Lusk", "also_towards": ""}
    assert output._with_others("actor", cells) == "Ana Torv; Rolf Brand"
    assert output._with_others("towards", cells) == "Lusk"
    shown = {"2031-05": "2031-05", "2031-05-03TNI": "2031-05-03", "PAST_REF": "in the past"}
    for value, words in {**shown, "2031-SU": "summer 2031", "": ""}.items():
        assert output._for_people("date", value) == words
