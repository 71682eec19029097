from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Call
from tests.cli.fakes import FakeService

from communique.model.rows import Filter


def test_the_ledger_says_what_settled_an_ask(call: Call) -> None:
    done = call("ledger")
    assert done.stdout.splitlines()[0].split() == [
        "ID", "MADE_ON", "SORT", "STATUS", "ACTOR", "TOWARDS", "SETTLED", "WHAT",
    ]  # fmt: skip
    assert "granted 2031-06-01 (inferred 0.82)" in done.stdout
    row = next(csv.DictReader(io.StringIO(call("ledger", "--format", "csv").stdout)))
    assert row["what"] == "'=two ferries"
    assert row["settled_words"] == "Sudmark sent two ferries"


def test_the_ledger_is_asked_by_sort_status_and_words(
    call: Call, service: type[FakeService]
) -> None:
    call("ledger", "--kind", "ask", "--status", "open", "--about", "ferries")
    assert service.asked[-1] == ("ledger", Filter(kind="ask", status="open", about="ferries"))
    assert call("ledger", "--kind", "wish").exit_code == 2


def test_the_timeline_can_list_each_contact_once(call: Call, service: type[FakeService]) -> None:
    done = call("timeline", "--contacts", "--actor", "Venn")
    assert service.asked[-1] == ("contact_lines", Filter(actor="Venn"))
    assert "2031-05-01 or 2031-05-02" in done.stdout


def test_shifts_and_forecasts_are_for_spreadsheets_too(call: Call) -> None:
    shift = next(csv.DictReader(io.StringIO(call("shifts", "--format", "csv").stdout)))
    assert (shift["before_polarity"], shift["after_polarity"]) == ("for", "against")
    assert (shift["before_words"], shift["after_report"]) == (
        "favours free ferries",
        "Ferries sail",
    )
    forecast = next(csv.DictReader(io.StringIO(call("forecasts", "--format", "csv").stdout)))
    assert (forecast["outcome"], forecast["later"]) == ("happened", "The ferries sailed.")


def test_relations_are_a_table_json_or_csv(call: Call, service: type[FakeService]) -> None:
    done = call("relations", "Norland", "Sudmark", "--by", "quarter", "--since", "2031")
    assert service.asked[-1] == (
        "relations",
        ("Norland", "Sudmark", "quarter", Filter(since="2031")),
    )
    assert done.stdout.splitlines()[1].split()[:3] == ["2031-05", "2", "3"]
    assert (
        json.loads(call("relations", "a", "b", "--format", "json").stdout)["one"]["name"]
        == "Norland"
    )
    rows = list(csv.DictReader(io.StringIO(call("relations", "a", "b", "--format", "csv").stdout)))
    assert [row["tone"] for row in rows] == ["1.0", "-1.0"]


def test_relations_are_drawn(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "r.svg"
    done = call("relations", "Norland", "Sudmark", "--plot", str(path))
    assert (done.exit_code, done.stdout.strip()) == (0, str(path))
    assert path.read_text(encoding="utf-8").startswith("<svg")
    assert call("relations", "a", "b", "--plot", str(tmp_path / "r.gif")).exit_code == 2
    assert call("relations", "a", "b", "--plot", str(tmp_path / "no" / "r.svg")).exit_code == 2


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (("d-1", "d-2", "--status", "refused"), ("d-1", "d-2", "refused", "")),
        (("d-1", "--why", "another loan"), ("d-1", None, None, "another loan")),
    ],
)
def test_a_person_settles_an_ask(
    call: Call, service: type[FakeService], words: tuple[str, ...], asked: tuple[object, ...]
) -> None:
    done = call("settle", *words)
    assert done.exit_code == 0
    assert service.asked[-1] == ("settle", asked)
    assert "settled by" in done.stdout
