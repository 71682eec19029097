"""What is foreseen whatever its verb: thought, warned of, or told by those whose trade it is.

"Is confident that the judges will annul the vote", "cautioned that the truce might not last",
"Brandt, an economist at the Lake Institute, said …".
"""

from __future__ import annotations

from bisect import bisect_left

from communique.extract.clauses import listed, subject_of
from communique.extract.forecasts.clause import Clause
from communique.extract.forecasts.events import is_dated
from communique.extract.lexicon import word_set
from communique.extract.modality import Items
from communique.extract.view import View
from communique.extract.voices import Voice
from communique.model import Statement

_NAMED = 3  # mentions beside which it stands what somebody is
_BEFORE = 30  # characters before a name
_BEHIND = 50  # characters behind it


def is_believed(clause: Clause) -> bool:
    """Tell whether somebody thinks that others will do a thing, whatever it is.

    "is confident that the judges will annul the vote", "doubts that Lutha will come round".
    """
    if clause.voice is None or not _thinks(clause):
        return False
    if clause.is_by("would") and not _was_believed(clause):
        near = [item.word for item in clause.items[max(0, clause.verb - 6) : clause.verb]]
        if clause.telling not in clause.cues.lists["thinking"] or "not" not in near:
            return False  # "most people would agree", not "did not believe Lutha would attack"
    was = clause.items[clause.verb - 3].word in ("was", "were")
    if clause.is_by("could") or (clause.is_by("going") and was):
        return False
    if clause.is_by("may"):
        return clause.does("could_verbs", "outcomes")
    if clause.head in ("that", "this", "which", "what", "who", "you", "there"):
        return False
    if clause.after == "you" and not clause.does("outcomes"):
        return False  # "this oath will guide you"
    doubted = clause.has_any(clause.before(4), "doubting")
    if doubted and clause.telling in clause.cues.lists["unsure"]:
        return False
    if clause.subject.actor is None and clause.view.lexicon.has(clause.head, "pronoun"):
        return doubted and clause.is_about("others") and not clause.does("scheduled")
    if clause.does("lingering") and is_dated(clause.view, clause.items, clause.verb):
        return True  # "reckons they will need until October"
    return not clause.does("serving", "scheduled")


def _was_believed(clause: Clause) -> bool:
    """Tell whether what "would" come was thought: "doubted that the talks would lead anywhere"."""
    believed = clause.cues.lists["believed"]
    if clause.telling:
        return clause.telling in believed
    statement = clause.view.statement_at(clause.items[clause.verb].start)
    cued = statement is not None and statement.form != "direct"
    return cued and not believed.isdisjoint(_cue_words(clause, statement))


def is_warned(clause: Clause) -> bool:
    """Tell whether somebody warns or predicts that a thing will come, whatever it is.

    "Cautioned that the truce might not last": what one warns of is foreseen, denied or not.
    """
    if clause.voice is None or clause.subject.person == "first":
        return False
    if not clause.is_by("will", "would", "may", "could"):
        return False
    warning = clause.cues.lists["warning"]
    statement = clause.view.statement_at(clause.items[clause.verb].start)
    cued = statement is not None and statement.form != "direct" and not clause.telling
    dire = clause.is_by("would") and clause.does("outcomes", "could_verbs", "pushing", "harming")
    cued = cued or (dire and statement is not None and not clause.telling)
    if clause.telling not in warning and not (cued and _cue_words(clause, statement) & warning):
        return False
    if clause.word == "be" and clause.ahead(2) in (["held", "accountable"], ["held", "liable"]):
        return False  # a threat
    if clause.word == "be" and clause.has_any([clause.after], "ruled"):
        return False  # "warned that they won't be allowed to stay": a rule
    if clause.word == "be" and clause.after in ("considered", "seen", "treated", "regarded"):
        return False  # "warned that it would be considered an act of war": a threat
    if clause.is_about("unclear") or clause.view.lexicon.has(clause.word, "have"):
        return False  # "warned that anyone who … will be punished", "may have left"
    if clause.subject.actor is not None and clause.does("scheduled"):
        return False
    return not (clause.word == "be" and clause.after.endswith("ing"))


def is_expected(clause: Clause) -> bool:
    """Tell whether somebody whose trade is foresight says what others will do."""
    if clause.voice is None or clause.subject.person == "first" or clause.head == "you":
        return False
    if clause.is_about("unclear") or clause.does("scheduled") or clause.after.endswith("ing"):
        return False
    return is_expert(clause, clause.voice.actor)


def is_expert(clause: Clause, actor: str | None) -> bool:
    """Tell whether somebody is called one who foresees by trade: "Brandt, an economist at …"."""
    view = clause.view
    found = view.actors.get(actor or "")
    if found is None or found.kind != "person":
        return False
    trades = clause.cues.lists["experts"]
    for span in found.mentions[:_NAMED]:
        before = view.text[max(0, span.start - _BEFORE) : span.start].lower().split()
        behind = view.text[span.end : span.end + _BEHIND].lower()
        called = word_set(behind[1:].split(",")[0]) if behind.startswith(", a") else set()
        if trades.intersection(called) or trades.intersection(before[-1:]):
            return True
    return False


def crowd_at(view: View, items: Items, index: int) -> Voice | None:
    """Return people without a name as the voice: "diplomats fear | the truce will not hold"."""
    statement = view.statement_at(items[index].start)
    if statement is None or statement.form == "direct" or statement.speaker is not None:
        return None
    if not statement.cue or len(statement.cue) != 1:
        return None
    at = bisect_left(items, statement.cue[0].start, key=lambda item: item.start)
    subject = subject_of(view, items, at) if 0 < at < index else None
    told = statement.cue[0].of(view.text).lower()
    if subject is None or not subject.crowd or subject.actor is not None:
        return None
    return Voice(None, told, crowd=True)


def _thinks(clause: Clause) -> bool:
    """Tell whether the words are told as what somebody thinks, and not only says."""
    believing = clause.cues.lists["believing"]
    before = clause.before(4)
    if before[:2] == ["in", "my"] and not listed(clause.view, "views").isdisjoint(before[2:3]):
        return True  # "in my view, Lutha will not sign"
    if clause.telling:
        return clause.telling in believing
    statement = clause.view.statement_at(clause.items[clause.verb].start)
    if statement is None or statement.form == "direct" or not statement.cue:
        return False
    words = [w for w in _cue_words(clause, statement) if not clause.view.lexicon.has(w, "have")]
    return not believing.isdisjoint(words)  # not "has made clear that"


def _cue_words(clause: Clause, statement: Statement | None) -> frozenset[str]:
    cue = statement.cue if statement is not None else ()
    return word_set(" ".join(span.of(clause.view.text) for span in cue))
