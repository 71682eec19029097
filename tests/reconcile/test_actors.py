from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from communique.model.matching import Holding, KnownActor
from communique.reconcile.actors.abbreviations import abbreviated
from communique.reconcile.actors.actors import (
    keys,
    looked_up,
    opinion,
    standing_for,
)
from communique.reconcile.actors.people import SURE, names_alike
from communique.reconcile.actors.persons import is_short
from communique.reconcile.actors.short_names import resolved
from communique.reconcile.spelling import alike, edits, plain
from communique.reconcile.states import state_key


def known(
    name: str, *offices: tuple[str, str, str], kind: str = "person", **more: object
) -> KnownActor:
    return KnownActor(
        id=f"a-{name}",
        name=name,
        kind=kind,  # type: ignore[arg-type]
        holdings=tuple(Holding(title=t, of=of, month=m) for t, of, m in offices),
        **more,  # type: ignore[arg-type]
    )


def verdict(one: KnownActor, other: KnownActor) -> str | None:
    found = opinion(one, other)
    assert found == opinion(other, one)
    return found.verdict if found else None


SAME = [
    ("Yelena Morozenko", "Elena Morozenko"),
    ("Олена Морозенко", "Olena Morozenko"),
    ("Jörg Weißmann", "Jorg Weissmann"),
    ("Aleksandr Velikovets", "Alexander Velikovetz"),
    ("Wen Haoming", "Haoming Wen"),
    ("William T. Harrowgate", "Bill Harrowgate"),
    ("Tomas Helk", "TOMAS HELK"),
    ("Matt Harrowgate", "Matthew Harrowgate"),
]
OTHER = [
    ("Jonas Marell", "Pia Marell"),
    ("Tomas Helk", "Tomas Heck"),
    ("Ivan Morozov", "Ivana Morozova"),
    ("Donald Tarrow", "Donald Tarn"),
    ("Jon Marten", "Jon Morton"),
    ("Pia Welk", "Pia Walk"),
    ("Pia Justam", "Pia Austam"),
    ("Mira A. Oduvan", "Mira K. Oduvan"),
    ("Mira Marell Oduvan", "Mira Morgan Oduvan"),
    ("Helk Oduvan Tomas", "Tomas Helk"),
    ("Meier Jon Marten", "Maier Marten"),
    ("Tomas K. Helk", "Tomas A. K. Helk"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person_spelt_otherwise(one: str, other: str) -> None:
    assert names_alike(one, other).score >= SURE
    assert looked_up(known(one)) & keys(known(other))
    assert looked_up(known(other)) & keys(known(one))
    assert verdict(known(one), known(other)) == "same"


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_persons_who_only_look_alike(one: str, other: str) -> None:
    assert verdict(known(one), known(other)) != "same"


def test_nearly_the_same_name_needs_an_office() -> None:
    office = ("envoy", "Norland", "2031-05")
    assert verdict(known("Jon Roal"), known("Jon Rol")) == "different"
    found = opinion(known("Jon Roal", office), known("Jon Rol", office))
    assert found
    assert found.verdict == "same"
    assert "same office (envoy of norland)" in found.why


def test_a_middle_name_left_out_and_other_titles_leave_it_open() -> None:
    senator = known("Jonas Marell", ("Senator", "", "2031-05"))
    envoy = known("Jonas T. Marell", ("Envoy", "", "2011-05"))
    assert verdict(senator, envoy) is None
    assert verdict(known("Jonas Marell"), envoy) == "same"
    assert verdict(known("Jonas Marell", ("Special Envoy", "", "2031-05")), envoy) == "same"


def test_offices_of_other_states_keep_spellings_apart() -> None:
    one = known("Aleksandr Velikovets", ("president", "Norland", "2031-05"))
    other = known("Alexander Velikovetz", ("mayor", "Sudmark", "2031-05"))
    assert verdict(one, other) != "same"


class TestLoneNames:
    HELK = known("Tomas Helk", ("President", "Sudmark", "2031-05"))
    LENA = known("Lena Helk", ("minister", "Norland", "2031-05"))

    def test_the_only_one_of_that_name(self) -> None:
        found = resolved(known("Helk"), [self.HELK, known("Mira Oduvan")])
        assert found is not None
        assert set(found.items) == {"a-Helk", "a-Tomas Helk"}

    def test_two_of_that_name_are_nobody(self) -> None:
        assert resolved(known("Helk"), [self.HELK, self.LENA]) is None

    def test_the_office_tells_which(self) -> None:
        found = resolved(known("Helk", ("minister", "Norland", "2031-06")), [self.HELK, self.LENA])
        assert found is not None
        assert "a-Lena Helk" in found.items

    def test_another_office_is_another_person(self) -> None:
        assert resolved(known("Helk", ("mayor", "Westria", "2031-06")), [self.HELK]) is None

    def test_another_title_or_spelling_is_another_person(self) -> None:
        assert resolved(known("Helk", ("judge", "", "2031-06")), [self.HELK]) is None
        assert resolved(known("Helk", ("Vice President", "", "2031-06")), [self.HELK]) is not None
        assert resolved(known("Hellk"), [self.HELK]) is None
        sharing = known("Hellk", ("President", "Sudmark", "2031-06"))
        assert resolved(sharing, [self.HELK]) is not None

    def test_one_far_better_known(self) -> None:
        found = resolved(known("Helk"), [known("Tomas Helk", reports=40), known("Lena Helk")])
        assert found is not None
        assert "best known" in found.why

    def test_a_title_must_be_one_that_the_other_has(self) -> None:
        untitled = known("Leonard Helk")
        assert resolved(known("Helk", ("Bishop", "", "2031-06")), [untitled]) is None
        found = resolved(known("Helk", ("Minister", "", "2033-06")), [self.HELK, self.LENA])
        assert found is not None
        assert "a-Lena Helk" in found.items
        assert "family name and title" in found.why

    def test_of_two_with_the_title_the_one_who_has_it_far_more_often(self) -> None:
        months = [("Minister", "", f"203{n // 12}-{n % 12 + 1:02}") for n in range(30)]
        often, once = known("Tomas Helk", *months), known("Lena Helk", ("Minister", "", "2031-05"))
        lone = known("Helk", ("Minister", "", "2031-05"))
        found = resolved(lone, [often, once])
        assert found is not None
        assert "a-Tomas Helk" in found.items
        less = known("Tomas Helk", *months[:5])
        assert resolved(lone, [less, once]) is None

    def test_a_name_that_mostly_stands_alone_is_not_of_one_who_is_named_in_full_once(self) -> None:
        assert resolved(known("Harbour", reports=3), [known("Old Harbour")]) is None
        full = known("Pia Harbour", reports=2)
        assert resolved(known("Harbour"), [full]) is None
        assert resolved(known("Harbour"), [replace(full, aliases=("Harbour",))]) is not None

    def test_initials_must_fit(self) -> None:
        assert resolved(known("T. Helk"), [self.HELK, self.LENA]) is not None
        assert resolved(known("K. Helk"), [self.HELK]) is None

    def test_two_spellings_of_one_are_one(self) -> None:
        told = replace(known("Olena Morozenko"), aliases=("Morozenko",))
        spelt = [told, known("Олена Морозенко")]
        assert resolved(known("Morozenko"), spelt) is not None


class TestDescriptions:
    def described(self, of: str, month: str, title: str = "President") -> KnownActor:
        return known(f"the {of} {title}", (title, of, month), described=True)

    HELK = known("Tomas Helk", ("President", "Sudmark", "2031-05"))
    BEFORE = known("Lena Varga", ("President", "Sudmark", "2027-01"))

    def test_the_holder_of_that_time(self) -> None:
        found = resolved(self.described("Sudmark", "2031-06"), [self.HELK, self.BEFORE])
        assert found is not None
        assert "a-Tomas Helk" in found.items
        assert "about 2031-06" in found.why

    def test_not_a_predecessor(self) -> None:
        found = resolved(self.described("Sudmark", "2027-02"), [self.HELK, self.BEFORE])
        assert found is not None
        assert "a-Lena Varga" in found.items
        assert resolved(self.described("Sudmark", "2029-02"), [self.HELK, self.BEFORE]) is None

    def test_not_the_president_of_another_state(self) -> None:
        assert resolved(self.described("Norland", "2031-05"), [self.HELK]) is None

    def test_an_office_of_no_state_is_the_holders_for_a_month_only(self) -> None:
        holder = known("Ines Rahl", ("Secretary", "River Trade", "2031-03"))
        for month, told in (("2031-04", True), ("2031-05", False)):
            described = known(
                "the Secretary of River Trade", ("Secretary", "River Trade", month), described=True
            )
            assert (resolved(described, [holder]) is not None) == told

    def test_an_office_given_by_a_slip_leaves_the_holder_alone(self) -> None:
        norland = self.described("Norland", "2031-05")
        holder = known("Ines Rahl", ("President", "Norland", "2031-05"))
        chief = (("Chief of Staff", "", f"2031-{month:02}") for month in range(1, 11))
        slip = known("Ron Klun", *chief, ("President", "Norland", "2031-05"))
        found = resolved(norland, [holder, slip])
        assert found
        assert set(found.items) == {norland.id, holder.id}

    def test_nobody_in_particular_and_one_of_many_hold_no_office(self) -> None:
        for name, title in (("a Sudmark president", "President"), ("a Sudmark envoy", "envoy")):
            holder = known("Tomas Helk", (title, "Sudmark", "2031-06"))
            found = resolved(known(name, (title, "Sudmark", "2031-06"), described=True), [holder])
            assert found is None
        envoy = known("Pia Lund", ("envoy", "Sudmark", "2031-06"))
        assert resolved(self.described("Sudmark", "2031-06", "envoy"), [envoy]) is None

    def test_two_holders_in_one_month_are_nobody(self) -> None:
        after = known("Ines Rahl", ("President", "Sudmark", "2031-06"))
        assert resolved(self.described("Sudmark", "2031-06"), [self.HELK, after]) is None

    def test_a_leader_is_whoever_leads(self) -> None:
        found = resolved(self.described("Sudmark", "2031-05", "leader"), [self.HELK])
        assert found is not None

    def test_an_undated_report_may_name_the_holder(self) -> None:
        undated = known("Tomas Helk", ("leader", "Sudmark", ""))
        described = self.described("Sudmark", "2031-06")
        found = resolved(described, [undated])
        assert found is not None
        assert "without a date" in found.why
        assert resolved(described, [undated, known("Ines Rahl", ("leader", "Sudmark", ""))]) is None
        dated = resolved(
            described, [undated, known("Ines Rahl", ("President", "Sudmark", "2031-06"))]
        )
        assert dated is not None
        assert "a-Ines Rahl" in dated.items
        assert looked_up(described) & keys(undated)
        assert any(key.endswith("/*") for key in looked_up(undated, frozenset({""})))

    def test_they_find_each_other(self) -> None:
        described = self.described("Sudmark", "2031-06")
        assert looked_up(described) & keys(self.HELK)
        assert looked_up(self.HELK) & keys(described)
        assert not looked_up(self.BEFORE) & keys(described)


class TestStatesAndBodies:
    @pytest.mark.parametrize(
        ("one", "other"),
        [("Türkiye", "Turkey"), ("Republic of Norland", "Norland")],
    )
    def test_one_state(self, one: str, other: str) -> None:
        assert verdict(known(one, kind="state"), known(other, kind="state")) == "same"
        assert keys(known(one, kind="state")) == keys(known(other, kind="state"))

    @pytest.mark.parametrize(
        ("one", "other"), [("Niger", "Nigeria"), ("Austria", "Australia"), ("Norland", "Morland")]
    )
    def test_other_states(self, one: str, other: str) -> None:
        assert verdict(known(one, kind="state"), known(other, kind="state")) is None

    def test_codes(self) -> None:
        assert state_key("Беларусь") == state_key("the Republic of Belarus") == "BY"
        assert state_key("Norland") == "norland"
        assert state_key("Swiss Confederation") == state_key("Switzerland") == "CH"
        assert state_key("Bosnia and Herzegovina") == "BA"

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Republic of Korea", "Democratic People’s Republic of Korea"),
            ("Republic of the Congo", "Democratic Republic of the Congo"),
            ("Republic of China", "People's Republic of China"),
        ],
    )
    def test_formal_names_that_differ_only_in_style(self, one: str, other: str) -> None:
        assert state_key(one).isupper()
        assert verdict(known(one, kind="state"), known(other, kind="state")) is None

    def test_bodies(self) -> None:
        one = known("Harvest and Rivers Council", kind="organisation", aliases=("HRC",))
        short = known("HRC", kind="organisation")
        assert [*abbreviated(short, [one])]
        assert looked_up(short) & keys(one)
        assert not [*abbreviated(known("HRD", kind="organisation"), [one])]
        assert verdict(known("R4", kind="bloc"), known("R12", kind="bloc")) is None
        court = known("U.S. Court of River Trade", kind="organisation")
        same = known("United States Court of River Trade", kind="organisation")
        assert verdict(court, same) == "same"
        assert looked_up(court) & keys(same)
        formal = known("Government of the Republic of Malta", kind="organisation")
        assert verdict(formal, known("Government of Malta", kind="organisation")) == "same"
        assert verdict(formal, known("Government of Mali", kind="organisation")) is None
        turned = known("Council of the Rivers and Harvest", kind="organisation")
        assert verdict(one, turned) == "same"

    def test_the_order_of_words_tells_schools_apart(self) -> None:
        for one, other in [
            ("Norland University", "University of Norland"),
            ("Institute of River Trade", "River Institute of Trade"),
            ("Board for River", "River Board"),
            ("presidency", "Presidency"),
        ]:
            assert (
                verdict(known(one, kind="organisation"), known(other, kind="organisation")) is None
            )
        same = known("River Trade Ministry", kind="organisation")
        assert opinion(known("Ministry of River Trade", kind="organisation"), same)


