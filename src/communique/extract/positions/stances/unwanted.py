"""Stands told of nobody: "nobody needs this war", "no one is interested in an escalation".

Whoever says that nobody wants a thing is against it. Only what the scheme knows counts, since
"nobody needs a reminder" takes no side.
"""

from __future__ import annotations

from communique.extract.clauses import clause_end, subject_of, verb_start
from communique.extract.modality import Items, of_verb
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.stand import FLIPPED, Stand, copula_before, in_condition
from communique.extract.view import View
from communique.extract.voices import voice_at


def by_nobody(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "nobody needs this war" in somebody's mouth."""
    if cue.name not in cues.lists["unwanted.cues"]:
        return None
    at = index
    if cue.kind == "predicate":
        be = copula_before(view, items, index, frozenset())
        if be is None:
            return None
        at = be
    start = verb_start(view, items, at)
    subject = subject_of(view, items, start)
    speaker = voice_at(view, items, index)
    after = index + len(cue.words)
    if subject is None or speaker is None or after >= len(items):
        return None
    if subject.person != "nobody" and not _is_no_one(items, subject.last):
        return None
    modality = of_verb(view, items, at, "third")
    if modality.negated or in_condition(modality, items, index):
        return None
    end = clause_end(view, items, after)
    if end <= after or items[after].word == "to":
        return None
    return Stand(
        speaker, None, FLIPPED[cue.polarity], subject.first, subject.last, start, index, end,
        (after, end), f"nobody:{cue.name}", True,
    )  # fmt: skip


def _is_no_one(items: Items, last: int) -> bool:
    return last > 1 and [item.word for item in items[last - 2 : last]] == ["no", "one"]
