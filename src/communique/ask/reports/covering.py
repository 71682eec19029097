"""How much of a question a sentence covers: by itself, with its neighbours, with its report."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from communique.ask.lexicon import lexicon
from communique.ask.question.terms import Term
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import LIKE, ROOT, Line, Page, begins_of
from communique.ask.reports.phrases import with_phrase
from communique.ask.wording import wording
from communique.ask.words import folded, stems_of

_WORDING = wording("reports/covering")

#: What a word of the same family counts beside the word itself, one that begins alike, and one of
#: a loose family.
_FAMILY, _BEGINS, _LOOSE = 0.85, 0.7, 0.65
#: What the sentence before, the one after and the report's heading count beside the sentence.
_BEFORE, _AFTER, _HEADING = 0.6, 0.4, 0.4
#: What the sentences before count where a word points back to them.
_MEANT = (0.8, 0.7, 0.6)
#: What a name counts in one of the sentences before, and one who holds an office of what is named.
_EARLIER, _HOLDER = (0.6, 0.5, 0.45, 0.4), 0.7
#: What a name counts where only a pronoun may mean it.
_STILL = 0.45
#: What the name of a place counts over a report.
_OVER = 0.6
#: The weight of a name beside that of a word that few sentences have.
_NAME = 1.3


@dataclass(frozen=True, slots=True)
class Cover:
    """How much is covered, from 0 to 1.

    ``all`` weighs everything, ``terms`` the words in the sentence itself; ``names`` is that of
    the least covered name (1 if none is asked for).
    """

    all: float
    terms: float
    names: float


class Places(NamedTuple):
    """Where one who is asked for stands in a page.

    ``named`` are the sentences that name one, ``held`` those with holders of an office of it;
    ``over`` is what every sentence has of a name that stands over the page, ``still`` are those in
    which a pronoun may mean one.
    """

    named: frozenset[int]
    held: frozenset[int]
    over: float
    still: frozenset[int]


class Coverage:
    """Scores sentences against what a question names and its other words."""

    def __init__(self, names: Sequence[Asked], terms: Sequence[Term], pages: list[Page]) -> None:
        self.names = tuple(names)
        self.terms = tuple(terms)
        self._kin = {term.stem: _kin_of(term) for term in terms}
        self._stems = frozenset(t.stem for t in terms).union(
            *(close.words for _, close in self._kin.values())
        )
        self._begins = begins_of(frozenset(t.stem for t in terms if " " not in t.stem))
        self._weights = _weights(terms, pages)
        self._known: dict[tuple[int, int, bool], Cover] = {}
        self._met: dict[tuple[int, str], dict[int, float]] = {}
        self._headed: dict[tuple[int, str], float] = {}
        self._pointing: dict[int, set[int]] = {}
        self._named: dict[tuple[int, str], Places] = {}

    @property
    def of_names(self) -> float:
        """What all names together count beside the terms."""
        return _NAME * len(self.names)

    def touched(self, page: Page) -> list[Line]:
        """Return the sentences that have any of the terms themselves; all if there are none."""
        if not self.terms:
            return page.lines
        numbers = page.with_any(self._stems)
        for each in self._begins:
            numbers |= page.beginning(each)
        for term in self.terms:
            if len(term.stem) >= ROOT and " " not in term.stem:
                numbers |= page.deriving(term.stem)
            numbers |= page.with_all(term.stem.split())
            for phrase in self._kin[term.stem][1].phrases:
                numbers |= with_phrase(page, phrase)
        numbers |= self._loosely(page, numbers)
        numbers |= {number + 1 for number in numbers} & self._points(page)
        return [page.lines[number] for number in sorted(numbers)]

    def _loosely(self, page: Page, numbers: Set[int]) -> set[int]:
        """Return the sentences with words that may tell of the same as a term.

        Where there are several terms, they must name somebody who is asked for, or stand beside a
        sentence with a term itself.
        """
        found = {n for kin, _ in self._kin.values() for n in kin.in_page(page)}
        if len(self.terms) == 1:
            return found
        named = {n for name in self.names for n in self._places(page, name).named}
        return {n for n in found if n in named or n - 1 in numbers or n + 1 in numbers}

    def naming(self, page: Page) -> list[Line]:
        """Return the sentences that name all who are named, at least one."""
        named = (self._places(page, name).named for name in self.names)
        return [page.lines[number] for number in sorted(frozenset.intersection(*named))]

    def weight(self, term: Term) -> float:
        """Return what a term counts: from 0.4 for one in every sentence to 1 for a rare one."""
        return self._weights[term.stem]

    def of(self, page: Page, line: Line, *, speaker: bool = True) -> Cover:
        """Return what a sentence covers; ``speaker``: who speaks in it counts as named in it."""
        key = id(page), line.number, speaker
        if key not in self._known:
            self._known[key] = self._of(page, line, speaker=speaker)
        return self._known[key]

    def _of(self, page: Page, line: Line, *, speaker: bool) -> Cover:
        got = whole = 0.0
        own = own_whole = 0.0
        least = 1.0
        for name in self.names:
            here = self._name(page, line, name, speaker=speaker)
            least = min(least, here)
            got += _NAME * here
            whole += _NAME
        for term in self.terms:
            weight = self._weights[term.stem]
            met = self._met_in(page, term)
            alone = met.get(line.number, 0.0)
            got += weight * max(alone, self._around(page, line, term, met))
            whole += weight
            own += weight * alone
            own_whole += weight
        return Cover(got / whole if whole else 1.0, own / own_whole if own_whole else 1.0, least)

    def met(self, page: Page, line: Line, term: Term) -> float:
        """Return how well a term is met in a sentence: 1 by itself, less by one akin."""
        return self._met_in(page, term).get(line.number, 0.0)

    def all_met(self, page: Page, term: Term) -> Mapping[int, float]:
        """Return how well a term is met in each sentence of a page that meets it at all."""
        return self._met_in(page, term)

    def near(self, page: Page, line: Line, term: Term) -> float:
        """Return how well a term is met in a sentence, beside it or in the heading."""
        met = self._met_in(page, term)
        return max(met.get(line.number, 0.0), self._around(page, line, term, met))

    def pointed(self, page: Page, line: Line, term: Term) -> float:
        """Return how well a term is met in a sentence, or before one that points back ("it")."""
        met = self._met_in(page, term)
        best = met.get(line.number, 0.0)
        if line.number in self._points(page):
            for back, share in enumerate(_MEANT, start=1):
                best = max(best, share * met.get(line.number - back, 0.0))
        return best

    def _met_in(self, page: Page, term: Term) -> dict[int, float]:
        """Return how well a term is met in the sentences of a page that meet it at all."""
        key = id(page), term.stem
        if key not in self._met:
            loose, close = self._kin[term.stem]
            found = loose.in_page(page)
            if len(term.stem) >= ROOT and " " not in term.stem:
                found.update(dict.fromkeys(page.deriving(term.stem), _BEGINS))
            if len(term.stem) >= LIKE and " " not in term.stem:
                found.update(dict.fromkeys(page.beginning(term.stem[:LIKE]), _BEGINS))
            found.update(close.in_page(page))
            found.update(dict.fromkeys(page.with_all(term.stem.split()), 1.0))
            self._met[key] = found
        return self._met[key]

    def term_in(self, term: Term, stems: Set[str], begins: Set[str]) -> float:
        """Return how well a term is met by stems: 1 by itself, less by one akin."""
        if term.stem in stems or (" " in term.stem and stems >= set(term.stem.split())):
            return 1.0
        loose, close = self._kin[term.stem]
        if close.are_in(stems):
            return close.share
        if len(term.stem) >= LIKE and " " not in term.stem and term.stem[:LIKE] in begins:
            return _BEGINS
        return loose.share if loose.are_in(stems) else 0.0

    def _around(self, page: Page, line: Line, term: Term, met: dict[int, float]) -> float:
        """Return what the sentences beside a line and the heading give for a term."""
        best = _HEADING * self._over(page, term)
        number = line.number
        if number:
            points = number in self._points(page) or line.is_definite
            shares = _MEANT if points else (_BEFORE,)
            for back, share in enumerate(shares, start=1):
                if back <= number:
                    best = max(best, share * met.get(number - back, 0.0))
        return max(best, _AFTER * met.get(number + 1, 0.0))

    def _over(self, page: Page, term: Term) -> float:
        """Return how well a term is met by a page's heading."""
        key = id(page), term.stem
        if key not in self._headed:
            self._headed[key] = self.term_in(term, page.heading, frozenset())
        return self._headed[key]

    def touches(self, page: Page, line: Line) -> bool:
        """Tell whether a sentence meets any of the terms."""
        return any(self.met(page, line, term) for term in self.terms)

    def points(self, page: Page, line: Line) -> bool:
        """Tell whether a word in a sentence points back to what comes before."""
        return line.number in self._points(page)

    def _points(self, page: Page) -> set[int]:
        """Return the sentences of a page in which a word points back to what comes before."""
        if id(page) not in self._pointing:
            self._pointing[id(page)] = page.with_any(_WORDING.words("pointing")) | {
                number
                for number in page.with_any(_WORDING.words("owning"))
                if not _names_owner(page, page.lines[number])
            }
        return self._pointing[id(page)]

    def _name(self, page: Page, line: Line, name: Asked, *, speaker: bool) -> float:
        """Return how surely a sentence is about one who is named."""
        named, held, over, still = self._places(page, name)
        if line.number in named and (speaker or is_in(name, line, speaker=False)):
            return 1.0
        number = line.number
        beside = _HOLDER if number in held else _STILL * (number in still)
        for back, share in enumerate(_EARLIER, start=1):
            if number - back in named:
                beside = max(beside, share)
                break
        if number + 1 in named:
            beside = max(beside, _AFTER)
        return max(beside, over)

    def nearness(self, page: Page, line: Line, name: Asked) -> float:
        """Return how surely a sentence is about one who is named: 1 where it names that one."""
        return self._name(page, line, name, speaker=True)

    def named(self, page: Page, name: Asked) -> frozenset[int]:
        """Return the sentences of a page in which one who is named is named, meant or speaks."""
        return self._places(page, name).named

    def names_in(self, page: Page, line: Line, name: Asked) -> bool:
        """Tell whether one who is named is named, meant or speaks in a sentence."""
        return line.number in self._places(page, name).named

    def _places(self, page: Page, name: Asked) -> Places:
        """Return where one is named in a page."""
        key = id(page), name.text
        if key not in self._named:
            named = {n for each in name.ids for n in page.by_actor.get(each, ())}
            if name.keys:
                named |= page.with_all(name.keys) - _of_namesakes(page, name)
            named |= page.with_any(name.akin)
            held = {n for each in name.holders for n in page.by_actor.get(each, ())}
            over = name.ids & page.principals or (name.keys and name.keys <= page.opening)
            share = _HEADING if name.actors else _OVER
            self._named[key] = Places(
                frozenset(named), frozenset(held), share if over else 0.0, _still(page, name, named)
            )
        return self._named[key]


