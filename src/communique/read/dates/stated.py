"""Readings of calendar dates: days, months, years, quarters, decades."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import msgspec

from communique.read.dates.instants import SEASONS, day_of, moved, value_of
from communique.read.dates.numbers import year_in_words
from communique.read.dates.scene import Found, Scene, Sense

#: A year stated this near before (code points) is carried to a date without one.
CARRIED = 400
#: What lies nearer to the day of speaking (days) is meant, whatever the tense.
NEAR = 75


def calendar(found: Found, scene: Scene) -> Sense | None:
    """Read "24 October 2031", "Oct. 24", "October 2031"."""
    month, day, year = found.word("month"), found.number("day"), found.number("year")
    if year is None and found.raw("spelt"):
        year = spelt_year(found)
    if not isinstance(month, int) or (year is None and day is None):
        return None
    return dated(found, scene, year, month, day)


def week_of(found: Found, scene: Scene) -> Sense | None:
    """Read "the week of March 6"."""
    sense = calendar(found, scene)
    if sense is None or sense.day is None:
        return None
    return msgspec.structs.replace(sense, value=value_of(sense.day, "week"), unit="week")


def dated(
    found: Found, scene: Scene, year: int | None, month: int, day: int | None
) -> Sense | None:
    """Return the sense of a day or month, with its year worked out where it is not printed."""
    about = "~" if (found.raw("about") or "").strip() else ""
    unit = "day" if day else "month"
    if year is not None:
        whole = day_of(year, month, day or 1)
        return Sense(value=value_of(whole, unit) + about, day=whole, unit=unit) if whole else None
    if (whole := _year_from_context(found, scene, month, day)) and scene.last:
        anchor = value_of(*scene.last)
        return Sense(
            value=value_of(whole, unit), basis="from-context", anchor=anchor, day=whole, unit=unit
        )
    if scene.now is None:
        known = f"XXXX-{month:02}-{day:02}" if day else f"XXXX-{month:02}"
        return Sense(value=known) if day_of(2000, month, day or 1) else None
    whole = nearest(scene.now, month, day, partial(scene.tense, found))
    if whole and whole > scene.now and scene.is_behind(found):
        whole = day_of(whole.year - 1, month, day or 1)
    if whole is None:
        return None
    return Sense(
        value=value_of(whole, unit) + about,
        basis=scene.now_basis,
        anchor=scene.now.isoformat(),
        day=whole,
        unit=unit,
    )


def _year_from_context(found: Found, scene: Scene, month: int, day: int | None) -> date | None:
    """Return the date in the year last stated, where that is nearby and not the present one.

    What lies within two months of publication, or ahead, is not carried to another year.
    """
    last = scene.last_within(found.span.start, CARRIED)
    if last is None or last[1] not in {"day", "month"}:
        return None
    if scene.now is None:
        return day_of(last[0].year, month, day or 1)
    if abs(scene.now.year - last[0].year) < 2 or scene.tense(found) > 0:
        return None
    near, carried = nearest(scene.now, month, day), day_of(last[0].year, month, day or 1)
    # What is told goes forward in time: a month before the last one begins another story.
    recent = 60 if carried and carried >= last[0] else 183
    if near and abs((near - scene.now).days) < recent:
        return None
    return carried


def nearest(
    now: date, month: int, day: int | None, tense: Callable[[], int] | None = None
) -> date | None:
    """Return the day or month of that name that is meant on the day ``now``.

    The nearest one, unless it is more than six weeks away and the tense points elsewhere.
    """
    known = [d for step in (-1, 0, 1) if (d := day_of(now.year + step, month, day or 1))]
    middle = now if day else now.replace(day=1)
    best = min(known, key=lambda d: (abs((d - middle).days), d), default=None)
    if best is None or tense is None or abs((best - middle).days) <= NEAR:
        return best
    direction = tense()
    if direction == 0:
        return best
    ahead = [d for d in known if d >= middle]
    back = [d for d in known if d <= middle]
    return (ahead[0] if ahead else None) if direction > 0 else (back[-1] if back else None)


def turned(now: date, month: int, step: int) -> date | None:
    """Return the month of that name that last ended, or begins next, in the direction of step."""
    same_year = month < now.month if step < 0 else month > now.month
    return day_of(now.year if same_year else now.year + step, month, 1)


def month(found: Found, scene: Scene) -> Sense | None:
    """Read a month that stands alone: "in May", "last October", "March this year"."""
    number, which = found.word("month"), found.word("which")
    if not isinstance(number, int):
        return None
    if which is None or scene.now is None:
        return dated(found, scene, None, number, None)
    now = scene.now
    if found.span.of(scene.text).lower().endswith("year"):
        whole = day_of(now.year + int(which), number, 1)
    elif which == 0:
        whole = day_of(now.year, number, 1)
    else:
        whole = turned(now, number, int(which))
    if whole is None:
        return None
    return Sense(
        value=value_of(whole, "month"),
        basis=scene.now_basis,
        anchor=now.isoformat(),
        day=whole,
        unit="month",
    )


def years(found: Found, scene: Scene) -> Sense | None:
    """Read "2029-2031" as an interval of years."""
    first, last = int(found.groups["year"]), int(found.groups["year2"])
    if not first < last < first + 150:
        return None
    return Sense(value=f"{first}/{last}", day=day_of(last, 1, 1), unit="year")


def school_year(found: Found, scene: Scene) -> Sense | None:
    """Read "the 2030-31 fiscal year" as what it is, a part of two years: ``2030/2031``."""
    first, last = int(found.groups["year"]), int(found.groups["short"])
    if (first + 1) % 100 != last:
        return None
    return Sense(value=f"{first}/{first + 1}", day=day_of(first + 1, 1, 1), unit="year")


def year(found: Found, scene: Scene) -> Sense | None:
    """Read a year that stands alone."""
    number = found.number("year")
    whole = day_of(number, 1, 1) if number else None
    return Sense(value=str(number), day=whole, unit="year") if whole else None


def spelt_year(found: Found) -> int | None:
    """Return the year of "nineteen ninety-seven"."""
    words = {k: float(v) for k, v in found.language.tables["number"].items()}
    return year_in_words(found.raw("spelt") or "", words)


def spelt(found: Found, scene: Scene) -> Sense | None:
    """Read a year in words."""
    number = spelt_year(found)
    return Sense(value=str(number), day=day_of(number, 1, 1), unit="year") if number else None


def decade(found: Found, scene: Scene) -> Sense | None:
    """Read "the 1990s", "the '90s", "the nineties": ``199``."""
    tens = found.word("tens")
    digits = f"{tens}0" if tens is not None else found.raw("decade") or ""
    if len(digits) == 2 and tens is not None:
        digits = ("19" if digits[0] > "2" else "20") + digits
    if len(digits) == 2:
        printed = found.span.of(scene.text)
        if printed.endswith("s") and not {"'", "’", "‘"} & set(printed):
            return None  # "in the 80s" may be warm
        digits = ("19" if digits[0] > "2" else "20") + digits
    return Sense(value=digits[:3])


def century(found: Found, scene: Scene) -> Sense | None:
    """Read "the 20th century": ``19``."""
    number = found.word("ordinal") or found.number("day")
    return Sense(value=f"{int(number) - 1:02}") if number else None


def _year_near(found: Found, scene: Scene) -> int | None:
    """Return the year that is printed, pointed at ("last year's"), or that of the anchor."""
    if printed := found.number("year") or (spelt_year(found) if found.raw("spelt") else None):
        return printed
    base = scene.now or (scene.last[0] if scene.last else None)
    which = found.word("which")
    return base.year + int(which or 0) if base else None


def _piece(found: Found, scene: Scene, suffix: str, first_month: int, unit: str) -> Sense:
    near = _year_near(found, scene)
    stated = found.number("year") is not None or found.raw("spelt") is not None
    return Sense(
        value=f"{near or 'XXXX'}-{suffix}",
        basis="stated" if stated or not near else scene.now_basis,
        anchor=None if stated or not scene.now else scene.now.isoformat(),
        day=day_of(near, first_month, 1) if near else None,
        unit=unit,
    )


def quarter(found: Found, scene: Scene) -> Sense | None:
    """Read "the third quarter of 2031", "Q3"; without a year, the one that last began."""
    named = found.word("ordinal") or found.word("quarterof")
    number = named or found.number("q") or found.number("q2")
    if not isinstance(number, int) or not 1 <= number <= 4:
        return None
    sense = _piece(found, scene, f"Q{number}", number * 3 - 2, "quarter")
    if scene.now and sense.day and sense.basis != "stated" and found.raw("which") is None:
        begins, tense = sense.day, scene.tense(found)
        if begins > scene.now and tense <= 0 and (begins - scene.now).days > 31:
            before = moved(begins, "year", -1)
            return Sense(
                value=f"{begins.year - 1}-Q{number}",
                basis=sense.basis,
                anchor=sense.anchor,
                day=before,
                unit="quarter",
            )
    return sense


def half(found: Found, scene: Scene) -> Sense | None:
    """Read "the first half of 2031"."""
    number = found.word("halfof")
    if not isinstance(number, int):
        number = 1 if found.groups["which_half"].lower() == "first" else 2
    return _piece(found, scene, f"H{number}", number * 6 - 5, "half")


def fiscal(found: Found, scene: Scene) -> Sense | None:
    """Read a fiscal year, which is named like a year though it may begin in another."""
    near = _year_near(found, scene)
    stated = found.number("year") is not None
    after = scene.text[found.span.end : found.span.end + 8].lower()
    if not stated and found.raw("which") is None and after.startswith((" ended", " ending")):
        return Sense(value="P1Y", type="duration")  # "the fiscal year ended May 31" is its length
    return Sense(
        value=str(near) if near else "XXXX",
        basis="stated" if stated else scene.now_basis,
        day=day_of(near, 1, 1) if near else None,
        unit="year",
    )


def season(found: Found, scene: Scene) -> Sense | None:
    """Read "spring 2031", "last summer", "in the autumn"."""
    name, which = str(found.word("season")), found.word("which")
    begins = SEASONS[name]
    if found.number("year") or found.raw("spelt") or scene.now is None:
        return _piece(found, scene, name, begins, "season")
    now = scene.now
    if which:
        whole = turned(now, begins, int(which))
    elif which == 0:
        whole = day_of(now.year, begins, 1)
    else:
        whole = nearest(now, begins, None, partial(scene.tense, found))
    if whole is None:
        return None
    return Sense(
        value=f"{whole.year}-{name}",
        basis=scene.now_basis,
        anchor=now.isoformat(),
        day=whole,
        unit="season",
    )


def holiday(found: Found, scene: Scene) -> Sense | None:
    """Read a holiday that has a fixed day in the calendar."""
    month_number, day, *weekday = map(int, str(found.word("holiday")).split("-"))
    year = found.number("year")
    if weekday:
        base = scene.now.year if scene.now else None
        if year is None and base and scene.now:
            whole = nearest(scene.now, month_number, 15, partial(scene.tense, found))
            year = whole.year if whole else base
        if year is None:
            return None
        day = 1 + (weekday[0] - date(year, month_number, 1).isoweekday()) % 7 + 7 * (day - 1)
    return dated(found, scene, year, month_number, day)
