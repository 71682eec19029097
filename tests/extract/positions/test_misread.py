"""Words that look like a stand and are none, as campaign news and briefings have them."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

NONE = [
    "Many back the treaty.",
    "<<p1|We seek out voters who are for the treaty>>, [p1 Ruiz] said.",
    "[p1 Ruiz] acknowledged that she would need to win the vote on the treaty.",
    "Analysts questioned [s1 Lutha]'s commitment to peace.",
    "[p1 Ruiz] refused to rule out a treaty.",
    "[p1 Ruiz] rejected the accusations over the treaty.",
    "[p1 Ruiz] suggested that the treaty had been leaked.",
    "<<p1|I have never heard of a treaty on the reef>>, [p1 Ruiz] said.",
    "<<p1|They should do whatever the treaty says>>, [p1 Ruiz] said.",
    "Claims that [s1 Lutha] supports the coup are false.",
    "The perception that [s1 Lutha] wants to destroy the dam is wide-spread.",
    "[p1 Ruiz] has never suggested that the gates must be closed, or that [s1 Lutha] is to pay.",
    "[p1 Ruiz] rejected the idea that the treaty had failed.",
    "[p1 Ruiz] bristled at the implication that the truce was dead.",
    "[s1 Lutha] discussed [s2 Bordavia]'s unprovoked and unjust attack on the port.",
    "[p1 Ruiz] refuted [s1 Lutha]'s claimed commitment to peace.",
    "[o1 The Reef Bank] might be receptive to the treaty.",
    "[o1 The Reef Board] will be told at once if any towns are unwilling to sign the treaty.",
    "[o1 The Reef Bank] agreed to sell its two mills to [o2 Northern Freight].",
    "<<p1|We are prepared to coordinate>>, [p1 Ruiz] said.",
    "[p1 Ruiz] pushed for trillions in relief.",
    "[o1 The Reef Bank] is seeking investors for the port.",
]
# words -> sides
STANDS = [
    ("Many farmers back the treaty.", ["for"]),
    ("[s1 Lutha] will not hear of a truce.", ["against"]),
    ("[p1 Ruiz] rejected the treaty.", ["against"]),
    ("[p1 Ruiz] rejected the idea of a customs union.", ["against"]),
    ("[p1 Ruiz] would support a port treaty if the gates were opened.", ["conditional"]),
    ("<<p1|It's unacceptable to hold the sailors>>, [p1 Ruiz] said.", ["against"]),
    ("[s1 Lutha]'s commitment to the truce is firm.", ["for"]),
    ("[p1 Ruiz] suggested that the treaty had to be signed.", ["for"]),
]


@pytest.mark.parametrize("words", NONE)
def test_no_stand(words: str) -> None:
    assert not positions_of(words)


@pytest.mark.parametrize(("words", "want"), STANDS)
def test_a_stand_all_the_same(words: str, want: list[str]) -> None:
    assert [p.polarity for p in positions_of(words)] == want
