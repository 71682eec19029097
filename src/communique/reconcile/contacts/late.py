"""Days that may be late: a report counts them from its publication, and may be of an earlier day.

What was said comes out as a transcript the next day, or after a weekend; its "today" is then taken
for the day on which it came out.
"""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from communique.model.days import first_and_last
from communique.model.rows import ContactRow
from communique.reconcile.contacts.circumstances import Feature
from communique.reconcile.contacts.counted import is_relative
from communique.reconcile.contacts.windows import days_apart, window

#: Days by which such a day may be late: over a weekend.
MOST = 3
#: What it adds that no other contact of these people is known in those days.
_BY_ITSELF = 0.1


@lru_cache(maxsize=8192)
def may_be_late(contact: ContactRow) -> bool:
    """Tell whether the day of a contact is one that its report counts from its publication
    ("today", "yesterday"), and the contact is not what the report came out for."""
    told = contact.date
    if told is None or contact.main or told.basis != "from-publication":
        return False
    if _is_headed_so(contact):
        return False
    return window(contact).certainty == "exact" and is_relative(told.raw)


def _is_headed_so(contact: ContactRow) -> bool:
    """Tell whether a report came out on the day that its headline gives ("Briefing, May 3, 2031"):
    its "today" is that day."""
    published = first_and_last(contact.report.published or "")
    if published is None:
        return False
    day = date.fromisoformat(published[0])
    month = month_name[day.month]
    told = (f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", day.isoformat())
    return any(each in contact.report.label for each in told)


def days_late(one: ContactRow, other: ContactRow) -> int:
    """Return by how many days the later of two accounts of two reports must be late, for both to be
    of one day; 0 where they are, or it cannot be so."""
    first, later = _in_order(one, other)
    if not may_be_late(later) or window(first).certainty != "exact":
        return 0
    apart = days_apart(window(first), window(later))
    most = MOST if _is_of_a_monday(later) else 1
    return apart if 0 < apart <= most and first.report.id != later.report.id else 0


def _is_of_a_monday(contact: ContactRow) -> bool:
    """Tell whether a report came out after a weekend."""
    published = first_and_last(contact.report.published or "")
    return published is not None and date.fromisoformat(published[0]).weekday() == 0


def counts_two_ways(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether one report may give one day in two ways: "tomorrow", counted from a publication
    that may be late, and "Friday"."""
    first, later = _in_order(one, other)
    days = window(first), window(later)
    if not may_be_late(later) or not is_known(first):
        return False
    return 0 < days_apart(*days) <= MOST


def is_first_known(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether the day of the earlier of two accounts is known: told by a report that came out
    for it, or by its date."""
    return is_known(_in_order(one, other)[0])


def is_known(contact: ContactRow) -> bool:
    """Tell whether the day of a contact is told, and not counted from a publication that may have
    been later."""
    return window(contact).certainty == "exact" and not may_be_late(contact)


def is_of_its_day(late: ContactRow, known: Iterable[ContactRow]) -> bool:
    """Tell whether the day of a contact that may be late is known as that of such a contact."""
    return any(days_apart(window(row), window(late)) <= 0 for row in known if is_known(row))


def is_a_day_late(contact: ContactRow, known: Iterable[ContactRow]) -> bool:
    """Tell whether such a contact is known of the day before, and none of the day that an account
    counts from its publication."""
    known = list(known)
    before = [row for row in known if is_known(row) and window(row).last < window(contact).first]
    return any(days_late(row, contact) == 1 for row in before) and not is_of_its_day(contact, known)


def is_nearer_another(one: ContactRow, other: ContactRow, known: Iterable[ContactRow]) -> bool:
    """Tell whether the account of two that must be late to mean the other need not be so late, or
    not at all: such a contact is known of its own day, or of one between the two."""
    first, late = (window(row) for row in _in_order(one, other))
    days = (window(row) for row in known if is_known(row))
    return any(first.last < day.last and day.first <= late.last for day in days)


def by_itself(one: ContactRow, other: ContactRow, known: Iterable[ContactRow]) -> Iterable[Feature]:
    """Yield that no other such contact is known in the days about the earlier of two accounts."""
    first = window(_in_order(one, other)[0])
    days = (window(row) for row in known if is_known(row))
    if not any(0 < days_apart(first, day) <= MOST for day in days):
        yield Feature(_BY_ITSELF, "no other of these people in those days")


def alone_on_it(
    one: ContactRow, other: ContactRow, known: Iterable[ContactRow]
) -> Iterable[Feature]:
    """Yield that no other account is of a contact on the day of the earlier of two accounts, which
    may be for the same day of the week after."""
    first = window(_in_order(one, other)[0])
    days = (window(row) for row in known if row.id not in (one.id, other.id) and is_known(row))
    if all(days_apart(first, day) > 1 for day in days):
        yield Feature(_BY_ITSELF, "no other of these people on the earlier day")


def _in_order(one: ContactRow, other: ContactRow) -> tuple[ContactRow, ContactRow]:
    first, later = sorted((one, other), key=lambda row: window(row).first)
    return first, later
