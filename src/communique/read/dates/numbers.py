"""Numbers in words and digits, as they stand before units of time."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: Arabic, Persian and full-width digits as plain ones, one for one.
DIGITS = {start + number: str(number) for start in (0x660, 0x6F0, 0xFF10) for number in range(10)}
_DIGITS = re.compile(r"(\d+(?:[.,]\d+)?)(?:[\s-]+(\d)/(\d))?")
#: Thousands parted from hundreds ("1,140 days"); nobody gives a length to a thousandth.
_GROUPED = re.compile(r"[1-9]\d{0,2},\d{3}")
_SPLIT = re.compile(r"[\s\u2010\u2011-]+")
#: What a number is that is not given.
UNKNOWN = "X"


def number_of(raw: str, words: Mapping[str, float]) -> str:
    """Return a printed number as digits, or ``X`` where it is vague or not understood.

    Args:
        raw: The number as printed: "12", "2 1/2", "1.5", "twenty-one", "a few".
        words: What number words mean; vague ones mean -1.
    """
    raw = " ".join(raw.lower().replace("i\u0307", "i").split())
    if match := _DIGITS.fullmatch(raw):
        grouped = _GROUPED.fullmatch(match[1]) is not None
        number = float(match[1].replace(",", "" if grouped else "."))
        if match[2] and int(match[3]):
            number += int(match[2]) / int(match[3])
        return plain(number)
    if raw in words:
        return plain(words[raw]) if words[raw] >= 0 else UNKNOWN
    return _in_words(_SPLIT.split(raw), words)


def _in_words(parts: list[str], words: Mapping[str, float]) -> str:
    """Add up "two hundred and twenty-one"."""
    total, group, known = 0.0, 0.0, False
    for part in parts:
        if part.isdigit():
            number = float(part)
        elif part in words:
            number = words[part]
        else:
            continue
        if number < 0:
            return UNKNOWN
        known = True
        if number >= 1000:
            total, group = total + max(group, 1) * number, 0
        elif number >= 100:
            group = max(group, 1) * number
        else:
            group += number
    return plain(total + group) if known else UNKNOWN


def year_in_words(raw: str, words: Mapping[str, float]) -> int | None:
    """Return the year of "nineteen ninety-seven" or "two thousand and four"."""
    numbers = [words[p] for p in _SPLIT.split(raw.lower()) if p in words]
    if not numbers or min(numbers) < 0:
        return None
    if 17 < numbers[0] < 21 and len(numbers) > 1 and 9 < numbers[1] < 100:
        return int(numbers[0] * 100 + sum(numbers[1:]))
    text = number_of(raw, words)
    return int(text) if text.isdigit() and 1000 <= int(text) < 2200 else None


def plain(number: float) -> str:
    """Return a number without a needless fraction: 2.0 is ``2``."""
    return str(int(number)) if number == int(number) else f"{number:g}"
