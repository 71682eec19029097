"""Quotation marks: which of them open, which close, and what lies between them.

The marks of a paragraph are read left to right with a stack. A mark's shape and its
neighbours say whether it *can* open or close (straight marks have no shape, and reports
mix shapes up); what stands open decides. Paragraphs are balanced one by one, because a
quotation of several paragraphs opens anew at each, and a forgotten mark must not turn the
rest of a report inside out.
"""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from communique.model import Span, Spans, trimmed
from communique.read.layers import Quoted
from communique.read.speech.dashes import SaysAt, dashed, says_nothing
from communique.read.speech.shapes import Mark, find_marks

#: How many marks ahead are looked at to tell an apostrophe from a closing mark.
_AHEAD = 24
#: White space between two marks is no content; longer gaps are not looked at whole.
_GAP = 64
#: How far a quotation may run on through paragraphs that do not repeat its opening mark.
_RUN = 6


class _Open(msgspec.Struct):
    mark: Mark
    index: int


def find_quotations(
    text: str, paragraphs: Spans, says_at: SaysAt = says_nothing
) -> tuple[Quoted, ...]:
    """Return all quotations of ``text``, outer before inner, in the order of the text.

    ``says_at`` tells whether a tag can begin at an offset of the text.
    Each has at least one of its two marks and at least one character that is no white
    space. All are of ``use`` speech; see :mod:`communique.read.speech.uses`.
    """
    marks = find_marks(text)
    starts = [mark.start for mark in marks]
    blocks = [marks[bisect_left(starts, p.start) : bisect_left(starts, p.end)] for p in paragraphs]
    found: list[_Found] = []
    number = 0
    while number < len(blocks):
        last = _runs_until(blocks, number)
        stretch = Span(paragraphs[number].start, paragraphs[last].end)
        joined = [mark for block in blocks[number : last + 1] for mark in block]
        found.extend(_Balance(text, stretch, joined).found())
        number = last + 1
    found.extend(
        _Found(c.start, c.end, dash, None) for dash, c in dashed(text, paragraphs, says_at)
    )
    return _nested(text, found)


class _Found(msgspec.Struct):
    start: int
    end: int
    open: Span | None
    close: Span | None


def _runs_until(blocks: list[list[Mark]], number: int) -> int:
    """Return the last paragraph that a quotation left open in ``number`` runs on to."""
    if _left_open(blocks[number]) != 1:
        return number
    for later in range(number + 1, min(number + 1 + _RUN, len(blocks))):
        doubles = [mark for mark in blocks[later] if mark.family != "single"]
        if not doubles:
            continue
        first = doubles[0]
        closes = first.can_close and not first.can_open
        return later if closes and _left_open(blocks[later]) == -1 else number
    return number


def _left_open(marks: list[Mark]) -> int:
    """Return how many more marks open than close, leaving out single ones."""
    depth = 0
    for mark in marks:
        if mark.family == "single":
            continue
        if mark.can_open and not (mark.can_close and depth > 0):
            depth += 1
        elif mark.can_close:
            depth -= 1
    return depth


