"""Which contact an account without a day means."""

from __future__ import annotations

from msgspec.structs import replace
from tests.reconcile.making import HELK, MIRA, actor, contact

from communique.model import Place, When
from communique.model.rows import ContactRow, ParticipantRow
from communique.reconcile.contacts.occasions import compared
from communique.reconcile.contacts.recency import is_between, nearest
from communique.reconcile.contacts.undated import at_one_time

NORLAND = actor("Norland", "state")


def held(number: int, day: str, **slots: object) -> ContactRow:
    row = contact(number, day=day, published=day, kind="meeting", main=True, **slots)
    return replace(
        row, participants=(ParticipantRow(actor=MIRA, represents=NORLAND), row.participants[1])
    )


def undated(number: int, published: str, **slots: object) -> ContactRow:
    return contact(number, day=None, published=published, kind="meeting", **slots)


def why(one: ContactRow, other: ContactRow, *beside: ContactRow) -> str:
    return "; ".join(feature.why for feature in nearest(one, other, [one, *beside]))


def test_the_last_one_before_the_report_and_the_next_after_it() -> None:
    told, later = held(1, "2031-05-17"), held(2, "2031-06-30")
    assert why(told, undated(3, "2031-05-20")) == "the last one before the report of 2031-05-20"
    plan = undated(3, "2031-05-14", status="planned")
    assert why(told, plan, later) == "the next one after the report of 2031-05-14"
    assert not why(later, plan, told)


def test_another_that_is_nearly_as_near_leaves_it_open() -> None:
    told, before = held(1, "2031-05-17"), held(2, "2031-05-12")
    assert not why(told, undated(3, "2031-05-20"), before)
    assert why(told, undated(3, "2031-05-20"), held(2, "2031-04-12"))


def test_too_long_ago_or_of_colleagues_or_another_one_tells_nothing() -> None:
    told = held(1, "2031-05-17")
    assert not why(told, undated(3, "2031-06-20"))
    assert not why(told, undated(3, "2031-05-20", words="in a previous meeting"))
    assert not why(told, undated(3, "2031-05-20", words="in many meetings"))
    of_two_sides = compared(told, undated(3, "2031-05-20"), None, [told])
    assert of_two_sides
    assert "the only one of these people then" in of_two_sides.why
    talks = replace(undated(3, "2031-05-19"), kind="talks")
    colleagues = replace(told, participants=talks.participants)
    assert compared(colleagues, talks, None, [colleagues]) is None
    assert compared(told, talks, None, [told]) is not None


def test_that_they_act_for_two_sides_may_be_told_by_a_third_report() -> None:
    talks = replace(undated(3, "2031-05-19"), kind="talks")
    colleagues = replace(held(1, "2031-05-17"), participants=talks.participants)
    of_two_sides = replace(held(2, "2031-05-17"), kind="meeting")
    beside = [colleagues, talks, of_two_sides]
    assert compared(colleagues, talks, None, beside) is not None


def test_talks_told_of_at_one_time_are_one_between_two_sides() -> None:
    one, other = (
        replace(undated(number, f"2031-05-{day}"), kind=kind)
        for number, day, kind in ((1, 17, "talks"), (2, 19, "call"))
    )
    assert [*at_one_time(one, other, sided=True)]
    assert not [*at_one_time(one, other, sided=False)]
    assert not [*at_one_time(one, replace(other, status="planned"), sided=True)]


def test_other_kinds_must_be_nearer() -> None:
    told = held(1, "2031-05-17")
    for published, found in (("2031-05-18", True), ("2031-05-24", False)):
        talks = replace(undated(3, published), kind="talks")
        assert bool(why(told, talks)) == found


def test_told_of_at_one_time() -> None:
    first = undated(1, "2031-05-17")
    assert [*at_one_time(first, undated(2, "2031-05-19"))]
    assert [*at_one_time(first, undated(2, "2031-05-31"))]
    for other in (
        undated(2, "2031-06-01"),
        undated(2, "2031-05-18", status="planned"),
        undated(2, "2031-05-18", words="another meeting"),
        replace(undated(2, "2031-05-18"), kind="talks"),
        contact(2, NORLAND, HELK, day=None, published="2031-05-18", kind="call"),
    ):
        assert not [*at_one_time(first, other)]


def test_what_was_known_between_two_reports_parts_them() -> None:
    one, other = undated(1, "2031-05-10"), undated(2, "2031-05-25")
    assert is_between(one, other, [held(3, "2031-05-17")])
    assert not is_between(one, other, [held(3, "2031-05-05")])
    assert not is_between(one, replace(other, status="planned"), [held(3, "2031-05-17")])


