"""Letters and posts: speech that comes in writing, and whose it is."""

from __future__ import annotations

import re
from typing import Literal

from communique.model import Span
from communique.read.layers import Cast
from communique.read.speech.lexicon import pattern

_BACK = 3000


def is_letter(words: str) -> bool:
    """Tell whether the words for a source speak of a letter."""
    return pattern("letter").search(words) is not None


def medium_of(cue: str, source: str) -> Literal["letter", "post"] | None:
    """Return how a statement came in writing, from its cue and the words for its source."""
    if is_letter(source):
        return "letter"
    if pattern("post").search(cue) or pattern("post").search(source):
        return "post"
    return None


def author_of(cast: Cast, text: str, source: Span) -> str | None:
    """Return who wrote the letter that ``source`` speaks of.

    It is whoever is named right behind "letter from", "letter of", "signed by", or as the
    owner before "letter" – in the words themselves, or at the nearest letter before them.
    """
    found = list(pattern("letter").finditer(text, max(0, source.start - _BACK), source.end))
    for letter in reversed(found):
        author = _owner(cast, text, letter.start()) or _sender(cast, text, letter.end())
        if author is not None:
            return author
    return None


def _sender(cast: Cast, text: str, end: int) -> str | None:
    lead = re.match(
        r"\s+(?:(?:was|is)\s+)?(?:sent\s+|written\s+|signed\s+)?(?:from|by|of)\s+",
        text[end : end + 40],
    )
    if lead is None:
        return None
    start = end + lead.end()
    for mention in cast.within(start, start + 80):
        if mention.phrase.start <= start + 4 or mention.span.start <= start + 4:
            return mention.actor
    return None


def _owner(cast: Cast, text: str, start: int) -> str | None:
    for mention in cast.within(max(0, start - 80), start):
        between = text[mention.span.end : start].strip()
        if between in ("'s", "’s", "'", "’"):
            return mention.actor
        if mention.form == "pronoun" and not between and text[mention.span.start] in "hHtT":
            return mention.actor
    return None
