"""What stories and interviews foresee in plain words, which in speeches only promise or guess.

Where a reporter stands between, "is not going to give in" of others is foreseen, and so are "may
not survive until May", "could well delay", "would return in the autumn, she said".
"""

from __future__ import annotations

from communique.extract.forecasts.clause import Clause
from communique.extract.forecasts.cues import Cues
from communique.extract.forecasts.events import are_people, happens, is_dated, is_denied
from communique.extract.forecasts.foresights import lies_ahead
from communique.extract.genres import is_staged, tells_news
from communique.extract.modality import Items
from communique.extract.view import View

_SAYING = ("foreboding", "believing", "warning")
_OPENING = 5  # items of "within days, perhaps sooner,"
_POINTING = frozenset({"that", "this", "which", "what", "who", "those", "there", "it"})


def is_foreseen_in_news(clause: Clause) -> bool:
    """Tell whether a clause foretells in a story or an interview."""
    if not tells_news(clause.view) or clause.subject.person == "first" or clause.head == "you":
        return False
    if clause.is_by("may", "could"):
        return _may_well(clause)
    if clause.head == "there":
        return _there_will_be(clause)
    if clause.head in _POINTING:
        return clause.head == "it" and _too_late(clause)
    if clause.does("scheduled", "resolve") and not is_denied(clause):
        return False
    if clause.is_by("going"):
        return _is_going(clause)
    if clause.is_by("would"):
        return _would(clause)
    return clause.is_by("will") and _will(clause)


def is_inverted(cues: Cues, items: Items, index: int) -> bool:
    """Tell whether a condition without "if" opens the sentence: "were she to leave, it would"."""
    opens = items[0].word in cues.lists["inverting"] and items[-1].word != "?"
    return opens and "," in [item.word for item in items[:index]]


def was_foretold(view: View, cues: Cues, items: Items, index: int) -> bool:
    """Tell whether what "was" likely is what somebody said: "said the treaty was unlikely to"."""
    statement = view.statement_at(items[index].start)
    if statement is None or statement.form == "direct" or is_staged(view):
        return False
    told = {word for span in statement.cue for word in span.of(view.text).lower().split()}
    return any(not cues.lists[name].isdisjoint(told) for name in _SAYING)


def may_be_the_reports_own(view: View, cues: Cues, items: Items, index: int, verb: int) -> bool:
    """Tell whether a story foresees itself with "may": "the chancellor may not survive"."""
    if not tells_news(view) or view.statement_at(items[index].start) is not None:
        return False
    if items[index].word == "will":
        used = items[verb].word == "be" and verb + 1 < len(items)
        used = used and items[verb + 1].word in cues.lists["used_up"] - cues.lists["done"]
        return used and is_dated(view, items, verb)
    if items[index].word not in ("may", "could", "might"):
        return False
    told = {item.word for item in items[index + 1 : verb]}
    word = items[verb].word
    return bool(told & {"well", "yet"}) or word in cues.lists["outcomes"] & (
        cues.lists["could_verbs"] | {"survive", "prevail", "recover", "win"}
    )


def _may_well(clause: Clause) -> bool:
    """Read "could well delay", "may yet try" and "may not survive the summer"."""
    between = [i.word for i in clause.items[clause.index + 1 : clause.verb]]
    if clause.view.lexicon.has(clause.word, "have", "be") and "well" in between:
        return clause.word == "be" and clause.has_any([clause.after], "ends", "undone", "compared")
    if {"well", "yet"} & set(between):
        return True
    return is_denied(clause) and happens(clause) and clause.is_by("may")


def _there_will_be(clause: Clause) -> bool:
    """Read "by midsummer there will be a new name on the door": dated, and no appointment."""
    if not clause.is_by("will", "going", "would") or clause.word != "be":
        return False
    ahead = clause.ahead(5)
    return _has_day(clause) and not clause.has_any(ahead, "no_subject", "programmed", "differing")


def _too_late(clause: Clause) -> bool:
    """Read "it will be too late for the old"."""
    return clause.is_by("will", "would", "going") and clause.ahead(2) == ["too", "late"]


def _is_going(clause: Clause) -> bool:
    """Read "neither side is going to give in" and "the strait is going to stay open"."""
    if clause.subject.person == "pronoun" and not is_denied(clause):
        return False
    if clause.is_about("no_subject", "programmed"):
        return False
    if clause.word == "be":
        return clause.has_any([clause.after], "undone", "compared", "befallen")
    neither = clause.items[clause.subject.first].word in ("neither", "no", "nobody")
    stays = clause.does("staying", "expected_of", "going_on") and not clause.does("serving")
    return is_denied(clause) or neither or stays


def _would(clause: Clause) -> bool:
    """Read "growth would return in the autumn, she said" and "she would be out within a month"."""
    statement = clause.view.statement_at(clause.items[clause.verb].start)
    if statement is None and not clause.telling:
        return False
    if clause.does("arranged") and clause.subject.actor is not None:
        return False
    if clause.has_any([clause.telling], "misjudging"):
        return False  # "people thought the line would break"
    doubts = clause.cues.lists["doubting"] | {"fear", "fears", "expect", "expects"}
    if clause.telling in doubts or not doubts.isdisjoint(clause.before(2)):
        return True  # "analysts doubt that a change would alter the course"
    people = are_people(clause.view, clause.items, clause.subject)
    return _has_day(clause) and not people and _comes_about(clause)


def _will(clause: Clause) -> bool:
    """Read "the reserves will be exhausted by spring" and "she will be out of office by May"."""
    if not _has_day(clause):
        return False
    if clause.subject.actor is not None:
        return clause.word == "be" and clause.has_any([clause.after], "used_up", "befallen")
    people = are_people(clause.view, clause.items, clause.subject)
    return not people and _comes_about(clause)


def _has_day(clause: Clause) -> bool:
    """Tell whether a day to come stands behind the verb, or opens the clause."""
    view, items = clause.view, clause.items
    opens = items[max(0, clause.subject.first - _OPENING) : clause.subject.first]
    ahead = (view.reading.dates[item.date] for item in opens if item.date >= 0)
    return is_dated(view, items, clause.verb) or any(lies_ahead(view, when) for when in ahead)


def _comes_about(clause: Clause) -> bool:
    """Tell whether a thing itself changes: "would return", "will be exhausted", "will be back"."""
    if clause.is_about("no_subject", "programmed", "set_by_law", "designs"):
        return False
    if clause.word == "be":
        return clause.has_any([clause.after], "used_up", "undone", "compared", "befallen", "states")
    coming = ("outcomes", "things", "staying", "drifting", "harming", "reviving", "returning")
    return clause.does(*coming) and not clause.does("planned_deeds", "scheduled")
