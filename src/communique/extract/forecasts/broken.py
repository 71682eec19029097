"""Sentences that break off in speech: "that will make it — it is over"."""

from __future__ import annotations

import re

from communique.extract.forecasts.cues import cues_for
from communique.extract.forecasts.foresights import Foresight
from communique.extract.modality import Items
from communique.extract.view import View

_DASHES = ("—", "–", "--", "…", "...", "- ")
_HALF = re.compile(r"-(?:\s|$|[—–])")  # of half a word: "per in- —"
_NEVER_LAST = ("article", "conjunction", "to", "of", "future", "modal")
_SELDOM_LAST = (
    "possessive", "relative", "subordinator", "preposition", "be", "have", "first_plural",
    "first_singular",
)  # fmt: skip
_SELDOM = frozenset({"very", "more", "it's", "they", "he", "she", "what", "how", "up", "out"})
_REACH = 4  # characters behind a clause in which a dash shows


def _is_said_again(items: Items, end: int) -> bool:
    """Tell whether the last words are begun anew: "deal with this | — with this damage"."""
    again = next((item.word for item in items[end : end + 3] if item.word[:1].isalnum()), "and")
    return again != "and" and again in {item.word for item in items[max(0, end - 3) : end]}


def is_broken_off(view: View, items: Items, found: Foresight) -> bool:
    """Tell whether the clause ends before its end is told.

    It does where it ends in half a word, or in one that wants another ("to", "the", "will").
    """
    last = items[found.end - 1]
    behind = view.text[last.end : last.end + _REACH]
    if view.text[last.end - 1] == "-" or _HALF.match(behind):
        return True
    dash = behind.lstrip(" \n*_").startswith(_DASHES)
    if dash and _is_said_again(items, found.end):
        return True
    if [item.word for item in items[found.end : found.end + 3]] == [",", "you", "know"]:
        return True
    if dash and last.word.isdigit() and last.date < 0:
        return True  # "in the next 10 — maybe the next 5 years"
    if last.ref is not None or last.date >= 0:
        return False
    if view.lexicon.has(last.word, "article"):
        return True
    if view.lexicon.has(last.word, *_NEVER_LAST) or last.word == "going":
        return dash or behind[:1] == ","
    bare = last.word in cues_for(view.lexicon).lists["wanting_more"]
    return dash and (bare or view.lexicon.has(last.word, *_SELDOM_LAST) or last.word in _SELDOM)
