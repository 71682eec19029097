"""Files that hold a report a row: JSON lines, JSON lists, CSV and TSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from communique.acquire.decode import decode, refuse_binary
from communique.acquire.document import Document
from communique.acquire.fields import names_of, particulars_from, value_of
from communique.acquire.options import AcquireOptions
from communique.acquire.sources import Source, read_up_to, too_large
from communique.errors import DamagedInput, EmptyInput, InputError

#: How a row can be cited, what it holds (or what is wrong with it).
Row = tuple[str, Mapping[str, object] | InputError]


def rows_of(source: Source, kind: str, options: AcquireOptions) -> Iterator[Row]:
    """Yield each row of a file with the subject it is known by (``talks.jsonl:12``).

    JSON lines are read a line at a time, however long the file is.

    Raises:
        InputError: the file as a whole cannot be used.
    """
    if kind == "jsonl":
        return _json_lines(source, options)
    if kind == "json":
        return _json(source, options)
    return _table(source, "\t" if kind == "tsv" else None, options)


def row_document(row: Mapping[str, object], fields: Mapping[str, str]) -> Document:
    """Return the report that a row holds.

    Raises:
        DamagedInput: it has no field for the text, or the field holds no text.
        EmptyInput: the text is empty.
    """
    text = value_of(row, "text", fields)
    if text is None:
        named = ", ".join(list(names_of("text", fields))[:4])
        has = ", ".join(sorted(map(str, row))[:12])
        raise DamagedInput(
            f"has no field with the text (looked for {named}; it has {has or 'none'})",
            remedy="name the field with --field text=NAME",
        )
    if not isinstance(text, str):
        raise DamagedInput(
            "has a text that is not a string", remedy="name the field with --field text=NAME"
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise DamagedInput(
            f"holds half of a surrogate pair at character {error.start}", remedy="write it as UTF-8"
        ) from error
    refuse_binary(text)
    if not text.strip():
        raise EmptyInput("has an empty text")
    return Document(text=text, particulars=particulars_from(row, fields))


def _json_lines(source: Source, options: AcquireOptions) -> Iterator[Row]:
    with source.open() as stream:
        number = 0
        while line := stream.readline(options.limits.report_bytes + 1):
            number += 1
            subject = f"{source.subject}:{number}"
            if len(line) > options.limits.report_bytes:
                _skip_line(stream, line)
                yield subject, too_large(None, options.limits.report_bytes)
            elif line.strip():
                yield subject, _object(line, options.encoding, number == 1)
        if not number:
            raise EmptyInput("is empty", subject=source.subject, remedy="check the file")


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(1 << 18)


def _object(line: bytes, encoding: str | None, first: bool) -> Mapping[str, object] | InputError:
    try:
        value = json.loads(line.decode(encoding or ("utf-8-sig" if first else "utf-8")))
    except UnicodeDecodeError as error:
        return DamagedInput(
            f"is not UTF-8: {error.reason} at byte {error.start}",
            remedy="give its encoding with --encoding",
        )
    except (ValueError, RecursionError) as error:
        return DamagedInput(f"is not JSON ({error})", remedy="mend or remove the line")
    if not isinstance(value, dict):
        return DamagedInput("is JSON but not an object", remedy="write one {…} a line")
    return value


def _json(source: Source, options: AcquireOptions) -> Iterator[Row]:
    text = decode(source.read(options.limits), options.encoding)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith("{") and "\n" in text.strip():
            yield from _json_lines(source, options)
            return
        raise DamagedInput(
            f"is not JSON ({error})", subject=source.subject, remedy="mend it"
        ) from error
    if isinstance(value, dict):
        yield source.subject, value
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            wrong = DamagedInput("is not an object", remedy="write a list of {…}")
            yield f"{source.subject}:{number}", item if isinstance(item, dict) else wrong
    else:
        raise DamagedInput(
            "is JSON but no object or list", subject=source.subject, remedy="check the file"
        )


def _table(source: Source, delimiter: str | None, options: AcquireOptions) -> Iterator[Row]:
    """Yield a table's rows; the line number is the one the row begins on.

    Raises:
        DamagedInput: no column can hold the text, or the bytes are not text.
    """
    head = source.head(1 << 16)
    # The csv module's own limit on a field is far below that of a long interview.
    csv.field_size_limit(max(csv.field_size_limit(), options.limits.report_bytes))
    with source.open() as stream:
        lines = _text_lines(stream, head, options)
        reader = csv.DictReader(lines, delimiter=delimiter or _delimiter(head), strict=True)
        names = list(reader.fieldnames or [])
        if value_of(dict.fromkeys(names, "x"), "text", options.fields) is None:
            wanted = ", ".join(list(names_of("text", options.fields))[:4])
            raise DamagedInput(
                f"has no column with the text (looked for {wanted}; it has {', '.join(names)})",
                subject=source.subject,
                remedy="name the column with --field text=NAME",
            )
        yield from _table_rows(source, reader)


def _table_rows(source: Source, reader: csv.DictReader[str]) -> Iterator[Row]:
    while True:
        subject = f"{source.subject}:{reader.line_num + 1}"
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield subject, DamagedInput(f"is not a row of a table ({error})", remedy="mend it")
            continue
        yield subject, {key: value for key, value in row.items() if isinstance(key, str)}


def _text_lines(stream: BinaryIO, head: bytes, options: AcquireOptions) -> Iterator[str]:
    """Yield decoded lines with their ends. Wide encodings are decoded as a whole."""
    encoding = options.encoding or _narrow(head)
    most = options.limits.report_bytes
    if encoding is None:
        yield from io.StringIO(decode(read_up_to(stream, most)), newline="")
        return
    first = True
    while line := stream.readline(most + 1):
        if len(line) > most:
            raise too_large(None, most)
        text = line.decode(encoding)
        yield text.removeprefix("\ufeff") if first else text
        first = False


def _narrow(head: bytes) -> str | None:
    """Return UTF-8 if the head is that, ``None`` if the whole file is needed to tell."""
    whole = head[: head.rfind(b"\n") + 1] or head
    try:
        return None if b"\0" in whole else whole.decode("utf-8") and "utf-8"
    except UnicodeDecodeError:
        return None


def _delimiter(head: bytes) -> str:
    first = head.split(b"\n", 1)[0]
    return max(",;\t|", key=lambda sign: first.count(sign.encode()))
