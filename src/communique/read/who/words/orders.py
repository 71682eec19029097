"""Which word of a name is the family's: the last, but the first in China and Korea."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from communique.read.who.words.lexicon import names, table

_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
_FINAL = (
    "(?:iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|"
    "un|uo|üe|a|e|i|o|u|ü)"
)
_CHINESE = re.compile(f"(?:{_INITIAL}?{_FINAL}){{1,2}}$")
"""A given name in Pinyin, of one or two syllables."""
_JOINED = re.compile(r"[A-Z]\w+-[a-z]+$")
"""A given name of two syllables: "Seung-woo", but not "Anne-Marie"."""
_KOREAN = re.compile(
    "(?:ch|[bdghjklmnprstwy])?(?:yeo|yae|woo|hwa|hyu|ae|eo|eu|oe|ui|wa|wo|ya|ye|yo|yu|oo|ee|ou|un"
    "|a|e|i|o|u)(?:ng|[nklmptb])?h?$"
)


def is_family_first(words: Sequence[str]) -> bool:
    """Tell whether a name begins with the family's: "Han Seung-woo", "Moon Jae In", "Li Guowei"."""
    if not 1 < len(words) < 4:
        return False
    first, *given = (word.casefold() for word in words)
    everywhere = _families("korean") | _families("chinese")
    if len(given) == 1 and first in everywhere and _JOINED.match(words[1]):
        return True
    if first in _families("korean"):
        syllables = given if len(given) > 1 else given[0].split("-")
        if len(syllables) == 2 and all(_KOREAN.match(syllable) for syllable in syllables):
            return True
    if len(given) != 1 or first not in _families("chinese"):
        return False
    whole = given[0].replace("-", "")
    return bool(_CHINESE.match(whole)) and names().gender(given[0]) is None


def family_of(words: Sequence[str]) -> str:
    """Return the family name: "Roe" of "Ann Roe Jr.", "Han" of "Han Seung-woo"."""
    if len(words) > 1 and words[-1].casefold() in names().suffixes:
        return words[-2]
    return words[0] if is_family_first(words) else words[-1]


def given_of(words: Sequence[str]) -> str:
    """Return the given name of one of several words, all of it where it stands last."""
    return "-".join(words[1:]) if is_family_first(words) else words[0]


def gender_of(words: Sequence[str]) -> Literal["m", "f"] | None:
    """Return the gender that a name tells: by the given name, or by a family name of women's."""
    if len(words) > 1 and is_family_first(words):
        return None
    given = names().gender(words[0])
    if given is None and family_of(words).casefold().endswith(_of_women()):
        return "f"
    return given


@cache
def _of_women() -> tuple[str, ...]:
    return tuple(table("names")["family_endings_of_women"])


@cache
def _families(people: str) -> frozenset[str]:
    return frozenset(table("names")["family_first"][people].split())
