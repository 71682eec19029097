"""Whose doings speakers tell of as their own: themselves, their body, their superiors."""

from __future__ import annotations

from communique.extract.clauses import Subject
from communique.extract.modality import Items
from communique.extract.view import View
from communique.extract.voices import Voice

_THREAT = 20  # items of a condition
_NAMED = 12  # mentions in which an office may stand alone


def is_own(view: View, items: Items, subject: Subject, voice: Voice | None) -> bool:
    """Tell whether "it" and "they" right behind "X said" are X: "X said it will stop …"."""
    if voice is None or subject.last - subject.first != 1:
        return False
    item = items[subject.first]
    if not voice.verb:
        own = item.word in ("he", "she", "it", "they")
        return own and _opens_report(view, items, subject, voice)
    if subject.actor == voice.actor and voice.actor is not None and item.word in ("he", "she"):
        return True  # "Ruiz made it clear: if he wins, | he will"
    near = [i.word for i in items[max(0, subject.first - 2) : subject.first]]
    if any(i.word in ("i", "we") for i in items[max(0, subject.first - 5) : subject.first]):
        return False  # "I don't think they will"
    person = view.actors[voice.actor].kind == "person" if voice.actor in view.actors else False
    same = (
        item.ref is None
        or item.ref.actor == voice.actor
        or (bool(near) and person and voice.verb == near[-1])
    )
    if not same or item.word not in ("it", "he", "she", "they"):
        return False
    return voice.verb in near or _threatens(view, items, subject, voice)


def _threatens(view: View, items: Items, subject: Subject, voice: Voice) -> bool:
    """Tell whether a condition stands between: "the junta warned that if …, | they will …"."""
    before = [item.word for item in items[max(0, subject.first - _THREAT) : subject.first]]
    if before[-1:] != [","] or voice.verb not in before:
        return False
    behind = before[before.index(voice.verb) :]
    return any(view.lexicon.has(word, "conditional") for word in behind)


def is_superior(view: View, items: Items, subject: Subject, voice: Voice | None) -> bool:
    """Tell whether a bare office is the subject: of "the President" aides tell what is planned."""
    if voice is None or (subject.actor is None and not view.is_press_conference):
        return False
    spoken = view.words(items[subject.first].start, items[subject.last - 1].end).lower().split()
    if spoken in (["he"], ["she"]) and subject.actor is None:
        return True  # at a press conference: the one for whom aides speak
    if spoken in (["he"], ["she"]) and subject.actor is not None:
        actor = view.actors.get(subject.actor)
        mentions = actor.mentions[:_NAMED] if actor is not None else ()
        offices = (view.words(m.start, m.end).lower().split() for m in mentions)
        return any(_is_bare_office(view, words) for words in offices)
    named = [at for at, word in enumerate(spoken) if word in ("the", "this", "our")]
    return _is_bare_office(view, spoken[named[-1] :] if named else spoken)


def _is_bare_office(view: View, words: list[str]) -> bool:
    """Tell whether "the President" or "the Vice President" is all that names somebody."""
    return (
        len(words) > 1
        and words[0] in ("the", "this", "our")
        and all(view.lexicon.has(word, "title") for word in words[1:])
        and not words[-1].endswith("s")  # not "the ministers"
    )


def _opens_report(view: View, items: Items, subject: Subject, voice: Voice) -> bool:
    """Tell whether "he" opens what somebody is told to have said: "Ruiz told them | that he"."""
    item = items[subject.first]
    statement = view.statement_at(item.start)
    if statement is None or statement.form == "direct" or not statement.content:
        return False
    before = view.text[statement.content[0].start : item.start].split()
    bare = before in ([], ["that"]) or (
        before[-1].endswith(",")
        and item.word != "it"
        and any(view.lexicon.has(word, "conditional") for word in before)
    )  # "warned that if it fails, | they will start firing"
    return bare and subject.actor in (None, voice.actor)


def sides(view: View, speaker: str | None) -> set[str]:
    """Return the speaker, the bodies whose offices the speaker holds, and those bodies' states."""
    if speaker is None:
        return set()
    actor = view.actors.get(speaker)
    offices = actor.offices if actor is not None else ()
    own = {speaker, *(office.of for office in offices if office.of is not None)}
    bodies = [view.actors[one] for one in own if one in view.actors]
    states = {view.state_in(one.name) for one in bodies if one.kind == "organisation"}
    return own | {state for state in states if state is not None}
