"""The time that a question names: a year, a month, a day, as far as it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from communique.ask.wording import wording

_WORDING = wording("question/times")

# fmt: off
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)
# fmt: on
_MONTH = "|".join(_MONTHS)
_ISO = re.compile(r"\b(\d{4})-(\d\d)(?:-(\d\d))?\b")
_DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{_MONTH})"
    rf"(?: (?P<later>\d{{1,2}})(?:st|nd|rd|th)?)?(?![\w’'])(?:,? (?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_YEAR = _WORDING.pattern("year")


@dataclass(frozen=True, slots=True)
class Time:
    """A year, month or day; what is ``None`` is not said. Or a ``span`` of days, as ISO dates."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    span: tuple[str, str] | None = None

    def meets(self, days: tuple[str, str]) -> bool:
        """Tell whether days, first and last as ISO dates, may be of this time."""
        first, last = days
        if self.span:
            return first <= self.span[1] and last >= self.span[0]
        years = range(int(first[:4]), int(last[:4]) + 1)
        wanted = [self.year] if self.year else list(years)[:2]
        month, day = self.month or 0, self.day or 0
        return any(
            f"{year:04}-{month or 1:02}-{day or 1:02}" <= last
            and f"{year:04}-{month or 12:02}-{day or 31:02}" >= first
            for year in wanted
        )


def relative(question: str) -> str | None:
    """Return words that name a time as it is seen from a day ("last week"), if there are any."""
    match = _RELATIVE.search(question)
    return match.group().lower() if match else None


def seen_from(words: str, day: date) -> Time:
    """Return the days that :func:`relative` words mean on a day; weeks begin on Mondays."""
    *_, unit = words.split()
    steps = {"last": -1, "next": 1}.get(words.split()[0], 0)
    match unit:
        case "week":
            first = day - timedelta(days=day.weekday()) + timedelta(weeks=steps)
            return Time(span=(first.isoformat(), (first + timedelta(days=6)).isoformat()))
        case "month":
            months = day.year * 12 + day.month - 1 + steps
            return Time(months // 12, months % 12 + 1)
        case "year":
            return Time(day.year + steps)
        case _:
            moved = day + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(unit, 0))
            return Time(moved.year, moved.month, moved.day)


_RELATIVE = _WORDING.pattern("relative")


def times(question: str) -> tuple[Time | None, list[tuple[int, int]]]:
    """Return the first time that a question names, and where in it times stand."""
    if found := _ISO.search(question):
        first, second, third = (int(part) if part else None for part in found.groups())
        return Time(first, second, third), [found.span()]
    for match in _DATE.finditer(question):
        day = match["day"] or match["later"]
        # "may" is a verb more often than a month, and "march" is one too.
        if match["month"][0].isupper() or day or match["year"]:
            year = int(match["year"]) if match["year"] else None
            month = _MONTHS.index(match["month"].lower()) + 1
            return Time(year, month, int(day) if day else None), [match.span()]
    if found := _YEAR.search(question):
        return Time(int(found[1])), [found.span(1)]
    if found := _RELATIVE.search(question):
        return None, [found.span()]
    return None, []
