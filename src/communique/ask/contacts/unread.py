"""What a report tells of a contact that it is about but in which no contact was read."""

from __future__ import annotations

from collections.abc import Iterator

from communique.ask.candidates import ENOUGH, Candidate, Search, value_of
from communique.ask.contacts.lengths import is_length
from communique.ask.contacts.parties import taking_part
from communique.ask.contacts.slots import dated, dates_in, is_called, matching, parties, teller
from communique.ask.lexicon import lexicon
from communique.ask.reports.covering import is_in
from communique.ask.reports.pages import Line, Page

#: Sentences that open a report, and those behind one that names both which go on about it.
_OPENING, _GOES_ON = 4, 4
#: Those who have a contact, at least; what an account counts that no contact was read of.
_TWO, _FITS = 2, 0.8


def told_unread(search: Search, slot: str) -> Iterator[Candidate]:
    """Yield how long a contact took, and who had asked for it, from reports that open with it.

    Such a report names all who are asked about in one of its first sentences, with a word for a
    contact, and none of theirs was read in it. What is told of them right behind is of that one.
    """
    named = parties(search)
    if slot not in ("duration", "initiator") or len(named) < _TWO or len(named) < len(search.names):
        return
    for page in search.pages:
        opening = _opening(search, page)
        if opening is None or _is_read(search, page):
            continue
        for line in page.lines[opening.number : opening.number + 1 + _GOES_ON]:
            if line is not opening and _names_others(search, page, line):
                continue
            yield from _filling(page, line, slot)


def _filling(page: Page, line: Line, slot: str) -> Iterator[Candidate]:
    text, patterns = line.span.of(page.text), lexicon().patterns
    if slot == "duration" and patterns["lasted"].search(text):
        for when in dates_in(page, line):
            if when.type == "duration" and is_length(page, line, when):
                key, value, spans = dated(when, when.evidence, page)
                yield Candidate(page, slot, key, value, spans, _FITS, teller(page, spans))
    elif slot == "initiator" and patterns["asked-for"].search(text):
        words = value_of(page, line.span)
        yield Candidate(page, "words", words.casefold(), words, (line.span,), _FITS, line.teller)


def _opening(search: Search, page: Page) -> Line | None:
    """Return the first sentence that tells of a contact of all who are named, if it opens a report.

    Of another time than is asked for it tells nothing.
    """
    kinds = set(search.question.contact)
    kinds.update(other for kind in search.question.contact for other in lexicon().alike[kind])
    time = search.question.time
    if time and page.days and not time.meets(page.days):
        return None
    for line in page.lines[:_OPENING]:
        if all(is_in(name, line, speaker=False) for name in parties(search)) and (
            not kinds or is_called(line, tuple(sorted(kinds)))
        ):
            return line
    return None


def _is_read(search: Search, page: Page) -> bool:
    """Tell whether a contact of all who are named was read in a report, or is meant."""
    if any(told is page for told, _, fit in matching(search) if fit >= ENOUGH):
        return True
    return any(
        all(name.ids & taking_part(page, contact) for name in parties(search))
        for contact in page.account.contacts
    )


def _names_others(search: Search, page: Page, line: Line) -> bool:
    """Tell whether a sentence names persons, but none of those who are asked about."""
    persons = {ref.id for ref in page.material.who.values() if ref.kind == "person"}
    named = line.actors & persons
    return bool(named) and not any(name.ids & line.actors for name in parties(search))
