"""What changed in what somebody holds or wants."""

from __future__ import annotations

from communique.ask.candidates import ENOUGH, Candidate, Search
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
