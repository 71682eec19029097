"""The shapes of quotation marks, and what a mark can be where it stands."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

Family = Literal["double", "single", "guillemet", "corner"]


class Mark(msgspec.Struct, frozen=True):
    """A mark at ``text[start:end]`` that can open or close a quotation, or both.

    ``sure`` is true where its shape has a direction; ``opens_by_place`` where its neighbours
    (space before, none behind) say that it opens. ``after_s`` marks a closing single mark
    that could be a possessive, ``inch`` a double mark behind a digit.
    """

    start: int
    end: int
    family: Family
    can_open: bool
    can_close: bool
    sure: bool
    opens_by_place: bool
    after_s: bool = False
    inch: bool = False


_FAMILY: dict[str, Family] = {
    **dict.fromkeys(('"', "“", "”", "„", "‟", "＂", "''", "``", "〝", "〞", "″"), "double"),
    **dict.fromkeys(("'", "‘", "’", "‚", "‛", "‹", "›", "`"), "single"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("「」『』", "corner"),
}
_OPENERS = frozenset(("“", "„", "‟", "``", "〝", "‘", "‚", "‛", "‹", "«", "「", "『"))
_CLOSERS = frozenset(("”", "〞", "’", "›", "»", "」", "』"))
_ALWAYS = frozenset("„‚「」『』")
_MARK = re.compile(r"'{2,3}(?!')|``|[\"“”„‟＂〝〞″'‘’‚‛‹›«»「」『』]")
_ELISION = re.compile(r"(?:\d0s?\b|\d\d\b|em\b|tis\b|twas\b|til\b|till\b|cause\b|n\b|bout\b)", re.I)
#: Characters behind which a mark can open, and before which it can close.
_BEFORE = frozenset("([{<—–-:/\u200b\u200e\u200f\u2066\u2067\ufeff¡¿*_")
_MARKS = frozenset("\"“”„‟＂〝〞'‘’‚‛‹›«»「」『』`")


def find_marks(text: str) -> list[Mark]:
    """Return the marks of ``text`` that can open or close a quotation, in order.

    Apostrophes inside words, elided years and the like are left out.
    """
    marks: list[Mark] = []
    for found in _MARK.finditer(text):
        for start, end in _pieces(text, found.start(), found.end()):
            mark = _mark(text, start, end)
            if mark.can_open or mark.can_close:
                marks.append(mark)
    return marks


def _pieces(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Cut three apostrophes in a row into a double and a single mark."""
    if end - start != 3:
        return ((start, end),)
    if start == 0 or text[start - 1].isspace():
        return ((start, start + 2), (start + 2, end))
    return ((start, start + 1), (start + 1, end))


def _mark(text: str, start: int, end: int) -> Mark:
    shape = text[start:end]
    family = _FAMILY[shape]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opening = _free_before(before) and not after.isspace() and after not in ",;:!?)"
    closing = not before.isspace() and (not after.isalnum() or shape in _CLOSERS)
    if family == "single":
        return _single(text, start, end, before, after)
    if shape in _ALWAYS:
        opens = shape in _OPENERS
        return Mark(start, end, family, opens, not opens, True, opens)
    inch = shape in ('"', "''", "″") and before.isdigit() and not after.isalnum()
    if shape in _OPENERS:
        wrong = not opening and not before.isspace() and not after.isalnum()
        return Mark(start, end, family, not wrong, not opening, True, not wrong)
    if shape in _CLOSERS:
        wrong = opening and after.isalnum() and before.isspace()
        return Mark(start, end, family, wrong, not wrong or not opening, not wrong, wrong)
    opens = opening and not (closing and not after.isalnum())
    both = opening == closing
    return Mark(
        start,
        end,
        family,
        opening or both,
        closing or both,
        False,
        opens,
        inch=inch and shape != "",
    )


def _free_before(before: str) -> bool:
    return before.isspace() or before in _BEFORE or before in _MARKS


def _single(text: str, start: int, end: int, before: str, after: str) -> Mark:
    """Judge a single mark, which is far more often an apostrophe."""
    shape = text[start]
    elided = shape in "'‘’" and _ELISION.match(text, end) is not None
    opening = (
        _free_before(before)
        and (after.isalnum() or after in '[(…"“¿¡$€£')
        and not elided
        and shape != "’"
        and shape not in "›"
    )
    closing = (
        not before.isspace()
        and not _free_before(before)
        and not after.isalnum()
        and shape not in "‚‹"
    ) or (before in "—–-" and shape == "’")
    possessive = before in "sSxXzZ" and (after.isspace() or after == "-")
    return Mark(start, end, "single", opening, closing, shape in "‘‚‹", opening, possessive)
