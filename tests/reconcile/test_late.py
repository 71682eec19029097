"""Days that a report counts from its publication, which came out after they were told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.reconcile.making import HELK, MIRA, contact

from communique.model import Label, When
from communique.model.matching import Opinion
from communique.model.rows import ContactRow
from communique.reconcile.contacts.late import may_be_late
from communique.reconcile.contacts.occasions import bears_on, compared, rests_on_others


def told(number: int, raw: str, day: str, published: str, **slots: object) -> ContactRow:
    """Return a contact whose day is counted from its report's publication."""
    row = contact(number, published=published, **slots)
    return replace(row, date=When(raw=raw, value=day, basis="from-publication"))


#: What came out for a call of the 17th, and a transcript of the 18th that came out on the 19th.
CALL = told(1, "today", "2031-05-17", "2031-05-17", main=True)
LATE = told(2, "yesterday", "2031-05-18", "2031-05-19")


def beside(*rows: ContactRow) -> Opinion | None:
    """Return what is made of the call and the transcript among all that is told of."""
    found = compared(CALL, LATE, beside=(CALL, LATE, *rows))
    assert found == compared(LATE, CALL, beside=(*rows, LATE, CALL))
    return found


class TestADayLate:
    def test_it_means_the_day_before_if_nothing_else_is_known(self) -> None:
        found = beside()
        assert found is not None
        assert found.verdict == "same"
        assert "counted from a publication the day after" in found.why

    def test_not_where_such_a_call_is_known_of_its_own_day(self) -> None:
        found = beside(told(3, "today", "2031-05-18", "2031-05-18", main=True))
        assert found is not None
        assert found.verdict == "different"
        stated = beside(contact(3, day="2031-05-18"))
        assert stated is not None
        assert stated.verdict == "different"

    def test_where_they_met_on_other_days_it_takes_more(self) -> None:
        other = contact(3, day="2031-05-15")
        assert beside(other) is None
        topic = (Label(label="grain quotas", evidence=()),)
        rows = [replace(row, topics=topic) for row in (CALL, LATE)]
        found = compared(*rows, beside=(*rows, other))
        assert found is not None
        assert found.verdict == "same"

    def test_three_days_take_more(self) -> None:
        late = replace(LATE, date=When(raw="today", value="2031-05-20", basis="from-publication"))
        assert compared(CALL, late, beside=(CALL, late)) is None
        topic = (Label(label="grain quotas", evidence=()),)
        rows = [replace(row, topics=topic) for row in (CALL, late)]
        found = compared(*rows, beside=rows)
        assert found is not None
        assert found.verdict == "same"

    def test_three_days_are_late_only_over_a_weekend(self) -> None:
        topic = (Label(label="grain quotas", evidence=()),)
        wednesday = told(2, "today", "2031-05-20", "2031-05-21", topics=topic)
        known = replace(CALL, topics=topic)
        found = compared(known, wednesday, beside=(known, wednesday))
        assert found is not None
        assert found.verdict == "different"

    def test_a_later_day_is_not_early(self) -> None:
        early = told(2, "yesterday", "2031-05-16", "2031-05-17")
        found = compared(CALL, early, beside=(CALL, early))
        assert found is not None
        assert found.verdict == "different"

    def test_of_two_that_may_both_be_late_nothing_is_told(self) -> None:
        second = replace(CALL, main=False)
        assert compared(second, LATE, beside=(second, LATE)) is None

    def test_without_the_others_nothing_is_told(self) -> None:
        assert compared(CALL, LATE) is None

    def test_one_report_may_count_in_two_ways(self) -> None:
        here = replace(CALL, report=LATE.report, main=False)
        named = replace(here, date=When(raw="17 May", value="2031-05-17"))
        assert compared(named, LATE, beside=(named, LATE)) is None
        both_counted = compared(here, LATE, beside=(here, LATE))
        assert both_counted is not None
        assert both_counted.verdict == "different"

    def test_what_has_no_day_means_the_day_that_is_known(self) -> None:
        vague = contact(3, day=None, published="2031-05-20")
        rows = (CALL, LATE, vague)
        known, late = (compared(vague, row, beside=rows) for row in (CALL, LATE))
        assert known is not None
        assert "the only one of these people then" in known.why
        assert late is None


class TestWhichMayBe:
    @pytest.mark.parametrize(
        "raw",
        ["today", "earlier today", "this morning", "вчера", "gestern Abend", "昨天下午", "أمس"],
    )
    def test_a_day_counted_from_when_it_was_said(self, raw: str) -> None:
        assert may_be_late(told(1, raw, "2031-05-18", "2031-05-19"))

    @pytest.mark.parametrize("raw", ["17 May", "Friday", "on Monday", "the last day"])
    def test_no_day_with_a_name(self, raw: str) -> None:
        assert not may_be_late(told(1, raw, "2031-05-18", "2031-05-19"))

    def test_nor_what_the_report_came_out_for_nor_a_stated_day(self) -> None:
        assert not may_be_late(CALL)
        assert not may_be_late(contact(1, MIRA, HELK))

    def test_it_rests_on_those_near_it(self) -> None:
        assert rests_on_others(LATE)
        assert bears_on(CALL, LATE)
        assert not bears_on(LATE, CALL)
        assert not bears_on(contact(3, day="2031-05-28"), LATE)


def test_a_headline_that_gives_the_day_of_publication_makes_it_sure() -> None:
    label = "Briefing by the spokeswoman, May 19, 2031"
    assert may_be_late(LATE)
    assert not may_be_late(replace(LATE, report=replace(LATE.report, label=label)))
    other = replace(LATE.report, label="Briefing of 18 May 2031")
    assert may_be_late(replace(LATE, report=other))
