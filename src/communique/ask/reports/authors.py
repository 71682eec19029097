"""Whose words a report is: who wrote, signed or spoke it, or answers in an interview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.ask.wording import wording
from communique.ask.words import stem, stems_of
from communique.model.rows import ActorRef

if TYPE_CHECKING:
    from communique.ask.reports.pages import Page

_WORDING = wording("reports/authors")


def name_author(page: Page) -> frozenset[str]:
    """Let whom the title tells to be speaking be the one who says "I" outside quotations.

    Returns the id of that one, if any.
    """
    heading = page.account.report.title or (page.spans[0].of(page.text) if page.spans else "")
    if not _AUTHORED.search(heading):  # By whom it is may stand on another line.
        above = " ".join(page.text[:_ABOVE].split("\n\n")[0].split())
        heading = above if _AUTHORED.search(above) else heading
    authored = _AUTHORED.search(heading)
    match = authored or _byline(page)
    put = _put_to_you(page)
    if put and authored is None:
        match, ref = None, _interviewed(page, heading)
    else:
        ref = _signed(page) or (_called_in(page, match[1]) if match else None)
    if ref is None:
        return frozenset()
    for number in put:
        page.lines[number].actors = page.lines[number].actors | {ref.id}
    first_person = page.with_any(_WORDING.words("first-person"))
    for number in first_person:
        page.lines[number].actors = page.lines[number].actors | {ref.id}
    for line in page.lines:
        of_title = match is not None and match[0].lower().startswith(("interview", "by "))
        asked = bool(put) or of_title
        own = not asked or line.number in first_person
        if own and not line.speakers and not line.tellers:
            line.speakers = frozenset({ref.id})
            line.teller = line.teller or ref
    return frozenset({ref.id})


def _put_to_you(page: Page) -> list[int]:
    """Return the numbers of the questions that an interview puts to "you"; none of a few."""
    you = sorted(page.with_any(_WORDING.words("second-person")))
    numbers = [
        number
        for number in you
        if page.lines[number].span.of(page.text).rstrip('"”’») \n').endswith("?")
    ]
    return numbers if len(numbers) >= _INTERVIEW else []


def _interviewed(page: Page, heading: str) -> ActorRef | None:
    """Return who answers an interview: whose words its title quotes, or whom it names first."""
    if (match := _QUOTED.match(heading)) and (ref := _called_in(page, match[1])):
        return ref
    opening = page.lines[min(_OPENING, len(page.lines)) - 1].span.end
    named = [
        (span.start, actor.id)
        for actor in page.account.actors
        if actor.kind == "person"
        for span in actor.mentions
        if span.start < opening
        and not _BY.search(page.text[max(span.start - len(" spoke to "), 0) : span.start])
    ]
    return page.who(min(named)[1]) if named else None


def _byline(page: Page) -> re.Match[str] | None:
    """Return who is named as the writer in the first sentences."""
    over = (line.span.of(page.text) for line in page.lines[:_HEADING])
    return next((found for text in over if (found := _BYLINE.search(text))), None)


def _called_in(page: Page, text: str) -> ActorRef | None:
    """Return the first person of the report whose last name stands in a text."""
    words = stems_of(text)
    for actor in page.account.actors:
        if actor.kind == "person" and stem(actor.name.split()[-1]) in words:
            return page.who(actor.id)
    return None


def _signed(page: Page) -> ActorRef | None:
    """Return who signs a report in the first person: whose name is its last line."""
    if not page.lines or not page.with_any(("i", "my")):
        return None
    last = page.lines[-1].span.of(page.text).strip().splitlines()[-1].strip()
    for actor in page.account.actors:
        if actor.kind == "person" and last in (actor.name, *actor.aliases):
            return page.who(actor.id)
    return None


#: How a title tells whose words the report is.
_AUTHORED = _WORDING.pattern("authored")
_BYLINE = _WORDING.pattern("byline")
#: How a title quotes somebody, and what stands before the name of who asks.
_QUOTED = re.compile(r"([^:\"“«]{3,60}): ?[\"“«‘]")
_BY = _WORDING.pattern("by")
#: Questions to "you" at least that make an interview.
_INTERVIEW = 2
#: Letters over a report in which its author may be named.
_ABOVE = 300
#: Sentences that open a report, and those in which its writer is named.
_OPENING, _HEADING = 3, 5
