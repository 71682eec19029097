"""What speeches, briefings and releases say flatly of what is to come.

Where no reporter stands between, "will" mostly promises. It foretells there what comes on a
condition or in any case, what spreads, falls or fails by itself, what takes years, and what "there
will be". What such texts tell of earlier foresight, they tell because it was wrong.
"""

from __future__ import annotations

from communique.extract.clauses import clause_end
from communique.extract.forecasts.clause import Clause
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.forecasts.events import is_dated, is_told, lasts
from communique.extract.genres import is_staged
from communique.extract.modality import Items
from communique.extract.view import View

_POINTING = frozenset({"this", "next", "week", "month"})  # not "this country"
_THERE = 5  # items of "there will be storms on the coast"
_AROUND = 14  # items before a verb in which "today" stands


def is_hollow(clause: Clause) -> bool:
    """Tell whether "will" in a speech or release foretells nothing of its own.

    Told flatly, only what comes on a condition or in any case, and what falls, spreads or fails by
    a day to come, is foreseen: the rest is promised, planned or praised.
    """
    if "we'll" in clause.ahead(9) or "we’ll" in clause.ahead(9):
        return True  # "these boats will be the last we'll send"
    if clause.doom or is_told(clause, "otherwise") or is_told(clause, "fated"):
        return not _has_substance(clause)
    dated = is_dated(clause.view, clause.items, clause.verb)
    if clause.head == "there" and not clause.has_any(clause.ahead(_THERE), "differing"):
        return False
    if clause.subject.person == "nobody" or clause.head == "there":
        return not dated
    if lasts(clause):
        return False
    pair = f"{clause.word} {clause.after}"
    if pair in clause.cues.lists["phrases"]:
        return pair in clause.cues.lists["hollow_phrases"]
    drifts = clause.does("drifting", "harming", "coming_to") and not clause.does("no_drift")
    return not (dated and (drifts or clause.does("agreeing")))


def _has_substance(clause: Clause) -> bool:
    """Tell whether more than an idle verb follows a condition: not "if you vote, you will win"."""
    if clause.head.split("'")[0] in ("you", "everyone", "everybody", "nobody", "nothing"):
        return False
    return clause.word not in ("happen", "change", "matter", "know", "win")


def _is_of_the_past(view: View, items: Items, index: int) -> bool:
    """Tell whether what was foreseen had its day: "they projected a slump in 2029"."""
    published = view.reading.report.published
    ahead = items[index + 1 : clause_end(view, items, index + 1)]
    dates = [view.reading.dates[at] for at in {item.date for item in ahead if item.date >= 0}]
    days = [
        when.value or ""
        for when in dates
        if when.type == "date" and any(letter.isdigit() for letter in when.raw)
    ]
    if not published or not days:
        return False
    return all(day[:1].isdigit() and day[:10] < published[: len(day[:10])] for day in days)


def could_be(clause: Clause) -> bool:
    """Tell whether "could" is only what might be: "it could also cause some trouble"."""
    if clause.telling or clause.doom or not clause.view.lexicon.has(clause.head, "pronoun"):
        return False
    return clause.word != "lead" and not lasts(clause)


def was_expected(clause: Clause) -> bool:
    """Tell whether a speech recalls what was expected: "we fully anticipated that they would"."""
    near = clause.before(_AROUND)
    return (
        clause.is_by("would")
        and is_staged(clause.view)
        and clause.has_any(near, "recalled")
        and not any(clause.view.lexicon.has(word, "conditional") for word in near)
    )


def is_recalled(view: View, cues: Cues, items: Items, index: int, cue: Cue, group: Items) -> bool:
    """Tell whether foresight of the past is recalled in a speech: "experts predicted a slump".

    What was foretold lately counts ("said today that it predicted"), and what "has" been.
    """
    if cue.name in ("foretell", "prophesy") and (is_staged(view) or cue.form == "past"):
        return True
    was = any(item.word in ("was", "were") for item in group)
    if cue.form != "past" and not (cue.form == "ing" and was and is_staged(view)):
        return False
    if not is_staged(view):
        return _is_of_the_past(view, items, index)
    if any(view.lexicon.has(item.word, "have") and item.word != "had" for item in group):
        return False
    near = items[max(0, index - _AROUND) : clause_end(view, items, index + 1)]
    if any(item.word == "ago" for item in near):
        return True  # "just one year ago, it predicted …"
    return not any(
        item.word in cues.lists["lately"] and (item.date >= 0 or item.word not in _POINTING)
        for item in near
    )
