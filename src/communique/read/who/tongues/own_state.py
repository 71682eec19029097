"""One's own state, which a report does not tell: "Minister Orzeł", in a report of Warsaw.

A ministry names its own minister without the state, and before all others. It is taken for the
one state of the language (``homes`` in its file) that the report speaks of, where nobody else
holds that office for it; "госсекретарь" is that of the one state that has it (``offices_of``).
A report on states that no list knows tells nothing in this way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from communique.read.who.found import Found, FoundName, Title
from communique.read.who.tongues.marks import Mark

_STATES = ("state", "adjective", "seat")
_OWN = frozenset(("head-of-state", "head-of-government", "royal", "foreign-minister", "minister"))
_SINGLE = frozenset(("head-of-state", "head-of-government", "foreign-minister"))
_ENDING = 3  # letters in which the cases of a family name differ
_CODE = 2  # letters of the code of a state that lists know


def states_in(marks: Iterable[Mark]) -> Iterator[tuple[str, bool]]:
    """Yield the states that a line names, and whether only by their capital."""
    for mark in marks:
        if mark.kind in _STATES and mark.key:
            yield mark.key, mark.kind == "seat"


def give_own_state(found: Found, named: Mapping[str, bool], raw: Mapping[str, Any]) -> None:
    """Give the officer whom a report names first its own state, where none is told of him.

    ``named`` are the states that it names, with whether only their capital is.
    """
    homes = _homes(found, named, raw)
    sole = {name: code for code, names in raw.get("offices_of", {}).items() for name in names}
    told = [name for name in found.names if any(title.states for title in name.titles)]
    held = [name for name in found.names if name.titles]
    first = min(held, key=lambda name: name.span, default=None)
    for name in held:
        if any(one is not name and _is_alike(one, name) for one in told):
            continue
        here = homes if first is not None and _is_alike(first, name) else ()
        name.titles[:] = [_at_home(title, found, here, sole) for title in name.titles]


def _homes(found: Found, named: Mapping[str, bool], raw: Mapping[str, Any]) -> Sequence[str]:
    if any(len(code) != _CODE for code in named):
        return ()
    homes = str(raw.get("homes", "")).split()
    several = len(homes) > 1  # one of them may be the other side
    foreign = {
        state
        for name in found.names
        for title in name.titles
        if title.office == "ambassador" or several
        for state in title.states
    }
    meant = [code for code in homes if code in named and code not in foreign]
    return [code for code in meant if code == homes[0] or not named[code]]


def _is_alike(one: FoundName, other: FoundName) -> bool:
    """Tell whether two names may be one person's, in whatever case they stand."""
    a, b = one.words[-1].casefold(), other.words[-1].casefold()
    least = max(2, min(len(a), len(b)) - _ENDING)
    return a[:least] == b[:least]


def _at_home(title: Title, found: Found, homes: Sequence[str], sole: Mapping[str, str]) -> Title:
    if title.states or title.body or title.past:
        return title
    low = title.name.casefold()
    only = next((code for name, code in sole.items() if low.startswith(name)), None)
    if only is not None:
        return replace(title, states=(only,), own=True)
    if title.office not in _OWN:
        return title
    held = {
        state
        for name in found.names
        for one in name.titles
        if one.office == title.office and (one.name.casefold() == low or title.office in _SINGLE)
        for state in one.states
    }
    if any(
        one.title.office == title.office
        and one.title.states
        and held.union(homes).isdisjoint(one.title.states)
        for one in found.epithets
    ):
        return title  # "Premier Hruška …": "the Czech premier", whom nobody else is
    free = [code for code in homes if code not in held]
    return replace(title, states=(free[0],), own=True) if len(free) == 1 else title
