"""Acts that somebody passes on are of whose they are."""

from __future__ import annotations

import pytest

from communique.extract import extract
from extract.build import reading

PASSED_ON = [
    # words, type, whose, in whose telling
    ("[p1 Lind] conveyed [p2 Ruiz]’s deep concern regarding the coup.", "criticise", "p2", "p1"),
    ("[p1 Lind] delivered [p2 Ruiz]’s invitation to visit the harbour.", "invite", "p2", "p1"),
    ("[p1 Lind] reaffirmed [s1 Lutha]’s commitment to open the port.", "promise", "p1", None),
    ("[p1 Lind] reaffirmed [~p1 his] commitment to open the port.", "promise", "p1", None),
]


@pytest.mark.parametrize(("words", "kind", "whose", "telling"), PASSED_ON)
def test_of_whom_an_act_is(words: str, kind: str, whose: str, telling: str | None) -> None:
    (act,) = extract(reading(words)).acts
    assert (act.type, act.actor, act.reported_by) == (kind, whose, telling)


@pytest.mark.parametrize(
    "words",
    [
        "[p1 Lind] reiterated [p2 Ruiz]’s commitment to open the port.",
        "[p1 Lind] underscored the commitment of [p2 Ruiz] to open the port.",
    ],
)
def test_what_another_is_committed_to_is_only_told(words: str) -> None:
    assert extract(reading(words)).acts == ()


@pytest.mark.parametrize(
    ("words", "towards"),
    [
        (
            "[s1 State of Ruritania] won. [p1 Lind] urged all [s1 Ruritanians] to help sailors.",
            None,
        ),
        ("[p1 Lind] urged [s1 Ruritania] to open the port.", "s1"),
    ],
)
def test_a_people_is_not_its_state(words: str, towards: str | None) -> None:
    assert [act.towards for act in extract(reading(words)).acts] == [towards]


def test_what_is_told_before_the_only_contact_is_said_to_nobody() -> None:
    words = (
        "[p1 Lind] warned that the port would be closed. "
        "[~p1 He] spoke by telephone with [p2 Ruiz] later that day."
    )
    assert [act.towards for act in extract(reading(words)).acts] == [None]
