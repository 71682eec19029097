"""Which day of its sentence a contact is on."""

from __future__ import annotations

import pytest

from communique.extract import extract
from communique.model import Report, body_id
from communique.read.rules import RuleReader
from extract.states import states_known


def _days(text: str, title: str | None = None) -> list[str | None]:
    report = Report(
        id=body_id(text),
        publication=body_id(text)[:16],
        text=text,
        title=title,
        published="2031-05-14",
        language="en",
    )
    with states_known():
        reading = next(iter(RuleReader().read([report])))
        return [one.date and one.date.value for one in extract(reading).contacts]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "President Oduvan spoke with Governor Tate Helk and some of his mayors over the "
            "weekend, and it was cold.",
            "2031-W19-WE",
        ),
        (
            "President Oduvan spoke with Prime Minister Helk a little more than two weeks ago.",
            "2031-W18",
        ),
        (
            "As you heard from Karin yesterday, President Oduvan will meet Prime Minister Helk.",
            None,
        ),
        (
            "President Oduvan and Prime Minister Helk met and discussed the 2032 budget.",
            "2031-05-14~",
        ),
        (
            "President Oduvan met Prime Minister Helk about a report that rose last week.",
            "2031-05-14~",
        ),
        (
            "President Oduvan and Prime Minister Helk met in Azul on 3 and 4 May 2031.",
            "2031-05-03/2031-05-04",
        ),
        ("President Oduvan and Prime Minister Helk met in Azul on 3 and 7 May.", "2031-05-03"),
        (
            "President Oduvan will travel to Port Azul on Monday to meet Prime Minister Helk.",
            "2031-05-19",
        ),
        (
            "President Oduvan arrived in Azul on Sunday and was received by Prime Minister Helk.",
            None,
        ),
        (
            "President Oduvan and Prime Minister Helk spoke by phone for an hour, their first "
            "conversation since the raid on the Karst market in January.",
            "2031-05-14~",
        ),
    ],
)
def test_the_day_of_a_contact(text: str, day: str | None) -> None:
    assert _days(text)[:1] == [day]


def test_verbs_joined_by_and_have_each_their_own_day() -> None:
    text = (
        "President Oduvan spoke by telephone with Prime Minister Helk on Monday and will travel "
        "to Port Azul next week to brief Chancellor Moss of Norland."
    )
    assert _days(text) == ["2031-05-12", "2031-W21"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "President Oduvan met Prime Minister Helk on Monday and again on Tuesday.",
            ["2031-05-12", "2031-05-13"],
        ),
        (
            "President Oduvan and Prime Minister Helk met twice, on Monday and again in Azul on "
            "Tuesday.",
            ["2031-05-12", "2031-05-13"],
        ),
        (
            "President Oduvan met Prime Minister Helk on Monday and again asked for maps.",
            ["2031-05-12"],
        ),
        (
            "Premier Lind spoke on Monday, two days after President Oduvan met Prime Minister "
            "Helk in Azul.",
            [None],
        ),
    ],
)
def test_each_contact_has_its_own_day(text: str, days: list[str | None]) -> None:
    assert _days(text) == days


def test_days_in_a_transcript_count_from_the_day_it_names() -> None:
    text = "(May 12, 2031)\n\nPresident Oduvan will meet Prime Minister Helk tomorrow."
    assert _days(text) == ["2031-05-13"]
    spoken = "President Oduvan met Prime Minister Helk today."
    assert _days(spoken, title="Briefing by Ines Rahl, May 13, 2031") == ["2031-05-13"]


def test_the_day_of_setting_out_or_of_announcing_is_not_that_of_the_meeting() -> None:
    assert _days(
        "President Oduvan is headed to Azul on Friday, where she will meet Tate Helk."
    ) == [None]
    told = "Today, I am pleased to announce that Mira Oduvan will meet Tate Helk in Azul."
    assert _days(told) == [None]
    assert _days("We saw it last November, when Mira Oduvan met Tate Helk in Azul.") == ["2030-11"]


def test_the_day_on_which_somebody_said_so_is_not_that_of_the_meeting() -> None:
    told = "As you heard the President say last night, President Oduvan met Prime Minister Helk."
    assert _days(told) in ([None], ["2031-05-14~"])
    wished = "President Oduvan spoke to Tate Helk and his mayors last week to wish them well."
    assert _days(wished) == ["2031-W19"]
