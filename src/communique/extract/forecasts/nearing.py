"""What is told to be near: "risks becoming", "threatens to push", "on the brink of", "is set to".

Also what is, or is not, ruled out: "diplomats do not rule out that the talks will fail".
"""

from __future__ import annotations

from communique.extract.clauses import Subject, clause_end, subject_of, verb_start
from communique.extract.forecasts.clause import own_end
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.forecasts.events import are_people
from communique.extract.forecasts.foresights import Foresight, is_open
from communique.extract.forecasts.lookalikes import is_relative
from communique.extract.forecasts.minds import is_anothers, own_voice
from communique.extract.forecasts.sources import source_at
from communique.extract.forecasts.subjects import whole_subject
from communique.extract.genres import is_staged
from communique.extract.modality import Items
from communique.extract.view import View
from communique.extract.voices import voice_of

_HAPPENING = ("outcomes", "could_verbs", "harming", "pushing")


def nearing(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "the dispute risks becoming a war" and "parliament is set to reject the treaty"."""
    start = verb_start(view, items, index)
    subject = subject_of(view, items, start)
    after = index + len(cue.words)
    own = subject is not None and subject.person == "first"
    if subject is None or after >= len(items) or (own and not cue.words[0].startswith("rul")):
        return None
    if is_open(view, cues, items, subject.first, start) or is_relative(items, start):
        return None
    group = items[start:index]
    if cue.words[0].startswith("rul"):
        return _ruled_out(view, cues, items, start, after, subject)
    if any(view.lexicon.has(i.word, "not", "modal", "future", "to") for i in group):
        return None
    if not _is_near(view, cues, items, index, cue, subject):
        return None
    voice = source_at(view, items, index) or voice_of(view, items, index)
    known, by = own_voice(view, items[index].start)
    if voice is not None and voice.verb in cues.lists["announcing"]:
        return None  # "announced that a team risks losing its games": a rule
    if voice is not None and (voice.actor is not None or voice.crowd):
        known, by = True, voice.actor
    first = whole_subject(view, items, subject)
    if not known or first is None or is_anothers(view, cues, items, first, voice):
        return None
    return Foresight(by, first, own_end(view, items, after), f"near:{cue.words[0]}")


def _is_near(view: View, cues: Cues, items: Items, index: int, cue: Cue, subject: Subject) -> bool:
    """Tell whether what follows the cue comes about, and is no plan, threat or schedule."""
    word = items[index + len(cue.words)].word
    thing = subject.actor is None and not are_people(view, items, subject)
    happening = any(word in cues.lists[name] for name in _HAPPENING)
    if cue.words[0].startswith("risk"):
        gerund = word in cues.lists["happening"] or word in cues.lists["risked"]
        if items[index].upper or items[index - 1].word == "'s":
            return False  # "the Bank's Risk Sharing programme"
        plural = items[index - 1].word.endswith("s") or cue.form == "third"
        return gerund and (plural or cue.words[0] == "risks")
    if cue.words[0].startswith("threaten"):
        return (
            happening
            and not cues.lists["harming"] & {word}
            and thing
            and subject.person == "third"
            and not subject.crowd
        )
    before = items[index - 1].word if index else ""
    statement = view.statement_at(items[index].start)
    told = statement is not None and statement.form == "indirect"
    was = before in cues.lists["looked_back"] and not told
    if was or not (view.lexicon.has(before, "be") or before in ("widely", "now")):
        return False  # "the world was about to change": what was
    if cue.words[0] in ("on", "in", "at"):
        near = {item.word for item in items[index + len(cue.words) :][:4]}
        return word in cues.lists["happening"] or bool(near & cues.lists["eventualities"])
    if cue.words[0] == "set" and thing and word in cues.lists["opening_day"]:
        return False  # "construction is set to begin in May": a schedule
    best = {item.word for item in items[index + len(cue.words) :][:4]}
    if best & {"best", "most", "greatest"}:
        return False  # "is set to become the best in our history": praise
    if cue.words[0] == "about":
        return happening and not is_staged(view)  # "the press is about to leave"
    if is_staged(view):
        return happening
    coming = any(word in cues.lists[name] for name in ("expected_of", "effects", "things"))
    return happening or (coming and word not in cues.lists["scheduled"])


def _ruled_out(
    view: View, cues: Cues, items: Items, start: int, after: int, subject: Subject
) -> Foresight | None:
    """Read "X rules out that …" and "X did not rule out that …"."""
    end = own_end(view, items, after)
    foretold = any(item.word in cues.lists["future"] for item in items[after:end])
    if not foretold:
        return None
    if subject.actor is None and not subject.crowd:
        known = source_at(view, items, after) is not None
        return Foresight(None, after, end, "near:rule") if known else None
    if any(view.lexicon.has(i.word, "modal", "future") for i in items[start : after - 2]):
        return None
    end = max(end, clause_end(view, items, after))
    return Foresight(subject.actor, min(subject.first, start), end, "near:rule")
