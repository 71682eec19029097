from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Figure, Span
from communique.publish.phrases import (
    amount,
    date_in_words,
    duration_in_words,
    listed,
    month_of,
    published_in_words,
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-03-04", "4 March 2031"),
        ("2031-03-04T08:30", "4 March 2031"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("2031-03~", "about March 2031"),
        ("203", "the 2030s"),
        ("20", "the 21st century"),
        ("11", "the 12th century"),
        ("2031?", "2031 (uncertain)"),
        ("XXXX-08-15", "15 August, year not given"),
        ("2031-03-04/2031-03-06", "4 March 2031 to 6 March 2031"),
        ("PAST_REF", "in the past"),
        ("2031-W20", "week of 12 May 2031"),
        ("9999-W53", "9999-W53"),
        ("0000-W10", "0000-W10"),
        ("2031-Q2", "second quarter of 2031"),
        ("2031-SP", "spring 2031"),
        ("2031-24", "winter 2031"),
        ("2031-99", "2031"),
        (None, "date not given"),
    ],
)
def test_a_date_is_as_precise_as_the_report(value: str | None, words: str) -> None:
    assert date_in_words(value) == words


@given(st.text(max_size=20))
def test_any_value_has_words(value: str) -> None:
    assert isinstance(date_in_words(value) + duration_in_words(value), str)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("PT30M", "30 minutes"),
        ("PT1H30M", "1 hour 30 minutes"),
        ("P2D", "2 days"),
        ("PT1.5H", "1.5 hours"),
        ("PT45S", "45 seconds"),
        ("PXY", "some years"),
        ("PX", "some time"),
        ("PT2H/PT3H", "2 hours to 3 hours"),
        ("P", "P"),
        ("long", "long"),
    ],
)
def test_durations(value: str, words: str) -> None:
    assert duration_in_words(value) == words


@pytest.mark.parametrize(
    ("low", "high", "exact", "words"),
    [
        (40, 40, True, "40"),
        (1200, 1200, False, "about 1,200"),
        (40, 60, True, "40–60"),
        (40, None, True, "at least 40"),
        (None, 2.5, True, "at most 2.5"),
        (None, None, True, ""),
    ],
)
def test_an_amount_keeps_its_bounds(
    low: float | None, high: float | None, exact: bool, words: str
) -> None:
    figure = Figure(id="f", raw="", low=low, high=high, exact=exact, evidence=(Span(0, 1),))
    assert amount(figure) == words


def test_lists_and_months() -> None:
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert month_of("2031-03-04") == "March 2031"
    assert month_of(None) == "Date not given"


@pytest.mark.parametrize(
    ("published", "basis", "words"),
    [
        (None, None, "not known"),
        ("2031-03-04", "stated", "4 March 2031"),
        ("2031-03-04", "day-first: as the caller says", "4 March 2031"),
        (
            "2031-03-04",
            "month-first: the weekday printed with it",
            "4 March 2031, read month-first (the weekday printed with it);"
            " if that is wrong, add it with --date-order day-first",
        ),
        (
            None,
            "ambiguous: 2031-03-04 or 2031-04-03",
            "4 March 2031 or 3 April 2031, which nothing tells;"
            " add it with --date-order day-first or month-first",
        ),
        (
            None,
            "unreadable: soon",
            "not known: “soon” is no date that can be read; say it with --published",
        ),
        (
            "2031-03-04",
            "dateline: its year is told by the copyright line",
            "4 March 2031 (dateline: its year is told by the copyright line)",
        ),
    ],
)
def test_a_date_of_publication_says_how_it_was_read(
    published: str | None, basis: str | None, words: str
) -> None:
    assert published_in_words(published, basis) == words
