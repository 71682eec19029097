"""States that no list knows, made known by what a report says of them."""

from typing import Any

import pytest

from communique.read.text import segment, tokenize
from communique.read.who import build_cast


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "President of Norvia Jonas Hald arrived. The Norvian side was pleased.",
            "Jonas Hald",
            ("President", "Norvia"),
        ),
        (
            "President Maren Toll of Kellmark spoke. Toll was brief.",
            "Maren Toll",
            ("President", "Kellmark"),
        ),
        (
            "The Ostravian Foreign Minister Ulla Brand left Ostravia. Ostravia was cold.",
            "Ulla Brand",
            ("Foreign Minister", "Ostravia"),
        ),
        (
            "Kellmark Prime Minister Peter Holm came. Kellmark’s parliament had agreed.",
            "Peter Holm",
            ("Prime Minister", "Kellmark"),
        ),
        (
            "The foreign minister of the Republic of Velda, Ewa Lis, wrote to them.",
            "Ewa Lis",
            ("foreign minister", "Velda"),
        ),
        (
            "To the People’s Republic of China Norwegian Ambassador Lars Dahl explained it.",
            "Lars Dahl",
            ("Ambassador", "Norway"),
        ),
    ],
)
def test_offices_of_states_no_list_knows(
    read: Any, text: str, name: str, office: tuple[str, str]
) -> None:
    met = read(text)
    assert office in met.offices(name)
    assert met.names.get(office[1], "state") == "state"


def test_a_name_that_goes_on_without_its_first_word_is_cut(read: Any) -> None:
    met = read("Prime Minister of Velda Ilse Orm met Ilse Orm’s friends. Velda had invited them.")
    assert met.names == {"Velda": "state", "Ilse Orm": "person"}


def test_offices_of_two_states(read: Any) -> None:
    names = read("The foreign ministers of Velda and Kellmark met in Brod.").names
    assert {"Velda": "state", "Kellmark": "state"}.items() <= names.items()


def test_a_neighbour_of_a_state_is_one(read: Any) -> None:
    text = (
        "Velda accused its neighbour Ostravia of delay. “No,” said the Ostravian prime minister. "
        "Veldan barges waited."
    )
    assert {"Velda": "state", "Ostravia": "state"}.items() <= read(text).names.items()


@pytest.mark.parametrize(
    "text",
    [
        "The president of Halberd Motors, Ann Lee, said Halberd would sell cars in Chile.",
        "Cleveland lost its team, and Cleveland mourned.",
        "Mr. Tavernier’s government fell. Tavernier and France agreed.",
        "Secretary of HHS Ann Lee spoke in HHS.",
    ],
)
def test_companies_cities_and_persons_are_no_states(read: Any, text: str) -> None:
    kinds = {name: kind for name, kind in read(text).names.items() if kind == "state"}
    assert set(kinds) <= {"Chile", "France"}


def test_the_publisher_makes_its_state_known() -> None:
    text = "Velda would send a delegation to the talks, the Prime Minister said."
    sentences = segment(text, "en")
    cast = build_cast(
        text, sentences, tokenize(text, sentences), language="en", credits=("Government of Velda",)
    )
    assert [a.kind for a in cast.actors.values() if a.name == "Velda"] == ["state"]
    assert cast.home == "Velda"


def test_a_genitive_between_office_and_name_in_russian(read: Any) -> None:
    met = read("Президент Норвии Иван Петров прибыл. Норвийская делегация ждала.", language="ru")
    assert met.offices("Иван Петров") == [("Президент", "Норвия")]


def test_cases_of_a_name_that_stands_with_its_state(read: Any) -> None:
    text = "Она приняла премьер-министра Солдании Анну Кош. Анна Кош благодарила Солданию."
    met = read(text, language="ru")
    assert met.mentions("Анна Кош") == ["Анну Кош", "Анна Кош"]


@pytest.mark.parametrize(
    ("language", "text", "name", "of"),
    [
        (
            "pl",
            "Prezydent Norwii Jan Kowalski czekał. Norwijski rząd też.",
            "Jan Kowalski",
            "Norwia",
        ),
        (
            "fr",
            "Le président de Norvie Jean Dupont est parti. La délégation norvienne aussi.",
            "Jean Dupont",
            "Norvie",
        ),
    ],
)
def test_other_languages(read: Any, language: str, text: str, name: str, of: str) -> None:
    assert of in [state for _, state in read(text, language=language).offices(name)]


def test_a_league_and_its_officer_are_two(read: Any) -> None:
    met = read("The Secretary General of the Dune League Marja Koske spoke. The League listened.")
    assert met.mentions("Dune League") == ["Dune League", "League"]
    assert met.offices("Marja Koske") == [("Secretary General", "Dune League")]


def test_plain_words_with_capitals_that_speak_are_a_body(read: Any) -> None:
    text = "Lantern Rights was founded in Oslo. The four must be freed, Lantern Rights said today."
    assert read(text).names["Lantern Rights"] == "organisation"
    assert "Crisis Talks" not in read("The Crisis Talks said to be near failed.").names


def test_bodies_that_watch_over_rights_are_known(read: Any) -> None:
    text = "Human Rights Watch said so. Doctors Without Borders and Save the Children agreed."
    kinds = set(read(text).names.values())
    assert kinds == {"organisation"}
