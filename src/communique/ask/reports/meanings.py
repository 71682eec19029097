"""What sentences mean, as vectors: passages are found whose words are not those of a question.

A word's vector is what multilingual-e5-small, the encoder that the reader is made of, makes of
it, fitted to what it makes of whole sentences (after Model2Vec and Arora et al. 2017, "A simple
but tough-to-beat baseline"): a sentence's vector is the sum of its words'. So no network is run
for a question or a report, and the index costs a report hardly more than its words. All sums
are of whole numbers: the same words give the same vector on every machine.

``benchmarks/meaning_vectors.py`` makes the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

#: Numbers in a vector, of one byte each.
WIDTH = 64
_MOST = 127


class _Table(NamedTuple):
    rows: dict[str, int]
    vectors: Any


def meanings(places: Mapping[str, str], sentences: int) -> bytes:
    """Return the vectors of a text's sentences, :data:`WIDTH` bytes (signed) each.

    Args:
        places: Under each stem the numbers of the sentences with it, parted by spaces.
        sentences: How many there are. One with no word that is known has a vector of zeros.
    """
    import numpy as np

    rows, vectors = _table()
    words, numbers = [], []
    for stem, told in places.items():
        row = rows.get(stem)
        if row is not None:
            found = [int(number) for number in told.split()]
            words += [row] * len(found)
            numbers += found
    sums = np.zeros((sentences, WIDTH), np.int32)
    np.add.at(sums, np.array(numbers, np.intp), vectors[words])
    return bytes(_scaled(sums).tobytes())


def meaning(stems: Iterable[str]) -> bytes | None:
    """Return the vector of words together, or nothing where none of them is known."""
    rows, vectors = _table()
    known = sorted({rows[each] for each in stems if each in rows})
    if not known:
        return None
    scaled = _scaled(vectors[known].sum(axis=0, keepdims=True))
    return bytes(scaled.tobytes()) if scaled.any() else None


def vectors_of(stems: Sequence[str]) -> list[Any]:
    """Return the vectors of words at length 1, ``None`` for a word that is not known."""
    rows, units = _table().rows, _units()
    return [units[rows[each]] if each in rows else None for each in stems]


@lru_cache(maxsize=1)
def _units() -> Any:
    """Return all words' vectors at length 1."""
    import numpy as np

    vectors = _table().vectors.astype(np.float32)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1.0)


def _scaled(sums: Any) -> Any:
    """Return vectors of whole numbers, one a row, at one length as signed bytes."""
    import numpy as np

    lengths = np.sqrt((sums.astype(np.int64) ** 2).sum(axis=1, keepdims=True))
    return np.rint(_MOST * sums / np.maximum(lengths, 1)).astype(np.int8)


@lru_cache(maxsize=1)
def _table() -> _Table:
    """Return the words that are known and their vectors, read once."""
    import numpy as np

    folder = resources.files("communique.ask") / "data"
    words = (folder / "meanings.txt").read_text(encoding="utf-8").split("\n")
    with (folder / "meanings.npy").open("rb") as file:
        vectors = np.load(file)
    rows = {word: number for number, word in enumerate(words) if word}
    return _Table(rows, vectors.astype(np.int32))
