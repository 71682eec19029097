"""Who takes part in a contact, and which contacts are one that is told on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.ask.candidates import Fitting
from communique.ask.names import Asked
from communique.ask.pages import Page
from communique.model.claims import Contact


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
    for page, contact, fit in found:
        last = max((line.number for line in page.lines_of(contact.evidence)), default=-1)
        for other in page.account.contacts:
            lines = page.lines_of(other.evidence[:1])
            if (
                (id(page), other.id) not in meant
                and lines
                and lines[0].number == last + 1
                and _THEY.match(lines[0].span.of(page.text).lstrip())
                and taking_part(page, other) <= taking_part(page, contact)
                and other.status == contact.status
            ):
                yield page, other, _GOING_ON * fit


#: How a sentence begins that goes on about those of the one before; what its contact counts.
_THEY = re.compile(r"(?:They|Both|The two|The pair|We)\b")
_GOING_ON = 0.95
