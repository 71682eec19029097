from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.reconcile.making import HELK, LUND, MIRA, actor, contact

from communique.model import When
from communique.model.rows import ActorRef, ContactRow, ParticipantRow
from communique.reconcile.contacts.occasions import compared
from communique.reconcile.contacts.parties import ALL_THE_SAME, is_journey, same_people

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


class TestHousehold:
    """Who is of a leader's household is no side of his or her own."""

    def letters(self, more: ActorRef) -> tuple[ContactRow, ContactRow]:
        told = contact(1, day=None, kind="letter", words="wrote to")
        return told, replace(contact(2, MIRA, HELK, more), date=None, kind="letter")

    @pytest.mark.parametrize("name", ["the First Lady", "Jonas Oduvan", "his wife", "первая леди"])
    def test_they_weigh_nothing(self, name: str) -> None:
        one, other = self.letters(actor(name))
        people = same_people(one, other)
        assert people is not None
        assert people.score == ALL_THE_SAME
        found = compared(one, other, None, (one, other))
        assert found is not None
        assert found.verdict == "same"

    def test_another_is_a_party(self) -> None:
        one, other = self.letters(LUND)
        assert compared(one, other, None, (one, other)) is None

    def test_who_acts_for_a_state_is_a_side(self) -> None:
        one, other = self.letters(LUND)
        more = ParticipantRow(actor=actor("Jonas Oduvan"), represents=actor("Sudmark", "state"))
        other = replace(other, participants=(*other.participants[:2], more))
        assert compared(one, other, None, (one, other)) is None


class TestDescribed:
    """Who is only described by an office is whom the other account names with that very title."""

    STATE = actor("Norway", "state")

    def of(self, name: str, words: str) -> ContactRow:
        guest = ParticipantRow(actor=actor(name), represents=self.STATE)
        told = contact(len(words), MIRA, words=words)
        return replace(told, participants=(*told.participants, guest))

    @pytest.mark.parametrize(
        ("described", "words", "is_one"),
        [
            ("the Norwegian prime minister", "met Prime Minister Ola Helk of Norway", True),
            ("the prime minister of Norway", "met Prime Minister Ola J. Helk", True),
            ("the Norwegian prime minister", "met Foreign Minister Ola Helk of Norway", False),
            ("his Norwegian counterpart", "met Prime Minister Ola Helk", False),
        ],
    )
    def test_by_the_title_before_the_name(
        self, described: str, words: str, *, is_one: bool
    ) -> None:
        one, other = self.of(described, "met him"), self.of("Ola Helk", words)
        assert bool(same_people(one, other)) == bool(same_people(other, one)) == is_one

    def test_who_travels_to_the_same_two_states(self) -> None:
        one = contact(1, actor("the President"), NORLAND, SUDMARK, kind="visit")
        other = contact(2, MIRA, NORLAND, SUDMARK, kind="visit", words="the President travels")
        assert same_people(one, other) is not None
        other = replace(other, words="Oduvan travels")
        assert same_people(one, other) is None
        headline = replace(other.report, label="Remarks by President Oduvan")
        assert same_people(one, replace(other, report=headline)) is not None
        assert same_people(one, contact(2, MIRA, SUDMARK, kind="visit", words=other.words)) is None


def test_the_first_of_several_journeys_is_not_the_last() -> None:
    first, last = (contact(n, MIRA, NORLAND, kind="visit", day=None) for n in (1, 2))
    last = replace(last, date=When(raw="May", value="2031-05"), words="visited Norland in May")
    first = replace(first, words="her first visit to Norland")
    last = replace(last)
    assert compared(first, last) is None
    assert compared(replace(first, words="her visit to Norland"), last) is not None
