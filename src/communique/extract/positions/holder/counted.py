"""Holders told with how many they are and whose: "six in ten | voters", "Lind | officials".

A group of people is often noted by its noun alone. Who takes a stand is then only some of them, or
those of somebody; such a holder has no actor and is told by the whole of its words.
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import listed, words_of
from communique.extract.modality import Items
from communique.extract.positions.stand import Stand
from communique.extract.view import View

_WORDS = 10  # words of a holder
_CUT = ("and", "or", ",", "of", "the")
_LED = ("to", "of", "for", "from", "in", "on", "at")


def whole_holder(view: View, items: Items, stand: Stand) -> Stand | None:
    """Return ``stand`` with the whole of who holds it; ``None`` where the words are cut."""
    actor = view.actors.get(stand.actor or "")
    first, last = stand.first, min(stand.subject_end, len(items))
    if last <= first or first >= stand.cue:
        return stand
    if _is_role(view, items, first, last) or (actor is None and items[last - 1].word in _CUT):
        return None  # "served as | a guard", "the state of | the campaign and"
    if actor is not None and actor.kind != "group":
        return stand
    ref = items[last - 1].ref
    if actor is not None and (ref is None or ref.form != "mention"):
        return stand  # "they"
    start = _owned(view, items, _counted(view, items, first), last)
    start = _counted(view, items, start)
    if start == first:
        return stand
    raw = words_of(view, items, start, last, _WORDS)
    return replace(stand, actor=None, actor_raw=raw, first=start)


def _counted(view: View, items: Items, first: int) -> int:
    """Return where it is told how many they are: "56% of | voters"."""
    of = first - 1
    if of < 1 or items[of].word != "of":
        return first
    at = of - 1
    shares, telling = listed(view, "shares"), listed(view, "telling_shares")
    if items[at].word not in shares and not items[at].word[:1].isdigit():
        return first
    while at > 0 and (items[at - 1].word in telling or items[at - 1].word[:1].isdigit()):
        at -= 1
    return at


def _is_role(view: View, items: Items, first: int, last: int) -> bool:
    """Tell whether it is told what somebody was, and not who acts: "as a guard, | opposed"."""
    at = first - (not view.lexicon.has(items[first].word, "article"))
    led = at > 0 and view.lexicon.has(items[at].word, "article") and items[at - 1].word == "as"
    return led and last < len(items) and items[last].word == ","


def _owned(view: View, items: Items, first: int, last: int) -> int:
    """Return where whose they are is told: "Lind | officials", "advisers to | the council"."""
    if first and view.text[items[last - 1].start].islower() and last - first == 1:
        owner = items[first - 1]
        named = owner.ref is not None and owner.ref.form == "mention"
        if named and first > 1 and items[first - 2].word not in ("told", "asked", "with"):
            return first - 1
    if first > 1 and items[first - 1].word in _LED:
        people = listed(view, "belonging") | listed(view, "crowds")
        if items[first - 2].word in people:
            return first - 2
    return first
