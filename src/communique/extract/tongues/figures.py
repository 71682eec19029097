"""The figures of a reading in a language other than English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

import msgspec
from msgspec.structs import replace as replaced

from communique.extract.tongues.groups import Group
from communique.extract.tongues.lexicon import Tongue
from communique.extract.tongues.scene import Scene, scenes_of
from communique.extract.view import View
from communique.model import Claims, Figure

_NUMBER = re.compile(r"\d{1,3}(?:[  \u00a0\u202f.,]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:[. \u00a0\u202f]\d{3})+")
_BOTH = 2  # sides that a contact has
_THING = 4  # words of what is counted
_CREDIT = 12  # words between "according to" and whom


class _Lists(msgspec.Struct, frozen=True):
    """Number words, scales, units and approximations of a language."""

    numbers: dict[str, float]
    factors: dict[str, float]
    units: tuple[tuple[re.Pattern[str], str], ...]


class TongueFigures:
    """Finds numbers that count something, and who claims them."""

    gives: ClassVar[str] = "figures"
    needs: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with ``figures`` filled, in the order of the text."""
        found: list[Figure] = []
        for scene in scenes_of(view, self._tongue):
            found += _figures_in(scene)
        numbered = tuple(replaced(f, id=f"f{n}") for n, f in enumerate(found, start=1))
        return replaced(claims, figures=numbered)


@lru_cache(maxsize=16)
def _lists(code: str) -> _Lists:
    from communique.extract.tongues.lexicon import tongue_for

    tongue = tongue_for(code)
    raw = tongue.raw.get("figures", {}) if tongue else {}
    numbers = {
        word: float(value)
        for value, words in raw.get("numbers", {}).items()
        for word in words.split()
    }
    return _Lists(
        numbers,
        {word: float(v) for v, words in raw.get("scales", {}).items() for word in words.split()},
        tuple((re.compile(words), unit) for unit, words in raw.get("units", {}).items()),
    )


class _Amount(msgspec.Struct):
    """A number in a scene: words ``first`` to ``last``, with its bounds."""

    first: int
    last: int
    low: float | None
    high: float | None
    exact: bool = True
    spelt: bool = False


def _figures_in(scene: Scene) -> Iterator[Figure]:
    lists = _lists(scene.tongue.code)
    at = 0
    while at < len(scene.lows):
        amount = _amount_at(scene, lists, at)
        if amount is None:
            at += 1
            continue
        figure = None if _is_no_figure(scene, amount) else _figure(scene, lists, amount)
        if figure is not None:
            yield figure
        at = max(_unit(scene, lists, amount.last)[1], at + 1)


def _value_at(scene: Scene, lists: _Lists, at: int) -> tuple[float | None, int, bool]:
    """Return the number that begins at a word, the word behind it, and whether it is spelt."""
    low = scene.lows[at]
    if _NUMBER.fullmatch(low):
        end, digits = at + 1, low
        if _is_parted(scene, end):  # "dell'8 | , | 3"
            end, digits = end + 2, f"{digits},{scene.lows[end + 1]}"
        while (
            end < len(scene.lows)
            and re.fullmatch(r"\d{3}(?:,\d+)?", scene.lows[end])
            and re.fullmatch(r"\d{1,3}(?: \d{3})*", digits)
            and scene.words[end].start - scene.words[end - 1].end == 1
        ):
            digits, end = f"{digits} {scene.lows[end]}", end + 1
        return _parsed(digits, scene.tongue), end, False
    if low in lists.numbers:
        return lists.numbers[low], at + 1, True
    after = scene.lows[at + 1] if at + 1 < len(scene.lows) else ""
    if low in scene.tongue.some("one") and after in lists.factors:
        return 1.0, at + 1, True  # "un | million"
    return None, at, False


def _is_parted(scene: Scene, end: int) -> bool:
    """Tell whether a comma and digits follow without a blank: the tokens part a fraction."""
    if end + 1 >= len(scene.lows) or scene.lows[end] != "," or not scene.lows[end + 1].isdigit():
        return False
    return scene.words[end + 1].end - scene.words[end - 1].end == 1 + len(scene.lows[end + 1])


