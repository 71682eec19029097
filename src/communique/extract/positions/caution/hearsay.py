"""Stands that are only spoken of: as a rumour, as a possibility, or as somebody else's thought.

"Claims that Lutha supports the coup", "never suggested the gates should close", "before the board
could reject it": nobody tells that anybody takes a side.
"""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG
from communique.extract.modality import Items
from communique.extract.positions.cues import Cues
from communique.extract.positions.stand import Stand
from communique.extract.view import View

_NEAR = 3  # items between a noun or a verb of telling and whom it is about
_PERSONAL = frozenset({"he", "she", "his", "her"})
_WHOSE = frozenset({"'s", "'"})


def is_hearsay(view: View, cues: Cues, items: Items, stand: Stand) -> bool:
    """Tell whether a stand is only spoken of, or its holder anybody at all."""
    taken = stand.why.startswith(("verb", "predicate", "refuse", "noun"))
    if (taken and items[stand.first].word == "any") or _is_claimed(cues, items, stand):
        return True
    if _is_rumoured(view, cues, items, stand.first):
        return True
    return _is_no_person(view, items, stand)


def _is_rumoured(view: View, cues: Cues, items: Items, first: int) -> bool:
    """Tell whether the clause at ``items[first]`` says what is rumoured, or never was said."""
    near = range(first, max(0, first - 1 - _NEAR), -1)
    that = next((at for at in near if items[at].word == "that"), None)
    if that is not None and items[that - 1].word in cues.lists["misread.rumours"]:
        return items[that - 1].ref is None
    end = that if that is not None else first
    for at in range(end - 1, max(0, end - 1 - _NEAR), -1):
        word = items[at].word
        if word in STRONG or word in QUOTES or word == ",":
            return False
        if items[at].ref is None and word in cues.lists["misread.saying"]:
            return view.lexicon.has(items[at - 1].word, "not")  # "never suggested the toll …"
    return False


def _is_claimed(cues: Cues, items: Items, stand: Stand) -> bool:
    """Tell whether it is called into doubt: "Lutha's claimed commitment to peace"."""
    if not stand.why.startswith("possessed"):
        return False
    between = items[stand.subject_end : stand.cue]
    return any(item.word in cues.lists["misread.so_called"] for item in between)


def _is_no_person(view: View, items: Items, stand: Stand) -> bool:
    """Tell whether "he" or "her" was taken for a state or body."""
    at = stand.subject_end - 1
    at -= at > 0 and items[at].word in _WHOSE
    ref = items[at].ref
    actor = view.actors.get(stand.actor or "")
    personal = items[at].word in _PERSONAL and ref is not None and ref.form == "pronoun"
    return personal and actor is not None and actor.kind == "organisation"
