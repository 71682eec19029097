"""Names in transcripts and lists: broken off, cut, and with words before or behind them."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Speaker Mark Oll- — Mark Ollenby said so.", ["Mark Ollenby"]),
        ("We told Senator Greg Ja- — Greg Jarrel about it.", ["Greg Jarrel"]),
        ("Governor J.B. Pritter — Pritter of the Senate — came.", ["J.B. Pritter"]),
        ("City Auditor Dorcey Ammer left.", ["Dorcey Ammer"]),
        ("County Executive Matt Meyer left.", ["Matt Meyer"]),
        ("Mayor-Elect Gabe Amory spoke.", ["Gabe Amory"]),
        ("DNI Hanna Haynes met them.", ["Hanna Haynes"]),
        ("VP Orlan met them.", ["Orlan"]),
        ("Selma Young said so.", ["Selma Young"]),
        ("Bakor Sellers says so.", ["Bakor Sellers"]),
        ("The director of the Salt Council and Malo Adige, deputy aide, left.", ["Malo Adige"]),
        ("The Obrin-Tassel administration agreed. The Tassel-Varga summit failed.", []),
        ("European NATO troops and European G7 states agreed.", []),
        ("They met at the Rose Garden and at Thomas Shoal.", []),
    ],
)
def test_persons(read: Any, text: str, persons: list[str]) -> None:
    assert [name for name, kind in read(text).names.items() if kind == "person"] == persons


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "The director of the Office of Public Engagement Cedric Holm and Ana Ruiz came.",
            ["Office of Public Engagement"],
        ),
        (
            "The director of the National Salt Bureau of Peru Semyo Krivon met her.",
            ["National Salt Bureau of Peru"],
        ),
        ("The Annie Holm Foundation paid.", ["Annie Holm Foundation"]),
        (
            "We wrote to the National Association for Surface Finishing.",
            ["National Association for Surface Finishing"],
        ),
        ("They joined the Initiative on Asian Americans.", ["Initiative on Asian Americans"]),
        ("Is the Central Bank of Peru on the SDN list?", ["Central Bank of Peru"]),
        ("The Supreme Court Norvik ruling came out.", ["Supreme Court"]),
        ("The State Department Energy Envoy Amos Holst left.", ["State Department"]),
        ("The relief body Open Hands sent tents.", ["Open Hands"]),
        ("The aid group Wide Shore stopped work.", ["Wide Shore"]),
        ("The charity Blue Lantern stopped work.", ["Blue Lantern"]),
        ("Mayor Ana Ruiz (D-CT) and Tom Reed, R-TX, came to DC.", []),
        ("They met in Marietta, GA, and in Dayton, OH.", []),
        ("The Chair of the Foreign Relations Committee left.", ["Foreign Relations Committee"]),
        (
            "Ana Ruiz spoke.\n\n-   National Salt Refuge Association\n",
            ["National Salt Refuge Association"],
        ),
        ("This is the State of the Union. The State of the Union address was long.", []),
    ],
)
def test_bodies(read: Any, text: str, bodies: list[str]) -> None:
    assert [name for name, kind in read(text).names.items() if kind == "organisation"] == bodies


def test_what_is_no_state(read: Any) -> None:
    text = "President von der Lissen of Peru spoke. I’ll say this. I’ll call Asian and Pacific "
    names = read(text + "Island people. The president of Latvi- — of Latvia agreed.").names
    assert [name for name, kind in names.items() if kind == "state"] == ["Peru", "Latvia"]


def test_marks_for_bold_words_part_nothing(read: Any) -> None:
    met = read(
        "**Ana Ruiz**, the prime minister of Peru, met *Tom Reed*. The **Peruvian** side agreed."
    )
    assert met.mentions("Ana Ruiz") == ["Ana Ruiz", "the prime minister of Peru"]
    assert met.names["Tom Reed"] == "person"
    assert len(met.mentions("Peru")) == 2


def test_a_king_is_not_his_son(read: Any) -> None:
    text = "King Talor thanked Crown Prince Omar bin Talor. King Talor spoke."
    met = read(text)
    assert met.mentions("Talor") == ["Talor", "Talor"]
    assert met.mentions("Omar bin Talor") == ["Omar bin Talor"]
    full = read("King Talor bin Hadi met Crown Prince Omar bin Talor. King Talor spoke.")
    assert full.mentions("Talor bin Hadi") == ["Talor bin Hadi", "Talor"]
    assert read("Omar bin Talor spoke. Talor said so.").mentions("Omar bin Talor")[1] == "Talor"


def test_several_doctors(read: Any) -> None:
    assert "Walen" in read("Drs. Walen and Fauster spoke.").names
