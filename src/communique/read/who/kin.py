"""Names that are told as somebody's relative: "his son Tavo Orlan", "my wife, Valda"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from communique.read.who.found import FoundName
from communique.read.who.lexicon import word_class

#: Characters before a name in which a relative's word may stand.
_BEFORE = 32


def mark_kin(text: str, names: Iterable[FoundName]) -> None:
    """Mark the names that stand right behind the word for a relative.

    "President Orlan" is not the son of that family name.
    """
    for name in names:
        if not name.outside and not name.titles:
            start = name.span.start
            name.kin = bool(_kin().search(text, max(0, start - _BEFORE), start))


@cache
def _kin() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(word_class("kin"))))
    return re.compile(rf"\b(?:{words})\b,?\s{{1,3}}\Z", re.IGNORECASE)
