"""What a sentence counts: by how much it covers, by its time, by the words an answer needs."""

from __future__ import annotations

import re

from communique.ask.candidates import Search
from communique.ask.contacts import SLOTS
from communique.ask.lexicon import lexicon
from communique.ask.pages import Line, Page
from communique.ask.words import stem

#: Kinds of question after what the first one named says or does.
LED = frozenset({"whether", "done", "stand", "changed", "why", "what-said"})


def weighed(all_: float, terms: float, names: float) -> float:
    """Return a sentence's score: what it covers with its neighbours, less if little by itself."""
    return all_ * (0.5 + 0.5 * min(1.0, terms / 0.6)) * (0.6 + 0.4 * min(1.0, names / 0.4))


def needed(search: Search, page: Page, line: Line) -> float:
    """Return what a sentence counts by whether it has the words that a question's answer has."""
    question, text = search.question, line.span.of(page.text)
    plain = question.text.lower()
    patterns = lexicon().patterns
    if any(asks.search(plain) and not tells.search(text) for asks, tells in lexicon().needed):
        return _WITHOUT
    if question.kind == "when":
        if question.future and not question.past and not patterns["coming"].search(text):
            return _WITHOUT
        families = {each for term in search.coverage.terms for each in term.families}
        undone = families.isdisjoint(("cancel", "reject")) and patterns["undone"].search(text)
        if question.past and not question.future and undone:
            return _WITHOUT
    if question.kind == "done" and patterns["not-done"].search(text) and not _NOT.search(plain):
        return _WITHOUT
    if question.kept and patterns["promising"].search(text):
        return _WITHOUT
    return 1.0


_NOT = re.compile(r"\b(?:not|never|nothing|no)\b|n['’]t\b")
#: What a sentence counts that lacks the words which answers to such a question have.
_WITHOUT = 0.55


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
    asked = {question.verb} if question.kind in _DOING else set()
    if question.kind in ("done", "who", "whether"):
        asked.add(question.deeds.stem)
    if question.kind == "how-many":
        asked -= lexicon().counting
    terms = [term for term in coverage.terms if term.stem.split()[0] in asked]
    missing = [term for term in terms if not coverage.met(page, line, term)]
    if not missing or (len(terms) > 1 and len(missing) < len(terms)):
        return 1.0
    if any(term.stem == _PROMISE for term in missing) and _WILL.search(line.span.of(page.text)):
        return 1.0
    return _HARDLY if question.kind == "whether" else _UNDONE


#: Kinds of question whose answers tell what the one who is named did.
_DOING = frozenset({"when", "where", "why", "how-many", "done", "whether"})
#: What a sentence counts without a word for what was done; whether it was may be told otherwise.
_UNDONE, _HARDLY = 0.7, 0.85
_PROMISE = stem("promise")
_WILL = re.compile(r"\b(?:will|would|shall|ready to|prepared to)\b|['’]ll\b|\bwon['’]t\b")
