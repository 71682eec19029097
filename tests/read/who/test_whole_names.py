"""Names as they are printed: neither cut short nor run together with what stands beside them."""

from time import process_time
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Prime Minister Anders Holm-Vik of Norland met Secretary of State Marta Quill.",
            ["Anders Holm-Vik", "Marta Quill"],
        ),
        (
            "Counsel Wim Dekker and Assemblywoman Rosa Linde met Chief Counsel Tom Reed.",
            ["Wim Dekker", "Rosa Linde", "Tom Reed"],
        ),
        (
            "President Emeritus Lars Dahl met Ambassador Extraordinary and Plenipotentiary Nina "
            "Orlova of Peru.",
            ["Lars Dahl", "Nina Orlova"],
        ),
        ("The General Provisions apply to General Counsel and Anchor Institutions.", []),
        ("Latino voters met African leaders. Latino groups and African states agreed.", []),
        ("Martin Luther Bishop and Stephen King spoke.", ["Martin Luther Bishop", "Stephen King"]),
        ("Rosa King would testify. Rosa King Jr. was present.", ["Rosa King Jr."]),
        ("Martin Ames Jr. spoke. Ames Jr. was late. They thanked Ames.", ["Martin Ames Jr."]),
        (
            "Ursula von der Heide met Omar al-Rashid bin Talal; von der Heide thanked al-Rashid.",
            ["Ursula von der Heide", "Omar al-Rashid bin Talal"],
        ),
        (
            "Andrés Manuel Solano Obregón spoke. Solano Obregón left.",
            ["Andrés Manuel Solano Obregón"],
        ),
        ("Reps. Rosa Linde and Tom Reed voted.", ["Rosa Linde", "Tom Reed"]),
    ],
)
def test_persons(read: Any, text: str, names: list[str]) -> None:
    assert [name for name, kind in read(text).names.items() if kind == "person"] == names


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("We asked the Food and Water Administration again.", ["Food and Water Administration"]),
        ("She left the House Ways and Means Committee.", ["House Ways and Means Committee"]),
        ("The House and Senate met.", []),
        ("The New England Journal of Medicine wrote.", ["New England Journal of Medicine"]),
        ("Dodge Plimpton LLP sued.", ["Dodge Plimpton LLP"]),
        ("The University of Zurich and Gordon Hanson agreed.", ["University of Zurich"]),
        ("The Department of Salt and DHX agreed.", ["Department of Salt", "DHX"]),
    ],
)
def test_bodies(read: Any, text: str, bodies: list[str]) -> None:
    found = [name for name, kind in read(text).names.items() if kind == "organisation"]
    assert [name for name in found if name not in ("House", "Senate")] == bodies


def test_small_words_before_a_family_name_are_of_it(read: Any) -> None:
    met = read("Marta de la Cruz-Ibarra spoke. De la Cruz-Ibarra left before von Hahn.")
    assert met.mentions("Marta de la Cruz-Ibarra")[1] == "De la Cruz-Ibarra"


def test_each_of_a_list_holds_the_office_for_a_state_of_its_own(read: Any) -> None:
    text = "Foreign ministers Ilse Brandt of Peru, Omar Haddad of Kenya and Lin Mei of Chile met."
    met = read(text)
    assert met.offices("Omar Haddad") == [("Foreign minister", "Kenya")]
    assert met.offices("Ilse Brandt") == [("Foreign minister", "Peru")]
    assert met.offices("Lin Mei") == [("Foreign minister", "Chile")]


def test_states_that_only_a_list_tells(read: Any) -> None:
    met = read("Presidents Oru Tassel of Kelmar and Ana Devi of Ostrava spoke.")
    assert met.offices("Ana Devi") == [("President", "Ostrava")]
    assert met.names["Ostrava"] == "state"


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Oru Tassel, 61, the president of Peru, spoke.", "Oru Tassel", ("president", "Peru")),
        (
            "Oru Tassel, 61, president of Peru since 2019, left.",
            "Oru Tassel",
            ("president", "Peru"),
        ),
        ("Ana Sol, president of Harbour Trust, spoke.", "Ana Sol", ("president", "Harbour Trust")),
        ("Ana Sol, the Norlandic prime minister, spoke.", "Ana Sol", ("prime minister", None)),
    ],
)
def test_offices_behind_a_name(
    read: Any, text: str, name: str, office: tuple[str, str | None]
) -> None:
    assert office in read(text).offices(name)


def test_a_family_name_is_who_holds_office_and_not_the_wife(read: Any) -> None:
    met = read("President Vadim Holub’s wife, Lyuba Holub, said Holub was well. Holub will come.")
    assert met.mentions("Vadim Holub") == ["Vadim Holub", "Holub", "Holub"]


def test_who_speaks_is_the_mother_and_not_the_son(read: Any) -> None:
    met = read("Pat Orr, mother of the sailor Sean Orr, wept. Orr said she missed him.")
    assert met.mentions("Pat Orr") == ["Pat Orr", "Orr"]


@pytest.mark.parametrize("piece", ["Ann Lee of Peru, the Food and ", "De la ", "wife of "])
def test_many_names_take_linear_time(read: Any, piece: str) -> None:
    begun = process_time()
    read("Presidents " + piece * 3000)
    assert process_time() - begun < 12


@pytest.mark.parametrize(
    "headline",
    [
        "Hilda Clane Slams Ron Trumbull On Fish After Ruling From Judges.",
        "Clane Prompts Speculation Over Fish After Ruling From Judges",
    ],
)
def test_a_name_ends_before_the_verb_of_a_headline(read: Any, headline: str) -> None:
    met = read(f"{headline}\n\nJudge Hilda Clane blamed Ron Trumbull for it. Clane was angry.")
    assert set(met.names) == {"Hilda Clane", "Ron Trumbull"}


def test_a_name_known_by_the_family_name_alone_ends_before_the_verb_of_a_headline(
    read: Any,
) -> None:
    line = "FACT SHEET: Vice President Clane Announces Initiatives to Deepen Ties with Fishers"
    met = read(f"{line}\n\nIn May, Vice President Clane met Ron Trumbull. Grace Marks came.")
    assert set(met.names) == {"Clane", "Ron Trumbull", "Grace Marks"}


def test_a_title_of_four_letters_is_no_initial(read: Any) -> None:
    assert list(read("WPC Sen. Jan Roe came.").names) == ["Jan Roe"]


@pytest.mark.parametrize("station", ["Radio Karst", "Morning Star TV", "Channel Karsten"])
def test_a_plain_first_word_belongs_to_a_name_that_stands_whole_within_a_sentence(
    read: Any, station: str
) -> None:
    met = read(f"{station} said so on Monday. Ann Lee told {station} that she agreed.")
    assert set(met.names) == {station, "Ann Lee"}
    assert met.mentions(station) == [station, station]


def test_a_word_for_a_people_may_be_a_family_name(read: Any) -> None:
    met = read(
        "Mark Norwegian said no. Norwegian also left. Norwegian guards met a Norwegian envoy."
    )
    assert met.mentions("Mark Norwegian") == ["Mark Norwegian", "Norwegian"]


def test_the_party_of_a_legislator_is_nobody(read: Any) -> None:
    assert list(read("Sen. Ann Lee, R-N.C., opposed it.").names) == ["Ann Lee"]
