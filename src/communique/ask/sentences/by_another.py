"""Whether a sentence tells what another did than the one asked about, or what was not done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.ask.candidates import Search
from communique.ask.question.terms import Term
from communique.ask.reports.covering import is_in
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.ask.words import stem
from communique.ask.words import words as words_in
from communique.model.asking import QuestionKind

_WORDING = wording("sentences/by_another")

#: Kinds of question that ask of something that was done; what a sentence counts that tells it of
#: another, or that it was not.
_OF_DEEDS: frozenset[QuestionKind] = frozenset({"how-many", "when", "where", "done", "how-long"})
_ANOTHERS = 0.4
_NOTHING: frozenset[str] = frozenset()
#: How near one must be at least to whom something is owed, and how well the verb is met then.
_MEANT, _SURELY = 0.65, 0.8


def of_another_state(search: Search, line: Line) -> bool:
    """Tell whether a sentence has the name or adjective of another state than one asked about.

    It names that one nowhere, nor anybody who holds an office of it.
    """
    return any(
        not line.stems.isdisjoint(name.others)
        and not is_in(name, line)
        and name.holders.isdisjoint(line.actors)
        and any(
            each in name.others and not any(each in n.keys | n.akin for n in search.names)
            for each in line.stems
        )
        for name in search.names
    )


def by_another(search: Search, page: Page, line: Line) -> float:
    """Return what a sentence counts by who does in it what is asked about.

    Of "How much will Ardelia pay?" nothing is told by "Morvany will pay two million", of "When did
    she apologise?" nothing by "She refused to apologise". Where the one who is asked about stands
    in the sentence, or does not stand right before the verb in the question, there is no telling.
    """
    question = search.question
    if _is_other_in_order(search, line.span.of(page.text)):
        return _ANOTHERS
    if question.kind not in _OF_DEEDS or question.kept:
        return 1.0
    if question.kind == "done" and _lacks_doer(search, page, line):
        return _ANOTHERS
    if question.kind == "how-many" and _lacks_object(search, page, line):
        return _ANOTHERS
    verbs = {question.verb, question.deeds.stem} - {None}
    terms = [term for term in search.coverage.terms if term.stem.split()[0] in verbs]
    if not any(search.coverage.met(page, line, term) for term in terms):
        return 1.0
    before = _before_verb(search, terms, line.span.of(page.text))
    if not before:
        return 1.0
    is_done = question.kind != "done" and not _NOT.search(question.text)
    if is_done and all(_UNDONE.search(each) for each in before):
        return _ANOTHERS
    if question.contact and all(_is_of_others(search, each) for each in before):
        return _ANOTHERS
    first = search.first
    if first is None or not _does(search, first):
        return 1.0
    if search.coverage.names_in(page, line, first) and not all(map(_LETS.search, before)):
        return 1.0
    return _ANOTHERS if all(_is_another(page, line, first, each) for each in before) else 1.0


def _is_other_in_order(search: Search, text: str) -> bool:
    """Tell whether a sentence tells of the first one where the second is asked for."""
    asked = {match[2].lower(): match[1].lower() for match in _ORDER.finditer(search.question.text)}
    told = [(m[2].lower(), m[1].lower()) for m in _ORDER.finditer(text) if m[2].lower() in asked]
    return bool(told) and all(asked[thing] != order for thing, order in told)


def _lacks_doer(search: Search, page: Page, line: Line) -> bool:
    """Tell whether the one whose deed is asked for is no actor, and is not in a sentence either.

    ("What did the Queen promise Hale?" is not answered by "Hale promised …".)
    """
    first = search.names[0] if search.names else None
    if first is None or first.actors or not first.keys or not _does(search, first):
        return False
    return not search.coverage.names_in(page, line, first) and not _PRONOUN.search(
        line.span.of(page.text)
    )


def _lacks_object(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a sentence does not name to whom something is owed, paid or given.

    Of "How much does X owe Y?" nothing is told where Y is not named.
    """
    if not search.names or not _does(search, search.names[0]):
        return False
    if _PRONOUN.search(line.span.of(page.text)):
        return False
    first, *others = search.names
    of = rf"{re.escape(first.text)} \w+ (?:the )?"
    asked = [each for each in others if re.search(of + re.escape(each.text), search.question.text)]
    coverage, meant = search.coverage, {id for each in search.names for id in each.ids}
    if all(coverage.nearness(page, line, each) >= _MEANT for each in asked):
        return False
    term = next((t for t in coverage.terms if t.stem == search.question.verb), None)
    loose = term is not None and coverage.met(page, line, term) < _SURELY
    return loose or not line.actors <= meant | first.holders


def _before_verb(search: Search, terms: Sequence[Term], text: str) -> list[str]:
    """Return what stands in a sentence before each word for what was done.

    Where it has the verb of the question itself no other word for it counts.
    """
    found = list(words_in(text))
    verbs = {term.stem.split()[0] for term in terms}
    told = [word for word in found if word.stem in verbs] or [
        word
        for word in found
        if any(search.coverage.term_in(term, {word.stem}, _NOTHING) for term in terms)
    ]
    return [text[: word.start] for word in told]


def _is_another(page: Page, line: Line, first: Asked, before: str) -> bool:
    """Tell whether the name right before a verb is of nobody who is meant."""
    match = _NAME.search(before)
    if match is None or match[1] in _WORDING.words("no-names"):
        return False
    ids = first.ids | first.holders
    at = line.span.start + match.start(1)
    own = stem(match[1]) in first.keys | first.akin
    return not own and not any(
        span.start <= at < span.end and not ids.isdisjoint(page.ids(actor.id))
        for span, actor in page.named_in(line)
    )


def _is_of_others(search: Search, before: str) -> bool:
    """Tell whether people stand right before a verb who are not asked about ("experts will meet").

    The leaders, ministers or sides may be those who are.
    """
    match = _PEOPLE.search(before)
    if match is None or match[1] in _WORDING.words("together"):
        return False
    return stem(match[1]) not in {term.stem for term in search.coverage.terms}


def _does(search: Search, name: Asked) -> bool:
    """Tell whether a question asks what one who is named does."""
    doing = rf"\b(?:do|does|did|will|would|has|have|had) (?:the )?{re.escape(name.text)}\b"
    return re.search(doing, search.question.text) is not None


_NOT = _WORDING.pattern("not")
_UNDONE = _WORDING.pattern("undone")
_PEOPLE = _WORDING.pattern("people")
_NAME = _WORDING.pattern("name")
_ORDER = _WORDING.pattern("order")
_PRONOUN = _WORDING.pattern("pronoun")
_LETS = _WORDING.pattern("lets")
