"""Whose the deed is that is welcomed or condemned: "deplored the decision of Lutha"."""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.party import Party

_NOUN = 5  # items from the beginning of a matter to "of"


def _is_of_office(clause: Clause, party: Party) -> bool:
    """Tell whether a body only says what an office is of: "the Lake Committee | Chair Lind"."""
    at = party.last
    return at < len(clause.items) and clause.items[at].upper and clause.word(at).isalpha()


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
        party = clause.whom_at(at + 1)
        if party is None or _is_of_office(clause, party):
            return None
        return party.actor
    return None
