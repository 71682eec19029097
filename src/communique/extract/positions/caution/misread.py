"""Words that look like a stand and are none, whichever cue they were found by."""

from __future__ import annotations

from communique.extract.modality import Items
from communique.extract.positions.caution.hearsay import is_hearsay
from communique.extract.positions.caution.lookalikes import head_of
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.stand import Stand
from communique.extract.positions.wording import wording_for
from communique.extract.view import View

_NEAR = 3  # items before somebody whose stand is questioned
_SHORT = frozenset({"it", "that", "this", "he", "she", "there", "what", "which", "who"})
_OBJECT = 4  # items of "the very idea that"


def is_misread(view: View, cues: Cues, items: Items, index: int, cue: Cue, stand: Stand) -> bool:
    """Tell whether what ``cue`` at ``items[index]`` was read as is no stand after all."""
    after = index + len(cue.words)
    ahead = [item.word for item in items[after : after + 2]]
    raw = (stand.actor_raw or "").lower()
    if stand.actor is None and raw in cues.lists["misread.holders"]:
        return True  # "many back her"
    if cue.name == "need to" and cue.kind == "noun":
        return view.lexicon.has(items[index - 1].word, "modal", "future")  # "would | need to win"
    if is_hearsay(view, cues, items, stand):
        return True
    if cue.name == "seek" and _is_looked_for(view, cues, items, after, stand):
        return True
    if cue.name == "refuse" and head_of(view, items, after) in cues.lists["misread.refused"]:
        return True
    if cue.name == "fight" and _are_people(view, items, stand):
        return True  # "Luthans have fought for our freedom"
    if cue.kind == "evaluate" and _is_owned(items, index):
        return True  # "Lutha's unprovoked | and unjust attack"
    if cue.name == "agree" and ahead[:1] == ["to"] and _is_bargain(cues, items, after + 1):
        return True
    if cue.kind == "prescribe" and any(
        item.word in ("whatever", "what") for item in items[after + 1 : after + 3]
    ):
        return True  # "she should do whatever she wants"
    if stand.why.startswith("possessed"):
        before = items[max(0, stand.first - _NEAR) : stand.first]
        if any(item.word in cues.lists["misread.questioning"] for item in before):
            return True  # "questioned Lutha's commitment to peace"
    if cue.name in ("refusal to", "refuse", "decline"):
        start = after + (ahead[:1] == ["to"])
        word = items[start].word if start < len(items) else ""
        return word in cues.lists["misread.speaking"]
    return cue.kind == "verb" and _is_denial(view, cues, items, after, cue)


def _is_denial(view: View, cues: Cues, items: Items, after: int, cue: Cue) -> bool:
    """Tell whether only what others say of somebody is denied: "rejected the accusations"."""
    if cue.name not in cues.lists["misread.denying"] or after >= len(items):
        return False
    after += items[after].word == "at"
    if head_of(view, items, after) in cues.lists["misread.claims"]:
        return True
    that = next(
        (n for n in range(after, min(after + _OBJECT, len(items))) if items[n].word == "that"), 0
    )
    return that > after and items[that - 1].word in cues.lists["misread.rumours"]


def is_bare_verb(view: View, items: Items, stand: Stand, label: str) -> bool:
    """Tell whether an issue is only what is to be done: "ready to | coordinate a recovery"."""
    cue = stand.why.split(":", 1)[1]
    lists = wording_for(view.lexicon).lists
    if label in lists["alone"] or " " in label:
        return False
    for at in range(stand.about[0], min(stand.about[0] + 2, len(items))):
        before = items[at - 1].word if at else ""
        verb = before.endswith("ly") or (before == "to" and cue not in lists["either"])
        if items[at].word == label and items[at].ref is None and verb:
            return stand.why.startswith(("predicate", "verb:refuse", "verb:decline"))
    return False


def _is_looked_for(view: View, cues: Cues, items: Items, after: int, stand: Stand) -> bool:
    """Tell whether something is searched for: "seeks work", "sought by the police"."""
    if items[after].word == "out" or stand.why.startswith("passive"):
        return True
    return head_of(view, items, after) in cues.lists["misread.sought"]


def _is_owned(items: Items, index: int) -> bool:
    """Tell whether the word at ``items[index]`` stands before a noun: "Lutha's | right to"."""
    owner = items[index - 2] if index > 1 else items[index]
    return items[index - 1].word in ("'s", "'") and owner.word not in _SHORT


def _are_people(view: View, items: Items, stand: Stand) -> bool:
    """Tell whether a people or a crowd is told of, and nobody who speaks for it."""
    actor = view.actors.get(stand.actor or "")
    if actor is None:
        return True
    word = items[stand.subject_end - 1].word
    return actor.kind == "state" and word.endswith("s") and word not in actor.name.lower().split()


def _is_bargain(cues: Cues, items: Items, after: int) -> bool:
    """Tell whether one agrees to a sale: "agreed to | sell its mills"."""
    return after < len(items) and items[after].word in cues.lists["misread.bargains"]
