"""Who speaks names somebody with his office, and then goes on with the office alone.

("I met President Lee. The President told me to wait," said an envoy to another president.)
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from communique.model import Span
from communique.read.who.found import FoundEpithet
from communique.read.who.persons.person import Person

#: Sentences that the name may stand before the office.
_REACH = 4
_MARKS = frozenset('"“”„«»')


class Spoken:
    """The persons whom quotations name with an office, and where they say an office alone."""

    def __init__(
        self, text: str, persons: Sequence[Person], epithets: Sequence[FoundEpithet]
    ) -> None:
        self._text = text
        named = (
            (name.span, name.line, title.office, person)
            for person in persons
            for name in person.names
            if name.quoted and not name.outside
            for title in name.titles
        )
        self._named = sorted(named, key=lambda each: each[0].start)
        self._starts = [span.start for span, _, _, _ in self._named]
        self._alone = sorted(
            (epithet.span.start, epithet.title.office)
            for epithet in epithets
            if epithet.quoted and not epithet.title.states
        )

    def whom(self, epithet: FoundEpithet) -> Person | None:
        """Return whom the same quotation named with the office, before it said that alone."""
        if not epithet.quoted or epithet.determiner != "the" or epithet.title.states:
            return None
        at, office = epithet.span.start, epithet.title.office
        for number in range(bisect_left(self._starts, at) - 1, -1, -1):
            span, line, held, person = self._named[number]
            if epithet.line - line > _REACH or not self._is_one(span.end, at):
                return None
            if held == office:
                return None if self._was_said(office, span) else person
        return None

    def _was_said(self, office: str, name: Span) -> bool:
        """Tell whether the quotation said the office alone before the name: of another."""
        for start, each in reversed(self._alone[: bisect_left(self._alone, (name.start, ""))]):
            if not self._is_one(start, name.start):
                return False
            if each == office:
                return True
        return False

    def _is_one(self, start: int, end: int) -> bool:
        """Tell whether no mark of a quotation stands between."""
        return _MARKS.isdisjoint(self._text[start:end])
