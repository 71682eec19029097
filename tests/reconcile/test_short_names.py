"""Whom lone names mean where many bear them, and names that stand in another order."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.reconcile.test_actors import known, verdict

from communique.model.matching import KnownActor
from communique.reconcile.actors.actors import keys, looked_up
from communique.reconcile.actors.short_names import resolved


def titled(name: str, title: str, months: int, **more: object) -> KnownActor:
    """A person whom reports of so many months give a title."""
    held = [(title, "", f"203{n // 12}-{n % 12 + 1:02}") for n in range(months)]
    return known(name, *held, **more)


def meant(lone: KnownActor, *others: KnownActor) -> str | None:
    found = resolved(lone, others)
    return None if found is None else next(i for i in found.items if i != lone.id)


def test_of_many_so_called_the_one_who_is_named_far_more_often() -> None:
    head = titled("Mira Oduvan", "President", 40, reports=900)
    kin = [titled("Jonas Oduvan", "President", 9, reports=60), known("Pia Oduvan", reports=200)]
    assert meant(titled("Oduvan", "President", 60, reports=3000), head, *kin) == head.id
    rival = titled("Lena Oduvan", "President", 30, reports=500)
    assert meant(titled("Oduvan", "President", 60), head, rival, *kin) is None


def test_who_is_now_and_then_given_anothers_title_hardly_counts() -> None:
    head = titled("Mira Oduvan", "President", 5, reports=128)
    months = [("First Lady", "", f"2031-{n:02}") for n in range(1, 8)]
    wife = known("Pia Oduvan", *months, ("President", "", "2031-05"), reports=64)
    assert meant(titled("Oduvan", "President", 6, reports=256), head, wife) == head.id


def test_the_bare_name_is_who_is_called_so_with_a_title() -> None:
    head = titled("Mira Oduvan", "President", 5, reports=64)
    others = [known("Pia Oduvan", reports=16), known("Jonas Oduvan", reports=8)]
    president = replace(titled("Oduvan", "President", 6, reports=256), id="a-president")
    assert meant(known("Oduvan", reports=32), head, *others) is None
    assert meant(known("Oduvan", reports=32), head, *others, president) == head.id
    judge = replace(titled("Oduvan", "Judge", 6, reports=256), id="a-judge")
    assert meant(known("Oduvan", reports=32), head, *others, judge) is None


def test_a_name_with_initials_is_whom_a_lone_name_with_the_same_title_means() -> None:
    initials = known("G. T. Oduvan", ("Mayor", "", "2031-05"))
    assert meant(known("Oduvan", ("Mayor", "", "2031-06")), initials) == initials.id
    assert meant(known("Oduvan", ("Bishop", "", "2031-06")), initials) is None
    assert meant(known("Oduvan"), initials) is None


def test_a_lieutenant_general_is_called_general() -> None:
    general = known("Oduvan", ("General", "", "2031-05"))
    assert meant(general, titled("Mira Oduvan", "Lieutenant General", 2)) == "a-Mira Oduvan"
    assert meant(general, titled("Mira Oduvan", "Attorney General", 2)) is None


def test_a_title_in_which_the_word_is_another_does_not_count() -> None:
    general = known("Oduvan", ("General", "", "2031-05"))
    assert meant(general, known("Mira Oduvan", ("Attorney General", "", "2031-05"))) is None
    assert meant(general, known("Mira Oduvan", ("Gen.", "", "2031-05"))) is not None
    king = known("Oduvan", ("His Majesty King", "", "2031-05"))
    assert meant(king, known("Lena Oduvan", ("Her Majesty Queen", "", "2031-05"))) is None
    assert meant(king, known("Jonas Oduvan", ("King", "", "2031-05"))) is not None


class TestFamilyNameFirst:
    WEN = known("Wen Haoming", ("President", "Norland", "2031-05"), reports=30)

    def test_a_title_in_common_tells_it(self) -> None:
        lone = known("Wen", ("President", "", "2031-06"), reports=200)
        assert meant(lone, self.WEN) == self.WEN.id
        assert looked_up(lone) & keys(self.WEN)
        assert looked_up(self.WEN) & keys(lone)

    def test_without_one_it_may_be_anybodys_given_name(self) -> None:
        assert meant(known("Wen"), self.WEN) is None
        assert meant(known("Wen", ("Judge", "", "2031-06")), self.WEN) is None
        other_state = known("Wen", ("President", "Sudmark", "2031-06"))
        assert meant(other_state, self.WEN) is None

    def test_a_title_that_many_have_tells_it_of_one_known_far_better(self) -> None:
        lone, full = titled("Ines", "Senator", 1), titled("Ines Helk", "Senator", 1, reports=9)
        assert meant(lone, full) == full.id
        assert meant(titled("Ines", "Senator", 1, reports=4), full) is None
        assert meant(lone, titled("Rosa Ines Helk", "Senator", 1, reports=9)) is None
        assert meant(lone, both := titled("Rosa Ines-Helk", "Senator", 1)) == both.id
        assert meant(titled("Tomas van", "Senator", 1), titled("Tomas Helk", "Senator", 1)) is None

    def test_whose_family_name_it_is_comes_first(self) -> None:
        wen = known("Ling Wen", ("President", "", "2031-06"))
        assert meant(known("Wen", ("President", "", "2031-06")), self.WEN, wen) == wen.id

    def test_two_of_that_name_and_title_are_nobody(self) -> None:
        other = known("Wen Guoping", ("President", "Sudmark", "2031-05"), reports=20)
        assert meant(known("Wen", ("President", "", "2031-06")), self.WEN, other) is None


def test_a_title_cut_short_is_no_given_name() -> None:
    assert meant(known("Pres. Oduvan"), known("Mira Oduvan", reports=9)) == "a-Mira Oduvan"


def test_a_title_before_a_full_name_is_no_given_name() -> None:
    assert verdict(known("Whip Mira Oduvan"), known("Mira Oduvan")) == "same"
    assert verdict(known("Treasury Secretary Mira Oduvan"), known("Mira Oduvan")) == "same"
    assert verdict(known("Major Oduvan"), known("Mira Oduvan")) != "same"
    assert verdict(known("Judge Tomas Helk"), known("Ines Tomas Helk")) != "same"


@pytest.mark.parametrize("word", ["Sustainability", "Navigation", "Data", "Settlements"])
def test_what_is_done_or_what_something_is_like_is_nobodys_name(word: str) -> None:
    lone = titled(word, "Chief", 1)
    assert meant(lone, known(f"Mira {word}", ("Chief", "", "2031-05"), reports=9)) is None
    assert verdict(known(f"Oduvan {word}"), known(f"{word} Oduvan")) is None


@pytest.mark.parametrize(
    ("one", "other"), [("GOP Harrow", "Harrow GOP"), ("Tarvelo HarNovEl", "HarNovEl-Tarvelo")]
)
def test_firms_and_parties_are_not_turned_round_like_persons(one: str, other: str) -> None:
    assert verdict(known(one), known(other)) != "same"
    assert verdict(known("Wen Haoming"), known("Haoming Wen")) == "same"
    assert verdict(known("WEN HAOMING"), known("HAOMING WEN")) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("River Partnership for", "Partnership for River"),
        ("National Museum of Norwegian", "Norwegian National Museum"),
        ("Harbour Alliance", "Alliance of Harbour"),
        ("of the Harbour Office", "Harbour Office"),
        ("Unity Government", "Government of Unity"),
    ],
)
def test_parts_of_names_and_names_whose_order_counts(one: str, other: str) -> None:
    assert verdict(known(one, kind="organisation"), known(other, kind="organisation")) is None
    ministry = [known(n, kind="organisation") for n in ("Harbour Ministry", "Ministry of Harbour")]
    assert verdict(*ministry) == "same"


def test_two_initials_are_one_persons_however_they_are_spelt() -> None:
    spaced = known("G. T. Oduvan", ("Mayor", "", "2031-05"))
    for name in ("G.T. Oduvan", "GT Oduvan"):
        other = known(name, ("Mayor", "", "2031-07"))
        assert meant(spaced, other) == other.id
    assert meant(spaced, known("G. Oduvan", ("Mayor", "", "2031-05"))) is None
    assert meant(spaced, known("G. M. Oduvan", ("Mayor", "", "2031-05"))) is None
    assert meant(known("G. Oduvan"), known("G. Oduvan ", ("Bishop", "", "2031-05"))) is None


def test_an_office_in_letters_is_no_given_name() -> None:
    full = known("Ines Rahl", ("Director", "Lake Board", "2031-05"))
    assert meant(known("CEO Rahl"), full) == full.id


def test_the_first_of_two_family_names_is_known_by_an_office() -> None:
    held = ("President", "Tarvenia", "2031-05")
    full, lone = known("Rodo Chaldes Riva", held), known("Chaldes", held)
    assert meant(lone, full) == full.id
    assert looked_up(full) & keys(lone)
    assert any(key.startswith("first:") for key in keys(full) & looked_up(lone))
    assert meant(known("Chaldes"), full) is None
    assert meant(known("A president", held), known("Rodo President Riva", held)) is None


def test_rulers_are_told_by_their_number() -> None:
    fourth = known("Ottokar IV", ("His Majesty King", "Norland", "2031-05"))
    also, lone = replace(known("Ottokar IV"), id="a-9"), known("Ottokar", ("King", "", "2031-05"))
    assert meant(lone, fourth) == fourth.id
    assert meant(also, fourth) == fourth.id
    assert meant(lone, fourth, known("Ottokar III", ("King", "", "2031-05"))) is None
    assert meant(known("Ottokar", ("Mayor", "", "2031-05")), fourth) is None
    assert meant(known("Ottokar III"), fourth) is None


def test_a_ruler_of_two_names_and_a_number_is_not_called_by_the_first_alone() -> None:
    pope = known("Jonas Paulus II", ("Pope", "", "2031-06"))
    assert meant(known("Jonas", ("Pope", "", "2031-05")), pope) is None
    assert meant(known("Jonas Paulus", ("Pope", "", "2031-05")), pope) == pope.id


def test_pm_is_the_prime_minister() -> None:
    head = known("Mira Oduvan", ("Prime Minister", "Norland", "2031-05"))
    assert meant(known("Oduvan", ("PM", "", "2031-05")), head) == head.id


def test_a_lone_name_and_title_is_one_person_where_nobody_is_named_in_full() -> None:
    speaker = known("Oduvan", ("Chancellor", "", "2031-05"), ("host", "", "2031-05"))
    also = replace(known("Oduvan", ("Chancellor", "", "2031-06")), id="a-9")
    assert meant(speaker, also) == also.id
    for other in (("Mayor", "", "2031-05"), ("Chancellor", "Norland", "2031-05")):
        mine = known("Oduvan", ("Senator", "", "2031-05"), ("Chancellor", "Sudmark", "2031-05"))
        assert meant(mine, replace(known("Oduvan", other), id="a-9")) is None
    smith = known("Smith", ("Chancellor", "", "2031-05"))
    assert meant(smith, replace(smith, id="a-9")) is None
    untitled = replace(known("Oduvan"), id="a-8")
    assert meant(untitled, replace(untitled, id="a-9")) == "a-9"
    assert meant(untitled, replace(untitled, id="a-9"), known("Pia Oduvan", reports=0)) is None
    assert meant(untitled, also) is None
    elder = known("Oduvan Sr.", ("Chancellor", "", "2031-06"))
    assert meant(speaker, elder) is None


def test_the_only_holder_of_an_office_is_meant_without_a_title() -> None:
    head = known("Mira Oduvan", ("President", "Norland", "2031-05"), reports=8)
    assert meant(known("Oduvan", reports=16), head) == head.id
    assert meant(known("Oduvan", reports=20), head) == head.id  # of whom eight reports tell
    assert meant(known("Oduvan", reports=20), replace(head, reports=7)) is None
    assert meant(known("Oduvan", reports=16), known("Mira Oduvan", reports=8)) is None


def test_emeritus_is_no_given_name() -> None:
    head = known("Mira Oduvan", ("Speaker", "", "2031-05"))
    assert meant(known("Emerita Oduvan", ("Speaker", "", "2032-05")), head) == head.id


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Chairman of the Joint Ferry Board", "Chairman"),
        ("Secretary of State", "Secretary"),
        ("Minister of Salt", "Minister"),
    ],
)
def test_a_title_may_leave_out_what_it_is_of(title: str, other: str) -> None:
    lone, so_called = known("Oduvan", (title, "", "2031-05")), titled("Oduvan", other, 2)
    also = replace(so_called, id="a-so-called")
    assert meant(lone, also) == also.id
    assert (
        meant(lone, replace(also, holdings=titled("Oduvan", f"Prime {other}", 2).holdings)) is None
    )


@pytest.mark.parametrize("title", ["Chair", "Chairperson", "House Whip", "Ranking Member"])
def test_who_leads_in_a_parliament_sits_in_it(title: str) -> None:
    lone = known("Oduvan", (title, "", "2031-05"))
    assert meant(lone, titled("Mira Oduvan", "Senator", 2)) == "a-Mira Oduvan"
    assert meant(lone, titled("Mira Oduvan", "Mayor", 2)) is None


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("White House Task Force on Ferry Safety", "Ferry Safety Task Force", "same"),
        ("Working Group on Salt", "Salt Working Group", "same"),
        ("Norland Journal", "Norland Journal of Salt", "same"),
        ("A-C-I-P", "P&I", None),
        ("F&D", "D&F", None),
    ],
)
def test_bodies_by_their_words(one: str, other: str, found: str | None) -> None:
    assert verdict(*(known(name, kind="organisation") for name in (one, other))) == found


def test_of_one_person_named_in_two_ways_the_better_known_is_meant() -> None:
    usual = titled("Mira Oduvan", "Minister", 5, reports=64)
    odd = replace(titled("Harbours Mira Oduvan", "Minister", 5), id="a-0")
    assert meant(titled("Oduvan", "Minister", 5), usual, odd) == usual.id


def test_who_is_of_the_household_is_not_meant_by_another_title() -> None:
    head = titled("Mira Oduvan", "President", 5)
    months = [("Second Gentleman", "", f"2031-{n:02}") for n in range(1, 8)]
    consort = known("Jonas Oduvan", *months, ("President", "Mira", "2031-05"))
    lone = known("Oduvan", ("President", "Mira", "2031-05"))
    assert meant(lone, consort, head) == head.id
    assert meant(titled("Oduvan", "Second Gentleman", 3), consort, head) == consort.id


def test_al_may_be_a_given_name() -> None:
    given = titled("Al Oduvan", "Representative", 3)
    assert meant(given, titled("Tomas Oduvan", "Representative", 3)) is None
    sheikh = titled("Tomas al-Oduvan", "Representative", 3)
    assert meant(given, sheikh) == sheikh.id


def test_a_lone_name_with_a_title_of_two_who_are_named_in_full_is_nobodys() -> None:
    lone, other = titled("Oduvan", "Senator", 1), titled("oduvan", "Senator", 2)
    mira, pia = (titled(f"{name} Oduvan", "Senator", 9, reports=8) for name in ("Mira", "Pia"))
    assert meant(lone, other) == other.id
    assert meant(lone, other, mira, pia) is None


def test_a_king_is_no_queen() -> None:
    king, queen = ("King", "Norland", "2031-05"), ("Queen", "Norland", "2031-05")
    lone, full = known("Oduvan", king), known("Mira Oduvan", queen)
    assert meant(lone, full) is None
    assert meant(lone, known("Jonas Oduvan", king), full) == "a-Jonas Oduvan"
