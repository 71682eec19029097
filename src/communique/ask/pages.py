"""A report laid open for a question: its sentences with their words and who is in them."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from communique.ask.words import stems_of
from communique.model.asking import Material
from communique.model.days import days_of, first_and_last
from communique.model.rows import ActorRef
from communique.model.span import Span, Spans

#: A stem of so many letters also meets words that only begin alike (derivations).
LIKE = 6


@dataclass(slots=True)
class Line:
    """A sentence: its place, its stems, who is named in it (by citable id), who speaks in it.

    ``tellers`` are those whom it names only as the source of a statement, ``teller`` is the first
    speaker in it.
    """

    number: int
    span: Span
    stems: frozenset[str]
    begins: frozenset[str]
    actors: set[str]
    speakers: set[str]
    tellers: set[str]
    teller: ActorRef | None = None


class Page:
    """A report laid open.

    ``heading`` holds the stems of its title, ``principals`` the ids of those who take part in
    its main contact and whom its first sentences name; ``holders``, by the id of a state or body,
    those who hold an office of it; ``by_stem``, ``by_beginning`` and ``by_actor`` the numbers of
    the sentences with a stem, a stem that begins so, or an actor named or speaking.
    """

    def __init__(self, material: Material) -> None:
        self.material = material
        self.account = material.account
        self.text = material.account.report.text
        spans = material.sentences or ((Span(0, len(self.text)),) if self.text else ())
        self._starts = [span.start for span in spans]
        self.lines = [
            Line(number, span, stems, begins, set(), set(), set())
            for number, (span, (stems, begins)) in enumerate(
                zip(spans, _stems(self.text, spans), strict=True)
            )
        ]
        self._name_actors()
        self._name_speakers()
        self.holders = self._holders()
        self.by_stem = _places((line.number, line.stems) for line in self.lines)
        self.by_beginning = _places((line.number, line.begins) for line in self.lines)
        self.by_actor = _places((line.number, line.actors | line.speakers) for line in self.lines)
        title = material.account.report.title or ""
        self.heading = stems_of(title)
        self.principals = self._principals()

    def line_at(self, offset: int) -> Line | None:
        """Return the sentence around an offset, or the last before it."""
        at = bisect_right(self._starts, offset) - 1
        return self.lines[max(at, 0)] if self.lines else None

    def lines_of(self, spans: Spans) -> list[Line]:
        """Return the sentences that spans touch."""
        numbers = {
            n
            for span in spans
            if (first := self.line_at(span.start)) and (last := self.line_at(span.end - 1))
            for n in range(first.number, last.number + 1)
        }
        return [self.lines[n] for n in sorted(numbers)]

    def who(self, local: str | None) -> ActorRef | None:
        """Return an actor of the report by its local id."""
        return self.material.who.get(local) if local else None

    def ids(self, local: str | None) -> set[str]:
        """Return the citable ids of an actor and, if it is a group, of its members."""
        found = {ref.id} if (ref := self.who(local)) else set()
        for member in self._members.get(local or "", ()):
            if other := self.who(member):
                found.add(other.id)
        return found

    @property
    def days(self) -> tuple[str, str] | None:
        """The days on which the report may have been published."""
        published = self.account.report.published
        return first_and_last(published) if published else None

    def days_in(self, line: Line) -> list[tuple[str, str]]:
        """Return the days that the dates in a sentence may mean."""
        return [
            days
            for when in self.account.dates
            if when.evidence
            and line.span.covers(when.evidence[0])
            and (days := days_of(when)) is not None
        ]

    def _name_actors(self) -> None:
        self._members = {a.id: a.members for a in self.account.actors if a.members}
        for actor in self.account.actors:
            ids = self.ids(actor.id)
            for span in (*actor.mentions, *actor.pronouns):
                if line := self.line_at(span.start):
                    line.actors |= ids

    def _name_speakers(self) -> None:
        for statement in self.account.statements:
            ids = self.ids(statement.speaker)
            if ids:
                for line in self.lines_of(statement.content):
                    line.speakers |= ids
                    line.teller = line.teller or self.who(statement.speaker)
                for line in self.lines_of(statement.source):
                    line.tellers |= ids

    def _holders(self) -> dict[str, set[str]]:
        """Return, by the id of a state or body, those who hold an office of it."""
        held: dict[str, set[str]] = {}
        for actor in self.account.actors:
            for office in actor.offices:
                if of := self.who(office.of):
                    held.setdefault(of.id, set()).update(self.ids(actor.id))
        return held

    def _principals(self) -> frozenset[str]:
        main = [contact for contact in self.account.contacts if contact.main]
        found: set[str] = set()
        for contact in main:
            for part in contact.participants:
                found |= self.ids(part.actor) | self.ids(part.represents)
        for line in self.lines[:2]:
            found |= line.actors
        return frozenset(found)


def _places(lines: Iterable[tuple[int, Iterable[str]]]) -> dict[str, set[int]]:
    """Return where each thing is, from what is at each place."""
    found: dict[str, set[int]] = {}
    for number, things in lines:
        for thing in things:
            found.setdefault(thing, set()).add(number)
    return found


#: Pages that are kept open for the next question.
_OPEN = 128
_opened: OrderedDict[int, Page] = OrderedDict()
_turning = Lock()


def opened(material: Material) -> Page:
    """Return a report laid open; one that lies open already, unless its actors go by others now.

    A page never changes once it is made, and belongs to the very account that it was made of.
    """
    key = id(material.account)
    page = _opened.get(key)
    if page is None or page.account is not material.account or page.material.who != material.who:
        page = Page(material)
    with _turning:
        _opened[key] = page
        _opened.move_to_end(key)
        while len(_opened) > _OPEN:
            _opened.popitem(last=False)
    return page


@lru_cache(maxsize=512)
def _stems(text: str, spans: Spans) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the stems of each sentence, and how the long ones begin.

    They depend on nothing but the text, which never changes, so they are kept.
    """
    found = (stems_of(span.of(text)) for span in spans)
    return tuple((stems, begins_of(stems)) for stems in found)


def begins_of(stems: frozenset[str]) -> frozenset[str]:
    """Return how the long ones among ``stems`` begin."""
    return frozenset(each[:LIKE] for each in stems if len(each) >= LIKE)
