"""Stands told behind what they are on, of what one "could" do, and the terms of talks."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

Found = tuple[str | None, str, str]
CASES: list[tuple[str, list[Found]]] = [
    ("The harbour levy, which [p1 Ruiz] opposes, is old.", [("p1", "against", "harbour levy")]),
    ("The harbour, which [p1 Ruiz] visited, is old.", []),
    (
        "[s1 Lutha] will only return to the table once the gates open.",
        [("s1", "conditional", "talks")],
    ),
    ("[s1 Lutha] could support the harbour levy.", []),
    ("[s1 Lutha] does not intend to give up the isles.", [("s1", "against", "giving up isles")]),
    (
        "<<p1|What we cannot accept is the harbour levy>>, [p1 Ruiz] said.",
        [("p1", "against", "harbour levy")],
    ),
    (
        "The authors, [p1 Ruiz] and [p2 Lind], oppose the harbour levy.",
        [("p1", "against", "harbour levy"), ("p2", "against", "harbour levy")],
    ),
    (
        "[p1 Ruiz] voiced support for the harbour levy and its concern over the raids.",
        [("p1", "for", "harbour levy"), ("p1", "against", "raids")],
    ),
    (
        "[p1 Ruiz] deplores the decision of the harbour board to close the ferry.",
        [("p1", "against", "closure of ferry")],
    ),
    ("[p1 Ruiz] spoke out in favour of a ban on nets.", [("p1", "for", "ban on nets")]),
    ("[p1 Ruiz] backed the harbour levy by 80 votes to 20.", [("p1", "for", "harbour levy")]),
    (
        "On the embargo, [s1 Lutha] demands that it be lifted at once.",
        [("s1", "against", "sanctions")],
    ),
]


@pytest.mark.parametrize(("words", "want"), CASES)
def test_what_a_stand_is_on_may_go_before_it(words: str, want: list[Found]) -> None:
    found = [(p.actor or p.actor_raw, p.polarity, p.issue) for p in positions_of(words)]
    assert found == want
