"""What is told of a sentence that may answer a question, in numbers from 0 to 1.

Words count by rarity. A word is met by itself or a form of it, by one akin to it, or, less, by one
that stands in like places (:mod:`communique.ask.learnt.closeness`). The answer to a question of an
interview is taken with that question.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import NamedTuple

from communique.ask.candidates import ENOUGH, Search
from communique.ask.learnt.arrangement import arranged
from communique.ask.learnt.closeness import closest
from communique.ask.learnt.verbs import main_verb
from communique.ask.learnt.wanted import has, wanted
from communique.ask.question.terms import Term
from communique.ask.question.understanding import Question
from communique.ask.reports.pages import HEADING, Line, Page
from communique.ask.sentences.telling import told_in
from communique.ask.weighing import is_of_kin, is_wanting, timely
from communique.ask.wording import wording

_WORDING = wording("learnt/features")
_YET, _DENIED = _WORDING.pattern("yet"), _WORDING.pattern("denied")

#: What a sentence's neighbours give to it.
_BESIDE = 0.6
#: Sentences that are looked at closely.
_LOOKED_AT = 16
#: What a word is met by at least, and what does well.
_BARELY, _WELL = 0.3, 0.5

Features = dict[str, float]
Told = Mapping[tuple[int, int], float]
"""What other findings score, by the page's ``id()`` and the number of the sentence."""


@dataclass(frozen=True, slots=True)
class Met:
    """How far a sentence meets a question: each word, each word with its neighbours, each name."""

    page: Page
    line: Line
    put: Line | None
    share: float
    exact: Sequence[float]
    soft: Sequence[float]
    beside: Sequence[float]
    names: Sequence[float]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is the same of a question for all sentences."""

    search: Search
    weights: Sequence[float]
    verb: int | None
    thing: int | None
    absent: float

    @property
    def verb_term(self) -> Term | None:
        """The word that tells what was done."""
        return None if self.verb is None else self.search.coverage.terms[self.verb]

    @property
    def thing_term(self) -> Term | None:
        """The word for what is counted."""
        return None if self.thing is None else self.search.coverage.terms[self.thing]

    @property
    def question(self) -> Question:
        """The question."""
        return self.search.question


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, with the question of an interview that it answers, if it does."""

    page: Page
    line: Line
    put: Line | None
    features: Features


def units(search: Search, told: Told) -> list[Unit]:
    """Return the sentences of the reports at hand that meet most of a question."""
    terms = search.coverage.terms
    weights = [search.coverage.weight(term) for term in terms]
    words = [(page, _words_met(search, page)) for page in search.pages]
    verb = main_verb(search.question.text)
    asked = Asked(
        search,
        weights,
        next((at for at, term in enumerate(terms) if term.stem.split()[0] == verb), None),
        next((at for at, term in enumerate(terms) if term.stem == search.question.thing), None),
        _absent(weights, [each for _, each in words]),
    )
    likely = (each for page, met in words for each in _likely(asked, page, met, told))
    best = nlargest(_LOOKED_AT, likely, key=lambda each: each[0])
    found = [_met(asked, page, met, number) for _, _, page, met, number in best]
    return [Unit(met.page, met.line, met.put, _features(asked, met, told)) for met in found]


class Words(NamedTuple):
    """How well each word of a question is met in the sentences of a page.

    ``exact`` are the words themselves or words akin to them, ``soft`` also those that are close.
    """

    exact: Sequence[Mapping[int, float]]
    soft: Sequence[Mapping[int, float]]


def _words_met(search: Search, page: Page) -> Words:
    terms = search.coverage.terms
    exact = [search.coverage.all_met(page, term) for term in terms]
    soft: list[Mapping[int, float]] = []
    for met, close in zip(exact, closest(page, [term.stem for term in terms]), strict=True):
        both = dict(met)
        for number, share in close.items():
            if (counts := _soft(share)) > both.get(number, 0.0):
                both[number] = counts
        soft.append(both)
    return Words(exact, soft)


def _soft(close: float) -> float:
    """Return what a word counts that is so close to one that is asked for."""
    return max(0.0, min(0.9, (close - 0.3) / 0.5))


def _absent(weights: Sequence[float], pages: Sequence[Words]) -> float:
    """Return the weight of the rarest word that no sentence has."""
    there = [any(page.exact[at] for page in pages) for at in range(len(weights))]
    return max((w for w, has in zip(weights, there, strict=True) if not has), default=0.0)


Likely = tuple[float, int, Page, Words, int]
"""How much a sentence is worth a closer look, its number among all, and where it stands."""


def _likely(asked: Asked, page: Page, met: Words, told: Told) -> Iterator[Likely]:
    """Yield the sentences of a page that meet anything, with what they meet by a quick look."""
    search = asked.search
    scores: dict[int, float] = {}
    for weight, soft in zip(asked.weights, met.soft, strict=True):
        for number, share in soft.items():
            scores[number] = scores.get(number, 0.0) + weight * share
    whole = sum(asked.weights) or 1.0
    put = page.put
    for number in put.keys() - scores.keys():
        if scores.get(put[number][0]):
            scores[number] = 0.0
    named = [search.coverage.named(page, name) for name in search.names]
    if named and len(asked.weights) <= 1:
        for number in frozenset.intersection(*named):
            scores.setdefault(number, 0.0)
    for number, score in scores.items():
        before, share = put.get(number, (None, 0.0))
        if before == number:
            continue
        words = score + (0.0 if before is None else share * scores.get(before, 0.0))
        words += 0.3 * max(scores.get(number - 1, 0.0), scores.get(number + 1, 0.0))
        near = sum(number in each or 0.4 * (number - 1 in each) for each in named)
        about = near / len(named) if named else 0.0
        score = words / whole + 0.7 * about + told.get((id(page), number), 0.0)
        yield score, -number, page, met, number