def test_who_stands_for_a_cluster() -> None:
    lone, full = known("Helk", reports=9), known("Tomas Helk")
    assert is_short(lone)
    assert not is_short(full)
    assert standing_for([lone, full]) == full.id
    assert standing_for([full, known("Tomas Hellk", reports=3)]) == "a-Tomas Hellk"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_names_can_be_compared(one: str, other: str) -> None:
    a, b = known(one), known(other)
    for kind in ("person", "state", "organisation"):
        mine, theirs = known(one, kind=kind), known(other, kind=kind)
        keys(mine)
        if one != other:
            assert opinion(mine, theirs) == opinion(theirs, mine)
    resolved(a, [b])
    if plain(one) and plain(other):
        assert alike(plain(one), plain(other)) == alike(plain(other), plain(one))


def test_edits() -> None:
    assert [edits("helk", each) for each in ("helk", "hel", "hulk", "")] == [0, 1, 1, 4]


#: Spellings of one sound: what transliterations of one name mostly differ in.
RESPELT = [
    ("ksa", "xa"),
    ("sky", "skyy"),
    ("sky", "skij"),
    ("sky", "ski"),
    ("kh", "h"),
    ("ei", "ey"),
]
SYLLABLES = st.sampled_from(["ma", "ro", "ksa", "len", "vor", "dun", "kha", "bel", "tar", "nei"])
FAMILIES = st.builds(
    lambda parts, end: "".join(parts).capitalize() + end,
    st.lists(SYLLABLES, min_size=2, max_size=3),
    st.sampled_from(["sky", "ets", "mann", "ov"]),
)
GIVEN = [
    ("Aleksandr", "Alexander", "Aliaksandr", "Аляксандр", "Александр"),
    ("Volodymyr", "Vladimir", "Uladzimir"),
    ("Yelena", "Elena", "Елена"),
    ("Jake", "JAKE"),
    ("Pia", "PIA"),
]


