"""Names that look alike and are two persons' or bodies', and such that look apart and are one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.reconcile.test_actors import known, verdict
from tests.reconcile.test_short_names import meant, titled

from communique.model.matching import KnownActor
from communique.reconcile.actors.short_names import resolved

TWO_PERSONS = [
    ("Joseph Tarvan", "Joe Tarven"),
    ("Robert Keldan", "Rob Kelden"),
    ("Jonas Rahl Sr.", "Jonas Rahl Jr."),
    ("Jonas Rahl Sr.", "Jonas Rahl"),
    ("National Memorial", "National Harbour Memorial"),
    ("National Guardsman", "National Guardsmen"),
    ("Marine Protection", "Marine Mammal Protection"),
    ("House GOP", "House Harbour GOP"),
    ("Chris Smyth", "Chris Smith"),
    ("An official", "A Norland official"),
    ("Boarding Course", "Boarding Officer Course"),
    ("Jonas Rahl Jr.", "Jonas Rahl III"),
    ("Ferry Force", "Ferri Force"),
    ("Chris Hanven", "Christopher T. Hanvon"),
]
ONE_PERSON = [
    ("Joseph Tarvan", "Joe Tarvan"),
    ("Aleksandr Velikovets", "Alexander Velikovetz"),
    ("Jonas Rahl Jr.", "Jonas Rahl"),
    ("Pia Lundgren", "Pia Lundgrenn"),
    ("H.E. Omar Belkasi", "Omar Belkasi"),
    ("H.R.H. Prince Omar Belkasi", "Omar Belkasi"),
]
TWO_BODIES = [
    ("Americas Initiative", "America Initiative"),
    ("Directorate of Operations", "Operations Directorate"),
    ("Office of the District", "District Office"),
    ("Office of Special", "Office of the Special"),
    ("Service to Norland", "Service for Norland"),
    ("Defense Force", "Defence Force"),
    ("Policy Committee", "Committee on Policy"),
    ("University of Varn", "Varn University"),
    ("Law School of", "School of Law"),
    ("Center for Research", "Research Centre"),
    ("Regional Office", "Office of the Region"),
    ("Senate Committee on Salt", "Salt Committee"),
    ("Justice Court", "Court of Justice"),
    ("Beads", "BEAD"),
    ("University of Varn School of Law", "University of Varn School"),
    ("Lund School of Salt", "Lund School of Trade"),
    ("Lund Office of Salt", "Lund Office"),
    ("Ferry Service Medal", "U.S. Ferry Service Medal"),
    ("Harbour Rules for Ferries", "Harbour Rule for Ferries"),
    ("Ferry Stations", "Ferry Station"),
    ("Career Service", "Career Services"),
    ("Velm A&M University", "Varn A&M University"),
    ("Graduate School", "Graduate School of Salt"),
]
ONE_BODY = [
    ("Harbour Department", "Department of Harbours"),
    ("Varn School of Law", "Varn Law School"),
    ("University of Varn School of Law", "University of Varn Law School"),
    ("Varn University Medical School", "Varn University School of Medicine"),
    ("House Committee on Harbours", "House Harbours Committee"),
    ("Senate Committee on Salt and Trade", "Senate Salt and Trade Committee"),
    ("Office of Salt Policy", "Salt Policy Office"),
    ("Velm Defense Force", "Velm Defence Force"),
    ("Nina T. Lund Foundation", "Lund Foundation"),
    ("Oxford University", "University of Oxford"),
    ("Billion Harbour Works Fund", "Harbour Works Fund"),
    ("Varn Lund School of Government", "Varn Lund School"),
    ("U.S. Ferry Corps of Engineers", "U.S. Ferry Corps"),
    ("Treasury Department of the United States", "Treasury Department"),
    ("Tom A. Rell School of Salt Service", "Rell School of Salt Service"),
    ("National Institute for Salt", "National Institute of Salt"),
    ("Velm Coast Services", "Velm Coast Service"),
]


@pytest.mark.parametrize(("one", "other"), TWO_PERSONS)
def test_two_persons(one: str, other: str) -> None:
    assert verdict(known(one), known(other)) != "same"


@pytest.mark.parametrize(("one", "other"), ONE_PERSON)
def test_one_person(one: str, other: str) -> None:
    assert verdict(known(one), known(other)) == "same"


@pytest.mark.parametrize(("one", "other"), TWO_BODIES)
def test_two_bodies(one: str, other: str) -> None:
    kind = "organisation"
    assert verdict(known(one, kind=kind), known(other, kind=kind)) != "same"


@pytest.mark.parametrize(("one", "other"), ONE_BODY)
def test_one_body(one: str, other: str) -> None:
    kind = "organisation"
    assert verdict(known(one, kind=kind), known(other, kind=kind)) == "same"


def test_who_is_known_far_better_is_not_the_younger_of_that_name() -> None:
    elder, younger = known("Jonas Rahl", reports=8), known("Jonas Rahl Jr.", reports=2)
    assert verdict(elder, younger) != "same"
    assert verdict(replace(elder, reports=4), younger) == "same"
    senator = ("Senator", "", "2031-05")
    elder, younger = known("Jonas Rahl", senator, reports=8), known("Jonas Rahl III", senator)
    assert verdict(elder, younger) == "same"


def test_a_family_name_spelt_otherwise_is_anothers_by_another_title() -> None:
    singer, mayor = ("singer", "", "2031-05"), ("Mayor", "", "2031-05")
    assert verdict(known("Pia Lundgren", mayor), known("Pia Lundgran", mayor)) == "same"
    assert verdict(known("Pia Lundgren", mayor), known("Pia Lundgran", singer)) != "same"


def test_who_is_mostly_called_otherwise_is_another_of_that_name() -> None:
    months = [("Senator", "", f"2031-{n:02}") for n in range(1, 8)]
    senator = known("Jonas Rahl", *months, ("President", "", "2031-09"))
    heads = [("President", "", month) for _, _, month in months]
    president = known("Jonas F. Rahl", *heads)
    assert verdict(senator, president) != "same"
    assert verdict(known("Jonas Rahl", *months, *heads), president) == "same"


def office(title: str, of: str = "Norland", month: str = "2031-05") -> tuple[str, str, str]:
    return title, of, month


def described(name: str, title: str, of: str = "Norland") -> KnownActor:
    return known(name, office(title, of), described=True)


class TestLoneNames:
    def test_a_fathers_name_is_no_family_name(self) -> None:
        son = known("Omar bin Talor", office("Crown Prince", ""), office("King", ""), reports=30)
        assert meant(known("Talor", office("King", "")), son) is None
        assert meant(known("bin Talor", office("Crown Prince", "")), son) == son.id

    def test_whose_wife_somebody_is_tells_nobody(self) -> None:
        wife = known("Anna Weld", office("wife", ""))
        assert meant(known("Anna", office("wife", "")), wife) is None

    def test_a_name_spelt_otherwise_in_one_script_is_anothers(self) -> None:
        envoy = known("João da Selva", office("Envoy"), reports=9)
        assert meant(known("Selwa", reports=2), envoy) is None

    def test_a_given_name_is_no_family_name(self) -> None:
        trustee = known("Deva A. Kyle", office("Trustee", "Salt Fund"), reports=2)
        guest = known("Kyle Helk", office("Mayor", ""))
        assert meant(known("Kyle", reports=2), trustee, guest) is None
        assert meant(known("Rahl", reports=2), known("Deva Rahl", office("Trustee"), reports=2))

    def test_titles_cut_short_are_those_in_full(self) -> None:
        governor = replace(known("Kelden", office("Governor", "")), id="a-governor")
        assert meant(known("Kelden", office("Gov.", "")), governor) == governor.id

    def test_the_younger_with_another_title_is_another(self) -> None:
        senator = known("Robin Kelden", office("Senator", ""))
        secretary = known("Robin Kelden Jr.", office("Secretary", ""))
        assert verdict(senator, secretary) is None
        assert verdict(known("Robin Kelden Jr.", office("Senator", "")), senator) == "same"

    def test_a_mayor_of_a_frequent_name_is_another_years_later(self) -> None:
        mayor = known("Benno Wilson", office("Mayor", "", "2031-05"))
        assert meant(known("Wilson", office("Mayor", "", "2034-05")), mayor) is None
        assert meant(known("Wilson", office("Mayor", "", "2031-11")), mayor) == mayor.id

    def test_of_several_who_were_given_an_office_whose_it_mostly_is(self) -> None:
        months = [f"2031-{n:02}" for n in range(1, 10)]
        head = known("Mira Oduvan", *(office("President", month=m) for m in months), reports=900)
        first_lady = [office("First Lady", "", m) for m in months]
        kin = known("Pia Oduvan", office("President"), *first_lady, reports=60)
        assert meant(known("Oduvan", office("President")), head, kin) == head.id
        rival = known("Lena Oduvan", *(office("President", month=m) for m in months), reports=500)
        assert meant(known("Oduvan", office("President")), head, rival) is None

    def test_a_leader_is_nobody_of_whom_no_office_is_told(self) -> None:
        assert meant(known("Jeffers", office("Leader", "")), known("Ian Jeffers")) is None

    def test_a_rulers_number_is_no_part_of_a_family_name(self) -> None:
        assert meant(known("Ottokar II", office("King", "")), known("Jonas Ottokar")) is None

    def test_a_title_that_nobody_is_given_tells_nobody(self) -> None:
        wife = known("Pia Oduvan", office("leader of the walk", ""), reports=60)
        others = [known("Jonas Oduvan", office("leader", "")), wife]
        assert meant(known("Oduvan", office("real bold leader", "")), *others) is None

    def test_a_title_and_a_name_is_a_lone_name(self) -> None:
        head = titled("Mira Oduvan", "President", 9, reports=90)
        assert meant(known("President Oduvan", office("President", "")), head) == head.id

    def test_another_title_of_a_name_that_one_alone_has(self) -> None:
        lone = titled("Xun", "President", 20, reports=128)
        chairman = replace(known("Xun", office("Chairman", "")), id="a-chairman")
        assert meant(chairman, lone) == lone.id
        assert meant(chairman, titled("Xun", "President", 2)) is None
        assert meant(chairman, lone, known("Pia Xun")) is None

    def test_a_head_whose_family_name_stands_first(self) -> None:
        head = known("Yun Sok Han", office("President"), reports=16)
        others = [known("Lena Yun", office("Vice President", "Salt Bank")), known("Jon Won Yun")]
        assert meant(known("Yun", office("President")), head, *others) == head.id
        assert meant(known("Yun", office("President", "")), head, *others) == head.id
        assert meant(known("Yun", office("Judge", "")), head, *others) is None

    def test_who_held_an_office_is_called_by_it_as_well(self) -> None:
        head = titled("Jonas Oduvan", "President", 12, reports=64)
        months = [office("First Lady", "", f"2031-{n:02}") for n in range(1, 12)]
        wife = known("Pia Oduvan", office("former president", ""), *months, reports=9)
        assert meant(known("Oduvan", office("then-President", "")), head, wife) == head.id
        assert meant(known("Oduvan", office("former president", "")), head, wife) == head.id
        assert meant(known("Oduvan", office("President-elect", "")), head, wife) == head.id

    def test_who_sits_in_a_parliament_and_leads_there(self) -> None:
        chair = known("Mira Oduvan", office("House Salt Committee Chairman", ""))
        assert meant(known("Oduvan", office("Representative", "")), chair) == chair.id
        member = known("Mira Oduvan", office("Rep.", ""))
        assert meant(known("Oduvan", office("Representative", "")), member) == member.id
        assert meant(known("Oduvan", office("High Representative", "")), member) is None

    def test_an_initial_is_no_family_name(self) -> None:
        general = known("Ulric S. Grand", office("President", ""), reports=9)
        assert meant(known("Jonas Oduvan Signed S.", office("President", "")), general) is None

    def test_a_middle_name_written_out_tells_two_apart(self) -> None:
        judge = known("Jonas Paul Oduvan", office("Justice", ""), reports=9)
        assert meant(known("J. Christer Oduvan"), judge) is None
        assert meant(known("J. Paul Oduvan", office("Justice", "")), judge) == judge.id

    def test_an_initial_and_a_frequent_name_need_a_title(self) -> None:
        general = known("Charity Wilson", office("Attorney General", ""), reports=9)
        assert meant(known("C. Wilson"), general) is None
        assert meant(known("C. Wilson", office("Attorney General", "")), general) == general.id
        assert meant(known("C. Oduvan"), known("Charity Oduvan", office("Envoy"), reports=9))

    def test_rulers_go_by_given_names(self) -> None:
        assert meant(known("Ottilie", office("Queen", "")), known("Saint Ottilie")) is None

    def test_only_somebodys_husband_is_nobody_in_particular(self) -> None:
        senator = titled("Jon", "Senator", 9, reports=64)
        husband = replace(known("Jon", office("husband", "")), id="a-husband")
        assert meant(husband, senator) is None

    def test_letters_are_nobodys_name(self) -> None:
        body = known("NHB", office("director", "Harbour Board"))
        told = described("the director of the Harbour Board", "director", "Harbour Board")
        assert meant(told, body) is None

    def test_forms_of_address_are_no_initials(self) -> None:
        ruler = known("H.H. Sheikh Mohar bin Talor Al Zahr", office("National Security Advisor"))
        brother = known("Tahn bin Talor Al Zahr", office("National Security Advisor"))
        assert verdict(ruler, brother) != "same"


class TestDescriptions:
    def test_a_body_left_out_of_an_office(self) -> None:
        head = known("Pia Lund", office("Administrator"), reports=8)
        whole = "THE ADMINISTRATOR OF THE NORLAND AGENCY FOR HARBOUR WORKS"
        assert meant(described(whole, "ADMINISTRATOR"), head) is None

    def test_titles_of_which_a_state_has_many(self) -> None:
        for title in ("administrator", "director", "commissioner", "secretary"):
            head = known("Pia Lund", office(title, "Norway"), reports=8)
            assert meant(described(f"the Norway {title}", title, "Norway"), head) is None
        body = known("Pia Lund", office("director", "Harbour Bureau"))
        told = described("the director of the Harbour Bureau", "director", "Harbour Bureau")
        assert meant(told, body) == body.id

    def test_who_is_to_come_is_not_told(self) -> None:
        runs = known("Pia Lund", office("next president"), reports=8)
        assert meant(described("the next president of Norland", "next president"), runs) is None

    def test_an_office_told_once_among_many_is_a_slip(self) -> None:
        months = [f"2031-{n:02}" for n in range(1, 13)]
        minority = known(
            "Tomas Helk",
            *(office("minority leader", "Senate", m) for m in months),
            office("majority leader", "Senate"),
            reports=40,
        )
        majority = described("the Senate majority leader", "majority leader", "Senate")
        assert meant(majority, minority) is None
        abroad = [office("president", "Norway", m) for m in months]
        guest = known("Pia Lund", *abroad, office("president", "Finland"), reports=90)
        assert meant(described("the president of Finland", "president", "Finland"), guest) is None
        assert meant(described("the president of Norway", "president", "Norway"), guest) == guest.id

    def test_offices_of_which_there_is_one(self) -> None:
        head = known("Pia Lund", office("foreign minister"), reports=8)
        assert meant(described("the Norland foreign minister", "foreign minister"), head) == head.id


class TestALoneNameWithoutItsBearersTitle:
    """Who is meant by a family name alone, or with a title that is nobody's so called."""

    def president(self, *others: KnownActor) -> list[KnownActor]:
        so_called = known("Oduvan", ("President", "", "2031-05"), reports=64)
        so_called = replace(so_called, id="a-so-called")
        bearer = known("Ines Oduvan", ("President", "", "2031-05"), reports=32)
        return [so_called, bearer, *others]

    def test_relatives_do_not_count_against_who_is_so_called(self) -> None:
        family = [known("Jon Oduvan", ("First Gentleman", "", "2031-05"), reports=16)]
        alone = known("Oduvan", reports=2)
        found = resolved(alone, self.president(*family, known("Pia Oduvan", reports=4)))
        assert found
        assert "a-Ines Oduvan" in found.items
        better = known("Jon Oduvan", ("Mayor", "", "2031-05"), reports=256)
        assert resolved(alone, self.president(better)) is None

    def test_a_title_of_nobody_so_called(self) -> None:
        odd = known("Oduvan", ("great leader", "", "2031-05"))
        found = resolved(odd, self.president())
        assert found
        assert "a-Ines Oduvan" in found.items
        often = known("Oduvan", ("Senator", "", "2031-05"), reports=16)
        assert resolved(often, self.president()) is None
        wife = known("Oduvan", ("First Lady", "", "2031-05"))
        assert resolved(wife, self.president()) is None
        elsewhere = known("Oduvan", ("Mayor", "Harbour Town", "2031-05"))
        bearer = known("Ines Oduvan", ("President", "Norland", "2031-05"), reports=32)
        assert resolved(elsewhere, [bearer]) is None

    def test_a_word_of_the_title_by_far_the_best_known(self) -> None:
        lone = known("Oduvan", ("Secretary", "", "2031-05"), reports=32)
        months = [("Secretary of Ports", "", f"2031-0{n}") for n in range(1, 6)]
        minister = known("Ines Oduvan", *months, reports=16)
        other = known("Pia Oduvan", ("Secretary of Salt", "", "2031-05"), reports=2)
        found = resolved(lone, [minister, other])
        assert found
        assert "a-Ines Oduvan" in found.items

    def test_heads_of_state_and_government_are_taken_for_one_another(self) -> None:
        lone = known("Oduvan", ("President", "", "2031-05"))
        assert resolved(lone, [known("Ines Oduvan", ("Prime Minister", "Norland", "2031-09"))])
        assert resolved(lone, [known("Ines Oduvan", ("Mayor", "", "2031-09"))]) is None

    def test_a_congresswoman_is_no_congressman(self) -> None:
        lone = known("Oduvan", ("Congresswoman", "", "2031-05"))
        assert resolved(lone, [known("Jon Oduvan", ("Congressman", "", "2031-05"))]) is None
        assert resolved(lone, [known("Pia Oduvan", ("Representative", "", "2031-05"))])

    def test_offices_of_one_body(self) -> None:
        lone = known("Oduvan", ("Secretary General", "Salt Agency", "2031-05"))
        other = known("Ines Oduvan", ("Director General", "Salt Agency", "2031-09"))
        assert resolved(lone, [other])
        assert (
            resolved(lone, [known("Ines Oduvan", ("Director", "Ferry Agency", "2031-09"))]) is None
        )
