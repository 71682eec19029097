"""Where the words of a stand end when another verb is joined to it: "backs the dam | and is …"."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import listed
from communique.extract.modality import Items
from communique.extract.positions.cues import Cues
from communique.extract.positions.stand import Stand
from communique.extract.view import View

_OPENING = frozenset({"that", "on", "to", "for", "against", "with", "it", "them"})
_CUT = ("verb", "predicate", "noun", "possessed", "refuse", "impersonal")


def unjoined(view: View, cues: Cues, items: Items, stand: Stand) -> Stand:
    """Return ``stand`` with its words up to the next joined verb, and without "at all"."""
    first, last = stand.about
    if not stand.why.startswith(_CUT) or last - first < 2:
        return stand
    if first + 2 < last and [i.word for i in items[last - 2 : last]] == ["at", "all"]:
        return replace(stand, about=(first, last - 2))  # "opposed to it | at all"
    near = range(max(first + 1, stand.cue + 1), last - 1)
    cut = next((at for at in near if _joins(view, cues, items, at)), None)
    if cut is None:
        return stand
    end = cut if stand.end == last else stand.end
    return replace(stand, about=(first, cut), end=end)


def told_of(view: View, cues: Cues, items: Items, stand: Stand) -> Items:
    """Return ``items`` up to where another verb is joined, so that no name runs over it."""
    last = stand.about[1]
    joined = last + 1 < len(items) and stand.why.startswith(_CUT)
    return items[:last] if joined and _joins(view, cues, items, last) else items


def _joins(view: View, cues: Cues, items: Items, at: int) -> bool:
    """Tell whether another verb of the same subject follows "and" or "but" at ``items[at]``."""
    if items[at].word not in ("and", "but") or items[at].ref is not None:
        return False
    verb = at + 1
    while verb + 1 < len(items) and items[verb].word in ("also", "therefore", "then", "thus"):
        verb += 1
    word = items[verb].word
    if items[verb].ref is not None or verb + 1 >= len(items):
        return False
    if word in ("is", "was", "has", "had", "will", "would"):
        return True
    verbs = cues.by_first.get(word)
    finite = verbs is not None and any(
        v.kind == "verb" and v.form in ("third", "past") for v in verbs.alone
    )
    told = word in cues.lists["nouns.tell"] or word in listed(view, "telling")
    if not (finite or told or word in cues.lists["joints.verbs"]):
        return False
    after = items[verb + 1]
    if after.word == "to" and word.endswith("s"):
        return False  # "called on cities and states to …"
    return (
        after.ref is not None
        or after.word in _OPENING
        or view.lexicon.has(after.word, "determiner", "possessive")
        or (word in cues.lists["nouns.tell"] and word.endswith("ed"))
    )
