"""Names with initials, "А.П.Корольчук": split from the family name, and joined to a full name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from communique.read.who.found import FoundName
from communique.read.who.printed.weighing import weigh
from communique.read.who.tongues.grammar import Tongue
from communique.read.who.tongues.inflection import forms_undone

_LETTER = r"(?:[^\W\d_]|Дж|Дз|Ch|Sz|Cz|Dž)"
_LEADING = re.compile(rf"(?:{_LETTER}\.)+")
_ALONE = re.compile(rf"(?:{_LETTER}\.)+|[^\W\d_]")


def parted(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a name, initials that are printed with the family name apart."""
    out: list[str] = []
    for word in words:
        glued = _LEADING.match(word)
        if glued is None:
            out.append(word)
            continue
        out += [f"{letter}." for letter in glued[0].split(".") if letter]
        out += [word[glued.end() :]] if word[glued.end() :] else []
    return tuple(out)


def begins_with_initials(words: Sequence[str]) -> bool:
    """Tell whether nothing but initials stands before the family name."""
    return len(words) > 1 and all(_ALONE.fullmatch(word) for word in words[:-1])


def take_full_names(names: Iterable[FoundName], tongue: Tongue) -> None:
    """Give names with initials the words of the one full name that they fit.

    The first letters agree, and the family name in some case. Where two people fit, and where
    nobody does, the initials stay.
    """
    held = list(names)
    full = {n.words for n in held if len(n.words) > 1 and not begins_with_initials(n.words)}
    for name in held:
        if not begins_with_initials(name.words):
            continue
        weigh(name, "person", 3)
        family = forms_undone(name.words[-1], tongue)
        letter = name.words[0][0]
        fitting = [words for words in full if words[0][0] == letter and words[-1] in family]
        if len(fitting) == 1:
            name.words = fitting[0]
