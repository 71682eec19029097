"""Numbers as they are printed: digits, words, ranges and bounds.

A *number* is one or two atoms ("1,200", "a thousand and a half", "$5 billion") with what
bounds them ("about", "between … and …") and their unit. What looks like a number but counts
nothing (a year, a section, a telephone number) is told apart in
:mod:`communique.extract.figures.labels`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.extract.figures.tables import Tables

_TAGS = re.compile(r"<[^<>]*>|[*_]{1,3}")
_CHANGE = 60  # characters in which a verb of change precedes "from"
_BY = re.compile(r"\bby\s+(?:(?:almost|nearly|about|roughly|over|around)\s+)?$", re.IGNORECASE)
_OF_ALL = re.compile(r"\s+(?:of|the|all|a)\b", re.IGNORECASE)
_WORD = re.compile(r"\S+")

_NEAR = 1.3  # times the first guess that the second is, at most
_GUESSED = 1000  # more than this is not guessed in passing
_LISTING = re.compile(r"\d,?\s+$|\d,$")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s+$")
_COUNTED = re.compile(r"\s+[a-z]{4,}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``[start, end)``; ``first`` is where its digits or words begin.

    ``low`` and ``high`` are its bounds, one of them ``None`` where it is open. ``bare`` is
    the value of its first atom as printed, without magnitude.
    """

    start: int
    first: int
    end: int
    low: float | None
    high: float | None
    exact: bool = True
    unit: str | None = None
    family: str | None = None
    spelt: bool = False
    scaled: bool = False
    bounded: bool = False
    #: Where what is counted begins, if not after the number: "seven wars, or six".
    counted: int | None = None


def numbers_in(tables: Tables, text: str, start: int, end: int) -> Iterator[Number]:
    """Yield the numbers between two offsets, in order, ranges taken as one."""
    waiting: Number | None = None
    for number in _atoms(tables, text, start, end):
        joined = _joined(tables, text, waiting, number) if waiting else None
        joined = joined or (_ratio(tables, text, waiting, number) if waiting else None)
        if waiting is not None and joined is None:
            waiting = _lent(tables, text, waiting, number)
            yield _bounded(tables, text, start, waiting)
        waiting = joined or number
    if waiting is not None:
        yield _bounded(tables, text, start, waiting)


def _atoms(tables: Tables, text: str, start: int, end: int) -> Iterator[Number]:
    at = start
    loose = _share(tables, text, at, end)
    while at < end:
        atom = tables.atom.search(text, at, end)
        if loose is not None and loose.start() < at:
            loose = _share(tables, text, at, end)
        if loose is None and atom is None:
            return
        if loose is not None and (atom is None or loose.start() <= atom.start()):
            number = _of_unit(tables, text, end, _loose(tables, loose))
        else:
            assert atom is not None
            number = _with_unit(tables, text, end, _atom(tables, atom))
        yield number
        at = max(number.end, at + 1)


def _share(tables: Tables, text: str, at: int, end: int) -> re.Match[str] | None:
    """Return the next vague plural or fraction: "half the", "two thirds", and no "quarters"."""
    for match in tables.loose.finditer(text, at, end):
        if not match["fraction"] or match["count"]:
            return match
        if _BY.search(text, max(0, match.start() - 20), match.start()):
            return match  # "fell by almost half"
        if not match["fraction"].lower().endswith("s") and _OF_ALL.match(text, match.end(), end):
            return match
    return None


def _atom(tables: Tables, match: re.Match[str]) -> Number:
    digits, words, magnitude = match["digits"], match["words"], match["magnitude"]
    magnitude = magnitude or (match["editor"] if digits else None)
    value = _digits(digits) if digits else _spelt(tables, words)
    scale = tables.magnitudes.get(magnitude.lower(), 1) if magnitude else 1
    value *= scale
    if match["more"]:
        value += 0.5 * _last_scale(tables, words or "", scale)
    if match["half"]:
        part = " ".join(match["half"].lower().split())
        value *= 0.25 if part in tables.words.get("quarter_before", ()) else 0.5
    first = (
        match.start("sign")
        if match["sign"]
        else match.start("half" if match["half"] else "digits" if digits else "words")
    )
    unit, family = tables.units.get((match["sign"] or "").strip().lower(), (None, None))
    value = round(value, 6)
    open_ended = _is_vague(tables, words) or _is_several(tables, match)
    return Number(
        start=first, first=first, end=match.end(), low=value, high=None if open_ended else value,
        exact=not open_ended, unit=unit, family=family, spelt=digits is None,
        scaled=bool(magnitude) or (value >= 100 and digits is None),
    )  # fmt: skip