def _parsed(digits: str, tongue: Tongue) -> float | None:
    plain = re.sub(r"[\s\u00a0\u202f]", "", digits)
    if tongue.raw.get("figures", {}).get("thousands") == ".":
        plain = plain.replace(".", "") if _GROUPED.match(plain) else plain
        plain = plain.replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:,\d{3})+", plain):
        plain = plain.replace(",", "")
    else:
        plain = plain.replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        return None


def _amount_at(scene: Scene, lists: _Lists, at: int) -> _Amount | None:
    value, end, spelt = _value_at(scene, lists, at)
    scaled, after = _scaled(scene, lists, at if value is None else end)
    if value is None and after == at:
        return None
    low = high = (value if value is not None else 1) * scaled
    end = after
    first = at
    joined = _range_end(scene, lists, at, end)
    if joined is not None and value is not None:
        other, end, factor = joined
        low, high = value * (scaled if scaled > 1 else factor), other * factor
    amount = _Amount(first, end, low, high, joined is None and value is not None, spelt)
    return _bounded(scene, amount) if value is not None else _vague(scene, amount)


def _vague(scene: Scene, amount: _Amount) -> _Amount | None:
    """Take "dozens of" for at least two of them; a bare scale of one thing is no figure."""
    if not scene.tongue.word("vague_scale").at(scene.lows, amount.first):
        return None
    amount.low, amount.high, amount.exact = 2 * (amount.low or 0), None, False
    return amount


def _scaled(scene: Scene, lists: _Lists, at: int) -> tuple[float, int]:
    """Return by what "thousand", "million" … multiply, and the word behind them."""
    factor = 1.0
    while at < len(scene.lows):
        found = lists.factors.get(scene.lows[at])
        if found is None:
            break
        factor, at = factor * found, at + 1
        if at + 1 < len(scene.lows) and scene.lows[at] == ".":
            at += 1
    return factor, at


def _range_end(scene: Scene, lists: _Lists, first: int, at: int) -> tuple[float, int, float] | None:
    """Return the upper end of a range behind its lower one, which begins at ``first``."""
    if at + 1 >= len(scene.lows):
        return None
    between = first > 0 and scene.lows[first - 1] in scene.tongue.some("between")
    joins = between and scene.lows[at] in scene.tongue.some("and")  # "entre 20 | et 30"
    if scene.lows[at] not in scene.tongue.some("range") and not joins:
        return None
    value, end, _ = _value_at(scene, lists, at + 1)
    if value is None:
        return None
    factor, after = _scaled(scene, lists, end)
    return value, after, factor


def _bounded(scene: Scene, amount: _Amount) -> _Amount:
    """Take words before a number that bound it: "more than", "up to", "about"."""
    for name, low, high in (("more", True, False), ("less", False, True), ("about", True, True)):
        pattern = scene.tongue.word(name)
        for first in range(max(0, amount.first - 3), amount.first):
            length = pattern.at(scene.lows, first)
            if length and first + length == amount.first:
                amount.first, amount.exact = first, False
                amount.low = amount.low if low else None
                amount.high = amount.high if high else None
                return amount
    return amount


def _is_no_figure(scene: Scene, amount: _Amount) -> bool:
    """Tell dates, years, clock times, ordinals, and what belongs to a mention of somebody."""
    start, end = scene.words[amount.first].start, scene.words[amount.last - 1].end
    for _, when in scene.view.dates_within(max(0, start - 40), end + 40):
        span = when.evidence[0]
        if span.start < end and start < when.evidence[-1].end:
            return True
    if any(n in scene.group_at for n in range(amount.first, amount.last)):
        return True
    following = scene.lows[amount.last] if amount.last < len(scene.lows) else ""
    value = amount.low or amount.high or 0
    if amount.spelt and value == _BOTH and scene.tongue.word("parties").at(scene.lows, amount.last):
        return True  # "the two countries" counts nobody
    if not amount.spelt and following in (".", ")") and amount.first == 0:
        return True
    if not amount.spelt and following == "." and scene.tongue.raw.get("nouns") and value < 32:
        return amount.last + 1 < len(scene.lows)  # an ordinal
    if not amount.spelt and re.match(r"[:-]\w", scene.text_after(amount.last - 1)):
        return True
    if amount.spelt and value == 1:
        return True
    before = scene.lows[amount.first - 1] if amount.first else ""
    return before in scene.tongue.some("labels") or before in ("№", "#", "§")


