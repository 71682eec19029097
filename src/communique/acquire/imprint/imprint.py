"""Reads a report's imprint: header, title, dateline, footer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from communique.acquire.dating.printed import PrintedDate
from communique.acquire.dating.yearless import Yearless
from communique.acquire.imprint.dateline import dateline_at
from communique.acquire.imprint.headings import (
    heading_words,
    headings_in,
    is_ended,
    is_title,
)
from communique.acquire.imprint.lines import Line, lines_of
from communique.acquire.imprint.masthead import is_masthead, is_short_name
from communique.acquire.imprint.overline import dated_overline
from communique.acquire.imprint.parts import Finding, Part, is_rights, read_line, read_opening
from communique.acquire.particulars import Particulars
from communique.model import Spans, merged

#: Lines that a header and a footer have at most.
HEADER_LINES = 14
FOOTER_LINES = 10


class Imprint(msgspec.Struct, frozen=True, kw_only=True):
    """What a text prints about itself, and where.

    ``date`` is the date of publication as printed, ``day`` that of a dateline without its year;
    ``rights`` are the copyright lines. ``headings`` leaves out the title.
    ``body_end`` is where the footer begins (or the text ends).
    """

    particulars: Particulars = Particulars()
    date: PrintedDate | None = None
    day: Yearless | None = None
    rights: Spans = ()
    furniture: Spans = ()
    headings: Spans = ()
    body_end: int = 0


class _Header(msgspec.Struct):
    parts: list[Part]
    title: Line | None
    #: Index of the first line that is the report's own; its own words begin at ``offset``.
    body: int
    offset: int


def read_imprint(
    text: str, *, start: int = 0, title: str | None = None, language: str | None = None
) -> Imprint:
    """Return the imprint of ``text``.

    Args:
        text: The report.
        start: Where its first line begins (after front matter, say).
        title: The title, where it is known from elsewhere; a line that repeats it is not
            taken for a heading or a sentence of the header.
        language: BCP 47 tag of the text, if known; it settles names of months that two
            languages use differently.
    """
    lines = [line for line in lines_of(text) if line.span.end > start]
    header = _header(text, lines, title, language)
    footer = _footer(text, lines[header.body :], language)
    parts = [*header.parts, *footer]
    if not any(finding.date for part in parts for finding in part.findings):
        over = dated_overline(text, lines[header.body : HEADER_LINES], language)
        parts += [over] if over else []
    findings = [finding for part in parts for finding in part.findings]
    furniture = [part.span for part in parts]
    dateline = dateline_at(text, header.offset, language) if header.body < len(lines) else None
    if dateline is not None:
        furniture.append(dateline.span)
        if dateline.agency:
            findings.append(Finding(slot="source", value=dateline.agency))
        if dateline.date:
            findings.append(Finding(slot="date", date=dateline.date))
    body = lines[header.body : len(lines) - len(footer)]
    return Imprint(
        particulars=_particulars(text, findings, header.title),
        date=_date(findings),
        day=dateline.day if dateline else None,
        rights=tuple(part.span for part in parts if is_rights(part.span.of(text))),
        furniture=merged(furniture),
        headings=tuple(headings_in(body)),
        body_end=footer[-1].span.start if footer else len(text),
    )


def _header(text: str, lines: Sequence[Line], title: str | None, language: str | None) -> _Header:
    found = _Header(parts=[], title=None, body=0, offset=lines[0].span.start if lines else 0)
    for number, line in enumerate(lines[:HEADER_LINES]):
        found.body, found.offset = number, line.span.start
        part = read_line(text, line, language)
        if part is None and (part := read_opening(text, line, language)):
            found.parts.append(part)
            found.offset = _skip_blank(text, part.span.end)
            return found
        if part is None and _is_masthead(text, lines, number, found.title, language):
            named = Finding(slot="publisher", value=heading_words(text, line.span))
            part = Part(span=line.span, findings=(named,))
        if part is not None:
            found.parts.append(part)
        elif found.title is None and _is_title(text, lines, number, title, language):
            found.title = line
        else:
            return found
    found.body = min(len(lines), HEADER_LINES)
    found.offset = lines[found.body].span.start if found.body < len(lines) else len(text)
    return found


def _is_masthead(
    text: str, lines: Sequence[Line], number: int, title: Line | None, language: str | None
) -> bool:
    """Tell whether the line names who puts the text out.

    Above the title, the form of a house's name is asked for, and that a title follows; under it,
    that form, or any short name that stands right above the date.
    """
    words = lines[number].words
    if title is not None:
        after = lines[number + 1] if number + 1 < len(lines) else None
        said = read_line(text, after, language) if after else None
        dated = said is not None and any(finding.date for finding in said.findings)
        return dated and (is_masthead(words) or is_short_name(words))
    if not is_masthead(words):
        return False
    for below in range(number + 1, min(len(lines), HEADER_LINES)):
        if read_line(text, lines[below], language) is None:
            return _is_title(text, lines, below, None, language)
    return False


def _is_title(
    text: str, lines: Sequence[Line], number: int, title: str | None, language: str | None
) -> bool:
    line = lines[number]
    if title is not None and _same_words(heading_words(text, line.span), title):
        return True
    after = lines[number + 1] if number + 1 < len(lines) else None
    if after is None or not line.is_short:
        return False
    furniture = read_line(text, after, language) is not None or _is_masthead(
        text, lines, number + 1, line, language
    )
    if furniture and number + 2 < len(lines):
        after = msgspec.structs.replace(after, gap=True)
    return is_title(line, after)


def _footer(text: str, lines: Sequence[Line], language: str | None) -> list[Part]:
    """Return the footer's lines, the last first.

    Its topmost line stands apart from the text or follows a full stop; a date that ends a
    sentence broken by hand is no footer.
    """
    found: list[Part] = []
    apart = 0
    for number in range(len(lines) - 1, max(len(lines) - FOOTER_LINES, 0) - 1, -1):
        part = read_line(text, lines[number], language)
        if part is None:
            break
        found.append(part)
        if lines[number].gap or (number and is_ended(text, lines[number - 1])):
            apart = len(found)
    return found[:apart]


def _particulars(text: str, findings: Iterable[Finding], title: Line | None) -> Particulars:
    values: dict[str, str] = {}
    for finding in findings:
        if finding.slot in Particulars.__struct_fields__ and finding.value:
            values.setdefault(finding.slot, finding.value)
    if title is not None:
        values.setdefault("title", heading_words(text, title.span))
    return Particulars(**values)


def _date(findings: Sequence[Finding]) -> PrintedDate | None:
    """Return the date of publication: labelled so, else bare, else when it was passed on."""
    for slot in ("published", "date", "passed on", "updated"):
        for finding in findings:
            if finding.slot == slot and finding.date is not None:
                return finding.date
    return None


def _same_words(left: str, right: str) -> bool:
    return " ".join(left.casefold().split()) == " ".join(right.casefold().split())


def _skip_blank(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset
