"""Readings of nights and of the hours before dawn: "the night of 3 to 4 May"."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from communique.read.dates import pointing, stated
from communique.read.dates.scene import Found, Scene, Sense


def night(found: Found, scene: Scene) -> Sense | None:
    """Read a night between two days as the night of the first of them: ``2031-05-03TNI``.

    Where only the second is printed ("in der Nacht zum Dienstag"), the first is the day before.
    """
    if found.raw("month"):
        month, number = found.word("month"), found.number("day")
        if not isinstance(month, int) or number is None:
            return None
        # "The night of 30 April to 1 May" has a month for each, "of 3 to 4 May" one for both.
        day = stated.dated(found, scene, found.number("year"), month, number)
        is_second = "day" not in found.groups
    else:
        day = pointing.weekday(found, scene)
        is_second = "weekday" not in found.groups
    if day is None or (is_second and day.day is None):
        return None
    if is_second and day.day is not None:
        before = day.day - timedelta(days=1)
        day = replace(day, value=before.isoformat(), day=before)
    return pointing.with_part(day, "NI")


def hours(found: Found, scene: Scene) -> Sense | None:
    """Read "the early hours of Tuesday" as that day's morning."""
    read = stated.calendar if found.raw("month") else pointing.weekday
    day = read(found, scene)
    return pointing.with_part(day, "MO") if day else None
