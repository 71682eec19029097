from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import UsageError
from communique.model import When
from communique.model.days import bounds, days_of, first_and_last


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2031-05-17", ("2031-05-17", "2031-05-17")),
        ("2031-05-17T08:29:00+02:00", ("2031-05-17", "2031-05-17")),
        ("2031-05-17~", ("2031-05-17", "2031-05-17")),
        ("2032-02", ("2032-02-01", "2032-02-29")),
        ("2031", ("2031-01-01", "2031-12-31")),
        ("2031-W07", ("2031-02-10", "2031-02-16")),
        ("XXXX-05-17", None),
        ("PT30M", None),
        ("P2D", None),
        ("PAST_REF", None),
        ("2031-13", None),
        ("2031-02-30", None),
        ("0000", None),
        ("9999-W53", None),
        ("", None),
    ],
)
def test_the_days_of_a_value(value: str, days: tuple[str, str] | None) -> None:
    assert first_and_last(value) == days


@given(st.text(alphabet="0123456789-WTX:~.Z+", max_size=20))
def test_any_value_has_days_in_order_or_none(value: str) -> None:
    days = first_and_last(value)
    assert days is None or days[0] <= days[1]


def test_an_interval_counts_before_the_value() -> None:
    when = When(raw="in spring", value="2031-SP", interval=("2031-03-01", "2031-05-31"))
    assert days_of(when) == ("2031-03-01", "2031-05-31")
    assert days_of(When(raw="", value="2031", interval=("?", "2031-05"))) == (
        "2031-01-01",
        "2031-12-31",
    )
    assert days_of(When(raw="", type="duration", value="2031")) is None
    assert days_of(None) is None


def test_bounds_are_inclusive() -> None:
    assert bounds("2031", "2031-02") == ("2031-01-01", "2031-02-28")
    assert bounds(None, None) == (None, None)
    with pytest.raises(UsageError, match="'May' is not a date"):
        bounds("May", None)
