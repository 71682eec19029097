"""Names of bodies as they are printed: neither cut short nor taken for people."""

from time import process_time
from typing import Any

import pytest

WHOLE = [
    ("In 2031 the [Federal Salt Commission](https://x.example) asked.", "Federal Salt Commission"),
    ("A grant of the [Clean Ferry Board](https://x.example) came.", "Clean Ferry Board"),
    ("She led it. Federal Salt Commission members came.", "Federal Salt Commission"),
    ("He worked in the Office of the District Attorney.", "Office of the District Attorney"),
    ("She wrote to the Office of Special Counsel.", "Office of Special Counsel"),
    ("She studied at George Washington University.", "George Washington University"),
    ("The General Trade Administration shall pay.", "General Trade Administration"),
    ("A study of the Norland First Policy Institute says so.", "Norland First Policy Institute"),
    ("[**Consumer Food Board**](https://x.example): a gain.", "Consumer Food Board"),
    ("Environmental Protection Board staff agreed.", "Environmental Protection Board"),
    ("Create Trade Task Force branches in all towns.", "Trade Task Force"),
    ("The AI Education Board met.", "AI Education Board"),
    ("She spoke at the World Trade Forum.", "World Trade Forum"),
    ("She led the Working Group on Trade Roads.", "Working Group on Trade Roads"),
    ("THE DIRECTOR OF THE OFFICE OF MANAGEMENT AND TRADE", "OFFICE OF MANAGEMENT AND TRADE"),
    ("It is run by the American Iron and Steel Board.", "American Iron and Steel Board"),
    ("The Lund Food and Trade Board met.", "Lund Food and Trade Board"),
    ("The House Energy and Trade Committee met.", "House Energy and Trade Committee"),
    (
        "The Senate Health, Trade, and Labor Committee met.",
        "Senate Health, Trade, and Labor Committee",
    ),
    ("It is Norland’s Food and Trade Board that asked.", "Food and Trade Board"),
    ("The Department of Trade and Department of Labor agreed.", "Department of Labor"),
    ("The tax went up, Norland Trade Bureau Says.", "Norland Trade Bureau"),
    ("Trade Policy Institute Energy and Trade Director Ann Lee agreed.", "Trade Policy Institute"),
    ("The National Council of Jewish Women met.", "National Council of Jewish Women"),
    ("The League of Women Voters met.", "League of Women Voters"),
    (
        "The National Association of Black Journalists met.",
        "National Association of Black Journalists",
    ),
    ("She led the Racial Justice Board.", "Racial Justice Board"),
    ("It joined the IUU Fishing Action Alliance.", "IUU Fishing Action Alliance"),
    (
        "She met the Head of the International Policy Bureau Kumvarga.",
        "International Policy Bureau",
    ),
    (
        "She is on the U.S. Senate Energy and Trade Committee.",
        "U.S. Senate Energy and Trade Committee",
    ),
    ("The Homeland Security Council met.", "Homeland Security Council"),
    ("He was at Roe & Lind LLP until 2029.", "Roe & Lind LLP"),
    (
        "MEMORANDUM FOR THE ADMINISTRATOR OF THE UNITED STATES AGENCY FOR SALT DEVELOPMENT",
        "UNITED STATES AGENCY FOR SALT DEVELOPMENT",
    ),
]
NOBODY = [
    "The First Lady spoke at the Senate Spouses Luncheon.",
    "He was the Chief Financial Officer and Vice President, Finance.",
    "**Queens Chronicle:** Flipping the power switch",
    "United States Marshal Announcements",
    "The Assistant Curator of the museum came.",
    "Send the plan to the Agency Chief Sustainability Officer or the Chief Data Officer.",
    "It was told to the Chief Statistician and the Chief Preservation Officer.",
]


@pytest.mark.parametrize(("text", "name"), WHOLE)
def test_a_body_keeps_its_whole_name(read: Any, text: str, name: str) -> None:
    assert read(text).names.get(name) == "organisation"


@pytest.mark.parametrize("text", NOBODY)
def test_what_an_office_is_for_is_no_person(read: Any, text: str) -> None:
    last = text.replace("*", "").replace(":", "").split()
    people = [name for name, kind in read(text).names.items() if kind == "person"]
    assert not {word.strip(".") for word in last} & {name for name in people if " " not in name}


def test_the_officer_of_an_office_is_not_part_of_its_name(read: Any) -> None:
    met = read("Office of Salt Policy Director Rosa Linde met Special Counsel Tom Reed.")
    assert met.names["Rosa Linde"] == "person"
    assert met.names["Tom Reed"] == "person"


def test_many_abbreviations_take_linear_time(read: Any) -> None:
    begun = process_time()
    names = (f"Salt{chr(97 + n % 26) * (n // 26 + 1)}" for n in range(800))
    read(" ".join(f"The {name} and Herring Council (SHC) met." for name in names))
    assert process_time() - begun < 12