class _Balance:
    """Pairs the marks of one paragraph (or of several that one quotation runs through)."""

    def __init__(self, text: str, paragraph: Span, marks: list[Mark]) -> None:
        self._text = text
        self._paragraph = paragraph
        self._marks = marks
        self._stack: list[_Open] = []
        self._out: list[_Found] = []
        self._closers = self._count_closers()

    def found(self) -> list[_Found]:
        for index, mark in enumerate(self._marks):
            if self._closes(index, mark):
                self._close(mark)
            elif mark.can_open:
                self._open(index, mark)
            elif mark.sure and mark.family != "single" and not self._stack:
                self._open_is_missing(mark)
        self._end()
        return self._out

    def _count_closers(self) -> list[int]:
        """Return, for each mark, by how many closing marks outnumber opening ones after it."""
        counts = [0] * (len(self._marks) + 1)
        for index in range(len(self._marks) - 1, -1, -1):
            mark = self._marks[index]
            if mark.family == "single":
                counts[index] = counts[index + 1]
            else:
                counts[index] = counts[index + 1] + (-1 if mark.opens_by_place else 1)
        return counts

    def _standing(self, family: str) -> int | None:
        """Return the stack position of the innermost open mark that ``family`` can close."""
        for depth in range(len(self._stack) - 1, max(-1, len(self._stack) - 6), -1):
            if self._stack[depth].mark.family == family:
                return depth
        return None

    def _closes(self, index: int, mark: Mark) -> bool:
        depth = self._standing(mark.family)
        if not mark.can_close or depth is None:
            return False
        if mark.family == "single":
            return depth == len(self._stack) - 1 and not self._is_apostrophe(index, mark)
        if mark.inch:
            return not any(m.can_close and not m.can_open for m in self._ahead(index, mark.family))
        opened = self._stack[depth].mark.end
        inside = self._text[opened : min(mark.start, opened + _GAP)]
        return not inside.isspace() and inside != ""

    def _ahead(self, index: int, family: str) -> list[Mark]:
        return [m for m in self._marks[index + 1 : index + 1 + _AHEAD] if m.family == family]

    def _is_apostrophe(self, index: int, mark: Mark) -> bool:
        """Tell a possessive ("the parties’ wish") from the end of a quotation."""
        if not mark.after_s:
            return False
        for later in self._marks[index + 1 : index + 1 + _AHEAD]:
            if later.family != "single":
                return False
            if later.opens_by_place:
                return False
            if later.can_close and not later.after_s:
                return True
        return False

    def _close(self, mark: Mark) -> None:
        depth = self._standing(mark.family)
        if depth is None:
            return
        for unclosed in self._stack[depth + 1 :]:
            self._forget(unclosed.mark, mark.start)
        self._add(self._stack[depth].mark, mark.start, mark)
        del self._stack[depth:]

    def _open(self, index: int, mark: Mark) -> None:
        depth = self._standing(mark.family)
        if depth is not None and mark.family == "single":
            return
        unclosed_before = depth is not None and mark.family == "double"
        if unclosed_before and self._closers[index + 1] < 2 + self._others(depth or 0):
            for unclosed in self._stack[depth:]:
                self._forget(unclosed.mark, mark.start)
            del self._stack[depth:]
        self._stack.append(_Open(mark, index))

    def _others(self, depth: int) -> int:
        return sum(o.mark.family != "single" for o in self._stack[max(0, depth - 6) : depth])

    def _forget(self, mark: Mark, end: int) -> None:
        """Deal with a mark that nothing closes: a single one was most likely no quotation."""
        if mark.family != "single" or (mark.sure and self._after_colon(mark)):
            self._add(mark, end, None)

    def _after_colon(self, mark: Mark) -> bool:
        return self._text[max(0, mark.start - 3) : mark.start].rstrip()[-1:] in (":", ",")

    def _open_is_missing(self, mark: Mark) -> None:
        """Take a closing mark that nothing opened as the end of what its paragraph began."""
        start = self._paragraph.start
        if self._out:
            last = self._out[-1]
            start = (last.close or last.open or mark_span(mark)).end
            stops = (self._text.rfind(stop, start, mark.start) + 1 for stop in ".:!?")
            start = max(start, *stops)
        content = trimmed(self._text, start, mark.start)
        if content is not None and " " in content.of(self._text):
            self._out.append(_Found(content.start, mark.start, None, mark_span(mark)))

    def _end(self) -> None:
        """Close what the paragraph leaves open: at a mark it shares, or at its end."""
        end = self._paragraph.end
        for opened in self._stack:
            mark = opened.mark
            shared = self._shared_close(mark) if mark.family == "guillemet" else None
            if shared is not None:
                self._add(mark, shared.start, shared)
            else:
                self._forget(mark, end)

    def _shared_close(self, mark: Mark) -> Mark | None:
        """Return the last closing guillemet after ``mark``: it may close two at once."""
        last = self._marks[-1]
        inner = last.family == "guillemet" and last.can_close and last.start > mark.end
        return last if inner else None

    def _add(self, mark: Mark, end: int, close: Mark | None) -> None:
        closing = mark_span(close) if close else None
        self._out.append(_Found(mark.end, end, mark_span(mark), closing))


def mark_span(mark: Mark) -> Span:
    """Return where ``mark`` stands."""
    return Span(mark.start, mark.end)


def _nested(text: str, found: list[_Found]) -> tuple[Quoted, ...]:
    """Trim, order and nest what was found; drop what is empty or crosses another."""
    spans = [(trimmed(text, f.start, f.end), f) for f in found if f.start < f.end]
    ordered = sorted(
        ((span, f) for span, f in spans if span is not None),
        key=lambda pair: (pair[1].start, -pair[1].end),
    )
    out: list[Quoted] = []
    stack: list[int] = []
    for span, f in ordered:
        while stack and out[stack[-1]].content.end <= f.start:
            stack.pop()
        if stack and not out[stack[-1]].content.covers(span):
            continue
        parent = stack[-1] if stack else None
        out.append(Quoted(content=span, open=f.open, close=f.close, parent=parent))
        stack.append(len(out) - 1)
    return tuple(out)