def _figure(scene: Scene, lists: _Lists, amount: _Amount) -> Figure | None:
    unit, after = _unit(scene, lists, amount.last)
    if unit is None:
        before = scene.lows[amount.first - 1] if amount.first else ""
        unit = {"$": "USD", "€": "EUR", "£": "GBP", "%": "percent"}.get(before)
    first, last = _thing(scene, after)
    if unit is None and first == last:
        return None
    if unit is None and scene.lows[first][:1] in scene.tongue.some("dated"):
        return None  # "14日", "3月"
    if amount.spelt and unit is None and scene.tongue.word("time").at(scene.lows, first):
        return None
    span = scene.span_of(amount.first, last if last > first else after)
    return Figure(
        id="f",
        why=f"number:{'words' if amount.spelt else 'digits'}",
        raw=scene.words_of(amount.first, max(after, amount.last)),
        low=amount.low,
        high=amount.high,
        exact=amount.exact,
        unit=unit,
        thing=scene.words_of(first, last) or None,
        claimant=_claimant(scene, amount),
        evidence=(span,),
    )


def _unit(scene: Scene, lists: _Lists, at: int) -> tuple[str | None, int]:
    if at < len(scene.lows) and scene.lows[at] in scene.tongue.some("before_thing"):
        unit, after = _unit(scene, lists, at + 1)  # "200 millions | de mètres cubes"
        if unit is not None:
            return unit, after
    for width in (2, 1):
        if at + width > len(scene.lows):
            continue
        words = " ".join(scene.lows[at : at + width])
        found = next((unit for pattern, unit in lists.units if pattern.fullmatch(words)), None)
        if found is not None:
            return found, at + width
    return None, at


def _thing(scene: Scene, at: int) -> tuple[int, int]:
    """Return the words that say what is counted: those behind the number, up to a small word."""
    tongue = scene.tongue
    first = at
    while first < len(scene.lows) and scene.lows[first] in tongue.some("before_thing"):
        first += 1
    last = first
    while last < len(scene.lows) and last - first < _THING:
        low = scene.lows[last]
        if not low[0].isalpha() or low in tongue.some("ends_thing") or last in scene.group_at:
            break
        if last > first and scene.is_verb(last) and not tongue.raw.get("nouns"):
            break
        last += 1
        if tongue.raw.get("nouns") and scene.words[last - 1].capital:
            break
    return first, last


def _claimant(scene: Scene, amount: _Amount) -> str | None:
    """Return who claims a number: whom the sentence credits, else who says it."""
    marker = scene.tongue.word("credit")
    at = marker.find(scene.lows, 0, len(scene.lows))
    if at is not None:
        end = at + marker.at(scene.lows, at)
        near = (g for g in scene.groups if end <= g.last and g.first <= end + _CREDIT)
        group = next((g for g in near if g.first >= end - 2), None)
        if group is None and scene.tongue.matter_first:  # "Lena Soroka'ya göre"
            group = next((g for g in scene.groups if end - 3 <= g.last <= end), None)
        if group is not None:
            return group.actor
    said = scene.tongue.word("said")
    at = said.find(scene.lows, 0, len(scene.lows))
    if at is not None and scene.view.speaker_at(scene.words[amount.first].start) is None:
        after = (g for g in scene.groups if at < g.first <= at + _CREDIT and g.is_bare)
        group = next((g for g in after if g.form != "obl" and not _parted(scene, at, g)), None)
        if group is not None:
            return group.actor
    return scene.view.speaker_at(scene.words[amount.first].start)


def _parted(scene: Scene, at: int, group: Group) -> bool:
    """Tell whether a comma parts a verb from a name behind it: "as he added, | Nordia …"."""
    return "," in scene.lows[at : group.first]
