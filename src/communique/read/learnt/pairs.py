"""What is plainly true of two mentions: the same words, the same kind, how far apart.

The trained reference scorer adds a weight for each of these truths to the
network's own score of a pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int32]
Truths = npt.NDArray[np.bool_]

PAIR_TRUTHS = 32
"""How many weights the scorer has; a few at the end are unused."""

_PRONOUNS = {
    word: number
    for number, words in enumerate(
        (
            "he him his himself",
            "she her hers herself",
            "it its itself this that",
            "they them their theirs themselves these those",
            "i me my mine myself",
            "you your yours yourself yourselves",
            "we us our ours ourselves",
        ),
        start=1,
    )
    for word in words.split()
}
_STEPS = (1, 2, 4, 8, 16, 32, 64)
_UNIT_STEPS = (8, 32, 128, 512)


@dataclass(frozen=True, slots=True)
class Described:
    """Mentions in order of their starts, one number each: units, kind, words as integers."""

    first: Integers
    last: Integers
    kind: Integers
    whole: Integers
    head: Integers
    front: Integers
    pronoun: Integers


def describe(
    words: Sequence[str], mentions: Sequence[tuple[int, int]], kinds: Sequence[int]
) -> Described:
    """Describe mentions (first and last unit, last included) over the words of the units.

    ``kinds`` are columns of ``MENTION_KINDS``.
    """
    numbers: dict[str, int] = {}

    def number(text: str) -> int:
        return numbers.setdefault(text, len(numbers))

    rows = []
    for (first, last), kind in zip(mentions, kinds, strict=True):
        lowered = [word.lower() for word in words[first : last + 1]]
        bare = lowered[1:] if len(lowered) > 1 and lowered[0] in ("the", "a", "an") else lowered
        pronoun = _PRONOUNS.get(lowered[0], 0) if len(lowered) == 1 else 0
        rows.append(
            (first, last, kind, number(" ".join(bare)), number(bare[-1]), number(bare[0]), pronoun)
        )
    table = np.array(rows, np.int32).reshape(-1, 7)
    return Described(*table.T)


def truths(m: Described, rows: slice, columns: slice) -> Iterator[tuple[int, Truths]]:
    """Each truth's number, and where it holds: (later mentions ``rows``, earlier ``columns``)."""

    def same(values: Integers) -> Truths:
        return np.equal.outer(values[rows], values[columns])

    yield 0, same(m.whole)
    yield 1, same(m.head)
    yield 2, same(m.front)
    yield 3, same(m.kind // 3)
    form_row, form_column = m.kind[rows] % 3, m.kind[columns] % 3
    for number in range(9):
        yield 4 + number, np.logical_and.outer(form_row == number // 3, form_column == number % 3)
    order = np.arange(len(m.first), dtype=np.int32)
    apart = np.subtract.outer(order[rows], order[columns])
    nearness = np.searchsorted(np.array(_STEPS), apart)
    for number in range(len(_STEPS) + 1):
        yield 13 + number, nearness == number
    between = np.subtract.outer(m.first[rows], m.last[columns])
    gap = np.searchsorted(np.array(_UNIT_STEPS), between)
    for number in range(len(_UNIT_STEPS) + 1):
        yield 21 + number, gap == number
    yield 26, between <= 0
    both = np.logical_and.outer(m.pronoun[rows] > 0, m.pronoun[columns] > 0)
    alike = same(m.pronoun)
    yield 27, both & alike
    yield 28, both & ~alike
