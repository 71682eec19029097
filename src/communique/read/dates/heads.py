"""Where a text's head or its title may name the day on which all of it was said.

A transcript often comes out a day or more after its day; its "today" is that day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

#: Lines with words, from the first, among which one may be nothing but that day.
_LINES = 8
#: Days from that on which it was said to that on which it came out.
_MOST = 7
#: What may stand about a date that is all there is on a line, as marks of bold type do.
_MARKS = " \t\r\\*_()[]|.,"
#: Marks behind which a title may end with a day, and brackets that may hold it.
_BEHIND = re.compile(r"[,|:–—(]\s*(?=\w)")
#: The longest such end, in code points.
_END = 40
_LETTER = re.compile(r"[^\W\d_]")


def lines_of_head(text: str) -> Iterator[str]:
    """Yield the first lines of a text, without marks about them."""
    shown = 0
    for line in text[:2000].splitlines():
        if words := line.strip(_MARKS):
            yield words
            shown += 1
        if shown == _LINES:
            return


def ends_of_title(title: str | None) -> Iterator[str]:
    """Yield what a title may end with behind a mark: "Remarks in Azul, May 3, 2031"."""
    words = (title or "").rstrip(_MARKS)
    for match in _BEHIND.finditer(words):
        if len(words) - match.end() <= _END:
            yield words[match.end() :]


def is_all(words: str, start: int, end: int) -> bool:
    """Tell whether nothing is said beside what stands from ``start`` to ``end``."""
    return not _LETTER.search(words[:start] + words[end:])


def may_be_of(day: date, published: date) -> bool:
    """Tell whether what was said on ``day`` may have come out when it did."""
    return 0 < (published - day).days <= _MOST
