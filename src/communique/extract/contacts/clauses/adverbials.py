"""How far adverbials of time, place and channel run on in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract.view import Item, View

STOPS = frozenset(";:.!?—…()")
"""Marks at which an adverbial ends."""
_PLACES = frozenset(
    {"in", "at", "aboard", "behind", "by", "via", "over", "sidelines", "margins", "through"}
)
_BESIDE = frozenset({"outside", "near", "overlooking"})
"""Words that lead on from one place to another: "at a villa | outside Azul"."""
_TIMES = frozenset({"on", "in", "at", "during", "late", "early", "of", "for", "since", "until"})


def runs_to(view: View, items: Sequence[Item], at: int) -> int:
    """Return how far adverbials of time, place and channel run on from ``at``."""
    passive = view.lexicon.table("contacts").get("links", {}).get("passive", ())
    follows = view.lexicon.table("modality").get("follows", {})
    told = [word for status in ("held", "planned") for word in follows.get(status, ())]
    finite = {part for words in told for part in words.split()}  # "was put off until May"
    if at + 1 < len(items) and view.lexicon.has(items[at].word, "reflexive"):
        at += 1  # "spoke to Lind | herself on Monday"
    start = at
    while at < len(items) and (
        items[at].word in passive
        or items[at].word in finite
        or view.lexicon.has(items[at].word, "be", "have", "future", "modal", "adverb")
        or (at > start and items[at].word in ("to", "take"))  # "is scheduled to take place in"
    ):
        at += 1
    within = False  # a phrase of place or channel, in which any noun may stand
    while at < len(items) and _runs_on(view, items, at, within):
        within = within or items[at].word in _PLACES
        if items[at].word == "," and at + 1 < len(items):
            opens = view.lexicon.has(items[at + 1].word, "possessive")
            within = within and not opens  # "by phone, | their first call since May"
        at += 1
    return at


def _runs_on(view: View, items: Sequence[Item], at: int, within: bool) -> bool:
    item, after = items[at], items[at + 1] if at + 1 < len(items) else None
    if item.word == "in" and after is not None and after.date < 0 and not after.upper:
        return view.lexicon.has(after.word, "determiner") or after.word == "person"
    if item.upper and item.ref is None and items[at - 1].word == "," and after is not None:
        return after.word == ","  # "(to) Port Azul, Borduria, (on Friday)"
    if item.word == "from" and after is not None and after.date >= 0:
        return True  # "from 3 to 5 May"
    if item.ref is not None:
        return not is_person(view, item)
    word, lexicon = item.word, view.lexicon
    if item.date >= 0 or word in _PLACES or word in _TIMES or word in (",", "(", ")"):
        return True
    if within and word in _BESIDE:
        return True
    if word in STOPS or lexicon.has(
        word, "conjunction", "relative", "reporting", "to", "preposition"
    ):
        return False
    if word in lexicon.table("contacts").get("links", {}).get("phone", ()):
        return True
    return (within and word != "that") or (
        lexicon.has(word, "adverb", "determiner") and word != "that"
    )


def is_person(view: View, item: Item) -> bool:
    """Tell whether an item refers to a person or several."""
    return item.ref is not None and view.actors[item.ref.actor].kind in ("person", "group")
