"""Whom "it" means that says something: the body or state that the sentence before tells of."""

from __future__ import annotations

from communique.read.layers import Cast

_BACK = 600
"""Characters back within which it was told of."""
_BODIES = frozenset(("organisation", "bloc", "state", "group"))
_CLOSED = frozenset(("", "\n", ".", "!", "?", "”", "…", '"', "'"))


def body_before(cast: Cast, text: str, at: int) -> str | None:
    """Return the actor that opened a sentence last before ``at``, if it is no person.

    "The Salt Council met on Monday. It said …".
    """
    heads = [m for m in cast.within(max(0, at - _BACK), at) if _opens(text, m.phrase.start)]
    if not heads or text[at - 4 : at].rstrip(" ")[-1:] not in _CLOSED:
        return None
    last = heads[-1].actor
    return last if last in cast.actors and cast.actors[last].kind in _BODIES else None


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 8) : start].rstrip(" ")
    before = before.removesuffix("The").rstrip(" ")
    return before[-1:] in _CLOSED
