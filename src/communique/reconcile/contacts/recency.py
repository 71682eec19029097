"""Which of several contacts of the same people an account without a day means.

Readers take "their call" for the last one before the report, and "will meet" for the next one
after it, unless another is nearly as near; and a month for the one day in it on which these
people are told to have had such a contact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from communique.model.days import days_of, first_and_last
from communique.model.rows import ContactRow
from communique.reconcile.contacts.circumstances import (
    Feature,
    is_agreed_on,
    is_not_the_next,
    is_of_ones_own,
    is_remote,
    is_several,
    is_the_first,
)
from communique.reconcile.contacts.counted import days_back
from communique.reconcile.contacts.leaders import names_two_leaders
from communique.reconcile.contacts.parties import is_journey
from communique.reconcile.contacts.windows import (
    NEAR,
    Certainty,
    Window,
    days_apart,
    days_between,
    is_of_now,
    window,
)

#: Statuses of contacts that need not have come about.
OPEN = frozenset({"invited", "proposed"})
#: By the status of an undated contact, on which side of its report (1 before it, -1 after it)
#: and within how many days another is likely to be the one that it means. People call each
#: other more often than they meet.
_SOON = {"held": (1, 3), "planned": (-1, 14)}
_SOON_OF_CALLS = {"held": (1, 3), "planned": (-1, 3)}
#: What it adds that no other contact of these people is told of in those days.
_FOR_THE_ONLY_ONE = 0.25
#: What it adds that all others are much farther from the report.
_FOR_THE_NEAREST = 0.25
#: Days between an account without a day and the contact that it means, if that is the nearest.
_NEAREST_WITHIN = {"call": 7, "talks": 7, "meeting": 30, "summit": 30, "visit": 30}
#: The same, where the one account tells less exactly what it was ("talks").
_NEAREST_OF_OTHERS = {"call": 2, "talks": 2, "meeting": 4, "summit": 30, "visit": 30}
#: Days between talks without a day and the only meeting that they may be.
_TALKS_WITHIN = 3
#: The same, where both are planned: who comes to meet will talk there.
_PLANS_WITHIN = 7
#: Days from the first to the last within which two talk but once, as far as is known.
_WEEKS = 8
#: Days of a season, with those that it lasts beyond its third month.
_SEASON = 113
#: How much farther from the report the next nearest must be: so many times as far, and days.
_FARTHER, _FARTHER_DAYS = 2, 6
#: How many accounts must agree on the day, and what share of all, where some have another.
_OFTEN, _MOSTLY = 4, 0.75
#: Kinds by which people talk from afar, or nobody tells how.
_TALKED = frozenset({"call", "talks"})
#: Days after a contact within which those who do not act for two sides tell of it as known.
_AFTERWARDS = 2
#: Kinds that are told of one by one; people talk and are in touch all the time.
NOW_AND_THEN = frozenset({"call", "meeting", "summit", "visit"})
#: Days between such a contact without a day and the report of it, beyond which it is another one.
_MOST_OF_DAYS = {"call": NEAR, "talks": 14}
#: How certain a day is that others may be known by: told, or that of a fresh report's main contact.
KNOWN: frozenset[Certainty] = frozenset({"exact", "fresh"})
#: Days that a journey lasts: reports of it are of any of them.
JOURNEY = 4


def tells_days(contact: ContactRow) -> bool:
    """Tell whether an account says when the contact was, more than that it is past or to come."""
    return days_of(contact.date) is not None


def soon(one: ContactRow, other: ContactRow) -> Iterable[Feature]:
    """Yield whether a report without a date tells of it soon after, or announces it for soon."""
    for told, dated in ((one, other), (other, one)):
        days = window(dated)
        if told.date is not None or told.kind != dated.kind or days.certainty not in KNOWN:
            continue
        if (
            is_several(told)
            or is_not_the_next(told)
            or is_the_first(told)
            or (told.kind == "talks" and not is_between_sides(one, other))
        ):
            continue
        within = (_SOON_OF_CALLS if told.kind in ("call", "talks") else _SOON).get(told.status)
        away = _away(told, days)
        if within and away is not None and 0 <= away <= within[1]:
            yield Feature(0.1, f"told of within {away} days of {days.first}")
            return


def only_one(
    one: ContactRow,
    other: ContactRow,
    known: Sequence[ContactRow],
    vague: Sequence[ContactRow],
    *,
    sided: bool,
) -> Iterable[Feature]:
    """Yield that there is but one day which a contact of these people and this kind was on.

    Args:
        one: An account.
        other: Another.
        known: All accounts with a day that all of ``vague`` may mean.
        vague: Those of the two that have no day: of a month, or of the weeks before or after
            their report.
        sided: Whether it is told that they act for two sides: those who work together talk daily.
    """
    told = [row for row in (one, other) if row not in vague]
    if not vague or not all(_is_one_of_few(row, row in told) for row in (one, other)):
        return
    in_weeks = all(tells_days(row) and _length(window(row)) <= _WEEKS for row in vague)
    if any(row.kind == "talks" for row in vague) and not (sided and (told or in_weeks)):
        return
    if any(window(row).certainty not in KNOWN for row in told):
        return
    if not told and not all(tells_days(row) and _length(window(row)) <= NEAR for row in vague):
        return
    days = [window(row) for row in known]
    if told and (not days or any(is_far(row, window(told[0])) for row in vague)):
        return
    if told and any(is_not_the_next(row) and _is_new(row, window(told[0])) for row in vague):
        return
    if any(map(is_the_first, vague)) or (told and _is_far_talk(told[0], vague, known)):
        return
    most = JOURNEY if is_journey(one) else 0
    if not days or _is_one_day(days, window(told[0]) if told else None, most):
        yield Feature(_FOR_THE_ONLY_ONE, "the only one of these people then")


def _is_far_talk(
    told: ContactRow, vague: Iterable[ContactRow], known: Iterable[ContactRow] = ()
) -> bool:
    """Tell whether one account tells of talks, and the other of a meeting, and which of them has no
    day is of some days later or before: they may as well have talked on the telephone, unless they
    met by video, as this or another account (``known``) of that day tells. Nor is what is to come
    what was held on the day of its report."""
    days = window(told)
    remote = any(is_remote(r) for r in (told, *known) if days_apart(window(r), days) <= 0)
    held = told.status == "held" or any(
        r.status == "held" and days_apart(window(r), days) <= 0 for r in known
    )
    for row in vague:
        away = _away(row, window(told)) or 0
        if "talks" not in (told.kind, row.kind) or told.kind == row.kind:
            continue
        if tells_days(row):
            if row.status == "planned" and _length(days) < NEAR < _length(window(row)):
                return True
            continue
        afar = "call" in (told.kind, row.kind) or remote
        within = _PLANS_WITHIN if row.status == told.status == "planned" else _TALKS_WITHIN
        if not afar and abs(away) > within:
            return True
        if row.status == "planned" and held and away <= 0:
            return True
    return False


def told_after(one: ContactRow, other: ContactRow, like: Iterable[ContactRow]) -> Iterable[Feature]:
    """Yield that a report without a day tells, on the day of some talks or the two after it, of
    such talks, if no others of these people are known: whoever they act for, they do not talk
    daily. Who says so of himself may have talked again since."""
    for vague, told in ((one, other), (other, one)):
        days = window(told)
        if tells_days(vague) or is_of_now(vague) or days.certainty not in KNOWN:
            continue
        if {one.kind, other.kind} <= _TALKED and vague.status == "held":
            unlike = (is_several, is_not_the_next, is_the_first, is_of_ones_own)
            parted = any(tells(vague) for tells in unlike)
            away = _away(vague, days)
            others = (window(row) for row in like if tells_days(row))
            alone = all(days_apart(each, days) <= 0 for each in others)
            if not parted and alone and away is not None and 0 <= away <= _AFTERWARDS:
                yield Feature(_FOR_THE_ONLY_ONE, f"the only talks known, {away} days before")


def nearest(told: ContactRow, vague: ContactRow, known: Sequence[ContactRow]) -> Iterable[Feature]:
    """Yield that of all days known, that of ``told`` is by far the nearest to the report of
    ``vague``: the last before it if it was held, the next after it if it is planned.

    Only for those who act for two sides.
    """
    alike = told.kind == vague.kind or {told.kind, vague.kind} <= _TALKED
    most = _NEAREST_WITHIN if alike else _NEAREST_OF_OTHERS
    if (
        _goes_on(vague)
        or vague.kind not in most
        or tells_days(vague)
        or is_several(vague)
        or is_not_the_next(vague)
        or is_the_first(vague)
    ):
        return
    mine = _away(vague, window(told))
    if mine is None or not 0 <= mine <= most[vague.kind]:
        return
    if "call" not in (told.kind, vague.kind) and _is_far_talk(told, [vague], known):
        return
    if told.status == "planned" and vague.status == "held" and _was_held_a_day_off(told, known):
        return
    length = JOURNEY if is_journey(told) else 1
    others = [
        away
        for row in known
        if days_apart(window(row), window(told)) > length
        and (away := _away(vague, window(row))) is not None
        and away >= 0
    ]
    if all(away >= _FARTHER * mine + _FARTHER_DAYS for away in others):
        side = "last one before" if vague.status == "held" else "next one after"
        yield Feature(_FOR_THE_NEAREST, f"the {side} the report of {vague.report.published}")


def _was_held_a_day_off(plan: ContactRow, known: Iterable[ContactRow]) -> bool:
    """Tell whether such a contact was held a day off from one that was planned."""
    held = (window(row) for row in known if row.status == "held")
    return any(days_apart(each, window(plan)) == 1 for each in held)


def is_between(one: ContactRow, other: ContactRow, known: Iterable[ContactRow]) -> bool:
    """Tell whether these people are known to have had such a contact after the one report and
    before the other, neither of which gives a day: what was then is told of by one of them only."""
    reports = [first_and_last(row.report.published or "") for row in (one, other)]
    if one.status != other.status or any(tells_days(row) for row in (one, other)):
        return False
    first, last = sorted(days[0] if days else "" for days in reports)
    return bool(first) and any(
        first < window(row).first and window(row).last < last for row in known
    )


def _away(told: ContactRow, days: Window) -> int | None:
    """Return how many days before the report of ``told`` some days were, or after it if ``told`` is
    to come; ``None`` where that is not known."""
    published = first_and_last(told.report.published or "")
    if published is None or told.status not in _SOON:
        return None
    return days_between(days.last, published[0]) * _SOON[told.status][0]


def _is_one_day(days: Sequence[Window], meant: Window | None, most: int) -> bool:
    """Tell whether all days are one, but for few of many, and that is the one ``meant``, if any.

    Days at ``most`` so many apart count as one.
    """
    if days_between(min(d.last for d in days), max(d.first for d in days)) <= most:
        return True
    (day, times), *_ = Counter(d.first for d in days).most_common(1)
    fits = meant is None or meant.first <= day <= meant.last
    return fits and times >= _OFTEN and times >= _MOSTLY * len(days)


def _is_one_of_few(contact: ContactRow, is_told: bool) -> bool:
    """Tell whether a contact is of a kind that people have now and then, and came about; talks are
    if their day is told, or nothing of when they were."""
    # "Meetings from the 3rd to the 5th" are one occasion.
    several = is_several(contact) and not (is_told and contact.status == "planned")
    if contact.status in OPEN or several or _goes_on(contact):
        return False
    weeks = tells_days(contact) and _length(window(contact)) <= _SEASON
    undated = not tells_days(contact) and not is_of_now(contact)
    talks = contact.kind == "talks" and (is_told or undated or weeks)
    return contact.kind in NOW_AND_THEN or talks


def _goes_on(contact: ContactRow) -> bool:
    """Tell whether it is agreed to go on talking, which means no talk in particular."""
    return contact.status == "planned" and contact.kind == "talks" and is_agreed_on(contact)


def is_between_sides(*accounts: ContactRow) -> bool:
    """Tell whether any account says for whom one acts, or names two who lead states: those who work
    together talk every day."""
    return any(
        names_two_leaders(row) or any(p.represents for p in row.participants) for row in accounts
    )


def is_far(call: ContactRow, days: Window) -> bool:
    """Tell whether a call is told of too long after, or before, some days to mean those.

    Who talked with another remembers it longer ("in our conversation, I told him …").
    """
    most = NEAR if is_of_ones_own(call) else _MOST_OF_DAYS.get(call.kind, 0)
    return call.kind in _MOST_OF_DAYS and is_off(call, days, most)


def is_off(call: ContactRow, days: Window, most: int = NEAR) -> bool:
    """Tell whether a report that gives no day of a call is more than so many days from some."""
    published = first_and_last(call.report.published or "")
    if call.kind not in _MOST_OF_DAYS or tells_days(call) or published is None:
        return False
    away = days_between(days.last, published[0])
    if call.date is not None and (back := days_back(call.date.raw or "")):
        return not back.least <= away <= back.most  # "a few weeks ago"
    return abs(away) > most


def _is_new(earlier: ContactRow, days: Window) -> bool:
    """Tell whether some days are those of the report that tells of an earlier contact."""
    published = first_and_last(earlier.report.published or "")
    return (
        earlier.status == "held"
        and published is not None
        and (days_between(days.last, published[0]) <= 1)
    )


def _length(days: Window) -> int:
    return days_between(days.first, days.last)
