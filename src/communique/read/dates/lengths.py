"""Readings of durations, of what recurs, and of references to past, present and future."""

from __future__ import annotations

from communique.read.dates.instants import duration
from communique.read.dates.numbers import number_of, plain
from communique.read.dates.pointing import count_of
from communique.read.dates.scene import Found, Scene, Sense

#: The slots of rules for what is no word of the table: "recent", "current", "will one day".
_REFERENCES = {"pastref": "PAST_REF", "presentref": "PRESENT_REF", "futureref": "FUTURE_REF"}
_SMALLER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60)}


def is_rate(found: Found, text: str) -> bool:
    """Tell whether "a week" says how often: "two flights a week"."""
    before = text[max(found.sentence.start, found.span.start - 24) : found.span.start]
    article = found.language.meaning("article", found.raw("num") or "")
    return article is not None and found.language.sees("rate", before)


def _sense(value: str) -> Sense:
    return Sense(value=value, type="duration")


def length(found: Found, scene: Scene) -> Sense | None:
    """Read "two weeks", "an hour and a half" (``PT1H30M``), "half an hour", "years"."""
    if found.groups.get("vague"):
        return _sense("PX")
    if words := found.raw("plural"):
        return _sense(duration("X", str(found.language.meaning("unit", words))))
    if pair := found.word("pair"):
        return _sense(duration("2", str(pair)))
    if whole := found.groups.get("whole"):
        return _sense(duration("1", str(found.language.meaning("unit", whole))))
    name = str(found.word("unit"))
    if is_rate(found, scene.text):
        return Sense(value=duration("1", name), type="set")
    if found.groups.get("halfof"):
        return _sense(_with_half(0, name))
    if found.groups.get("quarterof") or found.groups.get("unit3"):
        share = 0.25 if found.groups.get("quarterof") else 0.75
        return _sense(_fraction(share, name))
    if words := found.groups.get("ortwo"):
        second = number_of(words.split()[-1], {"two": 2, "three": 3})
        return _sense(f"{duration('1', name)}/{duration(second, name)}")
    count = count_of(found, "num")
    if count == "X":
        return _sense(duration("X", name))
    if found.groups.get("half"):
        return _sense(_with_half(float(count), name))
    if found.groups.get("num2"):
        return _two_numbers(found, name, count)
    number = float(count)
    return _sense(_fraction(number, name) if number % 1 else duration(count, name))


def _two_numbers(found: Found, name: str, count: str) -> Sense:
    """Read "two to three weeks" as its two ends, "one hour and ten minutes" as a sum."""
    second = count_of(found, "num2")
    if found.groups.get("unit2") is None:
        ends = (duration(count, name), duration(second, name))
        return _sense("/".join(ends))
    smaller = str(found.language.meaning("unit", found.groups["unit2"]))
    first, last = duration(count, name), duration(second, smaller)
    if "T" in first and found.groups["unit2"].lower().startswith("quarter"):
        return _sense(_fraction(float(count) + 0.25 * float(second), name))
    if "T" in first and "T" in last:
        return _sense(first + last[2:])
    return _sense(first + last[1:])


def _with_half(number: float, name: str) -> str:
    return _fraction(number + 0.5, name)


def _fraction(number: float, name: str) -> str:
    """Return a number of units that is not whole, in a smaller unit where one goes in evenly."""
    if name not in _SMALLER:
        return duration(plain(number), name)
    smaller, times = _SMALLER[name]
    whole, rest = int(number), round((number - int(number)) * times, 2)
    small = duration(plain(rest), smaller)
    if not rest:
        return duration(plain(number), name)
    return small if not whole else duration(str(whole), name) + small.lstrip("PT")


def spans(found: Found, scene: Scene) -> Sense | None:
    """Read "the past two weeks", "the past three winters" (``P3WI``), "each of the last years"."""
    count = count_of(found)
    if words := found.raw("seasons"):
        return _sense(f"P{count}{found.language.meaning('season', words[:-1])}")
    name = str(found.word("unit"))
    if found.span.of(scene.text).lower().startswith("each of"):
        return Sense(value=duration("1", name), type="set")
    return _sense(duration(count, name))


def past(found: Found, scene: Scene) -> Sense | None:
    """Read "past years", "future years"."""
    if found.groups.get("future"):
        return Sense(value="FUTURE_REF")
    return Sense(value="PAST_REF")


def coming(found: Found, scene: Scene) -> Sense | None:
    """Read "the coming weeks", "the months ahead", "recent weeks"."""
    words = found.groups.get("plural") or found.groups.get("plural2") or ""
    name = found.word("coming") or found.language.meaning("unit", words)
    return _sense(duration("X", str(name)))


def reference(found: Found, scene: Scene) -> Sense | None:
    """Read "now", "recently", "soon"."""
    named = (_REFERENCES[slot] for slot in found.groups if slot in _REFERENCES)
    value = found.word("reference") or next(named, None)
    return Sense(value=str(value)) if value else None


def recurring(found: Found, scene: Scene) -> Sense | None:
    """Read "every week", "each Monday", "twice a year"."""
    if (day := found.word("weekday")) is not None:
        part = f"T{found.word('part')}" if found.raw("part") else ""
        return Sense(value=f"XXXX-WXX-{day}{part}", type="set")
    if words := found.groups.get("plural"):
        day = found.language.meaning("weekday", words[:-1])
        return Sense(value=f"XXXX-WXX-{day}", type="set")
    if part_of_day := found.word("part"):
        return Sense(value=f"XXXX-XX-XXT{part_of_day}", type="set")
    if month := found.word("month"):
        return Sense(value=f"XXXX-{int(month):02}", type="set")
    if season := found.word("season"):
        return Sense(value=f"XXXX-{season}", type="set")
    times = found.span.of(scene.text).lower()
    count = count_of(found) if found.raw("num") and " times" not in times else "1"
    if found.groups.get("other"):
        count = "2"
    return Sense(value=duration(count, str(found.word("unit"))), type="set")


def often(found: Found, scene: Scene) -> Sense | None:
    """Read "daily", "annually"."""
    return Sense(value=str(found.word("often")), type="set")


def none(found: Found, scene: Scene) -> Sense | None:
    """Read what looks like a temporal expression and is none: an age."""
    return None
