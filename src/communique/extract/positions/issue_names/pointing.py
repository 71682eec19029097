"""Names that only point at what is meant: "this lawsuit", "the ruling"."""

from __future__ import annotations

from communique.extract.modality import Items
from communique.extract.positions.cues import Cues
from communique.extract.positions.holder.interviews import is_interview
from communique.extract.positions.issue_names.issues import Heading, Scheme
from communique.extract.positions.issue_names.things import Name
from communique.extract.positions.stand import Stand
from communique.extract.positions.wording import wording_for
from communique.extract.view import View

THOSE = ("those", "these")  # "committed to those Luthans": some of them


def is_pointed_at(
    view: View,
    cues: Cues,
    scheme: Scheme,
    items: Items,
    stand: Stand,
    name: Name,
    heading: Heading,
) -> bool:
    """Tell whether words only point at what is meant: "this lawsuit", "the ruling"."""
    lists = wording_for(view.lexicon).lists
    judged = name.words[0].endswith(("ing", "ed")) and name.words[-1] in lists["wanting"]
    wide = len(name.words) - (judged and len(name.words) == 2)
    if wide > 1 or name.start is None or name.deed or name.start < 1:
        return False
    first = stand.about[0]
    before = items[name.start - 1].word if name.start > first or name.start == first > 0 else ""
    tells = name.start > 1 and view.lexicon.has(items[name.start - 2].word, "reporting")
    if before == "that" and (name.start == first or tells):
        return False  # "said that | default is no option"
    if name.start - 1 > first and not view.lexicon.has(before, "determiner"):
        before = items[name.start - 2].word  # "these reckless | cuts"
    if heading.label in scheme.labels:
        if heading.label in lists["pointed_labels"] and before in (
            *THOSE,
            "this",
            "that",
            "their",
        ):
            return True
        judged = stand.why.split(":", 1)[1] in cues.lists["guards.judging_others"]
        return judged and before in ("this", "that") and is_spoken(view, items, stand)
    if heading.label in lists["the_one"]:
        return is_spoken(view, items, stand)
    pointed = before in ("this", "that", *THOSE) and heading.label not in lists["telling"]
    return pointed or (before == "the" and heading.label in lists["bare"] - lists["telling"])


def is_spoken(view: View, items: Items, stand: Stand) -> bool:
    """Tell whether a cue stands in a transcript."""
    statement = view.statement_at(items[stand.cue].start)
    spoken = statement is not None and statement.form == "direct" and not statement.marked
    return spoken and (stand.why.startswith(("evaluate", "impersonal")) or not is_interview(view))
