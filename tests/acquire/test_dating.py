"""Dates as printed, and which of two numbers is the day."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.acquire.dating.order import Setting, decide
from communique.acquire.dating.printed import dates_in, only_date


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2031-05-03", "2031-05-03"),
        ("2031/5/3", "2031-05-03"),
        ("2031-05-03T09:20:00+01:00", "2031-05-03T09:20:00+01:00"),
        ("2031-05-03T09:20:00.123Z", "2031-05-03T09:20:00Z"),
        ("2031-05-03 09:20 GMT", "2031-05-03T09:20Z"),
        ("3 May 2031", "2031-05-03"),
        ("3rd of May, 2031", "2031-05-03"),
        ("Saturday, 3 May 2031, 10:30", "2031-05-03T10:30"),
        ("May 3, 2031 at 4:05 p.m.", "2031-05-03T16:05"),
        ("Sept. 3, 2031", "2031-09-03"),
        ("03-May-2031", "2031-05-03"),
        ("3. Mai 2031", "2031-05-03"),
        ("1er mars 2031", "2031-03-01"),
        ("3 de mayo de 2031", "2031-05-03"),
        ("3 мая 2031 г.", "2031-05-03"),
        ("3 верасня 2031", "2031-09-03"),
        ("3 maja 2031 r", None),
        ("2031. május 3", "2031-05-03"),
        ("2031年5月3日", "2031-05-03"),
        ("2031년 5월 3일", "2031-05-03"),
        ("3 مايو 2031", "2031-05-03"),
        ("31/12/2031", "2031-12-31"),
        ("12/31/2031", "2031-12-31"),
        ("5/5/2031", "2031-05-05"),
        ("31 February 2031", None),
        ("2031-13-01", None),
        ("13/13/2031", None),
        ("3 Blurb 2031", None),
    ],
)
def test_printed_dates(printed: str, value: str | None) -> None:
    found = only_date(printed.replace(" г.", ""))

    if value is None:
        assert found is None
    else:
        assert found is not None
        assert decide(found, Setting()).value == value


def decided(printed: str, **known: object) -> tuple[str | None, str]:
    found = only_date(printed)
    assert found is not None
    decision = decide(found, Setting(**known))  # type: ignore[arg-type]
    return decision.value, decision.basis


def test_without_evidence_both_readings_are_told() -> None:
    assert decided("09/11/2031") == (None, "ambiguous: 2031-09-11 or 2031-11-09")
    assert decided("09/11/2031", language="en", url="https://a.example.com/") == (
        None,
        "ambiguous: 2031-09-11 or 2031-11-09",
    )


@pytest.mark.parametrize(
    ("known", "value", "basis"),
    [
        ({"order": "day-first"}, "2031-11-09", "day-first: as the caller says"),
        (
            {"text": "Sent 09/13/2031."},
            "2031-09-11",
            "month-first: the report also prints 2031-09-13 that way",
        ),
        (
            {"text": "Sent 13/09/2031."},
            "2031-11-09",
            "day-first: the report also prints 2031-09-13 that way",
        ),
        (
            {"text": "They met on 11 September."},
            "2031-09-11",
            "month-first: the report names 2031-09-11 in words",
        ),
        (
            {"text": "They met on November 9, 2031."},
            "2031-11-09",
            "day-first: the report names 2031-11-09 in words",
        ),
        (
            {"houses": ("Business Wire",)},
            "2031-09-11",
            "month-first: Business Wire prints dates so",
        ),
        (
            {"url": "https://mfa.example.gov/1"},
            "2031-09-11",
            "month-first: sites under .gov print dates so",
        ),
        (
            {"url": "https://mfa.example.at/1"},
            "2031-11-09",
            "day-first: sites under .at print dates so",
        ),
        ({"language": "de-AT"}, "2031-11-09", "day-first: texts in de print dates so"),
    ],
)
def test_evidence(known: dict[str, object], value: str, basis: str) -> None:
    assert decided("09/11/2031", **known) == (value, basis)


def test_the_weekday_decides() -> None:
    # 9 November 2031 is a Sunday, 11 September 2031 a Thursday.
    assert decided("Sunday, 09/11/2031")[0] == "2031-11-09"
    assert decided("Thursday 09/11/2031")[0] == "2031-09-11"
    assert decided("Monday 09/11/2031")[0] is None


def test_evidence_that_contradicts_itself_decides_nothing() -> None:
    text = "Sent 13/09/2031 and 09/13/2031."
    assert decided("09/11/2031", text=text)[0] is None
    text = "On 9 November and again on 11 September."
    assert decided("09/11/2031", text=text)[0] is None


def test_a_day_of_another_year_is_no_evidence() -> None:
    assert decided("09/11/2031", text="Since 11 September 2001 much has changed.")[0] is None


def test_the_reports_words_outrank_custom() -> None:
    known = {"text": "Sent 13/09/2031.", "houses": ("Business Wire",)}
    assert decided("09/11/2031", **known)[0] == "2031-11-09"


def test_a_month_that_two_languages_share_needs_its_language() -> None:
    assert only_date("3 listopada 2031") is None
    polish = only_date("3 listopada 2031", language="pl")
    croatian = only_date("3 listopada 2031", language="hr-HR")
    assert polish is not None
    assert croatian is not None
    assert (polish.settled, croatian.settled) == ("2031-11-03", "2031-10-03")


@given(st.dates(min_value=datetime.date(1900, 1, 1), max_value=datetime.date(2999, 1, 1)))
def test_every_date_is_found_where_it_is_printed(day: datetime.date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y"):
        printed = day.strftime(form)
        text = f"Released {printed} in Oberhaven"
        (found,) = dates_in(text)
        assert found.settled == str(day)
        assert found.span.of(text) == printed


@given(st.text(alphabet="0123456789/-. :TMayофs年月日,|", max_size=60))
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    last = 0
    for found in dates_in(text):
        assert last <= found.span.start < found.span.end <= len(text)
        assert 1 <= len(found.readings) <= 2
        last = found.span.end
