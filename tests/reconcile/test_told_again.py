"""One contact told again: with a day that slipped, without a day, at a gathering, in a month."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.reconcile.making import HELK, LUND, MIRA, contact

from communique.model import Place, When
from communique.model.rows import ContactRow
from communique.reconcile.contacts.circumstances import is_several
from communique.reconcile.contacts.occasions import compared

TWO = "President Oduvan met with Prime Minister Helk"
#: Numbers of accounts, each of another report: one with its day, one without.
DATED, VAGUE = 1, 2


def told(number: int, published: str, **slots: object) -> ContactRow:
    """An account without a day, of a report of a day."""
    slots = {"kind": "meeting", "words": TWO, **slots}
    return contact(number, day=None, published=published, **slots)


def on(number: int, day: str, published: str | None = None, **slots: object) -> ContactRow:
    slots = {"kind": "meeting", "words": TWO, **slots}
    return contact(number, day=day, published=published or day, **slots)


def when(row: ContactRow, raw: str, value: str, basis: str = "from-publication") -> ContactRow:
    return replace(row, date=When(raw=raw, value=value, basis=basis))  # type: ignore[arg-type]


def at(row: ContactRow, place: str) -> ContactRow:
    return replace(row, place=Place(raw=place, name=place, evidence=()))


def verdict(one: ContactRow, other: ContactRow, *beside: ContactRow) -> str | None:
    found = compared(one, other, None, [one, other, *beside])
    back = compared(other, one, None, [other, *beside, one])
    assert (found and found.why) == (back and back.why)
    return found and found.verdict


class TestADayOff:
    def test_a_plan_for_a_day_is_what_was_held_on_the_next(self) -> None:
        plan, held = on(1, "2031-05-13", status="planned"), on(2, "2031-05-14", main=True)
        assert verdict(plan, held) == "same"
        assert verdict(on(1, "2031-05-15", "2031-05-13", status="planned"), held) == "same"

    @pytest.mark.parametrize(
        "slots",
        [
            {"kind": "call"},
            {"kind": "talks"},
            {"status": "proposed"},
            {"status": "held"},
        ],
    )
    def test_but_no_call_and_nothing_that_was_not_planned(self, slots: dict[str, object]) -> None:
        plan, held = on(1, "2031-05-13", **{"status": "planned", **slots}), on(2, "2031-05-14")
        kind = slots.get("kind", "meeting")
        assert verdict(plan, replace(held, kind=kind)) != "same"

    def test_nor_if_one_was_held_on_the_day_that_was_planned(self) -> None:
        plan, held = on(1, "2031-05-13", status="planned"), on(2, "2031-05-14", main=True)
        assert verdict(plan, held, on(3, "2031-05-13", main=True)) is None
        assert verdict(plan, held, on(3, "2031-05-20", main=True)) == "same"

    def test_nor_with_others_or_elsewhere(self) -> None:
        plan, held = on(1, "2031-05-13", status="planned"), on(2, "2031-05-14", main=True)
        three = contact(1, MIRA, HELK, LUND, status="planned", kind="meeting", words=TWO)
        three = replace(three, date=plan.date)
        assert verdict(three, held) != "same"
        assert verdict(at(plan, "Varn"), at(held, "Dorn")) != "same"

    def test_the_meeting_on_monday_told_on_friday_is_the_next_one(self) -> None:
        named = replace(on(1, "2031-05-12"), words="the meeting with Helk")
        named = replace(named, report=replace(named.report, published="2031-05-16"))
        named = when(named, "Monday", "2031-05-12")
        held = on(2, "2031-05-19", main=True)
        assert verdict(named, held) == "same"
        assert verdict(named, held, on(3, "2031-05-12", main=True)) is None


class TestWithoutADay:
    def test_a_gathering_is_no_other_place(self) -> None:
        one, other = told(1, "2031-05-10"), told(2, "2031-05-13")
        assert verdict(at(one, "G20"), at(other, "Varn")) == "same"
        assert verdict(at(one, "the Harbour Summit"), at(other, "Varn")) == "same"
        assert verdict(at(one, "Dorn"), at(other, "Varn")) is None

    def test_days_of_several_days_ago_are_no_several_calls(self) -> None:
        assert not is_several(contact(1, words="her call with Helk … several days ago"))
        assert is_several(contact(1, words="several calls with Helk"))
        assert is_several(contact(1, words="spoke several times"))

    def test_what_goes_on_right_now_is_of_the_day_of_its_report(self) -> None:
        now = when(
            told(1, "2031-05-14", words="Oduvan is meeting with Helk"), "right now", "PRESENT_REF"
        )
        plan = told(2, "2031-05-13", words="Oduvan will meet with Helk", status="planned")
        assert verdict(now, plan) == "same"
        assert verdict(now, on(3, "2031-05-20", main=True)) == "different"

    def test_a_call_is_recalled_for_a_week_as_having_spoken(self) -> None:
        call = on(1, "2031-05-10", kind="call", words="President Oduvan called Prime Minister Helk")
        spoke = told(2, "2031-05-16", kind="talks", words="President Oduvan spoke with Helk")
        others = on(3, "2031-04-10", words=TWO)
        assert verdict(call, spoke, others) == "same"
        assert verdict(call, spoke, on(3, "2031-05-01", kind="call")) is None
        habit = replace(spoke, words="when he speaks to the president")
        found = compared(call, habit, None, [call, habit, others], lambda row: row.words)
        assert found is None

    def test_talks_of_any_two_are_known_the_next_day_if_there_are_no_others(self) -> None:
        one = on(1, "2031-05-10", kind="talks", words="spoke with Helk today")
        next_day = told(2, "2031-05-11", kind="talks", words="the cook spoke with Helk")
        assert verdict(one, next_day) == "same"
        assert verdict(one, replace(next_day, words="I have talked with him")) is None
        assert verdict(one, next_day, on(3, "2031-05-02", kind="talks", words="spoke")) is None
        assert verdict(one, told(2, "2031-05-14", kind="talks", words="the cook spoke")) is None

    def test_a_plan_to_speak_and_the_question_when_they_will(self) -> None:
        plan = told(
            1,
            "2031-05-16",
            kind="talks",
            status="planned",
            words="President Oduvan will speak with Prime Minister Helk",
        )
        asked = told(2, "2031-05-12", kind="talks", words="the president speaking with Helk")
        assert verdict(plan, asked) == "same"
        assert verdict(plan, replace(asked, words="the president spoke with Helk")) is None

    def test_two_reports_of_two_days_of_a_plan_to_talk(self) -> None:
        one = told(
            1, "2031-05-10", kind="talks", status="planned", words="she wants to speak with Helk"
        )
        call = told(2, "2031-05-11", kind="call", status="planned", words="she plans to call Helk")
        assert verdict(one, call) == "same"
        assert verdict(one, told(2, "2031-05-14", kind="call", status="planned")) is None
        again = replace(call, words="she agreed to call Helk again")
        assert verdict(one, again) is None

    def test_a_plan_to_talk_and_the_week_in_which_a_report_says_they_did(self) -> None:
        plan = told(1, "2031-05-12", kind="talks", status="planned", words=TWO)
        spoke = told(2, "2031-05-16", kind="talks", words="she spoke with Helk")
        week = when(spoke, "earlier this week", "2031-W20")
        assert verdict(plan, week) == "same"
        before = when(told(2, "2031-05-13", kind="talks"), "last week", "2031-W19")
        assert verdict(plan, before) != "same"
        late = replace(week, report=replace(week.report, published="2031-05-28"))
        assert verdict(plan, late) is None

    def test_meetings_of_a_day_are_the_talks_that_are_planned(self) -> None:
        words = "President Oduvan will meet with Prime Minister Helk, in several meetings"
        day = on(1, "2031-05-26", "2031-05-20", status="planned", words=words)
        talk = told(2, "2031-05-20", kind="talks", status="planned", words="will also talk to Helk")
        assert verdict(day, talk) == "same"
        assert verdict(day, replace(talk, status="held")) is None


class TestInAMonth:
    def test_a_report_of_the_month_that_another_names(self) -> None:
        month = when(told(1, "2031-07-10"), "in May", "2031-05")
        assert verdict(month, told(2, "2031-05-29")) == "same"
        assert verdict(month, told(2, "2031-06-20")) is None
        since = on(3, "2031-06-15", main=True)
        assert verdict(month, told(2, "2031-06-20"), since) is None

    def test_a_plan_for_a_month_and_what_a_report_of_it_tells_of_as_held(self) -> None:
        plan = when(told(1, "2031-04-15", status="planned"), "in May", "2031-05")
        assert verdict(plan, told(2, "2031-05-21")) == "same"
        assert verdict(plan, told(2, "2031-06-21")) is None

    def test_a_year_that_another_names_is_no_contact_since(self) -> None:
        week = when(told(1, "2031-05-19", kind="call"), "last week", "2031-W20")
        spoke = told(2, "2031-05-27", kind="talks")
        year = when(told(3, "2033-05-01"), "in 2031", "2031")
        assert verdict(week, spoke, year) == "same"


def test_what_was_recently_is_not_apart_from_what_has_no_day_in_one_report() -> None:
    one = told(1, "2031-05-20")
    lately = when(told(2, "2031-05-20"), "recent", "PAST_REF")
    lately = replace(lately, report=one.report)
    assert verdict(one, lately) != "different"
    old = replace(lately, date=When(raw="once", value="PAST_REF"))
    assert verdict(one, old) == "different"


def test_how_two_first_met_is_no_meeting_of_those_days() -> None:
    held = on(1, "2031-05-10", main=True)
    said = told(2, "2031-05-20", words="I met Helk")
    beside = [held, said]
    for sentence, found in (
        ("The story of how I met Helk is long.", None),
        ("I met Helk.", "same"),
    ):
        opinion = compared(held, said, None, beside, lambda row, told=sentence: told)  # type: ignore[misc]
        assert (opinion and opinion.verdict) == found


def test_words_of_names_are_no_words_in_common() -> None:
    three = contact(1, MIRA, HELK, LUND, kind="meeting", main=True)
    words = "Prime Minister Tomas Albrecht Joren Helk and President Mira Sanda Oduvan met"
    one = replace(three, words=f"Pia Lund, {words}", date=When(raw="", value="2031-05-18"))
    other = on(2, "2031-05-17", main=True, words=words)
    assert verdict(at(one, "Varn"), at(other, "Varn")) != "same"
