"""Marks without width, which stand inside words and which no reader sees."""

from __future__ import annotations

import re
from bisect import bisect_left

from communique.model import Span

_MARKS = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")


class Seen:
    """A text as a reader sees it: without soft hyphens, zero-width blanks, marks of direction.

    Args:
        text: The text with its marks.
    """

    def __init__(self, text: str) -> None:
        self.text = _MARKS.sub("", text)
        self._places: list[int] = []
        at = 0
        for match in _MARKS.finditer(text):
            self._places.extend(range(at, match.start()))
            at = match.end()
        self._places.extend(range(at, len(text)))

    def inside(self, span: Span) -> Span | None:
        """Return where a span of the printed text stands in what is seen; ``None`` if nowhere."""
        start, end = (bisect_left(self._places, offset) for offset in (span.start, span.end))
        return Span(start, end) if start < end else None

    def printed(self, span: Span) -> Span:
        """Return where a span of what is seen stands in the printed text."""
        return Span(self._places[span.start], self._places[span.end - 1] + 1)


def has_unseen(text: str) -> bool:
    """Tell whether the text holds a mark without width."""
    return _MARKS.search(text) is not None
