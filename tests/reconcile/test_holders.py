"""Whom a description of an office means, beside forms of address and names cut short."""

from __future__ import annotations

import pytest
from tests.reconcile.test_actors import known, verdict
from tests.reconcile.test_short_names import meant

from communique.model.matching import KnownActor
from communique.reconcile.actors.actors import keys, looked_up
from communique.reconcile.actors.people import is_cut_short

MAY = "2031-05"


def described(name: str, title: str = "President", of: str = "Norland") -> KnownActor:
    return known(name, (title, of, MAY), described=True)


def held(name: str, title: str = "President", of: str = "Norland", **more: object) -> KnownActor:
    return known(name, (title, of, MAY), **more)


class TestFormsOfAddress:
    @pytest.mark.parametrize(
        ("told", "given"),
        [("King", "His Majesty King"), ("Emir", "Amir Sheikh"), ("Emir", "His Highness the Amir")],
    )
    def test_they_are_no_part_of_the_office(self, told: str, given: str) -> None:
        holder = held("Oskar Rahl", given)
        assert meant(described(f"the {told} of Norland", told), holder) == holder.id

    def test_another_office_is_none_of_them(self) -> None:
        assert meant(described("the King of Norland", "King"), held("Rahl", "Crown Prince")) is None


class TestWhoHeldIt:
    def test_one_named_far_more_often_than_all_others(self) -> None:
        head, other = held("Mira Oduvan", reports=90), held("Pia Lund", reports=2)
        assert meant(described("the President of Norland"), head, other) == head.id
        rival = held("Lena Brenn", reports=30)
        assert meant(described("the President of Norland"), head, other, rival) is None

    def test_who_is_well_known_for_another_office_is_not(self) -> None:
        months = [("Chancellor", "Sudmark", f"2031-{n:02}") for n in range(1, 12)]
        famous = known("Mira Oduvan", *months, ("President", "Norland", MAY), reports=60)
        head = held("Pia Lund", reports=6)
        assert meant(described("the President of Norland"), famous, head) == head.id

    @pytest.mark.parametrize("name", ["the next President", "the newly elected Norland president"])
    def test_of_who_is_to_come_nothing_is_told(self, name: str) -> None:
        assert meant(described(name), held("Mira Oduvan", reports=90)) is None

    def test_whose_head_it_is_is_told_with_its_state(self) -> None:
        head = held("Mira Oduvan")
        assert meant(described("the head of Norland", "head"), head) == head.id
        assert meant(described("its head", "head"), head) is None

    def test_letters_of_an_office_hold_none(self) -> None:
        head = held("Mira Oduvan")
        assert meant(described("the President of Norland"), head, held("PSTN")) == head.id

    def test_whose_leader_somebody_is_is_no_name(self) -> None:
        head = held("Mira Oduvan", reports=4)
        assert meant(described("the President"), head, held("Norland’s President")) == head.id
        king = held("Mira King", "Mayor", reports=4)
        assert meant(described("the mayor", "Mayor"), king) == king.id


class TestNamesCutShort:
    @pytest.mark.parametrize("cut", ["Mira Oduvan", "Oduvan Rahl", "Mira Odouvan"])
    def test_they_are_one_by_their_office(self, cut: str) -> None:
        full = held("Mira Oduvan Rahl")
        assert is_cut_short(cut, full.name)
        assert verdict(held(cut), full) == "same"
        assert verdict(held(cut, of="Sudmark"), full) != "same"
        assert keys(full) & looked_up(held(cut))
        assert keys(held(cut)) & looked_up(full)

    @pytest.mark.parametrize("other", ["Mira Rahl Oduvan", "Rahl", "M. Oduvan", "Pia Oduvan"])
    def test_others_are_not(self, other: str) -> None:
        assert not is_cut_short(other, "Mira Oduvan Rahl")


def test_a_lone_name_is_whose_whole_family_name_it_is() -> None:
    office = ("President", "Norland", MAY)
    head, wife = known("Jonas Oduvan Jr.", office), known("Pia Rahl-Oduvan", office)
    assert meant(known("Oduvan", office), head, wife) == head.id
    assert meant(known("Oduvan", office), head, known("Lena Oduvan", office)) is None


def test_of_two_holders_about_a_month_the_one_within_a_month() -> None:
    before = known("Mira Oduvan", ("President", "Norland", "2031-03"))
    after = known("Pia Lund", ("President", "Norland", "2031-04"), ("President", "Norland", MAY))
    assert meant(described("the President of Norland"), before, after) == after.id
    both = known("Lena Brenn", ("President", "Norland", MAY))
    assert meant(described("the President of Norland"), before, after, both) is None


def test_a_lone_name_that_stands_first_is_known_by_a_leaders_title() -> None:
    office = ("Prime Minister", "Norland", MAY)
    lone, full = known("Haoming", office), known("Haoming Wen-Tarrow", office)
    assert meant(lone, full) == full.id
    assert keys(full) & looked_up(lone)


def test_who_is_once_called_the_one_is_somebody_in_particular() -> None:
    head = held("Mira Oduvan")
    vague = known("a Norland president", ("President", "Norland", MAY), described=True)
    assert meant(vague, head) is None
    told = known(
        "a Norland president",
        ("President", "Norland", MAY),
        described=True,
        aliases=("the Norland President",),
    )
    assert meant(told, head) == head.id


def test_who_is_to_hold_an_office_does_not_hold_it_yet() -> None:
    after = ("Chair", "Ferry Board", "2031-06")
    chair, coming = known("Pia Lund", after), ("Nominee", "", "2031-04")
    described = known("the Chair of the Ferry Board", ("Chair", "Ferry Board", MAY), described=True)
    assert meant(described, chair) == chair.id
    assert meant(described, known("Pia Lund", after, coming)) is None
