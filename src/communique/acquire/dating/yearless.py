"""The year of a dateline that prints none ("OBERHAVEN, May 3 —"), told elsewhere in the report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from communique.acquire.dating.calendar import month_of
from communique.acquire.dating.order import SEARCHED, Decision
from communique.acquire.dating.printed import PrintedDate, dates_in
from communique.model import Span

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])(?:[/-](0?[1-9]|[12]\d|3[01]))?(?!\d)"
)
_LINE = re.compile(
    r"(?:[^\W\d_]{2,13}\.?,?\s)?"
    r"(?:(?P<day>\d{1,2})\.?\s(?:de\s)?(?P<month>[^\W\d_]{3,14})\.?"
    r"|(?P<first>[^\W\d_]{3,14})\.?\s(?P<second>\d{1,2}))"
    r"(?:[\s,|/·–-]{1,4}(?:at\s|um\s|à\s|в\s)?\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)?",
    re.IGNORECASE,
)
#: A report tells of what is to come, but of no day later than this after its own.
_AHEAD = timedelta(days=366)


class Yearless(msgspec.Struct, frozen=True, kw_only=True):
    """A day of a month, and where it is printed."""

    span: Span
    month: int
    day: int

    def of(self, year: int) -> date | None:
        """Return that day of a year; ``None`` where the year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def yearless_line(text: str, span: Span, language: str | None) -> Yearless | None:
    """Return the day that a line gives without the year and with no other words than a time."""
    found = _LINE.fullmatch(text, span.start, span.end)
    month = month_of(found["month"] or found["first"], language) if found else None
    if found is None or month is None:
        return None
    day = "day" if found["day"] else "second"
    start = found.start("first") if found["first"] else found.start("day")
    end = found.end("second") if found["first"] else found.end("month")
    return Yearless(span=Span(start, end), month=month, day=int(found[day]))


def with_year(
    found: Yearless, text: str, rights: Iterable[str], url: str | None, language: str | None
) -> tuple[Decision, PrintedDate] | None:
    """Return the dateline's date with the year that the report tells, and what told it.

    Asked in order: the same day printed with its year elsewhere in the text, the month in the
    report's address, the year in its copyright lines (``rights``). Evidence that contradicts
    itself decides nothing, nor does a year that puts the report more than a year before a day
    that it names.
    """
    named = [
        date.fromisoformat(each.settled)
        for each in dates_in(text, 0, min(len(text), SEARCHED), language=language)
        if each.settled
    ]
    told = (
        ({day.year for day in named if (day.month, day.day) == (found.month, found.day)}, "text"),
        (set(_in_address(found, url)), "address"),
        ({int(year) for words in rights for year in _YEAR.findall(words)[-1:]}, "copyright line"),
    )
    years, where = next(((years, where) for years, where in told if years), (set(), ""))
    day = found.of(years.pop()) if len(years) == 1 else None
    if day is None or any(other > day + _AHEAD for other in named):
        return None
    basis = f"dateline: its year is told by the {where}"
    return Decision(value=day.isoformat(), basis=basis), PrintedDate(
        span=found.span, readings=(day.isoformat(),)
    )


def _in_address(found: Yearless, url: str | None) -> Iterable[int]:
    """Yield the years in an address that stand before the dateline's month (``/2031/05/03/``).

    A story goes out on the day of its dateline or soon after it, perhaps in the next month.
    """
    for match in _IN_ADDRESS.finditer(url or ""):
        year, month, day = int(match[1]), int(match[2]), int(match[3] or 0)
        written = found.of(year - (found.month == 12 and month == 1))
        late = (month - found.month) % 12
        if written and (late == 0 or (late == 1 and found.day > 27 and day < 5)):
            yield written.year
