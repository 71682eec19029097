"""Names in Arabic and Chinese beside names in scripts that write all sounds."""

from __future__ import annotations

import pytest

from communique.model.matching import Holding, KnownActor
from communique.reconcile.actors.actors import keys, looked_up, opinion
from communique.reconcile.actors.scripts import bones
from communique.reconcile.states import state_key


def person(name: str, title: str = "president", of: str = "Uzbekistan") -> KnownActor:
    held = (Holding(title=title, of=of, month="2031-05"),)
    return KnownActor(id=f"a-{name}", name=name, kind="person", holdings=held)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bogdan Karimov", "بوغدان كريموف"),
        ("Богдан Каримов", "博格丹·卡里莫夫"),
        ("Tomasz Belinski", "托马什·贝林斯基"),
        ("توماش بيلينسكي", "托马什·贝林斯基"),
    ],
)
def test_one_name_in_two_scripts_is_one_person(one: str, other: str) -> None:
    found = opinion(person(one), person(other))
    assert found is not None
    assert found.verdict == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bogdan Karimov", "يان مروز"),
        ("Jan Mroz", "博格丹·卡里莫夫"),
        ("Olaf Reinhold", "عمر ناصر"),
    ],
)
def test_holders_of_one_office_with_other_names_are_not(one: str, other: str) -> None:
    assert opinion(person(one), person(other)) is None


def test_a_name_alone_tells_too_little() -> None:
    assert opinion(person("Bogdan Karimov"), person("بوغدان كريموف", of="Peru")) is None


def test_names_in_two_scripts_find_each_other_by_their_office() -> None:
    one, other = person("Bogdan Karimov"), person("بوغدان كريموف", title="رئيس")
    assert looked_up(one) & keys(other)
    assert looked_up(other) & keys(one)


def test_consonants_that_a_script_does_not_keep_apart_count_as_one() -> None:
    assert bones("Karimov") == bones("卡里莫夫") == bones("كريموف")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Кшиштоф Зелиньский", "Krzysztof Zieliński", "same"),
        ("Юрій Ковальчук", "Jurij Kowaltschuk", "same"),
        ("Ольга Лисовская", "Olga Lisowska", "same"),
        ("Антон Берас", "Anton Beres", "same"),
        ("Иван Петров", "Igor Petrov", "different"),
    ],
)
def test_a_name_in_cyrillic_letters_is_one_with_that_of_another_spelling(
    one: str, other: str, verdict: str
) -> None:
    found = opinion(person(one, of="Велория"), person(other, of="Veloria"))
    assert found is not None
    assert found.verdict == verdict


def test_it_takes_the_office_too() -> None:
    found = opinion(person("Антон Берас"), person("Anton Beres", of="Norland"))
    assert found is None or found.verdict == "different"


def test_a_state_that_no_list_knows_is_one_in_the_spellings_of_languages() -> None:
    assert {state_key(name) for name in ("Velorien", "Vélorie", "Велория")} == {"veloria"}
