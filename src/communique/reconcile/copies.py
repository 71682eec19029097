"""Finding the texts that a text shares passages with, among very many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, Protocol, TypeVar

import msgspec

from communique.reconcile.lineage import Passage, copied_passages, fingerprints

Key = TypeVar("Key", bound=Hashable)

#: A fingerprint that stands in more texts than this is a formula ("hereby proclaim …").
FORMULA = 24
#: A text is compared with at most so many others, those with most in common.
MOST = 8
#: Shared fingerprints from which on two texts are compared word by word.
ENOUGH = 4


class FingerprintIndex(Protocol[Key]):
    """From fingerprint to the texts that have it; in memory here, in a table in the record."""

    def add(self, key: Key, prints: Iterable[int]) -> None:
        """Enter the fingerprints of the text ``key``."""
        ...

    def holders(self, prints: Iterable[int]) -> Iterator[tuple[int, list[Key]]]:
        """Yield each of the ``prints`` that is known, with the texts that have it."""
        ...


class MemoryIndex(Generic[Key]):
    """A :class:`FingerprintIndex` in a dictionary."""

    def __init__(self) -> None:
        self._holders: dict[int, list[Key]] = {}

    def add(self, key: Key, prints: Iterable[int]) -> None:
        """Enter the fingerprints of the text ``key``."""
        for value in prints:
            self._holders.setdefault(value, []).append(key)

    def holders(self, prints: Iterable[int]) -> Iterator[tuple[int, list[Key]]]:
        """Yield each of the ``prints`` that is known, with the texts that have it."""
        for value in prints:
            if value in self._holders:
                yield value, self._holders[value]


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """What a text shares with another: the passages, and their words in all."""

    passages: tuple[Passage, ...]
    words: int


def candidates(prints: frozenset[int], index: FingerprintIndex[Key]) -> list[Key]:
    """Return the texts worth comparing with one that has ``prints``, best first, at most
    :data:`MOST`, so that the time to compare a text does not grow with the corpus.

    Formulas, which stand in more than :data:`FORMULA` texts, do not count. A text of few
    fingerprints is compared when it shares a third of them.
    """
    shared: Counter[Key] = Counter()
    for _, keys in index.holders(prints):
        if len(keys) <= FORMULA:
            shared.update(keys)
    enough = min(ENOUGH, max(1, len(prints) // 3))
    return [key for key, times in shared.most_common(MOST) if times >= enough]


def copy_of(text: str, other: str, *, min_words: int = 40) -> Copy | None:
    """Return what ``text`` shares with ``other``, or ``None`` if it is too little to tell.

    Too little is fewer than ``min_words`` words in passages, unless they are half of the
    words of the shorter text.
    """
    passages = copied_passages(text, other)
    words = sum(passage.words for passage in passages)
    half = min(len(text.split()), len(other.split())) / 2
    if not passages or words < min(min_words, half):
        return None
    return Copy(passages=passages, words=words)


def add_and_compare(
    key: Key, text: str, index: FingerprintIndex[Key]
) -> tuple[list[Key], frozenset[int]]:
    """Enter ``text`` into the index; return what it should be compared with, and its prints."""
    prints = fingerprints(text)
    found = candidates(prints, index)
    index.add(key, prints)
    return found, prints
