"""What a temporal expression is read against: anchors, the last date stated, tense."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from communique.model import Basis, Section, Span, WhenType
from communique.read.dates.instants import as_day
from communique.read.dates.lexicon import Language, Word

#: How far from an expression a verb is looked for, in code points.
REACH = 140


class Found(msgspec.Struct, frozen=True):
    """An expression that a rule has matched, and the words it is made of."""

    gives: str
    span: Span
    groups: dict[str, str]
    places: dict[str, tuple[int, int]]
    language: Language
    sentence: Span

    def raw(self, name: str) -> str | None:
        """Return the printed words of a slot, or of its second or third copy."""
        for copy in ("", "2", "3", "4"):
            if (words := self.groups.get(name + copy)) is not None:
                return words
        return None

    def word(self, name: str) -> Word | None:
        """Return what the words of a slot mean."""
        raw = self.raw(name)
        return None if raw is None else self.language.meaning(name, raw)

    def number(self, name: str) -> int | None:
        """Return the figure of a slot, without its ordinal ending."""
        match = re.match(r"\d+", self.raw(name) or "")
        return int(match[0]) if match else None


class Sense(msgspec.Struct, frozen=True, kw_only=True):
    """What an expression comes to.

    ``day`` and ``unit`` are what later expressions ("the next day") are read against;
    ``more`` are other expressions found in the same match.
    """

    value: str | None
    type: WhenType = "date"
    basis: Basis | None = "stated"
    anchor: str | None = None
    day: date | None = None
    unit: str | None = None
    span: Span | None = None
    more: tuple[Sense, ...] = ()


class Scene:
    """The report as its expressions are read, in the order of the text.

    Args:
        text: The body.
        published: Its publication date or date-time, if known.
        sections: Its sections; a date in a heading is the anchor within the section.
        headings: The dates of those headings, by the section's start.
        said: The day that the head of the text, or its title, gives it.
    """

    def __init__(
        self,
        text: str,
        published: str | None,
        sections: Sequence[Section] = (),
        headings: dict[int, date] | None = None,
        said: date | None = None,
    ) -> None:
        self.text = text
        self.published = as_day(published)
        self._dated = [
            (section, headings[section.start])
            for section in sections
            if headings and section.start in headings
        ]
        self._said = said
        self._heading: date | None = None
        self.last: tuple[date, str] | None = None
        self._last_end = 0

    @property
    def now(self) -> date | None:
        """The day of speaking: the section heading's, the whole text's, else the publication."""
        return self._heading or self._said or self.published

    @property
    def now_basis(self) -> Basis:
        """Where :attr:`now` comes from."""
        return "from-heading" if self._heading or self._said else "from-publication"

    def enter(self, offset: int) -> None:
        """Move to an expression at ``offset``: the innermost dated section is its anchor."""
        inside = [dated for dated in self._dated if dated[0].start <= offset < dated[0].end]
        self._heading = max(inside, key=lambda dated: dated[0].start)[1] if inside else None

    def note(self, sense: Sense, end: int) -> None:
        """Keep a resolved date as the one last stated."""
        if sense.day and sense.unit:
            self.last = (sense.day, sense.unit)
            self._last_end = end

    def last_within(self, offset: int, reach: int) -> tuple[date, str] | None:
        """Return the date last stated if it stands at most ``reach`` code points before."""
        return self.last if self.last and offset - self._last_end <= reach else None

    def is_behind(self, found: Found) -> bool:
        """Tell whether the word before the expression puts it in the past: "ended", "since"."""
        before = self.text[max(found.sentence.start, found.span.start - 12) : found.span.start]
        return found.language.sees("behind", before)

    def tense(self, found: Found) -> int:
        """Return 1 if the clause speaks of the future, -1 of the past, 0 if it is not told.

        The nearest verb before the expression in its sentence decides, else the nearest after.
        """
        ahead_of, behind_of = found.language.context("future"), found.language.context("past")
        if ahead_of is None or behind_of is None:
            return 0
        start = max(found.sentence.start, found.span.start - REACH)
        before = self.text[start : found.span.start]
        if self.text[found.span.end : found.span.end + 2] in {"'s", "’s"}:
            return -1  # "Monday's ruling" has been given
        if found.language.sees("ahead", found.span.of(self.text)):
            return 1  # "as early as Monday"
        if found.language.sees("to_come", before):
            return 1  # "payable Dec. 15"
        if found.language.sees("was_to_come", before):
            return -1  # "had been due to end on Friday", "had answered by Wednesday"
        if (clause := found.language.context("clause")) is not None:
            before = before[max(0, _last_end(clause, before)) :]  # "сообщил, что | во вторник …"
        if not (start == found.sentence.start and found.language.sees("opening", before)):
            future = _last_end(ahead_of, before)
            past = _last_end(behind_of, before)
            if max(future, past) >= 0:
                # Where both end in one word, what points ahead holds it: "will be named".
                return 1 if future >= past else -1
        after = self.text[found.span.end : min(found.sentence.end, found.span.end + REACH)]
        ahead, behind = ahead_of.search(after), behind_of.search(after)
        if ahead and (not behind or ahead.start() < behind.start()):
            return 1
        return -1 if behind else 0


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)
