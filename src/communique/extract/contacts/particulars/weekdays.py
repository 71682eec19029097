"""Days counted from that of the telling, beside whether a contact is over or to come."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from communique.extract.view import View
from communique.model.when import When

_WEEK = timedelta(days=7)
_PARTS = ("morning", "afternoon", "evening", "night")
"""Parts of a day that may follow its name: "Monday night"."""
#: Yesterday has a word of its own, and who plans does not call it by its weekday.
_LEAST = timedelta(days=2)
_COUNTED = ("from-publication", "from-heading")
"""Bases of dates that are counted from the day of the telling."""


def told_on(when: When | None, published: str) -> str:
    """Return the day from which a date is counted, an ISO date: that of the telling.

    Args:
        when: A date, if there is one.
        published: When its report came out, an ISO date; may be empty.
    """
    if when is not None and when.basis == "from-heading" and when.anchor:
        return when.anchor[:10]
    return published[:10]


def names_a_day_before(view: View, sentence: int, end: int, published: str) -> bool:
    """Tell whether a sentence, up to ``end``, names a day of the week before its report."""
    items = view.items(sentence)
    first = (date.fromisoformat(published) - _WEEK).isoformat()
    return any(
        when.interval is not None
        and first <= when.interval[0][:10]
        and when.interval[1][:10] < published
        for _, when in view.dates_within(items[0].start, end)
    )


def suited(when: When | None, status: str, published: str) -> When | None:
    """Return the date of a contact as it can be of one that is over, or to come.

    A weekend is that before or after the telling. What is planned for a day of the week is on
    the next, and not on a day that is over ("as she said yesterday, they will meet").
    """
    if when is None or when.basis not in _COUNTED or status not in ("held", "planned"):
        return when
    told = told_on(when, published)
    if (when.value or "").endswith("-WE"):
        when = _weekend(when, status, told)
    when = to_come(when, status, told)
    over = when is not None and when.interval is not None and when.interval[1][:10] < told
    return None if over and status == "planned" else when


def _weekend(when: When, status: str, told: str) -> When:
    """Return the last weekend of what is over, the next of what is to come."""
    if when.interval is None or len(told) != 10:
        return when
    first, last = (date.fromisoformat(day[:10]) for day in when.interval)
    if status == "held" and first.isoformat() > told:
        first, last = first - _WEEK, last - _WEEK
    elif status == "planned" and last.isoformat() < told:
        first, last = first + _WEEK, last + _WEEK
    year, week, _ = first.isocalendar()
    interval = (first.isoformat(), last.isoformat())
    return replace(when, value=f"{year:04}-W{week:02}-WE", interval=interval)


def gone_by(when: When | None, published: str) -> When | None:
    """Return the date of what was held, a week earlier if it is a day of the week that was taken
    for the next one of that name ("at Lind's invitation, Ruiz flew to Azul on Sunday")."""
    if when is None or when.basis not in _COUNTED or when.type not in ("date", "time"):
        return when
    value, words = when.value or "", when.raw.lower().split()
    words = words[1:] if words[:1] == ["on"] else words
    if not words or not words[0].endswith("day") or words[1:] not in ([], *([p] for p in _PARTS)):
        return when
    try:
        day, told = date.fromisoformat(value[:10]), date.fromisoformat(published[:10])
    except ValueError:
        return when
    if not timedelta(0) < day - told < _WEEK:
        return when
    earlier = (day - _WEEK).isoformat()
    interval = (earlier, earlier) if when.interval else None
    return replace(when, value=earlier + value[10:], interval=interval)


def to_come(when: When | None, status: str, published: str) -> When | None:
    """Return the date of a contact, a week later if it is planned for a day of the week that was
    taken for the last one of that name.

    The words before it may be told in the past ("I said that, on Friday, she will meet Lind").

    Args:
        when: The date as it was read.
        status: That of the contact.
        published: When it is told, an ISO date; may be empty.
    """
    if when is None or status != "planned" or when.basis not in _COUNTED:
        return when
    value = when.value or ""
    words = when.raw.lower().split()
    if when.type not in ("date", "time") or words[1:] not in ([], *([part] for part in _PARTS)):
        return when
    if when.interval is not None and when.interval != (value[:10], value[:10]):
        return when
    try:
        day, told = date.fromisoformat(value[:10]), date.fromisoformat(published[:10])
    except ValueError:
        return when
    if not _LEAST <= told - day < _WEEK:
        return when
    later = (day + _WEEK).isoformat()
    interval = (later, later) if when.interval else None
    return replace(when, value=later + value[10:], interval=interval)