def _is_vague(tables: Tables, words: str | None) -> bool:
    """Tell "billions and billions" from "two billion"."""
    parts = (words or "").lower().split()
    return len(parts) > 1 and all(part in tables.vague or part == "and" for part in parts)


def _is_several(tables: Tables, match: re.Match[str]) -> bool:
    """Tell "several hundred billion", which has no upper bound, from "a hundred billion"."""
    words = (match["words"] or "").lower().split()
    before = match.string[max(0, match.start() - 12) : match.start()].lower().split()
    several = tables.words.get("several", ())
    return bool(words and before) and words[0] in tables.magnitudes and before[-1] in several


def _last_scale(tables: Tables, words: str, scale: int) -> int:
    """Return what "and a half" halves: a thousand in "a thousand and a half"."""
    named = [tables.magnitudes[w] for w in words.lower().split() if w in tables.magnitudes]
    return scale if scale > 1 else (named[-1] if named else 1)


def _loose(tables: Tables, match: re.Match[str]) -> Number:
    if vague := match["vague"]:
        low = float(tables.vague[" ".join(vague.lower().split())])
        return Number(
            match.start(), match.start(), match.end(), low, None, False, spelt=True, scaled=True
        )
    share = tables.fractions[match["fraction"].lower()]
    count = tables.numbers.get((match["count"] or "").lower(), 1)
    if match["fraction"].lower().endswith("s") and count > 1:
        share = tables.fractions.get(match["fraction"].lower()[:-1], share) * count
    value = round(share, 4)
    return Number(
        match.start(), match.start(), match.end(), value, value, unit="share", family="percent",
        spelt=True, scaled=True,
    )  # fmt: skip


def _of_unit(tables: Tables, text: str, end: int, number: Number) -> Number:
    """Read "half a kilometre": the fraction of a unit."""
    article = tables.article.match(text, number.end, end)
    unit = tables.unit.match(text, article.end(), end) if article else None
    if unit is None:
        return number
    name, family = tables.units[" ".join(unit["unit"].lower().split())]
    return replace(number, unit=name, family=family, end=unit.end())


def _digits(printed: str) -> float:
    return float(re.sub(r"[,\s\u00a0\u202f]", "", printed))


def _spelt(tables: Tables, printed: str) -> float:
    """Return the value of a number in words: "two hundred and fifty thousand"."""
    total = current = 0.0
    for word in re.split(r"[\s-]+", printed.lower()):
        if word in tables.numbers:
            current += tables.numbers[word]
        elif word in tables.magnitudes:
            scale = tables.magnitudes[word]
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
    return total + current


def _with_unit(tables: Tables, text: str, end: int, number: Number) -> Number:
    if number.unit is None and (match := tables.unit.match(text, number.end, end)):
        unit, family = tables.units[" ".join(match["unit"].lower().split())]
        return replace(number, unit=unit, family=family, end=match.end())
    return number


def _joined(tables: Tables, text: str, one: Number, two: Number) -> Number | None:
    """Return the range of two numbers: "5 to 7", "six, seven wars", "1.5 or 2 million"."""
    joint = tables.joint.match(text, one.end, two.start) or tables.correction.match(
        text, one.end, two.start
    )
    thing_first = joint is not None and "," in joint[0] and len(joint[0].split()) > 1
    if joint is None or joint.end() != two.start or one.low is None or two.high is None:
        return None
    how = joint["joint"].lower()
    if one.unit == "share" and two.unit != "share":
        return None  # "fell by half to 300 million"
    a, b = _levelled(one, two)
    between = _before(tables, text, 0, one.start)[0] in tables.words.get("between", ())
    corrected = how == "," and _is_corrected(text, one, two)
    if not (corrected or _is_range(how, a, b, between, one, two)) or _is_change(
        tables, text, how, one, two
    ):
        return None
    return replace(
        two,
        counted=one.end if thing_first else None,
        start=one.start,
        first=one.first,
        low=min(a, b),
        high=max(a, b),
        exact=False,
        unit=two.unit or one.unit,
        family=two.family or one.family,
        spelt=one.spelt and two.spelt,
        scaled=one.scaled or two.scaled,
    )


def _ratio(tables: Tables, text: str, one: Number, two: Number) -> Number | None:
    """Return the share of "two in every three" and "four out of five"."""
    how = " ".join(text[one.end : two.start].lower().split())
    plain = not (one.unit or two.unit or one.scaled or two.scaled)
    if how not in tables.words.get("ratio", ()) or not plain or not one.low or not two.low:
        return None
    if not (one.exact and two.exact and one.spelt and two.spelt and one.low < two.low):
        return None
    share = round(one.low / two.low, 4)
    return replace(two, start=one.start, first=one.first, low=share, high=share, unit="share",
                   family="percent", scaled=True)  # fmt: skip


