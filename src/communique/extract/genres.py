"""What kind of text a report is: a story or interview, or what somebody says or puts out himself.

In stories and interviews most of what is said stands for itself; speeches, briefings and releases
are full of promises, praise and asides, so that less of their words is taken for claims.
"""

from __future__ import annotations

from communique.extract.clauses import listed
from communique.extract.trust.doubtful import is_release
from communique.extract.trust.words import words_for
from communique.extract.view import View

_HEADING = 300  # characters in which a text says what it is


def is_staged(view: View) -> bool:
    """Tell whether a text is a speech, a briefing or a body's own statement: no interview."""
    if is_interview(view):
        return False
    told = view.is_press_conference or view.turns.is_remarks
    return told or view.author is not None or view.issuer is not None


def is_interview(view: View) -> bool:
    """Tell whether its heading calls a text with questions an interview."""
    heading = view.text[:_HEADING].lower()
    return view.is_press_conference and any(
        word in heading for word in listed(view, "interviewing")
    )


def tells_news(view: View) -> bool:
    """Tell whether a text is a story or an interview: no speech, and not what an office put out."""
    words = words_for(view.lexicon.language)
    return not is_staged(view) and (words is None or not is_release(view, words))
