"""Days of the week in what is planned."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from communique.extract.contacts.particulars.weekdays import suited, to_come
from communique.model import When

THURSDAY = When(raw="Thursday", value="2031-05-15", basis="from-publication")


@pytest.mark.parametrize(
    ("status", "published", "day"),
    [
        ("planned", "2031-05-20", "2031-05-22"),
        ("held", "2031-05-20", "2031-05-15"),
        ("planned", "2031-05-16", "2031-05-15"),
        ("planned", "2031-05-22", "2031-05-15"),
        ("planned", "2031-05-12", "2031-05-15"),
        ("planned", "2031-05", "2031-05-15"),
        ("planned", "", "2031-05-15"),
    ],
)
def test_the_one_to_come(status: str, published: str, day: str) -> None:
    found = to_come(THURSDAY, status, published)
    assert found is not None
    assert found.value == day


def test_its_day_as_an_interval_goes_with_it() -> None:
    read = replace(THURSDAY, interval=("2031-05-15", "2031-05-15"))
    found = to_come(read, "planned", "2031-05-20")
    assert found is not None
    assert found.interval == ("2031-05-22", "2031-05-22")
    until = replace(THURSDAY, interval=("2031-05-15", "2031-05-16"))
    assert to_come(until, "planned", "2031-05-20") == until


def test_what_names_its_day_itself_is_left_alone() -> None:
    last = When(raw="last Thursday", value="2031-05-15", basis="from-publication")
    assert to_come(last, "planned", "2031-05-20") == last
    stated = When(raw="2031-05-15", value="2031-05-15", basis="stated")
    assert to_come(stated, "planned", "2031-05-20") == stated
    assert to_come(None, "planned", "2031-05-20") is None


def _counted(value: str, days: tuple[str, str], basis: str = "from-publication") -> When:
    return When(raw="then", value=value, interval=days, basis=basis, anchor="2031-05-14")


@pytest.mark.parametrize(
    ("when", "status", "value"),
    [
        (_counted("2031-W20-WE", ("2031-05-17", "2031-05-18")), "held", "2031-W19-WE"),
        (_counted("2031-W19-WE", ("2031-05-10", "2031-05-11")), "held", "2031-W19-WE"),
        (_counted("2031-W19-WE", ("2031-05-10", "2031-05-11")), "planned", "2031-W20-WE"),
        # "As she said yesterday, they will meet": the day is not that of the meeting.
        (_counted("2031-05-13", ("2031-05-13", "2031-05-13")), "planned", None),
        (_counted("2031-05-13", ("2031-05-13", "2031-05-13")), "held", "2031-05-13"),
        (_counted("2031-05-15", ("2031-05-15", "2031-05-15")), "planned", "2031-05-15"),
        # Of what is told in a transcript of the 14th, that came out later, the 15th is to come.
        (_counted("2031-05-15", ("2031-05-15",) * 2, "from-heading"), "planned", "2031-05-15"),
        (_counted("2031-05-13", ("2031-05-13",) * 2, "stated"), "planned", "2031-05-13"),
    ],
)
def test_what_is_over_is_not_to_come(when: When, status: str, value: str | None) -> None:
    found = suited(when, status, "2031-05-16" if when.basis == "from-heading" else "2031-05-14")
    assert (found and found.value) == value
