"""How close the words of a question are to those of a report, by what words mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from communique.ask.reports.concordance import numbers
from communique.ask.reports.meanings import vectors_of
from communique.ask.reports.pages import Page

#: Words that are less alike are strangers.
_STRANGE = 0.38


def closest(page: Page, stems: Sequence[str]) -> list[dict[int, float]]:
    """Return, for each stem, how close the closest word of each sentence of a page is to it."""
    words, vectors = _words(page)
    found: list[dict[int, float]] = []
    known = vectors_of(stems)
    for each, vector in zip(stems, known, strict=True):
        close: dict[int, float] = {}
        if vector is not None and len(words):
            like = vectors @ vector
            for at in (like >= _STRANGE).nonzero()[0]:
                if words[at] == each:
                    continue
                for number in numbers(page.places[words[at]]):
                    close[number] = max(close.get(number, 0.0), float(like[at]))
        found.append(close)
    return found


def _words(page: Page) -> tuple[list[str], Any]:
    """Return the words of a page that have a vector, and these at one length."""
    return _kept(_Key(page))


class _Key:
    """A page as a key."""

    __slots__ = ("page",)

    def __init__(self, page: Page) -> None:
        self.page = page

    def __hash__(self) -> int:
        return id(self.page)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.page is self.page


@lru_cache(maxsize=128)
def _kept(key: _Key) -> tuple[list[str], Any]:
    import numpy as np

    stems = list(key.page.places)
    vectors = vectors_of(stems)
    words = [each for each, vector in zip(stems, vectors, strict=True) if vector is not None]
    rows = [vector for vector in vectors if vector is not None]
    return words, np.array(rows) if rows else np.zeros((0, 64), np.float32)
