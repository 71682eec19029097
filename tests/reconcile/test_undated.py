"""Whether two accounts of which none gives the day mean one contact."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.reconcile.making import LUND, MIRA, actor, contact

from communique.model import Place, When
from communique.model.rows import ContactRow
from communique.reconcile.contacts.circumstances import is_timeless
from communique.reconcile.contacts.leaders import names_two_leaders
from communique.reconcile.contacts.occasions import compared
from communique.reconcile.contacts.same_day import WEEK_APART, dates
from communique.reconcile.contacts.undated import at_one_time, invited_then, of_that_week

NORLAND = actor("Norland", "state")
TWO = "President Oduvan spoke with Prime Minister Helk"


def told(number: int, published: str, kind: str = "talks", **slots: object) -> ContactRow:
    return contact(number, day=None, published=published, kind=kind, **slots)


def of_week(number: int, week: str, published: str, **slots: object) -> ContactRow:
    row = told(number, published, **slots)
    return replace(row, date=When(raw="last week", value=week))


@pytest.mark.parametrize(
    ("words", "two"),
    [
        (TWO, True),
        ("the president will meet with the king", True),
        ("The Prime Minister hosted Chancellor Helk", True),
        ("Their call … the emir called President Oduvan", True),
        ("President Oduvan spoke with Governor Helk", False),
        ("President Oduvan met with President-elect Helk", False),
        ("the president spoke with the vice president", False),
        ("she met with the King and Prime Minister of Norland", False),
        ("the vice president called the prime minister", False),
        ("President Oduvan … with Helk … the president said", False),
    ],
)
def test_two_who_lead_states_act_for_two_sides(words: str, two: bool) -> None:
    assert names_two_leaders(contact(1, words=words)) == two


def test_talks_of_two_leaders_recalled_within_a_week_are_one() -> None:
    one, other = told(1, "2031-05-10", words=TWO), told(2, "2031-05-17")
    found = compared(one, other, None, [one, other])
    assert found is not None
    assert "told of at one time" in found.why
    colleagues = replace(one, words="spoke")
    assert compared(colleagues, other, None, [colleagues, other]) is None
    later = told(2, "2031-06-20")
    assert compared(one, later, None, [one, later]) is None


def test_not_if_they_are_known_to_have_talked_in_between() -> None:
    one, other = told(1, "2031-05-10", words=TWO), told(2, "2031-05-17")
    since = contact(3, day="2031-05-14", published="2031-05-14", main=True)
    judged = compared(one, other, None, [one, other, since])
    assert judged is None


def test_a_week_that_one_report_names_is_what_reports_after_it_mean() -> None:
    week, vague = of_week(1, "2031-W19", "2031-05-14"), told(2, "2031-05-20")
    why = "; ".join(f.why for f in of_that_week(week, vague, [], sided=True))
    assert why == "the last ones before the report of 2031-05-20"
    assert why == "; ".join(f.why for f in of_that_week(vague, week, [], sided=True))
    for other in (
        told(2, "2031-05-03"),
        told(2, "2031-06-15"),
        told(2, "2031-05-20", status="planned"),
        told(2, "2031-05-20", words="spoke several times"),
        told(2, "2031-05-20", words="in their first talk"),
        of_week(2, "2031-W18", "2031-05-14"),
    ):
        assert not [*of_that_week(week, other, [], sided=True)]
    assert not [*of_that_week(week, vague, [], sided=False)]
    newer = contact(3, day="2031-05-16")
    assert not [*of_that_week(week, vague, [week, newer], sided=True)]


def test_a_report_of_weeks_later_may_say_that_it_means_a_month() -> None:
    month = replace(told(1, "2031-12-02", "meeting"), date=When(raw="May", value="2031-05"))
    for raw, one in (("a few weeks ago", True), ("some months ago", False), ("recently", False)):
        vague = replace(told(2, "2031-06-20", "meeting"), date=When(raw=raw, value="PAST_REF"))
        assert bool([*of_that_week(month, vague, [], sided=True)]) is one


def test_a_visit_to_somebody_is_a_meeting() -> None:
    plan = told(1, "2031-05-10", "meeting", status="planned")
    visit = told(2, "2031-05-13", "visit", status="planned")
    assert [*at_one_time(plan, visit)]
    journey = contact(2, MIRA, NORLAND, day=None, published="2031-05-13", kind="visit")
    assert not [*at_one_time(plan, replace(journey, status="planned"))]


def test_announced_and_held_in_the_month_after() -> None:
    plan = told(1, "2031-04-20", "meeting", status="planned")
    month = replace(told(2, "2031-06-02", "meeting"), date=When(raw="May", value="2031-05"))
    assert "before the days" in "; ".join(f.why for f in at_one_time(plan, month))
    before = replace(month, date=When(raw="March", value="2031-03"))
    assert not [*at_one_time(plan, before)]
    assert not [*at_one_time(replace(plan, kind="call"), replace(month, kind="call"))]


def test_invited_and_soon_come() -> None:
    invited = told(1, "2031-05-10", "visit", status="invited")
    held = told(2, "2031-05-20", "meeting")
    assert "invited 10 days before" in "; ".join(f.why for f in at_one_time(invited, held))
    assert compared(invited, held, None, [invited, held]) is not None
    for other in (
        told(2, "2031-05-30", "meeting"),
        told(2, "2031-05-08", "meeting"),
        told(2, "2031-05-20", "call"),
    ):
        assert not [*at_one_time(invited, other)]


def test_planned_for_the_week_and_told_of_as_held_in_it() -> None:
    plan = replace(of_week(1, "2031-W20", "2031-05-08"), kind="meeting", status="planned")
    for published, found in (("2031-05-14", True), ("2031-05-20", True), ("2031-06-03", False)):
        held = told(2, published, "meeting")
        assert bool([*at_one_time(plan, held)]) == found
    assert not [*at_one_time(plan, told(2, "2031-05-08", "meeting"))]


def test_invited_some_days_before_the_day_of_the_meeting() -> None:
    invited = told(1, "2031-05-10", "visit", status="invited")
    for day, found in (("2031-05-12", True), ("2031-05-10", False), ("2031-05-14", False)):
        meeting = contact(2, day=day, published=day, kind="meeting")
        assert bool([*invited_then(invited, meeting)]) == found
        assert bool([*invited_then(meeting, invited)]) == found
    assert not [*invited_then(invited, contact(2, day="2031-05-12", kind="call"))]


@pytest.mark.parametrize(
    ("words", "timeless"),
    [
        ("the President speaking with Helk", True),
        ("Mira Oduvan meeting with Helk", True),
        ("the president is welcoming Helk", True),
        ("the president spoke with Helk", False),
        ("after meeting with Helk", False),
        ("the president was meeting with Helk", False),
    ],
)
def test_told_as_going_on_or_in_no_time(words: str, timeless: bool) -> None:
    assert is_timeless(contact(1, words=words)) == timeless


def test_what_is_told_in_no_time_may_be_what_a_later_report_announces() -> None:
    named = told(1, "2031-05-10", words="the President speaking with Helk")
    plan = told(2, "2031-05-13", status="planned", words=TWO)
    assert compared(named, plan, None, [named, plan]) is not None
    held = replace(named, words="the President spoke with Helk")
    assert compared(held, plan, None, [held, plan]) is None
    others = contact(2, MIRA, LUND, day=None, published="2031-05-13", kind="talks")
    assert compared(named, others, None, [named, others]) is None


def test_what_one_told_the_other_was_told_at_the_contact_that_the_report_is_about() -> None:
    main = contact(1, published="2031-05-17", main=True, words="spoke")
    said = replace(
        told(2, "2031-05-17", "briefing"), report=main.report, words="Oduvan briefed Helk"
    )
    found = compared(main, said)
    assert found is not None
    assert "what was told at the contact" in found.why
    assert found == compared(said, main)
    for other in (
        replace(said, words="Oduvan briefed Helk in an earlier call"),
        replace(said, words="Oduvan briefed Helk several times"),
        replace(said, date=When(raw="in May", value="2031-05")),
        replace(said, place=Place(raw="Varn", name="Varn", evidence=())),
        replace(said, status="planned"),
        replace(said, kind="visit"),
        replace(said, main=True),
    ):
        judged = compared(main, other)
        assert judged is None or judged.verdict == "different"
    recalled = compared(main, said, None, None, lambda _: "I remember how Oduvan briefed Helk.")
    assert recalled is None


def test_talks_planned_and_told_of_as_held_some_days_later() -> None:
    plan = told(1, "2031-05-10", status="planned", words=TWO)
    for published, found in (("2031-05-11", True), ("2031-05-10", False), ("2031-05-14", False)):
        held = told(2, published, "call")
        assert bool([*at_one_time(plan, held, sided=True)]) == found
        assert not [*at_one_time(plan, held, sided=False)]
    goes_on = replace(plan, words="agreed to continue their talks")
    assert not [*at_one_time(goes_on, told(2, "2031-05-11", "call"), sided=True)]


def test_in_the_week_that_another_report_names_later() -> None:
    week = of_week(1, "2031-W19", "2031-05-09")
    assert [*of_that_week(week, told(2, "2031-05-07", "call"), [], sided=True)]


def test_talks_may_be_a_meeting_by_video() -> None:
    day = {"day": "2031-05-10", "published": "2031-05-10", "kind": "meeting", "main": True}
    afar = contact(1, words="President Oduvan met virtually with Prime Minister Helk", **day)
    near = contact(1, words="President Oduvan met with Prime Minister Helk", **day)
    recalled = told(2, "2031-05-18")
    assert compared(afar, recalled, None, [afar, recalled]) is not None
    assert compared(near, recalled, None, [near, recalled]) is None


def test_the_meeting_on_monday_may_be_the_next() -> None:
    named = contact(1, published="2031-05-16", kind="meeting", words="the meeting with Helk")
    named = replace(named, date=When(raw="Monday", value="2031-05-12", basis="from-publication"))
    held = contact(2, day="2031-05-19", published="2031-05-19", kind="meeting")
    assert dates(named, held)[0].why == WEEK_APART
    assert dates(replace(named, words="met with Helk"), held)[0].why != WEEK_APART
    assert dates(replace(named, kind="call"), replace(held, kind="call"))[0].why != WEEK_APART
