"""Short reports and the acts that they tell, above all to whom: by words, by a talk, to nobody."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.acts.scene import acts_behind

_TOLD = Path(__file__).parent / "addressed.toml"
_CASES = tomllib.loads(_TOLD.read_text(encoding="utf-8"))["case"]


def _slots(act: Any, names: dict[str, str], asked: dict[str, Any]) -> dict[str, Any]:
    slots = {
        "type": act.type,
        "by": names.get(act.actor or "", ""),
        "to": names.get(act.towards or "", ""),
        "what": act.what,
        "status": act.status,
        "teller": names.get(act.reported_by or "", ""),
    }
    return {name: slots[name] for name in asked}


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["text"][:60])
def test_a_report_tells_these_acts(case: dict[str, Any]) -> None:
    reading, acts = acts_behind("", case["text"])
    names = {actor.id: actor.name for actor in reading.actors}
    found = [_slots(act, names, asked) for act, asked in zip(acts, case["acts"], strict=False)]
    assert found == case["acts"]
    assert len(acts) == len(case["acts"])
