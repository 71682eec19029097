"""Two accounts of the same people that are not of one contact, whatever their days."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tests.reconcile.making import HELK, LUND, MIRA, actor, contact

from communique.model import When
from communique.model.rows import ContactRow
from communique.reconcile.contacts.circumstances import is_any
from communique.reconcile.contacts.counted import is_left_of, is_over_of
from communique.reconcile.contacts.occasions import compared, is_comparable
from communique.reconcile.contacts.parties import principals
from communique.reconcile.contacts.unlike import (
    is_old_news,
    is_received_elsewhere,
    is_told_in_general,
    tells_of_three,
)
from communique.reconcile.contacts.windows import window

BECK = actor("Arno Beck")


def told(number: int, words: str, kind: str = "meeting", **slots: object) -> ContactRow:
    return contact(number, kind=kind, words=words, **slots)


def verdict(one: ContactRow, other: ContactRow, **how: object) -> str | None:
    found = compared(one, other, None, [one, other], **how)  # type: ignore[arg-type]
    return found and found.verdict


@pytest.mark.parametrize(
    ("words", "three"),
    [
        ("the trilateral summit with Helk", True),
        ("Friday … a trilateral with Helk", True),
        ("met with the leaders of Spain, Italy, and Malta", True),
        ("a summit with the leaders of\nJapan and South Korea", True),
        ("met with the leaders of Spain", False),
        ("met with the leaders of Spain and will meet with the leaders of Italy", False),
        ("the leaders of Spain and Italy, Oduvan and Helk, met", False),
        ("met with the leaders of the harbour and the fair", False),
        ("met Helk … later … before the trilateral", False),
    ],
)
def test_words_that_tell_of_three_sides(words: str, three: bool) -> None:
    assert tells_of_three(told(1, words)) == three
    assert not tells_of_three(told(1, words, "talks"))


def test_a_meeting_of_three_sides_is_not_that_of_two_of_them() -> None:
    three, two = told(1, "the trilateral with Helk"), told(2, "met Helk today")
    assert verdict(three, two) is None
    assert verdict(three, told(2, "the trilateral summit")) == "same"
    assert verdict(told(1, "the meeting with Helk"), two) == "same"


@pytest.mark.parametrize(
    ("words", "between"),
    [
        ("the meeting between President Oduvan and Helk", 2),
        ("after the summit between Helk and Oduvan", 2),
        ("Lund and Beck spoke after the meeting between Oduvan and Helk", 4),
        ("met to follow up on the meeting with Oduvan and Helk", 4),
        ("the meeting between Oduvan, Helk and Lund", 4),
    ],
)
def test_a_noun_tells_between_whom_it_was(words: str, between: int) -> None:
    assert len(principals(contact(1, LUND, BECK, MIRA, HELK, words=words))) == between


def test_the_meeting_between_two_is_theirs_whoever_speaks_of_it() -> None:
    said = contact(
        1, LUND, BECK, MIRA, HELK, kind="meeting", words="the meeting between Oduvan and Helk"
    )
    assert verdict(said, told(2, "met Helk today")) == "same"


def test_a_guest_received_at_home_is_not_met_on_the_margins() -> None:
    hosted = told(1, "welcomed Helk")
    roles = tuple(
        replace(p, role=role)
        for p, role in zip(hosted.participants, ("host", "guest"), strict=True)
    )
    hosted = replace(hosted, participants=roles)
    aside = told(2, "the two met on the margins of the assembly", day=None)
    assert is_received_elsewhere(hosted, aside)
    assert is_received_elsewhere(aside, hosted)
    assert not is_received_elsewhere(told(1, "met Helk"), aside)
    assert verdict(hosted, aside) is None
    assert verdict(hosted, told(2, "the two met", day=None)) == "same"


@pytest.mark.parametrize(
    ("sentence", "old"),
    [
        ("Over many years Oduvan and I have held hard talks.", True),
        ("The story of how we met is long.", True),
        ("He speaks to Helk.", False),
        ("She met Helk.", False),
    ],
)
def test_what_was_over_years_is_no_news(sentence: str, old: bool) -> None:
    assert is_old_news(told(1, "talks", day=None), lambda _: sentence) == old
    assert is_old_news(told(1, "when he speaks to Helk", day=None), lambda _: sentence)


def test_what_is_left_of_a_month_and_what_is_over_of_it() -> None:
    assert is_left_of("later this month")
    assert not is_left_of("this month, later")
    assert is_over_of("earlier\nthis year")
    month = contact(1, published="2031-05-18")
    left = replace(month, date=When(raw="later this month", value="2031-05"), status="planned")
    assert (window(left).first, window(left).last) == ("2031-05-19", "2031-05-31")
    over = replace(month, date=When(raw="earlier this month", value="2031-05"))
    assert (window(over).first, window(over).last) == ("2031-05-01", "2031-05-18")


def test_a_call_in_general_may_be_the_one_that_is_then_planned() -> None:
    two = "President Oduvan and Prime Minister Helk"
    noun = told(1, f"a call between {two}", "call", day=None, published="2031-05-10")
    plan = told(2, f"{two} will speak", "call", day=None, published="2031-05-13", status="planned")
    assert is_any(noun)
    assert verdict(noun, plan) == "same"
    assert not is_any(replace(noun, words=f"the call between {two}"))


def test_this_third_round_is_the_one_that_a_report_is_about() -> None:
    one = told(1, "the recent meeting with Helk", day=None)
    third = replace(told(2, "third round of talks with Helk", "talks", day=None), report=one.report)
    assert verdict(one, third) == "different"
    assert (
        verdict(one, third, sentence=lambda _: "This is my third round of talks with Helk.") is None
    )
    assert (
        verdict(one, third, sentence=lambda _: "At the third round of talks with Helk.")
        == "different"
    )


def test_a_meeting_with_many_whom_nobody_names_is_not_that_with_one() -> None:
    many = told(1, "he will meet with the lake presidents", status="planned")
    one = told(2, "Oduvan will meet Helk", status="planned")
    assert verdict(many, one) is None
    assert verdict(replace(many, words="he will meet with the president"), one) == "same"
    both = replace(many, words="Oduvan will meet with Helk and the lake presidents")
    assert verdict(both, one) == "same"


def test_what_is_to_come_and_dated_as_over_is_no_contact_to_compare() -> None:
    plan = told(1, "who was recently in Varn to meet Helk", day=None, status="planned")
    lately = replace(plan, date=When(raw="recently", value="PAST_REF"))
    other = told(2, "will meet Helk", status="planned", day=None)
    assert verdict(plan, other) == "same"
    assert verdict(lately, other) is None
    assert is_comparable(replace(lately, status="held"))


def test_one_of_many_visits_is_not_the_last() -> None:
    held, said = told(1, "hosted Helk"), told(2, "I was honored to meet you", day=None)
    sentence = "I came four times, and I was honored to meet you on one of those visits."
    assert verdict(held, said, sentence=lambda _: sentence) is None
    assert verdict(held, said, sentence=lambda _: "I was honored to meet you.") == "same"


def test_several_times_over_a_week_is_none_of_the_calls_of_it() -> None:
    call = told(1, "President Oduvan called Prime Minister Helk", "call")
    week = told(2, "I have spoken with Helk", "talks", published="2031-05-19")
    week = replace(week, date=When(raw="the last week", value="2031-W20"))
    sentence = "Over the last week I have spoken with Helk several times."
    assert is_told_in_general(week, lambda _: sentence)
    assert not is_told_in_general(call, lambda _: sentence)
    assert verdict(call, week, sentence=lambda _: sentence) is None
    assert verdict(call, week, sentence=lambda _: "Last week I spoke with Helk.") == "same"


def test_a_summit_of_three_sides_is_not_the_meeting_of_two_of_them() -> None:
    states = [actor(name, "state") for name in ("Norland", "Sudmark", "Talland")]
    three = contact(1, MIRA, HELK, LUND, kind="summit", words="hosted Helk and Lund in Varn")
    sided = tuple(
        replace(p, represents=state) for p, state in zip(three.participants, states, strict=True)
    )
    three = replace(three, participants=sided)
    two = told(2, "hosted Helk in Varn", participants=sided[:2])
    assert verdict(three, two) is None
    assert verdict(three, replace(two, participants=sided, kind="meeting")) == "same"
    assert verdict(replace(three, participants=sided[:2]), two) == "same"


def test_those_who_are_met_separately_are_met_one_by_one() -> None:
    both = contact(1, MIRA, LUND, HELK, kind="meeting", words="Oduvan and Lund met Helk separately")
    two = told(2, "met Helk")
    assert verdict(both, two) is None
    assert verdict(replace(both, words="Oduvan and Lund met Helk"), two) == "same"


def test_a_call_with_one_is_not_that_with_him_and_another_state() -> None:
    norland, sudmark = actor("Norland", "state"), actor("Sudmark", "state")
    both = contact(1, MIRA, HELK, LUND, kind="talks", words="spoke with Helk and Lund")
    sided = tuple(
        replace(p, represents=state)
        for p, state in zip(both.participants, (None, norland, sudmark), strict=True)
    )
    both = replace(both, participants=sided)
    # What the other account takes for Oduvan's state is that of the one who is left out.
    one = told(2, "spoke with Lund", "call")
    one = replace(one, participants=(replace(sided[0], represents=norland), sided[2]))
    assert verdict(both, one) is None


def test_a_meeting_of_leaders_from_many_states_is_not_that_of_two() -> None:
    many = told(1, "the meeting of the leaders from Norland", main=True)
    assert verdict(many, told(2, "Oduvan received Helk")) is None
    assert (
        verdict(replace(many, words="the meeting of the two leaders"), told(2, "met Helk"))
        == "same"
    )


def test_meetings_that_recur_are_none_in_particular() -> None:
    plan = told(1, "envisage to meet periodically", day=None, status="planned")
    met = told(2, "President Oduvan met with Prime Minister Helk", published="2031-05-19")
    assert verdict(plan, met) is None


def test_consultations_agreed_on_at_a_meeting_are_not_it() -> None:
    words = "President Oduvan will meet with Prime Minister Helk"
    plan = told(1, words, status="planned", published="2031-05-12")
    held = told(2, "met Helk today", published="2031-05-17", main=True)
    teams = told(3, "to engage in consultations", "talks", day=None, published="2031-05-17")
    teams = replace(teams, status="planned")
    assert compared(plan, teams, None, [plan, held, teams]) is None
    assert compared(plan, teams, None, [plan, teams]) is not None
