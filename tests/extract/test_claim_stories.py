"""Claims of whole invented reports, read from plain text by the rules.

What is asked is a share: how many of the claims that a reader wrote down are found, and how
many of those made are among them. The floors lie below what is reached (see docs/accuracy.md), so
that a change for the worse is seen and one in the reader's names is not.
"""

from __future__ import annotations

from typing import Any

import pytest

from communique.model import Reading, verify_account
from communique.model import account_of as account
from extract.stories import Told, covers, entries_of, is_named, told_stories

# kind -> least share found, least share right of what is made
FLOORS = {
    "positions": (0.49, 0.8),
    "forecasts": (0.6, 0.85),
    "acts": (0.45, 0.65),
    "proposals": (0.6, 0.6),
}


@pytest.fixture(scope="module")
def told() -> list[Told]:
    """The stories, read with their invented states known."""
    return told_stories("claim_stories.toml")


@pytest.mark.parametrize("kind", FLOORS)
def test_enough_is_found_and_enough_of_it_is_right(kind: str, told: list[Told]) -> None:
    hits = wanted = made = 0
    for story, reading, claims in told:
        left = list(getattr(claims, kind))
        made += len(left)
        for slots, optional in entries_of(story, kind):
            found = next((c for c in left if _FITS[kind](reading, slots, c)), None)
            if found is not None:
                left.remove(found)
            hits += found is not None and not optional
            wanted += not optional
            made -= found is not None and optional
    found_least, right_least = FLOORS[kind]
    assert hits >= found_least * wanted, f"{hits} of {wanted} found"
    assert hits >= right_least * made, f"{hits} of {made} made are right"


def test_what_is_told_of_the_stories_holds_as_an_account(told: list[Told]) -> None:
    for _, reading, claims in told:
        verify_account(account(reading, claims))


def _position(reading: Reading, slots: list[str], claim: Any) -> bool:
    who, polarity, said = slots[:3]
    named = is_named(reading, who, claim.actor, claim.actor_raw)
    held: bool = claim.polarity in polarity.split("|")
    return named and held and covers(reading, said, claim)


def _forecast(reading: Reading, slots: list[str], claim: Any) -> bool:
    outcome = slots[3] if len(slots) > 3 else "open"
    named = is_named(reading, slots[0], claim.by, None)
    settled: bool = claim.outcome == outcome
    return named and settled and covers(reading, slots[1], claim)


def _act(reading: Reading, slots: list[str], claim: Any) -> bool:
    kind, who, said = slots[:3]
    named = is_named(reading, who, claim.actor, claim.actor_raw)
    typed: bool = claim.type in kind.split("|")
    return typed and named and covers(reading, said, claim)


def _proposal(reading: Reading, slots: list[str], claim: Any) -> bool:
    steps = [" ".join(step.what.split()).lower() for step in claim.steps]
    places = [
        next((n for n, step in enumerate(steps) if words.lower() in step), -1)
        for words in slots[1].split("; ")
    ]
    in_order = -1 not in places and places == sorted(places)
    return in_order and is_named(reading, slots[0], claim.by, None)


_FITS = {
    "positions": _position,
    "forecasts": _forecast,
    "acts": _act,
    "proposals": _proposal,
}
