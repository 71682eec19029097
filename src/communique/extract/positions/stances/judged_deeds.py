"""Stands that judge what is done: "it is irresponsible to close the pier"."""

from __future__ import annotations

from communique.extract.clauses import STRONG, clause_end
from communique.extract.modality import Items
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.holder.attributed import is_attributed
from communique.extract.positions.stand import FLIPPED, Stand, be_modality, copula_before
from communique.extract.view import View
from communique.extract.voices import voice_at

_WHOM = 8  # items of "for the court" before "to"


def by_judged_deed(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "it is wrong for the court to …" in what a report tells as somebody's words."""
    be = copula_before(view, items, index, frozenset({"a", "an"}))
    if be is None or not be or items[be - 1 - _would(items, be)].word not in ("it", "'s"):
        return None
    speaker = voice_at(view, items, index)
    deed = _deed(items, index + len(cue.words))
    if speaker is None or deed is None or not is_attributed(view, items, index):
        return None
    if not _is_judged(cues, items, be, index, cue):
        return None
    spoken = cues.lists["prescribe.speaking"] | cues.lists["guards.courtesy"]
    if items[deed + 1].word in spoken - cues.lists["guards.plain"]:
        return None  # "it is fair to say"
    modality, denied = be_modality(view, items, be, index)
    if modality.condition is not None or modality.status not in ("held", "hypothetical"):
        return None
    denied = denied or modality.negated
    end = clause_end(view, items, deed + 1)
    return Stand(
        speaker, None, FLIPPED[cue.polarity] if denied else cue.polarity, be, be, be, index,
        max(end, deed + 2), (deed, max(end, deed + 2)), f"evaluate:{cue.name}", firm=True,
    )  # fmt: skip


def _would(items: Items, be: int) -> int:
    return int(items[be].word == "be" and items[be - 1].word in ("would", "'d"))


def _deed(items: Items, after: int) -> int | None:
    """Return the "to" of what is judged, at ``items[after]`` or behind "for the court"."""
    if after + 1 >= len(items):
        return None
    if items[after].word == "to":
        return after
    if items[after].word != "for":
        return None
    for at in range(after + 2, min(len(items) - 1, after + _WHOM)):
        if items[at].word in STRONG or items[at].word == ",":
            return None
        if items[at].word == "to":
            return at
    return None


def _is_judged(cues: Cues, items: Items, be: int, index: int, cue: Cue) -> bool:
    """Tell whether an adjective, or "a" and a noun, is all that is told of the deed."""
    between = {item.word for item in items[be + 1 : index]}
    if cue.name in cues.lists[f"evaluate.{cue.polarity}"]:
        return not between & {"a", "an"}
    return cue.name in cues.lists["evaluate.always_against"] and bool(between & {"a", "an"})
