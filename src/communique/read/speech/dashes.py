"""Speech that a dash opens at the head of a paragraph, as Slavic and Romance reports have it.

::

    — We met, — said the envoy, — and we parted.

A dash also opens the items of a list. So dashes count as marks of speech only where the
report shows that they are: by a tag between two dashes, or by a question that one answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.model import Span, Spans, trimmed

_OPENING = re.compile(r"[—–―]\s*(?=\S)|-\s+(?=[^\W\d_])")
#: A tag begins behind a mark and a dash, in lower case; it ends with a mark and a dash.
_TAG = re.compile(r"(?<=[,!?…;.])\s*[—–―]\s*(?=[^\W\d_])")
_LONGEST_TAG = 160


def dashed(text: str, paragraphs: Spans) -> Iterator[tuple[Span, Span]]:
    """Yield the dash and the content of each piece of speech that a dash opens, in order."""
    opened = [
        (paragraph, found)
        for paragraph in paragraphs
        if (found := _OPENING.match(text, paragraph.start, paragraph.end))
    ]
    if not _are_speech(text, [paragraph for paragraph, _ in opened]):
        return
    for paragraph, found in opened:
        dash = Span(found.start(), found.start() + 1)
        yield from _pieces(text, dash, found.end(), paragraph.end)


def _are_speech(text: str, opened: Sequence[Span]) -> bool:
    """Tell whether a tag or an answered question shows that the dashes open speech."""
    for place, paragraph in enumerate(opened):
        tag = _TAG.search(text, paragraph.start + 1, paragraph.end)
        if tag is not None and text[tag.end()].islower():
            return True
        if text[paragraph.end - 1] == "?" and place + 1 < len(opened):
            return True
    return False


def _pieces(text: str, dash: Span, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    """Yield what is said, leaving out the tags between two dashes."""
    while True:
        tag = _TAG.search(text, start, end)
        while tag is not None and not text[tag.end()].islower():
            tag = _TAG.search(text, tag.end(), end)
        content = trimmed(text, start, tag.start() if tag else end)
        if content is not None:
            yield dash, content
        resumed = _TAG.search(text, tag.end(), min(end, tag.end() + _LONGEST_TAG)) if tag else None
        if resumed is None:
            return
        mark = text.index(resumed[0].strip()[0], resumed.start())
        dash, start = Span(mark, mark + 1), resumed.end()
