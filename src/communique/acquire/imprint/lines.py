"""A text's lines, as spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from communique.model import Span

#: What ends a line in a plain-text file. Form feeds and U+2028 stand inside lines often enough.
_BREAK = re.compile(r"\r\n|\r|\n|\u2029|\u0085")
#: White space at a line's edges, marks without width included.
_BLANK = " \t\f\v\u00a0\u200b\u2028\u3000\ufeff"
#: More than this is not a line of a header or a heading, whatever it says.
SHORT = 240


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line that is not blank. ``span`` leaves out the white space at its edges.

    ``gap`` is true where a blank line, or nothing at all, stands before it.
    """

    span: Span
    words: str
    gap: bool

    @property
    def is_short(self) -> bool:
        """Whether it could be a line of a header, a footer or a heading at all."""
        return len(self.span) <= SHORT


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of ``text`` that are not blank, in order.

    ``words`` holds only the first characters of a long line, so that a text of one huge
    line costs no second copy.
    """
    start, gap = 0, True
    while start <= len(text):
        found = _BREAK.search(text, start)
        end = found.start() if found else len(text)
        line = _line(text, start, end, gap)
        if line is not None:
            yield line
        gap = line is None
        if found is None:
            return
        start = found.end()


def _line(text: str, start: int, end: int, gap: bool) -> Line | None:
    piece = text[start:end]
    words = piece.strip(_BLANK)
    if not words or words.isspace():
        return None
    first = start + piece.index(words)
    words_end = first + len(words)
    return Line(span=Span(first, words_end), words=words[: SHORT + 1], gap=gap)
