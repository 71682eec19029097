"""Epithets by a role alone: "la ministra", "der Minister", "эксперт", "el presidente".

Whom they mean is told by what the report calls those whom it names: any minister for "the
minister", the president of the council for "the president" where no other is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from communique.read.who.found import FoundEpithet, FoundName, Gender, Title
from communique.read.who.tongues.grammar import Tongue
from communique.read.who.tongues.inflection import is_given
from communique.read.who.tongues.marks import Mark
from communique.read.who.words.lexicon import meant_by

_SMALL = 2  # words such as "się" between an epithet and its verb


def gender_by_verb(marks: Sequence[Mark], n: int, after: int, tongue: Tongue) -> Gender | None:
    """Return the gender that the verb beside an epithet tells: "министр | потребовала"."""
    forms = tongue.raw.get("verbs_of")
    if not forms:
        return None
    beside = [*marks[after : after + _SMALL], *marks[max(0, n - 1) : n]]
    for mark in beside:
        if mark.kind != "word" or not mark.low[:1].isalpha():
            continue
        for gender, pattern in forms.items():
            if re.search(pattern, mark.low) and mark.low not in tongue.function:
                return "f" if gender == "women" else "m"
    return None


def with_role(title: Title, names: Iterable[FoundName]) -> Title:
    """Return the title of an epithet as one of the class that a holder of its word has.

    "El presidente" is the president of the government where that is the one president named.
    """
    word = title.name.casefold()
    if title.general and title.office == "minister" and not title.states:
        return msgspec.structs.replace(title, office="any-minister")
    if title.states or title.body or " " in word:
        return title
    held = [one for name in names for one in name.titles]
    if any(one.office == title.office for one in held):
        return title
    others = {one.office for one in held if one.name.casefold().split()[:1] == [word]}
    if len(others) != 1:
        return title
    return msgspec.structs.replace(title, office=others.pop(), general=False)


def of_first_named(title: Title, names: Sequence[FoundName]) -> Title:
    """Return "the head of state" as that of the state whose president is named first.

    Where presidents of several states are named, it is one's own that is called so.
    """
    if title.states or title.name not in _AT_HEAD:
        return title
    held = sorted(
        (name.span.start, one.states)
        for name in names
        for one in name.titles
        if one.office == title.office and one.states
    )
    several = len({states[0] for _, states in held}) > 1
    return msgspec.structs.replace(title, states=held[0][1]) if several else title


_AT_HEAD = ("head of state", "head of government")


def kept(doubtful: Iterable[FoundEpithet], names: Sequence[FoundName]) -> list[FoundEpithet]:
    """Return epithets of offices that many hold, where somebody who is named holds such a one."""
    titles = [title for name in names for title in name.titles]
    held = {title.name.casefold() for title in titles}
    classes = {title.office for title in titles}
    return [
        one for one in doubtful
        if one.title.name.casefold() in held
        or (one.title.general and not classes.isdisjoint(meant_by(one.title.office)))
    ]  # fmt: skip


def is_object(before: Mark | None, words: Sequence[str], tongue: Tongue) -> bool:
    """Tell a man's name in the accusative from a woman's: "прийняв | Івана Ткачука".

    A verb in the masculine has no woman for its subject; "Микола" is a man as it stands.
    """
    pattern = tongue.raw.get("verbs_of", {}).get("men")
    if before is None or before.kind != "word" or not pattern or len(words) < _FULL:
        return False
    given = words[0]
    oblique = given.casefold().endswith(("а", "я", "a")) and not is_given(given, "m")
    return oblique and re.search(pattern, before.low) is not None


_FULL = 2  # words of a full name
