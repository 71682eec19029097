"""Where a name in a transcript ends before its end, or has words before it that are none of it."""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.lexicon import Names, word_class
from communique.read.who.words.words import Word

_DASHES = frozenset(("—", "–", "--"))
_HYPHENS = frozenset(("-", "-—", "‑"))
_TO_COME = ("-elect", "-designate")
_MOST_BEFORE = 3
"""How many words that are none of the name may stand before it."""


def is_broken_off(words: Sequence[Word], end: int, first: int | None = None) -> bool:
    """Tell whether the words from ``first`` to ``end`` break off: "Mike John- — Mike Johnson"; a
    single word also where it is said again, "the Prime — Prime Minister"."""
    if end >= len(words):
        return False
    last, mark = words[end - 1], words[end]
    after = words[end + 1] if end + 1 < len(words) else None
    if mark.text in _HYPHENS and mark.start == last.end:
        return after is None or after.text in _DASHES
    if mark.text not in _DASHES or after is None or first not in (None, end - 1):
        return False
    return after.capital and len(last.low) > 1 and after.low.startswith(last.low)


def before_name(words: Sequence[Word], chunk: Chunk, names: Names) -> Chunk | None:
    """Return the words before a person's name that no list has for an office: "City Auditor | Ann
    Lee", "Governor-Elect | Ann Lee", "DNI | Ann Lee"."""
    lows = [word.low for word in chunk.words]
    if lows[0] in word_class("short_titles") and chunk.words[0].text.isupper():
        return Chunk("field", words, chunk.first, chunk.first + 1)
    for n in range(1, min(_MOST_BEFORE, len(lows) - 2) + 1):
        if not _is_calling(lows[n - 1], names):
            return None
        told = lows[n - 1].endswith(_TO_COME) or lows[n - 1] in word_class("callings")
        plain = len(lows) == n + 2 and names.common.isdisjoint(lows[n:])
        if _is_person(lows[n:], names) or (told and plain and _is_no_thing(lows[-1], names)):
            return Chunk("field", words, chunk.first, chunk.first + n)
    return None


def officer_behind(words: Sequence[Word], chunk: Chunk, names: Names) -> Chunk | None:
    """Return a body apart from its officer, told by a given name: "(director of the) Office of
    Public Engagement | Ann Lee"."""
    lows = [word.low for word in chunk.words]
    bodies = [n for n, low in enumerate(lows) if low in names.organisation]
    for n in range(2, len(lows) - 1):
        before = bool(bodies) and bodies[0] < n and lows[n - 1] not in names.particles
        plain = lows[n - 1] not in ("of", "for", "and", "on", "the", "&")
        told = _is_person(lows[n:], names) or (
            bodies[-1:] < [n - 1] and _are_unknown(lows[n:], names)
        )
        if before and plain and told and bodies[-1] < n:
            return Chunk("name", words, chunk.first, chunk.first + n)
    return None


def before_ruling(words: Sequence[Word], chunk: Chunk) -> Chunk | None:
    """Return a court apart from its case: "(the) Supreme Court | Norvik ruling"."""
    after = words[chunk.last].low if chunk.last < len(words) else ""
    if after not in word_class("rulings") or chunk.words[-2].low not in ("court", "tribunal"):
        return None
    return Chunk("name", words, chunk.first, chunk.last - 1)


def _is_calling(low: str, names: Names) -> bool:
    """Tell whether a word may be one of what somebody is: a common one, or "Mayor-Elect"."""
    if names.gender(low) is not None or low in names.organisation or low in names.named_things:
        return False
    return low in names.common or low in word_class("callings") or low.endswith(_TO_COME)


def _is_person(lows: Sequence[str], names: Names) -> bool:
    """Tell whether words are a given name and a family name, of three words at most."""
    first = lows[0] in names.men or lows[0] in names.women
    known = lows[0] in names.common or lows[0] in word_class("fields")
    return 1 < len(lows) < 4 and first and not known and _is_no_thing(lows[-1], names)


def _are_unknown(lows: Sequence[str], names: Names) -> bool:
    """Tell whether two words are of no list but those of names: "(Bureau of Peru) Semyo Krivon"."""
    lists = (names.common, word_class("fields"), names.openers)
    known = any(low in each for low in lows for each in lists)
    return len(lows) == 2 and not known and all(_is_no_thing(low, names) for low in lows)


def _is_no_thing(low: str, names: Names) -> bool:
    """Tell whether a word may end a person's name, which those of bodies, things and places do."""
    return low not in names.organisation and low not in names.thing and low not in names.place
