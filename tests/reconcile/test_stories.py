"""Invented storylines, their contacts read without a fault: which are one."""

from __future__ import annotations

import random
import tomllib
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tests.reconcile.making import actor, contact
from tests.reconcile.test_occasions import as_judgement

from benchmarks import conll
from communique.model import Label, Place, Span, When
from communique.model.rows import ActorRef, ContactRow, ParticipantRow, ReportRef
from communique.reconcile.clusters import Clusters
from communique.reconcile.contacts.occasions import compared

STORIES = tomllib.loads(Path(__file__).with_name("stories.toml").read_text("utf-8"))["story"]
STATES = {"Norland", "Sudmark", "Talland", "Ostmark"}


def row(number: int, told: dict[str, Any]) -> ContactRow:
    who = [_participant(each) for each in told["who"]]
    day, place = told.get("day"), told.get("place")
    return replace(
        contact(number),
        report=ReportRef(
            id=f"r-{told['report']}", label=told["report"], published=told["published"]
        ),
        kind=told["kind"],
        status=told.get("status", "held"),
        participants=tuple(who),
        date=When(raw=day, value=day) if day else None,
        place=Place(raw=place, name=place, evidence=(Span(0, 4),)) if place else None,
        topics=tuple(Label(label=each, evidence=(Span(0, 4),)) for each in told.get("topics", ())),
        main=told.get("main", False),
        words=told["words"],
    )


def _participant(who: str) -> ParticipantRow:
    name, _, state = who.partition(" for ")
    return ParticipantRow(actor=_actor(name), represents=_actor(state) if state else None)


def _actor(name: str) -> ActorRef:
    return actor(name, "state" if name in STATES else "person")


def clusters(rows: list[ContactRow]) -> set[frozenset[str]]:
    found = (compared(a, b, None, rows) for a, b in combinations(rows, 2))
    joined = Clusters(as_judgement(opinion) for opinion in found if opinion)
    return {frozenset(joined.of(row.id)) for row in rows}


def told_so(story: dict[str, Any]) -> tuple[list[ContactRow], set[frozenset[str]]]:
    rows = [row(number, told) for number, told in enumerate(story["accounts"], start=1)]
    wanted: dict[str, set[str]] = defaultdict(set)
    for each, told in zip(rows, story["accounts"], strict=True):
        wanted[told["is"]].add(each.id)
    return rows, {frozenset(ids) for ids in wanted.values()}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_no_two_contacts_are_made_one(story: dict[str, Any]) -> None:
    rows, wanted = told_so(story)
    for cluster in clusters(rows):
        assert any(cluster <= one for one in wanted)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_the_order_does_not_matter(story: dict[str, Any]) -> None:
    rows, _ = told_so(story)
    found = clusters(rows)
    random.Random(7).shuffle(rows)
    assert clusters(rows) == found


def test_most_accounts_find_their_contact() -> None:
    gold: list[list[str]] = []
    found: list[list[str]] = []
    for number, story in enumerate(STORIES):
        rows, wanted = told_so(story)
        gold += [[f"{number} {id}" for id in one] for one in wanted]
        found += [[f"{number} {id}" for id in one] for one in clusters(rows)]
    score = conll.b_cubed(conll.partition(gold), conll.partition(found))
    assert score.f1 >= 0.9, score
