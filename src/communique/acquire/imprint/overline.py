"""A dated line among headings that say nothing else of the imprint.

Over an interview there often stand a rubric, a title that quotes, and only then "Name of the paper,
date"; over a statement, for whom it is before where and when it was made.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.acquire.dating.printed import dates_in
from communique.acquire.imprint.lines import Line
from communique.acquire.imprint.parts import Finding, Part
from communique.model import Span

#: Lines that may stand over the dated one, that one included, and its words before the date.
_LINES, _WORDS = 5, 9
#: Words before the paper or place that tell who speaks, and so are the report's own.
_TOLD = 4
_STOPS = tuple(".!?…")
#: What parts a date from the words before it.
_PARTING = tuple(",-–—|(·:")


def dated_overline(text: str, lines: Sequence[Line], language: str | None) -> Part | None:
    """Return the first short line that ends in a full date behind a comma or a dash.

    It must stand over the first paragraph: the lines above it are short and end in no full stop.
    """
    for line in lines[:_LINES]:
        if not line.is_short:
            return None
        date = next(dates_in(text, line.span.start, line.span.end, language=language), None)
        if date is not None:
            before = text[line.span.start : date.span.start].strip()
            behind = text[date.span.end : line.span.end].strip(" .)*_")
            parted = not before or before.endswith(_PARTING)
            if behind or not parted or len(before.split()) > _WORDS:
                return None
            found = Finding(slot="date", date=date)
            start = _own_words(text, line.span.start, date.span.start)
            return Part(span=Span(start, line.span.end), findings=(found,))
        if line.words.endswith(_STOPS):
            return None
    return None


def _own_words(text: str, start: int, end: int) -> int:
    """Return where the words of the report end that stand before the paper and the date.

    ("Interview with Prime Minister Ann Lee, | Lake Herald, 14 October")
    """
    told, comma, _ = text[start:end].rstrip(" ,-–—|(·:").rpartition(",")
    if not comma or len(told.split()) < _TOLD:
        return start
    behind = start + len(told) + 1
    return behind + len(text[behind:end]) - len(text[behind:end].lstrip())
