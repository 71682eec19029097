"""Who "the ministers", "both" or "they" are in a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.ask.wording import wording

if TYPE_CHECKING:
    from communique.ask.reports.pages import Page

_WORDING = wording("reports/groups")


def meant_by_groups(page: Page) -> dict[str, tuple[str, ...]]:
    """Return who "the ministers", "the two" are: those in the report's main contact."""
    groups = [
        actor.id
        for actor in page.account.actors
        if actor.kind == "group" and not actor.members and _TOGETHER.fullmatch(actor.name)
    ]
    main = next((each for each in page.account.contacts if each.main), None)
    if main is None or len(main.participants) < _TWO:
        return _named_before(page)
    parts = tuple(part.actor for part in main.participants)
    return _named_before(page) | dict.fromkeys(groups, parts)


def _named_before(page: Page) -> dict[str, tuple[str, ...]]:
    """Return who "they" or "both" are: two persons whom the sentence before alone names."""
    found: dict[str, tuple[str, ...]] = {}
    persons = [actor for actor in page.account.actors if actor.kind == "person"]
    for group in page.account.actors:
        spans = sorted((*group.mentions, *group.pronouns))
        if group.kind != "group" or group.members or not spans or not page.lines:
            continue
        if not _THEY.fullmatch(spans[0].of(page.text)):
            continue
        number = page.number_at(spans[0].start)
        before = page.lines[number - 1].span if number else None
        named = [
            person.id
            for person in persons
            if before and any(map(before.covers, (*person.mentions, *person.pronouns)))
        ]
        if len(named) == _TWO:
            found[group.id] = tuple(named)
    return found


#: Those who meet in a report when they are not named, and how many they are at least.
_TOGETHER = _WORDING.pattern("together")
_TWO = 2
_THEY = _WORDING.pattern("they")
