"""Epithets of several holders at once: "the two presidents", "the leaders of A and B"."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from communique.model import Span
from communique.read.who.found import FoundEpithet, Title
from communique.read.who.persons.holders import Holders, Stage
from communique.read.who.persons.office_match import is_meant
from communique.read.who.persons.person import Person
from communique.read.who.words.lexicon import meant_by, word_class
from communique.read.who.words.ranks import HIGH, TOP, is_bare_office, is_general

_NEAR = 4
"""How many sentences back "the two presidents" may have been named."""
_FAR = 25
"""How far into a report "the leaders" still are those who met by its first sentences."""


class Group(msgspec.Struct):
    """Several actors named at once; ``members`` where they are known."""

    members: tuple[Person | str, ...]
    spans: list[Span]


class Groups:
    """Finds the members of plural epithets, and which of them mean the same people.

    ``holder_of`` gives the holder of an office for a state, a new one if there is none.
    """

    def __init__(
        self,
        holders: Holders,
        stage: Stage,
        holder_of: Callable[[Title, FoundEpithet, str], Person],
    ) -> None:
        self.found: list[Group] = []
        self._holders = holders
        self._stage = stage
        self._holder_of = holder_of
        self._groups: dict[object, Group] = {}
        self._last_group: dict[str, Group] = {}

    def add(self, epithet: FoundEpithet) -> None:
        """Add the group that a plural epithet means."""
        title = epithet.title
        members = self._members(epithet)
        if not members and epithet.determiner in word_class("owning") and not title.states:
            if epithet.determiner != "our":
                return
        elif not members and not title.states and epithet.determiner in ("the", "these"):
            known = self._last_group.get(_kind_of(title)[0])
            if known and is_bare_office(title):
                known.spans.append(epithet.span)
                return
        self._put(epithet.span, members, _kind_of(title))

    def add_sides(self, span: Span) -> None:
        """Add "the two sides": the states of a contact."""
        self._put(span, self._sides(span.start), "sides")

    def _members(self, epithet: FoundEpithet) -> tuple[Person | str, ...]:
        title = epithet.title
        if len(title.states) > 1:
            return tuple(self._holder_of(title, epithet, state) for state in title.states)
        if title.body or not is_bare_office(title):
            return ()
        if epithet.count:
            return self._recent(epithet, epithet.count) or self._opening(epithet, epithet.count)
        definite = epithet.determiner in ("the", "these") and not title.states
        if not definite or title.office not in HIGH:
            return ()
        members = self._opening(epithet, None) or self._recent(epithet, 2)
        if title.office not in TOP and len({*map(_first_state, members)}) < 2:
            return ()
        return members

    def _put(self, span: Span, members: tuple[Person | str, ...], otherwise: object) -> None:
        """Add a mention of the group of these members; if they are unknown, of that key."""
        key: object = frozenset(map(_key, members)) or otherwise
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = Group(members=members, spans=[])
            self.found.append(group)
        group.spans.append(span)
        if not members and isinstance(otherwise, tuple):
            self._last_group[otherwise[0]] = group

    def _sides(self, at: int) -> tuple[Person | str, ...]:
        """Return the states of high offices named before ``at``, if they are just two."""
        last: dict[str, int] = {}
        for person in self._holders.of(HIGH):
            seen = self._stage.last(person, at)
            if seen:
                for state in states_of(person)[:1]:
                    last[state] = max(last.get(state, -1), seen[0])
        chosen: list[str] = sorted(last, key=lambda state: -last[state])
        return tuple(chosen) if len(chosen) == 2 else ()

    def _recent(self, epithet: FoundEpithet, count: int) -> tuple[Person, ...]:
        """Return the holders named last, not long ago; nobody if they are too few."""
        title, classes = epithet.title, meant_by(epithet.title.office)
        last: list[tuple[int, int, Person]] = []
        for person in self._holders.of(classes):
            seen = self._stage.last(person, epithet.span.start)
            if seen and is_meant(title, person, classes):
                last.append((*seen, person))
        last.sort(key=lambda item: -item[0])
        here = [person for _, line, person in last if line == epithet.line]
        if len(here) == 1 and len(last) > count and not epithet.subject:
            # "Queen Ida telephoned both leaders": neither of them is she
            last = [item for item in last if item[2] is not here[0]]
        if len(last) > count and epithet.line - last[count - 1][1] > _NEAR:
            return ()
        chosen = [person for _, _, person in last[:count]]
        return tuple(chosen) if len(chosen) == count else ()

    def _opening(self, epithet: FoundEpithet, count: int | None) -> tuple[Person, ...]:
        """Return the holders of high office whom the report brings together first.

        They are those of the first sentence that names two; nobody if they are not ``count``.
        """
        said = epithet.title
        classes = meant_by(said.office) if said.office not in TOP else HIGH
        by_line: dict[int, list[Person]] = {}
        for person in self._holders.of(classes):
            first = self._stage.first(person)
            if first and first[0] < epithet.span.start and not _is_past(person):
                by_line.setdefault(first[1], []).append(person)
        line = min((n for n, persons in by_line.items() if len(persons) > 1), default=None)
        if line is None or line > min(by_line) + 1 or epithet.line - line > _FAR:
            return ()
        chosen, wanted = by_line[line], meant_by(said.office)
        meant = [is_meant(said, person, wanted) for person in chosen]
        fits = any(meant) if is_general(said.name) else all(meant)
        return tuple(chosen) if fits and count in (None, len(chosen)) else ()


def states_of(person: Person) -> list[str]:
    """Return the states that the person's offices are of."""
    return list(dict.fromkeys(code for title in person.titles for code in title.states))


def _is_past(person: Person) -> bool:
    return all(title.past for title in person.titles)


def _first_state(person: Person | str) -> str | None:
    return None if isinstance(person, str) else next(iter(states_of(person)), None)


def _kind_of(title: Title) -> tuple[str, tuple[str, ...], str | None]:
    """Return what tells a group whose members are unknown from others."""
    office = title.name.casefold() if title.office == "collective" else title.office
    return (office, title.states, title.body)


def _key(member: Person | str) -> object:
    return member if isinstance(member, str) else id(member)
