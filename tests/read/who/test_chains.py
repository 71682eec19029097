"""Several offices of one holder, and names that look like something else."""

from typing import Any

import pytest

from communique.read.text import segment, tokenize
from communique.read.who import build_cast


@pytest.mark.parametrize(
    ("text", "name", "offices"),
    [
        (
            "She spoke today with Polish Secretary of State, Head of the Harbour Bureau, Jan Maj.",
            "Jan Maj",
            {("Secretary of State", "Poland"), ("Head", "Poland")},
        ),
        (
            "She met Michael Dunn, Tánaiste, Minister for Trade and Minister for Defence of "
            "Ireland.",
            "Michael Dunn",
            {("Tánaiste", "Ireland"), ("Minister", "Ireland")},
        ),
        (
            "He met with Deputy Chief of Staff of the President of the Republic of Peru and "
            "Special Representative of the President for Trade Marta Rojo.",
            "Marta Rojo",
            {("Deputy Chief of Staff", "Peru"), ("Special Representative", "Peru")},
        ),
        (
            "He spoke with Chief Security Advisor to the Chilean President, Ambassador Karin "
            "Hill, and left.",
            "Karin Hill",
            {("Ambassador", "Chile")},
        ),
        (
            "He met the Republic of Latvia Director of the Office of the Salt Commission and "
            "Foreign Minister Ulla Brand.",
            "Ulla Brand",
            {("Foreign Minister", "Latvia"), ("Director", "Latvia")},
        ),
        (
            "He met the Secretary of the Mongolian National Security Council Bat Erdene.",
            "Bat Erdene",
            {("Secretary", "Mongolia")},
        ),
        (
            "He met with newly appointed Republic of Korea (ROK) National Security Advisor Han "
            "Su-min.",
            "Han Su-min",
            {("National Security Advisor", "Republic of Korea")},
        ),
        ("He met Israeli War Cabinet Member Dan Oren.", "Dan Oren",
         {("War Cabinet Member", "Israel")}),
        ("Chinese President Li Bo came.", "Li Bo", {("President", "China")}),
        (
            "Ann Dale and White House Intergovernmental Affairs Director Julia Rodd came.",
            "Julia Rodd",
            {("Intergovernmental Affairs Director", "White House")},
        ),
    ],
)  # fmt: skip
def test_offices_of_one_holder(
    read: Any, text: str, name: str, offices: set[tuple[str, str]]
) -> None:
    assert offices <= set(read(text).offices(name))


def test_offices_of_several_stay_apart(read: Any) -> None:
    text = (
        "The foreign minister of Peru, Ambassador Vann and King Olaf met. The Premier and "
        "President Lee of Chile left. Foreign Minister Ann Hill, President Roe and Ambassador "
        "Mott stayed."
    )
    met = read(text)
    assert met.offices("Vann") == [("Ambassador", None)]
    assert met.offices("Lee") == [("President", "Chile")]
    assert met.offices("Roe") == [("President", None)]
    assert met.offices("Mott") == [("Ambassador", None)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prime Minister Hamad Shia’ al-Najar of Iraq left.", "Hamad Shia al-Najar"),
        ("President Fernando R. Marcos Jr. left.", "Fernando R. Marcos Jr."),
        ("Adviser Sydney Mofu of Chile left for Sydney.", "Sydney Mofu"),
        ("Dr. Florence Harte spoke.", "Florence Harte"),
        ("President Abdi Nur Hersi left. President Abdi Nur slept.", "Abdi Nur Hersi"),
    ],
)
def test_names_are_whole(read: Any, text: str, name: str) -> None:
    met = read(text)
    assert [one for one, kind in met.names.items() if kind == "person"] == [name]


def test_the_office_in_a_clause_about_its_holder_is_hers(read: Any) -> None:
    text = (
        "Vice President Karla Horn met Prime Minister Dan Vale in a hall that the Vice President "
        "had built. The Vice President left."
    )
    assert len(read(text).mentions("Karla Horn")) == 3


def test_who_is_asked_about_is_known_before_others_are_named(read: Any) -> None:
    text = (
        "Q Did he call?\n\nMS. FELL: The President did.\n\nQ Whom?\n\nMS. FELL: He spoke with "
        "President Putz. President Putz pleased the President.\n\nQ And when?\n"
    )
    met = read(text)
    assert met.mentions("The President") == ["The President", "the President"]
    assert met.mentions("Putz") == ["Putz", "Putz"]


def test_the_president_is_no_namesake_whom_reporters_ask_about(read: Any) -> None:
    text = (
        "Q Did President Roe call?\n\nMS. FELL: President Roe did. President Roe was glad.\n\n"
        "Q And what of Hans Roe?\n\nMS. FELL: President Roe does not know.\n\nQ And when?\n"
    )
    met = read(text)
    assert len(met.mentions("Roe")) == 4
    assert met.mentions("Hans Roe") == ["Hans Roe"]


def test_a_namesake_is_told_apart_though_reporters_ask_about_him_often(read: Any) -> None:
    text = (
        "Q Did President Roe call?\n\nMS. FELL: President Roe did.\n\n"
        "Q And what of Hans Roe? Did Hans Roe pay? Does Hans Roe paint?\n\n"
        "MS. FELL: President Roe met Premier Lind.\n\nQ And when?\n"
    )
    met = read(text)
    assert len(met.mentions("Roe")) == 3
    assert len(met.mentions("Hans Roe")) == 3


def test_a_name_in_a_headline_ends_before_what_is_done(read: Any) -> None:
    text = "President Roe spoke with Premier Lind."
    sentences = segment(text, "en")
    title = "Statement from President Joe Roe Condemning the Attacks on Latvia"
    cast = build_cast(text, sentences, tokenize(text, sentences), language="en", title=title)
    assert [actor.name for actor in cast.actors.values()] == ["Joe Roe", "Lind"]
