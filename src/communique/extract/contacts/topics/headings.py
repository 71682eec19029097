"""Headings within a report. In an interview they name what was talked about.

A heading is a short line of its own without a mark at its end, followed by a longer
paragraph. The first line is the title and no heading.
"""

from __future__ import annotations

import re

from communique.extract.view import View
from communique.model import Label, Span

_LINE = re.compile(r"(?:^|\n)[ \t]*(?P<words>[^\n]{4,110}?)[ \t]*(?=\n)")
_MOST_WORDS = 14
_FEWEST = 3  # headings that a report must have to be laid out by them
_PARAGRAPH = 90  # characters of the line after a heading


def headings_of(view: View) -> tuple[Label, ...]:
    """Return the headings of a report as topics; none if it is not laid out by headings."""
    found = [
        Label(label=" ".join(match["words"].split()), evidence=(Span(*match.span("words")),))
        for match in _LINE.finditer(view.text)
        if match.start() and _is_heading(view, match)
    ]
    return tuple(found) if len(found) >= _FEWEST else ()


def _is_heading(view: View, match: re.Match[str]) -> bool:
    words = match["words"]
    if not words[0].isupper() or not words[-1].isalnum() or len(words.split()) > _MOST_WORDS:
        return False
    if any(span.overlaps(Span(*match.span("words"))) for span in view.reading.report.furniture):
        return False
    start = match.end()
    while start < len(view.text) and view.text[start] in "\n\r \t":
        start += 1
    end = view.text.find("\n", start)
    following = view.text[start : end if end >= 0 else len(view.text)]
    return len(following) >= _PARAGRAPH and view.statement_at(match.start("words")) is None


def is_titled(title: str | None, words: frozenset[str]) -> bool:
    """Tell whether the title of the report speaks of a meeting."""
    return not words.isdisjoint((title or "").lower().replace("’", "'").split())
