"""Stands told outright in direct speech, and speech that takes none."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

STANDS = [
    ("We want the two sailors home.", "for", "sailors home"),
    ("We would like to see the lake drained.", "for", "draining lake"),
    ("We respect the board's rules on fishing.", "for", "fishing rules"),
    ("We continue to stand behind the lake policy.", "for", "lake policy"),
    ("We will not pay for the wall.", "against", "paying for wall"),
    ("We will not send ships as long as the bay is mined.", "conditional", "sending ships"),
    ("Our goal is to rebuild the harbour.", "for", "rebuilding harbour"),
    ("I spoke about the importance of clean harbours.", "for", "clean harbours"),
    ("We see the blockade as a flagrant breach of the accord.", "against", "blockade"),
    ("What we don't want is a blockade.", "against", "blockade"),
    ("I don't think the toll is right.", "against", "tolls"),
    ("We have long supported the shared dam.", "for", "shared dam"),
    ("We do not recognise the new border line.", "against", "border line"),
    ("I would love the millers to be worse off.", "for", "millers to be worse off"),
    (
        "They were trying hard. We need a board which hears the millers.",
        "for",
        "board which hears millers",
    ),
]

NONE = [
    "I'd like the select board to see it.",
    "I want to make sure it's not lost.",
    "I wish everyone from the mill could read them.",
    "We need someone who cuts through all that.",
    "We call on other guilds and the millers.",
    "We did not denounce the toll on salt.",
    "We want to thank the mayor.",
    "I want to make sure I get this right.",
    "We'd like to get more information on it.",
    "I'd rather not talk about it.",
    "If we want the toll, we will say so.",
    "It's important to note that the toll fell.",
    "It was a very good meeting.",
    "The answer should be easy.",
    "It was an important meeting.",
    "We have to move on.",
    "I want to be a pilot.",
    "I hope I can come back.",
    "There is no question on it.",
    "You should read the report.",
    "The applicants have to fill in a form.",
    "We will make sure you get a copy.",
    "What do you think must happen to the toll?",
    "The towns we want to see lie on the lake.",
    "That's fair to say.",
]


@pytest.mark.parametrize(("words", "side", "issue"), STANDS)
def test_speech_takes_a_stand(words: str, side: str, issue: str) -> None:
    found = positions_of(f"<<p1|{words}>> [p1 Ruiz] said.")
    assert [(p.actor, p.polarity, p.issue) for p in found] == [("p1", side, issue)]


@pytest.mark.parametrize("words", NONE)
def test_speech_takes_no_stand(words: str) -> None:
    assert not positions_of(f"<<p1|{words}>> [p1 Ruiz] said.")
