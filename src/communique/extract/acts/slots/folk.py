"""People told by their work or kind: "voters", "the public"."""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.party import Party


def is_folk(clause: Clause, at: int) -> bool:
    """Tell "urged holders to sell" and "urged the public to" from "asked funds to"."""
    word = clause.word(at)
    plural = word.endswith(("ers", "ors", "ists", "ians", "men", "ees")) and len(word) > 5
    return clause.listed(at, "addressed") or (plural and not clause.listed(at, "no_folk"))


def is_of_people(clause: Clause, party: Party) -> bool:
    """Tell "five Luthans" from Lutha, whose name the reading takes both for."""
    word = clause.word(party.last - 1)
    kinds = {clause.view.actors[one].kind for one in party.actors if one in clause.view.actors}
    named = clause.items[party.last - 1].upper and kinds == {"state"}
    return named and clause.view.state_of_adjective(word.removesuffix("s")) is not None
