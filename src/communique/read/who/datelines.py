"""Datelines: "PORT VARN, 14 May (Orbis News) — …" names a place, and nobody."""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.who.words import Line, Word

_LONGEST = 16
"""Words that a dateline may have."""
_DASHES = frozenset(("-", "–", "—", "--", "―"))
_BETWEEN = frozenset((",", ".", "/", "of", "de", "del", "la", "al", "and"))


def dateline(line: Line) -> int:
    """Return how many words of a line are its dateline up to the dash; 0 if it has none.

    Its place is in capitals, or a date or the agency in brackets follows.
    """
    words = line.words
    if not words or not words[0].capital or line.shouted:
        return 0
    told, open_ = _is_loud(words[0]), False
    for at in range(1, min(_LONGEST, len(words) - 1)):
        word = words[at]
        if word.text in _DASHES:
            return at if told and not open_ and words[at + 1].text[0].isupper() else 0
        if word.text in "()":
            open_, told = word.text == "(", True
        elif word.text[0].isdigit():
            told = True
        elif not (open_ or word.capital or word.low in _BETWEEN):
            return 0
    return 0


def _is_loud(word: Word) -> bool:
    return word.is_word and len(word.text) > 2 and word.text.isupper()


def in_brackets(words: Sequence[Word], at: int) -> bool:
    """Tell whether the word at ``at`` of a dateline is the agency's, in brackets."""
    return any(word.text == "(" for word in words[:at])
