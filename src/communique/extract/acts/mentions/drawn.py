"""What a deed draws from others: "the plan drew criticism from Lutha", "won praise from Lind"."""

from __future__ import annotations

from communique.extract import modality
from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.frames import Frame

_NOUN = 5  # items from the verb to what is drawn
_SUBJECT = 12  # items of what draws it


def drawn_act(clause: Clause, index: int) -> Draft | None:
    """Return the act that the noun at ``index`` tells of those from whom it is drawn."""
    kind = next(
        (k for k in ("criticise", "welcome", "reject") if _is_drawn(clause, index, k)), None
    )
    if kind is None or clause.word(index + 1) not in ("from", "by", "among"):
        return None
    verb = next(
        (at for at in range(index - 1, index - _NOUN, -1) if clause.listed(at, "drawing")), None
    )
    actor = clause.party_at(index + 2)
    if verb is None or actor is None:
        return None
    what = _deed(clause, verb)
    told = modality.of_verb(clause.view, clause.items, verb, "past")
    if what is None or told.negated or told.status != "held":
        return None
    frame = Frame(type=kind, name=clause.word(index))  # type: ignore[arg-type]
    return Draft(
        frame, f"noun:{frame.name}", index, what[0], actor, None, what, actor.last, "stated", told,
    )  # fmt: skip


def _is_drawn(clause: Clause, index: int, kind: str) -> bool:
    return clause.listed(index, f"drawn_{kind}")


def _deed(clause: Clause, verb: int) -> tuple[int, int] | None:
    """Return the items of the subject of "drew": a deed or a plan, told in more than a pronoun."""
    first = verb
    while first > 0 and verb - first < _SUBJECT:
        if clause.word(first - 1) in STRONG or clause.word(first - 1) in (",", "while", "but"):
            break
        first -= 1
    inner = (at for at in range(first, verb) if clause.listed(at, "drawing"))
    verb = next(inner, verb)  # "| the plan | drew criticism from Lutha and won praise from Lind"
    opens = clause.has(first, "determiner", "possessive") or clause.items[first].ref is not None
    alone = verb - first < 2 or clause.has(first, "pronoun")
    return (first, verb) if opens and not alone else None
