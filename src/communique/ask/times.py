"""The time that a question names: a year, a month, a day, as far as it says."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
_YEAR = re.compile(r"\b(?:in|of|since|during|by|for) (\d{4})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Time:
    """A year, month or day; what is ``None`` is not said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def meets(self, days: tuple[str, str]) -> bool:
        """Tell whether days, first and last as ISO dates, may be of this time."""
        first, last = days
        years = range(int(first[:4]), int(last[:4]) + 1)
        wanted = [self.year] if self.year else list(years)[:2]
        month, day = self.month or 0, self.day or 0
        return any(
            f"{year:04}-{month or 1:02}-{day or 1:02}" <= last
            and f"{year:04}-{month or 12:02}-{day or 31:02}" >= first
            for year in wanted
        )


def times(question: str) -> tuple[Time | None, list[tuple[int, int]]]:
    """Return the first time that a question names, and where in it times stand."""
    if found := _ISO.search(question):
        parts = [int(part) if part else None for part in found.groups()]
        return Time(*parts), [found.span()]
    for match in _DATE.finditer(question):
        day = match["day"] or match["later"]
        # "may" is a verb more often than a month, and "march" is one too.
        if match["month"][0].isupper() or day or match["year"]:
            year = int(match["year"]) if match["year"] else None
            month = _MONTHS.index(match["month"].lower()) + 1
            return Time(year, month, int(day) if day else None), [match.span()]
    if found := _YEAR.search(question):
        return Time(int(found[1])), [found.span(1)]
    return None, []
