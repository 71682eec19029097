"""Which words of a run of capitalised ones are a person's name."""

from __future__ import annotations

from communique.read.who.tongues.grammar import Tongue
from communique.read.who.tongues.inflection import is_given, nominative
from communique.read.who.words.words import Line, Word


def own_words(parts: list[Word], line: Line, tongue: Tongue, *, entitled: bool) -> list[Word]:
    """Leave out words before a known given name that are none of its own.

    They open the sentence, or they are whom an officer serves: "советник Лисовской | Павел Рей".
    With ``entitled`` an office stands before the run, and what it is of may be a house:
    "ekspertka Ośrodka Studiów | Renata Kos".
    """
    house = entitled and parts[0].low in tongue.bodies
    for at in range(1, len(parts) - 1):
        plain = parts[at].text
        opening, first = parts[0].start == line.span.start, parts[0].text
        if house and is_given(plain):
            return parts[at:]
        known = is_given(first) or nominative((first, "-"), tongue.code)[0] != first
        served = tongue.inflected and at == 1 and parts[0].is_word
        if is_given(plain) and (opening or served) and not known:
            return parts[at:]
    return parts
