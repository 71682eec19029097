"""Cuts the multilingual vocabulary to the languages that are served.

A piece is kept if it occurs in the training corpora, or if cutting the more
frequent words of the served languages (word lists of the ``wordfreq`` package)
uses it, or if it is a single character of their scripts. Scores are kept, so a
word is cut as before wherever all its pieces survive.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from communique.read.learnt.pieces import SPACE, Pieces

SERVED = ("en", "ru", "uk", "pl", "lt", "de", "fr", "es", "it", "tr", "ar", "zh")
"""Languages with a word list; Belarusian has none and relies on Russian, Ukrainian, its letters."""

_SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "CJK UNIFIED", "DIGIT")
WORDS_PER_LANGUAGE = 40_000


def keep(
    pieces: Sequence[str], scores: Sequence[float], unknown: int, seen: Iterable[str], specials: int
) -> list[int]:
    """The numbers of the pieces to keep, ascending; the first ``specials`` always are.

    ``seen`` are the words of the training corpora.
    """
    whole = Pieces(pieces, scores, unknown=unknown)
    kept = set(range(specials))
    for word in seen:
        kept.update(whole.of(word, True) + whole.of(word, False))
    for word in _frequent_words():
        kept.update(whole.of(word, True))
    kept.update(n for n, piece in enumerate(pieces) if _is_character(piece))
    return sorted(kept)


def _is_character(piece: str) -> bool:
    """Whether a piece is one character of a served script, or a mark."""
    bare = piece.removeprefix(SPACE)
    if len(bare) != 1:
        return not bare
    if not bare.isalpha():
        return unicodedata.category(bare)[0] in "PSN"
    return unicodedata.name(bare, "").startswith(_SCRIPTS)


def _frequent_words() -> Counter[str]:
    """Frequent words of the served languages, small and with a capital."""
    from wordfreq import top_n_list

    words: Counter[str] = Counter()
    for language in SERVED:
        for word in top_n_list(language, WORDS_PER_LANGUAGE):
            words[word] += 1
            words[word.capitalize()] += 1
    return words
