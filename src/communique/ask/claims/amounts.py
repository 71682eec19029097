"""What a figure counts by what it is an amount of: an age, a sum, what one has of another."""

from __future__ import annotations

import re

from communique.ask.candidates import Search
from communique.ask.lexicon import lexicon
from communique.ask.reports.names import Asked
from communique.ask.reports.pages import Page
from communique.ask.wording import wording
from communique.model.claims import Figure

_WORDING = wording("claims/amounts")


def is_money(search: Search, page: Page, figure: Figure) -> bool:
    """Tell whether a figure may be a sum of money, where what is paid is asked for.

    One of things that were counted before it in the question's words is none.
    """
    patterns = lexicon().patterns
    if not patterns["asking-price"].search(search.question.text):
        return True
    behind = page.text[figure.evidence[0].start : figure.evidence[-1].end + _CURRENCY]
    return patterns["sum"].search(behind) is not None or (
        figure.unit is not None
        and not _OF_TIME.match(figure.unit)
        and not _MEASURE.match(figure.unit)
    )


_OF_TIME = _WORDING.pattern("of-time")
_MEASURE = _WORDING.pattern("measure")
#: Letters behind a figure among which its currency stands.
_CURRENCY = 14


def of_age(search: Search, page: Page, figure: Figure) -> float:
    """Return what a figure counts by whether it is an age, where it is asked how old one is."""
    if not _HOW_OLD.search(search.question.text):
        return 1.0
    start, end = figure.evidence[0].start, figure.evidence[-1].end
    before, behind = page.text[max(start - _CURRENCY, 0) : start], page.text[end : end + _CURRENCY]
    is_age = _AGE.search(f"{figure.raw}{behind}") or _AGED.search(before)
    aside = figure.raw.isdigit() and before.endswith(", ") and behind.startswith(",")
    return 1.0 if is_age or aside else _NO_AGE


#: What a figure counts that is no age where one is asked for.
_NO_AGE = 0.5
_HOW_OLD = _WORDING.pattern("how-old")
_AGE, _AGED = _WORDING.pattern("age"), _WORDING.pattern("aged")


def does(search: Search, name: Asked) -> bool:
    """Tell whether a question asks how much one who is named has, gets or does."""
    doing = rf"\b(?:do|does|did|will|would|has|have|had) (?:the )?{re.escape(name.text)}\b"
    return re.search(doing, search.question.text) is not None
