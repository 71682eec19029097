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
]


@pytest.mark.parametrize(("words", "want"), CASES)
def test_what_a_stand_is_on_may_go_before_it(words: str, want: list[Found]) -> None:
    found = [(p.actor or p.actor_raw, p.polarity, p.issue) for p in positions_of(words)]
    assert found == want
