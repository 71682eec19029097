"""Finding the texts that a text shares passages with, among very many.

Texts are known by their fingerprints (:func:`~communique.reconcile.copying.lineage.fingerprints`).
Two are compared word by word if they share enough of them close together. A fingerprint
that stands in more than :data:`FORMULA` texts is a formula ("hereby proclaim …") and tells
nothing; a pair that was found by it is weighed anew when it becomes one. So which pairs are
found rests on the texts alone and not on the order in which they came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec

from communique.model.lineage import SharedPassage
from communique.reconcile.copying.lineage import copied_passages

Key = TypeVar("Key", bound=Hashable)

Prints = Mapping[int, int]
"""The fingerprints of a text, each with the index of the word where it stands."""

#: A fingerprint that stands in more texts than this is a formula.
FORMULA = 32
#: Shared fingerprints from which on two texts are compared word by word; of a text that has
#: few, a third of them.
ENOUGH = 4
#: Words within which so many must stand, in both texts.
CLOSE = 90


class PrintIndex(Protocol[Key]):
    """From fingerprint to the texts that have it; in memory here, in tables in the record."""

    def prints(self, key: Key) -> Prints:
        """Return the fingerprints of a text that was entered; formulas may be among them."""
        ...

    def sizes(self, keys: Iterable[Key]) -> Mapping[Key, int]:
        """Return how many fingerprints each of some texts has."""
        ...

    def holders(self, prints: Iterable[int]) -> Mapping[int, Sequence[Key]]:
        """Return the texts that have each of ``prints``; formulas are left out."""
        ...

    def formulas(self, prints: Iterable[int]) -> Collection[int]:
        """Return those of ``prints`` that are formulas."""
        ...

    def enter(self, key: Key, prints: Prints, formulas: Collection[int]) -> None:
        """Enter a text. ``formulas`` are those of its fingerprints that are no longer to be
        found: some were not before."""
        ...


class MemoryIndex(Generic[Key]):
    """A :class:`PrintIndex` in dictionaries."""

    def __init__(self) -> None:
        self._prints: dict[Key, Prints] = {}
        self._holders: dict[int, list[Key]] = {}
        self._formulas: set[int] = set()

    def prints(self, key: Key) -> Prints:
        """Return the fingerprints of a text that was entered."""
        return self._prints[key]

    def sizes(self, keys: Iterable[Key]) -> Mapping[Key, int]:
        """Return how many fingerprints each of some texts has."""
        return {key: len(self._prints[key]) for key in keys}

    def holders(self, prints: Iterable[int]) -> Mapping[int, Sequence[Key]]:
        """Return the texts that have each of ``prints``; formulas are left out."""
        return {value: self._holders[value] for value in prints if value in self._holders}

    def formulas(self, prints: Iterable[int]) -> Collection[int]:
        """Return those of ``prints`` that are formulas."""
        return self._formulas.intersection(prints)

    def enter(self, key: Key, prints: Prints, formulas: Collection[int]) -> None:
        """Enter a text, and take formulas out."""
        self._prints[key] = prints
        self._formulas.update(formulas)
        for value in prints:
            if value in self._formulas:
                self._holders.pop(value, None)
            else:
                self._holders.setdefault(value, []).append(key)


class News(msgspec.Struct, Generic[Key], frozen=True):
    """What one more text brings: the texts to compare it with, and groups of others of which
    some pairs may no longer be :func:`worth_comparing`."""

    worth: tuple[Key, ...] = ()
    doubtful: tuple[tuple[Key, ...], ...] = ()


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """What a text shares with another: the passages, and their words in all."""

    passages: tuple[SharedPassage, ...]
    words: int


def entered(key: Key, prints: Prints, index: PrintIndex[Key]) -> News[Key]:
    """Enter a text by its fingerprints into ``index`` and return what that brings.

    The time it takes does not grow with the number of texts, for no fingerprint is kept for
    more than :data:`FORMULA` of them.
    """
    formulas = set(index.formulas(prints))
    holders = index.holders(prints.keys() - formulas)
    new = {value for value, keys in holders.items() if len(keys) >= FORMULA}
    shared: defaultdict[Key, list[int]] = defaultdict(list)
    for value, keys in holders.items():
        for other in () if value in new else keys:
            shared[other].append(value)
    sizes = index.sizes(shared)
    likely = [
        other
        for other, values in shared.items()
        if len(values) >= enough(len(prints), sizes[other])
    ]
    index.enter(key, prints, formulas | new)
    worth = (other for other in likely if worth_comparing(prints, index.prints(other), index))
    doubtful = dict.fromkeys(tuple(holders[value]) for value in sorted(new))
    return News(worth=tuple(worth), doubtful=tuple(doubtful))


def enough(one: int, other: int) -> int:
    """Return how many fingerprints two texts with so many must share to be worth comparing."""
    return min(ENOUGH, max(1, min(one, other) // 3))


def worth_comparing(one: Prints, other: Prints, index: PrintIndex[Key]) -> bool:
    """Tell whether two texts share enough fingerprints close together that are no formulas."""
    needed = enough(len(one), len(other))
    common = one.keys() & other.keys()
    if len(common) < needed:
        return False
    common -= set(index.formulas(common))
    places = sorted((one[value], other[value]) for value in common)
    return any(
        _together(places[first : first + 4 * needed], needed)
        for first in range(len(places) - needed + 1)
    )


def _together(places: Sequence[tuple[int, int]], needed: int) -> bool:
    """Tell whether so many of the places are close to the first of them, in both texts."""
    at, there = places[0]
    near = (1 for i, j in places if i - at <= CLOSE and abs(j - there) <= CLOSE)
    return sum(near) >= needed


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
