"""Lists of the record as CSV, JSON and JSON lines.

JSON is the row as it is (:mod:`communique.model.rows`). CSV is flat: the columns of each
kind of row are :data:`COLUMNS`, and a cell that holds several values parts them by ``"; "``.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, NamedTuple, TextIO

import msgspec

from communique.model import When
from communique.model.rows import (
    ActorRef,
    ActorRow,
    ContactRow,
    FigureRow,
    Hit,
    ReportRow,
    StatementRow,
    TimelineRow,
)

Cell = str | int | float | bool | None


class Column(NamedTuple):
    """A column: its name, and how a row fills it."""

    name: str
    fill: Callable[[Any], Cell]


def cells(row: object) -> dict[str, Cell]:
    """Return the flat form of ``row``, by column.

    Raises:
        KeyError: ``row`` is of none of the kinds in :data:`COLUMNS`.
    """
    return {column.name: column.fill(row) for column in COLUMNS[type(row)]}


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


def _name(actor: ActorRef | None) -> Cell:
    return actor.name if actor else None


def _id(actor: ActorRef | None) -> Cell:
    return actor.id if actor else None


def _joined(parts: Iterable[str]) -> Cell:
    return "; ".join(parts) or None


def _counts(claims: dict[str, int]) -> Cell:
    return _joined(f"{kind} {count}" for kind, count in sorted(claims.items()))


def _value(when: When | None) -> Cell:
    return (when.value or when.raw) if when else None


def _get(name: str, path: str | None = None) -> Column:
    """Return the column ``name`` that reads the attribute ``path``, dots going deeper."""
    steps = (path or name).split(".")

    def fill(row: Any) -> Cell:
        for step in steps:
            row = getattr(row, step, None)
        cell: Cell = row
        return cell

    return Column(name, fill)


def _parties(row: ContactRow) -> Iterator[str]:
    for one in row.participants:
        yield f"{one.actor.name} (for {one.represents.name})" if one.represents else one.actor.name


_REPORT = (
    _get("report", "report.id"),
    _get("report_label", "report.label"),
    _get("publisher", "report.publisher"),
    _get("published", "report.published"),
)

#: The columns of each kind of row, in order.
COLUMNS: dict[type, tuple[Column, ...]] = {
    ReportRow: (
        *(_get(n) for n in ("id", "published", "publisher", "label", "title", "source")),
        *(_get(n) for n in ("distributor", "language", "path", "url", "characters", "actors")),
        Column("claims", lambda r: _counts(r.claims)),
        Column("copies", lambda r: _joined(r.copies)),
        *(_get(n) for n in ("published_basis", "body")),
    ),
    ActorRow: (
        *(_get(n) for n in ("id", "name", "kind")),
        Column("offices", lambda r: _joined(r.offices)),
        Column("names", lambda r: _joined(r.names)),
        _get("reports"),
        Column("claims", lambda r: _counts(r.claims)),
    ),
    ContactRow: (
        _get("id"),
        Column("date", lambda r: _value(r.date)),
        *(_get(n) for n in ("kind", "status")),
        Column("participants", lambda r: _joined(_parties(r))),
        Column("initiator", lambda r: _name(r.initiator)),
        Column("place", lambda r: r.place.name if r.place else None),
        _get("channel"),
        Column("duration", lambda r: _value(r.duration)),
        Column("topics", lambda r: _joined(t.label for t in r.topics)),
        Column("outcome", lambda r: _joined(t.label for t in r.outcome)),
        *(_get(n) for n in ("series", "main")),
        *_REPORT,
        _get("words"),
    ),
    StatementRow: (
        *(_get(n) for n in ("id", "form")),
        Column("speaker", lambda r: _name(r.speaker) or r.source),
        Column("speaker_id", lambda r: _id(r.speaker)),
        Column("addressee", lambda r: _name(r.addressee)),
        *(_get(n) for n in ("cue", "parent", "continues", "marked", "medium")),
        *_REPORT,
        _get("words"),
    ),
    FigureRow: (
        *(_get(n) for n in ("id", "raw", "low", "high", "exact", "unit", "thing")),
        Column("claimant", lambda r: _name(r.claimant)),
        Column("claimant_id", lambda r: _id(r.claimant)),
        Column("as_of", lambda r: _value(r.as_of)),
        *_REPORT,
        _get("words"),
    ),
    TimelineRow: (
        _get("id"),
        Column("date", lambda r: r.value or r.first_on),
        *(_get(n) for n in ("first_on", "last_on", "basis", "kind", "type", "status")),
        Column("actors", lambda r: _joined(a.name for a in r.actors)),
        *_REPORT,
        _get("words"),
    ),
    Hit: (
        *(_get(n) for n in ("id", "kind")),
        Column("speaker", lambda r: _name(r.speaker)),
        *_REPORT,
        Column("words", lambda r: r.passage.text),
        _get("score"),
    ),
}