def test_a_day_later_by_another_publisher_may_be_the_same() -> None:
    def company(report: str) -> frozenset[str]:
        return frozenset({"Lars Brenn", "Edda Koll"})

    told, early = (
        replace(row, report=replace(row.report, publisher=publisher))
        for row, publisher in (
            (held(1, "2031-05-18"), "The Harrow Post"),
            (undated(2, "2031-05-17"), "Varn Radio"),
        )
    )
    found = compared(told, early, company)
    assert found is not None
    assert "one is taken from the publication" in found.why
    assert compared(told, early, lambda _: frozenset[str]()) is None
    for publisher in ("The Harrow Post", None):
        same = replace(early, report=replace(early.report, publisher=publisher))
        assert compared(told, same, company) is None


def test_whom_of_a_state_they_met_is_not_told() -> None:
    told = held(1, "2031-05-17")
    state = contact(2, NORLAND, HELK, day=None, published="2031-05-19", kind="meeting")
    assert compared(told, state, None, [told]) is None
    assert compared(told, undated(2, "2031-05-19"), None, [told]) is not None


def test_who_agrees_to_go_on_talking_means_no_talk_in_particular() -> None:
    told = replace(held(1, "2031-05-20"), kind="call")
    plan = undated(2, "2031-05-18", status="planned", words="will speak at length soon")
    found = compared(told, replace(plan, kind="talks"), None, [told])
    assert found is not None
    assert found.verdict == "same"
    agreed = replace(plan, kind="talks", words="agreed to continue close consultation")
    assert compared(told, agreed, None, [told]) is None


def test_weeks_ago_is_about_so_long_ago() -> None:
    told = held(1, "2031-05-07")
    vague = replace(undated(2, "2031-05-22"), date=When(raw="two weeks ago", value="2031-W19"))
    found = compared(told, vague, None, [told])
    assert found is not None
    assert found.verdict == "same"
    later = replace(vague, date=When(raw="last week", value="2031-W20"))
    judged = compared(told, later, None, [told])
    assert judged is not None
    assert judged.verdict == "different"


def test_a_plan_to_meet_again_is_the_next_one() -> None:
    told = held(1, "2031-06-13")
    plan = undated(2, "2031-06-07", status="planned", words="will meet again in the harbour")
    before = held(3, "2031-06-07")
    found = compared(told, plan, None, [told, before])
    assert found is not None
    assert found.verdict == "same"
    assert compared(before, plan, None, [told, before]) is None


def test_what_is_only_named_may_be_to_come() -> None:
    told = held(1, "2031-05-20")
    named = undated(2, "2031-05-14", words="the meeting with Helk")
    found = compared(told, named, None, [told])
    assert found is not None
    assert found.verdict == "same"
    verb = replace(named, words="met with Helk")
    assert compared(told, verb, None, [told]) is None
    earlier = held(3, "2031-05-01")
    assert compared(told, named, None, [told, earlier]) is None


def test_what_is_told_as_going_on_may_be_to_come() -> None:
    told = held(1, "2031-06-20")
    now = When(raw="now", value="PRESENT_REF")
    going = replace(undated(2, "2031-05-14", words="Oduvan is meeting with Helk"), date=now)
    found = compared(told, going, None, [told])
    assert found is not None
    assert found.verdict == "same"
    was = replace(going, words="Oduvan was meeting with Helk")
    assert compared(told, was, None, [told]) is None


def test_who_talked_remembers_it_longer() -> None:
    call = replace(held(1, "2031-05-17"), kind="call")
    for words, published, found in (
        ("in our conversation", "2031-06-11", "same"),
        ("in our conversation", "2031-07-25", None),
        ("in the talks with", "2031-06-11", None),
        ("in the talks with", "2031-05-28", "same"),
    ):
        talks = replace(undated(2, published, words=words), kind="talks")
        opinion = compared(call, talks, None, [call, talks])
        assert (opinion and opinion.verdict) == found, (words, published)


def test_letters_told_of_at_one_time_need_no_day() -> None:
    one = replace(undated(1, "2031-05-20"), kind="letter")
    for published, found in (("2031-05-21", True), ("2031-06-20", False)):
        other = replace(undated(2, published), kind="letter")
        assert bool([*at_one_time(one, other)]) == found
    planned = replace(undated(3, "2031-05-19", status="planned"), kind="letter")
    assert not [*at_one_time(one, planned)]


