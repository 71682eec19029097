"""Acts, figures and forecasts of whole invented reports, read from plain text by the rules.

As in :mod:`extract.test_claim_stories` what is asked is a share; here also to whom acts are
addressed and who claims a figure. The floors lie below what is reached.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from communique.model import Reading, verify_account
from communique.model import account_of as account
from extract.stories import Told, covers, entries_of, is_named, told_stories

# kind -> least share found, least share right of what is made, least share with the last slot right
FLOORS = {
    "acts": (0.5, 0.75, 0.6),
    "figures": (0.8, 0.8, 0.5),
    "forecasts": (0.5, 0.8, 0.9),
}


@pytest.fixture(scope="module")
def told() -> list[Told]:
    """The stories, read with their invented states known."""
    return told_stories("claim_news.toml")


@pytest.mark.parametrize("kind", FLOORS)
def test_enough_is_found_and_enough_of_it_is_right(kind: str, told: list[Told]) -> None:
    hits = wanted = made = slots = filled = 0
    for story, reading, claims in told:
        left = list(getattr(claims, kind))
        made += len(left)
        for entry, optional in entries_of(story, kind):
            found = next((c for c in left if _FITS[kind](reading, entry, c)), None)
            if found is not None:
                left.remove(found)
                right = _SLOT[kind](reading, entry, found)
                slots += right is not None
                filled += bool(right)
            hits += found is not None and not optional
            wanted += not optional
            made -= found is not None and optional
    found_least, right_least, filled_least = FLOORS[kind]
    assert hits >= found_least * wanted, f"{hits} of {wanted} found"
    assert hits >= right_least * made, f"{hits} of {made} made are right"
    assert filled >= filled_least * slots, f"{filled} of {slots} have the last slot right"


def test_what_is_told_of_the_stories_holds_as_an_account(told: list[Told]) -> None:
    for _, reading, claims in told:
        verify_account(account(reading, claims))


def _act(reading: Reading, entry: list[str], claim: Any) -> bool:
    named = is_named(reading, entry[1], claim.actor, claim.actor_raw)
    return claim.type in entry[0].split("|") and named and covers(reading, entry[2], claim)


def _figure(reading: Reading, entry: list[str], claim: Any) -> bool:
    return covers(reading, entry[0], claim)


def _forecast(reading: Reading, entry: list[str], claim: Any) -> bool:
    return is_named(reading, entry[0], claim.by, None) and covers(reading, entry[1], claim)


def _towards(reading: Reading, entry: list[str], claim: Any) -> bool | None:
    if len(entry) < 4:
        return None
    return claim.towards is not None and is_named(reading, entry[3], claim.towards, None)


def _claimant(reading: Reading, entry: list[str], claim: Any) -> bool | None:
    who = entry[1].strip()
    if who in ("", "*"):
        return claim.claimant is None if not who else None
    return is_named(reading, who, claim.claimant, None)


def _outcome(reading: Reading, entry: list[str], claim: Any) -> bool | None:
    wanted = entry[2] if len(entry) > 2 else "open"
    return claim.outcome in wanted.split("|")


Fit = Callable[[Reading, list[str], Any], bool]
Slot = Callable[[Reading, list[str], Any], bool | None]
_FITS: dict[str, Fit] = {"acts": _act, "figures": _figure, "forecasts": _forecast}
_SLOT: dict[str, Slot] = {"acts": _towards, "figures": _claimant, "forecasts": _outcome}
