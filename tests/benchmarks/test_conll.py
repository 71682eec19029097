"""The CoNLL scorer, on cases computed by hand."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from benchmarks.conll import (
    Score,
    assignment,
    b_cubed,
    ceaf_e,
    conll,
    muc,
    partition,
    without_singletons,
)
from hypothesis import given
from hypothesis import strategies as st

GOLD = partition(["abc", "de", "f"])


def close(score: Score, precision: float, recall: float) -> bool:
    return score.precision == pytest.approx(precision) and score.recall == pytest.approx(recall)


def test_a_perfect_answer() -> None:
    for metric in (muc, b_cubed, ceaf_e):
        assert metric(GOLD, GOLD) == (1.0, 1.0)
    assert conll(GOLD, GOLD) == pytest.approx(1.0)


def test_one_cluster_split_and_two_joined() -> None:
    # Found: ab, cde, f. Of 3 gold links (2 + 1) abc keeps 1 and de keeps 1; found has 1 + 2.
    found = partition(["ab", "cde", "f"])
    assert close(muc(GOLD, found), 2 / 3, 2 / 3)
    # Precision: a, b 2/2; c 1/3; d, e 2/3; f 1. Recall: a, b 2/3; c 1/3; d, e 2/2; f 1.
    assert close(b_cubed(GOLD, found), (2 + 1 / 3 + 4 / 3 + 1) / 6, (4 / 3 + 1 / 3 + 2 + 1) / 6)
    # Dice: abc-ab 4/5, de-cde 4/5, f-f 1.
    assert close(ceaf_e(GOLD, found), 2.6 / 3, 2.6 / 3)


def test_all_in_one_and_each_alone() -> None:
    together, apart = partition(["abcdef"]), partition("abcdef")
    # Of the 5 links that one cluster makes, 3 are gold.
    assert close(muc(GOLD, together), 3 / 5, 1.0)
    assert close(b_cubed(GOLD, together), (3 * 3 + 2 * 2 + 1) / 36, 1.0)
    assert close(ceaf_e(GOLD, together), 2 * 3 / 9, 2 * 3 / 9 / 3)
    assert muc(GOLD, apart) == (0.0, 0.0)
    assert close(b_cubed(GOLD, apart), 1.0, (1 + 1 + 1) / 6)
    # Dice: abc with one of its items 1/2, de 2/3, f 1.
    assert close(ceaf_e(GOLD, apart), (1 / 2 + 2 / 3 + 1) / 6, (1 / 2 + 2 / 3 + 1) / 3)


def test_items_of_one_side_only() -> None:
    gold, found = partition(["abc"]), partition(["abx"])
    assert close(muc(gold, found), 1 / 2, 1 / 2)
    assert close(b_cubed(gold, found), 4 / 9, 4 / 9)
    assert without_singletons(GOLD) == partition(["abc", "de"])


def test_nothing_scores_nothing() -> None:
    for metric in (muc, b_cubed, ceaf_e):
        assert metric(GOLD, []) == (0.0, 0.0)
        assert metric([], GOLD) == (0.0, 0.0)


@given(
    st.integers(1, 5).flatmap(
        lambda width: st.lists(
            st.lists(st.integers(0, 9), min_size=width, max_size=width), min_size=1, max_size=5
        )
    )
)
def test_the_assignment_is_the_best_there_is(rows: list[list[int]]) -> None:
    gains = np.array(rows, dtype=float)
    found = assignment(gains)
    assert len(found) == min(gains.shape)
    assert len({r for r, _ in found}) == len({c for _, c in found}) == len(found)
    wide = gains if gains.shape[0] <= gains.shape[1] else gains.T
    best = max(
        sum(wide[row, column] for row, column in enumerate(columns))
        for columns in permutations(range(wide.shape[1]), wide.shape[0])
    )
    assert sum(gains[r, c] for r, c in found) == pytest.approx(best)
