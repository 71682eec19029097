"""Offices over time in one report: who holds one, held it, or is to hold it."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("President Ana Tassel met former President Karl Oduya. The President left.", "Ana Tassel"),
        (
            "Karl Oduya was president of Peru until 2030. Ana Tassel succeeded him as president "
            "in May. The president said so.",
            "Ana Tassel",
        ),
        ("President-elect Lin Mei met President Ana Tassel. The president left.", "Ana Tassel"),
        (
            "If Rosa Linde becomes president, she will sign. Ana Tassel, the president of Peru, "
            "will not. The president left.",
            "Ana Tassel",
        ),
        (
            "Then-President Karl Oduya signed it. President Ana Tassel kept it. The "
            "president left.",
            "Ana Tassel",
        ),
        (
            "Rosa Linde, who was minister under President Karl Oduya, met President Ana Tassel of "
            "Peru. The president said no.",
            "Ana Tassel",
        ),
        (
            "The late President Karl Oduya was a friend of President Ana Tassel. The "
            "president left.",
            "Ana Tassel",
        ),
        (
            "President Ana Tassel and her husband, Ben Tassel, came. Tassel spoke. The president "
            "left.",
            "Ana Tassel",
        ),
    ],
)
def test_the_president_is_who_is_in_office(read: Any, text: str, now: str) -> None:
    assert read(text).mentions(now)[-1].casefold() == "the president"


@pytest.mark.parametrize(
    ("text", "name", "epithet"),
    [
        (
            "President Ana Tassel met former President Karl Oduya. The former president left.",
            "Karl Oduya",
            "The former president",
        ),
        (
            "President-elect Lin Mei met President Ana Tassel. The president-elect left.",
            "Lin Mei",
            "The president-elect",
        ),
        (
            "Ex-Premier Karl Oduya met Premier Lin Mei. The ex-premier left.",
            "Karl Oduya",
            "The ex-premier",
        ),
        (
            "Outgoing President Karl Oduya met incoming President Ana Tassel. The new president "
            "spoke.",
            "Ana Tassel",
            "The new president",
        ),
        (
            "Rosa Linde resigned as foreign minister. Tom Reed was named foreign minister. The "
            "foreign minister will travel.",
            "Tom Reed",
            "The foreign minister",
        ),
        (
            "Deputy Foreign Minister Tom Reed of Peru met Foreign Minister Rosa Linde of Chile. "
            "The deputy foreign minister left.",
            "Tom Reed",
            "The deputy foreign minister",
        ),
        (
            "Peru’s Foreign Minister Rosa Linde met Chile’s Defence Minister Tom Reed. The "
            "Peruvian minister left.",
            "Rosa Linde",
            "The Peruvian minister",
        ),
        (
            "Prime Minister Tom Reed of Peru phoned Prime Minister Rosa Linde of Chile. The "
            "Chilean prime minister hung up.",
            "Rosa Linde",
            "The Chilean prime minister",
        ),
    ],
)
def test_others_are_meant_by_what_tells_them_apart(
    read: Any, text: str, name: str, epithet: str
) -> None:
    assert read(text).mentions(name)[-1] == epithet


def test_a_former_president_of_a_state_no_list_knows_is_former(read: Any) -> None:
    met = read("Former Kelmaran President Karl Oduya spoke. The president did not answer.")
    assert met.mentions("Karl Oduya") == ["Karl Oduya"]


def test_who_is_named_or_has_been_named_holds_an_office(read: Any) -> None:
    met = read("Tom Reed has been appointed foreign minister. Rosa Linde was named envoy to Peru.")
    assert met.offices("Tom Reed") == [("foreign minister", None)]
    assert met.offices("Rosa Linde") == [("envoy", None)]
