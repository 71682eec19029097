"""Contacts that are the only ones known of their people for weeks: what is told of without a day
then means them longer than where people are known to have talked time and again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.model.days import first_and_last
from communique.model.rows import ContactRow
from communique.reconcile.contacts.circumstances import (
    Feature,
    is_not_the_next,
    is_several,
    is_the_first,
)
from communique.reconcile.contacts.recency import KNOWN, tells_days
from communique.reconcile.contacts.windows import NEAR, Window, days_apart, days_between, window

#: What it adds.
_FOR_THE_ONLY_KNOWN = 0.25
#: Days from the day that is told to a report without one, and between two such reports.
_WITHIN, _OF_BOTH = 21, NEAR
#: The same, where the one tells of talks, and the other of a meeting.
_TALKS_AT_A_MEETING = 2
#: Days of what is told without a day of its own: of a month, or of a rough number of weeks.
_MOST_DAYS = NEAR
_TALKED = frozenset({"call", "talks"})
_TALKED_OR_MET = frozenset({"talks", "meeting", "summit"})


def only_known(
    one: ContactRow, other: ContactRow, like: Sequence[ContactRow], *, sided: bool
) -> Iterable[Feature]:
    """Yield that both tell, within some weeks, of talks that were held, and no others of these
    people are known, or none but on one day that both may mean.

    Args:
        one: An account.
        other: Another; one of them gives no day, or but a week or month.
        like: All accounts of such contacts of these people in the days that either may be of.
        sided: Whether they act for two sides: those who work together talk daily.
    """
    if not sided or not one.status == other.status == "held":
        return
    if not any(map(_is_open, (one, other))) or any(map(_is_parted, (one, other))):
        return
    days = [each for row in like if (each := window(row)).certainty in KNOWN]
    if any(days_apart(each, window(row)) > 0 for row in (one, other) for each in days):
        return
    if any(days_apart(each, days[0]) > 0 for each in days):
        return
    away = _apart(one, other)
    if away is not None and away <= _within(one, other):
        yield Feature(_FOR_THE_ONLY_KNOWN, "the only ones known of these people in those weeks")


def _within(one: ContactRow, other: ContactRow) -> int:
    """Return the days within which two accounts mean one contact, by their kinds; less than none
    where they do not."""
    kinds = {one.kind, other.kind}
    if kinds <= _TALKED:
        return _OF_BOTH if all(map(_is_open, (one, other))) else _WITHIN
    undated = not any(tells_days(row) for row in (one, other))
    return _TALKS_AT_A_MEETING if undated and kinds <= _TALKED_OR_MET and len(kinds) > 1 else -1


def _is_open(contact: ContactRow) -> bool:
    """Tell whether an account gives no day, or no more than the month."""
    return window(contact).certainty == "vague"


def _is_parted(contact: ContactRow) -> bool:
    """Tell whether an account without a day tells of several, or of another than the last."""
    if tells_days(contact):
        return is_several(contact) or days_between(*_ends(window(contact))) > _MOST_DAYS
    return is_several(contact) or is_not_the_next(contact) or is_the_first(contact)


def _ends(days: Window) -> tuple[str, str]:
    return days.first, days.last


def _apart(one: ContactRow, other: ContactRow) -> int | None:
    """Return the days between two accounts: from the days that each tells, or else from its
    report."""
    first, second = sorted((_told(one), _told(other)), key=lambda each: each[0])
    if not first[0]:
        return None
    return max(0, days_between(first[1], second[0]))


def _told(contact: ContactRow) -> tuple[str, str]:
    """Return the first and last day that an account tells of, or of its report."""
    if tells_days(contact):
        return _ends(window(contact))
    return first_and_last(contact.report.published or "") or ("", "")
