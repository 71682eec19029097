"""Where something is said: offsets into a body."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from communique.errors import EvidenceError


class Span(msgspec.Struct, frozen=True, gc=False, array_like=True, order=True):
    """The code points ``start`` to ``end`` (half-open) of a body. Never empty.

    A span holds no text of its own: the words are read off the body, so they cannot
    differ from it. On the wire it is ``[start, end]``.

    Raises:
        EvidenceError: the span is empty, reversed or negative.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise EvidenceError(f"[{self.start}, {self.end}] is not a span")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies within this span (or is equal to it)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]
"""Spans in order that do not overlap; more than one means a discontinuous expression."""


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return ``[start, end)`` of ``text`` without white space at its edges.

    Offsets outside the text are clipped. ``None`` if nothing but white space is left.
    """
    start, end = max(start, 0), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def merged(spans: Iterable[Span]) -> Spans:
    """Return the spans in order, with those that overlap or touch made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def verify(spans: Iterable[Span], length: int) -> None:
    """Check that the spans are in order, apart, and within a body of ``length`` code points.

    Raises:
        EvidenceError: they are not; the message names the first offending span.
    """
    last = 0
    for span in spans:
        if span.end > length:
            raise EvidenceError(f"[{span.start}, {span.end}] ends after the body ({length})")
        if span.start < last:
            raise EvidenceError(f"[{span.start}, {span.end}] is out of order or overlaps")
        last = span.end
