"""Reads a report's imprint: header, title, dateline, footer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from communique.acquire.dating.printed import PrintedDate
from communique.acquire.dating.yearless import Yearless
from communique.acquire.imprint.dateline import dateline_at
from communique.acquire.imprint.header import HEADER_LINES, read_header
from communique.acquire.imprint.headings import heading_words, headings_in, is_ended
from communique.acquire.imprint.lines import Line, lines_of
from communique.acquire.imprint.masthead import date_behind, house_behind
from communique.acquire.imprint.overline import dated_overline
from communique.acquire.imprint.parts import Finding, Part, is_rights, read_line
from communique.acquire.particulars import Particulars
from communique.model import Spans, merged

#: Lines that a footer has at most.
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
    header = read_header(text, lines, title, language)
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
    if header.title is not None and not any(finding.date for finding in findings):
        day = date_behind(text, header.title.span, language)
        findings += [Finding(slot="date", date=day)] if day else []
    body = lines[header.body : len(lines) - len(footer)]
    return Imprint(
        particulars=_particulars(text, findings, header.title),
        date=_date(findings),
        day=(dateline and dateline.day) or header.day,
        rights=tuple(part.span for part in parts if is_rights(part.span.of(text))),
        furniture=merged(furniture),
        headings=tuple(headings_in(body)),
        body_end=footer[-1].span.start if footer else len(text),
    )


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
        words, house = house_behind(heading_words(text, title.span))
        values.setdefault("title", words)
        if house:
            values.setdefault("publisher", house)
    return Particulars(**values)


def _date(findings: Sequence[Finding]) -> PrintedDate | None:
    """Return the date of publication: labelled so, else bare, else when it was passed on."""
    for slot in ("published", "date", "passed on", "updated"):
        for finding in findings:
            if finding.slot == slot and finding.date is not None:
                return finding.date
    return None
