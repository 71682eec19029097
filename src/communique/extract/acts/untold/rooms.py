"""Thanks in a room of several, and thanks that only point at what they are for."""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft

_FEW = 2  # speakers of whom each talks to the other
_POINTED = 7  # items of "all that you did on this issue"


def is_of_room(clause: Clause, draft: Draft) -> bool:
    """Tell thanks of which nobody knows to whom they are said, or what for.

    Where more than two speak in turn, "you" may be anybody in the room unless a name calls him.
    """
    if draft.frame.type not in clause.frames.words["courtesies"]:
        return False
    return _is_to_any_of_several(clause, draft) or _points(clause, draft)


def _is_to_any_of_several(clause: Clause, draft: Draft) -> bool:
    you = draft.verb + 1
    you += clause.listed(you, "nearby") or clause.word(you) == "to"
    if clause.word(you) != "you" or clause.view.turns.voices <= _FEW:
        return False
    if draft.towards is not None and clause.word(draft.towards.first) != "you":
        return False  # "thank you, Ana, for"
    called = clause.person_at(you + 2) if clause.word(you + 1) == "," else None
    if called and draft.what is not None and draft.towards and called == draft.towards.actors:
        return False
    return clause.view.turns.is_remarks or clause.view.is_press_conference


def _points(clause: Clause, draft: Draft) -> bool:
    """Tell "thanked them for their work on this issue" from "… for their work on the dam"."""
    if draft.what is None:
        return False
    first, last = draft.what
    if last - first > _POINTED:
        return False
    this = clause.listed(last - 2, "demonstratives") and clause.listed(last - 1, "pointed_at")
    if this:
        return True
    at = first + (clause.word(first) == "all")
    unknown = draft.towards is None or not draft.towards.actors
    return unknown and clause.word(at) == "their" and clause.listed(last - 1, "toil")
