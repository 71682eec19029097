"""Capitals of states that no list knows stand for the state where they act."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    "told",
    [
        "Varnak, the capital of Velmora, is cold.",
        "They met in the Velmoran capital, Varnak.",
        "They met in Velmora's capital, Varnak.",
    ],
)
def test_a_capital_that_the_report_tells_acts_for_its_state(read: Any, told: str) -> None:
    met = read(f"{told} Varnak lifted the ban. President Ana Ruiz of Velmora slept in Varnak.")
    assert met.mentions("Velmora").count("Varnak") == 1


def test_a_dateline_that_acts_is_the_capital_of_the_state_named_first(read: Any) -> None:
    met = read(
        "VARNAK, 3 May (Orbis) - President Ana Ruiz of Velmora met Premier Jan Roe of Kelmar. "
        "Varnak rejected the offer. Tarsk denied it."
    )
    assert "Varnak" in met.mentions("Velmora")
    assert "Tarsk" in met.mentions("Kelmar")


def test_a_surname_is_no_capital(read: Any) -> None:
    met = read("VARNAK - President Ana Ruiz of Velmora met Premier Jan Roe of Kelmar. Roe agreed.")
    assert met.mentions("Kelmar") == ["Kelmar"]
    assert met.mentions("Jan Roe") == ["Jan Roe", "Roe"]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Brussels threatened to withdraw the loan.", "European Union"),
        ("Belgium and the European Union met. Brussels rejected the plan.", "European Union"),
        ("Belgium would abstain. Brussels rejected the plan.", "Belgium"),
    ],
)
def test_a_city_means_a_bloc_unless_the_report_names_its_state_alone(
    read: Any, text: str, whose: str
) -> None:
    assert "Brussels" in read(text).mentions(whose)


def test_a_state_that_only_its_capital_and_adjective_name_has_its_usual_name(read: Any) -> None:
    met = read("Chisinau rejected the plan. The Moldovan President, Ana Ruiz, left.")
    assert met.mentions("Moldova") == ["Chisinau"]
