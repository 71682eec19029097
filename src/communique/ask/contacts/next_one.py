"""When and where those who met meet next, told right behind what is told of their contact."""

from __future__ import annotations

from collections.abc import Iterator

from communique.ask.candidates import Candidate, Search
from communique.ask.contacts.parties import taking_part
from communique.ask.contacts.slots import dated, dates_in, parties, teller
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.model.claims import Contact

_WORDING = wording("contacts/next_one")


def told_of_next(search: Search, slot: str) -> Iterator[Candidate]:
    """Yield the days that reports on those who are named give for a contact yet to be held.

    The sentence need name nobody ("The next round will be held on 5 May"): it goes on about the
    contact told last before it, in which all who are named took part.
    """
    named = parties(search)
    if slot != "date" or len(named) < _TWO or not _NEXT_ASKED.search(search.question.text):
        return
    for page in search.pages:
        for line in page.lines:
            if not _NEXT.search(line.span.of(page.text)):
                continue
            contact = _told_last(search, page, line)
            if contact is None:
                continue
            id = page.material.cited.get(f"contact:{contact.id}")
            for when in dates_in(page, line):
                if when.type != "duration":
                    key, value, spans = dated(when, when.evidence, page)
                    by = teller(page, spans)
                    yield Candidate(page, slot, key, value, spans, _FITS, by, id, sure=True)


def _told_last(search: Search, page: Page, line: Line) -> Contact | None:
    """Return the contact that a sentence goes on about, if it is one of all who are named.

    It is the report's main one, or the last told before the sentence.
    """
    before = [
        (at.number, contact.main, number)
        for number, contact in enumerate(page.account.contacts)
        if contact.kind in _OF_TWO and contact.status == "held"
        for at in page.lines_of(contact.evidence[:1])
        if at.number < line.number
    ]
    main = [each for each in before if each[1]]
    if not before:
        return None
    contact = page.account.contacts[max(main or before)[2]]
    mine = taking_part(page, contact)
    for part in contact.participants:
        mine |= page.ids(part.represents)
    return contact if all(name.ids & mine for name in parties(search)) else None


_NEXT_ASKED = _WORDING.pattern("asked")
_NEXT = _WORDING.pattern("next")
_OF_TWO = frozenset({"meeting", "talks", "call", "summit", "visit"})
#: Those who meet, at least; what such a day counts.
_TWO, _FITS = 2, 0.9
