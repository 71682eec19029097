"""Figures that may answer: of the thing that is counted, of whom and of what time."""

from __future__ import annotations

import re

from communique.ask.candidates import Candidate, Search, value_of
from communique.ask.claims.amounts import does, is_money, of_age
from communique.ask.lexicon import lexicon
from communique.ask.question.terms import Term
from communique.ask.reports.covering import is_in
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import Line, Page
from communique.ask.sentences.by_another import by_another, of_another_state
from communique.ask.sentences.elsewhere import elsewhere
from communique.ask.weighing import done_in, needed, timely, weighed
from communique.ask.wording import wording
from communique.ask.words import stem, stems_of
from communique.ask.words import words as words_in
from communique.model.claims import Figure
from communique.model.days import days_of
from communique.model.span import Span

_WORDING = wording("claims/figures")


def figures(search: Search) -> list[Candidate]:
    """Return the figures whose sentences cover what was asked."""
    found: list[Candidate] = []
    about_it: list[bool] = []
    for page in search.pages:
        for figure in page.account.figures:
            line = page.line_at(figure.evidence[0].start)
            if line is None or _is_asked(search, figure):
                continue
            cover = search.coverage.of(page, line)
            if not cover.terms and cover.names < 1.0 and search.coverage.terms:
                continue
            about = _about(search, page, line, figure)
            score = about * weighed(cover.all, cover.terms, cover.names)
            if about >= _BESIDE_THING and search.question.thing and cover.names > 0:
                whole = 0.4 + 0.5 * cover.all * min(1.0, cover.names / 0.4)
                score = max(score, about * whole)
            if about == _AKIN:
                score = max(score, about * _beside_thing(search, page, line, cover.names))
            score *= _of_others(search, page, line)
            score *= 1.0 if _is_nearest(search, page, line, figure) else _STRANGE
            score *= timely(search, page, line) * done_in(search, page, line)
            score *= min(needed(search, page, line), 1.0) * _awaited(search, page, line)
            score *= _COMPARED if figure.thing in _WORDING.words("comparing") else 1.0
            score *= _PART if _is_part(search, value_of(page, _number(page, figure))) else 1.0
            score *= 1.0 if is_money(search, page, figure) else _STRANGE * _STRANGE
            score *= elsewhere(search, page, line) * _now(search, page, line, figure)
            score *= of_age(search, page, figure)
            score *= by_another(search, page, line)
            score *= _by_itself(search, cover.terms) * _done_there(search, page, line)
            score *= _at_time(search, page, line, figure) * _in_clause(search, page, line, figure)
            bare = not figure.thing and not figure.unit and about >= _BESIDE_THING
            about_it.append(about == 1.0 or bare)
            found.append(
                Candidate(
                    page,
                    "figure",
                    f"{figure.low}/{figure.high}",
                    value_of(page, _number(page, figure)),
                    figure.evidence,
                    score,
                    page.who(figure.claimant) or line.teller,
                    page.material.cited.get(f"figure:{figure.id}"),
                    sure=True,
                )
            )
    sure = any(own and each.score >= _ALMOST for own, each in zip(about_it, found, strict=True))
    if not (sure and search.question.thing):
        return found
    return [
        each if own else each.scored(_STRANGE * each.score)
        for own, each in zip(about_it, found, strict=True)
    ]


def _by_itself(search: Search, terms: float) -> float:
    """Return what a figure counts by how many words its own sentence has, where none are names.

    ("How much did the owner pay for the leaves?" is not answered by what others paid.)
    """
    bare = not search.names and len(search.coverage.terms) >= _SEVERAL
    return _STRANGE if bare and terms < _FEW else 1.0


def _done_there(search: Search, page: Page, line: Line) -> float:
    """Return what people counted in a sentence count by whether it tells what they did.

    How many people were hurt on a march is not how many people marched.
    """
    terms, thing = search.coverage.terms, search.question.thing
    others = [term for term in terms if term.stem != thing]
    if thing not in _WORDING.stems("people") or len(others) != 1 or len(terms) == 1:
        return 1.0
    return 1.0 if search.coverage.pointed(page, line, others[0]) else _STRANGE * _STRANGE


#: What a figure of the very thing counts at least by which one of another is none.
_ALMOST = 0.4
#: So many words of a question of which a sentence must have more than a few.
_SEVERAL, _FEW = 3, 0.4


def _is_asked(search: Search, figure: Figure) -> bool:
    """Tell whether a figure is one that the question names itself ("the eleven leaves")."""
    number, thing = figure.raw.casefold().split()[:1], (figure.thing or "").casefold().split()[-1:]
    asked = f" {search.question.text.casefold().rstrip('?')} "
    return bool(number and thing) and f" {number[0]} {thing[0]} " in asked


