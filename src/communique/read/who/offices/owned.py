"""Whose office it is: "Peru's president", "the defence ministry's spokesman"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from communique.model import Span
from communique.read.who.found import FoundEpithet
from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.lexicon import word_class


class Left(msgspec.Struct):
    """What stands before an office; ``said`` is an owner in plain words."""

    first: int
    states: list[str] = []
    body: str | None = None
    said: str | None = None
    owner: Span | None = None
    determiner: str = ""
    count: int | None = None
    past: bool = False
    owned: bool = False


def own(
    chunks: Sequence[Chunk],
    n: int,
    floor: int,
    left: Left,
    ends: Mapping[int, FoundEpithet],
) -> bool:
    """Take the owner before the possessive mark ``n`` into the phrase."""
    owner = ends.get(n)
    if owner:
        left.owner = owner.span
        left.owned = True
        left.states.extend(owner.title.states[:1])
        left.first = next(k for k in range(n, -1, -1) if chunks[k].start <= owner.span.start)
        return True
    if n - 1 < floor - 1 or n < 1:
        return False
    chunk = chunks[n - 1]
    if chunk.kind in ("state", "people") and chunk.entry:
        left.states.append(chunk.key)
    elif chunk.kind == "body" and chunk.entry:
        left.body = chunk.entry.name
    elif chunk.kind == "name":
        left.owner = Span(chunk.start, chunk.end)
    else:
        return _by_words(chunks, n, floor, left)
    left.owned = True
    left.first = n - 1
    return True


def _by_words(chunks: Sequence[Chunk], n: int, floor: int, left: Left) -> bool:
    """Take an owner in plain words into the phrase: "the Xan defence ministry | 's"."""
    first = n - 1
    while first > floor and chunks[first].kind in ("word", "adjective", "name"):
        if chunks[first - 1].low in word_class("definite"):
            owner = chunks[first:n]
            left.states.extend(c.key for c in owner if c.kind == "adjective")
            words = (w.text for c in owner if c.kind != "adjective" for w in c.words)
            left.said = " ".join(words) or None
            left.owned, left.first = True, first
            return True
        first -= 1
    return False
