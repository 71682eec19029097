"""Which of several people of one family name a name means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from communique.read.who.found import FoundName, Gender, Title
from communique.read.who.words.lexicon import meant_by
from communique.read.who.words.orders import family_of
from communique.read.who.words.spelling import skeleton

if TYPE_CHECKING:
    from communique.read.who.persons.person import Person

_BY_GIVEN_NAME = ("royal", "clergy")
"""Offices whose holders are called by a given name."""
_HEADS = ("head-of-state", "head-of-government")
HIGH_OFFICES = (*_HEADS, "royal", "leader", "foreign-minister", "minister")
"""Whoever holds one is meant by a family name alone, and not a relative."""


def is_another(person: Person, name: FoundName, gender: Gender | None) -> bool:
    """Tell whether a name with its title, which may tell a gender, cannot be this person's."""
    if gender and person.gender and gender != person.gender:
        return True
    if person.is_kin and name.titles and not holds_any(person, name.titles):
        return True
    spouse = bool(person.titles) and all(title.office == "spouse" for title in person.titles)
    if spouse and name.titles and not holds_any(person, name.titles):
        return True  # "Vice President Roe" is not Jon Roe, the Second Gentleman
    heads = [t for t in name.titles if t.office in _HEADS and not t.past]
    held = [title for title in person.titles if not title.past]
    return bool(heads and held) and not any(title.office in (*_HEADS, "royal") for title in held)


def leading(persons: list[Person]) -> list[Person]:
    """Return who of namesakes a family name means: who holds office, and no relative of theirs.

    Else it is not who is told only as the one to whom somebody is related.
    """
    if any(person.is_kin for person in persons):
        heads = [p for p in persons if not p.is_kin and p.holds(HIGH_OFFICES)]
        plain = [p for p in persons if not (p.is_kin or any(n.related for n in p.names))]
        told = any(p.is_kin and p.headlines for p in persons)
        persons = heads or (not told and plain) or persons
    others = [p for p in persons if not any(n.related for n in p.names)]
    return others or persons


def is_head(name: FoundName) -> bool:
    """Tell whether the title of whoever leads a state or government stands before the name."""
    titles = (title for title in name.titles if not title.past)
    return not name.outside and any(title.office in _HEADS for title in titles)


def is_namesake(person: Person, heads: Sequence[int], *, family: bool) -> bool:
    """Tell "President Roe", named again and again, from a Jane Roe told of in passing later on.

    Somebody without any office who is first named when the President has long been told of, or
    at all where a report tells of the President's ``family``: "the President's son".
    """
    if person.titles or person.headlines or len(person.words) < 2:
        return False
    full = [one.span.start for one in person.names if len(one.words) > 1]
    if not full or len(full) > _IN_PASSING * (1 + family):
        return False
    if family:
        return True
    return sum(at < min(full) for at in heads) >= _LONG_TOLD_OF


_IN_PASSING = 6  # mentions of a full name
_LONG_TOLD_OF = 2  # mentions with the title before it


def holds_any(person: Person, titles: Iterable[Title]) -> bool:
    """Tell whether the person holds an office that one of the titles can mean."""
    offices = {office for title in titles for office in meant_by(title.office)}
    return any(title.office in offices for title in person.titles)


def titled_alike(persons: Sequence[Person], titles: Sequence[Title]) -> list[Person]:
    """Return who holds the very office of one of the titles, or else one that these can mean."""
    told = {title.name.casefold() for title in titles}
    very = [p for p in persons if any(held.name.casefold() in told for held in p.titles)]
    return very or [person for person in persons if holds_any(person, titles)]


def reigns(group: Sequence[FoundName], known: Person) -> bool:
    """Tell "King Oto II", "Pope Peter" from a person whose given name is the same."""
    word = group[0].words[0]
    by_family = skeleton(family_of(known.words)) == skeleton(word)
    called = is_called_by_given(group)
    return called and not by_family and not known.holds(_BY_GIVEN_NAME)


def is_called_by_given(group: Sequence[FoundName]) -> bool:
    """Tell whether a name has a title of those who are called by a given name: "King Oto"."""
    return any(title.office in _BY_GIVEN_NAME for name in group for title in name.titles)


def is_somebodys_son(person: Person) -> bool:
    """Tell whether the end of a name is the father's given name: "Omar bin Salman"."""
    return len(person.words) > 2 and person.words[-2].casefold() in ("bin", "ibn", "bint")
