"""A report laid open for a question: its sentences with their words and who is in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Set
from functools import cached_property, lru_cache
from threading import Lock

from communique.ask.reports.authors import name_author
from communique.ask.reports.cast import Cast
from communique.ask.reports.concordance import concordance, numbers, whole
from communique.ask.reports.groups import meant_by_groups
from communique.ask.reports.partners import partners
from communique.ask.reports.still_meant import speaking_for, still_meant
from communique.ask.reports.turns import put_as_told
from communique.ask.wording import wording
from communique.ask.words import stems_of
from communique.model.actor import Actor
from communique.model.asking import Material
from communique.model.days import days_of, first_and_last
from communique.model.rows import ActorRef
from communique.model.span import Span, Spans
from communique.model.when import When

_WORDING = wording("reports/pages")

#: A stem of so many letters also meets words that only begin alike (derivations).
LIKE = 6
#: Letters that words of one root share at least ("insurance", "insurer").
ROOT = 5
#: Sentences among which the title stands.
HEADING = 5
_NOBODY: frozenset[str] = frozenset()


class Line:
    """A sentence: its place, who is named in it (by citable id), who speaks in it.

    ``tellers`` are those whom it names only as the source of a statement, ``teller`` is the first
    speaker in it.
    """

    __slots__ = (
        "_places", "_stems", "_text", "actors", "number", "span", "speakers", "teller", "tellers",
    )  # fmt: skip

    def __init__(self, number: int, span: Span, text: str, places: Mapping[str, str]) -> None:
        self.number = number
        self.span = span
        self.actors: Set[str] = _NOBODY
        self.speakers: Set[str] = _NOBODY
        self.tellers: Set[str] = _NOBODY
        self.teller: ActorRef | None = None
        self._text = text
        self._places = places
        self._stems: frozenset[str] | None = None

    def has(self, stem: str) -> bool:
        """Tell whether it has a word of this stem."""
        return stem in self._places and self.number in numbers(self._places[stem])

    @property
    def is_definite(self) -> bool:
        """Whether it begins with something that was told before ("The ban …")."""
        return self._text.startswith(("The ", "This ", "These "), self.span.start)

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its words; of a few, :meth:`has` tells faster."""
        if self._stems is None:
            self._stems = stems_of(self.span.of(self._text))
        return self._stems


