"""A dated line under several headings dates a report; a sentence with a date does not."""

from __future__ import annotations

import pytest

from communique.acquire.imprint import read_imprint

BODY = "\n\nThe delegation arrived in the morning. It was received by the mayor.\n"


@pytest.mark.parametrize(
    "head",
    [
        "THE LONG TALK\nMinister Adda Brook: “We can wait longer than they think”\n"
        "Harbour Gazette, 29 June 2030",
        "Ministry of Roads, Ostland\nStatement by the spokesperson\nKarsk, 29 June 2030",
        "Note for the press\nOffice of the Mediator\nSankt Odo – June 29, 2030",
    ],
)
def test_the_line_that_ends_in_a_date_dates_the_report(head: str) -> None:
    imprint = read_imprint(head + BODY)
    assert imprint.date is not None
    assert imprint.date.settled == "2030-06-29"


@pytest.mark.parametrize(
    "head",
    [
        "A row over fish\nThe treaty of 29 June 2030",
        "A row over fish\nThe two sides had met before, on 29 June 2030.",
        "A row over fish\nThe minister resigned.\nHarbour Gazette, 29 June 2030",
    ],
)
def test_a_date_that_something_else_is_of_does_not(head: str) -> None:
    imprint = read_imprint(head + BODY)
    assert imprint.date is None


def test_who_is_asked_in_that_line_is_told_by_the_report_itself() -> None:
    head = "“We wait”\nInterview with Minister Adda Brook, Harbour Gazette, 29 June 2030"
    imprint = read_imprint(head + BODY)
    assert [span.of(head) for span in imprint.furniture] == ["Harbour Gazette, 29 June 2030"]
