"""WordPiece, greedy from the left, small letters: the vocabulary of MiniLM."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


class WordPieces:
    """Cuts words as BERT's uncased tokenizer does (Devlin et al. 2019), one word at a time."""

    def __init__(self, pieces: Sequence[str], unknown: int) -> None:
        self._ids = {piece: number for number, piece in enumerate(pieces)}
        self._unknown = unknown

    def of(self, word: str, spaced: bool) -> tuple[int, ...]:
        """The piece numbers of a word; ``spaced`` makes no difference here."""
        folded = unicodedata.normalize("NFD", word.lower())
        folded = "".join(c for c in folded if unicodedata.category(c) != "Mn")[:64]
        numbers, at = [], 0
        while at < len(folded):
            for end in range(len(folded), at, -1):
                number = self._ids.get(("##" if at else "") + folded[at:end])
                if number is not None:
                    numbers.append(number)
                    at = end
                    break
            else:
                return (self._unknown,)
        return tuple(numbers[:16]) or (self._unknown,)
