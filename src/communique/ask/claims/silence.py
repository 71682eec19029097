"""That somebody said nothing, where what somebody said is asked for."""

from __future__ import annotations

from communique.ask.candidates import Candidate, Search, value_of
from communique.ask.lexicon import lexicon


def silences(search: Search) -> list[Candidate]:
    """Return the sentences which tell that the first one named says nothing.

    What a question is about must be told in the sentence or near it.
    """
    first = search.first
    if first is None:
        return []
    pattern, coverage = lexicon().patterns["silent"], search.coverage
    found = []
    for page in search.pages:
        for number in sorted({n for id in first.ids for n in page.by_actor.get(id, ())}):
            line = page.lines[number]
            if not pattern.search(line.span.of(page.text)):
                continue
            around = page.lines[max(number - _BEFORE, 0) : number + 1]
            if coverage.terms and not any(
                coverage.near(page, line, term) >= _NEAR
                or any(coverage.met(page, each, term) for each in around)
                for term in coverage.terms
            ):
                continue
            words = value_of(page, line.span)
            found.append(
                Candidate(page, "words", words.casefold(), words, (line.span,), _SILENT, None)
            )
    return found


#: How near what is asked about must be where no sentence before has it.
_NEAR = 0.5
#: Sentences before one that tells of silence in which it is told on what.
_BEFORE = 2
#: What a sentence counts that tells of silence; words that were said count more.
_SILENT = 0.6
