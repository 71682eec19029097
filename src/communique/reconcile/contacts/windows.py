"""On which days a contact may have been, and how surely that is told."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec

from communique.model.days import days_of, first_and_last
from communique.model.rows import ContactRow
from communique.reconcile.contacts.circumstances import (
    is_agreed_on,
    is_just_over,
    is_of_ones_own,
    is_only_named,
    is_rough,
    is_timeless,
)
from communique.reconcile.contacts.counted import (
    days_back,
    is_beginning_of,
    is_left_of,
    is_longer_ago,
    is_over_of,
    is_relative,
    is_right_now,
)

#: Days before its publication on which a report's undated main contact is taken to have been.
_FRESH = 2
#: Days around its publication within which another undated contact is looked for.
_RECENT = 60
#: Days ahead of its report within which a contact may be that is only named; people call each
#: other too often for more.
_NAMED_AHEAD, _NAMED_CALL_AHEAD = 45, 7
#: Days after its report within which a plan is that is told of as coming about.
_NOW = 7
#: Days from the first to the last a date may mean, beyond which it tells no occasion.
_VAGUE = 3

#: Kinds of contacts that are arranged days before.
_MET = frozenset({"meeting", "summit", "visit"})
#: Days within which the next of a day of the week is not called so.
_NEXT = 3
#: Days from Monday to Sunday.
_WEEK = 6
#: Days that a season lasts beyond the end of its third month, for those who begin it by the sun.
_STILL_SUMMER = 21
#: Days from which on the beginning of a month or year is told apart from its rest.
_THIRD = 9
_SEASON = re.compile(r"\d{4}-(?:SP|SU|FA|WI)")
_CALENDAR_WEEK = re.compile(r"\d{4}-W\d\d")

#: Days within which contacts of the same people are worth keeping apart expressly.
NEAR = 31

Certainty = Literal["exact", "fresh", "vague", "unknown"]


class Window(msgspec.Struct, frozen=True):
    """The days on which a contact may have been, and how it is known. ``day`` is ``MM-DD``
    where only the year is unknown."""

    certainty: Certainty
    first: str = ""
    last: str = ""
    day: str = ""


@lru_cache(maxsize=8192)
def window(contact: ContactRow) -> Window:
    """Return when the contact may have been.

    Without a date of its own, the contact that a report is about is taken to be fresh; any
    other may be of the weeks before, or if it is only planned after, the report.
    """
    days = days_of(contact.date)
    value = contact.date.value if contact.date else None
    if days and value and value.endswith("~"):
        return _about(contact, days)
    if days:
        length = days_between(*days)
        if _VAGUE < length <= NEAR and contact.date and is_rough(contact.date.raw or ""):
            return _about_weeks_ago(contact.date.raw or "", days)
        if length == _WEEK and value and _CALENDAR_WEEK.fullmatch(value):
            return Window("vague", moved(days[0], -1), days[1])  # for some it begins on Sunday
        return Window("exact", *days) if length <= _VAGUE else _as_of_report(contact, days)
    if value and value.startswith("XXXX-") and len(value) >= 10:
        return _in_year_of_report(contact, value[5:10])
    published = first_and_last(contact.report.published or "")
    if published is None:
        return Window("unknown")
    if contact.date is None and is_just_over(contact) and is_of_ones_own(contact):
        return Window("fresh", *published)  # "I have just spoken with her"
    if contact.date is None and (contact.main or is_just_over(contact)):
        return Window("fresh", moved(published[0], -_FRESH), published[1])
    if contact.date is not None and is_right_now(contact.date.raw or "") and is_timeless(contact):
        return Window("fresh", moved(published[0], -1), published[1])
    if contact.status == "planned" and is_of_now(contact):
        return Window("vague", published[0], moved(published[1], _NOW))
    if contact.status == "held" and contact.date and (back := days_back(contact.date.raw or "")):
        return Window("vague", moved(published[0], -back.most), moved(published[1], -back.least))
    if contact.status == "held":
        return Window("vague", moved(published[0], -_RECENT), moved(published[1], _ahead(contact)))
    first = moved(published[0], 1) if is_agreed_on(contact) else published[0]
    return Window("vague", first, moved(published[1], _RECENT))


def _ahead(contact: ContactRow) -> int:
    """Return within how many days ahead of its report a contact may be that is told as held."""
    if (contact.date is not None and not is_of_now(contact)) or not is_only_named(contact):
        return 0
    return _NAMED_CALL_AHEAD if contact.kind in ("call", "talks") else _NAMED_AHEAD


def week_after(contact: ContactRow) -> Window | None:
    """Return the window a week after that of a plan for a day of the week, or of what is only named
    with it ("the meeting on Monday"), which was taken for that of the report or before it: what is
    planned is mostly still to come. "Next Friday" is seldom that of the same week."""
    published = first_and_last(contact.report.published or "")
    days = window(contact)
    if published is None or contact.date is None:
        return None
    if contact.status != "planned" and not (contact.kind in _MET and is_only_named(contact)):
        return None
    named = contact.date.basis == "from-publication" and not any(map(str.isdigit, contact.date.raw))
    if not named or days.first != days.last:
        return None
    away = days_between(days.last, published[0])
    soon = -_NEXT <= away < 0 and contact.date.raw.casefold().split()[:1] == ["next"]
    if not soon and (is_relative(contact.date.raw) or away not in (0, *range(2, 7))):
        return None
    return Window(days.certainty, moved(days.first, 7), moved(days.last, 7))


def is_misdated(contact: ContactRow) -> bool:
    """Tell whether a contact is told of as to come, and dated as over ("recently"): one of the two
    is another's."""
    return contact.status == "planned" and bool(contact.date and contact.date.value == "PAST_REF")


