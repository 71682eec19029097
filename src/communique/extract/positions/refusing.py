"""Stands that refuse: "X will never accept …", "does not recognise the result"."""

from __future__ import annotations

from communique.extract.clauses import subject_of, verb_start
from communique.extract.modality import Items, of_verb
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.guards import is_from_here
from communique.extract.positions.lookalikes import head_of
from communique.extract.positions.stand import Stand, held_by, in_condition
from communique.extract.view import View


def by_refusal(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "X will never accept …"."""
    after = index + len(cue.words)
    while after < len(items) and view.lexicon.has(items[after].word, "adverb", "not"):
        after += 1
    if after >= len(items):
        return None
    now = cue.name in cues.lists["refuse.deny_now"]
    if items[after].word not in cues.lists["refuse.now" if now else "refuse.verbs"]:
        return None
    if "can" in cue.name and items[after].word in cues.lists["refuse.freely"]:
        return None  # "I cannot give you a date"
    if is_from_here(items, after) or cue.name.startswith("shall"):
        return None
    if after + 1 < len(items) and items[after + 1].word in cues.lists["guards.particles"]:
        after += 1
    ahead = items[after + 1].word if after + 1 < len(items) else ""
    if items[after].word == "give" and ahead not in cues.lists["guards.giving"]:
        return None  # "I am not going to give an analysis"
    if view.lexicon.has(ahead, "pronoun") and items[min(after + 1, len(items) - 1)].ref is None:
        noun = items[after + 2].word if after + 2 < len(items) else "."
        if not view.lexicon.has(ahead, "determiner") or not _is_noun(view, noun):
            return None  # "we do not accept that"
    if head_of(view, items, after + 1) in cues.lists["guards.struggles"]:
        return None  # "will never give up the fight for …"
    start = verb_start(view, items, index)
    subject = subject_of(view, items, start)
    modality = of_verb(view, items, after, "base")
    if in_condition(modality, items, index) or modality.cue in ("if", "unless", "whether"):
        return None
    weak = items[after].word not in cues.lists["refuse.principled"] and not (
        cue.name in cues.lists["refuse.forever"]
        and items[after].word in cues.lists["refuse.if_forever"]
    )
    ahead_of_that = items[after + 2].word if after + 2 < len(items) else ""
    if items[after].word in cues.lists["refuse.agreeing"] and ahead == "to":
        weak = weak and not view.lexicon.has(ahead_of_that, "determiner")
    return held_by(
        view, items, subject, "against", start, index, after + 1, f"refuse:{cue.name}", weak
    )


def _is_noun(view: View, word: str) -> bool:
    return word.isalpha() and not view.lexicon.has(
        word, "be", "have", "do", "modal", "preposition", "conjunction", "pronoun", "adverb"
    )
