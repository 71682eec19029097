"""Windows: how a text of any length passes through an encoder of limited length.

Windows that part a paragraph overlap, each unit is read in the window that gives
it most context, and every unit is read: nothing is cut off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """Units ``first:last`` go through the encoder together; ``own:own_last`` are taken from it."""

    first: int
    last: int
    own: int
    own_last: int


def plan(sizes: Sequence[int], opens: Sequence[bool], longest: int, shared: int) -> list[Window]:
    """Windows over units whose sizes in pieces are ``sizes``.

    A window holds at most ``longest`` pieces (one unit at least). It ends before
    a paragraph (where ``opens``) if one begins in its last third; where it has to
    end inside one, about ``shared`` of its pieces are in the next window too.
    Every unit is in exactly one window's ``own`` part.
    """
    windows: list[Window] = []
    first = own = 0
    total = len(sizes)
    while own < total:
        last = _reach(sizes, opens, first, longest)
        if last <= own:
            first, last = own, _reach(sizes, opens, own, longest)
        if last >= total:
            windows.append(Window(first, total, own, total))
            break
        next_first = last if opens[last] else max(_back(sizes, last, shared), first + 1)
        own_last = min(max((next_first + last + 1) // 2, own + 1), last)
        windows.append(Window(first, last, own, own_last))
        first, own = next_first, own_last
    return windows


def _reach(sizes: Sequence[int], opens: Sequence[bool], first: int, longest: int) -> int:
    """The unit after the last that fits in a window from ``first``, or an earlier paragraph's."""
    used, at, paragraph = 0, first, 0
    while at < len(sizes) and (used + sizes[at] <= longest or at == first):
        if opens[at] and used > longest * 2 // 3:
            paragraph = at
        used += sizes[at]
        at += 1
    return paragraph if paragraph and at < len(sizes) else at


def _back(sizes: Sequence[int], last: int, shared: int) -> int:
    """The first unit of the ``shared`` pieces before ``last``."""
    used, at = 0, last
    while at > 0 and used + sizes[at - 1] <= shared:
        at -= 1
        used += sizes[at]
    return at
