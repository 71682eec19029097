"""Who was named last beside whom, and holds such an office for another state."""

from __future__ import annotations

from collections.abc import Sequence

from communique.read.who.found import FoundEpithet, Title
from communique.read.who.persons.groups import states_of
from communique.read.who.persons.holders import Stage
from communique.read.who.persons.person import Person
from communique.read.who.words.ranks import HIGH

_NEAR_COUNTERPARTS = 4  # sentences


def other_holder(epithet: FoundEpithet, persons: Sequence[Person], stage: Stage) -> Person | None:
    """Return who holds the office of whoever was named last, for another state."""
    at = epithet.span.start
    near = [
        (*last, number)
        for number, person in enumerate(persons)
        if (last := stage.last(person, at))
        and epithet.line - last[1] <= _NEAR_COUNTERPARTS
        and person.holds((*HIGH, "envoy", "representative", "ambassador", "spokesperson"))
    ]
    near.sort(reverse=True)
    people = [persons[number] for *_, number in near]
    if len(people) < 2:
        return None
    offices = {title.office for title in people[0].titles}
    others = [p for p in people[1:] if p.holds(offices) and states_of(p) != states_of(people[0])]
    return others[0] if len(others) == 1 else None


def office_beside(
    persons: Sequence[Person], stage: Stage, at: int, line: int, state: str
) -> Title | None:
    """Return the office of whoever was named last before, for another state."""
    near = [
        (last, number, title)
        for number, person in enumerate(persons)
        if (last := stage.last(person, at))
        and line - last[1] <= 1
        and state not in states_of(person)
        for title in person.titles
        if title.office in (*HIGH, "envoy", "representative", "ambassador")
    ]
    return max(near, key=lambda one: one[:2])[2] if near else None
