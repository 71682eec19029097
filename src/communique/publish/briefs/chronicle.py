"""The storyline in a brief: contacts and acts by date, under no more than is told of their time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from communique.model.brief import Block, Paragraph, Part, Text
from communique.model.claim_rows import ActRow
from communique.model.days import days_of
from communique.model.threads import ContactLine
from communique.publish.briefs.contacts import Rows, told
from communique.publish.briefs.notebook import Notebook
from communique.publish.briefs.undertakings import act_told
from communique.publish.phrases import month_of, when_in_words

#: A date that tells at least the month.
_MONTH = re.compile(r"\d{4}-\d\d")
Event = ContactLine | ActRow


def by_month(events: Iterable[Event], rows: Rows, notes: Notebook) -> Iterator[Part]:
    """Yield the storyline month by month, what is undated last.

    What is told with less than a month stands under its year, or years, and not a month of it.
    ``rows`` are the accounts of contacts by id.
    """
    ordered = sorted(events, key=lambda each: (*_span(each), _days(each)[0] or ""))
    for period, some in groupby(ordered, period_of):
        blocks = [block for each in some for block in _told(each, rows, notes)]
        yield Part(heading=period, blocks=tuple(blocks))


def period_of(each: Event) -> str:
    """Return the time under which an event is filed, no more precise than what is told."""
    first, month, last = _span(each)
    if month:
        return month_of(f"{first}-{month}")
    if not _days(each)[0]:
        return month_of(None)
    return first if first == last else f"{first} to {last}"


def _told(each: Event, rows: Rows, notes: Notebook) -> Iterator[Block]:
    if isinstance(each, ContactLine):
        yield from told(each, rows, notes)
        return
    when = when_in_words(each.when) if each.when else "Date not given"
    yield Paragraph(texts=(Text(text=when, tone="strong"), *act_told(each, notes)))


def _span(each: Event) -> tuple[str, str, str]:
    """Return the year and month in which an event begins, and the last year it may be in.

    The month is empty where nobody tells one.
    """
    first, last = _days(each)
    if first is None:
        return "~", "", "~"
    if any(_MONTH.match(value) for value in _values(each)):
        return first[:4], first[5:7], first[:4]
    return first[:4], "", (last or first)[:4]


def _days(each: Event) -> tuple[str | None, str | None]:
    """Return the first and the last day that an event may be of."""
    if isinstance(each, ContactLine):
        return each.first_on, each.last_on
    return days_of(each.when) or (None, None)


def _values(each: Event) -> Iterator[str]:
    if isinstance(each, ContactLine):
        yield from (dated.value for dated in each.dates)
    elif each.when and each.when.value:
        yield each.when.value
