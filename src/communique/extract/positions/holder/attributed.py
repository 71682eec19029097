"""Whether a report tells words as somebody's: what it quotes or passes on, and no transcript."""

from __future__ import annotations

from communique.extract.modality import Items
from communique.extract.positions.holder.interviews import is_interview
from communique.extract.view import View
from communique.extract.voices import voice_of


def is_attributed(view: View, items: Items, index: int) -> bool:
    """Tell whether ``items[index]`` stands in what a report quotes or passes on of somebody named.

    A report chooses such words because they say where somebody stands. In a transcript, where
    people speak at length, the same words often only lead to something else.
    """
    statement = view.statement_at(items[index].start)
    if statement is None:
        voice = voice_of(view, items, index)
        return voice is not None and voice.actor is not None and bool(voice.verb)
    if statement.speaker is None:
        return False
    by_id = {one.id: one for one in view.reading.statements} if statement.parent else {}
    while statement is not None:
        if statement.form == "direct" and not statement.marked:
            return is_interview(view) and not view.turns.is_in_question(items[index].start)
        statement = by_id.get(statement.parent or "")
    return True