def _now(search: Search, page: Page, line: Line, figure: Figure) -> float:
    """Return what a figure counts from which something went "to" another, asked how much it is."""
    question, text = search.question, line.span.of(page.text)
    start, end = (each - line.span.start for each in _ends(figure))
    former = _FROM.search(text[:start]) and _TO.match(text[end:])
    return _STRANGE if former and not question.past else 1.0


def _ends(figure: Figure) -> tuple[int, int]:
    return figure.evidence[0].start, figure.evidence[0].end


_FROM, _TO = _WORDING.pattern("from"), _WORDING.pattern("to")


def _number(page: Page, figure: Figure) -> Span:
    """Return the words of a figure's own number: in "Nordia puts it at | nine" what is counted
    stands with another number before it."""
    raw = figure.raw.casefold()
    own = (span for span in figure.evidence if raw in value_of(page, span).casefold())
    return next(own, figure.evidence[0])


def _is_part(search: Search, value: str) -> bool:
    """Tell whether a figure is a part of what is asked for, where it is asked how great that is."""
    return _WHOLE.search(search.question.text) is not None and _PARTIAL.match(value) is not None


#: A question after the whole of something, a figure that is a part, and what such a one counts.
_WHOLE = _WORDING.pattern("whole")
_PARTIAL = _WORDING.pattern("partial")
_PART = 0.6


def _awaited(search: Search, page: Page, line: Line) -> float:
    """Return what a figure counts by whether its sentence tells of what is to come, if asked so."""
    question = search.question
    if not question.future or question.past:
        return 1.0
    told = lexicon().patterns["coming"].search(line.span.of(page.text)) is not None
    return 1.0 if told else _STRANGE


def _of_others(search: Search, page: Page, line: Line) -> float:
    """Return what a figure counts by whether its sentence names others, not the one asked for.

    Of what one who is named gets or does no sentence tells that tells it of another.
    """
    if of_another_state(search, line):
        return _FOREIGN
    if not _is_of_others(search, page, line):
        return 1.0
    return _STRANGE * _STRANGE if any(does(search, each) for each in search.names) else _STRANGE


