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