def is_of_now(contact: ContactRow) -> bool:
    """Tell whether a contact is told of as going on."""
    return contact.date is not None and contact.date.value == "PRESENT_REF"


def _about(contact: ContactRow, days: tuple[str, str]) -> Window:
    """Return the window of a day that is only about right, as that taken from the publication is.

    What a report tells of when it comes out was on that day or shortly before.
    """
    if contact.date and contact.date.basis == "from-publication":
        return Window("fresh", moved(days[0], -_FRESH), days[1])
    return Window("vague", moved(days[0], -_FRESH), moved(days[1], _FRESH))


def _about_weeks_ago(raw: str, days: tuple[str, str]) -> Window:
    """Return the window of a week that is counted roughly from the report ("two weeks ago"), and
    may be longer ago ("more than two weeks ago")."""
    half = days_between(*days) // 2 + 1
    last = moved(days[0], half) if is_longer_ago(raw) else moved(days[1], half)
    return Window("vague", moved(days[0], -half), last)


def _as_of_report(contact: ContactRow, days: tuple[str, str]) -> Window:
    """Return the window of a month or the like: of "later this month" what is left of it when its
    report comes out, of "earlier this month" what is over."""
    first, last = days
    raw = contact.date.raw if contact.date else ""
    if contact.date and _SEASON.fullmatch(contact.date.value or ""):
        last = moved(last, _STILL_SUMMER)
    told = first_and_last(contact.report.published or "")
    if told and is_left_of(raw or "") and first <= told[0] < last:
        first = moved(told[0], 1)
    if told and is_over_of(raw or "") and first < told[1] <= last:
        last = told[1]
    third = (days_between(first, last) + 1) // 3
    if third >= _THIRD and is_beginning_of(raw or ""):
        last = moved(first, third)
    return Window("vague", first, last)


def _in_year_of_report(contact: ContactRow, day: str) -> Window:
    """Return the window of a day without a year: that nearest to the report, if it is dated."""
    published = first_and_last(contact.report.published or "")
    if published is None:
        return Window("unknown", day=day)
    told = date.fromisoformat(published[0])
    candidates = [
        found
        for year in (told.year - 1, told.year, told.year + 1)
        if (found := first_and_last(f"{year:04}-{day}"))
    ]
    if not candidates:
        return Window("unknown")
    nearest = min(candidates, key=lambda d: abs((date.fromisoformat(d[0]) - told).days))
    return Window("exact", *nearest)


def days_apart(one: Window, other: Window) -> int:
    """Return the days between two windows; 0 or less where they share a day."""
    if not (one.first and other.first):
        return 0
    return max(days_between(one.last, other.first), days_between(other.last, one.first))


def days_between(first: str, last: str) -> int:
    """Return the days from one ISO date to another; less than 0 if that is the earlier one."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def moved(day: str, by: int) -> str:
    """Return the ISO date ``by`` days after one, within the calendar."""
    ordinal = date.fromisoformat(day).toordinal() + by
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()
