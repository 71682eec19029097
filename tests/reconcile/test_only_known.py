"""Whether accounts without a day mean the only contact known of their people for weeks."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.reconcile.making import contact

from communique.model import When
from communique.model.rows import ContactRow
from communique.reconcile.contacts.occasions import compared
from communique.reconcile.contacts.windows import window

TWO = "President Oduvan spoke with Prime Minister Helk"
THIRD = contact(3, day="2031-04-20", published="2031-04-20", kind="call", words=TWO)


def told(
    number: int, published: str, date: tuple[str, str] | None = None, **how: str
) -> ContactRow:
    row = contact(number, day=None, published=published, **{"kind": "talks", "words": TWO, **how})
    season = ("2031-06-01", "2031-08-31") if date and date[1].endswith("SU") else None
    return replace(row, date=When(raw=date[0], value=date[1], interval=season)) if date else row


AGO = ("a few weeks ago", "PAST_REF")
SUMMER = told(1, "2031-07-29", ("July 28", "2031-07-28"), kind="call")
CALL = told(1, "2031-05-02", ("on Thursday", "2031-05-01"), kind="call")


@pytest.mark.parametrize(
    ("one", "other", "third", "are_one"),
    [
        (CALL, told(2, "2031-05-20"), None, True),
        (CALL, told(2, "2031-05-24"), None, False),
        (CALL, told(2, "2031-05-20"), THIRD, False),
        (CALL, told(2, "2031-05-20", words="our first call"), None, False),
        (CALL, told(2, "2031-05-20", kind="meeting"), None, False),
        (told(1, "2031-05-02"), told(2, "2031-06-02"), None, True),
        (told(1, "2031-05-02"), told(2, "2031-06-03"), None, False),
        (told(1, "2031-05-02"), told(2, "2031-05-20", AGO), None, True),
        (told(1, "2031-05-02"), told(2, "2031-05-20", AGO), THIRD, True),
        (told(1, "2031-05-02"), told(2, "2031-05-03", kind="meeting"), None, True),
        (told(1, "2031-05-02"), told(2, "2031-05-06", kind="meeting"), None, False),
        (SUMMER, told(2, "2031-12-01", ("the summer", "2031-SU")), None, True),
        (CALL, told(2, "2031-06-09", ("the beginning of May", "2031-05")), None, True),
        (CALL, told(2, "2031-05-12", ("last week", "2031-W18")), None, True),
    ],
)
def test_the_only_one_known(
    one: ContactRow, other: ContactRow, third: ContactRow | None, are_one: bool
) -> None:
    beside = [one, other, *([third] if third else [])]
    found = [compared(*pair, None, beside) for pair in ((one, other), (other, one))]
    assert found[0] == found[1]
    assert bool(found[0] and found[0].verdict == "same") == are_one


@pytest.mark.parametrize(
    ("raw", "value", "first", "last"),
    [
        ("early May", "2031-05", "2031-05-01", "2031-05-11"),
        ("the\nbeginning of May", "2031-05", "2031-05-01", "2031-05-11"),
        ("May", "2031-05", "2031-05-01", "2031-05-31"),
        ("two weeks ago", "2031-W19", "2031-05-01", "2031-05-15"),
        ("more than two weeks ago", "2031-W19", "2031-05-01", "2031-05-09"),
    ],
)
def test_parts_of_months_and_rough_weeks(raw: str, value: str, first: str, last: str) -> None:
    days = window(told(1, "2031-05-24", (raw, value)))
    assert (days.first, days.last) == (first, last)


def test_of_many_times_none_is_meant() -> None:
    twice = told(2, "2031-05-20")
    assert compared(CALL, twice, None, [CALL, twice], lambda row: "They spoke twice") is None


def test_a_week_that_misses_by_days_parts_nothing() -> None:
    last_week = told(2, "2031-05-20", ("last week", "2031-W20"), kind="call")
    near = told(1, "2031-05-09", ("May 9", "2031-05-09"), kind="call")
    assert compared(near, last_week, None, [near, last_week]) is None
    before = told(1, "2031-05-05", ("May 5", "2031-05-05"), kind="call")
    apart = compared(before, last_week, None, [before, last_week])
    assert apart is not None
    assert apart.verdict == "different"


def test_plans_to_meet_told_at_one_time_are_one() -> None:
    plan = {"kind": "meeting", "status": "planned", "words": "will meet with Helk"}
    month, undated = told(1, "2031-05-02", ("in June", "2031-06"), **plan), told(2, "2031-05-04")
    undated = replace(undated, kind="meeting", status="planned", words="to meet Helk")
    found = compared(month, undated, None, [month, undated])
    assert found is not None
    assert "planned at one time" in found.why


def test_what_one_has_just_done_is_not_of_the_day_before() -> None:
    just = told(1, "2031-05-20", kind="call", words="I have just spoken with Prime Minister Helk")
    day = told(2, "2031-05-21", ("Monday", "2031-05-19"), kind="call")
    assert compared(just, day, None, [just, day]) is None
