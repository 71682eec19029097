"""Deeds told by somebody who only speaks for others: "we announced a loan", says a spokesman."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft


def of_those_spoken_for(clause: Clause, draft: Draft) -> Draft:
    """Return a deed that a spokesman tells as "we" without a doer: it is not his own.

    So is one told by whoever answers for others before the press. What is only said (thanks,
    calls, refusals) stays the speaker's.
    """
    actor = draft.actor
    if actor is None or len(actor.actors) != 1 or clause.word(actor.last - 1) != "we":
        return draft
    if draft.frame.status != "done" or not _only_speaks(clause, actor.actors[0]):
        return draft
    return replace(draft, actor=replace(actor, actors=()))


def is_asked_of(clause: Clause, draft: Draft) -> bool:
    """Tell what a reporter says of the one asked: "You support the levy, but why …"."""
    actor = draft.actor
    if actor is None or clause.word(actor.last - 1) != "you" or actor.last > draft.verb:
        return False
    past = clause.is_past(draft.verb) and draft.group == draft.verb
    return not past and clause.view.turns.is_in_question(clause.items[draft.verb].start)


def _only_speaks(clause: Clause, one: str) -> bool:
    """Tell a spokesman, or who answers for others before the press, from a principal."""
    words = clause.frames.words
    offices = clause.view.actors[one].offices
    held = {word for office in offices for word in office.title.lower().split()}
    if held & words["spokesmen"]:
        return True
    return clause.view.is_press_conference and not held & words["principals"]
