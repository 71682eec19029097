"""Which of two reports had the words first: credits, then dates, else nobody knows."""

from __future__ import annotations

import pytest

from communique.model import Report
from communique.reconcile.copying.direction import direction


def report(**slots: str) -> Report:
    return Report(id="b", publication=slots.pop("id", "p"), text=slots.pop("text", ""), **slots)


AGENCY = report(publisher="The Sudmark News Agency", published="2031-05-19")


@pytest.mark.parametrize(
    ("slots", "relation", "reversed_", "why"),
    [
        ({"published": "2031-05-20"}, "copy", False, "published 2031-05-20, the other 2031-05-19"),
        ({"published": "2031-05-18"}, "copy", True, "the other 2031-05-18"),
        ({"published": "2031-05-19"}, "unknown", False, "neither dates nor credits"),
        ({}, "unknown", False, "neither dates nor credits"),
        (
            {"published": "2031-05-18", "source": "Sudmark News Agency"},
            "copy",
            False,
            "names The Sudmark News Agency as its source",
        ),
        (
            {"published": "2031-05-18", "text": "Rain, the Sudmark News Agency reported."},
            "copy",
            False,
            "Sudmark News Agency reported",
        ),
        ({"text": "The Sudmark News Agency is in Ostrel."}, "unknown", False, "neither"),
    ],
)
def test_which_way(slots: dict[str, str], relation: str, reversed_: bool, why: str) -> None:
    found = direction(report(publisher="Kurier", **slots), AGENCY)
    assert (found.relation, found.reversed) == (relation, reversed_)
    assert why.casefold() in found.why.casefold()
    back = direction(AGENCY, report(publisher="Kurier", **slots))
    assert back.relation == relation
    assert relation != "copy" or back.reversed is not reversed_


def test_instants_tell_within_a_day() -> None:
    early = report(published="2031-05-19T08:00:00+02:00")
    late = report(published="2031-05-19T07:30:00+01:00")
    assert direction(late, early).relation == "copy"
    assert not direction(late, early).reversed
    assert direction(early, late).reversed


def test_two_that_credit_a_third_have_it_from_there() -> None:
    one = report(publisher="Kurier", source="Norland Chancellery", published="2031-05-19")
    other = report(publisher="Bote", source="the Norland Chancellery", published="2031-05-20")
    assert direction(one, other).relation == "common-source"


def test_two_that_credit_each_other_are_told_by_dates() -> None:
    one = report(publisher="Kurier", source="Bote", published="2031-05-19")
    other = report(publisher="Bote", source="Kurier", published="2031-05-20")
    found = direction(one, other)
    assert (found.relation, found.reversed) == ("copy", True)


def test_a_vague_date_within_the_other_tells_nothing() -> None:
    assert direction(report(published="2031-05"), AGENCY).relation == "unknown"
