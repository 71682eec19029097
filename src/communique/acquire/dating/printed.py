"""Finds the dates that a text prints in full, with all that each may mean.

A date in numbers ("09/11/2025") has one or two readings; a date in words or in ISO form
has one. A date without its year is found only where it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from communique.acquire.dating.calendar import month_of, weekday_of
from communique.model import Span


class PrintedDate(msgspec.Struct, frozen=True, kw_only=True):
    """A date as printed.

    ``span`` covers the date, its weekday and its time. ``readings`` are the ISO dates it
    may mean: one, or two (day first, then month first). ``time`` is ``HH:MM[:SS]`` with
    ``Z`` or an offset where one is printed. ``numeric`` is its separator (``/``, ``.`` or
    ``-``) where it is in numbers with the year last.
    """

    span: Span
    readings: tuple[str, ...]
    time: str | None = None
    weekday: int | None = None
    numeric: str | None = None
    #: Whether the first of the numbers is the day, where that is beyond doubt.
    day_leads: bool = False

    @property
    def settled(self) -> str | None:
        """The ISO date, where there is only one reading."""
        return self.readings[0] if len(self.readings) == 1 else None


_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|er|[.ºª])?"
_WORD = r"(?P<{0}>[^\W\d_]{{3,15}})\.?"
_LINK = r"(?:\s{1,3}|\s?[-/]\s?)"
#: "year" behind the year, in Slavic languages.
_YEAR = r"(?:\s{1,2}(?:года|году|год|г\.|г|року|р\.|roku|r\.)(?!\w))?"
_PATTERNS = (
    r"(?P<y1>\d{4})(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?!\d)",
    r"(?P<a>\d{1,2})(?P<s2>[/.-])\s?(?P<b>\d{1,2})(?P=s2)\s?(?P<y2>\d{4})(?!\d)",
    r"(?P<y4>\d{4})\s?[年년]\s?(?P<m4>\d{1,2})\s?[月월]\s?(?P<d4>\d{1,2})\s?[日일]",
    r"(?P<y5>\d{4})\.?(?:\sm\.)?\s{1,2}"
    + _WORD.format("w5")
    + r"\s{1,2}"
    + _DAY.format("d5")
    + r"(?!\d)",
    _DAY.format("d3")
    + _LINK
    + r"(?:(?:de|of|do|d')\s{1,2})?"
    + _WORD.format("w3")
    + r"(?:,?\s{1,2}(?:de|del|do|of)\s{1,2}|,?\s{1,3}|\s?[-/]\s?)(?P<y3>\d{4})(?!\d)"
    + _YEAR,
    _WORD.format("w6") + r"\s{1,2}" + _DAY.format("d6") + r",?\s{1,2}(?P<y6>\d{4})(?!\d)",
)
_DATE = re.compile(r"(?<![\w])(?:" + "|".join(f"(?:{p})" for p in _PATTERNS) + ")", re.IGNORECASE)
_YEARLESS = re.compile(
    r"(?<!\w)(?:"
    + _DAY.format("d1")
    + r"\s{1,2}(?:de\s{1,2})?"
    + _WORD.format("w1")
    + "|"
    + _WORD.format("w2")
    + r"\s{1,2}"
    + _DAY.format("d2")
    + r")(?!\w)(?!,?\s{1,2}(?:de\s{1,2})?\d{4})",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?P<gap>T|[\s,|·•–-]{1,4}(?:at\s|um\s|kl\.?\s|à\s|klo\s|в\s)?\(?)"
    r"(?P<h>\d{1,2})[:.h](?P<m>\d{2})(?::(?P<s>\d{2})(?:\.\d{1,9})?)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s?(?P<zone>Z\b|GMT\b|UTC\b|[+-]\d{2}:?\d{2}\b))?\)?(?!\d)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?P<name>[^\W\d_]{2,13}(?:-feira)?)\.?,?\s{1,2}(?:(?:the|den|le|el)\s)?$")


def dates_in(
    text: str, start: int = 0, end: int | None = None, *, language: str | None = None
) -> Iterator[PrintedDate]:
    """Yield the full dates (day, month and year) printed in ``text[start:end]``, in order."""
    stop = len(text) if end is None else end
    while start < stop and (match := _DATE.search(text, start, stop)):
        found = _read(text, match, stop, language)
        if found is not None:
            yield found
        start = found.span.end if found is not None else match.start() + 1


def date_at(text: str, start: int, end: int, *, language: str | None = None) -> PrintedDate | None:
    """Return the date that ``text[start:end]`` begins with, weekday included, if there is one."""
    found = next(dates_in(text, start, min(end, start + 80), language=language), None)
    return found if found is not None and found.span.start == start else None


def only_date(value: str, *, language: str | None = None) -> PrintedDate | None:
    """Return the date that ``value`` consists of, if it is one date and nothing else."""
    found = date_at(value, 0, len(value), language=language)
    return found if found is not None and not value[found.span.end :].strip(" .") else None


def days_in(text: str, language: str | None = None) -> Iterator[tuple[int, int]]:
    """Yield (month, day) of the dates in words, with or without a year, in ``text``."""
    for match in _YEARLESS.finditer(text):
        month = month_of(match["w1"] or match["w2"], language)
        day = int(match["d1"] or match["d2"])
        if month and 1 <= day <= 31:
            yield month, day


def _read(text: str, match: re.Match[str], stop: int, language: str | None) -> PrintedDate | None:
    readings = _readings(match, language)
    if not readings:
        return None
    start, end = match.span()
    before = _WEEKDAY.search(text, max(0, start - 24), start)
    weekday = weekday_of(before["name"], language) if before else None
    if before and weekday is not None:
        start = before.start()
    clock = _TIME.match(text, end, stop)
    time = _time(clock) if clock else None
    if clock and time:
        end = clock.end()
    return PrintedDate(
        span=Span(start, end),
        readings=readings,
        time=time,
        weekday=weekday,
        numeric=match["s2"],
        day_leads=bool(match["a"]) and int(match["a"]) > 12,
    )


def _readings(match: re.Match[str], language: str | None) -> tuple[str, ...]:
    if match["y2"]:
        first, second, year = int(match["a"]), int(match["b"]), int(match["y2"])
        both = (_iso(year, second, first), _iso(year, first, second))
        return tuple(dict.fromkeys(reading for reading in both if reading))
    parts = {key[0]: value for key, value in match.groupdict().items() if value}
    month = month_of(parts["w"], language) if "w" in parts else int(parts["m"])
    reading = _iso(int(parts["y"]), month, int(parts["d"])) if month else None
    return (reading,) if reading else ()


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if 1500 <= year <= 2999 else None
    except ValueError:
        return None


def _time(match: re.Match[str]) -> str | None:
    hour, minute, second = int(match["h"]), int(match["m"]), int(match["s"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    zone = (match["zone"] or "").upper().replace("GMT", "Z").replace("UTC", "Z")
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    try:
        datetime.fromisoformat(f"2000-01-01T00:00{zone}")
    except ValueError:
        return None
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if match["s"] else "") + zone
