"""How an act stands (stated, conditional, planned, done, refused), and on which condition."""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.frames import Frame
from communique.extract.modality import Modality
from communique.model import ActStatus, Span, Spans

_AFTER = 8  # items after an act within which a condition may open
_LONG = 30  # items of a condition


def status_of(
    clause: Clause, frame: Frame, told: Modality, subject: Party | None
) -> ActStatus | None:
    """Return the status of a verb's act, ``None`` where nobody did it or means to.

    "Wants to thank" is thanks; "wants to sanction" is no act.
    """
    if frame.denied:
        refused = told.negated or (told.status == "declined" and clause.has_not(told.cue))
        return frame.status if refused and told.condition is None else None
    if told.status == "held":
        return None if told.negated else frame.status
    if told.status == "declined":
        own = clause.has_not(told.cue)  # "refused to" is an act of its own
        return "refused" if own and frame.material else None
    if told.negated or told.status == "invited":
        return None
    words = clause.frames.words
    cue = told.cue or ""
    named = subject is not None and clause.word(subject.last - 1) not in ("i", "we")
    if cue == "shall" and named and not _is_state(clause, subject):
        return None  # "the Secretary shall submit a plan": a rule
    if _performs(clause, frame, told, subject):
        coming = frame.status == "done" and cue == "going"  # "I am going to announce"
        coming = coming or (frame.type == "welcome" and cue in ("going", "forward"))
        performed: ActStatus = "planned" if coming else frame.status
        return performed if subject is not None else None
    if told.status == "planned":
        return "planned"
    if clause.lexicon.has(cue, "conditional"):  # it is itself the condition of something
        return None
    if cue in words["owed"] and cue not in words["modal_status"]:  # "we should welcome them"
        return None
    if told.condition is not None:
        lawful = frame.status == "done" and not frame.material and cue in words["permitting"]
        return None if lawful else "conditional"
    if cue in words["modal_status"] and frame.status != "done":
        return "conditional"
    if told.status == "proposed" and cue in words["ready"]:
        return "planned"
    return None


def _is_state(clause: Clause, subject: Party | None) -> bool:
    kinds = {clause.view.actors[one].kind for one in (subject.actors if subject else ())}
    return "state" in kinds


def _performs(clause: Clause, frame: Frame, told: Modality, subject: Party | None) -> bool:
    """Tell whether the act is done by wishing to: "I want to thank", "I would urge"."""
    words, cue = clause.frames.words, told.cue or ""
    if frame.type not in words["performatives"] or frame.predicate:
        return False
    if cue in words["performative"]:
        return True
    first_person = subject is not None and clause.word(subject.last - 1) in ("i", "we")
    soft = words["owed"] if frame.type in ("thank", "congratulate") else words["polite"]
    wished = frame.type == "welcome"  # "we would welcome a visit" asks for one
    return first_person and told.condition is None and cue in soft and not wished


def condition_of(clause: Clause, draft: Draft) -> Spans | None:
    """Return the words of the condition on which an act stands, behind it or before it."""
    first, end = min(draft.group, draft.verb), draft.end
    at = clause.skip(end)
    at += clause.word(at) == ","
    for index in range(min(end, at), min(len(clause.items), at + _AFTER)):
        if clause.word(index) in STRONG or clause.word(index) in ("and", "but", "saying", "adding"):
            break
        if clause.condition_at(index):
            return (_span(clause, index),)
    if draft.frame.predicate and draft.actor is not None:  # "if they go, we are ready to talk"
        opening = opening_condition(clause, draft.actor)
        return (opening,) if opening is not None else None
    return _opening(clause, draft.modality, first)


def _opening(clause: Clause, told: Modality, first: int) -> Spans | None:
    """Return the condition with which the sentence opens: "If …, X will …"."""
    condition = told.condition
    if told.status == "held":  # what is done already stands on no condition
        return None
    if condition is not None and condition.end <= clause.items[first].start:
        return (condition,)
    return None


def _span(clause: Clause, first: int) -> Span:
    last = first + 1
    while last < min(len(clause.items), first + _LONG):
        if clause.word(last) in STRONG or clause.word(last) == ",":
            break
        last += 1
    return Span(clause.items[first].start, clause.items[last - 1].end)


def opening_condition(clause: Clause, subject: Party) -> Span | None:
    """Return the if-clause that opens the sentence, however long: "If …, then we can …"."""
    last = subject.first - (clause.word(subject.first - 1) == "then")
    if clause.word(last - 1) != ",":
        return None
    for at in range(last - 2, -1, -1):
        if clause.word(at) in STRONG:
            return None
        if clause.has(at, "conditional") and clause.word(at) != "whether":
            return Span(clause.items[at].start, clause.items[last - 2].end)
    return None
