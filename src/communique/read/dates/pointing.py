"""Readings of expressions that point: "yesterday", "last week", "the next day", "two years ago"."""

from __future__ import annotations

from datetime import date, timedelta

from communique.model import Basis, Span, WhenType
from communique.read.dates.instants import CLOCK_UNITS, duration, moved, value_of
from communique.read.dates.numbers import number_of
from communique.read.dates.scene import Found, Scene, Sense

#: How near the date last stated must stand for "the next day" to be read against it.
ANAPHORA = 1500
#: How near the day last stated must stand for "in the morning" to be of it.
SAME_DAY = 200
#: How near a date must stand for "the year" to be its year.
SAME_YEAR = 200
#: A unit that is not known by its calendar name: what is left open of the date.
OPEN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}
REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def count_of(found: Found, name: str = "num") -> str:
    """Return the number in a slot as digits, ``X`` if it is vague."""
    tables = found.language.tables
    words = {
        word: float(value)
        for table in ("article", "number")
        for word, value in tables.get(table, {}).items()
    }
    return number_of(found.groups.get(name) or found.raw(name) or "", words)


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def at(day: date | None, unit: str, basis: Basis, anchor: date | None) -> Sense | None:
    """Return the sense of a day known to the precision of a unit."""
    if day is None:
        return None
    said_from = anchor.isoformat() if anchor else None
    return Sense(value=value_of(day, unit), basis=basis, anchor=said_from, day=day, unit=unit)


def with_part(sense: Sense, part: str | None) -> Sense:
    """Add a part of the day to a day: ``2031-05-03TMO``, ``2031-05-03T12:00``."""
    if part is None or sense.value is None or sense.unit != "day":
        return sense
    kind: WhenType = "time"
    return Sense(
        value=f"{sense.value}T{part}",
        type=kind,
        basis=sense.basis,
        anchor=sense.anchor,
        day=sense.day,
        unit="day",
    )


def _part(found: Found) -> str | None:
    part = found.word("part") if found.raw("part") else found.word("evening")
    return str(part) if part is not None else None


def offset(found: Found, scene: Scene) -> Sense | None:
    """Read "yesterday", "tomorrow morning", "tonight" against the day of speaking.

    Where that day is unknown, only the direction is told (``PAST_REF``).
    """
    days = found.word("offset")
    if not isinstance(days, int):
        return None
    if scene.now is None:
        return Sense(value=REFERENCES[_sign(days)])
    sense = at(moved(scene.now, "day", days), "day", scene.now_basis, scene.now)
    if sense is None:
        return None
    part = _part(found)
    tonight = found.language.meaning("offsetpart", found.raw("offset") or "")
    return with_part(sense, part or (str(tonight) if tonight else None))


def day_part(found: Found, scene: Scene) -> Sense | None:
    """Read "in the morning", "by noon" on the day just told of, else that of speaking."""
    part = _part(found)
    last = scene.last_within(found.span.start, SAME_DAY)
    if last and last[1] == "day":
        return with_part(
            Sense(
                value=last[0].isoformat(),
                basis="from-context",
                day=last[0],
                anchor=last[0].isoformat(),
                unit="day",
            ),
            part,
        )
    if scene.now is None:
        return None
    sense = at(scene.now, "day", scene.now_basis, scene.now)
    return with_part(sense, part) if sense else None


def unit(found: Found, scene: Scene) -> Sense | None:
    """Read "last week", "this month", "this morning", "last night"."""
    step = int(found.word("which") or 0)
    if (part := _part(found)) is not None:
        if scene.now is None:
            return Sense(value=REFERENCES[_sign(step)], type="time")
        sense = at(moved(scene.now, "day", step), "day", scene.now_basis, scene.now)
        return with_part(sense, part) if sense else None
    name = str(found.word("unit"))
    if name in CLOCK_UNITS:
        return Sense(value=REFERENCES[_sign(step)]) if step == 0 else _length(name)
    if (found.raw("which") or "").lower() == "past":
        return _length(name)
    if scene.now is None:
        return Sense(value=OPEN.get(name, REFERENCES[_sign(step)]))
    if name == "weekend":
        return at(moved(scene.now, "week", step), name, scene.now_basis, scene.now)
    return at(moved(scene.now, name, step), name, scene.now_basis, scene.now)


def _length(name: str) -> Sense:
    return Sense(value=duration("1", name), type="duration")


def period(found: Found, scene: Scene) -> Sense | None:
    """Read a word that means "last year", "next week" by itself."""
    name, _, step = str(found.word("period")).partition(" ")
    if scene.now is None:
        return Sense(value=OPEN.get(name, REFERENCES[_sign(int(step))]))
    return at(moved(scene.now, name, int(step)), name, scene.now_basis, scene.now)


