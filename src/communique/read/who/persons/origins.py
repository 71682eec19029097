"""People of whom a report tells nothing but where they come from: "Ann Lee of Chile"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from communique.read.who.found import FoundKnown
from communique.read.who.persons.person import Person

_LINKS = (["of"], ["from"], ["of", "the"], ["from", "the"], [","])
_WORDS = 12  # characters between the name and the state


def people_from(
    text: str, persons: Iterable[Person], states_in: Mapping[int, Sequence[FoundKnown]]
) -> dict[str, list[Person]]:
    """Return the one person without an office from each state; none where several come from it.

    ``states_in`` are the states that a sentence names, by its number. An epithet such as "the
    Chilean envoy" can mean such a person.
    """
    found: dict[str, dict[int, Person]] = defaultdict(dict)
    for person in persons:
        for name in person.names if not person.titles else ():
            for state in states_in.get(name.line, ()):
                between = text[name.span.end : state.span.start]
                if 0 < len(between) < _WORDS and between.split() in _LINKS:
                    found[state.key][id(person)] = person
    return {key: list(people.values()) for key, people in found.items() if len(people) == 1}
