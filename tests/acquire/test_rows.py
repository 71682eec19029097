"""JSON lines, JSON lists, CSV and TSV: a report a row."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from tests.acquire.making import fault, outcomes, report, reports

from communique.acquire import AcquireOptions, Limits, acquire
from communique.errors import DamagedInput, EmptyInput, InputError, TooLarge
from communique.model import Report

ROW = {
    "headline": "Envoys meet",
    "outlet": "Quay Radio",
    "date": "2031-05-03",
    "link": "https://quay.example/1",
    "body": "The envoys of Karst and Ferrow met on Monday.",
}


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


@pytest.mark.parametrize(
    "name", ["talks.jsonl", "talks.jsonl.gz", "talks.json", "talks.csv", "talks.tsv"]
)
def test_usual_names_are_found(tmp_path: Path, name: str) -> None:
    data = {
        ".jsonl": lines(ROW),
        ".gz": gzip.compress(lines(ROW)),
        ".json": json.dumps([ROW]).encode(),
        ".csv": b"headline,outlet,date,link,body\n" + ",".join(ROW.values()).encode() + b"\n",
        ".tsv": b"headline\toutlet\tdate\tlink\tbody\r\n" + "\t".join(ROW.values()).encode(),
    }[Path(name).suffix]
    (tmp_path / name).write_bytes(data)

    found = report(tmp_path / name)

    assert found.text == ROW["body"]
    assert (found.title, found.publisher, found.published) == (
        "Envoys meet",
        "Quay Radio",
        "2031-05-03",
    )
    assert found.url == "https://quay.example/1"
    number = 2 if name.endswith("sv") else 1
    assert found.path == f"{tmp_path}/{name}:{number}"


def test_fields_can_be_named_and_values_given(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"t": {"en": "The envoys met."}, "k": "Talks", "title": "not this"}))

    found = report(path, fields={"text": "t.en", "title": "k"}, publisher="Ministry of Ferrow")

    assert (found.text, found.title) == ("The envoys met.", "Talks")
    assert found.publisher == "Ministry of Ferrow"


def test_text_is_kept_exactly(tmp_path: Path) -> None:
    text = "  The envoys met.\r\n\r\n\tThey left.\u2028 "
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"text": text}))

    assert report(path).text == text


def test_a_bad_line_is_named_and_the_others_come(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = lines({"text": "The envoys met."})
    path.write_bytes(
        good + b"{not json}\n[1]\n\n" + lines({"words": "x"}, {"text": 7}, {"text": " "})
        + b'{"text": "half \\ud800 pair"}\n{"text": "nul \\u0000 here"}\n\xff\xfe\n' + good
    )  # fmt: skip

    found = outcomes(path)

    errors = {one.subject.rpartition(":")[2]: one for one in found if isinstance(one, InputError)}
    assert {number: type(error) for number, error in errors.items()} == {
        "2": DamagedInput,
        "3": DamagedInput,
        "5": DamagedInput,
        "6": DamagedInput,
        "7": EmptyInput,
        "8": DamagedInput,
        "9": DamagedInput,
        "10": DamagedInput,
    }
    assert "is not JSON" in str(errors["2"])
    assert "it has words" in str(errors["5"])
    assert "surrogate" in str(errors["8"])
    assert [one.path for one in found if isinstance(one, Report)] == [f"{path}:1", f"{path}:11"]


def test_deeply_nested_json_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"[" * 100_000 + b"\n")

    assert isinstance(fault(path), DamagedInput)


def test_a_line_over_the_limit_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"text": "x" * 5000}, {"text": "The envoys met."}))

    error, found = outcomes(path, limits=Limits(report_bytes=1000))

    assert isinstance(error, TooLarge)
    assert error.subject == f"{path}:1"
    assert isinstance(found, Report)
    assert found.path == f"{path}:2"


def test_lines_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines({"text": "The envoys met."}) + b"{broken")

    found = acquire([str(path)], AcquireOptions())

    assert isinstance(next(found), Report)


def test_a_table_with_quoted_line_breaks_and_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        '\ufefftitle;text\nEins;"Die Minister trafen sich.\r\nSie gingen."\nZwei;"Ende"\n'.encode()
    )

    first, second = reports(path)

    assert first.text == "Die Minister trafen sich.\r\nSie gingen."
    assert (first.path, second.path) == (f"{path}:2", f"{path}:4")


def test_a_table_in_an_old_code_page(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        "title,text\nTreffen,Die Außenminister über die Lage in Ötting\n".encode("cp1252")
    )

    assert report(path, encoding="cp1252").text == "Die Außenminister über die Lage in Ötting"


def test_a_column_can_hold_a_long_report(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text\n" + "word " * 60_000 + "\n")

    assert len(report(path).text) == 300_000
