"""What a number counts where no noun stands behind it.

"How many sailors are there?" — "Thirty-five."; "a dozen sailors, two of whom are ill"; "$40 million
in damages"; "they hold 35 detainees; three were released".
"""

from __future__ import annotations

import re
from functools import lru_cache

from communique.extract.figures.numbers import Number
from communique.extract.figures.tables import Tables
from communique.extract.figures.things import thing_after
from communique.extract.lexicon import Lexicon, lexicon_for
from communique.model import Figure

_ASKED = 240  # characters before an answer in which its question is looked for
_OPENING = 70  # characters with which an answer may open before its number
_OWNER = re.compile(r"([^\W\d_][\w'’-]*)(?:\s+(?:of|from|in)\s[^,.;:!?]{1,40})?,\s*$")
_WORD = re.compile(r"\s+([^\W\d_][\w'’-]*)")


def thing_around(
    lexicon: Lexicon, tables: Tables, text: str, number: Number, end: int
) -> tuple[str | None, int]:
    """Return what is counted by the words around, and where the last of them ends."""
    if number.unit is None:
        of_whom = _pattern(lexicon.language, "of_whom").match(text, number.end, end)
        if of_whom is not None:
            owner = _OWNER.search(text, max(0, number.start - 80), number.start)
            return (owner[1] if owner else None), number.end
        of_them = _pattern(lexicon.language, "of_them").match(text, number.end, end)
        if of_them is not None:
            return _noun_at(lexicon, tables, text, of_them.end(), end)
        return _asked(lexicon.language, text, number), number.end
    if number.family == "money":
        spent = _pattern(lexicon.language, "spent_on").match(text, number.end, end)
        if spent is not None:
            thing, stop = _noun_at(lexicon, tables, text, spent.end(), end)
            return thing, stop if thing is not None else number.end
    return None, number.end


def is_elliptic(tables: Tables, text: str, figure: Figure) -> bool:
    """Tell "three were released" from a number that counts what a noun or unit tells."""
    if figure.thing or figure.unit:
        return False
    following = _WORD.match(text, figure.evidence[-1].end)
    return following is not None and following[1].lower() in tables.words.get("elliptic", ())


def _noun_at(
    lexicon: Lexicon, tables: Tables, text: str, at: int, end: int
) -> tuple[str | None, int]:
    """Return the noun phrase that begins at ``at``: "damages", "new loans"."""
    probe = Number(first=at, start=at, end=at - 1, low=None, high=None)
    word = _WORD.match(text, at - 1, end)
    if word is None or not word[1][0].islower():
        return None, at
    if word[1].lower() in tables.words.get("no_use", ()):
        return None, at
    return thing_after(lexicon, tables, text, probe, end)


def _asked(language: str, text: str, number: Number) -> str | None:
    """Return what the question asks for that the number opens the answer to."""
    before = text[max(0, number.first - _ASKED) : number.first]
    question = before.rfind("?")
    if question < 0 or len(before) - question > _OPENING or "." in before[question:]:
        return None
    asked = [*_pattern(language, "how_many").finditer(before, 0, question)]
    return " ".join(asked[-1][1].split()) if asked else None


@lru_cache(maxsize=64)
def _pattern(language: str, name: str) -> re.Pattern[str]:
    """Return a pattern of the language's ``counted`` table; one that matches nothing without."""
    found = lexicon_for(language).table("figures").get("counted", {}).get(name)
    return re.compile(found if found else r"(?!)", re.IGNORECASE)
