"""Days of the week in what is planned: "on Friday" is the one to come."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from communique.model.when import When

_WEEK = timedelta(days=7)
_PARTS = ("morning", "afternoon", "evening", "night")
"""Parts of a day that may follow its name: "Monday night"."""
#: Yesterday has a word of its own, and who plans does not call it by its weekday.
_LEAST = timedelta(days=2)


def to_come(when: When | None, status: str, published: str) -> When | None:
    """Return the date of a contact, a week later if it is planned for a day of the week that was
    taken for the last one of that name.

    The words before it may be told in the past ("I said that, on Friday, she will meet Lind").

    Args:
        when: The date as it was read.
        status: That of the contact.
        published: When its report came out, an ISO date; may be empty.
    """
    if when is None or status != "planned" or when.basis != "from-publication":
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
