"""Who speaks, in a language of which no verb of saying is known."""

from __future__ import annotations

from collections.abc import Iterator

from communique.read.speech.attribution import Attribution, span_of
from communique.read.speech.streams import Segment

_BEFORE_NAME = 2  # words of an unknown verb before whose it is


def beside_unknown_verb(segment: Segment, index: int, start: int) -> Iterator[Attribution]:
    """Propose the name behind "“…”, zei Van Dalen": nothing else may be between.

    ``start`` is the first word behind the marks of the quotation ``index``.
    """
    words = segment.words
    first = start
    while (
        first < len(words)
        and first - start < _BEFORE_NAME
        and words[first].raw.isalpha()
        and not words[first].raw[0].isupper()
    ):
        first += 1
    end = first
    while end < len(words) and words[end].raw[0].isupper():
        end += 1
    if segment.parted or not start < first < end:
        return
    yield Attribution(
        quotations=(index,),
        source=span_of(words, first, end),
        cue=span_of(words, start, first),
        level=segment.level,
        weight=1.5,
        why="beside",
    )
