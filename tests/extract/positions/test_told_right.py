"""Stands in stories of which only a part is told, or which nobody takes."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

NONE = [
    "Many of the weavers are expected to support [p1 Ruiz] in the spring.",
    "The guild voiced confidence that [p1 Ruiz] will support the salt lane.",
    "In the past, [p1 Ruiz] had voiced support for the salt lane.",
    "[p1 Ruiz] left early, not wanting to anger the millers.",
    "[p1 Ruiz] opposed a request by the guild to question her about the mill.",
    "[p1 Ruiz] defended her decision to press ahead.",
    "[p1 Ruiz] mocked a story about the salt lane.",
    "[p1 Ruiz] sought proposals from several mills.",
    "[s1 Lutha] reduced its support for the salt lane.",
    "[p1 Ruiz] backs whoever the millers choose.",
    "[p1 Ruiz] urged them to vote.",
]


@pytest.mark.parametrize("words", NONE)
def test_what_is_no_stand_or_stays_cut_is_left_out(words: str) -> None:
    assert not positions_of(words, plain=True)


@pytest.mark.parametrize(
    ("words", "who", "issue"),
    [
        ("[p1 Ruiz] left. [~p1 His] aides back the salt lane.", "Ruiz's aides", "salt lane"),
        ("[p1 Ruiz]'s advisers support the salt lane.", "Ruiz's advisers", "salt lane"),
        ("[p1 Ruiz] criticised mill chief [p2 Bo Lind] for acting as a judge.", "p1", "Bo Lind"),
        ("[p1 Ruiz] praised the handling of the salt lane.", "p1", "handling of salt lane"),
    ],
)  # fmt: skip
def test_holder_and_issue_are_told_whole(words: str, who: str, issue: str) -> None:
    found = positions_of(words, plain=True)
    assert (who, issue) in [(p.actor or p.actor_raw, p.issue) for p in found]
