"""Reports of one story by several publishers: their positions stand under shared issues."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from communique.extract import extract
from communique.model import Reading, Report, body_id
from communique.read.rules import RuleReader
from extract.states import states_known

STORIES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("issue_stories.toml").read_text("utf-8")
)["story"]

Told = dict[str, list[tuple[set[str], str]]]  # issue -> names of the holder and side


def _told(story: dict[str, Any]) -> Told:
    reports = [
        Report(
            id=body_id(one["text"]),
            publication=body_id(one["text"])[:16],
            text=one["text"],
            published="2031-05-21",
            language=one["language"],
        )
        for one in story["report"]
    ]
    told: Told = defaultdict(list)
    with states_known():
        for reading in RuleReader().read(reports):
            for position in extract(reading).positions:
                names = _names(reading, position.actor)
                told[position.issue].append((names, position.polarity))
    return told


def _names(reading: Reading, actor: str | None) -> set[str]:
    named = (a for a in reading.actors if a.id == actor)
    return {name for one in named for name in (one.name, *one.aliases)}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_reports_share_their_issues(story: dict[str, Any]) -> None:
    told = _told(story)
    missed = []
    for line in story["shared"]:
        issue, *stands = line.split(" | ")
        found = 0
        for who, side in (stand.rsplit(" ", 1) for stand in stands):
            hit = any(
                side == polarity and any(who in name for name in names)
                for names, polarity in told[issue]
            )
            found += hit
            missed += [] if hit else [f"{issue}: {who} {side}"]
        assert found > 1, f"{issue} is not shared: {sorted(told)}"
    asked = sum(line.count(" | ") for line in story["shared"])
    assert asked - len(missed) >= story["wanted"], missed


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_no_issue_is_told_on_both_sides_by_one_holder(story: dict[str, Any]) -> None:
    for issue, stands in _told(story).items():
        sides: dict[frozenset[str], set[str]] = defaultdict(set)
        for names, side in stands:
            sides[frozenset(names)].add(side)
        assert all(len(each) == 1 for each in sides.values()), issue
