"""Pieces: the sub-word vocabulary of the encoder.

A unigram model (Kudo 2018, "Subword Regularization"): a word is cut into the
pieces whose scores (log probabilities) add up highest. Words are cut one at a
time, so offsets never pass through the vocabulary; a cut is remembered.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cached_property

SPACE = "\u2581"
LONGEST_WORD = 16
"""At most so many pieces stand for one word; the encoder is not shown the rest of a longer one."""

_REMEMBERED = 60_000
_UNKNOWN_COST = 10.0


class Pieces:
    """A vocabulary of pieces with their scores; cuts words into piece numbers.

    The number of a piece is its place in ``pieces``. ``unknown`` is the number
    used for a character that no piece covers. Scores may be printed numbers: of a
    hundred thousand few are ever looked at, so they are read then.
    """

    def __init__(
        self, pieces: Sequence[str], scores: Sequence[float | str], *, unknown: int
    ) -> None:
        self._ids = dict(zip(pieces, range(len(pieces)), strict=True))
        self._scores = scores
        self._longest = max(map(len, pieces))
        self._unknown = unknown
        self._known: dict[tuple[str, bool], tuple[int, ...]] = {}

    def of(self, word: str, spaced: bool) -> tuple[int, ...]:
        """The piece numbers of a word: at least one, at most ``LONGEST_WORD``.

        ``spaced`` says whether white space precedes it, which the vocabulary
        marks on the first piece. Compatibility forms are folded (NFKC).
        """
        key = (word, spaced)
        numbers = self._known.get(key)
        if numbers is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            numbers = self._known[key] = self._best(self._folded(word, spaced))
        return numbers

    @staticmethod
    def _folded(word: str, spaced: bool) -> str:
        folded = unicodedata.normalize("NFKC", word[: 8 * LONGEST_WORD])
        return SPACE + folded if spaced else folded

    @cached_property
    def _unknown_score(self) -> float:
        return min(map(float, self._scores)) - _UNKNOWN_COST

    def _best(self, word: str) -> tuple[int, ...]:
        """The highest-scoring cut (Viterbi over the ends of pieces)."""
        size = len(word)
        best = [0.0] + [float("-inf")] * size
        came_from = [(0, self._unknown)] * (size + 1)
        for end in range(1, size + 1):
            for start in range(max(0, end - self._longest), end):
                number = self._ids.get(word[start:end])
                if number is None:
                    if start < end - 1:
                        continue
                    number, score = self._unknown, best[start] + self._unknown_score
                else:
                    score = best[start] + float(self._scores[number])
                if score > best[end]:
                    best[end], came_from[end] = score, (start, number)
        return self._walk_back(came_from, size)

    def _walk_back(self, came_from: list[tuple[int, int]], end: int) -> tuple[int, ...]:
        numbers: list[int] = []
        while end > 0:
            end, number = came_from[end]
            numbers.append(number)
        return tuple(reversed(numbers))[:LONGEST_WORD] or (self._unknown,)
