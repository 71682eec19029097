"""Who "the President" is where everybody in the room knows: the incumbent whom the report names.

In a press conference "the President" is one person throughout, mostly called by the bare office,
and now and then by name ("President Moss said"). Others who bear the same title are named beside
him, with a state, without the title, or as those to whom somebody speaks. What tells is counted
over the whole report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from communique.read.who.found import FoundName, Title
from communique.read.who.persons.person import Person
from communique.read.who.words.lexicon import word_class

_SURE, _AHEAD = 1.5, 1.0
"""How much must speak for the incumbent, and by how much he must be ahead of the next one."""
_HEADLINE = 8.0
_GOVERNS = _BESIDE_HIM = 2.0
_FIRST = 1.0
"""What speaks for him: the headline, "the Moss administration", "and the First Lady", being
named first."""
_BARE, _BOTH, _SPOKEN_TO, _ELSEWHERE, _PAST = 0.5, 1.5, 1.0, 3.0, 3.0
"""What speaks against him each time: no title, "the President" in the same sentence, "with" him,
a state, "former"."""
_LATE, _LATE_OFTEN, _SELDOM_NAMED = (0.5, 4.0), (0.1, 1.5), 2
"""What speaks against him each time that "the President" is told of before he is ever named, and
what it comes to at most: if he is named so often at most, and if oftener. Whose government is
called by his name has no need to be named."""
_MOST_NAMED, _MOST_BARE = 8, 6
_SELDOM = 6
"""One's own state is told with one title in so many at most."""


def governing(text: str) -> Counter[str]:
    """Return how often each name stands so: "the Moss administration", "the Moss-Oduya …"."""
    return Counter(found["name"] for found in _administrations().finditer(text))


def incumbent(
    text: str,
    persons: Sequence[Person],
    office: str,
    said: Mapping[int, int],
    home: str | None,
) -> Person | None:
    """Return who must be meant by the bare ``office`` (lower case), ``None`` if nobody stands out.

    ``said`` has the numbers of the sentences that say the bare office, ``home`` is the state on
    whose side the report stands.
    """
    governs = governing(text)
    bearers = [
        (person, [name for name in person.names if _bears(name, office)])
        for person in persons
        if any(_is(title, office) for title in person.titles)
    ]
    bearers = [(person, named) for person, named in bearers if named or person.headlines]
    firsts = [named[0].span.start for _, named in bearers if named]
    scored = []
    for person, named in bearers:
        worth = _for(text, person, named, office, governs) - _against(text, person, named, said)
        worth -= _ELSEWHERE * _is_elsewhere(person, office, home)
        worth -= _PAST * sum(title.past for title in person.titles if _office(title) == office)
        worth += _FIRST * (bool(named) and named[0].span.start == min(firsts))
        if not person.headlines and not governs.get(person.words[-1]):
            late = sum(at < named[0].span.start for at in said.values())
            each, most = _LATE if len(named) <= _SELDOM_NAMED else _LATE_OFTEN
            worth -= min(most, each * late)
        scored.append((worth, person))
    scored.sort(key=lambda one: one[0], reverse=True)
    if not scored or scored[0][0] < _SURE:
        return None
    ahead = len(scored) == 1 or scored[0][0] - scored[1][0] >= _AHEAD
    return scored[0][1] if ahead else None


def _for(
    text: str, person: Person, named: Sequence[FoundName], office: str, governs: Mapping[str, int]
) -> float:
    worth = float(min(_MOST_NAMED, len(named)))
    heads = any(_bears(name, office) or not name.titles for name in person.headlines)
    if heads and not any(title.states for title in person.titles):
        worth += _HEADLINE
    # A government of long ago is called by its head as well, who is hardly named with his title.
    most = len(named) - (not person.headlines)
    worth += _GOVERNS * min(most, governs.get(person.words[-1], 0))
    return worth + _BESIDE_HIM * sum(bool(_beside().match(text, n.span.end)) for n in named)


def _against(
    text: str, person: Person, named: Sequence[FoundName], said: Mapping[int, int]
) -> float:
    bare = sum(not name.titles for name in person.names)
    both = len({name.line for name in named if name.line in said})
    spoken_to = sum(_is_spoken_to(text, name) for name in named)
    return _BARE * min(_MOST_BARE, bare) + _BOTH * both + _SPOKEN_TO * spoken_to


def _is_spoken_to(text: str, name: FoundName) -> bool:
    """Tell whether somebody deals with the person: "a call with President Roe"."""
    before = text[max(0, name.phrase.start - 6) : name.phrase.start].split()
    return bool(before) and before[-1].casefold() in word_class("dealing_with")


def _bears(name: FoundName, office: str) -> bool:
    return any(_is(title, office) for title in name.titles)


def _is(title: Title, office: str) -> bool:
    return not title.past and not title.body and _office(title) == office


def _office(title: Title) -> str:
    return title.name.casefold()


def _is_elsewhere(person: Person, office: str, home: str | None) -> bool:
    """Tell whether the office is told with a state: one's own president needs none."""
    held = [title for title in person.titles if _office(title) == office]
    elsewhere = sum(bool(title.states) and home not in title.states for title in held)
    return bool(elsewhere) and elsewhere * _SELDOM >= len(person.titles)


@cache
def _administrations() -> re.Pattern[str]:
    words = "|".join(sorted(word_class("administrations")))
    name = r"[^\W\d_a-z][\w’'.]{0,40}"
    return re.compile(rf"\b(?P<name>{name})(?:[-–—]{name})? (?i:{words})\b")


@cache
def _beside() -> re.Pattern[str]:
    known = sorted(word_class("beside_incumbents"))
    words = "|".join(word.replace("_", " ") for word in known)
    return re.compile(rf"\s+and\s+(?:the\s+)?(?:{words})\b", re.IGNORECASE)
