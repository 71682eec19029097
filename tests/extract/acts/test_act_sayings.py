"""Sentences and the acts that they tell: whole matters, right doers, whom, and no others."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.acts.scene import acts_behind

_HERE = Path(__file__).parent
_CASES = [
    {"lead": told["lead"], **case}
    for name in (
        "sayings.toml",
        "genres.toml",
        "forms.toml",
        "newsroom.toml",
        "company.toml",
        "onward.toml",
        "agencies.toml",
        "plain.toml",
        "deeds.toml",
        "judging.toml",
        "asking.toml",
        "vocabulary.toml",
    )
    for told in [tomllib.loads((_HERE / name).read_text(encoding="utf-8"))]
    for case in told["case"]
]


def _slots(act: Any, names: dict[str, str], asked: dict[str, Any]) -> dict[str, Any]:
    slots = {
        "type": act.type,
        "by": names.get(act.actor or "", "nobody"),
        "by_words": act.actor_raw,
        "to": names.get(act.towards or "", ""),
        "what": act.what,
        "status": act.status,
        "when": act.when.raw if act.when else "",
        "joint": [names[one] for one in act.joint],
        "also_to": [names[one] for one in act.also_towards],
    }
    return {name: slots[name] for name in asked}


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["words"][:60])
def test_a_sentence_tells_these_acts(case: dict[str, Any]) -> None:
    reading, acts = acts_behind(case["lead"], case["words"])
    names = {actor.id: actor.name for actor in reading.actors}
    found = [
        _slots(act, names, asked) for act, asked in zip(acts, case["acts"], strict=False)
    ]  # fmt: skip
    assert found == case["acts"]
    assert len(acts) == len(case["acts"])
