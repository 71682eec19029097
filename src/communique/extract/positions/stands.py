"""Which stand is taken at a cue."""

from __future__ import annotations

from collections.abc import Callable

from communique.extract.clauses import is_asked
from communique.extract.modality import Items
from communique.extract.positions.caution.joints import unjoined
from communique.extract.positions.caution.misread import is_misread
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.holder.whose import put_right
from communique.extract.positions.stances.clefts import by_cleft
from communique.extract.positions.stances.evaluating import by_evaluation
from communique.extract.positions.stances.holding import by_verb
from communique.extract.positions.stances.judging import by_prescription
from communique.extract.positions.stances.naming import by_aim, by_name
from communique.extract.positions.stances.necessity import by_deed, by_necessity
from communique.extract.positions.stances.nouns import by_noun
from communique.extract.positions.stances.predicates import by_predicate
from communique.extract.positions.stances.receiving import by_receiving
from communique.extract.positions.stances.refusing import by_refusal
from communique.extract.positions.stances.relatives import by_relative
from communique.extract.positions.stances.roles import by_role
from communique.extract.positions.stances.terms import by_limit, by_only, by_terms
from communique.extract.positions.stances.unwanted import by_nobody
from communique.extract.positions.stances.verdicts import by_effect, by_keeping, by_verdict
from communique.extract.positions.stand import Stand
from communique.extract.view import View


def stand_at(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Return the stand that ``cue`` at ``items[index]`` takes, or ``None``."""
    if is_asked(view, items, index) and cue.name not in cues.lists["prescribe.rhetorical"]:
        return None
    stand = _KINDS[cue.kind](view, cues, items, index, cue)
    if stand is None and cue.kind == "verb":
        stand = by_relative(view, cues, items, index, cue)
    stand = stand or by_nobody(view, cues, items, index, cue)
    if stand is None or is_misread(view, cues, items, index, cue, stand):
        return None
    stand = put_right(view, cues, items, stand)
    return unjoined(view, cues, items, stand) if stand is not None else None


_KINDS: dict[str, Callable[[View, Cues, Items, int, Cue], Stand | None]] = {
    "verb": by_verb,
    "predicate": by_predicate,
    "ready": by_predicate,
    "noun": by_noun,
    "prescribe": by_prescription,
    "impersonal": by_necessity,
    "evaluate": by_evaluation,
    "refuse": by_refusal,
    "verdict": by_verdict,
    "effect": by_effect,
    "limit": by_limit,
    "role": by_role,
    "only": by_only,
    "terms": by_terms,
    "kept": by_keeping,
    "deed": by_deed,
    "aim": by_aim,
    "named": by_name,
    "cleft": by_cleft,
    "received": by_receiving,
}
