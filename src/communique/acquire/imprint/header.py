"""Reads a report's header, line by line, until the report's own words begin."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.acquire.dating.yearless import Yearless, yearless_line
from communique.acquire.imprint.byline import house_of, is_persons, read_byline
from communique.acquire.imprint.dateline import dateline_at, is_place
from communique.acquire.imprint.headings import heading_words, is_headline, is_title
from communique.acquire.imprint.labels import is_office
from communique.acquire.imprint.lines import Line
from communique.acquire.imprint.masthead import (
    dated_genre,
    is_masthead,
    is_name,
    is_office_name,
    is_short_name,
)
from communique.acquire.imprint.parts import Finding, Part, is_clock, read_line, read_opening
from communique.model import Span

#: Lines that a header has at most.
HEADER_LINES = 14
#: Lines that an office's name is spread over at most ("Republic of Karst | Ministry of Roads").
_BLOCK = 4


class Header(msgspec.Struct):
    """What stands above a report's own words.

    ``body`` is the index of the first line that is the report's own, and its own words begin at
    ``offset``. ``day`` is a day that a line of its own gives without the year.
    """

    parts: list[Part]
    title: Line | None = None
    day: Yearless | None = None
    body: int = 0
    offset: int = 0


def read_header(
    text: str, lines: Sequence[Line], title: str | None, language: str | None
) -> Header:
    """Return the header of the text that has these lines; ``title`` as known from elsewhere."""
    return _Reader(text, lines, title, language).read()


class _Reader:
    """Goes down the lines; each is furniture, the title, what stands under it, or the body."""

    def __init__(
        self, text: str, lines: Sequence[Line], title: str | None, language: str | None
    ) -> None:
        self._text, self._lines, self._language = text, lines, language
        self._known = title
        self._read: dict[int, Part | None] = {}
        self._found = Header(parts=[], offset=lines[0].span.start if lines else 0)

    def read(self) -> Header:
        """Return the header."""
        found, number = self._found, 0
        while number < min(len(self._lines), HEADER_LINES):
            line = self._lines[number]
            found.body, found.offset = number, line.span.start
            if self._part(number) is None and self._opening(line):
                return found
            taken = self._taken(number)
            if not taken:
                return found
            number += taken
        found.body = min(len(self._lines), number)
        at_end = found.body >= len(self._lines)
        found.offset = len(self._text) if at_end else self._lines[found.body].span.start
        return found

    def _taken(self, number: int) -> int:
        """Take what begins with a line into the header; return of how many lines it is."""
        line = self._lines[number]
        if block := self._block(number):
            self._take_block(number, block)
            return block
        part = self._part(number) or self._named(number)
        if part is not None:
            self._found.parts.append(part)
        elif self._found.title is None and self._is_title(number):
            self._found.title = line
        elif not self._is_deck(number):
            return 0
        return 1

    def _part(self, number: int) -> Part | None:
        """Return what a line says by itself."""
        if number not in self._read:
            line = self._lines[number] if number < len(self._lines) else None
            self._read[number] = read_line(self._text, line, self._language) if line else None
        return self._read[number]

    def _opening(self, line: Line) -> bool:
        part = read_opening(self._text, line, self._language)
        if part is None:
            return False
        self._found.parts.append(part)
        self._found.offset = _skip_blank(self._text, part.span.end)
        return True

    def _named(self, number: int) -> Part | None:
        """Return a line whose neighbours show it to be a house, a place, its authors or a day."""
        line = self._lines[number]
        words = heading_words(self._text, line.span)
        if self._is_masthead(number):
            house = house_of(words) or words
            return Part(span=line.span, findings=(Finding(slot="publisher", value=house),))
        if self._found.title and (put := dated_genre(self._text, line.span, self._language)):
            named = (Finding(slot="publisher", value=put[0]), Finding(slot="date", date=put[1]))
            return Part(span=line.span, findings=named)
        if self._is_of_authors(number) or self._is_of_place(number):
            return Part(span=line.span, findings=(Finding(slot="note", value=words),))
        day = yearless_line(self._text, line.span, self._language)
        if day is not None:
            self._found.day = self._found.day or day
            return Part(span=line.span, findings=(Finding(slot="note", value=words),))
        return None

    def _block(self, number: int) -> int:
        """Return of how many lines the name of an office is that opens the text, one for none."""
        block = self._lines[number : number + _BLOCK]
        end = next((at for at, line in enumerate(block[1:], 1) if line.gap), 0)
        names = [line.words for line in block[:end]]
        if number or end < 2 or any(self._part(at) for at in range(end)):
            return 0
        is_one = all(is_name(words) for words in names) and any(map(is_office, names))
        return end if is_one and self._is_over_title(end) else 0

    def _take_block(self, number: int, size: int) -> None:
        lines = self._lines[number : number + size]
        words = ", ".join(heading_words(self._text, line.span) for line in lines)
        named = Finding(slot="publisher", value=words)
        span = Span(lines[0].span.start, lines[-1].span.end)
        self._found.parts.append(Part(span=span, findings=(named,)))

    def _is_masthead(self, number: int) -> bool:
        """Tell whether the line names who puts the text out.

        Above the title, the form of a house's name is asked for, and that a title follows, or for
        an office's letterhead a kind of text and the date; under it, that form, or any short name
        but a person's that stands right above the date.
        """
        words = self._lines[number].words
        if self._found.title is not None:
            short = is_short_name(words) and not is_persons(words)
            return self._is_dated(number + 1) and (is_masthead(words) or short)
        if not is_masthead(words):
            return False
        return self._is_letterhead(number) or self._is_over_title(number + 1)

    def _is_letterhead(self, number: int) -> bool:
        """Tell an office over "Press release" and a date from a headline that names it."""
        below = number + 1
        while self._part(below) is not None and not self._is_dated(below):
            below += 1
        is_over = below > number + 1 and self._is_dated(below)
        return is_over and is_office_name(self._lines[number].words)

    def _is_over_title(self, number: int) -> bool:
        """Tell whether a title comes next; a time alone on its line opens a transcript."""
        for below in range(number, min(len(self._lines), HEADER_LINES)):
            if is_clock(self._lines[below].words):
                return False
            if self._part(below) is None:
                return self._is_title(below)
        return False

    def _is_of_authors(self, number: int) -> bool:
        """Tell whether the line under the title names those who wrote the report."""
        if self._found.title is None or not is_persons(self._lines[number].words):
            return False
        return self._is_signed(number + 1) or self._is_dateline(number + 1)

    def _is_of_place(self, number: int) -> bool:
        """Tell whether the line above the title is the place that goes with the date beside it."""
        words = self._lines[number].words
        if self._found.title is not None or not is_place(words) or len(words.split()) > 3:
            return False
        dated = self._is_dated(number - 1) or self._is_dated(number + 1)
        below = range(number + 1, min(number + 3, len(self._lines)))
        return dated and any(self._part(at) is None and self._is_title(at) for at in below)

    def _is_dated(self, number: int) -> bool:
        part = self._part(number) if number >= 0 else None
        return part is not None and any(finding.date for finding in part.findings)

    def _is_title(self, number: int) -> bool:
        line = self._lines[number]
        words = heading_words(self._text, line.span)
        if self._known is not None and _folded(words) == _folded(self._known):
            return True
        after = self._lines[number + 1] if number + 1 < len(self._lines) else None
        if after is None or not line.is_short:
            return False
        if number + 2 < len(self._lines) and self._is_under_title(number + 1, line):
            after = msgspec.structs.replace(after, gap=True)
        return is_title(line, after)

    def _is_under_title(self, number: int, title: Line) -> bool:
        """Tell whether a line is furniture, if the one above it is the title."""
        if self._part(number) is not None or self._is_dateline(number):
            return True
        kept, self._found.title = self._found.title, title
        found = self._is_masthead(number) or self._is_of_authors(number) or self._is_deck(number)
        self._found.title = kept
        return found

    def _is_deck(self, number: int) -> bool:
        """Tell whether a line sums the report up between the title and a byline or date.

        It stays the report's own words.
        """
        words = self._lines[number].words
        if self._found.title is None or not is_headline(words):
            return False
        return self._is_signed(number + 1)

    def _is_signed(self, number: int) -> bool:
        """Tell whether the line is a date or a byline."""
        if self._is_dated(number):
            return True
        line = self._lines[number] if number < len(self._lines) else None
        return line is not None and line.is_short and read_byline(line.words) is not None

    def _is_dateline(self, number: int) -> bool:
        line = self._lines[number] if number < len(self._lines) else None
        return bool(line and dateline_at(self._text, line.span.start, self._language))


def _skip_blank(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
