"""Who "her guest" or "his counterpart" is: the other one of two who meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.ask.wording import wording

if TYPE_CHECKING:
    from communique.ask.reports.pages import Page

_WORDING = wording("reports/partners")
_PARTNER = _WORDING.pattern("partner")
#: Those who meet in a report of which "the guest" tells whom of them it means.
_TWO = 2


def partners(page: Page) -> dict[int, frozenset[str]]:
    """Return, by the numbers of sentences, who is meant in them by a word for the other one.

    The report's main contact must be of two persons, of whom the sentence names one.
    """
    numbers = page.with_any(_WORDING.words("stems"))
    if not numbers:
        return {}
    main = next((each for each in page.account.contacts if each.main), None)
    persons = {actor.id for actor in page.account.actors if actor.kind == "person"}
    two = {part.actor for part in main.participants if part.actor in persons} if main else set()
    if len(two) != _TWO:
        return {}
    found = {}
    for number in numbers:
        line = page.lines[number]
        text = line.span.of(page.text)
        here = [one for one in two if not page.ids(one).isdisjoint(line.actors | line.speakers)]
        if len(here) == 1 and _PARTNER.search(text):
            (other,) = two - set(here)
            found[number] = frozenset(page.ids(other))
    return found
