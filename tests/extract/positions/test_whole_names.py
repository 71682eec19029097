"""An issue is named by a whole noun phrase that tells which one is meant, or not at all."""

from __future__ import annotations

import pytest

from communique.extract.lexicon import lexicon_for
from communique.extract.positions.issue_names.wholeness import is_whole
from extract.positions.test_position_cases import positions_of

# words -> label, or nothing
NAMES: list[tuple[str, str | None]] = [
    # what verbs and adjectives show to be cut or a clause
    ("[p1 Ruiz] supports four new wells pursuant to the Act on Water.", None),
    ("[s1 Lutha] reaffirmed its commitment to ensure that clinics continue to treat them.", None),
    ("[p1 Ruiz] supports paid leave for sailors.", "paid leave for sailors"),
    # what is somebody's and tells nothing
    ("[p1 Ruiz] welcomed [s1 Lutha]'s contributions to the fund.", None),
    ("[p1 Ruiz] welcomed the Council's steps to open the coast.", None),
    ("[p1 Ruiz] rejected [s1 Lutha]'s water tax.", "lutha's water tax"),
    # relations between words
    ("[p1 Ruiz] supports [s1 Lutha]'s right to self-defence.", "lutha's right to self-defence"),
    ("[s1 Lutha] reaffirmed its commitment to internationally recognised fishing rights.",
     "fishing rights"),
    ("[p1 Ruiz] is doing everything to lift the sanctions.", "sanctions"),
    ("[p1 Ruiz] condemned the attack on the port.", "attack on port"),
    ("<<p1|[s1 Luthan] troops must leave the island>>, [p1 Ruiz] said.", "withdrawal of troops"),
    ("<<p1|[p2 Lind] must resign>>, [p1 Ruiz] said.", "resignation of lind"),
    ("<<p1|The wells should be shared by all>>, [p1 Ruiz] said.", None),
    ("<<p1|Our tax code should reward work>>, [p1 Ruiz] said.", None),
]  # fmt: skip

# words -> no stand at all
NONE = [
    "<<p1|We want a future without a threat of violence>>, [p1 Ruiz] said.",
    "[p1 Ruiz] fought against in the war.",
    "<<p1|We are always ready to talk about issues that may come up>>, [p1 Ruiz] said.",
    "Officials insist that they give no support to the rebels.",
    "[p1 Ruiz] loves her son and supports her son.",
]


@pytest.mark.parametrize(("words", "label"), NAMES)
def test_issue(words: str, label: str | None) -> None:
    assert [p.issue for p in positions_of(words)] == ([label] if label else [])


@pytest.mark.parametrize("words", NONE)
def test_no_stand(words: str) -> None:
    assert not positions_of(words)


def test_who_does_everything_to_lift_sanctions_is_against_them() -> None:
    (found,) = positions_of("[p1 Ruiz] is doing everything to lift the sanctions.")
    assert found.polarity == "against"


def test_word_classes() -> None:
    english = lexicon_for("en")
    assert is_whole(english, ("fair", "prices"), deed=False)
    assert is_whole(english, ("right", "to", "assemble"), deed=False)
    assert is_whole(english, ("opening", "gates"), deed=True)
    assert not is_whole(english, ("services", "continue"), deed=False)
    assert not is_whole(english, ("reliable",), deed=False)


GOING_ON = [
    ("[s1 Lutha] is committed to high-standard commitments on digital trade in the region.",
     "high-standard commitments on digital trade in region"),
    ("[p1 Ruiz] called for competitive grants for harbours and said so.",
     "competitive grants for harbours"),
    ("[p1 Ruiz] supports global norms against the misuse of mines and was applauded.",
     "global norms against misuse of mines"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "issue"), GOING_ON)
def test_a_thin_noun_goes_on_with_what_it_is_on(words: str, issue: str) -> None:
    assert [p.issue for p in positions_of(words)] == [issue]
