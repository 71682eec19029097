"""Somebody in a report, as the names and offices found for him come together."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from math import inf

from communique.read.who.found import FoundName, Gender, Title
from communique.read.who.words.lexicon import state_name
from communique.read.who.words.orders import family_of
from communique.read.who.words.spelling import folded, is_nearer_nominative, skeleton, written_out


class Person:
    """Somebody in a report: by name, or only by an epithet."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        self.names: list[FoundName] = []
        self._starts: list[int] = []
        #: Where the headline names the person.
        self.headlines: list[FoundName] = []
        self.titles: list[Title] = []
        self.gender: Gender | None = None
        self.nicknames: set[str] = set()  #: as they are compared, of Rob "Buck" Orr
        self.is_kin = False  #: whether the report tells of the person as somebody's relative
        #: Set where no name is printed: the words of the epithet.
        self.epithet: str | None = None

    @property
    def label(self) -> str:
        """The fullest form printed."""
        if self.epithet is None:
            return written_out(self.words)
        return self.epithet or f"{self.words[0]} of {state_name(self.titles[0].states[0])}"

    def add(self, name: FoundName) -> None:
        """Count an occurrence of the name as this person's."""
        (self.headlines if name.outside else self.names).append(name)
        if not name.outside:
            insort(self._starts, name.span.start)
        self.titles.extend(name.titles)
        self.gender = self.gender or self._told_by(name)
        self.is_kin = self.is_kin or name.kin
        if name.nickname:
            self.nicknames.add(skeleton(name.nickname))
        if skeleton(name.words[0]) in self.nicknames:
            return
        if len(name.words) > len(self.words) or (
            len(name.words) == len(self.words) and is_nearer_nominative(name.words, self.words)
        ):
            self.words = name.words

    def _told_by(self, name: FoundName) -> Gender | None:
        """Return the gender that a name tells; a family name alone tells none ("Kim")."""
        family = folded(family_of(self.words))
        if len(name.words) > 1 or len(self.words) < 2 or folded(name.words[0]) != family:
            return name.gender
        return next((title.gender for title in name.titles if title.gender), None)

    def holds(self, classes: Iterable[str], state: str | None = None) -> bool:
        """Tell whether one of the person's offices is of such a class (and that state)."""
        return any(
            title.office in classes and (state is None or state in title.states)
            for title in self.titles
        )

    @property
    def first(self) -> float:
        """Where the first name of the person starts; infinity if the text has none."""
        return self._starts[0] if self._starts else inf

    @property
    def is_first_quoted(self) -> bool:
        """Whether the text names the person first within a quotation."""
        first = min(self.names, key=lambda name: name.span.start, default=None)
        return first is not None and first.quoted

    def nearest(self, offset: int) -> int:
        """Return where the last name before ``offset`` starts; -1 if there is none."""
        before = bisect_left(self._starts, offset)
        return self._starts[before - 1] if before else -1
