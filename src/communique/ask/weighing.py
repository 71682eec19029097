"""What a sentence counts: by how much it covers, by its time, by the words an answer needs."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.ask.candidates import Search
from communique.ask.contacts.slots import SLOTS
from communique.ask.lexicon import lexicon
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import Line, Page
from communique.ask.sentences.realising import is_realised
from communique.ask.wording import wording
from communique.ask.words import stem
from communique.ask.words import words as words_in

_WORDING = wording("weighing")

#: Kinds of question after what the first one named says or does.
LED = frozenset({"whether", "done", "stand", "changed", "why", "what-said"})


def weighed(all_: float, terms: float, names: float) -> float:
    """Return a sentence's score: what it covers with its neighbours, less if little by itself."""
    return all_ * (0.5 + 0.5 * min(1.0, terms / 0.6)) * (0.6 + 0.4 * min(1.0, names / 0.4))


def needed(search: Search, page: Page, line: Line) -> float:
    """Return what a sentence counts by whether it has the words that a question's answer has."""
    question, text = search.question, line.span.of(page.text)
    patterns = lexicon().patterns
    if wanted := _wanted(question.text):
        told = all(tells.search(text) for tells in wanted) and not _is_condition_itself(
            search, text
        )
        return _WITH if told else _WITHOUT
    if question.kind == "when":
        if question.future and not question.past and not patterns["coming"].search(text):
            return _WITHOUT
        families = {each for term in search.coverage.terms for each in term.families}
        undone = families.isdisjoint(("cancel", "reject")) and _is_undone(search, text)
        if question.past and not question.future and (undone or _is_yet_to_be(search, page, line)):
            return _WITHOUT
    past = question.past and not question.future
    if question.kind in _COUNTED and past and _is_yet_to_be(search, page, line):
        return _WITHOUT
    denied = question.kind == "done" and not _NOT.search(question.text.lower())
    if denied and _is_denied(search, text):
        return _WITHOUT
    if question.kept and not patterns["broken"].search(text):
        bare = len(search.coverage.terms) < _DEED or patterns["promising"].search(text)
        return _WITHOUT if bare else _UNTOLD
    return 1.0


def is_wanting(search: Search, text: str) -> bool:
    """Tell whether a sentence lacks words that all answers to a question have."""
    return not all(tells.search(text) for tells in _wanted(search.question.text))


def _is_undone(search: Search, text: str) -> bool:
    """Tell whether a sentence says that something was not done, in a clause with a word asked for.

    Where no clause has one, the whole sentence is looked at.
    """
    undone = lexicon().patterns["undone"]
    if not undone.search(text):
        return False
    clauses = [match.group() for match in _CLAUSE.finditer(text)]
    told = [
        each
        for each in clauses
        if any(
            search.coverage.term_in(term, {word.stem for word in words_in(each)}, _NOTHING)
            for term in search.coverage.terms
        )
    ]
    return any(undone.search(each) for each in told or clauses)


_CLAUSE = re.compile(r"[^,;:()]+")
#: Kinds of question, beside those for a time, of which the answer tells what was done already.
_COUNTED = frozenset({"how-many", "who", "who-is"})


def _is_condition_itself(search: Search, text: str) -> bool:
    """Tell whether what a condition is asked of is itself the condition of something else.

    ("What is the condition for X?" is not answered by "If X is done, …".)
    """
    clause = _IF.search(text) if _CONDITION.search(search.question.text) else None
    if clause is None:
        return False
    stems = {word.stem for word in words_in(clause[0])}
    terms = [term for term in search.coverage.terms if "condition" not in term.families]
    return bool(terms) and all(search.coverage.term_in(t, stems, _NOTHING) for t in terms)


_CONDITION = _WORDING.pattern("condition")
_IF = _WORDING.pattern("if")


