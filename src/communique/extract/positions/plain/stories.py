"""Whether a text is a story: somebody tells of others, and nobody speaks at length."""

from __future__ import annotations

from communique.extract.positions.holder.interviews import is_interview
from communique.extract.view import View


def is_story(view: View) -> bool:
    """Tell whether a text is a report on others, and no transcript, statement or speech."""
    turns = view.turns
    if turns.is_remarks or turns.is_press_conference or is_interview(view):
        return False
    return view.issuer is None and view.author is None
