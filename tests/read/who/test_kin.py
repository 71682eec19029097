from __future__ import annotations

import pytest

from communique.read.layers import Cast
from communique.read.text import segment, tokenize
from communique.read.who import build_cast


def people(text: str) -> dict[str, list[str]]:
    """Return the forms that each person of a text is printed in, by name."""
    sentences = segment(text, "en")
    cast: Cast = build_cast(text, sentences, tokenize(text, sentences), language="en")
    return {
        actor.name: [mention.of(text) for mention in actor.mentions]
        for actor in cast.actors.values()
        if actor.kind == "person"
    }


@pytest.mark.parametrize(
    "text",
    [
        "President Orlan thanked the nurses. His son Tavo Orlan was ill. President Orlan left.",
        "President Orlan thanked the nurses. His son, Tavo Orlan, was ill. President Orlan left.",
        "“My brother Tavo was ill,” President Orlan said. Tavo Orlan got well.",
    ],
)
def test_a_relative_does_not_take_the_office_of_the_family_name(text: str) -> None:
    found = people(text)
    assert "Tavo Orlan" in found
    assert not any("President" in form for form in found["Tavo Orlan"])
    assert "Orlan" in found


def test_a_relative_in_office_keeps_it() -> None:
    text = "His sister Mira Orlan is prime minister. Prime Minister Mira Orlan spoke. Orlan left."
    assert list(people(text)) == ["Mira Orlan"]


def test_whoever_is_named_before_a_relatives_word_is_no_relative() -> None:
    text = "President Tavo Orlan met his son. President Orlan was glad."
    assert list(people(text)) == ["Tavo Orlan"]


def test_a_husband_with_an_office_is_called_in_full() -> None:
    text = (
        "Ann Lee and her husband, former President Bo Lee, came to Varn. Lee sang. Then Lee left."
    )
    assert people(text)["Ann Lee"] == ["Ann Lee", "Lee", "Lee"]


def test_whom_the_report_began_with_is_meant_again() -> None:
    told = "The harbour was quiet and the gulls were loud. " * 18
    text = f"Ann Lee came. {told}In May Bo Lee sang. {told}Lee left."
    assert people(text)["Ann Lee"] == ["Ann Lee", "Lee"]


@pytest.mark.parametrize("opening", ["Overrated Perrin", "Salutes Ann Perrin"])
def test_a_word_before_a_known_name_is_no_part_of_it(opening: str) -> None:
    found = people(f"{opening} sings again. Ann Perrin sang in Varn. Perrin left.")
    assert list(found) == ["Ann Perrin"]
