"""Answers that a sentence gives only together with the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.ask.candidates import Candidate, Search, value_of


def with_what_is_meant(search: Search, found: Sequence[Candidate]) -> list[Candidate]:
    """Return sentences with those before them that tell what "that" or "it" stands for.

    A sentence that is part of a fuller answer is left out.
    """
    whole = [_with_before(search, each) for each in found]
    return [
        each
        for each in whole
        if each.slot != "words" or not any(_is_part(each, other) for other in whole)
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
    """Tell whether a sentence is one of two that answer together."""
    return (
        one.page is other.page
        and len(one.spans) < len(other.spans)
        and other.slot == "words"
        and all(span in other.spans for span in one.spans)
    )
