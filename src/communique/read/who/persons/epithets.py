"""Whom an epithet points at: "the head of state", "the Belmarian leader", "both presidents"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log

import msgspec

from communique.model import Span
from communique.read.layers import Pending
from communique.read.who.found import Found, FoundEpithet, FoundKnown, Title
from communique.read.who.offices.counterparts import OFFICE as COUNTERPART
from communique.read.who.persons.beside import office_beside, other_holder
from communique.read.who.persons.bygone import holding_now
from communique.read.who.persons.groups import Group, Groups, states_of
from communique.read.who.persons.holders import Holders, Stage, at_home, only_leader, opening
from communique.read.who.persons.incumbents import incumbent
from communique.read.who.persons.office_match import is_meant, likely
from communique.read.who.persons.origins import people_from
from communique.read.who.persons.pairs import aligned, coordinated
from communique.read.who.persons.person import Person
from communique.read.who.persons.spoken import Spoken
from communique.read.who.persons.traits import OFFICES, KnownTraits, without_party
from communique.read.who.printed.front import is_asked
from communique.read.who.words.lexicon import meant_by, word_class
from communique.read.who.words.ranks import HIGH, TOP

_BESIDE = 4
"""A person is not "the President" if one in so many sentences with his title names both."""
_SUBJECT = 1.5  # for the subject of the sentence before, if the epithet is one
_NEAR_TOP, _NEAR = 3.0, 6.0
"""What it tells to have been named in the same sentence, of who leads a state and of others."""


class Resolved(msgspec.Struct):
    """What epithets come to. ``persons`` are those known by an epithet alone."""

    epithets: list[tuple[Span, Person | str]] = []
    persons: list[Person] = []
    groups: list[Group] = []
    pending: list[Pending] = []
    home: str | None = None


class Resolver:
    """Ties the epithets of one report to persons, in the order of the text."""

    def __init__(self, text: str, found: Found, persons: Sequence[Person]) -> None:
        self._text = text
        self._found = found
        self._persons = list(persons)
        if found.home:
            self._come_home(found.home)
        self._holders = Holders(persons)
        self._spoken = Spoken(text, persons, found.epithets)
        self._stage = Stage()
        self._groups = Groups(self._holders, self._stage, self._holder_of)
        self._states_in: dict[int, list[FoundKnown]] = defaultdict(list)
        self._out = Resolved()
        for known in found.known:
            if known.kind == "state":
                self._states_in[known.line].append(known)
        self._from = people_from(text, persons, self._states_in)
        for person in persons:
            for name in person.names:
                self._stage.enter(person, name.span, name.line, quoted=name.quoted)
            if person.headlines:
                self._stage.announce(person)
        self._home = self._out.home = self._home_state()
        self._said_bare: dict[str, list[int]] = defaultdict(list)
        self._said_in: dict[str, dict[int, int]] = defaultdict(dict)
        self._known_to_all = 0 if is_asked(text) else 1
        self._incumbents: dict[str, Person | None] = {}
        self._traits = KnownTraits(text)
        for epithet in found.epithets:
            bare = epithet.determiner in ("the", "this") and not epithet.title.states
            if bare and epithet.name is None and not epithet.title.plural:
                self._said_bare[epithet.title.name.casefold()].append(epithet.span.start)
                said = self._said_in[epithet.title.name.casefold()]
                said.setdefault(epithet.line, epithet.span.start)

    def resolve(self) -> Resolved:
        """Return the epithets with the persons, states and groups they point at."""
        self._pair_up()
        self._equal()
        for epithet in self._found.epithets:
            if epithet.title.plural:
                self._groups.add(epithet)
            else:
                self._single(epithet)
        for sides in self._found.sides:
            self._groups.add_sides(sides.span)
        self._out.groups = self._groups.found
        return self._out

    def _come_home(self, home: str) -> None:
        """Give the publisher's state to the holder of office whom its report opens with."""
        first = opening(self._persons)
        for person in [first] if first and not states_of(first) else []:
            person.titles[:] = [
                msgspec.structs.replace(title, states=(home,))
                if title.office in (*TOP, "foreign-minister") and not (title.body or title.past)
                else title
                for title in person.titles
            ]

    def _pair_up(self) -> None:
        """Give the offices of "the presidents of A and B" to the persons set side by side."""
        pairs = coordinated(self._text, self._found.names, self._stage.by_span)
        done: set[frozenset[str]] = set()
        for epithet in self._found.epithets if pairs else ():
            key = frozenset(epithet.title.states)
            if epithet.title.office not in TOP or len(key) != 2 or key in done:
                continue
            done.add(key)
            for state, person in self._paired(epithet, pairs).items():
                title = msgspec.structs.replace(epithet.title, states=(state,), plural=False)
                self._holders.give(person, title)

    def _paired(
        self, epithet: FoundEpithet, pairs: Sequence[tuple[Person, Person]]
    ) -> dict[str, Person]:
        """Return who of the pairs must hold the office for which of its states."""
        one, other = epithet.title.states[:2]
        holders = {state: next(iter(self._holders.of(TOP, state)), None) for state in (one, other)}
        if all(holders.values()):
            return {}
        if not any(holders.values()):
            untold = [pair for pair in pairs if not any(p.titles for p in pair)]
            if len(untold) != 1:
                return {}
            return aligned(untold[0], (one, other), self._found.epithets)
        state, open_ = (one, other) if holders[one] else (other, one)
        partners = {
            id(p): p
            for pair in pairs
            if holders[state] in pair
            for p in pair
            if p is not holders[state] and not states_of(p)
        }
        return {open_: next(iter(partners.values()))} if len(partners) == 1 else {}

    def _home_state(self) -> str | None:
        """Return the state on whose side the report stands, if it shows.

        It is that of the holder of high office whom the report is most about; where his state
        is never told, as one's own need not be, none of the others is it.
        """
        if self._found.home:
            return self._found.home
        high = self._holders.of(HIGH)
        if high:
            return next(iter(states_of(max(high, key=self._stage.weight))), None)
        counted = Counter(code for e in self._found.epithets for code in e.title.states[:1])
        return counted.most_common(1)[0][0] if counted else None

    # ---------------------------------------------------------------- one holder

    def _single(self, epithet: FoundEpithet) -> None:
        if epithet.name is not None:
            person = self._stage.at(epithet.name.span)
            if person:
                self._tie(epithet, person)
            return
        if epithet.title.office == COUNTERPART:
            if (other := self._counterpart(epithet)) is not None:
                self._tie(epithet, other)
            return
        title = self._owned(epithet)
        if title is None:
            return
        if epithet.determiner in word_class("vague") and not title.states:
            if epithet.subject:
                self._tie(epithet, self._new(epithet, title))
            return
        person = (
            self._holder(title, epithet) if epithet.determiner not in word_class("vague") else None
        )
        if person is None and self._may_be_new(epithet, title):
            person = self._new(epithet, title)
        if person:
            if title.states and not person.titles:  # "Ann Lee of Chile … the Chilean envoy"
                self._holders.give(person, title)
            self._tie(epithet, person)

    def _counterpart(self, epithet: FoundEpithet) -> Person | None:
        """Return who holds for that state the office of whoever was named last for another.

        Where no state is told it is the one other holder of such an office who was named before.
        """
        if not epithet.title.states:
            return other_holder(epithet, self._persons, self._stage)
        state = epithet.title.states[0]
        other = office_beside(self._persons, self._stage, epithet.span.start, epithet.line, state)
        if other is None:
            return None
        title = msgspec.structs.replace(epithet.title, office=other.office)
        held = self._holders.of((title.office,), state)
        best = max(held, key=lambda p: self._likelihood(p, title, epithet), default=None)
        return best or self._new(epithet, title)

    def _equal(self) -> None:
        """Give who is named as a counterpart the office of whom he is the counterpart of."""
        for person in self._persons:
            for name in person.names:
                for title in [title for title in name.titles if title.office == COUNTERPART]:
                    beside = office_beside(
                        self._persons, self._stage, name.span.start, name.line, title.states[0]
                    )
                    if beside is not None:
                        same = msgspec.structs.replace(
                            title, office=beside.office, name=beside.name
                        )
                        person.titles.remove(title)
                        self._holders.give(person, same)

    def _owned(self, epithet: FoundEpithet) -> Title | None:
        """Return the title with the state of its owner; None if only the speaker makes it clear."""
        title = epithet.title
        if epithet.owner:
            owner = self._stage.at(epithet.owner)
            states = tuple(s for t in owner.titles for s in t.states)[:1] if owner else ()
            if owner is None and not title.body:  # "the League's envoy"
                title = msgspec.structs.replace(title, body=epithet.owner.of(self._text))
            return msgspec.structs.replace(title, states=title.states or states)
        if epithet.determiner == "its" and not title.states:
            state = self._last_state(epithet)
            return msgspec.structs.replace(title, states=(state,)) if state else None
        if epithet.determiner in word_class("owning") and not title.states:
            self._out.pending.append(
                Pending(
                    span=epithet.span,
                    form="epithet",
                    word=epithet.determiner,
                    office=title.office,
                )
            )
            return None
        return title

    def _last_state(self, epithet: FoundEpithet) -> str | None:
        """Return the state named last in the sentence before the epithet, or the home state."""
        before = [
            known.key
            for known in self._states_in.get(epithet.line, ())
            if known.span.end <= epithet.span.start
        ]
        return before[-1] if before else self._home

    def _may_be_new(self, epithet: FoundEpithet, title: Title) -> bool:
        name = title.name.casefold()
        if title.states or epithet.owner or title.body or name == "first lady":
            return True
        if epithet.determiner == "the" and title.office in ("reporter", "spokesperson"):
            return True
        if epithet.determiner == "the" and name.replace(" ", "_") in word_class("home_offices"):
            return title.name[0].isupper() and not title.past
        return epithet.subject and title.office in word_class("unnamed")

    def _holder(self, title: Title, epithet: FoundEpithet) -> Person | None:
        """Return the likeliest holder of the office among those the report knows."""
        classes = meant_by(title.office)
        if title.office == "official" and "official" not in title.name.casefold():
            classes = ("official",)  # a judge is no minister, though both are officials
        state = title.states[0] if title.states else None
        fitting = [p for p in self._holders.of(classes, state) if is_meant(title, p, classes)]
        if state and not fitting and title.office in TOP:
            fitting = self._stateless(classes, state) or only_leader(self._holders, state)
        if state and not fitting and title.office not in TOP:
            fitting = self._from.get(state, [])
        if not state:
            fitting = holding_now(self._text, fitting, epithet, self._stage)
            if (spoken := self._spoken.whom(epithet)) in fitting:
                return spoken
            if not title.past and self._is_known_to_all(title):
                known = self._incumbent(title)
                return known if known in fitting else None
            fitting = [p for p in fitting if not self._comes_late(p, title, epithet)]
            fitting = [p for p in fitting if not self._is_beside(p, title)]
            if title.office in OFFICES:
                plain = without_party(title)
                same = [
                    p
                    for p in self._holders.of((title.office,))
                    if is_meant(plain, p, (title.office,))
                ]
                fitting = self._traits.fitting(same or fitting, self._persons, epithet, self._stage)
        return max(fitting, key=lambda p: self._likelihood(p, title, epithet), default=None)

    def _is_known_to_all(self, title: Title) -> bool:
        """Tell whether all in a room where reporters ask know who holds the office."""
        office = title.name.casefold().replace(" ", "_")
        return not self._known_to_all and office in word_class("home_offices")

    def _incumbent(self, title: Title) -> Person | None:
        """Return who holds such an office throughout the report, if it names him."""
        office = title.name.casefold()
        if office not in self._incumbents:
            said = self._said_in[office]
            self._incumbents[office] = incumbent(
                self._text, self._persons, office, said, self._found.home
            )
        return self._incumbents[office]

    def _comes_late(self, person: Person, title: Title, epithet: FoundEpithet) -> bool:
        """Tell whether the report speaks of "the president" again and again before it names him.

        Where reporters ask, one such "the president" is enough, and for the whole report: all in
        the room know who that is, and who is named later is another.
        """
        first = self._stage.first(person)
        if first is None or (first[0] <= epithet.span.start and self._known_to_all):
            return False
        said = bisect_left(self._said_bare[title.name.casefold()], first[0])
        return said > self._known_to_all and not person.headlines

    def _is_beside(self, person: Person, title: Title) -> bool:
        """Tell whether sentences name both: "the President spoke to President X".

        In "President X, whom the President's guests met" he may be the same.
        """
        said = self._said_in[title.name.casefold()]
        titled: dict[int, int] = {}
        for name in person.names:
            if name.titles:
                titled.setdefault(name.line, name.span.start)
        both = sum(said.get(line, at) < at for line, at in titled.items())
        return both * _BESIDE >= max(1, len(titled))

    def _stateless(self, classes: Iterable[str], state: str) -> list[Person]:
        """Return holders whose state the report does not tell, if it can only be this one."""
        untold = [p for p in self._holders.of(classes) if not states_of(p)]
        return untold if len(untold) == 1 and state == self._home else []

    def _likelihood(self, person: Person, title: Title, epithet: FoundEpithet) -> float:
        score = 1.5 * log(1 + self._stage.weight(person))
        last = self._stage.last(person, epithet.span.start)
        near = _NEAR_TOP if title.office in TOP else _NEAR
        score += near / (1 + epithet.line - last[1]) if last else -3
        score += last[0] / len(self._text) / 100 if last else 0  # of two, the one named last
        goes_on = last is not None and last[1] < epithet.line and self._stage.opens(person, last[1])
        score += _SUBJECT if goes_on and epithet.subject else 0
        if not title.states and title.office in TOP and self._home:
            score += at_home(person, self._home)
        score += likely(title, person)
        if not title.states and person.headlines:
            score += 4 if self._found.author in person.headlines else 1
        return score

    def _new(self, epithet: FoundEpithet, title: Title) -> Person:
        person = Person((title.name,))
        person.epithet = self._printed(epithet)
        self._holders.give(person, title)
        person.gender = title.gender
        self._out.persons.append(person)
        definite = epithet.determiner in ("the", "this") and not (title.states or title.body)
        if definite and not title.past and self._is_known_to_all(title):
            self._incumbents[title.name.casefold()] = person
        return person

    def _printed(self, epithet: FoundEpithet) -> str:
        """Return the epithet as printed; for one of several, its own part of it."""
        if epithet.title.plural:
            return ""
        return " ".join(epithet.span.of(self._text).split())

    def _tie(self, epithet: FoundEpithet, person: Person) -> None:
        if person.epithet == "":
            person.epithet = self._printed(epithet)
        if person.headlines and all(title.evidence is None for title in person.titles):
            person.titles.append(epithet.title)  # what the headline tells has no words here
        self._out.epithets.append((epithet.span, person))
        self._stage.enter(person, epithet.span, epithet.line, quoted=epithet.quoted)

    def _holder_of(self, title: Title, epithet: FoundEpithet, state: str) -> Person:
        one = msgspec.structs.replace(title, states=(state,), plural=False)
        return self._holder(one, epithet) or self._new(epithet, one)