class Page:
    """A report laid open.

    ``title`` is on one line; ``by_actor`` are the numbers of the sentences in which an actor is
    named or speaks; ``authors`` is whoever says "I" outside quotations, if anybody.
    """

    def __init__(self, material: Material) -> None:
        self.material = material
        self.account = material.account
        self.text = material.account.report.text
        spans = material.sentences or whole(self.text)
        self.spans = spans
        self._starts = [span.start for span in spans]
        known = material.concordance
        self._places = concordance(self.text, spans) if known is None else known
        self.lines = [
            Line(number, span, self.text, self._places) for number, span in enumerate(spans)
        ]
        self._name_actors()
        self._name_speakers()
        self.authors = name_author(self)
        self.by_actor = self._by_actor()
        self.title = " ".join((material.account.report.title or "").split())

    @property
    def places(self) -> Mapping[str, str]:
        """Under each stem the numbers of the sentences with it, parted by spaces."""
        return self._places

    @cached_property
    def put(self) -> dict[int, tuple[int, float]]:
        """By the numbers of answers, that of the question of an interview, and what it gives them.

        A question stands with itself and nothing.
        """
        ends = " \"”»'\n"
        asks = [
            line.number for line in self.lines if line.span.of(self.text).rstrip(ends)[-1:] == "?"
        ]
        found = {
            number + back: (number, share)
            for number in sorted({*asks, *put_as_told(self.text, self.spans, asks)})
            for back, share in enumerate(_PUT, start=1)
            if number + back < len(self.lines)
        }
        return found | {number: (number, 0.0) for number in asks}

    def is_put(self, line: Line) -> bool:
        """Tell whether a sentence is what an interviewer says to be answered, a question or not."""
        return self.put.get(line.number + 1, (-1, 0.0))[0] == line.number

    @cached_property
    def still_meant(self) -> dict[str, frozenset[int]]:
        """By the ids of persons, the sentences in which "he" or "she" may still mean one."""
        return still_meant(self)

    @cached_property
    def speaking_for(self) -> frozenset[int]:
        """The sentences in which an author speaks as "we", or is asked so."""
        return speaking_for(self)

    @cached_property
    def heading(self) -> frozenset[str]:
        """The stems of the title."""
        return stems_of(self.title)

    @cached_property
    def cast(self) -> Cast:
        """Who is in the report, by their names."""
        return Cast(self.account, self.material.who)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._places)

    def with_stem(self, stem: str) -> list[int]:
        """Return the numbers of the sentences with a stem, in order."""
        return numbers(self._places.get(stem, ""))

    def beginning(self, with_: str) -> set[int]:
        """Return the numbers of the sentences with a stem that begins so."""
        return self.with_any(self.stems_beginning(with_))

    def deriving(self, stem: str) -> set[int]:
        """Return the numbers of the sentences with a word of the same root but another ending."""
        return self.with_any(
            each for each in self.stems_beginning(stem[:ROOT]) if is_derived(stem, each)
        )

    def stems_beginning(self, with_: str) -> list[str]:
        """Return the stems of the report that begin so."""
        stems, at = self._sorted, bisect_left(self._sorted, with_)
        found: list[str] = []
        while at < len(stems) and stems[at].startswith(with_):
            found.append(stems[at])
            at += 1
        return found

    def with_all(self, stems: Iterable[str]) -> set[int]:
        """Return the numbers of the sentences with all of some stems, at least one."""
        return set.intersection(*(set(self.with_stem(each)) for each in stems))

    def with_any(self, stems: Iterable[str]) -> set[int]:
        """Return the numbers of the sentences with any of some stems."""
        return {number for each in stems for number in self.with_stem(each)}

    @cached_property
    def mentions(self) -> dict[int, int]:
        """Where the longest mention of somebody ends that starts at an offset."""
        found: dict[int, int] = {}
        for actor in self.account.actors:
            for span in actor.mentions:
                found[span.start] = max(span.end, found.get(span.start, 0))
        return found

    @cached_property
    def _figures(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for start in sorted(figure.evidence[0].start for figure in self.account.figures):
            if line := self.line_at(start):
                found.setdefault(line.number, []).append(start)
        return found

    def figures_in(self, line: Line) -> list[int]:
        """Return where the figures of a sentence start, in order."""
        return self._figures.get(line.number, [])

    def line_at(self, offset: int) -> Line | None:
        """Return the sentence around an offset, or the last before it."""
        return self.lines[self.number_at(offset)] if self.lines else None

    def number_at(self, offset: int) -> int:
        """Return the number of the sentence around an offset, or of the last before it."""
        return bisect_right(self._starts, offset, 1) - 1

    def lines_of(self, spans: Spans) -> list[Line]:
        """Return the sentences that spans touch."""
        if not self.lines:
            return []
        touched = [(self.number_at(s.start), self.number_at(s.end - 1)) for s in spans]
        if len(touched) == 1:
            ((first, last),) = touched
            return self.lines[first : last + 1]
        numbers = {n for first, last in touched for n in range(first, last + 1)}
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

    def is_group(self, local: str | None) -> bool:
        """Tell whether an actor of the report is several together."""
        return local in self._members

    @property
    def days(self) -> tuple[str, str] | None:
        """The days on which the report may have been published."""
        published = self.account.report.published
        return first_and_last(published) if published else None

    def days_in(self, line: Line) -> list[tuple[str, str]]:
        """Return the days that the dates in a sentence may mean."""
        return [days for when in self.dates_in(line) if (days := days_of(when)) is not None]

    @cached_property
    def _dates(self) -> dict[int, list[When]]:
        found: dict[int, list[When]] = {}
        for when in self.account.dates:
            line = self.line_at(when.evidence[0].start) if when.evidence else None
            if line and line.span.covers(when.evidence[0]):
                found.setdefault(line.number, []).append(when)
        return found

    def dates_in(self, line: Line) -> list[When]:
        """Return the dates and durations in a sentence."""
        return self._dates.get(line.number, [])

    def named_in(self, line: Line, *, pronouns: bool = False) -> list[tuple[Span, Actor]]:
        """Return where actors are named in a sentence; with ``pronouns`` also where meant."""
        named = self._named.get(line.number, [])
        return [*named, *self._meant.get(line.number, [])] if pronouns else named

    def _name_actors(self) -> None:
        self._members = {a.id: a.members for a in self.account.actors if a.members}
        self._members |= meant_by_groups(self)
        found: dict[int, set[str]] = {}
        for actor in self.account.actors:
            if ids := self.ids(actor.id):
                spans = (*actor.mentions, *actor.pronouns)
                for number in {self.number_at(span.start) for span in spans}:
                    found.setdefault(number, set()).update(ids)
        for number, some in found.items() if self.lines else ():
            self.lines[number].actors = some
        for number, other in partners(self).items():
            self.lines[number].actors |= other

    @cached_property
    def _named(self) -> dict[int, list[tuple[Span, Actor]]]:
        return self._where(
            (span, actor) for actor in self.account.actors for span in actor.mentions
        )

    @cached_property
    def _meant(self) -> dict[int, list[tuple[Span, Actor]]]:
        return self._where(
            (span, actor) for actor in self.account.actors for span in actor.pronouns
        )

    def _where(self, places: Iterable[tuple[Span, Actor]]) -> dict[int, list[tuple[Span, Actor]]]:
        """Return places by the numbers of the sentences that they lie in."""
        found: dict[int, list[tuple[Span, Actor]]] = {}
        for place in places:
            number = self.number_at(place[0].start)
            if self.lines and self.lines[number].span.covers(place[0]):
                found.setdefault(number, []).append(place)
        return found

    def _name_speakers(self) -> None:
        for statement in self.account.statements:
            ids = self.ids(statement.speaker)
            if ids:
                for line in self.lines_of(statement.content):
                    line.speakers = line.speakers | ids
                    line.teller = line.teller or self.who(statement.speaker)
                for line in self.lines_of(statement.source):
                    line.tellers = line.tellers | ids

    @cached_property
    def opening(self) -> frozenset[str]:
        """The stems of what stands over a report: title, who put it out, first lines.

        Where it was written stands among them, which is part of no sentence.
        """
        report = self.account.report
        above = (report.title, report.publisher, report.source)
        first = self.lines[:_FIRST]
        head = self.text[: min(first[-1].span.end, _HEAD)] if first else ""
        return stems_of(" ".join(each for each in (*above, head) if each))

    def _by_actor(self) -> dict[str, list[int]]:
        """Return the numbers of the sentences in which each actor is named or speaks."""
        found: dict[str, list[int]] = {}
        for line in self.lines:
            for id in line.actors | line.speakers:
                found.setdefault(id, []).append(line.number)
        return found

    @cached_property
    def holders(self) -> dict[str, set[str]]:
        """By the id of a state or body, those who hold an office of it."""
        held: dict[str, set[str]] = {}
        for actor in self.account.actors:
            for office in actor.offices:
                if of := self.who(office.of):
                    held.setdefault(of.id, set()).update(self.ids(actor.id))
        return held

    @cached_property
    def principals(self) -> frozenset[str]:
        """The ids of those in the main contact, and of those whom the first sentences name."""
        main = [contact for contact in self.account.contacts if contact.main]
        found: set[str] = set()
        for contact in main:
            for part in contact.participants:
                found |= self.ids(part.actor) | self.ids(part.represents)
        for line in self.lines[:2]:
            found |= line.actors
        return frozenset(found)


#: What the question of an interview gives to its answer, by how many sentences it is before it.
_PUT = (0.95, 0.8, 0.6)
#: Sentences in which a report tells where it comes from.
_FIRST = 3
#: Letters at most that stand over a report with its first sentences.
_HEAD = 2000

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


@lru_cache(maxsize=20_000)
def is_derived(one: str, other: str) -> bool:
    """Tell whether two stems differ only by endings that words are derived with."""
    pairs = enumerate(zip(one, other, strict=False))
    shared = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    return shared >= ROOT and all(_ENDING.fullmatch(word[shared:]) for word in (one, other))


#: Endings by which a noun, an adjective or who does it is made of a verb, as stems have them.
_ENDING = _WORDING.pattern("ending")


def begins_of(stems: frozenset[str]) -> frozenset[str]:
    """Return how the long ones among ``stems`` begin."""
    return frozenset(each[:LIKE] for each in stems if len(each) >= LIKE)
