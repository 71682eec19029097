"""The sentence that answers best where no finding does, if weights that were learnt accept it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest

from communique.ask.candidates import Candidate, Search, value_of
from communique.ask.contacts.slots import SLOTS
from communique.ask.learnt.features import Features, Unit, units
from communique.ask.learnt.weights import weights
from communique.ask.question.understanding import Question
from communique.ask.wording import wording

#: Kinds of question that are not answered by a sentence; those whose answer needs a thing, or
#: a person; those on what the one who is named said or did.
_NEVER = frozenset({"differ", "spelled"})
_THINGS = frozenset({"when", "where", "how-long", "how-many"})
_OF_DEEDS = frozenset({"when", "how-many"})
_PERSONS = frozenset({"who", "who-said", "who-with"})
_BY_FIRST = frozenset({"done", "what-said", "stand", "foreseen"})
#: What a word counts that is lost, where something was done to somebody.
_LOST = 0.75
#: How well what was done fits at least, and how much of a question's words is met.
_FITTING, _HARDLY = 0.6, 0.2
#: What an answer that needs a date or a number fits at least: less is told of others.
_BARELY = 0.41
#: A question after words; what words fit at least that somebody is to have said.
_SAYS = wording("learnt/choosing").pattern("says")
_SAID = 0.5
#: So many words of a question may be missed where one of them is met in no report at all.
_HALF = 0.5


#: How far behind the first a rival ranks at most, and what it counts beside it.
_NEARLY, _NEXT = 0.8, 0.95


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sentence that ranks first, and what is told of it beside the others.

    ``rival`` is the next one, if it ranks nearly as high.
    """

    unit: Unit
    features: Features
    rival: Unit | None


def chosen(search: Search, found: Iterable[Candidate]) -> list[Candidate]:
    """Return the sentence that most likely answers, with its question if it stands in an interview.

    The next one comes with it where it ranks nearly as high. Nothing comes back where none is
    likely enough.
    """
    question = search.question
    if question.kind in _NEVER or (question.contact and question.kind in SLOTS):
        return []  # What the accounts of a contact leave open no other sentence fills.
    found = list(found)
    first = first_of(search, found)
    if first is None or cannot_answer(question, first.features):
        return []
    if question.kind == "done" and _is_anothers(first.unit, found):
        return []
    sure = weights().accept(question.kind, first.features)
    if sure < weights().enough:
        return []
    best = [_candidate(first.unit, sure)]
    if first.rival is None or cannot_answer(question, first.rival.features | of_question(search)):
        return best
    return [*best, _candidate(first.rival, _NEXT * sure)]


def is_doubtful(search: Search, found: Sequence[Candidate]) -> bool:
    """Tell whether findings that rest on shared words alone hardly answer, by the weights.

    ``found`` are all, the best first; claims and sentences with a value are never doubtful.
    """
    if search.question.kind in _NEVER or found[0].sure or found[0].slot != "words":
        return False
    first = first_of(search, found)
    return first is not None and (
        weights().accept(search.question.kind, first.features) < weights().doubtful
    )


def _is_anothers(unit: Unit, found: Sequence[Candidate]) -> bool:
    """Tell whether all claims that were read in a sentence tell it of somebody else."""
    scores = [
        each.score
        for each in found
        if each.sure and each.page is unit.page and unit.line in each.page.lines_of(each.spans)
    ]
    return bool(scores) and not any(scores)


def likeliest_first(search: Search, found: list[Candidate]) -> list[Candidate]:
    """Return findings with that sentence first, of those nearly as good as the best, that ranks so.

    ``found`` are in order. Claims stay as they are, and so do sentences with a value.
    """
    least = _AS_GOOD * found[0].score if found else 0.0
    alike = [each for each in found if each.score >= least]
    if (
        search.question.kind in SLOTS
        or len(alike) < 2
        or any(each.sure or each.slot != "words" for each in alike)
    ):
        return found
    kind = search.question.kind
    told = {
        (id(unit.page), unit.line.number): weights().rank(kind, unit.features)
        for unit in units(search, told_of(found))
    }

    def rank(candidate: Candidate) -> float:
        lines = candidate.page.lines_of(candidate.spans)
        return max(told.get((id(candidate.page), line.number), -_LAST) for line in lines)

    if rank(alike[0]) <= -_LAST:
        return found
    best = max(alike, key=rank)
    return [best.scored(found[0].score), *(each for each in found if each is not best)]


#: What is so much worse than the best is no rival of it; a rank behind all others.
_AS_GOOD, _LAST = 0.97, 1000.0


