"""Offices that serve somebody ("the Peruvian President's envoy"), and names said in short."""

from typing import Any

import pytest

from communique.model import Span
from communique.read.who.persons.holders import Stage
from communique.read.who.persons.person import Person

STORY = (
    "Chilean President Ilmar Kesk met Peruvian President's representative Ana Ruiz. "
    "“Welcome, Ana,” the head of state said. "
    "“We go on,” the Peruvian President's representative said. "
    "“I have a letter,” the Peruvian Presidential envoy said. "
    "“It is a rare act,” the envoy of the Peruvian leader explained."
)


def test_an_office_that_serves_a_holder_of_office_is_of_that_state(read: Any) -> None:
    story = read(STORY)
    assert story.offices("Ana Ruiz") == [("representative", "Peru")]
    assert story.mentions("Ana Ruiz") == [
        "Ana Ruiz",
        "Ana",
        "the Peruvian President's representative",
        "the Peruvian Presidential envoy",
        "the envoy",
    ]


def test_the_owner_is_somebody_too(read: Any) -> None:
    story = read(STORY)
    assert story.mentions("Peruvian President") == [
        "Peruvian President",
        "the Peruvian President",
        "the Peruvian leader",
    ]


def test_an_ambassador_is_not_the_presidential_envoy(read: Any) -> None:
    story = read("Peruvian ambassador Leo Paz spoke. The Peruvian presidential envoy left.")
    assert story.mentions("Leo Paz") == ["Leo Paz"]


def test_a_letter_too_many_or_too_few_is_a_slip(read: Any) -> None:
    story = read("Envoy John Harle arrived. “Thank you, John,” she said. John Harl then left.")
    assert story.mentions("John Harle") == ["John Harle", "John", "John Harl"]


def test_another_letter_makes_another_family_name(read: Any) -> None:
    story = read("Envoy John Hall arrived. Later John Hill left.")
    assert {"John Hall", "John Hill"} <= set(story.names)


def test_another_first_name_makes_another_person(read: Any) -> None:
    story = read("Envoy John Harle arrived. Later Peter Harl left.")
    assert {"John Harle", "Peter Harl"} <= set(story.names)


def test_a_first_name_may_be_said_in_short(read: Any) -> None:
    story = read("“Well, Chris [Christopher Stam, who came too], you know,” she said.")
    assert story.mentions("Christopher Stam") == ["Chris", "Christopher Stam"]


def test_a_first_name_that_two_have_is_neither(read: Any) -> None:
    story = read("Ana Ruiz and Ana Sol came. “Thank you, Ana,” said Pavel Oud.")
    assert story.mentions("Ana Ruiz") == ["Ana Ruiz"]
    assert story.mentions("Ana Sol") == ["Ana Sol"]


def test_a_state_that_only_offices_name_is_there_without_a_mention(read: Any) -> None:
    story = read(STORY)
    assert story.names["Peru"] == story.names["Chile"] == "state"
    assert story.mentions("Peru") == []


def test_a_first_name_that_the_editor_put_before_a_family_name_is_part_of_it(read: Any) -> None:
    story = read("[The envoy Anton] Belov told him. Anton Belov left.")
    assert story.mentions("Anton Belov") == ["Anton] Belov", "Anton Belov"]


def test_the_president_is_whom_the_report_calls_the_leader_of_that_state(read: Any) -> None:
    story = read("The leader of Peru, Ana Ruiz, left. Later the presidents of Peru and Chile met.")
    assert story.members("the presidents of Peru and Chile")[0] == "Ana Ruiz"


def test_a_counterpart_with_a_name_holds_the_same_office_for_his_state(read: Any) -> None:
    for words in ("her Chilean counterpart Pavel Oud", "her counterpart from Chile, Pavel Oud,"):
        story = read(f"Peruvian Foreign Minister Ana Ruiz met {words} in Lima.")
        assert story.offices("Pavel Oud") == [("Foreign Minister", "Chile")]


def test_a_counterpart_may_bear_a_common_word_for_a_name(read: Any) -> None:
    story = read("Peruvian Foreign Minister Ana Ruiz met Chilean counterpart Pavel Lie in Lima.")
    assert story.offices("Pavel Lie") == [("Foreign Minister", "Chile")]


@pytest.mark.parametrize("turned", [False, True])
def test_whose_spokesman_opens_a_sentence_is_the_spokesman(turned: bool) -> None:
    stage, lee, spokesman = Stage(), Person(("Lee",)), Person(("Lee's spokesman",))
    said = [(lee, Span(0, 3)), (spokesman, Span(0, 15))]
    for person, span in reversed(said) if turned else said:
        stage.enter(person, span, 0, quoted=False)
    assert stage.opens(spokesman, 0)
    assert not stage.opens(lee, 0)
