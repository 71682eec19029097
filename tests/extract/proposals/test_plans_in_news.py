"""Plans in stages as reports tell them, read from plain text: those that are, and look-alikes."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.told import is_named, steps_are_told, told

# file -> least share of the plans that are found
FLOORS = {
    "plans_in_news.toml": 0.85,
    "plans_later.toml": 0.7,
    "plans_of_sides.toml": 0.85,
    "plans_of_agencies.toml": 0.9,
    "plans_of_mediators.toml": 0.7,
    "plans_in_order.toml": 0.85,
    "plans_in_stages.toml": 0.9,
    "plans_for_parties.toml": 0.6,
    "plans_for_others.toml": 0.85,
    "plans_in_sentences.toml": 0.8,
}


@pytest.mark.parametrize("name", FLOORS)
def test_enough_plans_are_found_and_no_look_alike(name: str) -> None:
    cases = told(Path(__file__).with_name(name))
    plans = [one for one in cases if one.case["steps"]]
    found = [one for one in plans if steps_are_told(one)]
    assert len(found) >= FLOORS[name] * len(plans)
    taken = [o.case["text"] for o in cases if not o.case["steps"] and o.claims.proposals]
    assert taken == []


def test_who_backs_a_plan_and_who_turns_it_down() -> None:
    for one in told(Path(__file__).with_name("plans_of_agencies.toml")):
        for side in ("backed", "opposed"):
            for wanted in one.case.get(side, ()):
                (plan,) = one.claims.proposals
                sides = plan.backed_by if side == "backed" else plan.opposed_by
                assert any(is_named(one.reading, wanted, id) for id in sides), one.case["text"]
