"""The words of ``issue_words.toml``: what counts as an issue's name, and what leads to it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from communique.extract.lexicon import Lexicon, lexicon_for

_NAMELESS = ("nameless", "vague", "wanting", "bare", "leading", "opening", "judging", "adjectives")


@dataclass(frozen=True, slots=True)
class Wording:
    """The lists of ``issue_words.toml``; the other fields are its tables.

    ``between`` is the label of contacts between sides, ``nameless`` holds the words that name no
    issue as long as they stand alone.
    """

    lists: defaultdict[str, frozenset[str]]
    gerunds: dict[str, str]
    ends: dict[str, str]
    deeds: dict[str, list[str]]
    same: dict[str, str]
    nouns: dict[str, str]
    sent_on: dict[str, list[str]]
    between: str
    nameless: frozenset[str]


def wording_for(lexicon: Lexicon) -> Wording:
    """Return the words of a language."""
    return _wording(lexicon.language)


@lru_cache(maxsize=16)
def _wording(language: str) -> Wording:
    table = lexicon_for(language).table("issue_words")
    lists: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    lists |= {name: frozenset(words) for name, words in table.items() if isinstance(words, list)}
    nameless = frozenset().union(*(lists[name] for name in _NAMELESS))
    return Wording(
        lists=lists,
        gerunds=table.get("gerunds", {}),
        ends=table.get("ends", {}),
        deeds=table.get("deeds", {}),
        same=table.get("same", {}),
        nouns=table.get("nouns", {}),
        sent_on=table.get("sent_on", {}),
        between=table.get("between", ""),
        nameless=nameless - lists["telling"],
    )
