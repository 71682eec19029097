"""What one expects of somebody is asked; what one expects of the weather is not."""

from __future__ import annotations

import pytest

from communique.extract import extract
from extract.acts.test_act_cases import Told, told
from extract.build import reading

ASKED: list[tuple[str, list[Told]]] = [
    ("[p1 Ruiz] expects guarantees from [s2 Borduria].", [("request", "p1", "s2", "stated")]),
    ("[p1 Ruiz] expected concrete steps from [p2 Lind].", [("request", "p1", "p2", "stated")]),
    ("[s1 Ruritania] expects an apology from [s2 Borduria].", [("request", "s1", "s2", "stated")]),
    ("[s1 Ruritania] awaits an answer from [p2 Lind].", [("request", "s1", "p2", "stated")]),
    (
        "<<p1|We now expect further concessions from [s2 Borduria]>>, [p1 Ruiz] said.",
        [("request", "p1", "s2", "stated")],
    ),
]

NONE = [
    "[p1 Ruiz] expects rain from the north.",
    "[p1 Ruiz] expects a letter from [p2 Lind].",
    "[p1 Ruiz] expects progress by June.",
    "[p1 Ruiz] did not expect support from [p2 Lind].",
    "<<p1|Do you expect an answer from [p2 Lind]?>>, [p1 Ruiz] asked.",
]


@pytest.mark.parametrize(("marked", "acts"), ASKED)
def test_what_is_expected_of_somebody(marked: str, acts: list[Told]) -> None:
    read = reading(marked + " [s2 Borduria] and [s1 Ruritania] are neighbours.")
    assert [told(act) for act in extract(read).acts] == acts


@pytest.mark.parametrize("marked", NONE)
def test_what_is_only_expected(marked: str) -> None:
    assert [told(act) for act in extract(reading(marked)).acts] == []