def _met(asked: Asked, page: Page, words: Words, number: int) -> Met:
    """Return how far one sentence meets a question."""
    coverage, names = asked.search.coverage, asked.search.names
    before, share = page.put.get(number, (None, 0.0))
    line = page.lines[number]
    put = None if before is None else page.lines[before]

    def of(some: Mapping[int, float]) -> float:
        own = some.get(number, 0.0)
        return own if before is None else max(own, share * some.get(before, 0.0))

    soft = [of(each) for each in words.soft]
    beside = [
        max(own, _BESIDE * each.get(number - 1, 0.0), _BESIDE * each.get(number + 1, 0.0))
        for own, each in zip(soft, words.soft, strict=True)
    ]
    named = [coverage.nearness(page, line, name) for name in names]
    if put is not None:
        also = (share * coverage.nearness(page, put, name) for name in names)
        named = [max(pair) for pair in zip(named, also, strict=True)]
    return Met(page, line, put, share, [of(each) for each in words.exact], soft, beside, named)


def _mean(some: Sequence[float], weights: Sequence[float], none: float = 0.0) -> float:
    whole = sum(weights)
    return sum(w * m for w, m in zip(weights, some, strict=True)) / whole if whole else none


def _features(asked: Asked, met: Met, told: Told) -> Features:
    return {
        **_of_words(asked, met),
        **_of_names(asked, met),
        **_of_place(asked, met),
        **arranged(asked.search, met.page, met.line, met.put, asked.verb_term, asked.thing_term),
        "told": (score := told.get((id(met.page), met.line.number), 0.0)),
        "good": float(score >= ENOUGH),
    }


def _of_words(asked: Asked, met: Met) -> Features:
    """Return how much of a question's words a sentence meets."""
    soft, weights = met.soft, asked.weights
    verb = soft[asked.verb] if asked.verb is not None else None
    thing = soft[asked.thing] if asked.thing is not None else None
    return {
        "own": _mean(met.exact, weights),
        "soft": _mean(soft, weights),
        "beside": _mean(met.beside, weights),
        "lost": max((w * (1 - s) for w, s in zip(weights, soft, strict=True)), default=0.0),
        "missed": sum(s < _BARELY for s in soft) / len(soft) if soft else 0.0,
        "wholly": float(all(s >= _WELL for s in soft)),
        "verb": 0.5 if verb is None else verb,
        "verb-lost": float(verb is not None and verb < _BARELY),
        "verb-exact": 0.5 if asked.verb is None else met.exact[asked.verb],
        "thing": 0.5 if thing is None else thing,
        "thing-lost": float(thing is not None and thing < _BARELY),
        "thing-exact": 1.0 if asked.thing is None else met.exact[asked.thing],
        "absent": asked.absent,
    }


def _of_names(asked: Asked, met: Met) -> Features:
    """Return whether a sentence is about those whom a question names, or by them."""
    names, line = met.names, met.line
    first = next((name for name in asked.search.names if name.actors), None)
    lead = first.ids | first.holders if first else frozenset[str]()
    speaking = bool(lead & (line.speakers | line.tellers))
    return {
        "names": sum(names) / len(names) if names else 0.5,
        "least-name": min(names, default=0.5),
        "all-named": float(all(n >= 1.0 for n in names)) if names else 0.5,
        "unnamed": float(bool(names) and min(names) < 0.35),
        "speaks": float(speaking) if first else 0.3,
        "of-others": float(bool(line.speakers) and not speaking) if first else 0.3,
        "present": float(bool(lead & line.actors)) if first else 0.3,
        "leads": _leads(met, lead) if first else 0.3,
    }


def _leads(met: Met, lead: frozenset[str]) -> float:
    """Return whether the first one named in a sentence is the first one of the question."""
    named = min(((s.start, a.id) for s, a in met.page.named_in(met.line)), default=None)
    return 0.5 if named is None else float(bool(lead & met.page.ids(named[1])))


def _of_place(asked: Asked, met: Met) -> Features:
    """Return what kind of sentence it is, and whether it has what is asked for."""
    page, line, question = met.page, met.line, asked.question
    text = line.span.of(page.text)
    have = has(wanted(question), asked.search, page, line)
    fitting = told_in(asked.search, page, line, question.kind, 1.0, 0.01)
    past = question.past and not question.future
    return {
        "wanted": float(have),
        "lacking": float(not have),
        "fits": min(1.25, max((each.score for each in fitting), default=0.0)),
        "wanting": float(is_wanting(asked.search, text)),
        "of-kin": float(is_of_kin(asked.search, page, line)),
        "yet": float(past and _YET.search(text) is not None),
        "denied": float(_DENIED.search(text) is not None),
        "timely": timely(asked.search, page, line),
        "heading": float(line.number < HEADING and " ".join(text.split()) == page.title),
        "answers": met.share,
        "long": min(1.0, math.log(1 + len(line.span)) / 6),
    }
