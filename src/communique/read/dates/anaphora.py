"""Readings against the date last stated: "the same day", "until then"."""

from __future__ import annotations

from communique.read.dates.instants import moved, value_of
from communique.read.dates.pointing import ANAPHORA, at, offset, weekday
from communique.read.dates.scene import Found, Scene, Sense


def anchored(found: Found, scene: Scene) -> Sense | None:
    """Read words that mean "the same day", "the day after", "the day before" by themselves."""
    step = int(found.word("anchored") or 0)
    base = scene.last_within(found.span.start, ANAPHORA)
    if base is not None and step < 0 and scene.now is not None and base[0] > scene.now:
        base = None  # "the day before" is not that before what is yet to come
    if base is not None and base[1] == "day":
        return at(moved(base[0], "day", step), "day", "from-context", base[0])
    if scene.now is None or step == 0:
        return Sense(value="XXXX-XX-XX" if step else "PAST_REF")
    return at(moved(scene.now, "day", step), "day", scene.now_basis, scene.now)


def then(found: Found, scene: Scene) -> Sense | None:
    """Read "then" of "until then", "since then" as the date last stated; nothing without one."""
    base = scene.last_within(found.span.start, ANAPHORA)
    if base is None:
        return None
    value = value_of(*base)
    return Sense(value=value, basis="from-context", anchor=value, day=base[0], unit=base[1])


def day_off(found: Found, scene: Scene) -> Sense | None:
    """Read "the day after last Tuesday", "the day before tomorrow"."""
    read = offset if found.raw("offset") else weekday
    base = read(found, scene)
    if base is None or base.day is None:
        return None
    step = 1 if found.groups["side"].lower() == "after" else -1
    return at(moved(base.day, "day", step), "day", base.basis or scene.now_basis, scene.now)
