"""Plans in stages as reports tell them, read from plain text: those that are, and look-alikes."""

from __future__ import annotations

from pathlib import Path

from extract.told import steps_are_told, told

CASES = Path(__file__).with_name("plans_in_news.toml")
LEAST = 0.85
"""Share of the plans that are found; the first time that they were read it was 0.5."""


def test_enough_plans_are_found_and_no_look_alike() -> None:
    cases = told(CASES)
    plans = [one for one in cases if one.case["steps"]]
    found = [one for one in plans if steps_are_told(one)]
    assert len(found) >= LEAST * len(plans)
    taken = [o.case["text"] for o in cases if not o.case["steps"] and o.claims.proposals]
    assert taken == []
