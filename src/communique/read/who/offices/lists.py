"""Names that share one office: "Presidents Ann Lee of X and Jan Roe of Y"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.who.printed.chunk import Chunk


def bearers(
    chunks: Sequence[Chunk], after: int, *, plural: bool
) -> tuple[tuple[int, ...], dict[int, str]]:
    """Return the chunks of the names right behind an office, and whose state each one's is.

    ``after`` is the first chunk behind the office. Only an office in the plural has several
    names; the states are told where they stand behind the names.
    """
    n = after
    if n < len(chunks) and chunks[n].kind == "courtesy":
        n += 1
    if n >= len(chunks) or chunks[n].kind != "name":
        return (), {}
    if not plural:
        return (n,), {}
    named, states = [n], dict[int, str]()
    while True:
        beyond = n + 1
        if (state := _state_at(chunks, beyond)) is not None:
            states[n] = chunks[state].key
            beyond = state + 1
        following = _next_name(chunks, beyond)
        if following is None:
            return tuple(named), states
        n = following
        named.append(n)


def _state_at(chunks: Sequence[Chunk], at: int) -> int | None:
    """Return where the state in "of (the) X" stands."""
    if at + 1 >= len(chunks) or chunks[at].low != "of":
        return None
    n = at + 2 if chunks[at + 1].low == "the" else at + 1
    return n if n < len(chunks) and chunks[n].kind == "state" else None


def _next_name(chunks: Sequence[Chunk], at: int) -> int | None:
    """Return where the next name stands behind "," or "and" (or both)."""
    n = at
    while n < len(chunks) and n < at + 2 and chunks[n].low in (",", "and"):
        n += 1
    if n > at and n < len(chunks) and chunks[n].kind == "courtesy":
        n += 1
    return n if at < n < len(chunks) and chunks[n].kind == "name" else None
