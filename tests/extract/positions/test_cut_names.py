"""Names that go on behind an adjective, a number or a noun that wants more; such as say nothing."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

# words -> name of the issue; None: no position
NAMES = [
    # behind an adjective, a number or a mark
    ("[p1 Ruiz] supports a separate Ministry of Rivers.", "separate ministry of rivers"),
    ("[p1 Ruiz] backed a hypothetical $3 billion harbour package.", None),
    ("[p1 Ruiz] supports access to quality, affordable water.",
     "access to quality, affordable water"),
    ("[p1 Ruiz] supports a compassionate and humane law on asylum.",
     "compassionate and humane law on asylum"),
    ("[p1 Ruiz] endorsed the Lutha-U.S. Trade Plan.", None),
    # behind a noun that wants what is to be done
    ("[p1 Ruiz] supports the right of any miner to join a guild.",
     "right of any miner to join guild"),
    ("[p1 Ruiz] supports the right of any miner to seek to join a guild.",
     "right of any miner to seek to join guild"),
    ("[p1 Ruiz] opposes attempts by the guild to raise the water levy.", "raising water levy"),
    ("[p1 Ruiz] called for giving the board the power to cut water fees.",
     "giving board power to cut water fees"),
    # what says nothing
    ("[p1 Ruiz] applauded [p2 Lind]'s decision.", None),
    ("[p1 Ruiz] disagreed with the board's ruling.", None),
    ("[p1 Ruiz] supports the use of existing mechanisms.", None),
    ("[p1 Ruiz] does not endorse any private entity.", None),
    ("<<p1|We have a commitment to this investigation>>, [p1 Ruiz] said.", None),
    # a share, a question, and whom one asks
    ("[p1 Ruiz] is committed to ensure that 40 percent of benefits flow to hill towns.", None),
    ("[p1 Ruiz] called on the board to review how wells are counted.", None),
    ("[p1 Ruiz] urged cities in the north to come.", None),
    ("[p1 Ruiz] supports [s1 Lutha] against its neighbours.", "Lutha"),
    ("[p1 Ruiz] supports cooperation to develop and test safer pumps.",
     "cooperation to develop and test safer pumps"),
    # recognition is a state's
    ("[p1 Ruiz] is committed to the recognition of [s1 Lutha].", "recognition"),
    ("[p1 Ruiz] is committed to recognising what is at stake.", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "label"), NAMES)
def test_name(words: str, label: str | None) -> None:
    assert [p.issue for p in positions_of(words)] == ([label] if label else [])
