"""Phrases that stand for a state: "the Ostrovan side", "our country", "both sides"."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Literal

import msgspec

from communique.model import Span
from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.lexicon import state_name, word_class


class StandIn(msgspec.Struct, frozen=True):
    """A phrase for a state (``key`` its code), its delegation, or whichever state is meant.

    ``use`` "country" is a state that only the surroundings tell, "countries" two such, "sides"
    the two states that a contact is between; ``word`` is the determiner.
    """

    span: Span
    use: Literal["state", "delegation", "country", "countries", "sides"]
    first: int
    last: int
    key: str = ""
    name: str = ""
    word: str = ""


def stand_in(chunks: Sequence[Chunk], n: int) -> StandIn | None:
    """Return the phrase whose last word is chunk ``n``, if it stands for a state."""
    low = chunks[n].low
    if low in word_class("sides") or low in word_class("delegations"):
        return _of_state(chunks, n) or _delegation(chunks, n)
    if low in word_class("countries"):
        return _country(chunks, n)
    if low in word_class("both_sides"):
        return _both(chunks, n)
    if low in word_class("two_states"):
        return _two_states(chunks, n)
    return None


def _of_state(chunks: Sequence[Chunk], n: int) -> StandIn | None:
    first = n - 1
    if first >= 0 and chunks[first].kind == "possessive":
        first -= 1
    if first < 0 or chunks[first].kind not in ("adjective", "state", "seat"):
        return None
    key = chunks[first].key
    if not key or (n + 1 < len(chunks) and chunks[n + 1].kind == "name"):
        return None
    if first and chunks[first - 1].low in ("the", "a", "an", "this", "both"):
        first -= 1
    low = chunks[n].low
    span = Span(chunks[first].start, chunks[n].end)
    if low in word_class("sides"):
        return StandIn(span, "state", first, n, key, state_name(key))
    name = f"{state_name(key)} {low}"
    return StandIn(span, "delegation", first, n, f"{low}:{key}", name)


def _delegation(chunks: Sequence[Chunk], n: int) -> StandIn | None:
    """Read "the delegation of X"; of "the delegation" alone ``key`` and ``name`` are empty."""
    low = chunks[n].low
    if low not in word_class("delegations") or not n or chunks[n - 1].low not in ("the", "a"):
        return None
    at = n + 2 if n + 2 < len(chunks) and chunks[n + 1].low in ("of", "from") else 0
    at += bool(at) and at + 1 < len(chunks) and chunks[at].low == "the"
    if at and chunks[at].kind == "state":
        span = Span(chunks[n - 1].start, chunks[at].end)
        name = f"{state_name(chunks[at].key)} {low}"
        return StandIn(span, "delegation", n - 1, n, f"{low}:{chunks[at].key}", name)
    if at or chunks[n - 1].low != "the":
        return None
    return StandIn(Span(chunks[n - 1].start, chunks[n].end), "delegation", n - 1, n, word=low)


def _country(chunks: Sequence[Chunk], n: int) -> StandIn | None:
    before = chunks[n - 1].low if n else ""
    if before not in ("our", "my", "your", "the", "this"):
        return None
    after = chunks[n + 1].low if n + 1 < len(chunks) else ""
    if before == "the" and (
        after in ("of", "that", "which", "where", "with") or chunks[n].low != "country"
    ):
        return None
    span = Span(chunks[n - 1].start, chunks[n].end)
    return StandIn(span, "country", n - 1, n, word=before)


def _both(chunks: Sequence[Chunk], n: int) -> StandIn | None:
    first = n - 1
    if first >= 0 and chunks[first].low == "two":
        first -= 1
    if first < 0 or chunks[first].low not in ("the", "both", "these"):
        if first == n - 1:
            return None
        first += 1
    if n + 1 < len(chunks) and chunks[n + 1].low in ("of", "to", "in"):
        return None
    span = Span(chunks[first].start, chunks[n].end)
    return StandIn(span, "sides", first, n, word=chunks[first].low)


def _two_states(chunks: Sequence[Chunk], n: int) -> StandIn | None:
    """Read "the two countries" and "both nations", which are told of before."""
    first = n - 1
    if first > 0 and chunks[first].low == "two":
        first -= 1
    elif first < 0 or chunks[first].low != "both":
        return None
    ahead = chunks[n + 1].low if n + 1 < len(chunks) else ""
    if chunks[first].low not in ("the", "both", "these") or ahead in _TOLD_BEHIND:
        return None
    span = Span(chunks[first].start, chunks[n].end)
    return StandIn(span, "countries", first, n, word=TWO_STATES)


TWO_STATES = "two states"
"""What "the two countries" are noted as."""
_TOLD_BEHIND = frozenset(("of", "that", "which", "where", "whose", "named", "who"))


def one_of_two(chunks: Sequence[Chunk], n: int, verbs: Container[str]) -> Span | None:
    """Return the span of "the former", "the latter" or "both" where they stand for actors."""
    chunk = chunks[n]
    after = chunks[n + 1].low if n + 1 < len(chunks) else "."
    acts = after in verbs or after in word_class("leaving") or after.endswith("ed")
    if chunk.low == "both":
        return Span(chunk.start, chunk.end) if acts or after in (".", ",", "'s") else None
    ends = after in (".", ",", "'s", "and") or after in word_class("oblique")
    if not acts and not ends:
        return None
    return Span(chunks[n - 1].start, chunk.end) if n and chunks[n - 1].low == "the" else None


def the_two(chunks: Sequence[Chunk], n: int, verbs: Container[str]) -> Span | None:
    """Return the span of "the two", "the pair", "both men" where they stand for two just named."""
    low = chunks[n].low
    if not n or low not in ("two", "pair", "duo", "men", "women"):
        return None
    first = n - 1
    if low in ("men", "women"):
        if chunks[first].low == "two" and first:
            first -= 1
        elif chunks[first].low != "both":
            return None
    if chunks[first].low not in ("the", "both"):
        return None
    after = chunks[n + 1].low if n + 1 < len(chunks) else "."
    plain = low in ("pair", "duo") or not after.endswith("s")  # "the two | states", not "say"
    acts = plain and (after in verbs or after in word_class("adverbs") or after.endswith("ed"))
    ends = after in (".", ",", "'s", "’", "first", "last", "later", "then") or (
        after in word_class("leaving") or after in word_class("deeds")
    )
    return Span(chunks[first].start, chunks[n].end) if acts or ends else None


def follows_name(chunks: Sequence[Chunk], n: int) -> bool:
    """Tell whether chunk ``n`` is the second of two names: "Lee and Roe"."""
    return n > 1 and chunks[n - 1].low == "and" and chunks[n - 2].kind == "name"


def takes_article(chunk: Chunk) -> bool:
    """Tell whether "the" before the name of a state or body belongs to it."""
    words = chunk.words
    if len(words) == 1:
        return chunk.kind == "people" or words[0].low in word_class("articled")
    return True
