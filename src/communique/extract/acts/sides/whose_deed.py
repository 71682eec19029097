"""Whose the deed is that is welcomed or condemned: "deplored the decision of Lutha"."""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft

_NOUN = 5  # items from the beginning of a matter to "of"


def whose_deed(clause: Clause, draft: Draft) -> str | None:
    """Return the one named behind "the decision of", by whom a judged deed was done."""
    if draft.what is None or draft.frame.type not in clause.frames.words["judging_types"]:
        return None
    if draft.towards is not None and draft.towards.actors:
        return None
    first, last = draft.what
    for at in range(first + 1, min(first + _NOUN, last - 1)):
        if clause.word(at) not in ("of", "by"):
            continue
        if not clause.listed(at - 1, "deed_nouns") and clause.word(at) == "of":
            return None
        party = clause.party_at(at + 1)
        return party.actor if party is not None else None
    return None
