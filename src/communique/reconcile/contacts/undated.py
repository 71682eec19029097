"""Whether two accounts of which no report gives the day mean one contact: told of at one time,
announced and then told of as held, or as of a week that the one names."""

from __future__ import annotations

from collections.abc import Iterable

from communique.model.days import first_and_last
from communique.model.rows import ContactRow
from communique.reconcile.contacts.circumstances import (
    Feature,
    is_agreed_on,
    is_any,
    is_not_the_next,
    is_several,
    is_the_first,
    is_timeless,
)
from communique.reconcile.contacts.counted import days_back
from communique.reconcile.contacts.parties import is_journey
from communique.reconcile.contacts.recency import (
    KNOWN,
    NOW_AND_THEN,
    OPEN,
    tells_days,
)
from communique.reconcile.contacts.windows import NEAR, Window, days_between, is_of_now, window

#: What it adds that two reports of about one day both tell of it as known.
_FOR_ONE_TIME = 0.1
#: What it adds that the one names the week before the report of the other.
_FOR_THE_WEEK = 0.25
#: What it adds that who was invited is told to have come soon after.
_FOR_AN_INVITATION = 0.15
#: Days between two such reports; of a plan to meet, and of a meeting, people tell longer, and of
#: talks between two sides.
_OF_ONE_TIME, _OF_ONE_TALK, _OF_ONE_PLAN, _OF_ONE_MEETING = 2, 7, 7, 14
#: Days between the report that announces it and the one that tells of it as held.
_SOON_TALKED = 3
_SOON_HELD = {"call": 7, "meeting": 14, "summit": 14, "visit": 14}
#: Days from the report of an invitation to the day on which the guest is met.
_INVITED_BEFORE = 3
#: Days from the week that one account names to a report without a day that means it.
_AFTER_A_WEEK = {"call": 14, "talks": 14, "meeting": NEAR, "summit": NEAR}
#: Days within which "a few weeks ago" tells which of some days it means; "months ago" does not.
_WEEKS_AGO = 60
#: Days of such a week.
_WEEK = 8
#: Kinds by which people come together, and by which they talk from afar or nobody knows how.
_MET, _TALKED = frozenset({"meeting", "summit", "visit"}), frozenset({"call", "talks"})


def at_one_time(one: ContactRow, other: ContactRow, *, sided: bool = False) -> Iterable[Feature]:
    """Yield whether two reports of about one day tell of a contact of one status, neither with a
    day of its own, or one announces what the other tells of as held some days later.

    Talks count where those who talked act for two sides, and both tell of them as held.
    """
    if not _are_alike(one, other, sided=sided) or not _is_of_persons(one):
        return
    if any(is_several(row) or is_not_the_next(row) for row in (one, other)):
        return
    first, second = (first_and_last(row.report.published or "") for row in (one, other))
    if not first or not second:
        return
    later = days_between(first[0], second[0])
    if {one.status, other.status} == {"planned", "held"}:
        yield from _announced(one, other, later if one.status == "planned" else -later)
    elif one.status == other.status and not any(
        tells_days(row) or is_of_now(row) or row.status in OPEN for row in (one, other)
    ):
        if abs(later) <= _days_of_one(one, other):
            yield Feature(_FOR_ONE_TIME, "told of at one time")
    elif _is_one_plan(one, other) and abs(later) <= _OF_ONE_PLAN:
        yield Feature(_FOR_ONE_TIME, "planned at one time")
    elif {one.status, other.status} == {"invited", "held"} and {one.kind, other.kind} <= _MET:
        after = later if one.status == "invited" else -later
        undated = not tells_days(one) and not tells_days(other)
        if undated and 0 <= after <= _SOON_HELD["visit"]:
            yield Feature(_FOR_AN_INVITATION, f"invited {after} days before it is told of as held")


