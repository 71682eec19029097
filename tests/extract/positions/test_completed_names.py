"""Names of issues with what is joined to their last noun, and what a deed is for."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of


@pytest.mark.parametrize(
    ("words", "issue"),
    [
        (
            "[p1 Ruiz] is committed to connecting citizens and businesses across the strait.",
            "connecting citizens and businesses across strait",
        ),
        (
            "[p1 Ruiz] opposes admitting [s1 Lutha] and [s2 Tavria] into the harbour union.",
            "admitting lutha and tavria into harbour union",
        ),
        (
            "[p1 Ruiz] supports fiscal discipline and accountability.",
            "fiscal discipline and accountability",
        ),
        # What goes on is another clause.
        ("[p1 Ruiz] backs fishing quotas and strengthens the fleet.", "fishing quotas"),
        ("[p1 Ruiz] supports the harbour levy and a leader of the port.", "harbour levy"),
    ],
)
def test_a_name_goes_on_to_its_end(words: str, issue: str) -> None:
    assert [p.issue for p in positions_of(words)] == [issue]


@pytest.mark.parametrize(
    "words",
    [
        "[p1 Ruiz] endorsed a federal ban.",
        "[p1 Ruiz] rejected modest reforms.",
        "[p1 Ruiz] voiced support for the private organisation.",
        "[p1 Ruiz] opposes moves to target those who fish at night.",
    ],
)
def test_a_name_that_says_nothing_alone_is_left_out(words: str) -> None:
    assert positions_of(words) == ()
