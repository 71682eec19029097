"""Whether a name is one whole noun phrase, told by the classes of its words.

Where a noun phrase ends is read without knowing all words. A name that holds a verb is a clause
("services continue"), one that ends in an adjective is cut from a list ("reliable", of "reliable
and safe energy"). The words are those of ``word_classes.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from communique.extract.lexicon import Lexicon, lexicon_for


@dataclass(frozen=True, slots=True)
class _Classes:
    """Words that nearly always are verbs, and such that are adjectives."""

    verbs: frozenset[str]
    adjectives: frozenset[str]


def is_whole(lexicon: Lexicon, words: tuple[str, ...], deed: bool) -> bool:
    """Tell whether ``words`` name one thing; of a ``deed`` the first is what is done."""
    classes = _classes(lexicon.language)
    if words[-1] in classes.adjectives or words[0] in ("and", "or"):
        return False
    if any(a == "to" and b in ("more", "less") for a, b in pairwise(words)):
        return False  # "a request to more | than double"
    told = False
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        told = told or word in ("that", "who", "which")
        if word not in classes.verbs or (deed and at == 0):
            continue
        if not (told or before == "to"):
            return False
    return True


def is_adjective(lexicon: Lexicon, word: str) -> bool:
    """Tell whether a word nearly always is an adjective, so that it is no verb."""
    return word in _classes(lexicon.language).adjectives


def is_verb(lexicon: Lexicon, word: str) -> bool:
    """Tell whether a word nearly always is a verb."""
    return word in _classes(lexicon.language).verbs


@lru_cache(maxsize=16)
def _classes(language: str) -> _Classes:
    table = lexicon_for(language).table("word_classes")
    return _Classes(frozenset(table.get("verbs", ())), frozenset(table.get("adjectives", ())))
