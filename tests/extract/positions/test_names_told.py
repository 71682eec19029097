"""What an issue is called where the words go on, break off or only lead to it."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

# words -> side and name of the issue; None: no position
NAMES: list[tuple[str, tuple[str, str] | None]] = [
    (
        "[p1 Ruiz] stressed her commitment to hold the junta in Varn to account.",
        ("for", "holding junta in varn to account"),
    ),
    (
        "[p1 Ruiz] called for cities and states to use the flood fund.",
        ("for", "using flood fund"),
    ),
    ("[p1 Ruiz] is committed to keeping people housed.", ("for", "keeping people housed")),
    (
        "[p1 Ruiz] stressed the importance of keeping the 1.5 degree limit within reach.",
        ("for", "keeping 1.5 degree limit within reach"),
    ),
    (
        "[p1 Ruiz] called on merchants to bring fuel prices down for everyone.",
        ("for", "bringing fuel prices down"),
    ),
    (
        "[p1 Ruiz] urged [s2 Lutha] to ensure that [s3 Bordavia] does not attack the dam.",
        ("against", "attacking dam"),
    ),
    (
        "[p1 Ruiz] backs legislation that would release all miners.",
        ("for", "law that would release all miners"),
    ),
    (
        "[p1 Ruiz] voiced support for the pursuit of a just and lasting peace.",
        ("for", "peace"),
    ),
    (
        "[p1 Ruiz] is committed to protecting fundamental freedoms versus the junta.",
        ("for", "human rights"),
    ),
    (
        "<<p1|The fight for civil rights must be fought in every town>>, [p1 Ruiz] said.",
        ("for", "human rights"),
    ),
    ("[p1 Ruiz] supports the truce even if it costs her the vote.", ("for", "ceasefire")),
    ("[p1 Ruiz] called for a whole-of-government approach.", None),
    ("[p1 Ruiz] praised the work of this Summit.", None),
    ("<<p1|I can't talk to his psychology>>, [p1 Ruiz] said.", None),
    ("[p1 Ruiz] is sick of the town being called a backwater.", None),
    ("[p1 Ruiz] called for a peaceful transfer of power.", ("for", "transfer of power")),
    (
        "[p1 Ruiz] reaffirmed [s2 Lutha]'s commitment to the truce.",
        ("for", "ceasefire"),
    ),
]


@pytest.mark.parametrize(("words", "want"), NAMES, ids=[words for words, _ in NAMES])
def test_a_name_is_whole_or_not_made(words: str, want: tuple[str, str] | None) -> None:
    found = [(p.polarity, p.issue) for p in positions_of(words)]
    assert found == ([want] if want else [])


def test_who_praises_is_not_the_owner_of_what_was_reaffirmed() -> None:
    found = positions_of(
        "[p1 Ruiz] reaffirmed the [s2 Lutha] commitment to the truce and commended the efforts "
        "of [p2 Lind] to end the embargo."
    )
    assert {p.actor for p in found} == {"p1"}
