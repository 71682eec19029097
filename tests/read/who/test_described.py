from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("The envoy for the canal, Jon Rell, left.", "Jon Rell", ("envoy", "canal")),
        (
            "A spokeswoman for the ministry, Ann Rell, left.",
            "Ann Rell",
            ("spokeswoman", "ministry"),
        ),
        (
            "Ann Rell, a spokeswoman for the rebels, left.",
            "Ann Rell",
            ("spokeswoman", "the rebels"),
        ),
        (
            "She met the deputy head of the mission in the region, Ann Rell.",
            "Ann Rell",
            ("deputy head", "mission in the region"),
        ),
        (
            "The secretary of the security council, Ann Rell, left.",
            "Ann Rell",
            ("secretary", "security council"),
        ),
        (
            "He spoke with the chairman of the fishermen's union, Bob Rell, on Monday.",
            "Bob Rell",
            ("chairman", "fishermen's union"),
        ),
        (
            "The group's chief negotiator in the hostage talks, Ann Rell, left.",
            "Ann Rell",
            ("chief negotiator", "hostage talks"),
        ),
        (
            "The Ostrovi special representative for water issues, Jon Rell, left.",
            "Jon Rell",
            ("special representative", "water issues"),
        ),
    ],
)
def test_an_office_for_anything_is_that_of_the_name_beside_it(
    read: Any, text: str, name: str, office: tuple[str, str]
) -> None:
    met = read(text)
    assert met.offices(name) == [office]
    assert [n for n, kind in met.names.items() if kind == "person"] == [name]


def test_the_name_beside_an_office_may_have_a_title_of_its_own(read: Any) -> None:
    met = read("The commander of the border guard, General Jon Rell, left.")
    assert met.offices("Jon Rell") == [("commander", "border guard"), ("General", None)]


def test_each_office_in_a_list_has_its_own_name(read: Any) -> None:
    met = read(
        "The mayor of the town, Ann Rell, met the head of the harbour board, Eva Stone, and the "
        "speaker of the lower house of parliament, Bob Hale."
    )
    assert met.offices("Ann Rell") == [("mayor", "town")]
    assert met.offices("Eva Stone") == [("head", "harbour board")]
    assert met.offices("Bob Hale") == [("speaker", "lower house of parliament")]


@pytest.mark.parametrize(
    "text",
    [
        "The minister met the president in the capital, Port Varn, on Monday.",
        "The minister thanked the president for the visit, Ann Rell said.",
        "The head of the mission said that the harbour, New Varn, was closed.",
    ],
)
def test_a_name_after_a_comma_need_not_bear_the_office_before_it(read: Any, text: str) -> None:
    met = read(text)
    assert not any(
        met.offices(name) for name in ("Port Varn", "Ann Rell", "New Varn") if name in met.names
    )


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "Peruvian Foreign Ministry spokesman Bob Rell left.",
            "Bob Rell",
            ("Peruvian Foreign Ministry spokesman", "Peru"),
        ),
        ("The Peruvian defence ministry's spokesman, Bob Rell, left.", "Bob Rell",
         ("spokesman", "Peru")),
        ("The Chilean ambassador in Lima, Ann Rell, left.", "Ann Rell", ("ambassador", "Chile")),
        ("The chief Peruvian negotiator, Bob Rell, left.", "Bob Rell",
         ("chief Peruvian negotiator", "Peru")),
        ("Ann Rell, the mayor of Lima, left.", "Ann Rell", ("mayor", "Lima")),
    ],
)  # fmt: skip
def test_an_office_of_a_states_body_is_of_the_state(
    read: Any, text: str, name: str, office: tuple[str, str]
) -> None:
    assert office in read(text).offices(name)


def test_adjectives_of_regions_name_nobody(read: Any) -> None:
    met = read("Other Asian leaders came. Ann Orr would help Southeast Asian nations.")
    assert [name for name, kind in met.names.items() if kind == "person"] == ["Ann Orr"]


def test_an_office_is_for_no_month(read: Any) -> None:
    met = read("Ann Rell, the candidate for the Nov. 8 vote, left.")
    assert [name for name, kind in met.names.items() if kind == "person"] == ["Ann Rell"]
