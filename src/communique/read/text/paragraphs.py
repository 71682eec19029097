"""Paragraphs: the pieces of a layout that no sentence runs across."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from communique.model import Span, Spans, merged, trimmed
from communique.read.text.abbreviations import all_starters

#: A longer line was not broken by somebody's wrapping, it is a paragraph by itself.
WIDEST_WRAP = 120
#: A block whose longest line is shorter was not wrapped, it is a list, a verse or an address.
NARROWEST_WRAP = 40
#: White space that wrapping may leave at the end of a line because the next word is not split.
RAGGED = 3

#: Lines of a heading and a line below it.
_HEADED = 2

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_OPENS_ITEM = re.compile(
    r"""[ \t\u00a0]*(?:
      [-*+•◦‣▪■●·–—]\s                  # a bullet, or the dash that opens a speech
    | \(?\d{1,3}[.)]\s | \(?[a-zA-Z][)]\s   # a numbered item
    | \#{1,6}\s | [=~-]{3,}\s*$ | \|        # Markdown: heading, rule, table
    | >\s?                                  # a quoted line
    | (?:Q|A|Question|Answer|Вопрос|Ответ)\s?[.:]\s
    | [A-ZÀ-ÞА-Я][^\s:]*(?:\s[^\s:]+){0,4}:\s   # a speaker's turn
    )""",
    re.VERBOSE,
)
_ASIDE = re.compile(r"[–—]\s")
_BREAKABLE = re.compile(r"[ \t]+")
_LAST_WORD = re.compile(r"[^\W\d_][^\s]*$")
_HEADING = re.compile(r"[ \t]*#{1,6}\s|[ \t]*\||[ \t]*[=~-]{3,}\s*$")
_ENDS_IN_INITIAL = re.compile(r"[A-ZÀ-Þ][^\W\d_]+[ ][A-Z]\.$")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？؟।:][\"'”’»)\]]*\s*$")


def paragraphs(text: str, furniture: Iterable[Span] = ()) -> Spans:
    """Return the paragraphs of ``text``: headings, list items and runs of wrapped lines.

    A blank line ends a paragraph. A single line break ends it too, unless the lines were
    wrapped at a column: then the first word of the next line would not have fitted.
    ``furniture`` (header and footer lines) belongs to no paragraph.
    """
    blocks = [b for gap in _gaps(len(text), furniture) for b in _blocks(text, gap)]
    loose = any(_wrapped_length(text, line) > WIDEST_WRAP for block in blocks for line in block)
    return tuple(span for block in blocks for span in _joined(text, block, loose=loose))


def _gaps(length: int, furniture: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Yield what lies between the pieces of furniture."""
    start = 0
    for span in merged(furniture):
        if start < span.start:
            yield start, min(span.start, length)
        start = span.end
    if start < length:
        yield start, length


def _blocks(text: str, gap: tuple[int, int]) -> Iterator[list[Span]]:
    """Yield the lines between blank lines, each without white space at its edges."""
    block: list[Span] = []
    end = gap[0]
    for match in _LINE.finditer(text, *gap):
        line = trimmed(text, *match.span())
        # A form feed or a paragraph separator is as good as a blank line.
        breaks = text.count("\n", end, match.start()) or text.count("\r", end, match.start())
        if block and (line is None or breaks != 1):
            yield block
            block = []
        if line is not None:
            block.append(line)
        end = match.end()
    if block:
        yield block


def _joined(text: str, lines: Sequence[Span], *, loose: bool) -> Iterator[Span]:
    """Yield the paragraphs of a block.

    In a ``loose`` text, which has paragraphs on one line, two lines are a heading and what
    stands below it: nothing shows that somebody wrapped them.
    """
    item = text[lines[0].start] == "(" or _OPENS_ITEM.match(text, lines[0].start, lines[0].end)
    headed = loose and len(lines) == _HEADED and not item
    width = 0 if headed else _wrap_width(text, lines)
    start, hanging = lines[0].start, _item_column(text, lines[0])
    for line, following in pairwise(lines):
        opens = _OPENS_ITEM.match(text, following.start, following.end)
        hangs = not opens and 0 <= hanging < _column(text, following)
        if hangs or _goes_on(text, line, following, width):
            continue
        yield Span(start, line.end)
        start, hanging = following.start, _item_column(text, following)
    yield Span(start, lines[-1].end)


def _column(text: str, line: Span) -> int:
    """Return how far a line is indented."""
    return line.start - (text.rfind("\n", max(0, line.start - WIDEST_WRAP), line.start) + 1)


def _item_column(text: str, line: Span) -> int:
    """Return how far a line that opens an item is indented; -1 for any other line."""
    if _HEADING.match(text, line.start, line.end):
        return -1
    return _column(text, line) if _OPENS_ITEM.match(text, line.start, line.end) else -1


def _wrap_width(text: str, lines: Sequence[Span]) -> int:
    """Return the column at which the lines of a block were wrapped, or 0 if they were not."""
    width = max(_wrapped_length(text, line) for line in lines)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    filled = sum(_fills(text, line, following, width) for line, following in pairwise(lines))
    return width if filled * 2 >= len(lines) - 1 else 0


def _wrapped_length(text: str, line: Span) -> int:
    """Return how long a line is, less the words that fit on no line (addresses)."""
    words = _BREAKABLE.split(text[line.start : line.end])
    return len(line) - sum(len(word) for word in words if len(word) > NARROWEST_WRAP)


def _fills(text: str, line: Span, following: Span, width: int) -> bool:
    """Tell whether the first word of the line after would not have fitted on the line.

    A space that must not be broken ("Minister\u00a0Lind") is part of its word.
    """
    start = text[following.start : min(following.end, following.start + width)]
    return len(line) + 1 + len(_BREAKABLE.split(start, 1)[0]) + RAGGED > width


def _goes_on(text: str, line: Span, following: Span, width: int) -> bool:
    """Tell whether ``line`` was broken by wrapping, and ``following`` goes on with it."""
    unfinished = not _ENDS_SENTENCE.search(text, max(line.start, line.end - 8), line.end)
    filled = bool(width) and _fills(text, line, following, width)
    if _OPENS_ITEM.match(text, following.start, following.end):
        return unfinished and filled and _ASIDE.match(text, following.start) is not None
    if _HEADING.match(text, line.start, line.end):
        return False
    if len(line) > WIDEST_WRAP and not (width and _wrapped_length(text, line) <= width):
        return False
    if unfinished and text[following.start].islower():
        return True
    initial = _ENDS_IN_INITIAL.search(text, max(line.start, line.end - NARROWEST_WRAP), line.end)
    if initial and text[following.start].isupper():
        return True  # "… with President Jan R." / "Mroz"
    return filled or (bool(width) and unfinished and _runs_over(text, line, following))


def _runs_over(text: str, line: Span, following: Span) -> bool:
    """Tell a name that runs over the end of a short line from a heading above a paragraph.

    The line is no title (many of its words are small), ends in a capitalised word, and the
    next begins with another that opens no sentence: "… with Minister" / "Lind of …".
    """
    words = [word for word in text[line.start : line.end].split() if word[0].isalpha()]
    small = sum(word[0].islower() for word in words)
    last = _LAST_WORD.search(text, max(line.start, line.end - NARROWEST_WRAP), line.end)
    if small < 2 or small * 5 < len(words) or last is None or not last[0][0].isupper():
        return False
    head = text[following.start : following.start + WIDEST_WRAP]
    return head[0].isupper() and head.split(None, 1)[0] not in all_starters()
