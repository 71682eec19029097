"""What is said to come: "will", "may", "is likely to", "is unlikely", "there is a danger that".

It is the speaker's forecast where it is about others or about the world.
"""

from __future__ import annotations

from communique.extract.clauses import (
    QUOTES,
    STRONG,
    Subject,
    clause_end,
    listed,
    subject_of,
    verb_start,
)
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.forecasts.foresights import Foresight, is_open, whole_subject
from communique.extract.forecasts.foretelling import foretells, happens, is_told, lasts
from communique.extract.modality import Items, of_verb
from communique.extract.view import View
from communique.extract.voices import Voice, voice_of


def to_come(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "will", "may", "could", "is likely to" and "is going to"."""
    voice = voice_of(view, items, index)
    if cue.kind == "likely" and items[index - 1].word in ("was", "were"):
        return None  # looks back
    unnamed = view.statement_at(items[index].start) is not None
    unknown = voice is None or (voice.actor is None and not voice.crowd)
    if unknown and (cue.kind != "likely" or unnamed or (voice is not None and voice.verb)):
        return None
    speaker = voice.actor if voice is not None else None
    verb = _verb_after(view, items, index + len(cue.words))
    start = verb_start(view, items, index)
    if verb is None or not _is_verb_group(view, items, start, index, verb, cue):
        return None
    subject = _subject(view, cues, items, start, index)
    if subject is None:
        return None
    if _is_vow(cues, items, subject, verb) or _is_unforeseen(view, cues, items, subject.first):
        return None
    modality = of_verb(view, items, verb, "base")
    condition = modality.condition
    if condition is not None and condition.start <= items[index].start < condition.end:
        return None
    if modality.cue in ("if", "unless", "whether") or _is_wished(cues, items, subject):
        return None
    if _is_own(view, items, subject, voice) and not happens(cues, items, verb):
        return None
    leads = condition is not None and condition.start < items[subject.first].start
    doom = leads or _is_doom(cues, items, subject.first, verb)
    end = clause_end(view, items, verb)
    dared = cue.kind in ("will", "going") and _is_dared(view, cues, items, subject.first)
    dared = dared and subject.person != "first" and items[subject.last - 1].word != "you"
    if dared or _befalls(view, cues, items, subject, verb, cue, condition is not None or doom):
        return Foresight(speaker, subject.first, max(end, verb + 1), f"{cue.kind}:{cue.words[0]}")
    if not _about_others(view, cues, items, subject, speaker, doom, verb):
        return None
    would = cue.kind == "would" and items[max(0, subject.first - 1)].word == "that"
    nobody = subject.person == "nobody" and (would or cue.kind in ("will", "may"))
    nobody = nobody and items[subject.last - 1].word != "longer"
    if subject.person == "nobody" and items[verb].word == "have":
        return None  # "no senior will have to pay more": a rule
    if not nobody and not foretells(view, cues, items, verb, subject, cue, doom, voice):
        return None
    if _is_design(cues, items, subject, cue) or _is_lifelong(items, subject, verb):
        return None
    first = whole_subject(view, items, subject.first)
    return Foresight(speaker, first, max(end, verb + 1), f"{cue.kind}:{cue.words[0]}")


def _is_verb_group(view: View, items: Items, start: int, index: int, verb: int, cue: Cue) -> bool:
    """Tell whether "will" and the like stand before a verb: not "the will of the people"."""
    other = ("preposition", "determiner", "conjunction", "pronoun", "conditional")
    if view.lexicon.has(items[verb].word, *other) and cue.words[-1] != "for":
        return False  # "he won't unless"
    if cue.kind in ("likely", "going") and start == index:
        return False
    group = items[start:index]  # "nobody can be bound to …"
    return cue.kind != "likely" or not any(view.lexicon.has(i.word, "modal") for i in group)


def _subject(view: View, cues: Cues, items: Items, start: int, index: int) -> Subject | None:
    """Return the subject of what is to come, in a clause that tells and does not ask."""
    subject = subject_of(view, items, start)
    before = items[start - 1].word if start else ""
    if view.lexicon.has(before, "reporting") or before in cues.lists["hanging"]:
        return None  # "which she says is going to happen"
    if subject is None or _is_relative(items, start):
        return None
    return None if is_open(view, cues, items, subject.first, index) else subject


def _is_dared(view: View, cues: Cues, items: Items, first: int) -> bool:
    """Tell whether the clause follows a command: "lift the embargo now and | they will …"."""
    if not first or items[first - 1].word not in ("and", "or"):
        return False
    at = first - 1
    while at and items[at - 1].word not in STRONG and items[at - 1].word not in QUOTES:
        at -= 1
    opens = items[at]
    return (
        at < first - 1
        and opens.ref is None
        and opens.word in cues.lists["daring"]
        and not any(view.lexicon.has(item.word, "modal", "future") for item in items[at:first])
    )


def _befalls(
    view: View, cues: Cues, items: Items, subject: Subject, verb: int, cue: Cue, dated: bool
) -> bool:
    """Tell whether it happens to all of us: "we are going to see queues", "we're heading for"."""
    if items[subject.last - 1].word != "we" or cue.kind in ("would", "could"):
        return False
    if subject.first and not _opens_clause(view, items, subject.first - 1):
        return False  # "the threats we are going to face"
    if cue.words[0] in ("headed", "heading", "bound", "doomed"):
        return True
    after = items[verb + 1] if verb + 1 < len(items) else items[verb]
    dated = dated or any(item.date >= 0 for item in items[max(0, subject.first - 4) : verb + 12])
    if items[verb].word == "be":
        return dated and after.word in cues.lists["befallen"]
    named = after.ref is not None or view.lexicon.has(
        after.word, "pronoun", "adverb", "to", "conditional", "asking", "preposition"
    )
    named = named or after.word in listed(view, "asking") or not after.word.isalnum()
    return dated and items[verb].word in cues.lists["befalling"] and not named


def _opens_clause(view: View, items: Items, at: int) -> bool:
    """Tell whether a clause can begin behind ``items[at]``."""
    item = items[at]
    if item.word in STRONG or item.word in QUOTES or item.word == "," or item.date >= 0:
        return True
    return item.ref is None and (
        view.lexicon.has(item.word, "conjunction", "subordinator", "adverb")
        or item.word in listed(view, "telling")
    )


def _is_design(cues: Cues, items: Items, subject: Subject, cue: Cue) -> bool:
    """Tell whether "would" says what a bill or a budget contains."""
    return cue.kind == "would" and items[subject.last - 1].word in cues.lists["designs"]


def _is_lifelong(items: Items, subject: Subject, verb: int) -> bool:
    """Tell whether somebody is told never, or always, to do a thing: a vow or praise."""
    ever = any(item.word in ("never", "always") for item in items[subject.last : verb])
    return ever and subject.actor is not None


def _is_vow(cues: Cues, items: Items, subject: Subject, verb: int) -> bool:
    """Tell whether resolve is told: "our friends will not walk away", "something he will …"."""
    group = items[subject.last : verb + 1]
    denied = any(item.word in ("not", "never", "won't", "n't", "no") for item in group)
    near = items[max(0, subject.first - 2) : subject.last]
    if denied and items[verb].word in cues.lists["resolve"]:
        return True
    if subject.actor is not None and any(item.word == "longer" for item in group):
        return True
    heads = {item.word for item in items[subject.first : subject.last]}
    rhetoric = heads & cues.lists["ideals"] and items[verb].word in ("win", "prevail", "change")
    return bool(rhetoric) or any(item.word in ("something", "longer") for item in near)


def _is_unforeseen(view: View, cues: Cues, items: Items, first: int) -> bool:
    """Tell whether the clause is told as not foreseen: "nobody expected that …"."""
    before = [item.word for item in items[max(0, first - 14) : first]]
    foreseeing = tuple(cues.lists["foreseeing"])
    at = next((n for n, w in enumerate(before) if w.startswith(foreseeing)), None)
    return at is not None and any(
        view.lexicon.has(word, "not") or word in ("nobody", "none") for word in before[:at]
    )


def _is_own(view: View, items: Items, subject: Subject, voice: Voice | None) -> bool:
    """Tell whether "it" and "they" right behind "X said" are X: "X said it will stop …"."""
    if voice is None or subject.last - subject.first != 1:
        return False
    item = items[subject.first]
    if not voice.verb:
        return item.word in ("he", "she", "it") and _opens_report(view, items, subject, voice)
    near = [i.word for i in items[max(0, subject.first - 2) : subject.first]]
    same = item.ref is None or item.ref.actor == voice.actor
    return same and item.word in ("it", "he", "she", "they") and voice.verb in near


def _opens_report(view: View, items: Items, subject: Subject, voice: Voice) -> bool:
    """Tell whether "he" opens what somebody is told to have said: "Ruiz told them | that he"."""
    item = items[subject.first]
    statement = view.statement_at(item.start)
    if statement is None or statement.form == "direct" or not statement.content:
        return False
    before = view.text[statement.content[0].start : item.start].split()
    return before in ([], ["that"]) and subject.actor in (None, voice.actor)


def _verb_after(view: View, items: Items, verb: int) -> int | None:
    """Return the verb behind "not" and adverbs at ``items[verb]``."""
    while verb + 1 < len(items) and (
        view.lexicon.has(items[verb].word, "not", "adverb")
        or items[verb].word.endswith("ly")
        or items[verb].word in listed(view, "before_verb")
    ):
        if f"{items[verb].word} {items[verb + 1].word}" in listed(view, "backing_out"):
            break  # "will not back away"
        verb += 1
    return verb if verb < len(items) and items[verb].word[:1].isalpha() else None


def _is_relative(items: Items, start: int) -> bool:
    """Tell whether the clause tells which one: "a treaty that will last"."""
    return start > 1 and (
        items[start - 1].word in ("who", "which")
        or (items[start - 1].word == "that" and items[start - 2].word[:1].isalpha())
        or (items[start - 1].word == "that" and items[start - 2].word == ",")
    )


def _is_wished(cues: Cues, items: Items, subject: Subject) -> bool:
    near = items[max(0, subject.first - 7) : subject.last + 1]
    wide = items[max(0, subject.first - 16) : subject.first]
    return any(item.word in cues.lists["hoping"] for item in near) or any(
        item.word == "hopefully" for item in wide
    )


def _is_doom(cues: Cues, items: Items, first: int, verb: int) -> bool:
    """Tell whether something is foretold as coming in any case, or failing what is said."""
    return is_told(cues.lists["otherwise"], items, first, verb)


def _about_others(
    view: View,
    cues: Cues,
    items: Items,
    subject: Subject,
    speaker: str | None,
    doom: bool,
    verb: int,
) -> bool:
    """Tell whether the subject is somebody or something that the speaker does not decide."""
    words = [item.word for item in items[subject.first : subject.last]]
    if subject.person == "nobody":
        return True
    if words and words[-1] == "you" and items[verb].word in cues.lists["outcomes"]:
        return True
    if words and words[-1] in ("it", "this") and lasts(cues, items, verb):
        return True
    if subject.person == "first" or (words and words[-1].split("'")[0] in ("i", "we", "you")):
        told = is_told(cues.lists["otherwise"], items, subject.first, verb)
        return words[-1] == "we" and told and items[verb].word != "get"
    if words and words[-1] in cues.lists["no_subject"]:
        return items[verb].word in cues.lists["unplanned"] and words[-1] not in ("i", "we", "you")
    if any(word in ("our", "my", "your") for word in words):
        return False
    if subject.actor is None:
        return bool(words)
    return subject.actor != speaker and (doom or subject.actor not in _sides(view, speaker))


def _sides(view: View, speaker: str | None) -> set[str]:
    """Return the speaker, the bodies whose offices the speaker holds, and those bodies' states."""
    if speaker is None:
        return set()
    actor = view.actors.get(speaker)
    offices = actor.offices if actor is not None else ()
    own = {speaker, *(office.of for office in offices if office.of is not None)}
    bodies = [view.actors[one] for one in own if one in view.actors]
    states = {view.state_in(one.name) for one in bodies if one.kind == "organisation"}
    return own | {state for state in states if state is not None}
