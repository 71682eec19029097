import random

import pytest

from communique.read.learnt.windows import plan


@pytest.mark.parametrize("seed", range(30))
def test_every_unit_is_read_once_in_windows_that_fit(seed: int) -> None:
    draw = random.Random(seed)
    sizes = [draw.randint(1, 16) for _ in range(draw.randint(1, 400))]
    opens = [draw.random() < 0.05 for _ in sizes]
    windows = plan(sizes, opens, 64, draw.choice([0, 10, 30, 63]))
    assert [u for w in windows for u in range(w.own, w.own_last)] == list(range(len(sizes)))
    for w in windows:
        assert w.first <= w.own < w.own_last <= w.last
        assert sum(sizes[w.first : w.last]) <= 64


def test_nothing_to_read() -> None:
    assert plan([], [], 64, 8) == []


def test_a_window_ends_before_a_paragraph_near_its_end() -> None:
    opens = [at in (0, 18) for at in range(40)]
    assert plan([1] * 40, opens, 20, 0)[0].last == 18


def test_windows_share_pieces_only_inside_a_paragraph() -> None:
    opens = [at in (0, 18) for at in range(60)]
    windows = plan([1] * 60, opens, 20, 6)
    assert [(w.first, w.last) for w in windows] == [(0, 18), (18, 38), (32, 52), (46, 60)]
    assert [(w.own, w.own_last) for w in windows] == [(0, 18), (18, 35), (35, 49), (49, 60)]


def test_a_unit_larger_than_a_window_still_gets_one() -> None:
    assert [(w.first, w.last) for w in plan([9, 9], [True, False], 4, 2)] == [(0, 1), (1, 2)]
