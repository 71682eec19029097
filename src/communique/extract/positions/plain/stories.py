"""Whether a text is a story: somebody tells of others, and nobody speaks at length."""

from __future__ import annotations

from communique.extract.positions.holder.interviews import is_interview
from communique.extract.view import View

_SHORT = 1500  # characters of a text that need not tell what somebody said
_APART = 2500  # characters of a story in which it is told once


def is_story(view: View) -> bool:
    """Tell whether a text is a report on others, and no transcript, statement or release.

    A long text in which hardly anybody "said" anything is a release, a law or an essay.
    """
    turns = view.turns
    if turns.is_remarks or turns.is_press_conference or is_interview(view):
        return False
    if view.issuer is not None or view.author is not None:
        return False
    if len(view.text) <= _SHORT:
        return True
    said = sum(view.lexicon.has(word, "reporting") for word in view.text.lower().split())
    return said * _APART >= len(view.text)
