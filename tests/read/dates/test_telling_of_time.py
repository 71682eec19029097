"""Ways in which news tell of time: what the year ends with, what had been due, what is a name."""

from __future__ import annotations

import pytest

from communique.model import Section
from communique.read.dates import find_dates
from communique.read.text import segment

#: A Wednesday.
PUBLISHED = "2031-05-14"
_LATER = ("Later in the year", "2019")
_WINTER = ("the winter of nineteen ninety-four", "1994-WI")


def values(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    whens = find_dates(text, segment(text, "en"), published, language="en")
    assert all(when.raw == when.evidence[0].of(text) for when in whens)
    return [(when.raw, when.value) for when in whens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They want it by year-end.", [("year-end", "2031-12-31")]),
        ("Prices rose since year-end.", [("year-end", "2030-12-31")]),
        ("Trade will grow for the full year.", [("the full year", "2031")]),
        ("It is due by the end of the month.", [("the end of the month", "2031-05")]),
        ("In 2019 he won. Later in the year he left.", [("2019", "2019"), _LATER]),
        ("He left weeks later.", [("weeks later", "PXW")]),
        ("Months ago it was calm.", [("Months ago", "PAST_REF")]),
        ("They met often in recent weeks.", [("recent weeks", "PXW")]),
        ("Talks go on in the next couple of years.", [("the next couple of years", "P2Y")]),
        ("It bodes ill for coming quarters.", [("coming quarters", "PXM")]),
        ("Losses were below a year-earlier sum.", [("a year-earlier", "2030")]),
        ("The year two thousand was calm.", [("The year two thousand", "2000")]),
        ("Over the winter prices fell.", [("the winter", "2030-WI")]),
        ("They met in the winter of nineteen ninety-four.", [_WINTER]),
        ("They speak now that he is back.", [("now", "PRESENT_REF")]),
    ],
)
def test_lengths_and_parts_of_a_year(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The truce had been due to end on Friday.", "2031-05-09"),
        ("Two states had answered by Tuesday.", "2031-05-13"),
        ("They will sign by Friday.", "2031-05-16"),
        ("The envoy, praised by the premier on Friday, left.", "2031-05-09"),
        ("The loan, granted last year, is payable Aug. 20.", "2031-08-20"),
    ],
)
def test_what_had_been_ahead_lies_behind(text: str, expected: str) -> None:
    assert values(text)[-1][1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A Nordia Today poll found it so.",
        "He told The Brevin Post's This Week that it was so.",
        "She watched “High Noon” at home.",
        "He soon left, and was soon forgotten.",
    ],
)
def test_names_and_what_soon_happened_are_no_dates(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text", ["Today we meet.", "“Today we meet,” he said.", "Envoys Meet Today In Brevin", "TODAY"]
)
def test_today_is_today_where_a_capital_must_stand(text: str) -> None:
    assert [value for _, value in values(text)] == ["2031-05-14"]


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("They meet between March 1st and 7th.", "March 1st and 7th"),
        ("They meet between the 1st and the 7th of March.", "the 1st and the 7th of March"),
        ("They meet from March 1 through the 7th.", "March 1 through the 7th"),
    ],
)
def test_from_day_to_day(text: str, raw: str) -> None:
    assert values(text) == [(raw, "2031-03-01/2031-03-07")]


def test_a_year_beside_a_quarter_is_that_quarter_only_where_one_is_told_of() -> None:
    assert values("In the third quarter of 2030 it fell. In the 2029 quarter it rose.")[-1] == (
        "the 2029 quarter",
        "2029-Q3",
    )
    assert values("It rose in the 2029 quarter.") == [("2029", "2029")]


def test_marks_without_width_are_in_nobodys_way() -> None:
    text = "2 Ma\u00ady 2029\n\u202aOn Mar\u200bch 5, 2031\u202c, they met. "
    text += "Yester\ufeffday they rested.\n"
    sections = (Section(start=0, end=len(text), heading="2 May 2029"),)
    whens = find_dates(text, segment(text, "en"), PUBLISHED, sections, "en")
    assert [when.value for when in whens] == ["2029-05-02", "2031-03-05", "2029-05-01"]
    assert [when.evidence[0].of(text) for when in whens] == [when.raw for when in whens]
    assert whens[1].raw == "Mar\u200bch 5, 2031"
