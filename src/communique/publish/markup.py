"""A report's text cut into segments, so that highlights may overlap as they please.

Marked-up text must nest, claims need not: a quotation may run from the middle of one
contact's evidence into the next. So the text is cut at every edge of every highlight, and
each segment knows all highlights that cover it. This is the "flattened" form in which
annotation tools (Brat, Recogito) draw stand-off annotation.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from communique.model import Span, Spans, trimmed

#: The longest line, in code points, of text that counts as wrapped for a screen.
WRAPPED_AT = 100

_LINE_END = re.compile(r"\n")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words to be marked for one claim: ``key`` names it, ``layer`` says how to draw it.

    Only a highlight that is ``anchored`` can be gone to: a claim's evidence is, the words
    that merely introduce it are not.
    """

    key: str
    layer: str
    spans: Spans
    anchored: bool = True

    @property
    def extent(self) -> int:
        """How many code points it covers."""
        return sum(len(span) for span in self.spans)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that the same highlights cover from its first to its last letter.

    ``over`` are those highlights, the one that covers least first: that is the one whose
    words these are before all. ``begins`` are the keys of highlights whose first words
    these are.
    """

    span: Span
    over: tuple[Highlight, ...] = ()
    begins: tuple[str, ...] = ()


def segments(within: Span, highlights: Iterable[Highlight]) -> list[Segment]:
    """Cut ``within`` at every edge of every highlight.

    The segments are in order and cover ``within`` without a gap. Time is linear in the
    number of edges, times how many highlights lie over one another.
    """
    opening: dict[int, list[Highlight]] = defaultdict(list)
    closing: dict[int, list[Highlight]] = defaultdict(list)
    first: dict[int, list[str]] = defaultdict(list)
    cuts = {within.start, within.end}
    for mark in highlights:
        for span in mark.spans:
            if not span.overlaps(within):
                continue
            start, end = max(span.start, within.start), min(span.end, within.end)
            opening[start].append(mark)
            closing[end].append(mark)
            cuts.update((start, end))
        if mark.anchored and mark.spans and within.start <= mark.spans[0].start < within.end:
            first[mark.spans[0].start].append(mark.key)
    return list(_sweep(sorted(cuts), opening, closing, first))


def _sweep(
    cuts: list[int],
    opening: dict[int, list[Highlight]],
    closing: dict[int, list[Highlight]],
    first: dict[int, list[str]],
) -> Iterable[Segment]:
    active: list[Highlight] = []
    for start, end in pairwise(cuts):
        for mark in closing.get(start, ()):
            active.remove(mark)
        active.extend(opening.get(start, ()))
        over = sorted(set(active), key=lambda m: (m.extent, m.layer, m.key))
        yield Segment(Span(start, end), tuple(over), tuple(dict.fromkeys(first.get(start, ()))))


def paragraphs(text: str) -> list[Span]:
    """Return where the paragraphs of ``text`` stand, without the white space around them.

    Each line is a paragraph, except in text that was wrapped for a screen (blank lines, and
    no line longer than :data:`WRAPPED_AT`): there blank lines part paragraphs.
    """
    wrapped = _BLANK_LINE.search(text.strip()) and max(map(len, text.split("\n"))) <= WRAPPED_AT
    spans: list[Span] = []
    start = 0
    for match in (_BLANK_LINE if wrapped else _LINE_END).finditer(text):
        if span := trimmed(text, start, match.start()):
            spans.append(span)
        start = match.end()
    last = trimmed(text, start, len(text))
    return [*spans, last] if last else spans
