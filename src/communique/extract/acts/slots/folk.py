"""People told by their work or kind: "voters", "the public"."""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause


def is_folk(clause: Clause, at: int) -> bool:
    """Tell "urged holders to sell" and "urged the public to" from "asked funds to"."""
    word = clause.word(at)
    plural = word.endswith(("ers", "ors", "ists", "ians", "men", "ees")) and len(word) > 5
    return clause.listed(at, "addressed") or (plural and not clause.listed(at, "no_folk"))
