"""What keeps the words of a cue from being a stand, or makes it one on terms."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract.clauses import QUOTES, STRONG, Subject, listed
from communique.extract.modality import Items
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.stand import FLIPPED
from communique.extract.view import View
from communique.model.claims import Polarity

_FAR = 12  # items in which the harm is named that somebody is concerned about
_NEAR = 6  # items before a subject
_WHETHER = 24  # items between "whether" and what is asked
_TERMS = 14  # items behind a clause in which its terms are told
_WORRIED = frozenset({"concerned", "alarmed", "concern", "concerns", "alarm"})
_FROM_HERE = frozenset({"from", "in", "here", "on", "today", "now"})
_JOINING = frozenset({"but", "and", "while"})
_HERE = frozenset({"you", "press", "media", "reporters", "cameras"})
_ASKING = frozenset({"whether", "wonder", "wonders", "wondered", "wondering"})


def worry(cues: Cues, items: Items, after: int, cue: Cue) -> Polarity | None:
    """Return what a cue's polarity is with what it is about, ``None`` where it takes no side.

    A concern is against harm ("about the violence") and for goods ("about human rights"); one
    for people ("about the hostages") takes no side.
    """
    if cue.words[0] not in _WORRIED:
        return cue.polarity
    ahead = set()
    for item in items[after : after + _FAR]:
        if item.word in STRONG or item.word in (",", "in", "who", "which"):
            break
        ahead.add(item.word)
    if ahead & cues.lists["guards.harms"]:
        return cue.polarity
    return FLIPPED[cue.polarity] if ahead & cues.lists["guards.goods"] else None


def is_noun(cues: Cues, items: Items, index: int, subject: Subject | None, cue: Cue) -> bool:
    """Tell whether the verb is a noun or an adjective: "raids and calls for", "some welcome"."""
    if cue.form == "third" and index and items[index - 1].word in ("and", ",", "or"):
        first = subject.last if subject is not None else 0
        between = items[first : index - 1]
        ahead = items[index + 1].word if index + 1 < len(items) else ""
        told = next((i.word for i in between if not i.word.endswith("ly")), "")
        verbs = cues.by_first.get(told)
        if verbs is not None and any(v.kind == "verb" and v.form == "third" for v in verbs.alone):
            return False  # "rejects the charges and | calls for restraint"
        if ahead in ("to", "on", "that") and cue.name in cues.lists["guards.no_nouns"]:
            return False  # "holds that the reef is its own and | objects to drilling"
        return any(item.word.endswith("ed") and item.ref is None for item in between)
    before = items[index - 1].word if index else ""
    if cue.form == "third" and before.endswith("ed") and items[index - 1].ref is None:
        return True  # "rejected | calls for an inquiry"
    return cue.form in ("base", "past") and before in (
        "some", "a", "an", "the", "this", "that", "saw", "any", "more", "very", "most",
    )  # fmt: skip


def has_denied_head(view: View, items: Items, first: int) -> bool:
    """Tell whether a clause hangs on something that is denied: "not places that we want …"."""
    words = [item.word for item in items[max(0, first - _NEAR) : first]]
    while any(mark in words for mark in (",", ".", ";", "but")):
        words = words[1:]
    if not words or not any(view.lexicon.has(word, "not") for word in words):
        return False
    thought = {*listed(view, "telling"), *listed(view, "content")}
    if thought & set(words):
        return False
    if words[-1] in ("that", "which"):
        words = words[:-1]
    return bool(words) and not view.lexicon.has(
        words[-1], "not", "be", "adverb", "conjunction", "pronoun", "subordinator", "do", "have"
    )


def is_wondered(items: Items, first: int) -> bool:
    """Tell whether the clause is asked about from afar: "whether she thinks that towns …"."""
    for item in reversed(items[max(0, first - _WHETHER) : first]):
        if item.word in STRONG or item.word in QUOTES:
            return False
        if item.word in _ASKING:
            return True
    return False


def is_from_here(items: Items, verb: int) -> bool:
    """Tell whether only the place is refused: "not going to negotiate from this podium"."""
    if items[verb].word != "negotiate" or verb + 1 >= len(items):
        return False
    near = [item.word for item in items[verb + 1 : verb + 8]]
    if {"public", "press", "podium"} & set(near):
        return True  # "will not negotiate, again, in public"
    if items[verb + 1].word == "with":
        return any(item.word in _HERE for item in items[verb + 2 : verb + 4])
    return items[verb + 1].word in _FROM_HERE


def on_terms(cues: Cues, items: Items, first: int, end: int) -> bool:
    """Tell whether a stand holds only on terms: "as long as …", "only if …"."""
    terms: Sequence[str] = sorted(cues.lists["guards.terms"])
    words: list[str] = []
    for item in items[first : end + _TERMS]:
        behind = item.start > items[min(end, len(items)) - 1].start
        joined = item.word in _JOINING and words[-1:] == [","]
        if behind and (joined or item.word in STRONG):
            break  # "is not opposed to talks, | but will not join as long as …"
        words.append(item.word)
    told = f" {' '.join(words)} "
    for one in sorted(cues.lists["guards.no_terms"]):
        told = told.replace(f" {one} ", " ")
    return any(f" {one} " in told for one in terms)
