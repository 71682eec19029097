from __future__ import annotations

from tests.reconcile.making import HELK, MIRA, actor, contact

from communique.reconcile.parties import ALL_THE_SAME, is_journey, same_people

NORLAND, SUDMARK, OSTMARK = (actor(n, "state") for n in ("Norland", "Sudmark", "Ostmark"))


def test_a_journey_is_to_a_state_whomever_they_meet() -> None:
    assert is_journey(contact(1, MIRA, NORLAND, kind="visit"))
    assert is_journey(contact(1, MIRA, HELK, NORLAND, kind="visit"))
    assert not is_journey(contact(1, MIRA, HELK, kind="visit"))
    assert not is_journey(contact(1, MIRA, NORLAND, kind="meeting"))


def test_one_stop_in_common_makes_a_journey_of_one_traveller() -> None:
    long = contact(1, MIRA, NORLAND, SUDMARK, kind="visit")
    found = same_people(long, contact(2, MIRA, SUDMARK, OSTMARK, kind="visit"))
    assert found is not None
    assert found.score == ALL_THE_SAME
    assert found.why == "the same people (Mira Oduvan to Sudmark)"
    assert same_people(long, contact(2, MIRA, OSTMARK, kind="visit")) is None
    assert same_people(long, contact(2, HELK, NORLAND, kind="visit")) is None


def test_two_states_that_meet_are_no_journey() -> None:
    found = same_people(contact(1, NORLAND, SUDMARK), contact(2, NORLAND, OSTMARK))
    assert found is None
