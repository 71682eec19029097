from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable
from pathlib import Path

import duckdb
import msgspec
import pytest
from tests.publish.making import compared, dossier, readout, story

from communique.errors import UsageError
from communique.model import rows
from communique.model.rows import ActorRow, ContactRow, StatementRow, TimelineRow
from communique.publish.parquet import write_parquet
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


def test_parquet_keeps_types_and_words(tmp_path: Path) -> None:
    rows = [
        ActorRow(id="a-1", name='=HYPERLINK("x")', kind="person", names=("Ася", "Venn"), reports=3),
        ActorRow(id="a-2", name="\x00 \ud800 '; DROP", kind="state"),
    ]
    (tmp_path / "actors.parquet").write_bytes(parquet(rows, ActorRow))
    found = duckdb.sql(f"SELECT * FROM '{tmp_path / 'actors.parquet'}'")
    assert found.columns == [column.name for column in COLUMNS[ActorRow]]
    first, second = found.fetchall()
    assert first[:3] == ("a-1", '=HYPERLINK("x")', "person")
    assert first[4:6] == ("Ася; Venn", 3)
    assert second[1] == "\x00 ? '; DROP"
    assert second[4] is None


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_table_without_rows_has_its_columns(kind: type, tmp_path: Path) -> None:
    (tmp_path / "none.parquet").write_bytes(parquet((), kind))
    types = {str: "VARCHAR", int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN"}
    found = duckdb.sql(f"SELECT * FROM '{tmp_path / 'none.parquet'}'")
    assert found.columns == [column.name for column in COLUMNS[kind]]
    assert [str(one) for one in found.types] == [types[column.of] for column in COLUMNS[kind]]
    assert found.fetchall() == []


def test_parquet_of_many_rows_is_whole_and_the_same_each_time(tmp_path: Path) -> None:
    rows = [ActorRow(id=f"a-{n}", name=f"Actor {n}", kind="state") for n in range(12_000)]
    data = parquet(rows, ActorRow)
    assert data == parquet(rows, ActorRow)
    (tmp_path / "many.parquet").write_bytes(data)
    found = duckdb.sql(f"SELECT count(*), max(name) FROM '{tmp_path / 'many.parquet'}'")
    assert found.fetchall() == [(12_000, "Actor 9999")]


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "arro3.core", None)
    with pytest.raises(UsageError, match="extra 'tables'"):
        parquet((), ActorRow)


@pytest.mark.parametrize("kind", [ContactRow, StatementRow, TimelineRow, ActorRow])
def test_cells_are_of_their_columns_type(kind: type) -> None:
    whole = dossier()
    some = {
        ContactRow: whole.contacts[0].accounts,
        TimelineRow: whole.timeline,
        ActorRow: whole.actors,
        StatementRow: (),
    }[kind]
    for row in some:
        for column in COLUMNS[kind]:
            cell = column.fill(row)
            assert cell is None or isinstance(cell, column.of)


def parquet(rows: Iterable[object], kind: type) -> bytes:
    out = io.BytesIO()
    write_parquet(rows, kind, out)
    return out.getvalue()
