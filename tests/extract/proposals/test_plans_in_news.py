"""Plans in stages as reports tell them, read from plain text: those that are, and look-alikes."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.told import steps_are_told, told

# file -> least share of the plans that are found
FLOORS = {"plans_in_news.toml": 0.85, "plans_later.toml": 0.7, "plans_of_sides.toml": 0.85}


@pytest.mark.parametrize("name", FLOORS)
def test_enough_plans_are_found_and_no_look_alike(name: str) -> None:
    cases = told(Path(__file__).with_name(name))
    plans = [one for one in cases if one.case["steps"]]
    found = [one for one in plans if steps_are_told(one)]
    assert len(found) >= FLOORS[name] * len(plans)
    taken = [o.case["text"] for o in cases if not o.case["steps"] and o.claims.proposals]
    assert taken == []
