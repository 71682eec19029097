"""Persons whom a stand is on: "endorsed her", "will not back Lind", "voted for him"."""

from __future__ import annotations

from communique.extract.modality import Items
from communique.extract.positions.cues import Cues
from communique.extract.positions.stand import Stand
from communique.extract.view import View

_HIM = frozenset({"him", "her"})
_WHEN = frozenset({"early", "late", "first", "last", "today", "again", "this", "anyway"})
_LEADS = frozenset({"for", "against", "of", "with", "behind"})
_SIDED = ("verb", "role", "noun", "possessed", "predicate", "refuse")


def is_of_persons(cues: Cues, items: Items, stand: Stand) -> bool:
    """Tell whether the cue of a stand takes a side on a person, and does not only praise one."""
    kind, _, cue = stand.why.partition(":")
    if kind == "refuse":
        cue = items[max(0, stand.about[0] - 1)].word
    return cue in cues.lists["guards.of_persons"]


def person_meant(view: View, cues: Cues, items: Items, stand: Stand) -> str | None:
    """Return the person whom "him" or "her" means right behind the cue: "endorsed her"."""
    kind = stand.why.partition(":")[0]
    first, last = stand.about
    first += first < last and items[first].word in _LEADS
    if kind not in _SIDED or first >= last or items[first].word not in _HIM:
        return None
    ref = items[first].ref
    actor = view.actors.get(ref.actor) if ref is not None else None
    if actor is None or actor.kind != "person" or actor.id == stand.actor:
        return None
    after = items[first + 1] if first + 1 < len(items) else None
    closed = (
        after is None
        or not after.word[:1].isalnum()
        or after.date >= 0
        or view.lexicon.has(after.word, "preposition", "conjunction", "subordinator", "adverb")
    )
    closed = closed or (after is not None and after.word in _WHEN)
    around = after is not None and after.word in ("for", "up", "down", "over", "out", "off")
    return actor.name if closed and not around and is_of_persons(cues, items, stand) else None
