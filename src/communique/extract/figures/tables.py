"""The number words, units and patterns of one language, from ``data/LANG/figures.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.extract.lexicon import Lexicon, lexicon_for, needed
from communique.extract.phrases import either

_DIGITS = (
    r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d{1,3}(?: \d{3})+(?![\d,])|\d+(?:\.\d+)?"
)


@dataclass(frozen=True, slots=True)
class Tables:
    """What numbers are made of in one language."""

    numbers: dict[str, int]
    magnitudes: dict[str, int]
    vague: dict[str, int]
    fractions: dict[str, float]
    words: dict[str, frozenset[str]]
    #: Unit words and signs in lower case, with the unit and its family.
    units: dict[str, tuple[str, str]]
    #: A number: groups sign, half, digits, words, more, magnitude.
    atom: re.Pattern[str]
    #: A plural magnitude without a number, or a fraction.
    loose: re.Pattern[str]
    unit: re.Pattern[str]
    #: Words that bound a number from before: "about", "more than", "between".
    bounds: frozenset[str]
    after: re.Pattern[str]
    joint: re.Pattern[str]
    #: "seven wars, or" before a second number.
    correction: re.Pattern[str]
    article: re.Pattern[str]
    #: Words of which one stands in a sentence that has a number but no digit.
    hint: frozenset[str]


def tables_for(lexicon: Lexicon) -> Tables:
    """Return the tables of the lexicon's language."""
    return _tables(lexicon.language)


@lru_cache(maxsize=16)
def _tables(language: str) -> Tables:
    data = lexicon_for(language).table("figures")
    words = {name: frozenset(entries) for name, entries in data.get("words", {}).items()}
    units = _units(data.get("units", {}))
    numbers, magnitudes = data.get("numbers", {}), data.get("magnitudes", {})
    bounds = [*words.get("around", ()), *words.get("at_least", ()), *words.get("at_most", ())]
    starts = [*bounds, *words.get("between", ())]
    named = [*numbers, *magnitudes, *data.get("vague", {}), *data.get("fractions", {})]
    return Tables(
        numbers=numbers,
        magnitudes=magnitudes,
        vague=data.get("vague", {}),
        fractions=data.get("fractions", {}),
        words=words,
        units=units,
        atom=_atom(data, words, units),
        loose=_loose(data),
        unit=_compiled(rf"(?:\s{{0,12}}|-)(?P<unit>{_any(units)})(?![\w])"),
        bounds=frozenset(starts),
        after=_compiled(rf"\s+(?:{_any(words.get('after_around', ()))})\b"),
        joint=_compiled(
            rf"\s*(?P<joint>{_any(words.get('range', ()))})\s*(?:even |perhaps |maybe )?$"
        ),
        correction=_compiled(
            rf"(?:\s+[\w-]+){{1,4}}?,\s+(?P<joint>{_any(words.get('either', ()))})\s*"
            r"(?:even |perhaps |maybe )?$"
        ),
        article=_compiled(rf"\s+(?:{_any(words.get('article', ()))})(?=\s)"),
        hint=needed(named),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _units(families: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {
        word.lower(): (unit, family)
        for family, units in families.items()
        for unit, words in units.items()
        for word in words
    }


def _atom(
    data: dict[str, Any], words: dict[str, frozenset[str]], units: dict[str, tuple[str, str]]
) -> re.Pattern[str]:
    signs = _any(
        unit
        for unit, (_, family) in units.items()
        if family == "money" and not unit.isalpha() and " " not in unit
    )
    magnitude = _any(data.get("magnitudes", ()))
    spelt = _any([*data.get("numbers", ()), *data.get("magnitudes", ())])
    article = _any(words.get("article", ()))
    parts = [*words.get("half_before", ()), *words.get("quarter_before", ())]
    half_before, half_after = _any(parts), _any(words.get("half_after", ()))
    joint = _any(words.get("and", ()))
    return re.compile(
        rf"(?<![\w.,])(?:(?P<sign>{signs})\s?)?(?:(?P<half>{half_before})\s+(?={magnitude}\b))?(?:"
        rf"(?P<digits>{_DIGITS})|"
        rf"(?P<words>\b(?:(?:{article})\s+(?={magnitude}\b))?(?:{spelt})\b"
        rf"(?:(?:[\s-]+|\s+(?:{joint})\s+)(?:{spelt})\b)*))"
        rf"(?P<more>\s+(?:{half_after})\b)?(?:(?:\s{{0,12}}|-)(?P<magnitude>{magnitude})\b|\s?\\?\[(?P<editor>{magnitude})\\?\])?",
        re.IGNORECASE,
    )


def _loose(data: dict[str, Any]) -> re.Pattern[str]:
    article = data.get("words", {}).get("article", ())
    counts = _any([*data.get("numbers", ()), *article])
    vague, fractions = _any(data.get("vague", ())), _any(data.get("fractions", ()))
    magnitudes = _any(data.get("magnitudes", ()))
    return _compiled(
        rf"\b(?:(?P<vague>{vague})\b(?!\s+(?:and\s+)?(?:{vague}))"
        rf"|(?:(?P<count>{counts})[\s-]+)?(?P<fraction>{fractions})(?=\s+(?:of|the|all|a|from|to|in)\b|\s?[.,;:!?)—])"
        rf"(?!\s+(?:of\s+)?an?\s+(?:{magnitudes})\b))"
    )


def _any(words: Iterable[str]) -> str:
    """Return what matches any of the words, the longest first; what never matches if empty."""
    return either(words) or r"(?!)"
