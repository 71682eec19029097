"""Which durations in a sentence are how long something took."""

from __future__ import annotations

import re

from communique.ask.question.understanding import Question
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.model.when import When

_WORDING = wording("contacts/lengths")


def is_length(page: Page, line: Line, when: When) -> bool:
    """Tell whether a duration in a sentence is how long something lasted: "a two-day visit"."""
    text, start = line.span.of(page.text), line.span.start
    behind = text[when.evidence[0].end - start :]
    return is_lasting(text, when.evidence[0].start - start) or _BEHIND_IT.match(behind) is not None


#: What stands behind a length of time that a contact took ("a 40-minute call").
_BEHIND_IT = _WORDING.pattern("behind-it")


def is_lasting(text: str, at: int) -> bool:
    """Tell whether a duration at ``at`` is how long something lasted, not how long ago it was."""
    return _BEFORE.search(text[:at]) is not None


#: What stands before a length of time that something took.
_BEFORE = _WORDING.pattern("before")


def may_take(question: Question, value: str) -> bool:
    """Tell whether a contact that is asked for may take so long: a call no days, talks no weeks.

    Args:
        question: What is asked.
        value: A length of time as TimeML has it, such as ``PT40M`` or ``P2D``.
    """
    if question.kind != "how-long" or not question.contact:
        return True
    if (hours := _HOURS.match(value)) is not None:
        return float(hours[1]) < _A_DAY
    days = _DAYS.match(value)
    if days is None:
        return True  # "quite a while"
    if not days[1].isdigit() or "call" in question.contact:
        return False
    if _LONG.isdisjoint(question.contact):
        return days[2] == "D" and int(days[1]) <= _FEW
    return days[2] in "DW"


_HOURS = re.compile(r"PT(\d+(?:\.\d+)?)H")
_DAYS = re.compile(r"P([\dX.]+)([DWMY])")
#: Kinds of contact that go on for days or weeks.
_LONG = frozenset({"talks", "visit", "summit"})
#: Hours that nobody talks without a break; days that a meeting takes at most.
_A_DAY, _FEW = 24, 7
