from __future__ import annotations

import csv
import io

import msgspec
import pytest
from tests.publish.making import compared, dossier, readout, story

from communique.model import rows
from communique.model.rows import ActorRow, ContactRow, StatementRow, TimelineRow
from communique.publish.tables import COLUMNS, cells, harmless, write_csv, write_json, write_jsonl


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_contact_is_one_flat_line() -> None:
    first = compared(readout(), story()).accounts[0]
    flat = cells(first)
    assert flat["participants"] == "Asha Venn; Toma Rill"
    assert flat["date"] == "2031-03-04"
    assert flat["report"] == "r-00000000000a"


def test_json_is_the_row_itself() -> None:
    whole = dossier().timeline
    out = io.BytesIO()
    write_json(whole, out)
    assert msgspec.json.decode(out.getvalue(), type=tuple[TimelineRow, ...]) == whole
    out = io.BytesIO()
    write_jsonl(whole, out)
    back = tuple(
        msgspec.json.decode(line, type=TimelineRow) for line in out.getvalue().splitlines()
    )
    assert back == whole


def test_no_rows_are_an_empty_array() -> None:
    out = io.BytesIO()
    write_json((), out)
    assert msgspec.json.decode(out.getvalue()) == []


def test_csv_of_a_hostile_report_runs_no_formula() -> None:
    row = ActorRow(id="a-1", name='=HYPERLINK("http://x","y")', kind="person", names=("\uff1d1",))
    out = io.StringIO()
    write_csv([row], ActorRow, out)
    assert lines(out.getvalue())[0]["name"] == '\'=HYPERLINK("http://x","y")'
    out = io.StringIO()
    write_csv([row], ActorRow, out, as_printed=True)
    assert lines(out.getvalue())[0]["name"] == row.name


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\r=1", "  =1", "\uff0b1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


def test_numbers_and_plain_words_stay_as_they_are() -> None:
    assert [harmless(cell) for cell in (-1.5, "a-b", "", None, "“=1”")] == [
        -1.5,
        "a-b",
        "",
        None,
        "“=1”",
    ]


def test_every_row_of_a_list_has_columns_of_names_that_differ() -> None:
    listed = {getattr(rows, name) for name in dir(rows) if name.endswith("Row")}
    assert {ContactRow, StatementRow, TimelineRow, ActorRow} <= set(COLUMNS) & (listed | {rows.Hit})
    for columns in COLUMNS.values():
        names = [column.name for column in columns]
        assert len(set(names)) == len(names)
