"""Lists of the record as CSV, JSON and JSON lines; Parquet is in :mod:`.parquet`.

JSON is the row as it is (:mod:`communique.model.rows`). CSV is flat, with the columns of
:mod:`.columns`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import BinaryIO, TextIO

import msgspec

from communique.publish.columns import COLUMNS, Cell, Column, Said, cells, said

__all__ = [
    "COLUMNS",
    "Cell",
    "Column",
    "Said",
    "cells",
    "harmless",
    "said",
    "write_csv",
    "write_json",
    "write_jsonl",
]


def write_json(rows: Iterable[object], out: BinaryIO) -> None:
    """Write one JSON array, a row a line, without ever holding more than one row."""
    out.write(b"[")
    for number, row in enumerate(rows):
        out.write(b",\n" if number else b"\n")
        out.write(msgspec.json.encode(row))
    out.write(b"\n]\n")


def write_jsonl(rows: Iterable[object], out: BinaryIO) -> None:
    """Write one JSON object a line."""
    for row in rows:
        out.write(msgspec.json.encode(row) + b"\n")


def write_csv(rows: Iterable[object], kind: type, out: TextIO, *, as_printed: bool = False) -> None:
    """Write rows of ``kind`` as CSV (RFC 4180, CRLF) with a line of column names.

    A text that a spreadsheet would take for a formula gets an apostrophe in front (see
    :func:`harmless`), because reports are written by others. ``as_printed`` leaves it away:
    right for programs, not for spreadsheets.
    """
    writer = csv.writer(out)
    writer.writerow([column.name for column in COLUMNS[kind]])
    for row in rows:
        values = cells(row).values()
        writer.writerow(values if as_printed else map(harmless, values))


def harmless(cell: Cell) -> Cell:
    """Return ``cell`` so that no spreadsheet runs it as a formula.

    Texts that begin with ``=``, ``+``, ``-``, ``@``, a tab or a line end get an apostrophe in
    front, which spreadsheets show as text (OWASP, "CSV Injection"). Numbers stay numbers.
    """
    if isinstance(cell, str) and cell.lstrip(" \u00a0\ufeff")[:1] in _FORMULA_STARTS:
        return f"'{cell}"
    return cell


#: Full-width forms are folded to these by some spreadsheets.
_FORMULA_STARTS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
