"""Spellings of one sound."""

from __future__ import annotations

from communique.reconcile.spelling import alike


def test_spellings_of_one_diphthong_are_alike() -> None:
    for one, other in (("neineiov", "neyneyov"), ("meier", "meyer"), ("sergei", "sergey")):
        assert alike(one, other) >= 0.9
