"""States of offices that are told without one.

"Пресс-секретарь президента Норвелии" tells of which state the president is that a report
speaks of; so "президент Олег Ставр" is Norvelia's, unless somebody else is told to be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from communique.read.who.found import Found, Title

_STEM = 6  # letters by which the forms of an office's or body's name are known


def give_states(found: Found) -> None:
    """Give titles without a state that of the body or officer of the same name, if it is one."""
    told: dict[str, set[str]] = defaultdict(set)
    for title in _titles(found):
        if title.body and title.states:
            told[_stem(title.body)].add(title.states[0])
    served = {word: set(states) for word, states in told.items()}
    for known in found.known:
        if known.title and known.title.states:
            told[_stem(known.title.name)].add(known.title.states[0])
    held = {
        (_stem(title.name), state)
        for name in found.names
        for title in name.titles
        for state in title.states
    }
    for name in found.names:
        name.titles[:] = [
            _with_state(title, _telling(title, told, served), held) for title in name.titles
        ]


def _titles(found: Found) -> Iterator[Title]:
    for name in found.names:
        yield from name.titles
    for epithet in found.epithets:
        yield epithet.title


def _telling(
    title: Title, told: dict[str, set[str]], served: dict[str, set[str]]
) -> dict[str, set[str]]:
    """Return what may tell the state: a ministry that is named is not that of every minister."""
    return told if title.body or " " in title.name else served


def _with_state(title: Title, told: dict[str, set[str]], held: set[tuple[str, str]]) -> Title:
    if title.states:
        return title
    words = [title.body] if title.body else title.name.split()
    if title.body is None and len(words) > 1:
        words = words[1:]  # a ministry that is named is not that of every minister
    states = {state for word in words for state in told.get(_stem(word), ())}
    if len(states) != 1:
        return title
    state = next(iter(states))
    taken = title.body is None and (_stem(title.name), state) in held
    return title if taken else replace(title, states=(state,))


def _stem(name: str) -> str:
    """Return the beginning of a name, by which its cases are known."""
    word = name.casefold().split()[0] if name.split() else ""
    return word[:_STEM]
