"""Readings of times of day: "10:35 a.m. on Tuesday", "noon", "5 p.m. EST Nov. 9"."""

from __future__ import annotations

import re

from communique.read.dates import pointing, stated
from communique.read.dates.scene import Found, Scene, Sense

#: A time of day belongs to the day stated this near before (code points).
SAME_DAY = 300


def clock(found: Found, scene: Scene) -> Sense | None:
    """Read a time of day with the day that is printed beside it, else the day of speaking."""
    time = _time(found)
    if time is None:
        return None
    day = _day(found, scene)
    value = f"{day.value[:10]}T{time}" if day and day.value else f"XXXX-XX-XXT{time}"
    if day is None:
        return Sense(value=value, type="time")
    return Sense(
        value=value, type="time", basis=day.basis, anchor=day.anchor, day=day.day, unit="day"
    )


def _day(found: Found, scene: Scene) -> Sense | None:
    """Return the day that the clock belongs to."""
    if found.raw("month") and found.raw("day"):
        return stated.calendar(found, scene)
    if found.raw("offset"):
        return pointing.offset(_without(found, "part"), scene)
    if found.raw("weekday"):
        return pointing.weekday(_without(found, "part"), scene)
    last = scene.last_within(found.span.start, SAME_DAY)
    if last and last[1] == "day":
        day = last[0].isoformat()
        return Sense(value=day, basis="from-context", anchor=day, day=last[0], unit="day")
    if scene.now is None:
        return None
    return Sense(
        value=scene.now.isoformat(),
        basis=scene.now_basis,
        anchor=scene.now.isoformat(),
        day=scene.now,
        unit="day",
    )


def _without(found: Found, slot: str) -> Found:
    groups = {name: raw for name, raw in found.groups.items() if not name.startswith(slot)}
    return Found(found.gives, found.span, groups, found.places, found.language, found.sentence)


def _time(found: Found) -> str | None:
    """Return the time as ``HH:MM``."""
    if at := found.groups.get("at"):
        return str(found.language.meaning("part", at))
    if printed := found.raw("clock"):
        hour, minute, *_ = re.split(r"\s?[:.h]\s?", printed)
        return f"{int(hour):02}:{minute}"
    if four := found.groups.get("four"):
        return f"{four[:2]}:{four[2:]}"
    hour_of_day = found.number("hour")
    if hour_of_day is None:
        count = pointing.count_of(found)
        hour_of_day = int(count) if count.isdigit() else None
    if hour_of_day is None or hour_of_day > 24:
        return None
    late = _is_late(found, hour_of_day)
    hour_of_day = hour_of_day % 12 + 12 * late if late is not None else hour_of_day
    return f"{hour_of_day:02}:{found.raw('minute') or '00'}"


def _is_late(found: Found, hour: int) -> bool | None:
    """Tell whether the hour is one after noon; ``None`` if the clock has 24 hours."""
    if match := re.search(r"(?<=[\d\s])([ap])\.?m\b", found.groups.get("", ""), re.IGNORECASE):
        return match[1].lower() == "p"
    part = found.word("part")
    return None if part is None or hour > 12 else part in {"AF", "EV", "NI"}
