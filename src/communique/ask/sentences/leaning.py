"""Answers that a sentence gives only together with the one before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from communique.ask.candidates import Candidate, Search, value_of
from communique.model.span import Span


def with_what_is_meant(search: Search, found: Sequence[Candidate]) -> list[Candidate]:
    """Return sentences with those before them that tell what "that" or "it" stands for.

    A sentence that is part of a fuller answer is left out.
    """
    whole = [_with_before(search, each) for each in found]
    fuller: dict[tuple[int, Span], list[Candidate]] = defaultdict(list)
    for each in whole:
        if each.slot == "words" and len(each.spans) > 1:
            for span in each.spans:
                fuller[id(each.page), span].append(each)
    return [
        each
        for each in whole
        if each.slot != "words"
        or not any(_is_part(each, other) for other in fuller[id(each.page), each.spans[0]])
    ]


def _with_before(search: Search, candidate: Candidate) -> Candidate:
    """Return a sentence with the one before it, if words that are asked for stand in that alone."""
    page = candidate.page
    lines = page.lines_of(candidate.spans)
    if len(lines) != 1 or candidate.slot != "words" or candidate.sure or not lines[0].number:
        return candidate
    (line,), coverage = lines, search.coverage
    before = page.lines[line.number - 1]
    if not coverage.points(page, line) or not any(
        coverage.met(page, before, term) and not coverage.met(page, line, term)
        for term in coverage.terms
    ):
        return candidate
    value = " ".join(value_of(page, each.span) for each in (before, line))
    spans = (before.span, line.span)
    return replace(candidate, key=value.casefold(), value=value, spans=spans)


def _is_part(one: Candidate, other: Candidate) -> bool:
    """Tell whether a sentence is one of two on the same page that answer together."""
    return len(one.spans) < len(other.spans) and all(span in other.spans for span in one.spans)