def _is_one_plan(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether both plan to meet, the one for a week or month, the other without a day."""
    if not one.status == other.status == "planned" or not {one.kind, other.kind} <= _MET:
        return False
    told, vague = sorted((one, other), key=tells_days, reverse=True)
    weeks = window(told).certainty == "vague" and _length(window(told)) <= NEAR
    return tells_days(told) and weeks and vague.date is None


def _announced(one: ContactRow, other: ContactRow, after: int) -> Iterable[Feature]:
    """Yield whether a plan without a day is told of as held so many days ``after``, or as held in a
    month or week that lies after it."""
    plan, held = sorted((one, other), key=lambda row: row.status, reverse=True)
    if is_of_now(plan) or is_of_now(held):
        return
    talked = "talks" in (plan.kind, held.kind)  # after which they may agree to talk again
    least, most = (1, _SOON_TALKED) if talked else (0, _SOON_HELD.get(plan.kind, 0))
    if tells_days(plan):
        yield from _come_about(plan, held)
    elif tells_days(held):
        days = window(held)
        told = first_and_last(plan.report.published or "")
        ahead = told is not None and told[0] < days.last
        weeks = days.certainty == "vague" and days_between(days.first, days.last) <= NEAR
        soon = plan.kind in _MET or (_length(days) <= _WEEK and after <= _OF_ONE_PLAN)
        if soon and ahead and weeks and 0 <= after <= NEAR + most:
            yield Feature(_FOR_ONE_TIME, "announced before the days on which it was held")
    elif least <= after <= most or (_is_in_no_time(held) and abs(after) <= max(most, _OF_ONE_PLAN)):
        yield Feature(_FOR_ONE_TIME, f"announced {after} days before it is told of as held")


def _is_in_no_time(contact: ContactRow) -> bool:
    return is_timeless(contact) or is_any(contact)


def _come_about(plan: ContactRow, held: ContactRow) -> Iterable[Feature]:
    """Yield whether a plan for a week, or a month, is told of as held, without a day, by a report
    of that time or the week after."""
    days, told = window(plan), first_and_last(held.report.published or "")
    if tells_days(held) or told is None or _length(days) > NEAR:
        return
    if not {plan.kind, held.kind} <= _MET:
        return
    if days.first <= told[0] and days_between(days.last, told[0]) < _WEEK:
        which = "week" if _length(days) <= _WEEK else "month"
        yield Feature(_FOR_ONE_TIME, f"planned for the {which} of {days.first}")


def invited_then(one: ContactRow, other: ContactRow) -> Iterable[Feature]:
    """Yield whether a report tells, some days before two meet, that the one invited the other: who
    meets may also agree to meet again, so the day must be after that of the report."""
    for invited, met in ((one, other), (other, one)):
        told, days = first_and_last(invited.report.published or ""), window(met)
        if invited.status != "invited" or tells_days(invited) or told is None:
            continue
        if met.status not in ("held", "planned") or days.certainty != "exact":
            continue
        alike = {one.kind, other.kind} <= _MET and not is_journey(one) and not is_journey(other)
        if alike and 0 < days_between(told[0], days.first) <= _INVITED_BEFORE:
            yield Feature(_FOR_AN_INVITATION, f"invited by the report of {told[0]}")


def of_that_week(
    one: ContactRow, other: ContactRow, like: Iterable[ContactRow], *, sided: bool
) -> Iterable[Feature]:
    """Yield whether one account names a week, and the other is of a report of the days after it and
    gives no day, if no such contact is known to have been since.

    Args:
        one: An account.
        other: Another; neither has a day.
        like: All accounts of such contacts of these people.
        sided: Whether they act for two sides.
    """
    told, vague = sorted((one, other), key=tells_days, reverse=True)
    if not tells_days(told) or tells_days(vague) or is_of_now(vague):
        return
    days, published = window(told), first_and_last(vague.report.published or "")
    if _length(days) > (NEAR if {one.kind, other.kind} <= _MET else _WEEK) or published is None:
        return
    if not one.status == other.status == "held" or not _are_alike(one, other, sided=sided):
        return
    if any(is_several(r) or is_not_the_next(r) for r in (one, other)) or is_the_first(vague):
        return
    after = days_between(days.last, published[0])
    if published[0] < days.first or after > _most_after(days, vague):
        return
    since = (window(row) for row in like if row.status == "held" and tells_days(row))
    if not any(
        days.last < each.last and each.first <= published[0] and _length(each) <= NEAR
        for each in since
    ):
        yield Feature(_FOR_THE_WEEK, f"the last ones before the report of {published[0]}")


def _most_after(days: Window, vague: ContactRow) -> int:
    """Return the days after some others within which a report without a day may mean them: of a
    month, only its own, unless it says how many weeks ago it was."""
    back = days_back(vague.date.raw or "") if vague.date else None
    if back and back.most <= _WEEKS_AGO:
        return back.most
    return _AFTER_A_WEEK.get(vague.kind, 0) if _length(days) <= _WEEK else 0


def _length(days: Window) -> int:
    return days_between(days.first, days.last)


def _are_alike(one: ContactRow, other: ContactRow, *, sided: bool) -> bool:
    """Tell whether two contacts are of kinds that people have now and then, or talks of two
    sides."""
    kinds = {one.kind, other.kind}
    if kinds <= _TALKED and "talks" in kinds:
        if one.status == other.status == "planned":
            return not any(map(is_agreed_on, (one, other)))
        return sided and (one.status == other.status == "held" or _is_to_come(one, other))
    if kinds <= _MET and not any(map(is_journey, (one, other))):
        return True
    return len(kinds) == 1 and one.kind in (*NOW_AND_THEN, "letter")


def _is_to_come(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether talks that one account plans, and does not just go on with, may be those that
    the other tells of as held, or in no time."""
    both = (one, other)
    goes_on = any(row.status == "planned" and is_agreed_on(row) for row in both)
    return {row.status for row in both} == {"planned", "held"} and not goes_on


def _is_of_persons(contact: ContactRow) -> bool:
    return any(p.actor.kind == "person" for p in contact.participants)


def _days_of_one(one: ContactRow, other: ContactRow) -> int:
    """Return the days between two reports without a day that mean one contact: people talk every
    week, and do not meet so often."""
    if {one.kind, other.kind} <= _TALKED and one.status == "held":
        return _OF_ONE_TALK
    if not {one.kind, other.kind} <= _MET or is_journey(one):
        return _OF_ONE_TIME
    return _OF_ONE_PLAN if one.status == "planned" else _OF_ONE_MEETING


def met_since(one: ContactRow, other: ContactRow, like: Iterable[ContactRow]) -> bool:
    """Tell whether these people are known to have been in touch since the earlier of two reports of
    what is over, on a day up to the later."""
    if not one.status == other.status == "held":
        return False
    first, last = sorted(row.report.published or "" for row in (one, other))
    days = (window(row) for row in like if window(row).certainty in KNOWN)
    return any(first[:10] < day.first and day.last <= last[:10] for day in days)
