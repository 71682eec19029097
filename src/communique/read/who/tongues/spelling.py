"""One spelling for letters that Arabic writes in several ways."""

from __future__ import annotations

_VOWEL_SIGNS = map(chr, range(0x64B, 0x653))
_SAME = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ـ": None, **dict.fromkeys(_VOWEL_SIGNS)}
)


def plain(word: str) -> str:
    """Return a word without vowel signs and with one form of alef and yeh."""
    return word.translate(_SAME)


def bare(word: str) -> str:
    """Return a word in its plain spelling, without its article; "ألمانيا" has none."""
    return plain(word[2:] if word.startswith("ال") and len(word) > 4 else word)
