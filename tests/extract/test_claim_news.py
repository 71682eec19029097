"""Acts, figures and forecasts of whole invented reports, read from plain text by the rules.

As in :mod:`extract.test_claim_stories` what is asked is a share; here also to whom acts are
addressed and who claims a figure. The floors lie below what is reached.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.extract import extract
from communique.model import Claims, Reading, Report, body_id, verify_account
from communique.model import account_of as account
from communique.read.rules import RuleReader
from extract.states import states_known
from extract.test_claim_stories import _covers, _is_named

STORIES = tomllib.loads(Path(__file__).with_name("claim_news.toml").read_text("utf-8"))["story"]
# kind -> least share found, least share right of what is made, least share with the last slot right
FLOORS = {
    "acts": (0.5, 0.75, 0.6),
    "figures": (0.8, 0.8, 0.5),
    "forecasts": (0.5, 0.8, 0.9),
}
Told = list[tuple[dict[str, Any], Reading, Claims]]


@pytest.fixture(scope="module")
def told() -> Iterator[Told]:
    """The stories, read with their invented states known."""
    reports = [
        Report(
            id=body_id(story["text"]),
            publication=body_id(story["text"])[:16],
            text=story["text"],
            published="2031-05-14",
            language="en",
        )
        for story in STORIES
    ]
    with states_known():
        readings = RuleReader().read(reports)
        yield [(s, r, extract(r)) for s, r in zip(STORIES, readings, strict=True)]


@pytest.mark.parametrize("kind", FLOORS)
def test_enough_is_found_and_enough_of_it_is_right(kind: str, told: Told) -> None:
    hits = wanted = made = slots = filled = 0
    for story, reading, claims in told:
        left = list(getattr(claims, kind))
        made += len(left)
        for line in sorted(story.get(kind, []), key=lambda entry: entry.startswith("?")):
            optional, entry = line.startswith("?"), re.split(r" \| ?", line.removeprefix("? "))
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


def test_what_is_told_of_the_stories_holds_as_an_account(told: Told) -> None:
    for _, reading, claims in told:
        verify_account(account(reading, claims))


def _act(reading: Reading, entry: list[str], claim: Any) -> bool:
    named = _is_named(reading, entry[1], claim.actor, claim.actor_raw)
    return claim.type in entry[0].split("|") and named and _covers(reading, entry[2], claim)


def _figure(reading: Reading, entry: list[str], claim: Any) -> bool:
    return _covers(reading, entry[0], claim)


def _forecast(reading: Reading, entry: list[str], claim: Any) -> bool:
    return _is_named(reading, entry[0], claim.by, None) and _covers(reading, entry[1], claim)


def _towards(reading: Reading, entry: list[str], claim: Any) -> bool | None:
    if len(entry) < 4:
        return None
    return claim.towards is not None and _is_named(reading, entry[3], claim.towards, None)


def _claimant(reading: Reading, entry: list[str], claim: Any) -> bool | None:
    who = entry[1].strip()
    if who in ("", "*"):
        return claim.claimant is None if not who else None
    return _is_named(reading, who, claim.claimant, None)


def _outcome(reading: Reading, entry: list[str], claim: Any) -> bool | None:
    wanted = entry[2] if len(entry) > 2 else "open"
    return claim.outcome in wanted.split("|")


Fit = Callable[[Reading, list[str], Any], bool]
Slot = Callable[[Reading, list[str], Any], bool | None]
_FITS: dict[str, Fit] = {"acts": _act, "figures": _figure, "forecasts": _forecast}
_SLOT: dict[str, Slot] = {"acts": _towards, "figures": _claimant, "forecasts": _outcome}