def weekday(found: Found, scene: Scene) -> Sense | None:
    """Read a day of the week: the nearest in the direction of the tense.

    The day of publication counts as past ("said on Monday" in Monday's report). "Last
    Monday" lies before it and "next Monday" after it.
    """
    number, which = found.word("weekday"), found.word("which")
    if not isinstance(number, int):
        return None
    part = _part(found)
    if part and (found.raw("part") or "").endswith("s"):
        return Sense(value=f"XXXX-WXX-{number}T{part}", type="set")
    if found.word("relative") is not None and scene.last and found.raw("which") is None:
        step = int(found.word("relative") or 0)
        day = weekday_near(scene.last[0], number, step or 1, strict=step != 0)
        sense = at(day, "day", "from-context", scene.last[0])
        return with_part(sense, part) if sense else None
    if scene.now is None:
        return with_part(Sense(value=f"XXXX-WXX-{number}", unit="day"), part)
    if "week" in (found.word("unit"), found.span.of(scene.text).lower()[-4:]):
        monday = scene.now - timedelta(days=scene.now.weekday())
        day = moved(monday, "day", 7 * int(which or 0) + number - 1)
    elif which == 0:
        monday = scene.now - timedelta(days=scene.now.weekday())
        day = moved(monday, "day", number - 1)
    else:
        step = int(which) if which else (scene.tense(found) or -1)
        day = weekday_near(scene.now, number, step, strict=which is not None)
    sense = at(day, "day", scene.now_basis, scene.now)
    return with_part(sense, part) if sense else None


def weekday_near(base: date, number: int, step: int, *, strict: bool) -> date | None:
    """Return the weekday nearest to ``base`` going forward or back."""
    gap = (number - base.isoweekday()) % 7 if step > 0 else (base.isoweekday() - number) % 7
    if gap == 0 and strict:
        gap = 7
    return moved(base, "day", gap if step > 0 else -gap)


def relative(found: Found, scene: Scene) -> Sense | None:
    """Read "the next day", "that year", "the month before" against the date last stated."""
    step, name, part = _relative_words(found)
    base = scene.last_within(found.span.start, ANAPHORA)
    printed = found.span.of(scene.text).lower()
    if base is None and name in {"day", "month", "year"} and step == 0:
        return Sense(value="PAST_REF")
    if base is None or (step and name == "week" and printed.startswith("the next")):
        if scene.now is None:
            return Sense(value=OPEN.get(name, "XXXX-XX-XX"))
        sense = at(moved(scene.now, name, step), name, scene.now_basis, scene.now)
    else:
        sense = _within(base, name) if step == 0 else None
        sense = sense or at(moved(base[0], name, step), name, "from-context", base[0])
    return with_part(sense, part) if sense else None


def _within(base: tuple[date, str], name: str) -> Sense | None:
    """Return an open day of a month or year: "that day" after "in May" is ``2031-05-XX``."""
    if name != "day" or base[1] not in {"month", "year"}:
        return None
    open_part = "-XX" if base[1] == "month" else "-XX-XX"
    return Sense(value=value_of(*base) + open_part, basis="from-context", anchor=value_of(*base))


def current(found: Found, scene: Scene) -> Sense | None:
    """Read "the weekend", "the end of the month", "for the full year".

    Against the day of speaking; a year that is told of in the past may be one just stated.
    """
    printed = found.span.of(scene.text).lower()
    name = next((name for name in ("weekend", "month") if name in printed), "year")
    name = str(found.word("weekend") or name)
    last = scene.last_within(found.span.start, SAME_YEAR)
    if name == "year" and last and scene.tense(found) < 0:
        return at(last[0], name, "from-context", last[0])
    if scene.now is None:
        return None
    step = 0
    if name == "weekend" and scene.now.isoweekday() < 6 and scene.tense(found) <= 0:
        step = -1
    return at(moved(scene.now, name, step), name, scene.now_basis, scene.now)


def year_end(found: Found, scene: Scene) -> Sense | None:
    """Read "year-end" as the last day of this year, or of the last one where it is past."""
    if scene.now is None:
        return Sense(value="XXXX-12-31")
    last_day = date(scene.now.year - scene.is_behind(found), 12, 31)
    return at(last_day, "day", scene.now_basis, scene.now)


def _relative_words(found: Found) -> tuple[int, str, str | None]:
    """Return the step, the unit and the part of the day."""
    if words := found.groups.get("before") or found.groups.get("after"):
        name = str(found.language.meaning("unit", words.split()[1]) or "day")
        return (-1 if found.groups.get("before") else 1), name, None
    step = int(found.word("relative") or 0)
    part = _part(found)
    return step, "day" if part else str(found.word("unit")), part


