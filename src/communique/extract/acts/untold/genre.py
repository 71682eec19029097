"""Whether a report is a news story, of which more may be left for its reader to look up."""

from __future__ import annotations

from functools import lru_cache

from communique.extract.trust.doubtful import is_release
from communique.extract.trust.words import words_for
from communique.extract.view import View


@lru_cache(maxsize=4)
def is_story(view: View) -> bool:
    """Tell a story or an interview from what an office put out and from a transcript.

    A story says in the sentence before which plan was turned down, and its reader knows; what a
    speech calls "the plan" stands nowhere near.
    """
    words = words_for(view.lexicon.language)
    told = view.is_press_conference or view.turns.is_remarks
    return not told and (words is None or not is_release(view, words))
