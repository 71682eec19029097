"""Cuts very long texts into stretches, so that memory stays flat, and joins what was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.read.learnt.layers import Attribution, Layers, Link, Mention, Span, Time

LONGEST = 60_000
"""Code points of a stretch: some 10,000 words."""


def stretches(text: str) -> list[Span]:
    """Where the stretches of a text lie: all of it, cut before a line or word where there is one.

    A text of at most ``LONGEST`` code points, the empty one too, is one stretch.
    """
    places: list[Span] = []
    start = 0
    while len(text) - start > LONGEST:
        end = _cut(text, start, start + LONGEST)
        places.append((start, end))
        start = end
    return [*places, (start, len(text))]


def _cut(text: str, start: int, end: int) -> int:
    """The last good place to cut in the second half of ``text[start:end]``."""
    half = (start + end) // 2
    for mark in ("\n\n", "\n", ". ", " "):
        at = text.rfind(mark, half, end)
        if at >= 0:
            return at + len(mark)
    return end


def joined(parts: Sequence[tuple[int, Layers]]) -> Layers:
    """One text's layers from its stretches': (where the stretch begins, its layers)."""
    if len(parts) == 1 and parts[0][0] == 0:
        return parts[0][1]
    attributions: list[Attribution] = []
    mentions: list[Mention] = []
    links: list[Link] = []
    times: list[Time] = []
    for start, layers in parts:
        before = len(mentions)
        attributions += [_moved(a, start) for a in layers.attributions]
        mentions += [replace(m, start=m.start + start, end=m.end + start) for m in layers.mentions]
        links += [Link(k.mention + before, k.antecedent + before, k.score) for k in layers.links]
        times += [replace(t, start=t.start + start, end=t.end + start) for t in layers.times]
    return Layers(tuple(attributions), tuple(mentions), tuple(links), tuple(times))


def _moved(item: Attribution, by: int) -> Attribution:
    def spans(old: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((start + by, end + by) for start, end in old)

    return Attribution(spans(item.source), spans(item.cue), spans(item.content), item.score)
