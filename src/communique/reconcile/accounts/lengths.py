"""Lengths of time: how many minutes each may mean, and how far two of them differ."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from math import inf

import tomli

from communique.model import When
from communique.model.comparison import Difference

_DURATION = re.compile(
    r"P(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?~?"
)
_MINUTES = (7 * 1440, 1440, 60, 1, 1 / 60)
#: By how much two lengths may differ if one of them is only about right.
_ABOUT = 0.25


def minutes(when: When | None) -> float | None:
    """Return how many minutes a duration is; ``None`` if it names no length."""
    match = _DURATION.fullmatch((when.value if when else None) or "")
    if match is None or not any(match.groups()):
        return None
    parts = zip(match.groups(), _MINUTES, strict=True)
    return sum(float(number) * each for number, each in parts if number)


def lengths_apart(one: When | None, other: When | None) -> Difference:
    """Return how two lengths differ; what is only about so long may be off by a quarter.

    "More than half an hour" may be three quarters of one; "nearly an hour" may not.
    """
    lengths = minutes(one), minutes(other)
    if lengths[0] is None or lengths[1] is None:
        return "precision"
    ranges = _range(one, lengths[0]), _range(other, lengths[1])
    if ranges[0] == ranges[1]:
        return "spelling"
    meet = ranges[0][0] <= ranges[1][1] and ranges[1][0] <= ranges[0][1]
    return "precision" if meet else "contradiction"


def _range(when: When | None, length: float) -> tuple[float, float]:
    """Return the least and the most that a length may be, as it is worded."""
    words = when.raw.casefold() if when else ""
    if _beside("more").search(words):
        return length, inf
    if _beside("less").search(words):
        return length * (1 - _ABOUT), length
    if "~" in ((when.value if when else None) or "") or _beside("about").search(words):
        return length * (1 - _ABOUT), length / (1 - _ABOUT)
    return length, length


@cache
def _beside(kind: str) -> re.Pattern[str]:
    source = files("communique.reconcile").joinpath("data/lengths.toml").read_text(encoding="utf-8")
    words = "|".join(re.escape(word) for word in tomli.loads(source)[kind])
    return re.compile(rf"(?<!\w)(?:{words})(?![\w])")
