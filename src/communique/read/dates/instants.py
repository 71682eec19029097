"""Calendar arithmetic: days and what they are called at each precision.

Values are TimeML's: ``2031-05-03``, ``2031-W18``, ``2031-05``, ``2031-Q2``, ``2031-H1``,
``2031-SP``, ``2031``, ``203`` (a decade), ``20`` (the twenty-first century).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from communique.read.dates.numbers import plain

#: How TimeML writes a unit in a duration, and how many of it there are.
DURATIONS: dict[str, tuple[str, int]] = {
    "second": ("S", 1),
    "minute": ("M", 1),
    "hour": ("H", 1),
    "day": ("D", 1),
    "weekend": ("D", 2),
    "week": ("W", 1),
    "fortnight": ("W", 2),
    "month": ("M", 1),
    "season": ("M", 3),
    "quarter": ("M", 3),
    "half": ("M", 6),
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
}
#: Units of the clock stand after a T in a duration.
CLOCK_UNITS = frozenset({"second", "minute", "hour"})
_MONTHS = {
    "month": 1,
    "season": 3,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
_DAYS = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
#: Months in which the seasons of the northern hemisphere begin.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_PIECE = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))")


def as_day(text: str | None) -> date | None:
    """Return the day of an ISO date or date-time, ``None`` if it names none."""
    match = _DAY.match(text or "")
    return day_of(*map(int, match.groups())) if match else None


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day, ``None`` if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, unit: str, count: float) -> date | None:
    """Return the day that many units later (earlier if negative); ``None`` beyond the calendar.

    Months are counted by the calendar; the 31st becomes the last day of a shorter month.
    """
    try:
        if unit in CLOCK_UNITS:
            hours = count * {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}[unit]
            return day + timedelta(days=int(hours / 24))
        if unit in _DAYS:
            return day + timedelta(days=round(count * _DAYS[unit]))
        months = day.year * 12 + day.month - 1 + round(count * _MONTHS[unit])
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def value_of(day: date, unit: str) -> str:
    """Return what the day is called when it is known to the precision of ``unit``."""
    year = f"{day.year:04}"
    week = day.isocalendar()
    match unit:
        case "week" | "fortnight":
            return f"{week.year:04}-W{week.week:02}"
        case "weekend":
            return f"{week.year:04}-W{week.week:02}-WE"
        case "month":
            return f"{year}-{day.month:02}"
        case "quarter":
            return f"{year}-Q{(day.month + 2) // 3}"
        case "half":
            return f"{year}-H{1 if day.month < 7 else 2}"
        case "season":
            return season_of(day)
        case "year":
            return year
        case "decade":
            return year[:3]
        case "century":
            return year[:2]
    return day.isoformat()


def season_of(day: date) -> str:
    """Return the season that the day lies in; January belongs to last year's winter."""
    name = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
    return f"{day.year - (day.month < 3):04}-{name}"


def _months(year: int, first: int, count: int) -> tuple[str, str] | None:
    start = day_of(year, first, 1)
    end = moved(start, "month", count) if start else None
    return (start.isoformat(), (end - timedelta(days=1)).isoformat()) if start and end else None


def _week(year: int, week: int, first: int) -> tuple[str, str] | None:
    """Return a week from its ``first`` day on, counted from Monday as 1, to its end."""
    try:
        sunday = date.fromisocalendar(year, week, 7)
        return (sunday - timedelta(days=7 - first)).isoformat(), sunday.isoformat()
    except (ValueError, OverflowError):
        return None


def interval_of(value: str | None) -> tuple[str, str] | None:
    """Return the first and last day that a value may mean.

    ``None`` for a duration, a reference such as ``PAST_REF``, a value with an open year,
    and a day that is not in the calendar.
    """
    plain = re.sub(r"[~?%]", "", value or "")
    if "/" in plain:
        first, _, last = plain.partition("/")
        ends = interval_of(first), interval_of(last)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None
    if match := _DAY.match(plain):
        day = as_day(match[0])
        return (day.isoformat(), day.isoformat()) if day else None
    if match := _WEEK.match(plain):
        return _week(int(match[1]), int(match[2]), first=6 if plain.endswith("-WE") else 1)
    if match := _PIECE.match(plain):
        first_month = SEASONS.get(match[4] or "", 1)
        if match[2]:
            return _months(int(match[1]), int(match[2]) * 3 - 2, 3)
        if match[3]:
            return _months(int(match[1]), int(match[3]) * 6 - 5, 6)
        return _months(int(match[1]), first_month, 3)
    if match := _MONTH.fullmatch(plain):
        return _months(int(match[1]), int(match[2]), 1) if 0 < int(match[2]) < 13 else None
    if plain.isdigit() and 2 <= len(plain) <= 4:
        return _years(plain)
    return None


def _years(digits: str) -> tuple[str, str] | None:
    width = 10 ** (4 - len(digits))
    year = int(digits) * width
    return _months(year, 1, 12 * width) if 0 < year < 9999 - width else None


def duration(count: str, unit: str) -> str:
    """Return ``count`` units as a TimeML duration; ``X`` is an unknown number."""
    letter, times = DURATIONS[unit]
    if count != "X" and times > 1:
        count = plain(float(count) * times)
    elif count == "X" and unit in {"decade", "century"}:
        letter = {"decade": "DE", "century": "CE"}[unit]
    return f"PT{count}{letter}" if unit in CLOCK_UNITS else f"P{count}{letter}"
