"""Family names that are words for a people or place: "Mark Dane said", later "Dane added"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.derived import listed_adjective
from communique.read.who.words.lexicon import Entry, table, word_class
from communique.read.who.words.words import POSSESSIVES, Word

_KINDS = frozenset(("office", "place", "seat", "state"))
_CLOSING = frozenset((",", ".", "(", ")", "?", "!", ";", ":", "—", "--", "”", '"', "''"))


def is_family_name(words: Sequence[Word], at: int, entries: Iterable[Entry]) -> bool:
    """Tell whether a known word behind a given name is the family's.

    A word for a people is where no noun follows that it could describe.
    """
    kinds = {entry.kind for entry in entries}
    return kinds <= _KINDS or (kinds <= _KINDS | {"adjective"} and _acts(words, at + 1))


class FamilyNames:
    """The words for a people that were somebody's name before, as a report is read."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def read(self, chunk: Chunk, words: Sequence[Word]) -> Chunk:
        """Return a chunk as a name where such a word stands alone and acts or speaks."""
        low = chunk.words[-1].low
        if chunk.kind == "name" and len(chunk.words) == 2 and listed_adjective(low):
            self._known.add(low)
        if chunk.kind != "adjective" or low not in self._known or len(chunk.words) > 1:
            return chunk
        before = words[chunk.first - 1].low if chunk.first else ""
        told = before in _verbs() and _closes(words, chunk.last)
        if told or (_acts(words, chunk.last) and not _closes(words, chunk.last)):
            return Chunk("name", words, chunk.first, chunk.last)
        return chunk


def _acts(words: Sequence[Word], at: int) -> bool:
    """Tell whether a verb or the end of a phrase stands at ``at``, adverbs left out."""
    if at < len(words) and words[at].low in word_class("adverbs"):
        at += 1
    return _closes(words, at) or words[at].low in _verbs() or words[at].text in POSSESSIVES


def _closes(words: Sequence[Word], at: int) -> bool:
    return at >= len(words) or words[at].text in _CLOSING


@cache
def _verbs() -> frozenset[str]:
    return frozenset((*table("names")["verbs"].split(), *word_class("deeds")))
