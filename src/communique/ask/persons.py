"""Who somebody is, and how the reports write the name."""

from __future__ import annotations

from communique.ask.candidates import Candidate, Search
from communique.ask.names import is_asked
from communique.ask.pages import Page
from communique.model.actor import Actor
from communique.model.span import Span


def offices(search: Search) -> list[Candidate]:
    """Return the offices that reports give those who are named."""
    found = []
    for page, actor in _asked(search):
        names = {other.id: other.name for other in page.account.actors}
        for office in actor.offices:
            of = names.get(office.of or "", office.of or "")
            value = f"{office.title} of {of}" if of else office.title
            found.append(
                Candidate(page, "office", value.casefold(), value, office.evidence, 0.9, sure=True)
            )
    return [each for each in found if each.spans]


def spellings(search: Search) -> list[Candidate]:
    """Return the forms in which reports write the names of those who are named."""
    found = []
    for page, actor in _asked(search):
        forms: dict[str, Span] = {}
        for span in actor.mentions:
            words = " ".join(span.of(page.text).split())
            if words[:1].isupper() or words.lower() == words.upper():
                forms.setdefault(words, span)
        found += [
            Candidate(page, "name", form, form, (span,), 0.9, sure=True)
            for form, span in forms.items()
        ]
    return found


def _asked(search: Search) -> list[tuple[Page, Actor]]:
    """Return the actors of each report that are one of those named."""
    return [
        (page, actor)
        for page in search.pages
        for actor in page.account.actors
        if (ref := page.who(actor.id)) and is_asked(search.names, ref.id)
    ]
