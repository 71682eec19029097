"""What an answer points back at: "Lutha demanded the keys." – "We reject that."

Such words say nothing by themselves. Where the act before is one that they can answer, and is
another's, what it is about is what they are about.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.model import Act

_BACK = 400  # characters back to what is answered
_ANSWERED = {
    "reject": ("demand", "request", "accuse", "criticise", "propose", "offer", "invite"),
    "deny": ("accuse", "criticise"),
    "refuse": ("demand", "request", "order"),
    "agree": ("demand", "request", "propose", "offer", "invite"),
}


def answered_before(clause: Clause, draft: Draft, earlier: Sequence[Act]) -> Act | None:
    """Return the act to which the pointing words of a draft answer, or ``None``."""
    kinds = _ANSWERED.get(draft.frame.type)
    if kinds is None or not earlier or not _points(clause, draft) or draft.modality.negated:
        return None
    own = draft.actor.actors if draft.actor is not None else ()
    last = earlier[-1]
    near = clause.items[draft.verb].start - last.evidence[-1].end <= _BACK
    apart = last.evidence[-1].end <= clause.items[0].start
    other = last.actor is not None and last.actor not in own
    return last if near and apart and other and own and last.type in kinds else None


def with_matter(act: Act, answered: Act) -> Act:
    """Return an act about what the act that it answers is about, said to him who did that."""
    return replace(act, what=answered.what, towards=act.towards or answered.actor)


def _points(clause: Clause, draft: Draft) -> bool:
    """Tell whether a matter is "that", "this accusation", "such a demand" and no more."""
    if draft.what is None:
        return False
    first, last = draft.what
    if last == first + 1:
        return clause.listed(first, "pointers")
    noun = clause.listed(last - 1, "answerable") and last - first <= 3
    return noun and (
        clause.listed(first, "demonstratives") or clause.word(first) in ("such", "the")
    )
