"""Capitals of states that no list knows, whose names stand for the government: "Krasna denied it".

A report tells whose capital a town is ("Krasna, the capital of Velmora"), or has the town in its
dateline and lets it act: it is the capital then of the state that the report names first. Of two
such states the other one's capital is the other town that acts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.read.who.printed.datelines import dateline
from communique.read.who.words.lexicon import Entry, Lexicon, Names, word_class
from communique.read.who.words.words import POSSESSIVES, Line, Word

_LONGEST = 3
"""Words that the name of a town has at most."""
_ALIKE = 4
"""So many first letters in common tell a state's capital: "Velm City" of Velmora."""

Town = tuple[str, ...]


def unlisted_seats(
    lines: Sequence[Line], lexicon: Lexicon, names: Names, unlisted: Sequence[Entry]
) -> tuple[tuple[str, Entry], ...]:
    """Return the towns that stand for a state of ``unlisted``, each with its entry.

    ``lexicon`` knows those states; they come in any order.
    """
    if not unlisted:
        return ()
    scan = _Scan(lexicon, names, {entry.key for entry in unlisted})
    for line in lines:
        scan.read(line)
    return tuple((" ".join(town), Entry("seat", key, key)) for town, key in scan.seats().items())


class _Scan:
    def __init__(self, lexicon: Lexicon, names: Names, states: set[str]) -> None:
        self._lexicon = lexicon
        self._names = names
        self._states = states
        self._order: list[str] = []  # the states, as the report names them
        self._told: dict[Town, str] = {}
        self._acting: dict[Town, None] = {}
        self._datelines: set[Town] = set()
        self._behind: dict[str, set[str]] = {}  # what stands before a word of a longer name

    def read(self, line: Line) -> None:
        """Note what a line tells of towns."""
        words = line.words
        place = dateline(line)
        for at, word in enumerate(words):
            length, entries = self._lexicon.match(words, at)
            for entry in entries:
                if entry.kind in ("state", "adjective") and entry.key in self._states:
                    self._order.append(entry.key)
            if word.low == "capital":
                self._capital(words, at)
            if at and word.capital and words[at - 1].capital and words[at - 1].is_word:
                self._behind.setdefault(word.text, set()).add(words[at - 1].text)
            if not length and (end := self._town(words, at)):
                town = tuple(w.text for w in words[at:end])
                if at == 0 and place and end <= place:
                    self._datelines.add(_plain(town))
                elif self._acts(words, at, end):
                    self._acting[town] = None

    def seats(self) -> dict[Town, str]:
        """Return the towns with the states that they stand for."""
        found = dict(self._told)
        order = list(dict.fromkeys(self._order))
        for town in self._acting:
            key = self._alike(town, order)
            if key is None and _plain(town) in self._datelines and order:
                key = order[0]
            if self._is_of_person(town):
                continue
            if town not in found and key is not None and key not in found.values():
                found[town] = key
        open_ = [t for t in self._acting if t not in found and not self._is_of_person(t)]
        left = [key for key in order if key not in found.values()]
        if found and len(order) == 2 and len(open_) == len(left) == 1:
            found[open_[0]] = left[0]
        return found

    def _is_of_person(self, town: Town) -> bool:
        """Tell whether the name ends somebody's elsewhere: "(Premier Ana) | Ruiz"."""
        return any(self._behind.get(word, set()) - set(town) for word in town)

    def _alike(self, town: Town, order: Iterable[str]) -> str | None:
        start = town[0].casefold()[:_ALIKE]
        like = [key for key in order if key.casefold().startswith(start) and len(start) == _ALIKE]
        return like[0] if len(like) == 1 else None

    def _town(self, words: Sequence[Word], at: int) -> int:
        """Return where a town's name that opens at ``at`` ends; 0 if none does."""
        if not self._is_of_town(words, at) or (at and words[at - 1].capital):
            return 0
        end = at + 1
        while end < min(at + _LONGEST, len(words)) and self._is_of_town(words, end):
            end += 1
        ended = end >= len(words) or not words[end].capital
        return end if ended and self._names.gender(words[at].low) is None else 0

    def _is_of_town(self, words: Sequence[Word], at: int) -> bool:
        word = words[at]
        if not word.capital or not word.is_word or "." in word.text:
            return False
        plain = word.low in self._names.openers or word.low in self._names.never
        return not plain and word.low not in self._names.organisation

    def _acts(self, words: Sequence[Word], at: int, end: int) -> bool:
        """Tell whether a town does what governments do: "Krasna | denied it"."""
        opens = at == 0 or words[at - 1].text in (".", ",", ";", "“", "”", '"')
        opens = opens or words[at - 1].low in ("that", "while", "but", "and", "as")
        return opens and end < len(words) and words[end].low in word_class("deeds_of_states")

    def _capital(self, words: Sequence[Word], at: int) -> None:
        """Note "X, the capital of Y", "the Yan capital, X" and "Y's capital X"."""
        key = self._state_behind(words, at) or self._state_before(words, at)
        if key is None:
            return
        behind = next(
            (n for n in range(at + 1, min(at + 7, len(words))) if words[n].text == ","), at
        )
        for start in (behind + 1, at + 1):
            if start < len(words) and (end := self._town(words, start)):
                self._tell(words[start:end], key)
                return
        comma = next((n for n in range(at, max(at - 5, 0), -1) if words[n].text == ","), 0)
        for start in range(max(comma - _LONGEST, 0), comma):
            if self._town(words, start) == comma:
                self._tell(words[start:comma], key)
                return

    def _tell(self, words: Sequence[Word], key: str) -> None:
        self._told.setdefault(tuple(word.text for word in words), key)

    def _state_behind(self, words: Sequence[Word], at: int) -> str | None:
        if at + 2 >= len(words) or words[at + 1].low != "of":
            return None
        return self._state_at(words, at + 2)

    def _state_before(self, words: Sequence[Word], at: int) -> str | None:
        before = at - 2 if at > 1 and words[at - 1].text in POSSESSIVES else at - 1
        return self._state_at(words, before) if before >= 0 else None

    def _state_at(self, words: Sequence[Word], at: int) -> str | None:
        entries = self._lexicon.match(words, at)[1]
        told = (e.key for e in entries if e.kind in ("state", "adjective"))
        return next((key for key in told if key in self._states), None)


def _plain(town: Town) -> Town:
    return tuple(word.casefold() for word in town)
