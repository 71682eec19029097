"""Speech that a dash opens at the head of a paragraph, as Slavic and Romance reports have it.

::

    — We met, — said the envoy, — and we parted.

A dash also opens the items of a list. So dashes count as marks of speech only where the
report shows that they are: by a tag between two dashes, or by a question that one answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from communique.model import Span, Spans, trimmed

SaysAt = Callable[[str, int], bool]
"""Tells whether a tag can begin at an offset of a text."""
_OPENING = re.compile(r"[—–―]\s*(?=\S)|-\s+(?=[^\W\d_])")
#: A tag begins behind a mark and a dash, in lower case; it ends with a mark and a dash.
_TAG = re.compile(r"(?<=[,!?…;.])\s*[—–―]\s*(?=[^\W\d_])")
#: Without a mark before the dash ("we met – said the envoy", "—We met —said the envoy—, and").
_BARE = re.compile(r"\s[—–―]\s?(?=[^\W\d_])")
#: What ends a tag of either kind.
_RESUMED = re.compile(r"(?<=[,!?…;.])\s*[—–―]\s*(?=[^\W\d_])|[—–―][,.;:]\s+|\s[—–―]\s(?=[^\W\d_])")
_LONGEST_TAG = 160


def says_nothing(text: str, offset: int) -> bool:
    """Tell of no place that a tag can begin there: no verbs are known."""
    return False


def dashed(
    text: str, paragraphs: Spans, says_at: SaysAt = says_nothing
) -> Iterator[tuple[Span, Span]]:
    """Yield the dash and the content of each piece of speech that a dash opens, in order."""
    opened = [
        (paragraph, found)
        for paragraph in paragraphs
        if (found := _OPENING.match(text, paragraph.start, paragraph.end))
    ]
    if not _are_speech(text, [paragraph for paragraph, _ in opened], says_at):
        return
    for paragraph, found in opened:
        dash = Span(found.start(), found.start() + 1)
        yield from _pieces(text, dash, found.end(), paragraph.end, says_at)


def _are_speech(text: str, opened: Sequence[Span], says_at: SaysAt) -> bool:
    """Tell whether a tag or an answered question shows that the dashes open speech."""
    for place, paragraph in enumerate(opened):
        if _tags(text, paragraph.start + 1, paragraph.end, says_at):
            return True
        if text[paragraph.end - 1] == "?" and place + 1 < len(opened):
            return True
    return False


def _tags(text: str, start: int, end: int, says_at: SaysAt) -> list[re.Match[str]]:
    """Return the dashes that may open a tag, in order."""
    marked = [m for m in _TAG.finditer(text, start, end) if text[m.end()].islower()]
    bare = [m for m in _BARE.finditer(text, start, end) if says_at(text, m.end())]
    return sorted((*marked, *bare), key=lambda found: found.start())


def _pieces(
    text: str, dash: Span, start: int, end: int, says_at: SaysAt
) -> Iterator[tuple[Span, Span]]:
    """Yield what is said, leaving out the tags between two dashes."""
    for tag in _tags(text, start, end, says_at):
        if tag.start() < start:
            continue
        content = trimmed(text, start, tag.start())
        if content is not None:
            yield dash, content
        limit = min(end, tag.end() + _LONGEST_TAG)
        resumed = _RESUMED.search(text, tag.end(), limit)
        if resumed is None:
            return
        mark = text.index(resumed[0].strip()[0], resumed.start())
        dash, start = Span(mark, mark + 1), resumed.end()
    content = trimmed(text, start, end)
    if content is not None:
        yield dash, content