class TestOfOneTime:
    """Two reports neither of which gives a day."""

    def one(self, one: ContactRow, other: ContactRow) -> bool:
        found = compared(one, other, None, (one, other))
        return found is not None and found.verdict == "same"

    def test_a_plan_to_meet_is_told_of_for_a_week(self) -> None:
        plan = undated(1, "2031-05-14", status="planned")
        assert self.one(plan, undated(2, "2031-05-20", status="planned"))
        assert not self.one(plan, undated(2, "2031-05-23", status="planned"))

    def test_a_meeting_that_is_over_is_for_two_weeks(self) -> None:
        assert self.one(undated(1, "2031-05-14"), undated(2, "2031-05-28"))
        assert not self.one(undated(1, "2031-05-14"), undated(2, "2031-05-29"))

    def test_but_not_where_they_are_known_to_have_met_since(self) -> None:
        first, last = undated(1, "2031-05-14"), undated(2, "2031-05-21")
        assert compared(first, last, None, [first, last, held(3, "2031-05-18")]) is None

    def test_recently_is_no_day(self) -> None:
        recently = When(raw="recently", value="PAST_REF")
        rows = [replace(undated(n, "2031-05-14"), date=recently) for n in (1, 2)]
        assert self.one(*rows)

    def test_one_who_meets_those_of_a_state(self) -> None:
        who = (ParticipantRow(actor=MIRA), ParticipantRow(actor=actor("Sudmark", "state")))
        plan = replace(undated(1, "2031-05-14", status="planned"), participants=who)
        assert self.one(plan, replace(undated(2, "2031-05-16"), participants=who))


def test_talks_told_by_one_who_talked_may_be_a_month_ago() -> None:
    told = replace(held(1, "2031-05-17"), kind="call")
    said = undated(2, "2031-06-10", words="when I spoke with Helk")
    said = replace(said, kind="talks")
    found = compared(told, said, None, (told, said))
    assert found is not None
    assert found.verdict == "same"
    others = replace(said, words="when Oduvan spoke with Helk")
    assert compared(told, others, None, (told, others)) is None


def test_a_meeting_by_video_may_be_a_call() -> None:
    plan = contact(1, kind="meeting", status="planned", words="will meet with", channel="virtually")
    assert compared(plan, contact(2)) is not None
    assert compared(replace(plan, channel=None), contact(2)) is None


def test_a_plan_for_a_day_of_the_week_may_be_for_the_next_one() -> None:
    date = When(raw="Thursday", value="2031-05-15", basis="from-publication")
    plan = replace(contact(1, status="planned", published="2031-05-20"), date=date)
    place = Place(raw="Varn", name="Varn", evidence=())
    week_after = contact(2, day="2031-05-22", published="2031-05-22", place=place)
    found = compared(replace(plan, place=place), week_after)
    assert found is not None
    assert found.verdict == "same"
    told = compared(replace(plan, place=place, status="held"), week_after)
    assert told is not None
    assert told.verdict == "different"


def test_the_morning_and_the_evening_of_a_day_need_more() -> None:
    days = [
        When(raw="", value=f"2031-05-17{at}", interval=("2031-05-17",) * 2) for at in ("TMO", "TEV")
    ]
    rows = [replace(contact(n), date=date) for n, date in enumerate(days, 1)]
    assert compared(*rows) is None
    place = Place(raw="Varn", name="Varn", evidence=())
    found = compared(*(replace(row, place=place) for row in rows))
    assert found is not None
    assert found.verdict == "same"


def test_the_first_of_several_need_not_be_the_last() -> None:
    told = held(1, "2031-05-17")
    for words, verdict in (("their meeting", "same"), ("their first meeting", None)):
        said = undated(2, "2031-05-20", words=words)
        found = compared(told, said, None, (told, said))
        assert (found and found.verdict) == verdict


def test_talks_without_a_day_are_not_a_meeting_of_days_before() -> None:
    told = held(1, "2031-05-17")
    for published, verdict in (("2031-05-18", "same"), ("2031-05-24", None)):
        said = replace(undated(2, published, words="the talks with"), kind="talks")
        found = compared(told, said, None, (told, said))
        assert (found and found.verdict) == verdict


def test_talks_of_one_week_are_one_between_two_sides() -> None:
    week = When(raw="last week", value="2031-W20", basis="from-publication")
    one, other = (
        replace(undated(number, "2031-05-21"), kind=kind, date=week)
        for number, kind in ((1, "talks"), (2, "call"))
    )
    of_two_sides = replace(held(3, "2031-03-01"), kind="call")
    found = compared(one, other, None, [one, other, of_two_sides])
    assert found
    assert found.verdict == "same"
    assert compared(one, other, None, [one, other]) is None
