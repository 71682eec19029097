"""How long somebody talked with somebody, told by one of the two ("We spoke for three hours.")."""

from __future__ import annotations

from collections.abc import Iterator

from communique.ask.candidates import Candidate, Search
from communique.ask.contacts.slots import dated, dates_in, parties
from communique.ask.lexicon import lexicon
from communique.ask.reports.pages import Line, Page

#: Sentences before one with "we" in which the other one is named.
_BEFORE = 8
#: Those who talk with one another, and what a length counts that one of them tells.
_TWO, _TOLD = 2, 0.8


def told_by_one(search: Search) -> Iterator[Candidate]:
    """Yield how long "we" talked, where one of two who are asked about says so.

    The other one must be the last person named before.
    """
    named = parties(search)
    if len(named) != _TWO or len(named) < len(search.names):
        return
    pattern = lexicon().patterns["we-talked"]
    for page in search.pages:
        for number in sorted(page.with_any(("we", "our"))):
            line = page.lines[number]
            if not pattern.search(line.span.of(page.text)):
                continue
            other = [name for name in named if name.ids.isdisjoint(line.speakers)]
            mine = frozenset[str]().union(*(name.ids for name in named if name not in other))
            if len(other) != 1 or not _is_last_named(page, line, other[0].ids, mine):
                continue
            for when in dates_in(page, line):
                if when.type == "duration":
                    key, value, spans = dated(when, when.evidence, page)
                    yield Candidate(page, "duration", key, value, spans, _TOLD, line.teller)


def _is_last_named(page: Page, line: Line, ids: frozenset[str], mine: frozenset[str]) -> bool:
    """Tell whether, of all persons but the speaker (``mine``), one meant is the last one named."""
    persons = {ref.id for ref in page.material.who.values() if ref.kind == "person"}
    for before in reversed(page.lines[max(line.number - _BEFORE, 0) : line.number + 1]):
        others = (before.actors & persons) - line.speakers - mine
        if others:
            return not others.isdisjoint(ids)
    return False
