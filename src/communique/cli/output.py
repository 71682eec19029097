"""Writing to standard output: tables for people, the other formats for programs."""

from __future__ import annotations

import io
import re
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, BinaryIO

import click

from communique.publish import tables

if TYPE_CHECKING:
    from rich.console import Console

#: Rows by which the widths of a piped table are set; later ones may stick out.
_SAMPLE = 500
#: Letters of a report's words that a table on a screen shows.
_WORDS = 150
_SPACE = re.compile(r"\s+")
#: Controls (terminal escapes among them), and marks that turn the direction of writing.
_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_RIGHT = frozenset({"reports", "low", "high", "characters", "score"})


def printable(text: object) -> str:
    """Return ``text`` on one line, with nothing in it that a terminal would obey."""
    if text is None:
        return ""
    return _UNPRINTABLE.sub("\ufffd", _SPACE.sub(" ", str(text)).strip())


def is_terminal() -> bool:
    """Tell whether a person looks at standard output."""
    return sys.stdout.isatty()


def byte_stream() -> BinaryIO:
    """Return standard output for bytes: programs get UTF-8 whatever the locale."""
    return sys.stdout.buffer


def say(line: str) -> None:
    """Write one line to a person on standard output, whatever letters the terminal has."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    click.echo(line.encode(encoding, "backslashreplace").decode(encoding))


def console() -> Console:
    """Return the console for tables: as wide as the terminal; plain where it is none."""
    from rich.console import Console

    return Console(file=sys.stdout, highlight=False, soft_wrap=False, emoji=False, markup=False)


def write_rows(
    rows: Iterable[object], kind: type, format: str, shown: Sequence[str], *, as_printed: bool
) -> int:
    """Write ``rows`` of ``kind`` in ``format`` and return how many there were.

    ``shown`` are the columns of the table; the other formats have all of them.
    """
    counted = _Counted(rows)
    if format == "table":
        _write_table(counted, shown)
    elif format == "parquet":
        _write_parquet(counted, kind)
    elif format == "csv":
        out = io.TextIOWrapper(byte_stream(), encoding="utf-8", errors="replace", newline="")
        tables.write_csv(counted, kind, out, as_printed=as_printed)
        out.flush()
        out.detach()
    else:
        write = tables.write_json if format == "json" else tables.write_jsonl
        write(counted, byte_stream())
    return counted.number


def _write_parquet(rows: Iterable[object], kind: type) -> None:
    """Write a Parquet file, whole, since its end tells where all else is.

    Raises:
        UsageError: standard output is a terminal, or the extra ``tables`` is not installed.
    """
    from communique.errors import UsageError
    from communique.publish.parquet import write_parquet

    if is_terminal():
        raise UsageError("Parquet is no text", remedy="send it to a file: … > rows.parquet")
    held = io.BytesIO()
    write_parquet(rows, kind, held)
    byte_stream().write(held.getbuffer())


class _Counted:
    """Rows that are counted as they go by."""

    def __init__(self, rows: Iterable[object]) -> None:
        self.rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[object]:
        for row in self.rows:
            self.number += 1
            yield row


def _write_table(rows: Iterable[object], shown: Sequence[str]) -> None:
    lines = (
        [printable(_for_people(name, _with_others(name, cells))) for name in shown]
        for cells in map(tables.cells, rows)
    )
    if is_terminal():
        _write_wide(lines, shown)
    else:
        _write_plain(lines, shown)


def _with_others(name: str, cells: Mapping[str, object]) -> object:
    """Return a cell of a table; of who does something, or to whom, all who are told."""
    others = cells.get({"actor": "joint", "towards": "also_towards"}.get(name, ""))
    return f"{cells[name]}; {others}" if others else cells[name]


def _for_people(name: str, cell: object) -> object:
    """Return a cell of a table: of an instant the day, and in words what is no plain date."""
    if not isinstance(cell, str) or not name.endswith(("published", "date", "due")):
        return cell
    from communique.publish.phrases import date_in_words

    day = cell.partition("T")[0]
    return day if not cell or _PLAIN_DATE.fullmatch(day) else date_in_words(cell)


def _write_wide(lines: Iterable[list[str]], shown: Sequence[str]) -> None:
    """Write a table that fits the terminal; the last column takes what width is left."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, header_style="bold")
    for name in shown:
        last = name == shown[-1]
        table.add_column(
            name.replace("_", " "),
            justify="right" if name in _RIGHT else "left",
            no_wrap=name == "id" or name.startswith(("date", "published")),
            ratio=3 if last else None,
            max_width=None if last else 28,
            style="cyan" if name == "id" else "",
        )
    for line in lines:
        cut = (_cut(name, cell) for name, cell in zip(shown, line, strict=True))
        table.add_row(*map(Text, cut))
    console().print(table)


def _cut(name: str, cell: str) -> str:
    """Return a cell short enough for a table on a screen; ``show`` and pipes have all of it."""
    if name.endswith("label"):
        from communique.publish.index import short

        return short(cell)
    return textwrap.shorten(cell, _WORDS, placeholder=" …") if name == "words" else cell


def _write_plain(lines: Iterable[list[str]], shown: Sequence[str]) -> None:
    """Write one line a row, aligned, nothing cut and nothing wrapped, for ``grep`` and files."""
    rows = iter(chain([[name.removesuffix("_label").upper() for name in shown]], lines))
    sample = list(islice(rows, _SAMPLE))
    widths = [min(100, max(len(row[i]) for row in sample)) for i in range(len(shown))]
    for row in chain(sample, rows):
        cells = [cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=False)]
        say("  ".join([*cells, row[-1]]).rstrip())
