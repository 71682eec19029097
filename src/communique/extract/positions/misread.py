"""Words that look like a stand and are none, whichever cue they were found by."""

from __future__ import annotations

from communique.extract.modality import Items
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.lookalikes import head_of
from communique.extract.positions.stand import Stand
from communique.extract.view import View

_NEAR = 3  # items before somebody whose stand is questioned


def is_misread(view: View, cues: Cues, items: Items, index: int, cue: Cue, stand: Stand) -> bool:
    """Tell whether what ``cue`` at ``items[index]`` was read as is no stand after all."""
    after = index + len(cue.words)
    ahead = [item.word for item in items[after : after + 2]]
    raw = (stand.actor_raw or "").lower()
    if stand.actor is None and raw in cues.lists["misread.holders"]:
        return True  # "many back her"
    if cue.name == "need to" and cue.kind == "noun":
        return view.lexicon.has(items[index - 1].word, "modal", "future")  # "would | need to win"
    if cue.name == "seek" and ahead[:1] == ["out"]:
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
    return head_of(view, items, after) in cues.lists["misread.claims"]