def shift(found: Found, scene: Scene) -> Sense | None:
    """Read "two years ago", "three days later", "a week earlier".

    "Ago" and "from now" count from the day of speaking, "later" and "earlier" from the date
    last stated. What comes out is as precise as the unit, no more, but for "a week ago today".
    """
    words = found.raw("plural")
    name = str(found.language.meaning("unit", words) if words else found.word("unit"))
    count = "X" if words else count_of(found)
    if pair := found.word("pair"):
        name, count = str(pair), "2"
    way = str(found.word("direction") or found.word("before"))
    if found.word("before") == "hence" and scene.tense(found) < 0:
        way = "later"  # "через три дня он уехал": not from now, but from what was told of
    back = way in {"ago", "earlier"}
    if count == "X":
        if way in {"ago", "hence"}:
            return Sense(value="PAST_REF" if back else "FUTURE_REF")
        return Sense(value=duration("X", name), type=_kind(name))
    base, basis = scene.now, scene.now_basis
    if way not in {"ago", "hence"} and (last := scene.last_within(found.span.start, ANAPHORA)):
        base, basis = last[0], "from-context"
    if base is None or name in CLOCK_UNITS:
        return Sense(value=duration(count, name), type=_kind(name))
    near = scene.last_within(found.span.start, ANAPHORA)
    if name == "year" and back and near and near[1] == "quarter":
        # "A year earlier" than a quarter is a quarter.
        year_back = moved(near[0], "year", -float(count))
        return at(year_back, "quarter", "from-context", near[0])
    precise = {"fortnight": "week", "decade": "year", "century": "year", "quarter": "quarter"}
    number = -float(count) if back else float(count)
    if number != int(number) and name == "year":
        return at(moved(base, "month", number * 12), "month", basis, base)
    whole = "day" if found.groups.get("thatday") else precise.get(name, name)
    return at(moved(base, name, number), whole, basis, base)


def _kind(name: str) -> WhenType:
    """Return what a distance in time tells: hours a time of day, days no more than how far."""
    return "time" if name in CLOCK_UNITS else "duration"


def same_quarter(found: Found, scene: Scene) -> Sense | None:
    """Read "the quarter" as the one last stated or ended; "the year-ago quarter" a year before."""
    last = scene.last_within(found.span.start, ANAPHORA)
    is_latest = "latest" in found.span.of(scene.text).lower() and scene.now is not None
    if last and last[1] == "quarter" and not is_latest:
        base, anchor = last[0], last[0]
        basis: Basis = "from-context"
    elif scene.now:
        ended = moved(scene.now, "quarter", -1)
        if ended is None:
            return None
        base, basis, anchor = ended, scene.now_basis, scene.now
    else:
        return None
    ago = found.groups.get("ago") or found.groups.get("ago2")
    if year := found.number("year"):
        return _quarter_of(found, year, last)
    if isinstance(number := found.word("ordinal"), int) and 1 <= number <= 4:
        base = date(base.year, number * 3 - 2, 1)
    return at(moved(base, "year", -1 if ago else 0), "quarter", basis, anchor)


def _quarter_of(found: Found, year: int, last: tuple[date, str] | None) -> Sense | None:
    """Read "the 2030 quarter" as the one of that year that is told of, else as the year alone."""
    first = date(year, last[0].month if last else 1, 1)
    if last and last[1] == "quarter":
        return at(first, "quarter", "from-context", last[0])
    return Sense(value=str(year), day=first, unit="year", span=Span(*found.places["year"]))


def year_ago(found: Found, scene: Scene) -> Sense | None:
    """Read "the year-earlier results": of the quarter a year before, if one was told of."""
    near = scene.last_within(found.span.start, ANAPHORA)
    if near and near[1] == "quarter":
        return at(moved(near[0], "year", -1), "quarter", "from-context", near[0])
    if scene.now is None:
        return None
    return at(moved(scene.now, "year", -1), "year", scene.now_basis, scene.now)


def afterwards(found: Found, scene: Scene) -> Sense | None:
    """Read "shortly afterwards" as a time on the day last stated."""
    near = scene.last_within(found.span.start, ANAPHORA)
    if near is None or near[1] != "day":
        return Sense(value="PAST_REF", type="time")
    day = near[0].isoformat()
    return Sense(value=day, type="time", basis="from-context", anchor=day, day=near[0], unit="day")


def nth(found: Found, scene: Scene) -> Sense | None:
    """Read "on the 24th" in the month last stated, else in that of speaking."""
    base = scene.last[0] if scene.last else scene.now
    number = found.number("nth")
    if base is None or number is None:
        return None
    day = date(base.year, base.month, 1) + timedelta(days=number - 1)
    basis: Basis = "from-context" if scene.last else scene.now_basis
    return at(day, "day", basis, base) if day.month == base.month else None