@lru_cache(maxsize=100)
def _wanted(question: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns that answers to a question have."""
    plain = question.lower()
    return tuple(tells for asks, tells in lexicon().needed if asks.search(plain))


def _is_denied(search: Search, text: str) -> bool:
    """Tell whether a sentence says that what was done (promised, agreed …) was not."""
    term = next((t for t in search.coverage.terms if t.stem == search.question.deeds.stem), None)
    return term is not None and any(
        search.coverage.term_in(term, {stem(match[1])}, _NOTHING)
        and not _BUT.match(text[match.end() :])
        for match in _DENIED.finditer(text)
    )


_DENIED = _WORDING.pattern("denied")
#: What is done instead ("did not want money but peace").
_BUT = _WORDING.pattern("but")
_NOT = _WORDING.pattern("not")
#: What a sentence counts that has the words which answers to such a question have, or lacks them.
_WITH, _WITHOUT = 1.2, 0.55
#: What one counts that has no word for keeping or breaking what was promised, of so many words.
_UNTOLD, _DEED = 0.75, 2


def timely(search: Search, page: Page, line: Line) -> float:
    """Return what a sentence counts by its time, where a question names one.

    It counts all where its dates, those beside it or the report's own day may be of that time.
    """
    time = search.question.time
    if time is None:
        return 1.0
    if days := page.days_in(line):
        return 1.0 if any(time.meets(each) for each in days) else _OTHER_TIME
    beside = page.lines[max(line.number - 2, 0) : line.number + 2]
    if any(time.meets(days) for each in beside for days in page.days_in(each)):
        return 1.0
    if search.question.kind in SLOTS:
        return _OTHER_TIME
    return 1.0 if page.days and time.meets(page.days) else _OTHER_TIME


#: What a sentence counts that tells of another time.
_OTHER_TIME = 0.5


def on_occasion(search: Search, line: Line) -> float:
    """Return what words count by whether they were said on the occasion that is asked for."""
    occasion = search.question.occasion
    return 1.0 if not occasion or occasion & line.stems else _ELSEWHERE


#: What words count of which it is not told whether they were said on an occasion asked for.
_ELSEWHERE = 0.68


def done_in(search: Search, page: Page, line: Line) -> float:
    """Return what a sentence counts by whether it tells what the one who is named did.

    What was promised (offered, asked …) no sentence tells without a word for that; what will be
    done is a promise too.
    """
    question, coverage = search.question, search.coverage
    if _wanted(question.text) and needed(search, page, line) > 1.0:
        return 1.0
    asked = {question.verb} if question.kind in _DOING else set()
    if question.kind in ("done", "who", "whether"):
        asked.add(question.deeds.stem)
    if question.kind == "how-many":
        asked -= lexicon().counting
    terms = [term for term in coverage.terms if term.stem.split()[0] in asked]
    if question.kind == "done" and _is_by_another(search, page, line):
        return _ANOTHERS
    if question.kind in _DOING and is_of_kin(search, page, line):
        return _OF_KIN
    missing = [term for term in terms if not coverage.met(page, line, term)]
    if question.kind == "whether" and terms and not missing and _is_to_come(search, line, page):
        return _UNDONE
    if not missing or (len(terms) > 1 and len(missing) < len(terms)):
        return 1.0
    if any(term.stem == _PROMISE for term in missing) and _WILL.search(line.span.of(page.text)):
        return _LIKELY
    if missing[0].stem == question.deeds.stem and is_realised(search, page, line):
        return _LIKELY
    return _HARDLY if question.kind == "whether" else _UNDONE


def is_of_kin(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a sentence names who is asked about only as the one whose wife or son it is of.

    ("X's wife left in May" does not tell when X left.)
    """
    first = search.first
    kin = lexicon().patterns["of-another"]
    if first is None or kin.search(search.question.text):
        return False
    places = [
        span.end
        for span, actor in page.named_in(line)
        if actor.kind == "person" and not first.ids.isdisjoint(page.ids(actor.id))
    ]
    return bool(places) and all(kin.match(page.text, end) for end in places)


def _is_to_come(search: Search, line: Line, page: Page) -> bool:
    """Tell whether what was done is told only as what will, would or should be done."""
    question = search.question
    if question.future or not _HAS_DONE.match(question.text):
        return False
    return _is_yet_to_be(search, page, line)


def _is_yet_to_be(search: Search, page: Page, line: Line) -> bool:
    """Tell whether the word for what is done stands only behind "will", "would" and the like."""
    question, coverage = search.question, search.coverage
    terms = [
        term
        for term in coverage.terms
        if term.stem.split()[0] in (question.verb, question.deeds.stem)
        and coverage.met(page, line, term)
    ]
    if not terms:
        return False
    text = line.span.of(page.text)
    told = [
        text[: word.start]
        for word in words_in(text)
        if any(coverage.term_in(term, {word.stem}, _NOTHING) for term in terms)
    ]
    return bool(told) and all(_YET_TO_BE.search(before) for before in told)


_HAS_DONE = _WORDING.pattern("has-done")
_YET_TO_BE = _WORDING.pattern("yet-to-be")


def _is_by_another(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a word for what was done stands behind somebody else than who is asked about.

    ("X expects Y to offer …" tells of no offer of X.) In the passive there is no telling.
    """
    question = search.question
    first = search.first
    term = next((t for t in search.coverage.terms if t.stem == question.deeds.stem), None)
    if first is None or term is None or _UNDERGONE.search(question.text.lower()):
        return False
    if not search.coverage.met(page, line, term):
        return False
    text, start = line.span.of(page.text), line.span.start
    told = [
        start + word.start
        for word in words_in(text)
        if search.coverage.term_in(term, {word.stem}, _NOTHING)
    ]
    named = sorted((span.end, actor.id) for span, actor in page.named_in(line, pronouns=True))
    subjects = [[id for end, id in named if 0 < at - end <= _SUBJECT][-1:] for at in told]
    ids = first.ids | first.holders
    return bool(told) and all(
        _is_of_another(page.text[start:at], first)
        or (
            not _BY_PRONOUN.search(page.text[start:at])
            and some
            and ids.isdisjoint(page.ids(some[0]))
            and not _heads(page, some[0], ids)
        )
        for at, some in zip(told, subjects, strict=True)
    )


def _is_of_another(before: str, first: Asked) -> bool:
    """Tell whether a word for a deed stands in the passive, or behind another name and "to"."""
    match = _NAME_TO.search(before)
    another = match is not None and stem(match[1]) not in first.keys
    return another or _BE.search(before) is not None or _IF_YOU.search(before) is not None


#: Somebody who need not be the last one named.
_BY_PRONOUN = _WORDING.pattern("by-pronoun")
_NAME_TO = _WORDING.pattern("name-to")
_IF_YOU = _WORDING.pattern("if-you")
_BE = _WORDING.pattern("be")


def _heads(page: Page, local: str, ids: frozenset[str]) -> bool:
    """Tell whether an actor is a state or body of which one who is meant holds an office."""
    ref = page.who(local)
    return ref is not None and not ids.isdisjoint(page.holders.get(ref.id, ()))


#: A question in the passive: what is done to the one who is named.
_UNDERGONE = _WORDING.pattern("undergone")
#: Letters between who does something and the word for it.
_SUBJECT = 25
_NOTHING: frozenset[str] = frozenset()


#: Kinds of question whose answers tell what the one who is named did.
_DOING = frozenset({"when", "where", "why", "who", "how-many", "done", "whether"})
#: What a sentence counts without a word for what was done; whether it was may be told otherwise.
_UNDONE, _HARDLY = 0.7, 0.85
#: What one counts that tells of what somebody else did, and one of what will be done.
_ANOTHERS, _LIKELY = 0.6, 0.9
#: What one counts that tells of somebody's wife or son instead.
_OF_KIN = 0.5
_PROMISE = stem("promise")
_WILL = _WORDING.pattern("will")
