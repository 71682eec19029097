"""Dates in figures: ISO forms, and day and month in either order."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from communique.read.dates.instants import day_of
from communique.read.dates.lexicon import Rule
from communique.read.dates.scene import Found, Scene, Sense

_TIME = (
    r"(?:[T ](?P<clock>(?:2[0-4]|[01]\d):[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_ISO = (
    r"(?<![\w.,/-])(?P<iso>\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))"
    rf"{_TIME})(?![\w/-]|[.,]\d)"
)
_FIGURES = (
    r"(?<![\w.,/-])(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<y>(?:19|20)\d\d|\d\d)"
    r"(?![\w/-]|[.,]\d)"
)
_FIGURE_DATE = re.compile(_FIGURES)
#: The rules for figures, the same in every language.
RULES = (
    Rule("numeric", _ISO, frozenset({"figure"})),
    Rule("numeric", _FIGURES, frozenset({"figure"})),
)


def order_of(text: str, stated: str | None) -> str | None:
    """Return ``day-first`` or ``month-first`` as stated, or as the text's own figures tell.

    A figure above twelve can only be a day. ``None`` if nothing tells, or the text is
    inconsistent.
    """
    if stated is not None:
        return stated
    votes: Counter[str] = Counter()
    for match in _FIGURE_DATE.finditer(text):
        a, b = int(match["a"]), int(match["b"])
        if 12 < a <= 31 and 0 < b <= 12:
            votes["day-first"] += 1
        elif 12 < b <= 31 and 0 < a <= 12:
            votes["month-first"] += 1
    return next(iter(votes)) if len(votes) == 1 else None


def ordered(found: Found, order: str | None) -> Found:
    """Return the match with the order of day and month that holds in its text."""
    if found.gives != "numeric" or order is None:
        return found
    return msgspec.structs.replace(found, groups={**found.groups, "order": order})


def numeric(found: Found, scene: Scene) -> Sense | None:
    """Read a date in figures.

    Full stops put the day first. Slashes and hyphens leave the order open unless a figure
    is above twelve, the text's other dates tell it, or one reading is the publication date.
    """
    if iso := found.groups.get("iso"):
        return _iso(found, iso)
    a, b = int(found.groups["a"]), int(found.groups["b"])
    year = int(found.groups["y"])
    if len(found.groups["y"]) == 2:
        year += 2000 if year < 70 else 1900
    day_first, month_first = day_of(year, b, a), day_of(year, a, b)
    order = found.groups.get("order")
    if found.groups["mark"] == "." or month_first is None or day_first == month_first:
        chosen = day_first
    elif day_first is None:
        chosen = month_first
    elif order is not None:
        chosen = day_first if order == "day-first" else month_first
    elif scene.published in {day_first, month_first}:
        chosen = scene.published
    else:
        both = sorted((day_first.isoformat(), month_first.isoformat()))
        return Sense(value=f"[{both[0]},{both[1]}]")
    return Sense(value=chosen.isoformat(), day=chosen, unit="day") if chosen else None


def _iso(found: Found, iso: str) -> Sense | None:
    year, month, day = int(iso[:4]), int(iso[5:7]), iso[8:10]
    whole = day_of(year, month, int(day) if day else 1)
    if whole is None or year < 1000:
        return None
    if clock := found.groups.get("clock"):
        zone = found.groups.get("zone") or ""
        return Sense(value=f"{iso[:10]}T{clock}{zone}", type="time", day=whole, unit="day")
    return Sense(value=iso, day=whole, unit="day" if day else "month")