def _names_owner(page: Page, line: Line) -> bool:
    """Tell whether a sentence names somebody before "their" or "that", who may be meant."""
    owned = _OWNED.search(line.span.of(page.text))
    starts = (span.start - line.span.start for span, _ in page.named_in(line))
    return owned is not None and any(start < owned.start() for start in starts)


_OWNED = re.compile(rf"\b(?:{'|'.join(sorted(_WORDING.words('owning')))})\b", re.IGNORECASE)


def _of_namesakes(page: Page, name: Asked) -> set[int]:
    """Return the sentences of a page that name another one of the family name, in full.

    Of a question on Moira Hale those on Rory Hale are meant by none.
    """
    if not name.actors or " " not in name.text:
        return set()
    first = folded(name.text.split()[0])
    return {
        number
        for ref in page.material.who.values()
        if ref.kind == "person" and " " in ref.name and ref.id not in name.ids
        if name.keys <= stems_of(ref.name) and folded(ref.name.split()[0])[0] != first[0]
        for number in page.by_actor.get(ref.id, ())
    }


def _still(page: Page, name: Asked, named: Set[int]) -> frozenset[int]:
    """Return where a pronoun may mean one who is asked for.

    "We" of an interview may be a state that it never names.
    """
    found = frozenset[int]().union(*(page.still_meant.get(each, ()) for each in name.ids))
    is_state = any(ref.kind == "state" for ref in name.actors)
    return found | page.speaking_for if is_state and not named else found


