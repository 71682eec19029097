"""Readings of two dates in one: from one day to another, or two days of one month."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from communique.model import Span
from communique.read.dates.instants import moved
from communique.read.dates.pointing import weekday_near
from communique.read.dates.scene import Found, Scene, Sense
from communique.read.dates.stated import dated

#: How far before a range the words stand that tell what it is, in code points.
_REACH = 60
#: The slots of the first and of the last date of a range over two months.
_FIRST = ("day", "month", "year")
_LAST = ("weekday2", "day2", "month2")


def days(found: Found, scene: Scene) -> Sense | None:
    """Read "3 to 5 May" and "May 3-5" as one interval, "3 and 5 May" as two days.

    "3, 4 and 5 May" are three.
    """
    month, year = found.word("month"), found.number("year")
    first, second = _digits(found.groups["day"]), _digits(found.groups["day2"])
    if not isinstance(month, int):
        return None
    # The month stands beside one of the days: "3 to 5 May", "May 3-5".
    last_is_main = found.places["expr"][0] <= found.places["day2"][0] < found.places["expr"][1]
    day, other = (second, first) if last_is_main else (first, second)
    main = dated(found, scene, year, month, day)
    end_of_range = dated(found, scene, year, month, other)
    if main is None or end_of_range is None:
        return None
    early, late = (end_of_range, main) if last_is_main else (main, end_of_range)
    places = sorted((found.places["first"], found.places["expr"]))
    if (
        first < second
        and "third" not in found.groups
        and _is_stretch(found, scene, places[0][1], places[1][0])
    ):
        return _stretch(found, early, late)
    both = _two_days(found, year, main, end_of_range)
    if third := found.groups.get("third"):
        before = dated(found, scene, year, month, _digits(third))
        at = Span(*found.places["third"])
        return replace(both, more=(*both.more, replace(before, span=at))) if before else both
    return both


def stretch(found: Found, scene: Scene) -> Sense | None:
    """Read "30 May to 2 June" as one interval; a year that is printed once goes for both."""
    months = [found.language.meaning("month", found.groups[name]) for name in ("month", "month2")]
    numbers = [_digits(found.groups[name]) for name in ("day", "day2")]
    first_month, last_month = (month if isinstance(month, int) else 0 for month in months)
    if not first_month or not last_month:
        return None
    printed = found.groups.get("year2")
    year = _digits(printed) if printed else None
    late = dated(found, scene, year, last_month, numbers[1])
    before = found.groups.get("year")
    if late is None or late.value is None:
        return None
    of_first = _digits(before) if before else _year_before(late.day, first_month, last_month)
    early = dated(found, scene, of_first, first_month, numbers[0])
    if early is None:
        return None
    first_ends = max(found.places[name][1] for name in _FIRST if name in found.places)
    last_begins = min(found.places[name][0] for name in _LAST if name in found.places)
    in_order = early.day is None or late.day is None or early.day < late.day
    if in_order and _is_stretch(found, scene, first_ends, last_begins):
        return _stretch(found, early, late)
    early = replace(early, span=Span(found.span.start, first_ends))
    return replace(late, span=Span(last_begins, found.span.end), more=(early,))


def weekdays(found: Found, scene: Scene) -> Sense | None:
    """Read "from Monday to Thursday" as one interval, in the direction of the tense."""
    numbers = [found.language.meaning("weekday", found.groups[f"weekday{n}"]) for n in ("", "2")]
    first, last = (number if isinstance(number, int) else 0 for number in numbers)
    ends = [Span(*found.places[name]) for name in ("weekday", "weekday2")]
    if not _is_stretch(found, scene, ends[0].end, ends[1].start):
        return None
    if scene.now is None:
        return Sense(value=f"XXXX-WXX-{first}/XXXX-WXX-{last}")
    ahead = scene.tense(found) > 0
    anchor = weekday_near(scene.now, first if ahead else last, 1 if ahead else -1, strict=False)
    other = anchor and moved(anchor, "day", (last - first) % 7 * (1 if ahead else -1))
    if anchor is None or other is None:
        return None
    early, late = sorted((anchor, other))
    return Sense(
        value=f"{early.isoformat()}/{late.isoformat()}",
        basis=scene.now_basis,
        anchor=scene.now.isoformat(),
        day=late,
        unit="day",
    )


def styles(found: Found, scene: Scene) -> Sense | None:
    """Read "25 October (7 November) 1917" as two names of one day, each with the year."""
    year, month = found.number("year"), found.word("month")
    late_month = found.language.meaning("month", found.groups.get("month2", "")) or month
    if year is None or not isinstance(month, int) or not isinstance(late_month, int):
        return None
    old = dated(found, scene, year, month, _digits(found.groups["day"]))
    new = dated(found, scene, year, late_month, _digits(found.groups["day2"]))
    if old is None or new is None:
        return None
    first = Span(found.places["day"][0], found.places["month"][1])
    second = Span(found.places["day2"][0], found.span.end)
    return replace(new, span=second, more=(replace(old, span=first),))


def _year_before(last: date | None, first_month: int, last_month: int) -> int | None:
    """Return the year in which a range that ends on a day began: perhaps the one before."""
    return None if last is None else last.year - (first_month > last_month)


def _is_stretch(found: Found, scene: Scene, start: int, end: int) -> bool:
    """Tell whether all days between are meant: not "3 and 5 May", "put off from 3 to 5 May"."""
    before = scene.text[max(found.sentence.start, found.span.start - _REACH) : found.span.start]
    if found.language.sees("put_off", before):
        return False
    joined = found.language.sees("and", scene.text[start:end])
    return not joined or found.language.sees("between", before)


def _stretch(found: Found, early: Sense, late: Sense) -> Sense:
    """Return one sense for all days from one to the other; later words go on from its end."""
    return replace(late, value=f"{early.value}/{late.value}", span=found.span)


def _two_days(found: Found, year: int | None, main: Sense, other: Sense) -> Sense:
    """Return two senses, each of the words that say it."""
    beside = found.places["expr"]
    span = Span(beside[0], min(beside[1], found.span.end))
    at = Span(*found.places["first"])
    if year is not None and span.end < found.places["year"][0]:
        at = Span(at.start, found.places["year"][1])
    return replace(main, span=span, more=(replace(other, span=at),))


def _digits(words: str) -> int:
    return int("".join(letter for letter in words if letter.isdigit()))
