"""Whose deeds are told as "we" before the press, what a reporter says, and thanks in a room."""

from __future__ import annotations

import pytest

from extract.acts.scene import acts_behind

_BRIEFING = """Press Briefing by Press Secretary Ida Moor

MS. MOOR:  Good afternoon, everyone.

Q    {asked}

MS. MOOR:  {told}

Q    Thank you.

Q    And the ferries?

MS. MOOR:  They sail.

MS. MOOR:  That is all.
"""


@pytest.mark.parametrize(
    ("told", "kind", "actor"),
    [
        ("We announced a loan of $40 million for the ports of Tavria.", "announce", False),
        ("We welcome the return of the ferries to Lake City.", "welcome", True),
    ],
)
def test_a_spokesman_does_only_what_is_said(told: str, kind: str, actor: bool) -> None:
    _, acts = acts_behind("", _BRIEFING.format(asked="What of the ports?", told=told))
    (act,) = (one for one in acts if one.type == kind)
    assert bool(act.actor) is actor
    assert act.actor_raw == "We"


def test_we_of_a_signed_text_is_whoever_signs() -> None:
    signed = "I was glad to see the new locks. We commit to keeping the ports open.\n\nIda Moor"
    reading, acts = acts_behind("", signed)
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names.get(act.actor or "") for act in acts] == ["Ida Moor"]


def test_what_a_reporter_says_of_the_one_asked_is_none() -> None:
    asked = "You support the levy on the ferries of Tavria. Why not drop it?"
    _, acts = acts_behind("", _BRIEFING.format(asked=asked, told="It is needed."))
    assert [act.type for act in acts if act.type == "support"] == []


_ROOM = """Remarks at the Harbour

MR. LIND:  Thank you{called} for the new locks and the three lighthouses.

MS. MOOR:  Thank you.

MR. SAND:  The ferries sail.
"""


@pytest.mark.parametrize(("called", "thanks"), [("", 0), (", Ida,", 1)])
def test_whom_one_of_several_speakers_thanks(called: str, thanks: int) -> None:
    _, acts = acts_behind("Ida Moor is a pilot.\n\n", _ROOM.format(called=called))
    assert len([act for act in acts if act.type == "thank" and "locks" in act.what]) == thanks
