"""Stands that stories tell in plain words, whoever holds them and whatever they are on."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

# words -> holder (an actor, or words), side, issue
TOLD = [
    ("[p1 Ruiz] endorsed a harbour pass.", "p1", "for", "harbour pass"),
    ("Dockers have fought to keep the old crane.", "Dockers", "for", "keeping the old crane"),
    ("[p1 Ruiz] wants to close the salt lane.", "p1", "for", "closing the salt lane"),
    ("Mill owners, angry about the salt lane, left.", "Mill owners", "against", "salt lane"),
    ("Lawyers for a guild vowed to block mill sales.", "Lawyers for a guild",
     "against", "mill sales"),
    ("[p1 Ruiz] urged the guilds to share the quay.", "p1", "for", "sharing quay"),
    ("[p1 Ruiz] called the new salt lane a disaster.", "p1", "against", "salt lane"),
    ("[p1 Ruiz] described the choice of the site as disgraceful.", "p1", "against",
     "choice of the site"),
    ("The salt lane, which [p1 Ruiz] has called useless, is narrow.", "p1", "against", "salt lane"),
    ("[s1 Lutha] left, calling for a new count.", "s1", "for", "count"),
    ("The salt lane was backed by [p1 Ruiz] and [p2 Lind].", "p2", "for", "salt lane"),
    ("Outside, weavers protesting the salt lane were waiting.", "weavers", "against", "salt lane"),
    ("[p1 Ruiz] warned [s1 Lutha] against careless moves.", "p1", "against", "careless moves"),
    ("Calls by [p1 Ruiz] for a second count.", "p1", "for", "second count"),
    ("The weavers are willing to move the looms.", "The weavers", "for", "moving the looms"),
    ("[p1 Ruiz] continues to oppose the salt lane.", "p1", "against", "salt lane"),
    ("[p1 Ruiz] said <<p1|the new salt lane is disgraceful>>.", "p1", "against", "salt lane"),
    ("Weavers said they would appeal the toll ruling.", "Weavers", "against", "toll ruling"),
    ("Bakers in Varn have, in fact, praised the salt lane.", "Bakers in Varn", "for", "salt lane"),
    ("The salt lane, which [p1 Ruiz] has scolded in talks, is new.", "p1", "against", "salt lane"),
    ("[p1 Ruiz] called the toll a fundamental mistake.", "p1", "against", "tolls"),
    ("Tens of thousands of bakers marched on Sunday, demanding the release of the mayor.",
     "Tens of thousands of bakers", "for", "release of the mayor"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "who", "side", "issue"), TOLD)
def test_a_story_tells_where_somebody_stands(words: str, who: str, side: str, issue: str) -> None:
    found = positions_of(words, plain=True)
    assert (who, side, issue) in [(p.actor or p.actor_raw, p.polarity, p.issue) for p in found]


@pytest.mark.parametrize(
    "words",
    [
        "[p1 Ruiz] hopes to fly home before the feast.",
        "[p1 Ruiz] insists that the lane was kept.",
        "[p1 Ruiz] suggests that she is tired.",
        "[p1 Ruiz] called the mayor on Monday.",
        "The attack on the salt lane was backed by wind.",
        "[p1 Ruiz] wants to thank the weavers.",
        "[p1 Ruiz] did not condemn the sale.",
        "Shelves back the wall.",
        "The weavers said it should rain.",
        "[p1 Ruiz] called herself a failure.",
        "[p1 Ruiz] tried to find a seat.",
        "Does [p1 Ruiz] oppose the salt lane?",
        "[p1 Ruiz] said the weavers must have left.",
        "[p1 Ruiz] welcomed [p2 Lind] to the mill.",
        "The letters support the wall.",
        "[p1 Ruiz]'s disparaging remarks on the salt lane were old.",
        "[p1 Ruiz] did not demand the impossible.",
        "The troops marched back over the salt lane.",
        "[p1 Ruiz] wants to become party leader.",
    ],
)
def test_a_story_tells_more_than_where_somebody_stands(words: str) -> None:
    assert [(p.why, p.issue) for p in positions_of(words, plain=True)] == []


def test_who_speaks_at_length_is_left_to_the_narrower_readings() -> None:
    turns = "MR. LIND: [p1 Ruiz] endorsed a harbour pass.\n\n"
    assert len(positions_of("[p1 Ruiz] endorsed a harbour pass.", plain=True)) == 1
    assert positions_of(turns * 4, plain=True) == ()
