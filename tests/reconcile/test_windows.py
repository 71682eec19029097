"""On which days a contact may have been, by how its report tells of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from communique.model import When
from communique.reconcile.contacts.counted import (
    days_back,
    is_called_to_mind,
    is_of_many_times,
    is_relative,
)
from communique.reconcile.contacts.windows import Window, week_after, window
from reconcile.making import contact


def _of(raw: str, value: str, status: str = "held") -> Window:
    told = replace(contact(1, published="2031-05-14"), status=status, main=False)
    return window(replace(told, date=When(raw=raw, value=value, basis="from-publication")))


@pytest.mark.parametrize(
    ("raw", "first", "last"),
    [
        ("a few days ago", "2031-05-04", "2031-05-13"),
        ("a few weeks\nago", "2031-03-15", "2031-05-04"),
        ("several months ago", "2030-04-09", "2031-03-30"),
        ("recently", "2031-03-15", "2031-05-14"),
    ],
)
def test_how_long_ago_is_told_without_a_number(raw: str, first: str, last: str) -> None:
    assert _of(raw, "PAST_REF") == Window("vague", first, last)


def test_a_week_may_begin_on_sunday() -> None:
    week = replace(
        contact(1),
        date=When(
            raw="last week",
            value="2031-W19",
            interval=("2031-05-05", "2031-05-11"),
            basis="from-publication",
        ),
    )
    assert window(week) == Window("vague", "2031-05-04", "2031-05-11")


def test_what_is_about_to_be_is_within_a_week() -> None:
    assert _of("now", "PRESENT_REF", "planned") == Window("vague", "2031-05-14", "2031-05-21")


def test_what_has_just_been_is_fresh() -> None:
    told = replace(contact(1, published="2031-05-14"), main=False, date=None)
    assert window(replace(told, words="I've just spoken with Helk")).certainty == "fresh"
    own = replace(told, words="I've just spoken with Helk")
    assert window(own) == Window("fresh", "2031-05-14", "2031-05-14")
    hers = replace(told, words="Oduvan has just spoken with Helk")
    assert window(hers) == Window("fresh", "2031-05-12", "2031-05-14")
    assert window(replace(told, words="I spoke with Helk")).certainty == "vague"
    assert window(replace(told, words="will just meet Helk", status="planned")).certainty == "vague"


def test_a_plan_for_the_weekday_of_its_report_may_be_for_the_next() -> None:
    day = When(raw="Wednesday", value="2031-05-14", basis="from-publication")
    plan = replace(contact(1, published="2031-05-14"), status="planned", date=day)
    assert week_after(plan) == Window("exact", "2031-05-21", "2031-05-21")
    today = replace(plan, date=replace(day, raw="today"))
    assert week_after(today) is None


def test_words_that_count_days() -> None:
    assert is_relative("later\ntoday")
    assert not is_relative("Monday")
    assert days_back("last week") is None
    assert days_back("over the past week or so") is None
    assert is_called_to_mind("They met in the past.")
    assert not is_called_to_mind("They met not too long ago.")
    assert is_called_to_mind("I remember well how they met.")
    assert is_called_to_mind("They met a few weeks ago, in Azul.")
    assert not is_called_to_mind("They met the other day in Azul.")
    assert not is_called_to_mind("Helk recalled an important call that she had with Oduvan.")


def test_contacts_in_general_are_none_of_them() -> None:
    assert is_of_many_times("She has met Helk a number of times since May.")
    assert is_of_many_times("When was the last time she spoke with Helk?")
    assert not is_of_many_times("She met Helk for the first time.")


def test_a_season_ends_with_its_third_month_or_by_the_sun() -> None:
    when = When(
        raw="this summer",
        value="2031-SU",
        interval=("2031-06-01", "2031-08-31"),
        basis="from-publication",
    )
    told = replace(contact(1, published="2031-05-14"), status="planned", date=when)
    assert window(told) == Window("vague", "2031-06-01", "2031-09-21")


@pytest.mark.parametrize(
    ("published", "is_later"), [("2031-05-15", True), ("2031-05-11", False), ("2031-05-17", False)]
)
def test_next_friday_is_that_of_the_next_week(published: str, *, is_later: bool) -> None:
    friday = When(raw="next\nFriday", value="2031-05-16", basis="from-publication")
    plan = replace(contact(1, published=published), status="planned", date=friday)
    later = Window("exact", "2031-05-23", "2031-05-23")
    assert week_after(plan) == (later if is_later else None)
