"""What a number counts."""

from __future__ import annotations

import re

from communique.extract.figures.numbers import Number
from communique.extract.figures.tables import Tables
from communique.extract.lexicon import Lexicon

_WORD = re.compile(r"[ \t\u00a0\n]+(?:\([^()]{1,20}\)[ \n]+)?([^\W\d_][\w'’-]*)")
_AFTER = re.compile(r"[ \t\u00a0\n]+([^\W\d_]+)")
_AND = re.compile(r"\s+(and|or)\s+([^\W\d_]+)")
_NUMBER_OF = re.compile(
    r"\b(?:number|total|amount|share|proportion)s? of ([^\W\d_][\w' -]{2,40}?) "
    r"(?:is|was|were|are|has|had|reached|stands|stood|exceeded|exceeds|amounts|rose|fell|grew)\b"
    r"[^.;!?]*$",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\s+(?:(?:the|their|its|our|his|her|all|those|these)\b)?")
_SHARE = re.compile(
    r"\s+(?:of\s+)?(?:the|their|its|our|his|her|all|those|these)\b|\s+of\b", re.IGNORECASE
)
#: Behind an adjective: ", local, and tribal", more of which the noun is yet to come.
_LISTED = re.compile(r",\s+[^\W\d_]+(?:,|,?\s+(?:and|or)\s)")
_FIRST = re.compile(r"([^\W\d_][\w'’-]*)")
_FUNCTION = (
    "preposition", "conjunction", "relative", "subordinator", "be", "have", "do", "future",
    "modal", "pronoun", "determiner", "adverb", "reporting", "to",
)  # fmt: skip
_LONGEST = 5
_SHORT = 3
"""Letters of a word that is no participle: "red", "Red Cross"."""


def thing_after(
    lexicon: Lexicon, tables: Tables, text: str, number: Number, end: int
) -> tuple[str | None, int]:
    """Return what is counted, and where its words end (``number.end`` if they do not follow)."""
    at = number.end if number.counted is None else number.counted
    of = (_SHARE if number.unit == "share" else _OF).match(text, at, end)
    if of:
        at = of.end()
    words: list[str] = []
    while len(words) < _LONGEST:
        pattern = _FIRST if of and not words and not text[at - 1 : at].isalpha() else _WORD
        match = pattern.match(text, at, end)
        told = match is not None and of and match[1].lower() in tables.words.get("describing", ())
        if match is None or (_stops(lexicon, tables, match[1]) and not told):
            break
        if not words and number.unit in ("percent", "share") and _is_answer(tables, match[1]):
            break
        if not words and match[1].lower() in tables.words.get("further", ()):
            at = match.end()  # "1.3 million more people"
            continue
        if match[1].endswith(("ed", "ing")) and len(match[1]) > _SHORT:
            following = _WORD.match(text, match.end(), end)
            if following is None or not _is_head(tables, following[1]):
                break  # "ships waiting outside", but "prime fishing grounds"
        if match[1].lower().endswith(("'s", "’s")):
            words.clear()  # "13 percent of Borduria's exports" counts exports
            at = match.end()
            continue
        words.append(match[1])
        at = match.end()
        if (others := _joined(tables, text, match, end)) is not None:
            return f"{' '.join(words)} {others[0]}", others[1]
        if _is_name_before(lexicon, tables, text, match, end):
            continue  # "five Port Lindos | police officers", "hundreds of pro-Orms | marchers"
        if _is_head(tables, match[1]) and not _describes(tables, text, match, end):
            break
    if number.unit == "percent" and not of and words and _is_head(tables, words[-1]):
        return None, number.end  # "5.7% bonds" bear so much, "40% of the bonds" are counted
    listed = number.unit is None and text[at : at + 1] == ","  # "thousands of state, local and"
    if words and not _is_cut(tables, text, at, words[-1], listed=listed):
        return " ".join(words), max(at, number.end)
    if words:
        return None, number.end
    return _thing_before(text, number), number.end


def _stops(lexicon: Lexicon, tables: Tables, word: str) -> bool:
    lower = word.lower().replace("’", "'")
    if lower.endswith("-") or (lower.endswith("ly") and lower not in tables.words.get("nouns", ())):
        return True
    return lexicon.has(lower, *_FUNCTION) or lower in tables.words.get("uncounted", ())


def _is_name_before(
    lexicon: Lexicon, tables: Tables, text: str, match: re.Match[str], end: int
) -> bool:
    """Tell whether a name that looks like a plural stands before a plural in small letters."""
    if not any(letter.isupper() for letter in match[1]):
        return False
    one = _WORD.match(text, match.end(), end)
    if one is None or not one[1].islower() or _stops(lexicon, tables, one[1]):
        return False
    if one[1].endswith(("ed", "ing")):
        return False
    two = _WORD.match(text, one.end(), end)
    return _is_head(tables, one[1]) or (two is not None and _is_head(tables, two[1]))


def _joined(tables: Tables, text: str, match: re.Match[str], end: int) -> tuple[str, int] | None:
    """Return "and wounded" behind "dead", with where it ends."""
    suffered = tables.words.get("suffered", ())
    more = _AND.match(text, match.end(), end)
    if more is None or match[1].lower() not in suffered or more[2].lower() not in suffered:
        return None
    return f"{more[1]} {more[2]}", more.end()


def _is_answer(tables: Tables, word: str) -> bool:
    """Tell whether a word says what those polled do: "61 percent *support* the toll"."""
    return word.lower() in tables.words.get("polled", ())


def _is_cut(tables: Tables, text: str, at: int, last: str, *, listed: bool) -> bool:
    """Tell whether the noun is yet to come: "26 House and Senate briefings", "30 new | rising"."""
    if _is_head(tables, last):
        return False
    following = _AFTER.match(text, at)
    word = following[1].lower() if following else ""
    if listed and _LISTED.match(text, at) is not None:
        return True
    return word in ("and", "or", "of") or (len(word) > 4 and word.endswith("ing"))


def _describes(tables: Tables, text: str, match: re.Match[str], end: int) -> bool:
    """Tell "550 wounded sailors", which counts sailors, from "550 wounded"."""
    lower = match[1].lower()
    compound = lower in tables.words.get("plural", ()) and not lower.endswith(("s", "n", "le"))
    if not compound and lower not in tables.words.get("participles", ()):
        return False  # nor "police | officers", "crew | members"
    following = _WORD.match(text, match.end(), end)
    return following is not None and _is_head(tables, following[1])


def _is_head(tables: Tables, word: str) -> bool:
    """Tell whether a word is a plural, with which a counted phrase ends."""
    lower = word.lower()
    return lower in tables.words.get("plural", ()) or (
        len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ous"))
    )


def _thing_before(text: str, number: Number) -> str | None:
    found = _NUMBER_OF.search(text, max(0, number.start - 120), number.start)
    return " ".join(found[1].split()) if found else None
