"""Whether a report is an interview, in which somebody says at length where they and others stand.

In briefings and remarks much is said that only leads to something else. Who is interviewed is asked
for views, so that their words count as words that a story quotes.
"""

from __future__ import annotations

from communique.extract.view import View

_HEAD = 240  # characters of a text that say what it is
_NAMES = ("interview", "in conversation with", "q&a with", "talks to")


def is_interview(view: View) -> bool:
    """Tell whether the head of a text calls it an interview."""
    head = view.text[:_HEAD].lower()
    title = (view.reading.report.title or "").lower()
    named = any(name in head.split("\n\n", 1)[0] or name in title for name in _NAMES)
    return named and not view.turns.is_remarks
