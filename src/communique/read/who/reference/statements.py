"""Whose words a place in the text belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from communique.model import Span, Statement


class Voices:
    """Finds the innermost direct statement at an offset, in logarithmic time.

    Of one that is told with some words in marks, those words alone are direct.
    """

    def __init__(self, statements: Iterable[Statement], text: str = "") -> None:
        spans = [
            (span.start, span.end, statement)
            for statement in statements
            if statement.form != "indirect"
            for span in _in_marks(statement, text)
        ]
        spans.sort(key=lambda item: (item[0], -item[1]))
        self._starts: list[int] = []
        self._voices: list[Statement | None] = []
        open_: list[tuple[int, Statement]] = []
        for start, end, statement in spans:
            self._close(open_, start)
            self._mark(start, statement)
            open_.append((end, statement))
        self._close(open_, None)

    def at(self, offset: int) -> Statement | None:
        """Return the innermost direct or mixed statement whose content holds ``offset``."""
        at = bisect_right(self._starts, offset) - 1
        return self._voices[at] if at >= 0 else None

    def _close(self, open_: list[tuple[int, Statement]], start: int | None) -> None:
        """End the statements that end by ``start`` (all, if None)."""
        while open_ and (start is None or open_[-1][0] <= start):
            end, _ = open_.pop()
            while open_ and open_[-1][0] <= end:
                open_.pop()
            self._mark(end, open_[-1][1] if open_ else None)

    def _mark(self, start: int, voice: Statement | None) -> None:
        if self._starts and self._starts[-1] == start:
            self._voices[-1] = voice
        else:
            self._starts.append(start)
            self._voices.append(voice)


def _in_marks(statement: Statement, text: str) -> Iterator[Span]:
    """Yield what of a statement stands in marks: "said her talks were | “frank”"."""
    for span in statement.content:
        parts = _MARKED.finditer(text, span.start, span.end) if statement.form == "mixed" else ()
        marked = [Span(*part.span()) for part in parts]
        yield from marked or [span]


_MARKED = re.compile(r"“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|\"[^\"]*\"?")
