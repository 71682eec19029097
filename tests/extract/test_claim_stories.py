"""Claims of whole invented reports, read from plain text by the rules.

What is asked is a share: how many of the claims that a reader wrote down are found, and how
many of those made are among them. The floors lie below what is reached (see docs/accuracy.md), so
that a change for the worse is seen and one in the reader's names is not.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.extract import extract
from communique.model import Claims, Reading, Report, Span, body_id, verify_account
from communique.model import account_of as account
from communique.read.rules import RuleReader
from extract.states import states_known

STORIES = tomllib.loads(Path(__file__).with_name("claim_stories.toml").read_text("utf-8"))["story"]
# kind -> least share found, least share right of what is made
FLOORS = {
    "positions": (0.5, 0.8),
    "forecasts": (0.6, 0.85),
    "acts": (0.45, 0.65),
    "proposals": (0.6, 0.6),
}


@pytest.fixture(scope="module")
def told() -> Iterator[list[tuple[dict[str, Any], Reading, Claims]]]:
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
def test_enough_is_found_and_enough_of_it_is_right(
    kind: str, told: list[tuple[dict[str, Any], Reading, Claims]]
) -> None:
    hits = wanted = made = 0
    for story, reading, claims in told:
        entries = sorted(map(_entry, story.get(kind, [])))
        left = list(getattr(claims, kind))
        made += len(left)
        for optional, slots in entries:
            found = next((c for c in left if _FITS[kind](reading, slots, c)), None)
            if found is not None:
                left.remove(found)
            hits += found is not None and not optional
            wanted += not optional
            made -= found is not None and optional
    found_least, right_least = FLOORS[kind]
    assert hits >= found_least * wanted, f"{hits} of {wanted} found"
    assert hits >= right_least * made, f"{hits} of {made} made are right"


def test_what_is_told_of_the_stories_holds_as_an_account(
    told: list[tuple[dict[str, Any], Reading, Claims]],
) -> None:
    for _, reading, claims in told:
        verify_account(account(reading, claims))


def _entry(line: str) -> tuple[bool, list[str]]:
    return line.startswith("?"), re.split(r" \| ?", line.removeprefix("? "))


def _position(reading: Reading, slots: list[str], claim: Any) -> bool:
    who, polarity, said = slots[:3]
    named = _is_named(reading, who, claim.actor, claim.actor_raw)
    held: bool = claim.polarity in polarity.split("|")
    return named and held and _covers(reading, said, claim)


def _forecast(reading: Reading, slots: list[str], claim: Any) -> bool:
    outcome = slots[3] if len(slots) > 3 else "open"
    named = _is_named(reading, slots[0], claim.by, None)
    settled: bool = claim.outcome == outcome
    return named and settled and _covers(reading, slots[1], claim)


def _act(reading: Reading, slots: list[str], claim: Any) -> bool:
    kind, who, said = slots[:3]
    named = _is_named(reading, who, claim.actor, claim.actor_raw)
    typed: bool = claim.type in kind.split("|")
    return typed and named and _covers(reading, said, claim)


def _proposal(reading: Reading, slots: list[str], claim: Any) -> bool:
    steps = [" ".join(step.what.split()).lower() for step in claim.steps]
    places = [
        next((n for n, step in enumerate(steps) if words.lower() in step), -1)
        for words in slots[1].split("; ")
    ]
    in_order = -1 not in places and places == sorted(places)
    return in_order and _is_named(reading, slots[0], claim.by, None)


_FITS = {
    "positions": _position,
    "forecasts": _forecast,
    "acts": _act,
    "proposals": _proposal,
}


def _is_named(reading: Reading, wanted: str, actor: str | None, raw: str | None) -> bool:
    if wanted == "*":
        return True
    names = raw or ""
    for one in reading.actors:
        if one.id == actor:
            printed = (span.of(reading.report.text) for span in one.mentions)
            names += " ".join((one.name, *one.aliases, *printed))
    return any(name.lower() in names.lower() for name in wanted.split("|"))


def _covers(reading: Reading, said: str, claim: Any) -> bool:
    """Tell whether two fifths of the words lie in what the claim rests on."""
    pattern = r"\s+".join(map(re.escape, said.split()))
    match = re.search(pattern, reading.report.text)
    assert match is not None, said
    words = Span(*match.span())
    shared = sum(
        max(0, min(span.end, words.end) - max(span.start, words.start)) for span in claim.evidence
    )
    return bool(shared >= 0.4 * len(words))
