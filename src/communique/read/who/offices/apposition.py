"""Offices set beside a name: "Ann Lee, the envoy of Peru," and what only looks like it."""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.who.found import Title
from communique.read.who.offices.described import titled
from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.lexicon import word_class

_CLOSING = frozenset((",", ")", ".", ";", "—", "–", "]", "and", ":", "!", "?"))
_GOING_ON = frozenset(("who", "since", "from", "until"))


def _is_listed(chunks: Sequence[Chunk], first: int, after: int) -> bool:
    """Tell whether a name with a title, an office and more are a list: "King X, the Y, and …"."""
    titled = first > 2 and chunks[first - 3].kind == "office"
    ahead = [chunk.low for chunk in chunks[after : after + 2]]
    return titled and "and" in ahead


def _before_age(chunks: Sequence[Chunk], first: int) -> int:
    """Return ``first`` before an age between commas: "Ann Lee | , 61, | president of X,"."""
    aged = first > 3 and chunks[first - 1].low == "," and chunks[first - 3].low == ","
    return first - 2 if aged and chunks[first - 2].low.isdigit() else first


def apposed(
    chunks: Sequence[Chunk],
    first: int,
    after: int,
    title: Title,
    determiner: str,
    *,
    owned: bool = False,
) -> int | None:
    """Return the name that an office stands beside: "X, the envoy of Y," or "X (envoy)".

    The phrase of the office is the chunks from ``first`` to before ``after``; what comes back is
    the index of the name's chunk. ``owned`` tells that it has an owner ("IBM's president").
    """
    if title.plural:
        return None
    closed = after >= len(chunks) or chunks[after].low in _CLOSING or chunks[after].low in _GOING_ON
    if title.states and not closed:  # "press secretary of | the Polish president"
        closed = chunks[after].low in word_class("links")
    definite = (
        title.states
        or owned
        or determiner
        in (
            *word_class("definite"),
            "a",
            "an",
            "his",
            "her",
        )
    )
    named = _is_in_capitals(chunks, first, title, determiner)
    before = _name_before(chunks, first, after, closed, bool(definite or title.body or named))
    one = determiner in ("a", "an") and title.body
    marked = determiner in word_class("definite") or title.states or owned or one
    behind = _name_behind(chunks, after) if marked else None
    if before is not None and behind is not None and _is_told_of(chunks, before):
        return behind
    return behind if before is None else before


def _is_in_capitals(chunks: Sequence[Chunk], first: int, title: Title, determiner: str) -> bool:
    """Tell an office written as a name behind a whole name: "Ann Lee, Minister of Health,"."""
    capital = not determiner and title.name[:1].isupper()
    return capital and first > 1 and len(chunks[first - 2].words) > 1


def _name_before(
    chunks: Sequence[Chunk], first: int, after: int, closed: bool, definite: bool
) -> int | None:
    """Return the name that an office follows: "Ann Lee | , the envoy of Y | ,"."""
    first = _before_age(chunks, first)
    if first < 2 or not closed or chunks[first - 2].kind != "name":
        return None
    mark = chunks[first - 1].low
    if mark in ("(", "["):
        return first - 2
    if mark not in (",", "–", "—") or not definite or _is_listed(chunks, first, after):
        return None
    return None if _is_place(chunks, first - 2) else first - 2


def _name_behind(chunks: Sequence[Chunk], after: int) -> int | None:
    """Return the name that follows an office: "the envoy of Y | , Ann Lee ,"."""
    if after + 1 >= len(chunks) or chunks[after].low != ",":
        return None
    name = titled(chunks, after + 1)
    beyond = name + 1
    ended = beyond >= len(chunks) or chunks[beyond].low in (",", ".", ")")
    return name if chunks[name].kind == "name" and ended else None


def _is_told_of(chunks: Sequence[Chunk], name: int) -> bool:
    """Tell whether a name has its office before it, so that the next one is another's."""
    return name > 0 and chunks[name - 1].kind in ("office", "courtesy")


def _is_place(chunks: Sequence[Chunk], name: int) -> bool:
    """Tell whether a name of one word opens its sentence as a place: "In Port, the premier, …"."""
    single = len(chunks[name].words) == 1
    return single and name > 0 and chunks[name - 1].initial and chunks[name - 1].low in ("in", "at")
