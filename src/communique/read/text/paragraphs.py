"""Paragraphs: the pieces of a layout that no sentence runs across."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from communique.model import Span, Spans, merged, trimmed

#: A longer line was not broken by somebody's wrapping, it is a paragraph by itself.
WIDEST_WRAP = 120
#: A block whose longest line is shorter was not wrapped, it is a list, a verse or an address.
NARROWEST_WRAP = 40
#: White space that wrapping may leave at the end of a line because the next word is not split.
RAGGED = 3

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_OPENS_ITEM = re.compile(
    r"""[ \t\u00a0]*(?:
      [-*+•◦‣▪■●·–—]\s                  # a bullet, or the dash that opens a speech
    | \(?\d{1,3}[.)]\s | \(?[a-zA-Z][)]\s   # a numbered item
    | \#{1,6}\s | [=~-]{3,}\s*$ | \|        # Markdown: heading, rule, table
    | >\s?                                  # a quoted line
    | (?:Q|A|Question|Answer|Вопрос|Ответ)\s?[.:]\s
    | [A-ZÀ-ÞА-Я][^\s:]*(?:\s[^\s:]+){0,4}:\s   # a speaker's turn
    )""",
    re.VERBOSE,
)
_HEADING = re.compile(r"[ \t]*#{1,6}\s|[ \t]*\||[ \t]*[=~-]{3,}\s*$")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？؟।:][\"'”’»)\]]*\s*$")


def paragraphs(text: str, furniture: Iterable[Span] = ()) -> Spans:
    """Return the paragraphs of ``text``: headings, list items and runs of wrapped lines.

    A blank line ends a paragraph. A single line break ends it too, unless the lines were
    wrapped at a column: then the first word of the next line would not have fitted.
    ``furniture`` (header and footer lines) belongs to no paragraph.
    """
    found: list[Span] = []
    for gap in _gaps(len(text), furniture):
        for block in _blocks(text, gap):
            found.extend(_joined(text, block))
    return tuple(found)


def _gaps(length: int, furniture: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Yield what lies between the pieces of furniture."""
    start = 0
    for span in merged(furniture):
        if start < span.start:
            yield start, min(span.start, length)
        start = span.end
    if start < length:
        yield start, length


def _blocks(text: str, gap: tuple[int, int]) -> Iterator[list[Span]]:
    """Yield the lines between blank lines, each without white space at its edges."""
    block: list[Span] = []
    end = gap[0]
    for match in _LINE.finditer(text, *gap):
        line = trimmed(text, *match.span())
        # A form feed or a paragraph separator is as good as a blank line.
        breaks = text.count("\n", end, match.start()) or text.count("\r", end, match.start())
        if block and (line is None or breaks != 1):
            yield block
            block = []
        if line is not None:
            block.append(line)
        end = match.end()
    if block:
        yield block


def _joined(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Yield the paragraphs of a block."""
    width = _wrap_width(text, lines)
    start = lines[0].start
    for line, following in pairwise(lines):
        if not _goes_on(text, line, following, width):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, lines[-1].end)


def _wrap_width(text: str, lines: Sequence[Span]) -> int:
    """Return the column at which the lines of a block were wrapped, or 0 if they were not."""
    width = max(map(len, lines))
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    filled = sum(_fills(text, line, following, width) for line, following in pairwise(lines))
    return width if filled * 2 >= len(lines) - 1 else 0


def _fills(text: str, line: Span, following: Span, width: int) -> bool:
    """Tell whether the first word of the line after would not have fitted on the line."""
    first_word = text[following.start : following.start + width].split(None, 1)[0]
    return len(line) + 1 + len(first_word) + RAGGED > width


def _goes_on(text: str, line: Span, following: Span, width: int) -> bool:
    """Tell whether ``line`` was broken by wrapping, and ``following`` goes on with it."""
    if _OPENS_ITEM.match(text, following.start, following.end):
        return False
    if len(line) > WIDEST_WRAP or _HEADING.match(text, line.start, line.end):
        return False
    unfinished = not _ENDS_SENTENCE.search(text, max(line.start, line.end - 8), line.end)
    if unfinished and text[following.start].islower():
        return True
    return bool(width) and _fills(text, line, following, width)
