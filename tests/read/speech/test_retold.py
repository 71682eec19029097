"""Speech told inside speech: words that were said, and not every verb of stance."""

from __future__ import annotations

import pytest

from .scene import said, told


def inner(words: str) -> list[tuple[str, str, str]]:
    """Return what is told inside “words”, which Orr says."""
    text = f"“{words}” Orr said."
    return [told(text, statement) for statement in said(text) if statement.parent]


@pytest.mark.parametrize(
    ("words", "source", "cue", "content"),
    [
        ("Lind said that the ferry was late.", "Lind", "said", "that the ferry was late"),
        ("Lind said the ferry was late.", "Lind", "said", "the ferry was late"),
        ("They say nothing can sail without them.", "They", "say", "nothing can sail without them"),
        ("I have already said that it was late.", "I", "have already said", "that it was late"),
        ("She asked whether it was late.", "She", "asked", "whether it was late"),
        ("Lind asked me to wait for the ferry.", "Lind", "asked", "to wait for the ferry"),
        ("Lind told me about the ferry.", "Lind", "told", "the ferry"),
    ],
)
def test_words_that_were_said_are_told_inside(
    words: str, source: str, cue: str, content: str
) -> None:
    assert inner(words) == [(source, cue, content)]


@pytest.mark.parametrize(
    "words",
    [
        "They criticised the move.",
        "You see what is going on.",
        "We understand that the ferry was late.",
        "I saw the letter from the harbour.",
        "That says it all.",
        "Lind says one thing today, another tomorrow.",
        "I suggest that we wait.",
        "They will say that it was late.",
        "One has to admit that the crew is good.",
        "It was late, as they say.",
        "We talked with the State Department of Nordia about it.",
    ],
)
def test_stances_and_things_unsaid_are_not(words: str) -> None:
    assert inner(words) == []


def test_in_the_narration_a_stance_counts_and_inside_it_does_not() -> None:
    assert len(said("Lind believes that the ferry is late.")) == 1
    assert len(said("Orr said that Lind believes that the ferry is late.")) == 1
    assert len(said("Orr said that Lind told her that the ferry is late.")) == 2


def test_what_a_verb_and_its_noun_attribute_is_one_statement() -> None:
    text = "Orr denied reports that the ferry was late."
    assert [told(text, s)[:2] for s in said(text)] == [("Orr", "denied")]
    text = "According to her opinion, the ferry was late."
    assert [told(text, s) for s in said(text)] == [("her", "According to", "the ferry was late")]