def _is_of_others(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a sentence names others of a kind, but not the one of that kind asked for."""
    asked = [name for name in search.names if name.actors and not is_in(name, line)]
    kinds = {ref.kind for name in asked for ref in name.actors}
    meant = {id for name in search.names for id in name.ids}
    return any(
        ref.id in line.actors and ref.id not in meant and ref.kind in kinds
        for ref in page.material.who.values()
    )


def _is_nearest(search: Search, page: Page, line: Line, figure: Figure) -> bool:
    """Tell whether of several figures in a sentence this one follows whose figure is asked for.

    True where the sentence has but one, or names nobody whose it is before any of them.
    """
    if not search.names:
        return True
    if not _CLAIMANT.search(search.question.text):
        return _is_of_named(search, page, line, figure)
    starts = page.figures_in(line)
    if len(starts) < 2:
        return True
    name = _claimant(search)
    text = line.span.of(page.text)
    named = [line.span.start + w.start for w in words_in(text) if w.stem in name.keys]
    behind = [start for start in starts if named and start > max(named)]
    return not behind or figure.evidence[0].start == behind[0]


def _claimant(search: Search) -> Asked:
    """Return who a question says gives a figure: behind "according to", or else the first one."""
    behind = _ACCORDING.split(search.question.text)[1:]
    names = [name for name in search.names if behind and name.text in behind[-1]]
    return names[0] if names else search.names[0]


_ACCORDING = re.compile(r"(?i)\baccording to\b")


def _is_of_named(search: Search, page: Page, line: Line, figure: Figure) -> bool:
    """Tell whether a figure is not that of another one, behind whom stands the one asked for.

    ("X will hold 60 percent and Y 40 percent", "X offers three, Y asks for five".)
    """
    text, at = line.span.of(page.text), figure.evidence[0].start - line.span.start
    asked = {key for name in search.names if does(search, name) for key in name.keys}
    starts = [start - line.span.start for start in page.figures_in(line)]
    since = max((start for start in starts if start < at), default=0)
    before = [
        stem(match.group())
        for match in _NAMED.finditer(text, since, at)
        if match.start() or line.span.start in page.mentions
    ]
    if not before or before[-1] in asked:
        return True
    behind = {stem(match.group()) for match in _NAMED.finditer(text, at)}
    return behind.isdisjoint(asked)


#: A word that is written like a name.
_NAMED = re.compile(r"\b[A-ZÀ-Þ][\w-]+")


#: What a figure counts that only compares ("three fewer").
_COMPARED = 0.5


def _at_time(search: Search, page: Page, line: Line, figure: Figure) -> float:
    """Return what one of several figures in a sentence counts by the date that is nearest to it."""
    time = search.question.time
    dated = [
        (when.evidence[0].start, days) for when in page.dates_in(line) if (days := days_of(when))
    ]
    if time is None or len(dated) < 2:
        return 1.0
    at, end = figure.evidence[0].start, figure.evidence[-1].end
    behind = [each for each in dated if _BEHIND.fullmatch(page.text[end : each[0]])]
    _, days = behind[0] if behind else min(dated, key=lambda each: (abs(each[0] - at), each[0]))
    return 1.0 if time.meets(days) else _STRANGE * _STRANGE


def _in_clause(search: Search, page: Page, line: Line, figure: Figure) -> float:
    """Return what one of several figures counts by whether its clause tells what was asked.

    One without a thing of its own may go on with what the clause before tells ("… 64, others 71").
    """
    coverage, at = search.coverage, figure.evidence[0].start - line.span.start
    others = [t for t in coverage.terms if t.stem != search.question.thing]
    others = [t for t in others if t.stem == search.question.verb or " " in t.stem] or others
    if len(page.figures_in(line)) < 2 or not others or not _is_apart(page, figure):
        return 1.0
    text = line.span.of(page.text)
    clauses = [(m.start(), m.end()) for m in _CLAUSE.finditer(text)]
    told = [
        any(coverage.term_in(term, stems_of(text[a:b]), _NONE) for term in others)
        for a, b in clauses
    ]
    own = next((tells for (a, b), tells in zip(clauses, told, strict=True) if a <= at < b), True)
    return 1.0 if own or not any(told) else _STRANGE * _STRANGE


def _is_apart(page: Page, figure: Figure) -> bool:
    """Tell whether a figure has a thing of its own, or a verb ("and 300 were injured")."""
    return bool(figure.thing) or _UNDERGONE.match(page.text[figure.evidence[-1].end :]) is not None


_UNDERGONE = _WORDING.pattern("undergone")
#: A clause; "and" parts two where a number stands right behind it.
_CLAUSE = _WORDING.pattern("clause")
_NONE: frozenset[str] = frozenset()
#: What stands between a figure and its date.
_BEHIND = re.compile(r"[^\d,;:]{1,40}")


_CLAIMANT = _WORDING.pattern("claimant")
#: What a figure counts whose sentence is about another state, or others of any kind.
_FOREIGN = 0.5
_STRANGE = 0.8


def _about(search: Search, page: Page, line: Line, figure: Figure) -> float:
    """Return how well a figure is of the thing asked for: that which stands behind ``how many``."""
    thing = search.question.thing
    if not thing:
        return 1.0
    own = stems_of(f"{figure.raw} {figure.thing or ''} {figure.unit or ''}")
    own |= stems_of(" ".join(span.of(page.text) for span in figure.evidence))
    terms = [term for term in search.coverage.terms if term.stem == thing]
    if not terms:
        return 1.0
    if search.coverage.term_in(terms[0], own, frozenset()) >= _ALIKE:
        return 1.0
    if _OF_THEM.search(" ".join(span.of(page.text) for span in figure.evidence)):
        return search.coverage.pointed(page, line, terms[0])
    if thing in _WORDING.stems("people") and not lexicon().human.isdisjoint(own):
        return 1.0
    if search.coverage.met(page, line, terms[0]):
        asked, is_share = search.question.text, figure.unit in _WORDING.words("shares")
        wanting = _HOW_MUCH if is_share else _HOW_MANY
        measured = figure.unit is not None and wanting.search(asked) is not None
        counted = (figure.thing or figure.unit) and _is_counted(search, page, line, terms[0])
        return _OTHER_THING if counted or measured else _BESIDE_THING
    human = lexicon().human
    return (
        _AKIN if thing in human and not _WORDING.stems("generic").isdisjoint(own & human) else 0.6
    )


def _is_counted(search: Search, page: Page, line: Line, thing: Term) -> bool:
    """Tell whether a sentence has a figure of the very thing that is asked for."""
    starts = set(page.figures_in(line))
    return any(
        search.coverage.term_in(thing, stems_of(f"{other.raw} {other.thing or ''}"), _NONE) == 1.0
        for other in page.account.figures
        if other.evidence[0].start in starts
    )


def _beside_thing(search: Search, page: Page, line: Line, names: float) -> float:
    """Return how much of a question a sentence covers beside the thing that is counted."""
    coverage = search.coverage
    others = [term for term in coverage.terms if term.stem != search.question.thing]
    whole = sum(coverage.weight(term) for term in others)
    if not whole or names < 0.4:
        return 0.0
    return sum(coverage.weight(t) * coverage.near(page, line, t) for t in others) / whole


#: Some of those who were told of before.
_OF_THEM = _WORDING.pattern("of-them")
#: How well the thing that is counted must be met at least: by a word of like meaning.
_ALIKE = 0.85
#: What a figure counts of people where people of some kind are asked for.
_AKIN = 0.8


#: What a figure counts in whose sentence, but not behind it, stands what is counted.
_BESIDE_THING = 0.85
_HOW_MANY, _HOW_MUCH = _WORDING.pattern("how-many"), _WORDING.pattern("how-much")
#: What one counts that is of a measure, or beside another one of the very thing.
_OTHER_THING = 0.55
