"""Stands told of what receives them, of holders without a name, and of who is unwilling."""

from __future__ import annotations

import pytest

from extract.positions.test_position_cases import positions_of

Found = tuple[str | None, str, str]
CASES: list[tuple[str, list[Found]]] = [
    ("The harbour levy won backing from [p1 Ruiz].", [("p1", "for", "harbour levy")]),
    ("The harbour levy drew sharp criticism from [s1 Lutha].", [("s1", "against", "harbour levy")]),
    ("The harbour levy has the full support of [p1 Ruiz].", [("p1", "for", "harbour levy")]),
    ("The harbour levy enjoys [s1 Lutha]'s support.", [("s1", "for", "harbour levy")]),
    ("Donors have sided in support of [p1 Ruiz].", []),
    (
        "The plan to scrap the harbour levy was rejected by [p1 Ruiz].",
        [("p1", "against", "plan to scrap harbour levy")],
    ),
    ("[p1 Ruiz] is unwilling to give up the islands.", [("p1", "against", "giving up islands")]),
    ("[p1 Ruiz] is unwilling to comment on the harbour levy.", []),
    (
        "The governor, however, opposes the harbour levy.",
        [("The governor", "against", "harbour levy")],
    ),
    ("Conservatives oppose the harbour levy.", [("Conservatives", "against", "harbour levy")]),
    (
        "The chamber of commerce opposes the harbour levy.",
        [("The chamber of commerce", "against", "harbour levy")],
    ),
    ("A poll says 65 percent of Republicans oppose the harbour levy.", []),
]


@pytest.mark.parametrize(("words", "want"), CASES)
def test_who_takes_which_stand(words: str, want: list[Found]) -> None:
    found = [(p.actor or p.actor_raw, p.polarity, p.issue) for p in positions_of(words)]
    assert found == want
