"""What became of what somebody foresaw."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from communique.ask.candidates import Candidate, Search, value_of
from communique.ask.lexicon import lexicon
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording

_WORDING = wording("claims/outcomes")


def asks_for_outcome(search: Search) -> bool:
    """Tell whether a question is after a forecast that came true."""
    return OUTCOME.search(search.question.text.lower()) is not None


#: Words by which a question is after what became of a forecast.
OUTCOME = _WORDING.pattern("outcome")


def came_true(page: Page, line: Line) -> bool:
    """Tell whether the sentence behind a forecast says that it came true ("It did.")."""
    behind = page.lines[line.number + 1 : line.number + 2]
    pattern = lexicon().patterns["came-true"]
    return any(pattern.search(each.span.of(page.text).strip()) for each in behind)


def come_true(search: Search) -> list[Candidate]:
    """Return the sentences on what is to come of which the next one says that it came true."""
    if not asks_for_outcome(search):
        return []
    first = search.first
    return [
        Candidate(page, "words", words.casefold(), words, (line.span, next_.span), 0.9, line.teller)
        for page in search.pages
        for line, next_ in pairwise(page.lines)
        if came_true(page, line)
        and (first is None or search.coverage.names_in(page, line, first))
        and _is_foretold(value_of(page, line.span))
        and (words := f"{value_of(page, line.span)} {value_of(page, next_.span)}")
    ]


def came_about(search: Search) -> list[Candidate]:
    """Return what the one who is named foresaw, with what later reports tell that came about.

    What is told later must be of the words that are asked for and of a word like one by which it
    was foreseen, and must itself not be to come.
    """
    if not asks_for_outcome(search) or not search.coverage.terms:
        return []
    found: list[Candidate] = []
    for page, line in _foreseen(search):
        later = list(_told_later(search, page, line))
        if later:
            words = value_of(page, line.span)
            found.append(
                Candidate(page, "words", words.casefold(), words, (line.span,), 0.9, line.teller)
            )
            found += later
    return found


def _foreseen(search: Search) -> Iterator[tuple[Page, Line]]:
    """Yield sentences of the one who is named on what is to come of what is asked for."""
    first = search.first
    coverage = search.coverage
    for page in search.pages:
        for line in page.lines:
            told = first is None or not first.ids.isdisjoint({*line.speakers, *line.actors})
            text = line.span.of(page.text)
            if (
                told
                and _FORESEEING.search(text)
                and not text.rstrip().endswith("?")
                and all(coverage.near(page, line, term) >= _NEAR for term in coverage.terms)
            ):
                yield page, line


def _told_later(search: Search, page: Page, line: Line) -> Iterator[Candidate]:
    """Yield sentences of later reports that tell that what a sentence foresaw came about."""
    known, coverage = lexicon(), search.coverage
    asked = {term.stem for term in coverage.terms} | set(known.contact)
    wanted = {
        family
        for each in line.stems - asked
        if each not in known.passed
        for family in known.families.get(each, ())
        if family not in _WORDING.words("foretold")
    }
    alike = {each for each, families in known.families.items() if not wanted.isdisjoint(families)}
    for other in search.pages:
        if not (page.days and other.days and other.days[0] > page.days[1]):
            continue
        for told in other.lines:
            text = told.span.of(other.text)
            if (
                any(told.stems.issuperset(each.split()) for each in alike)
                and all(coverage.met(other, told, term) for term in coverage.terms)
                and not known.patterns["future"].search(text)
            ):
                words = value_of(other, told.span)
                yield Candidate(
                    other, "words", words.casefold(), words, (told.span,), 0.8, told.teller
                )


def _is_foretold(words: str) -> bool:
    return bool(_FORESEEING.search(words) or _FORETELLING.search(words))


#: Words by which somebody foresees, in one's own voice or as others tell it.
_FORESEEING = _WORDING.pattern("foreseeing")
_FORETELLING = _WORDING.pattern("foretelling")
#: How near the words that are asked for must be to what was foreseen.
_NEAR = 0.6
