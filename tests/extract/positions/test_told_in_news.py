"""Stands in short reports of agencies, interviewers and ministries, read from plain text.

Each file was written before the program read it. What is asked is a share: the floors lie a
little below what is reached (see docs/extract.md), so that a change for the worse is seen.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.told import names, stands, told

# file -> least share found, least share right of what is made
FLOORS = {
    "told_in_news.toml": (0.78, 0.9),
    "told_later.toml": (0.55, 0.85),
    "told_last.toml": (0.75, 0.9),
    "told_simply.toml": (0.8, 0.9),
    "told_briefly.toml": (0.6, 0.8),
    "told_spoken.toml": (0.55, 0.85),
    "told_firmly.toml": (0.62, 0.87),
    "told_in_politics.toml": (0.85, 0.85),
    "told_by_envoys.toml": (0.44, 0.9),
    "told_nested.toml": (0.55, 0.88),
    "told_transfer.toml": (0.55, 0.85),
    "told_in_genres.toml": (0.45, 0.75),
    "told_unseen.toml": (0.5, 0.8),
    "told_afresh.toml": (0.4, 0.8),
}


@pytest.mark.parametrize("name", FLOORS)
def test_enough_stands_are_found_and_right(name: str) -> None:
    counts = [stands(one) for one in told(Path(__file__).with_name(name))]
    found, wanted, made = (sum(each) for each in zip(*counts, strict=True))
    found_least, right_least = FLOORS[name]
    assert found >= found_least * wanted, f"{found} of {wanted} found"
    assert found >= right_least * made, f"{found} of {made} made are right"


def test_enough_issues_are_called_as_a_reader_would() -> None:
    counts = [names(one) for one in told(Path(__file__).with_name("told_firmly.toml"))]
    called, found = (sum(each) for each in zip(*counts, strict=True))
    assert called >= 0.75 * found, f"{called} of {found} called as wanted"
