"""Judged things whose name stands only in part in what was taken for the subject.

In "damage to the wells had to stop" it is no wells that had to stop, and in "an act that harms the
truce is unacceptable" no truce that is unacceptable.
"""

from __future__ import annotations

from communique.extract.modality import Items
from communique.extract.positions.stand import Stand
from communique.extract.view import View

_KINDS = ("prescribe", "verdict", "effect", "evaluate", "kept")
_LONG = 8  # items of a noun phrase
_RELATIVE = ("that", "which", "who")
_REGARDING = ("regarding", "concerning", "near", "around", "against", "toward", "towards")


def is_torn(view: View, items: Items, stand: Stand) -> bool:
    """Tell whether what is judged or prescribed goes on before the words that were taken for it."""
    kind = stand.why.partition(":")[0]
    first, last = stand.about
    before = kind == "evaluate" and last <= stand.cue
    if kind not in _KINDS or (kind == "evaluate" and not before):
        return False
    at = first if kind == "evaluate" else stand.first
    ref = items[max(at, stand.subject_end - 1)].ref if kind != "evaluate" else items[last - 1].ref
    if ref is not None and ref.form == "pronoun":
        return False
    at = _opening(view, items, at)
    if at < 2:
        return False
    lead, further = items[at - 1], items[at - 2]
    if lead.ref is not None or not further.word[-1:].isalnum():
        return False
    led = view.lexicon.has(lead.word, "preposition", "to") or lead.word in _REGARDING
    if led and not (items[at].word[:1].isalnum() and at == stand.first and lead.word != "to"):
        return not view.lexicon.has(
            further.word, "conjunction", "subordinator", "adverb", "be", "relative"
        )
    if lead.word.endswith("ed") and view.lexicon.has(further.word, "pronoun"):
        return not view.lexicon.has(lead.word, "reporting")
    return lead.word.endswith("s") and further.word in _RELATIVE


def _opening(view: View, items: Items, at: int) -> int:
    """Return where the noun phrase opens that the word at ``items[at]`` belongs to."""
    first = at
    while at and first - at < _LONG:
        item = items[at - 1]
        if item.word == "that":
            return at
        if view.lexicon.has(item.word, "determiner", "article", "possessive"):
            return at - 1
        inside = item.word.replace("-", "").isalpha() and not view.lexicon.has(
            item.word, "preposition", "conjunction", "pronoun", "be", "have", "do", "modal", "to",
            "future", "not", "adverb", "subordinator", "relative", "reporting",
        )  # fmt: skip
        if not inside or item.word in _REGARDING or item.word.endswith(("ed", "s")):
            return at
        at -= 1
    return at
