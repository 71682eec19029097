"""Which word of a name is the family's, and what names tell of gender."""

from typing import Any

import pytest

from communique.read.who.words.orders import family_of, gender_of, given_of, is_family_first


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Han Seo-rim", "Han", "Seo-rim"),
        ("Moon Dae Jun", "Moon", "Dae-Jun"),
        ("Liang Guohao", "Liang", "Guohao"),
        ("Tsai Mei-lan", "Tsai", "Mei-lan"),
        ("Kim Jones", "Jones", "Kim"),
        ("Lee Harvey Peters", "Peters", "Lee"),
        ("Anne-Marie Roe Jr.", "Roe", "Anne-Marie"),
    ],
)
def test_the_family_name_stands_first_in_china_and_korea(
    name: str, family: str, given: str
) -> None:
    words = name.split()
    assert (family_of(words), given_of(words)) == (family, given)
    assert is_family_first(words) == (family == words[0])


def test_two_people_of_one_family_with_the_family_name_first(read: Any) -> None:
    met = read("President Han Seo-rim met Premier Han Dae-jun. Han Seo-rim left. Seo-rim slept.")
    assert met.mentions("Han Seo-rim") == ["Han Seo-rim", "Han Seo-rim", "Seo-rim"]
    assert met.mentions("Han Dae-jun") == ["Han Dae-jun"]


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Elka Vodičková", "f"),
        ("Park Ji-rae", None),
        ("Kemal Taşlı", "m"),
        ("Ngozi Adelabu", "f"),
    ],
)
def test_names_tell_a_gender(name: str, gender: str | None) -> None:
    assert gender_of(name.split()) == gender


def test_a_family_name_that_is_a_given_name_too_tells_no_gender(read: Any) -> None:
    met = read("Premier Kim Dae-jun spoke. Kim, a former judge, said he was tired.")
    assert met.pronouns("Kim Dae-jun") == ["he"]
