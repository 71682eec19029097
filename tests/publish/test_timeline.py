"""Under which heading a line of the timeline stands."""

from __future__ import annotations

import pytest

from communique.model.rows import ReportRef, TimelineRow
from communique.publish.meetings import _filed


@pytest.mark.parametrize(
    ("value", "first", "last", "heading"),
    [
        ("2031", "2031-01-01", "2031-12-31", "2031"),
        ("2031-SU", "2031-06-01", "2031-08-31", "summer 2031"),
        ("2031-03", "2031-03-01", "2031-03-31", "March 2031"),
        ("2031-03-04", "2031-03-04", "2031-03-04", "March 2031"),
        ("2031-W22", "2031-05-26", "2031-06-01", "May 2031"),
        (None, None, None, "Date not given"),
    ],
)
def test_a_year_stands_under_itself_and_not_under_january(
    value: str | None, first: str | None, last: str | None, heading: str
) -> None:
    row = TimelineRow(
        id="c-1",
        value=value,
        first_on=first,
        last_on=last,
        kind="contact",
        report=ReportRef(id="r-1", label="one"),
        words="",
    )
    assert _filed(row) == heading
