"""Who takes part in a contact, and which contacts are one that is told on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from communique.ask.candidates import ENOUGH, Fitting, Search
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import Page
from communique.ask.wording import wording
from communique.model.claims import Contact
from communique.model.days import days_of

_WORDING = wording("contacts/parties")


def takes_part(name: Asked, page: Page, contact: Contact) -> bool:
    """Tell whether one who is named takes part in a contact, or somebody who acts for it."""
    ids = page.ids(contact.initiator) | taking_part(page, contact)
    for part in contact.participants:
        ids |= page.ids(part.represents)
    return not name.ids.isdisjoint(ids)


def taking_part(page: Page, contact: Contact) -> set[str]:
    """Return the ids of those who take part in a contact."""
    return {id for part in contact.participants for id in page.ids(part.actor)}


def going_on(found: list[Fitting]) -> Iterator[Fitting]:
    """Yield contacts that go on about one that is meant, whatever kind they were taken for.

    They are told in the next sentence, by "they" or "the two", of the same who take part.
    """
    meant = {(id(page), contact.id) for page, contact, _ in found}
    told: dict[int, dict[int, list[Contact]]] = {}
    for page, contact, fit in found:
        if id(page) not in told:
            told[id(page)] = _told_by_they(page)
        behind = max((page.number_at(span.end - 1) for span in contact.evidence), default=-1) + 1
        for other in told[id(page)].get(behind, ()):
            if (
                (id(page), other.id) not in meant
                and other.status == contact.status
                and taking_part(page, other) <= taking_part(page, contact)
            ):
                yield page, other, _GOING_ON * fit


def without_others(search: Search, found: list[Fitting]) -> list[Fitting]:
    """Return contacts without those of a like kind that were on other days than one of the kind.

    Where two are named talks of theirs on another day are no account of their call; accounts may
    differ by a day.
    """
    own = [
        days
        for _, contact, fit in found
        if contact.kind in search.question.contact and fit >= ENOUGH
        if (days := days_of(contact.date))
    ]
    if not own or sum(bool(name.actors) for name in search.names) < _TWO:
        return found
    return [
        (page, contact, fit)
        for page, contact, fit in found
        if contact.kind in search.question.contact
        or (days := days_of(contact.date)) is None
        or any(_are_near(days, others) for others in own)
    ]


def _are_near(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two times may be of one day, or of a day and the next."""
    (first, last), (begin, end) = (tuple(map(date.fromisoformat, each)) for each in (one, other))
    return (first - end).days <= 1 and (begin - last).days <= 1


#: Those who have a contact, at least.
_TWO = 2


def told_elsewhere(search: Search, found: list[Fitting]) -> list[Fitting]:
    """Return the accounts in other reports of contacts that are meant, whoever they name.

    ("The leaders of Karst and Ferrow spoke", where a president and a premier are asked about.)
    """
    meant = {(id(page), contact.id) for page, contact, _ in found}
    cited = {
        page.material.cited.get(f"contact:{contact.id}")
        for page, contact, fit in found
        if fit >= ENOUGH
    }
    known = {each for each in cited if each}
    others = set(search.accounts(known)) - known if known else ()
    if not others:
        return []
    best = max(fit for _, _, fit in found)
    return [
        (page, contact, _ELSEWHERE * best)
        for page in search.pages
        for contact in page.account.contacts
        if page.material.cited.get(f"contact:{contact.id}") in others
        and (id(page), contact.id) not in meant
    ]


#: What an account counts that does not name those who are asked about.
_ELSEWHERE = 0.9


def _told_by_they(page: Page) -> dict[int, list[Contact]]:
    """Return the contacts whose sentence begins with "they" or the like, by its number."""
    found: dict[int, list[Contact]] = {}
    for contact in page.account.contacts:
        line = page.line_at(contact.evidence[0].start) if contact.evidence else None
        if line and _THEY.match(page.text, line.span.start):
            found.setdefault(line.number, []).append(contact)
    return found


#: How a sentence begins that goes on about those of the one before; what its contact counts.
_THEY = _WORDING.pattern("they")
_GOING_ON = 0.95