def _lent(tables: Tables, text: str, one: Number, two: Number) -> Number:
    """Lend unit and magnitude of the second number of a change: "from 5 to 7 million tons"."""
    joint = tables.joint.match(text, one.end, two.start)
    if joint is None or one.unit or one.scaled or not _is_change(tables, text, "to", one, two):
        return one
    value = _levelled(one, two)[0]
    return replace(one, low=value, high=value, unit=two.unit, family=two.family)


def _levelled(one: Number, two: Number) -> tuple[float, float]:
    """Lend the first number the magnitude of the second: "5 to 7 million"."""
    a, b = one.low or 0.0, two.high or 0.0
    if two.scaled and not one.scaled and 0 < a < 1000 <= b:
        for scale in (1e12, 1e9, 1e6, 1e3):
            if b >= scale:
                return a * scale, b
    return a, b


def _is_change(tables: Tables, text: str, how: str, one: Number, two: Number) -> bool:
    """Tell "fell from 7% to 3%", which gives two figures, from "anything from 3% to 7%"."""
    bound, start = _before(tables, text, 0, one.start)
    if how == "to" and bound != "from":
        return _is_level(tables, text, one, two)
    if how != "to":
        return False
    before = re.findall(r"[^\W\d_]+", text[max(0, start - _CHANGE) : start].lower())
    return not tables.words.get("changed", frozenset()).isdisjoint(before)


def _is_level(tables: Tables, text: str, one: Number, two: Number) -> bool:
    """Tell "fell 10 to 250", by how much and to what, from "rose 5 to 7 percent"."""
    verb = _LAST_WORD.search(text, max(0, one.start - 24), one.start)
    if verb is None or verb[1].lower() not in tables.words.get("changed", ()):
        return False
    signed = one.unit == two.unit and two.family == "money" and not two.scaled
    bare = one.unit is None and two.unit is None and not (one.scaled or two.scaled)
    return signed or (bare and not one.spelt and _COUNTED.match(text, two.end) is None)


def _is_range(how: str, a: float, b: float, between: bool, one: Number, two: Number) -> bool:
    if how == "and":
        return between
    if how == ",":
        return (
            one.spelt and two.spelt and abs(a - b) == max(1.0, min(a, b) / 10 if a >= 10 else 1.0)
        )
    if how == "or":
        return min(a, b) > 0 and max(a, b) <= 3 * min(a, b)
    if how in ("-", "–", "—"):
        return a < b
    return between or a < b


def _is_corrected(text: str, one: Number, two: Number) -> bool:
    """Tell "38, 40 homes", a guess made in two, from the numbers of a list."""
    if one.spelt or two.spelt or one.unit or one.scaled or two.scaled or not one.low or not two.low:
        return False
    near = one.low < two.low <= one.low * _NEAR and two.low < _GUESSED
    return (
        near
        and _LISTING.search(text, max(0, one.first - 6), one.first) is None
        and (_COUNTED.match(text, two.end) is not None)
    )


def _before(tables: Tables, text: str, floor: int, at: int) -> tuple[str, int]:
    """Return the longest bound that ends before ``at`` ("more than"), and where it begins."""
    begin = max(floor, at - 40)
    words = list(_WORD.finditer(text[begin:at]))
    the = bool(words) and words[-1][0].lower() == "the"
    if the:
        words.pop()
    for count in range(min(5, len(words)), 0, -1):
        bound = " ".join(_TAGS.sub("", word[0].lower()) for word in words[-count:])
        if the and bound in tables.words.get("around", ()):
            return "", at  # "asked about the five ships"
        if bound in tables.bounds:
            return bound, begin + words[-count].start()
    return "", at


def _bounded(tables: Tables, text: str, floor: int, number: Number) -> Number:
    """Read "about", "more than", "up to", "between" before a number, "or so" after it."""
    bound, start = _before(tables, text, floor, number.start)
    words = tables.words
    if bound in words.get("around", ()):
        number = replace(number, start=start, exact=False, bounded=True)
    elif bound in words.get("at_least", ()):
        number = replace(number, start=start, high=None, exact=False, bounded=True)
    elif bound in words.get("at_most", ()):
        number = replace(number, start=start, low=None, exact=False, bounded=True)
    elif bound in words.get("between", ()) and not number.exact and number.high is not None:
        number = replace(number, start=start, bounded=True)
    if after := tables.after.match(text, number.end):
        number = replace(number, end=after.end(), exact=False, bounded=True)
    return number