def first_of(search: Search, found: Iterable[Candidate]) -> Chosen | None:
    """Return the sentence that ranks first by the weights for ranking."""
    return compared(search, units(search, told_of(found)))


def ranked(search: Search, found: Iterable[Candidate], most: int) -> list[Candidate]:
    """Return the sentences that rank first by the weights, each with how much of a question it has.

    They need not be likely to answer; none is of a kind of question that sentences do not answer.
    """
    kind = search.question.kind
    if kind in _NEVER:
        return []
    some = units(search, told_of(found))
    best = nlargest(most, some, key=lambda unit: weights().rank(kind, unit.features))
    return [_candidate(unit, unit.features["soft"]) for unit in best]


def told_of(found: Iterable[Candidate]) -> dict[tuple[int, int], float]:
    """Return what findings score, by the pages and numbers of their sentences."""
    told: dict[tuple[int, int], float] = {}
    for each in found:
        for line in each.page.lines_of(each.spans):
            key = id(each.page), line.number
            told[key] = max(told.get(key, 0.0), each.score)
    return told


def compared(search: Search, some: Sequence[Unit]) -> Chosen | None:
    """Return the first of some sentences, with how far it is ahead of the others."""
    if not some:
        return None
    kind = search.question.kind
    ranks = [weights().rank(kind, unit.features) for unit in some]
    at, *others = nlargest(2, range(len(some)), key=ranks.__getitem__)
    features = {**some[at].features, **of_question(search), **ahead(ranks, at)}
    features["may"] = float(may_answer(search.question, features))
    near = [some[other] for other in others if ranks[at] - ranks[other] <= _NEARLY]
    return Chosen(some[at], features, next(iter(near), None))


def ahead(ranks: Sequence[float], at: int) -> Features:
    """Return how far one is ahead of the others by rank."""
    others = [rank for other, rank in enumerate(ranks) if other != at]
    gap = min(3.0, ranks[at] - max(others)) / 3 if others else 1.0
    whole = sum(math.exp(max(rank - ranks[at], -30.0)) for rank in ranks)
    return {"gap": gap, "likely": 1 / whole}


def of_question(search: Search) -> Features:
    """Return what is the same for all sentences: how much a question says."""
    question, terms = search.question, search.coverage.terms
    return {
        "terms": min(len(terms), 5) / 5,
        "one-term": float(len(terms) <= 1),
        "asked-names": min(len(search.names), 2) / 2,
        "contact": float(bool(question.contact)),
    }


def cannot_answer(question: Question, features: Features) -> bool:
    """Tell whether a sentence lacks what every answer to a question has.

    That is some of its words, a date, a place, a length, a number or a reason where one is asked
    for, and whoever it says or did something.
    """
    kind = question.kind
    if features["of-kin"] or (features["terms"] and features["soft"] < _HARDLY):
        return True
    if kind in _THINGS and (features["lacking"] or features["wanting"]):
        return True
    if kind in _OF_DEEDS:
        return features["fits"] < _BARELY or bool(features["unnamed"])
    if kind in _PERSONS:
        return not features["fits"] and bool(features["lacking"] or kind == "who")
    if kind == "whether":
        return features["missed"] >= _HALF
    if kind == "why":
        return not features["answers"] and bool(features["lacking"] or features["verb-lost"])
    if kind in _BY_FIRST and not (features["present"] or features["speaks"]):
        return True
    if kind == "what-said" and features["fits"] < _SAID and _SAYS.search(question.text):
        return True  # Nobody says anything in it.
    return kind == "done" and (features["lost"] >= _LOST or features["fits"] < _FITTING)


def may_answer(question: Question, features: Features) -> bool:
    """Tell whether a sentence has what most answers have: it tells much of how sure one is.

    Those who are named must be near, and it must be of the time that is asked for.
    """
    kind = question.kind
    if cannot_answer(question, features):
        return False
    if features["unnamed"] or features["timely"] < 1.0:
        return False
    if kind in _PERSONS and features["absent"] and features["missed"] >= _HALF:
        return False  # of "Who shot down the plane?" where no report tells of a plane
    return kind != "whether" or not (
        features["verb-lost"] or (question.contact and features["one-term"])
    )


def _candidate(unit: Unit, sure: float) -> Candidate:
    spans = (*([unit.put.span] if unit.put else ()), unit.line.span)
    words = " ".join(value_of(unit.page, span) for span in spans)
    return Candidate(unit.page, "words", words.casefold(), words, spans, sure, unit.line.teller)