def is_in(name: Asked, line: Line, *, speaker: bool = True) -> bool:
    """Tell whether one who is named is named, meant or (``speaker``) speaks in a sentence."""
    if not name.ids.isdisjoint(line.actors):
        return True
    if speaker and not name.ids.isdisjoint(line.speakers):
        return True
    return (bool(name.keys) and all(map(line.has, name.keys))) or any(map(line.has, name.akin))


@dataclass(frozen=True, slots=True)
class Kin:
    """Words and phrases that mean alike, by their stems, and what one of them counts."""

    share: float
    words: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]

    def in_page(self, page: Page) -> dict[int, float]:
        """Return what the sentences of a page count that have any of these."""
        found = dict.fromkeys(page.with_any(self.words), self.share)
        for phrase in self.phrases:
            found.update(dict.fromkeys(with_phrase(page, phrase), self.share))
        return found

    def are_in(self, stems: Set[str]) -> bool:
        """Tell whether any of these is among stems."""
        return not stems.isdisjoint(self.words) or any(stems >= set(each) for each in self.phrases)


def _kin_of(term: Term) -> tuple[Kin, Kin]:
    """Return the words that may tell of the same as a term, and those that mean alike."""
    loose, close = _members()
    return (
        _kin(_LOOSE, (word for family in term.loose for word in loose[family])),
        _kin(_FAMILY, (word for family in term.families for word in close[family])),
    )


def _kin(share: float, words: Iterable[str]) -> Kin:
    """Return words as kin; those with spaces are phrases."""
    told = frozenset(words)
    return Kin(
        share,
        frozenset(each for each in told if " " not in each),
        tuple(tuple(each.split()) for each in sorted(told) if " " in each),
    )


@lru_cache(maxsize=1)
def _members() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the words of each loose family, and of each other one."""
    known = lexicon()
    return _turned(known.loose), _turned(known.families)


def _turned(lists: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """Return the words of families by the families of words."""
    members: dict[str, set[str]] = {}
    for word, families in lists.items():
        for family in families:
            members.setdefault(family, set()).add(word)
    return members


def _weights(terms: Sequence[Term], pages: list[Page]) -> dict[str, float]:
    """Weigh terms by how few of the sentences at hand have them (inverse document frequency)."""
    number = sum(len(page.lines) for page in pages)
    wanted = {term.stem for term in terms}
    counts: Counter[str] = Counter()
    for page in pages:
        for each in wanted:
            counts[each] += len(page.with_all(each.split()))
    top = math.log(1 + number)
    return {
        each: max(0.4, math.log((1 + number) / (1 + counts[each])) / top) if top else 1.0
        for each in wanted
    }