@settings(max_examples=80, deadline=None)
@given(FAMILIES, st.sampled_from(GIVEN), st.sampled_from(RESPELT), st.data())
def test_spellings_and_scripts_of_any_name_are_one_person(
    family: str, forms: tuple[str, ...], respelt: tuple[str, str], data: st.DataObject
) -> None:
    one, other = (data.draw(st.sampled_from(forms)) for _ in range(2))
    again = family.lower().replace(*respelt).capitalize()
    mine, theirs = known(f"{one} {family}"), known(f"{other} {again}")
    assert looked_up(mine) & keys(theirs)
    if mine.name != theirs.name:
        assert verdict(mine, theirs) == "same", (mine.name, theirs.name)


@settings(max_examples=80, deadline=None)
@given(FAMILIES, st.permutations(GIVEN))
def test_two_of_one_family_name_are_two(family: str, given_names: list[tuple[str, ...]]) -> None:
    one, other, *_ = (known(f"{forms[0]} {family}") for forms in given_names)
    assert verdict(one, other) != "same"
    assert resolved(known(family), [one, other]) is None


class TestWhatLooksLikeOne:
    def test_a_common_family_name_needs_a_title(self) -> None:
        assert verdict(known("Bob Smith"), known("Robert J. Smith")) is None
        assert verdict(known("Bob Helk"), known("Robert J. Helk")) == "same"
        titled = [known(name, ("consul", "", "2031-05")) for name in ("Bob Smith", "Robert Smith")]
        assert verdict(*titled) == "same"

    def test_names_are_turned_round_only_as_they_are_spelt(self) -> None:
        assert verdict(known("Phil Morro"), known("Morro Phillips")) != "same"
        assert verdict(known("Oduvan Mira"), known("Mira Oduvan")) == "same"

    def test_one_title_and_a_letter_more(self) -> None:
        one, other = (known(n, ("special envoy", "", "2031-05")) for n in ("Jon Orl", "Jon Oarl"))
        assert verdict(one, other) == "same"
        assert verdict(known("Jon Orl"), known("Jon Oarl")) != "same"
        abroad = known("Jon Oarl", ("special envoy", "Sudmark", "2031-05"))
        assert verdict(known("Jon Orl", ("special envoy", "Norland", "2031-05")), abroad) != "same"

    def test_who_is_called_the_former_president_is_not_the_president(self) -> None:
        told = known("the Norland president", ("president", "Norland", "2031-05"), described=True)
        held, former = (
            (title, "Norland", "2031-05") for title in ("president", "former president")
        )
        assert resolved(told, [known("Ines Rahl", held)]) is not None
        assert resolved(told, [known("Ines Rahl", held, former)]) is None

    def test_titles_in_short(self) -> None:
        lone = known("Helk", ("Rep.", "", "2031-05"))
        assert resolved(lone, [known("Tomas Helk", ("Congressman", "", "2031-01"))]) is not None
        assert resolved(lone, [known("Tomas Helk", ("Senator", "", "2031-01"))]) is None

    def test_somebodys_wife_holds_no_office(self) -> None:
        told = known("your wife", ("wife", "Arno Beck", "2031-05"), described=True)
        assert resolved(told, [known("My wife", ("wife", "Arno Beck", "2031-05"))]) is None

    def test_a_lone_name_beside_what_may_be_no_person(self) -> None:
        assert resolved(known("Harbour"), [known("KLM Harbour")]) is None
        mayor = known("Ines Harbour", ("mayor", "", "2031-05"))
        assert resolved(known("Harbour"), [mayor]) is not None


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("U.S. State Department", "State Department", "same"),
        ("Department of State", "the United States Department of State", "same"),
        ("Belarusian Foreign Ministry", "Ministry of Foreign Affairs of Belarus", "same"),
        ("Latvia’s Defence Ministry", "Latvian Ministry of Defense", "same"),
        ("Latvian Foreign Ministry", "Foreign Ministry", None),
        ("Latvian Foreign Ministry", "Estonian Foreign Ministry", None),
        ("Bank of America", "Bank of the United States", None),
        ("Institute of Chad", "Chad Institute", "same"),
        ("Secret Service", "United States Secret Service", "same"),
        ("River Trade Organization", "River Trade Organisation", "same"),
    ],
)
def test_the_state_of_a_body(one: str, other: str, found: str | None) -> None:
    assert verdict(known(one, kind="organisation"), known(other, kind="organisation")) == found


