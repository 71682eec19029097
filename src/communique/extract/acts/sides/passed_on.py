"""Acts that somebody passes on for another: "Lind conveyed President Ruiz's concern about …"."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.party import Party

_NEAR = 7  # items between a verb of passing on and what is passed on


def of_owner(clause: Clause, draft: Draft) -> Draft:
    """Return a draft as an act of the person whose it is; who passes it on reports it.

    "Lind reaffirmed Lutha's commitment" is left as it is: who speaks for a state commits it.
    """
    actor, what = draft.actor, draft.what
    if actor is None or what is None or actor.last > draft.verb:
        return draft
    if not draft.why.startswith("verb:") or not clause.listed(draft.verb, "passing_on"):
        return draft
    owner = _owner(clause, draft.verb + 1, min(what[0], draft.verb + _NEAR))
    if owner is None or set(owner.actors) & set(actor.actors):
        return draft
    told = replace(draft.modality, reported_by=draft.modality.reported_by or actor.actor)
    return replace(draft, actor=owner, group=min(draft.group, actor.first), modality=told)


def is_anothers(clause: Clause, draft: Draft) -> bool:
    """Tell "Lind stressed President Ruiz's commitment", which neither of them does there."""
    actor, what = draft.actor, draft.what
    if actor is None or what is None or actor.last > draft.verb:
        return False
    if not draft.why.startswith("verb:") or not clause.listed(draft.verb, "restating"):
        return False
    last = min(what[0], draft.verb + _NEAR)
    owner = _owner(clause, draft.verb + 1, last) or _owner_behind(clause, draft.verb + 1, last)
    return owner is not None and not set(owner.actors) & set(actor.actors)


def _owner_behind(clause: Clause, first: int, last: int) -> Party | None:
    """Return the person who is named behind "the commitment of" in some items."""
    for at in range(first + 1, last):
        party = clause.party_at(at + 1) if clause.word(at) == "of" else None
        if party is not None and party.actors:
            person = clause.view.actors[party.actors[0]].kind == "person"
            return party if person else None
    return None


def _owner(clause: Clause, first: int, last: int) -> Party | None:
    """Return the person who is named before "'s" in some items."""
    at = next((at for at in range(first + 1, last) if clause.owns(at)), None)
    who = clause.person_at(at - 1) if at is not None else None
    if at is None or not who or clause.view.actors[who[0]].kind != "person":
        return None
    begin = max(first, clause.start_of_name(at - 1))
    return Party(who, clause.raw(begin, at), begin, at)
