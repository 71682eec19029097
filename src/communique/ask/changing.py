"""What changed in what somebody holds or wants."""

from __future__ import annotations

from communique.ask.candidates import ENOUGH, Candidate, Search, value_of
from communique.ask.claims.acts import positions
from communique.ask.claims.sayings import what_said
from communique.ask.lexicon import lexicon
from communique.ask.reports.pages import Line
from communique.ask.sentences.stages import later_stages
from communique.ask.sentences.telling import sentences


def changed(search: Search) -> list[Candidate]:
    """Return what was held or wanted at times, first of all what tells of a change."""
    found = [*positions(search), *what_said(search), *sentences(search, "changed")]
    found += later_stages(search, found)
    if not any(each.score >= ENOUGH for each in found):
        found += _turns(search)
    whole = {
        (id(each.page), line.number)
        for each in found
        if not each.sure and each.score >= ENOUGH
        for line in _lines(each)
    }
    return [
        each.scored(_turned(each) * _spoken_of(search, each) * each.score)
        for each in found
        if not each.sure or any((id(each.page), line.number) not in whole for line in _lines(each))
    ]


def _turns(search: Search) -> list[Candidate]:
    """Return the sentences on the first one named that tell of a change near what is asked of.

    What is to have changed need not be called so ("the plan" for "the deal").
    """
    first = search.first
    if first is None:
        return []
    turned, coverage = lexicon().patterns["turned"], search.coverage
    return [
        Candidate(page, "words", words.casefold(), words, (line.span,), _TURN, line.teller)
        for page in search.pages
        for number in sorted(coverage.named(page, first))
        for line in (page.lines[number],)
        if turned.search(line.span.of(page.text))
        and first.ids & (line.actors | line.speakers)
        and all(coverage.nearness(page, line, name) >= _NEAR for name in search.names)
        and (words := value_of(page, line.span))
    ]


#: What a sentence counts, before it is known to tell of a change, that need not name what changed;
#: how near all who are named must be to it.
_TURN, _NEAR = 0.5, 0.4


def _spoken_of(search: Search, candidate: Candidate) -> float:
    """Return what counts by whether it has any word of what is to have changed, or goes on."""
    page, coverage = candidate.page, search.coverage
    told = any(
        coverage.pointed(page, line, term) for line in _lines(candidate) for term in coverage.terms
    )
    return 1.0 if told or not coverage.terms else _UNTURNED


def _turned(candidate: Candidate) -> float:
    """Return what counts by whether it tells of a change, or at least of a time."""
    page, lines = candidate.page, _lines(candidate)
    turned = lexicon().patterns["turned"]
    if any(turned.search(line.span.of(page.text)) for line in lines):
        return _TURNED
    return 1.0 if len(lines) == 1 and page.days_in(lines[0]) else _UNTURNED


#: What counts that tells of a change, where that is asked for, and what tells of no time either.
_TURNED, _UNTURNED = 1.4, 0.8


def _lines(candidate: Candidate) -> list[Line]:
    return candidate.page.lines_of(candidate.spans)