def test_bodies_of_which_only_a_part_of_the_name_is_there_are_not_one() -> None:
    mission = KnownActor(id="a-1", kind="organisation", name="U.S. Mission")
    other = KnownActor(id="a-2", kind="organisation", name="United States Mission")
    assert opinion(mission, other) is None
    other = replace(other, name="United States Department of Labor")
    assert opinion(replace(mission, name="U.S. Labor Department"), other) is not None


def test_one_office_one_family_name_and_given_names_that_begin_alike() -> None:
    held = ("Treasurer", "Tarvenia", "2031-05")
    one, other = known("Alejo Rahl", held), known("Alen Rahl", held)
    assert verdict(one, other) == "same"
    assert verdict(one, known("Alen Rahl", ("Treasurer", "Tarvenia", "2028-05"))) != "same"
    assert verdict(one, known("Pia Rahl", held)) != "same"
    senator = ("senator", "Tarvenia", "2031-05")
    assert verdict(known("Alejo Rahl", senator), known("Alen Rahl", senator)) != "same"


def test_a_possessive_behind_a_name_is_no_part_of_it() -> None:
    assert verdict(known("Mira Oduvan’s"), known("Mira Oduvan")) == "same"


def test_forces_of_a_state_however_it_is_named() -> None:
    one = known("Norwegian Defense Forces", kind="organisation")
    assert verdict(one, known("Norway Defense Forces", kind="organisation")) == "same"


