"""Who holds which office in a report, and who has been on stage when."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable

from communique.model import Span
from communique.read.layers import Cast
from communique.read.who.found import Title
from communique.read.who.persons.person import Person
from communique.read.who.words.lexicon import office_class
from communique.read.who.words.ranks import TOP

_FIRST, _LAST = 10, 30
"""Of very many holders of an office, how many of the first and the latest are considered."""
_HEADLINE = 9
"""What a name in the headline weighs; one in the report's own voice weighs 3."""


class Holders:
    """Persons by the classes of their offices and the states they hold them for."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self._by_office: dict[tuple[str, str | None], dict[int, Person]] = defaultdict(dict)
        for person in persons:
            for title in person.titles:
                self.index(person, title)

    def give(self, person: Person, title: Title) -> None:
        """Give the person an office."""
        person.titles.append(title)
        self.index(person, title)

    def index(self, person: Person, title: Title) -> None:
        """Make an office that the person has findable."""
        for state in (None, *title.states):
            self._by_office[title.office, state][id(person)] = person

    def of(self, classes: Iterable[str], state: str | None = None) -> list[Person]:
        """Return the holders of an office of one of the classes (for the state, if given)."""
        found: dict[int, Person] = {}
        for office in classes:
            found.update(self._by_office.get((office, state), {}))
        people = list(found.values())
        if len(people) > _FIRST + _LAST:
            return people[:_FIRST] + people[-_LAST:]
        return people


def only_leader(holders: Holders, state: str) -> list[Person]:
    """Return whom the report calls the state's leader: its president, unless of another."""
    leaders = [
        person
        for person in holders.of(("leader",), state)
        if all(t.office in TOP and not (t.past or set(t.states) - {state}) for t in person.titles)
    ]
    return leaders if len(leaders) == 1 else []


def opening(persons: Iterable[Person]) -> Person | None:
    """Return the person whom a report opens with, but for those who only speak for another."""
    named = [
        person
        for person in persons
        if person.names and all(title.office != "spokesperson" for title in person.titles)
    ]
    return min(named, key=lambda person: person.names[0].span.start, default=None)


def at_home(person: Person, home: str) -> float:
    """Return what speaks for a leader to be the one of the state that puts a report out.

    The office of another state is told with that state.
    """
    of = {state for title in person.titles for state in title.states}
    if home in of:
        return _AT_HOME
    return -_AT_HOME if of or any(title.body for title in person.titles) else 0.0


_AT_HOME = 2.0


class Stage:
    """Where each person is mentioned."""

    def __init__(self) -> None:
        self._starts: dict[int, list[int]] = defaultdict(list)
        self._lines: dict[int, list[int]] = defaultdict(list)
        self._weight: Counter[int] = Counter()
        self._by_span: dict[Span, Person] = {}
        self._opening: dict[int, tuple[int, int, int]] = {}  # who is named first, by line

    def enter(self, person: Person, span: Span, line: int, *, quoted: bool) -> None:
        """Note a mention. In the report's own voice it weighs three times one in a quotation."""
        first = (span.start, -span.end, id(person))  # of "Lee's envoy" the envoy, and not Lee
        before = self._opening.get(line)
        if before is None or first[:2] < before[:2]:
            self._opening[line] = first
        insort(self._starts[id(person)], span.start)
        insort(self._lines[id(person)], line)
        self._weight[id(person)] += 1 if quoted else 3
        self._by_span[span] = person

    def announce(self, person: Person) -> None:
        """Note that the headline names the person."""
        self._weight[id(person)] += _HEADLINE

    def at(self, span: Span) -> Person | None:
        """Return whom these very words mention."""
        return self._by_span.get(span)

    @property
    def by_span(self) -> dict[Span, Person]:
        """All mentions so far."""
        return self._by_span

    def weight(self, person: Person) -> int:
        """Return how much the report is about the person."""
        return self._weight[id(person)]

    def opens(self, person: Person, line: int) -> bool:
        """Tell whether the person is the first whom a sentence mentions, as its subject is."""
        return self._opening.get(line, (0, 0, 0))[2] == id(person)

    def first(self, person: Person) -> tuple[int, int] | None:
        """Return where the person's first mention starts, and its line."""
        starts = self._starts.get(id(person))
        return (starts[0], self._lines[id(person)][0]) if starts else None

    def last(self, person: Person, offset: int) -> tuple[int, int] | None:
        """Return where the person's last mention before ``offset`` starts, and its line."""
        starts = self._starts.get(id(person), [])
        before = bisect_left(starts, offset)
        if not before:
            return None
        return starts[before - 1], self._lines[id(person)][before - 1]


def first_holders(cast: Cast) -> dict[tuple[str, str], str]:
    """Return the holder of each class of office by state, the first named one; states too."""
    out: dict[tuple[str, str], str] = {}
    for actor in cast.actors.values():
        state = cast.states.get(actor.id)
        if state is None:
            continue
        if actor.kind == "state":
            out.setdefault((state, "state"), actor.id)
        for office in actor.offices:
            of_state = office.of is None or cast.states.get(office.of) == state or office.of
            kind = office_class(office.title)
            if kind and of_state:
                out.setdefault((state, kind), actor.id)
    return out
