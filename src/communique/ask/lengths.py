"""Which durations in a sentence are how long something took."""

from __future__ import annotations

import re

from communique.ask.pages import Line, Page
from communique.model.when import When


def is_length(page: Page, line: Line, when: When) -> bool:
    """Tell whether a duration in a sentence is how long something lasted: "a two-day visit"."""
    text, start = line.span.of(page.text), line.span.start
    behind = text[when.evidence[0].end - start :]
    return is_lasting(text, when.evidence[0].start - start) or _BEHIND_IT.match(behind) is not None


#: What stands behind a length of time that a contact took ("a 40-minute call").
_BEHIND_IT = re.compile(
    r"[- ](?:\w+ ){0,2}(?:of )?"
    r"(?:phone call|stay|trip|summit|call|conversation|meeting|talks?|session|visit)\b"
)


def is_lasting(text: str, at: int) -> bool:
    """Tell whether a duration at ``at`` is how long something lasted, not how long ago it was."""
    return _BEFORE.search(text[:at]) is not None


#: What stands before a length of time that something took.
_BEFORE = re.compile(
    r"(?:\b(?:last(?:ed|s)?|took|spent|continued|went on|spoken?|talked|met|received|hosted"
    r"|conferred|conversation|call|meeting|talks|of"
    r"|(?:ended|over|broken off|broke off|hung up|finished) after)\W+(?:(?!ago)\w+\W+){0,4}"
    r"|\b(?:длил|продолжал)\w+\W+(?:\w+\W+){0,3})$",
    re.IGNORECASE,
)