def test_the_seat_of_government_before_a_name_is_no_part_of_it() -> None:
    whole = known("White House Harbour Policy Council", kind="organisation")
    assert verdict(whole, known("Harbour Policy Council", kind="organisation")) == "same"
    force = known("White House Task Force", kind="organisation")
    assert verdict(force, known("Task Force", kind="organisation")) is None


def test_offices_at_other_bodies_part_nobody_of_one_name() -> None:
    one = known("Bill Harrowgate", ("Adviser", "Public Engagement", "2031-05"))
    other = known("William Harrowgate", ("Adviser", "Office of the President", "2031-05"))
    assert verdict(one, other) == "same"
    norland = known("Bill Harrowgate", ("minister", "Norway", "2031-05"))
    assert (
        verdict(norland, known("William Harrowgate", ("minister", "Sweden", "2031-05"))) != "same"
    )


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("OSB", "Office of Salt and Boats", True),
        ("SHB", "Department of Salt and Herring Boards", True),
        ("USSB", "Salt Board", True),
        ("SB", "Department of Salt Boards", False),
        ("SHC", "Department of Salt and Herring Boards", False),
        ("SHB", "Azul Office of the Salt and Herring Boards", False),
        ("SHB", "U.S. Department of Salt and Herring Boards", True),
        ("SHB", "Department of Ports Salt and Herring Board", True),
        ("SHM", "Salt and Herring Medal", False),
    ],
)
def test_a_body_by_the_abbreviation_that_a_report_introduced(
    short: str, full: str, same: bool
) -> None:
    one = known(short, kind="organisation")
    other = known(full, kind="organisation", aliases=(short,))
    assert bool([*abbreviated(one, [other])]) == same
    assert bool(looked_up(one) & keys(other)) or not same
    assert not [*abbreviated(one, [known(full, kind="organisation")])]


def test_letters_of_several_bodies_mean_the_best_known_by_far() -> None:
    def body(name: str, reports: int) -> KnownActor:
        return known(name, kind="organisation", aliases=("SBC",), reports=reports)

    def meant(*some: KnownActor, reports: int = 1) -> set[str]:
        letters = known("SBC", kind="organisation", reports=reports)
        return {i for each in abbreviated(letters, some) for i in each.items} - {letters.id}

    board, form = body("Salt Boats Commission", 20), body("Salt Boat Committee", 2)
    other = body("Southern Bakers Club", 1)
    assert meant(board, form, other) == {board.id, form.id}
    assert meant(replace(board, reports=4), other) == set()
    assert meant(other, reports=32) == set()
    assert meant(other, reports=2) == set(), "few letters are those of many bodies"
    assert meant(known("S-B-C", kind="organisation", aliases=("SBC",)), board) == {
        "a-S-B-C",
        board.id,
    }
