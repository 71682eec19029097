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
]
# words -> sides
STANDS = [
    ("Many farmers back the treaty.", ["for"]),
    ("[s1 Lutha] will not hear of a truce.", ["against"]),
    ("[p1 Ruiz] rejected the treaty.", ["against"]),
    ("[s1 Lutha]'s commitment to the truce is firm.", ["for"]),
    ("[p1 Ruiz] suggested that the treaty had to be signed.", ["for"]),
]


@pytest.mark.parametrize("words", NONE)
def test_no_stand(words: str) -> None:
    assert not positions_of(words)


@pytest.mark.parametrize(("words", "want"), STANDS)
def test_a_stand_all_the_same(words: str, want: list[str]) -> None:
    assert [p.polarity for p in positions_of(words)] == want
