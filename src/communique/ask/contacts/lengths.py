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
    """Tell whether a contact that is asked for may take so long: a call no days, talks no months.

    Args:
        question: What is asked.
        value: A length of time as TimeML has it, such as ``PT40M`` or ``P2D``.
    """
    unit = _DAYS.match(value)
    if question.kind != "how-long" or not question.contact or unit is None:
        return True
    return unit[1] == "D" and "call" not in question.contact


#: A number of days or more; how many "some" of them are is not told ("quite a while").
_DAYS = re.compile(r"P[\d.]+([DWMY])")
