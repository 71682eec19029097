"""The days that a date may mean, so that dates of unlike precision can be compared."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from communique.errors import UsageError
from communique.model.when import When

#: A year, month, day or week, perhaps with a clock time and an EDTF qualifier behind it.
_CALENDAR = re.compile(
    r"(\d{4})(?:-(?:W(\d\d)|(\d\d)(?:-(\d\d))?))?(?:T[\d:.]*(?:Z|[+-][\d:]+)?)?[~?%]?"
)


def first_and_last(value: str) -> tuple[str, str] | None:
    """Return the first and last day, as ISO dates, of a TimeML or EDTF ``value``.

    ``2031`` is its whole year, ``2031-05`` its month, ``2031-W07`` Monday to Sunday. A
    value that names no days of a known year (``XXXX-05-17``, ``PT30M``, ``PAST_REF``), or
    no day of the calendar, gives ``None``.
    """
    match = _CALENDAR.fullmatch(value)
    if match is None or int(match[1]) == 0:
        return None
    year, week, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if week:
            monday = date.fromisocalendar(year, week, 1)
            return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except (ValueError, OverflowError):
        return None
    return first.isoformat(), last.isoformat()


def days_of(when: When | None) -> tuple[str, str] | None:
    """Return the first and last day that ``when`` may mean; ``None`` if it names none.

    Its ``interval`` counts before its ``value``. A duration or a set names no days.
    """
    if when is None or when.type in ("duration", "set"):
        return None
    if when.interval is not None:
        first, last = first_and_last(when.interval[0]), first_and_last(when.interval[1])
        if first and last and first[0] <= last[1]:
            return first[0], last[1]
    return first_and_last(when.value) if when.value else None


def bounds(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """Return the first day of ``since`` and the last of ``until``, as ISO dates.

    Raises:
        UsageError: one of them is no year, month, week or day.
    """
    days = []
    for value, end in ((since, 0), (until, 1)):
        named = first_and_last(value) if value else None
        if value and named is None:
            raise UsageError(f"{value!r} is not a date", remedy="write 2031, 2031-05 or 2031-05-17")
        days.append(named[end] if named else None)
    return days[0], days[1]
