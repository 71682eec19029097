"""Names that are told as somebody's relative: "his son Tavo Orlan", "my wife, Valda"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from communique.read.who.found import FoundName
from communique.read.who.words.lexicon import word_class

#: Characters before a name in which a relative's word may stand.
_BEFORE = 32


def mark_kin(text: str, names: Iterable[FoundName]) -> None:
    """Mark names that stand beside the word for a relative, and names of whom they are one.

    "President Orlan" is not the son of that family name; "Orlan said" is the mother in "Ida
    Orlan, mother of the sailor Tavo Orlan".
    """
    for name in names:
        if name.outside:
            continue
        start, end = name.span.start, name.span.end
        name.related = bool(_of_kin().search(text, max(0, start - _BEFORE), start))
        if all(title.name.casefold() in word_class("kin") for title in name.titles):
            before = _kin().search(text, max(0, start - _BEFORE), start)
            name.kin = bool(name.titles or before or _kin_behind().match(text, end))
        elif (first := name.phrase.start) < start:  # "her husband, | President Lee"
            name.kin = bool(_kin().search(text, max(0, first - _BEFORE), first))


def is_of_family(text: str) -> bool:
    """Tell whether a report tells of a head of state's relatives: "the President's son"."""
    return _family().search(text) is not None


@cache
def _family() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(word_class("near_kin"))))
    return re.compile(
        rf"\b(?:president[’']s|president\s\w{{2,20}}[’']s)\s(?:{words})\b", re.IGNORECASE
    )


@cache
def _kin() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(word_class("kin"))))
    return re.compile(rf"\b(?:{words})\b,?\s{{1,3}}\Z", re.IGNORECASE)


@cache
def _kin_behind() -> re.Pattern[str]:
    """Return the pattern of ", (the) mother of" behind a name."""
    words = "|".join(map(re.escape, sorted(word_class("kin"))))
    return re.compile(rf",\s(?:the\s|his\s|her\s)?(?:\w+\s){{0,2}}(?:{words})\b", re.IGNORECASE)


@cache
def _of_kin() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(word_class("kin"))))
    return re.compile(rf"\b(?:{words})\sof\s(?:[\w'’-]+\s){{0,3}}\Z", re.IGNORECASE)
