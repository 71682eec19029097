"""Whether two names are of one person: part by part, with what speaks for and against it."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from communique.reconcile.spelling import alike, given, lists, parts, plain, same_given

#: From here on two spellings are taken for one name without anything else to say so.
SURE = 0.85
#: Ends of words for what is done or what something is like, which are nobody's name.
_ABSTRACT = re.compile(r".{4,}(?:[ts]ion|bility|ivity|ology|ment)s?")
#: Letters that stand for a body's name have no vowel, and are fewer than these.
_LETTERS, _VOWELS = 6, frozenset("AEIOUY")
#: What a lone name comes to that is not spelt as the full one, in one script.
NEARLY = 0.8


class Likeness(msgspec.Struct, frozen=True):
    """How alike two names are, from 0 to 1, and what makes them so.

    ``middle_left_out``: only one of them has a middle name, so that they may be of two persons.
    ``swapped``: the one has its parts in the other order.
    """

    score: float
    why: str
    middle_left_out: bool = False
    swapped: bool = False


@lru_cache(maxsize=1 << 15)
def is_full(name: str) -> bool:
    """Tell whether a name has a given name, written out, and a family name."""
    words = parts(name)
    return len(words) > 1 and all(len(word) > 1 for word in (words[0], words[-1]))


@lru_cache(maxsize=1 << 16)
def names_alike(one: str, other: str) -> Likeness:
    """Compare two full names, also with the family name first in one of them."""
    mine, theirs = parts(one), parts(other)
    if mine == theirs:
        return Likeness(1.0, "same name" if one == other else "same name but for script or marks")
    straight = _in_order(mine, theirs)
    swapped = _in_order(mine, theirs[::-1]) if len(mine) == len(theirs) else straight
    if straight.score == 0.0 and swapped.score >= SURE and alike(mine[0], theirs[-1]) >= SURE:
        why = f"{swapped.why}, family name first in one"
        return Likeness(swapped.score - 0.05, why, swapped.middle_left_out, swapped=True)
    return straight


def family_alike(short: str, full: str) -> float:
    """Return how alike a name without a written-out given name is to a full one.

    A lone name is compared with the family name; an initial before it must be that of the
    given name. In one script, names that are only nearly spelt alike come to no more than
    :data:`NEARLY`, for of two lone names that is little.
    """
    mine, theirs = parts(short), parts(full)
    if not mine or not theirs or _fathers_name(full) != _fathers_name(short):
        return 0.0
    family = max(alike(mine[-1], theirs[-1]), _compound(mine, theirs))
    if _in_latin(short) and _in_latin(full) and family < 1.0:
        family = min(family, NEARLY)
    if len(mine) > 1 and mine[0][0] != given(theirs[0])[0] and mine[0][0] != theirs[0][0]:
        return 0.0
    if _middles_clash(mine[1:-1], theirs[1:-1]):
        return 0.0  # "J. Christer Oduvan", "Jonas Paul Oduvan"
    return family


def _fathers_name(name: str) -> bool:
    """Tell whether the last word of a name is the father's: "Omar bin Talor" is no Talor."""
    return not lists().son_of.isdisjoint(plain(name).split()[-2:-1])


def _in_latin(name: str) -> bool:
    """Tell whether a name is in Latin letters, with whatever marks."""
    return all(letter < "\u0250" for letter in name if letter.isalpha())


def is_thing(name: str) -> bool:
    """Tell whether a name has words that are in no person's, or is no more than letters that stand
    for a body's: "National Memorial", "Sustainability", "NHB"."""
    if name.isupper() and name.isalpha() and len(name) < _LETTERS and not _VOWELS & {*name}:
        return True
    if " " in name and name.split()[-1].islower():
        return True  # "An official"
    words = plain(name).split()
    return not lists().no_name.isdisjoint(words) or any(map(_ABSTRACT.fullmatch, words))


def is_cut_short(one: str, other: str) -> bool:
    """Tell whether a name of two parts or more is the beginning or the end of a longer one: "Mira
    Oduvan" of "Mira Oduvan Rahl", "Oduvan Rahl" of "Mira Oduvan Rahl"."""
    short, full = sorted((parts(one), parts(other)), key=lambda words: (len(words), words))
    if not 1 < len(short) < len(full) or any(len(word) < 2 for word in short):
        return False
    return any(
        all(alike(a, b) >= SURE for a, b in zip(short, some, strict=True))
        for some in (full[: len(short)], full[-len(short) :])
    )


def _compound(short: tuple[str, ...], full: tuple[str, ...]) -> float:
    """Return 1 where a lone name of several words is the end of the full one."""
    return 1.0 if 1 < len(short) < len(full) and full[-len(short) :] == short else 0.0


def _in_order(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Likeness:
    """Compare family name with family name and given name with given name."""
    family = alike(mine[-1], theirs[-1])
    if family == 0.0:
        return Likeness(0.0, "other family names")
    first, how = _given(mine[0], theirs[0])
    if first == 0.0:
        return Likeness(0.0, f"one family name, other given names ({mine[0]}, {theirs[0]})")
    if _middles_clash(mine[1:-1], theirs[1:-1]):
        return Likeness(0.3, "other middle names")
    spelt = "same family name" if family == 1.0 else f"family names spelt alike ({family:.2f})"
    left_out = (len(mine) > 2) != (len(theirs) > 2)
    return Likeness(min(family, first), f"{spelt}, {how}", left_out)


def _given(one: str, other: str) -> tuple[float, str]:
    """Compare two given names."""
    if one == other:
        return 1.0, "same given name"
    if same_given(one, other):
        return 0.95, "forms of one given name"
    score = alike(one, other)
    return score, f"given names spelt alike ({score:.2f})"


def _middles_clash(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Tell whether both have middle names, and no two of these may be one.

    An initial may be of any name that begins so; names written out must be spelt alike. Initials
    are left out from the end: "Mira K." is not "Mira A. K.".
    """
    if not mine or not theirs:
        return False
    if all(len(word) == 1 for word in (*mine, *theirs)):
        return any(one != other for one, other in zip(mine, theirs, strict=False))
    return not any(_may_be_one(one, other) for one in mine for other in theirs)


def _may_be_one(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return alike(one, other) >= NEARLY or same_given(one, other)
