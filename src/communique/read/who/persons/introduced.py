"""Whom the first words of a report call by an office, and the next by a name.

Agencies tell first what was done, by whoever holds an office, and give the name behind it:
"Chile's foreign minister said on Monday … / 'We agreed', Ann Lee told reporters". Everybody
else they name comes with an office or with who he is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from communique.read.who.found import Found, FoundEpithet, FoundName
from communique.read.who.persons.person import Person
from communique.read.who.words.lexicon import word_class

_LEAD = 400  # characters in which an office must stand that a name follows
_NEXT = 700  # characters between the office and the name
_SENTENCES = 3
_VERB = re.compile(r"\s+(?:[a-z]+ly\s+|also\s+|later\s+)?[a-z]{2,}")
_LEADS = re.compile(r"(?:\A|[.!?”\"\n]|\s[-–—])\s*\Z")
_OPENS = re.compile(r"(?:\A|[.!?”\"]|,[”\"])\s*\Z")


def introduce(text: str, found: Found, persons: Sequence[Person]) -> None:
    """Give the office of a report's first subject to the person who is named behind it."""
    epithet = _lead(text, found)
    if epithet is None:
        return
    pair = _named_next(text, epithet, persons)
    if pair is None or any(_holds(other, epithet) for other in persons):
        return
    owner = epithet.owner
    if owner and any(name.span.overlaps(owner) for one in persons for name in one.names):
        return  # "Lee's spokesman"
    person, name = pair
    title = epithet.title
    if owner and not (title.states or title.body):
        title = msgspec.structs.replace(title, body=owner.of(text))  # "the League's envoy"
    person.titles.append(title)
    epithet.name = name


def _lead(text: str, found: Found) -> FoundEpithet | None:
    """Return the office that a report begins with, where it is told of which state."""
    first = min(found.epithets, key=lambda one: one.span.start, default=None)
    if first is None or first.span.start > _LEAD:
        return None
    opens = _LEADS.search(text[max(0, first.span.start - 6) : first.span.start]) is not None
    if not (first.subject or (opens and _VERB.match(text, first.span.end))):
        return None
    plain = first.name is None and not (first.quoted or first.title.plural)
    owned = bool(first.title.states or first.owner)
    told = owned or first.determiner in word_class("vague")
    return first if plain and told and not first.title.past else None


def _named_next(
    text: str, epithet: FoundEpithet, persons: Sequence[Person]
) -> tuple[Person, FoundName] | None:
    """Return the first person named in the sentences behind, if only the name is told there."""
    behind = [
        (name.span, n, name)
        for n, person in enumerate(persons)
        for name in person.names
        if name.line > epithet.line and name.span.start > epithet.span.end
    ]
    if not behind:
        return None
    _, n, name = min(behind, key=lambda one: one[0])
    person = persons[n]
    first = min(one.span.start for one in person.names if not one.outside)
    near = name.span.start - epithet.span.end < _NEXT and name.line - epithet.line <= _SENTENCES
    fresh = near and first == name.span.start
    plain = fresh and not (person.titles or name.quoted or name.related) and len(name.words) > 1
    same = not (person.gender and epithet.title.gender) or person.gender == epithet.title.gender
    return (person, name) if plain and same and _acts(text, name) else None


def _acts(text: str, name: FoundName) -> bool:
    """Tell whether a name opens its sentence or a tag behind a quotation, with a verb behind."""
    opens = _OPENS.search(text[max(0, name.span.start - 6) : name.span.start])
    return opens is not None and _VERB.match(text, name.span.end) is not None


def _holds(person: Person, epithet: FoundEpithet) -> bool:
    """Tell whether somebody is told to hold such an office, of that state or of none."""
    states = set(epithet.title.states)
    return any(
        title.office == epithet.title.office and (not title.states or states & set(title.states))
        for title in person.titles
    )
