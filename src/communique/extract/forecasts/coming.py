"""What is said to come: "will", "may", "is likely to", "is unlikely", "there is a danger that".

It is the speaker's forecast where it is about others or about the world.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from communique.extract.clauses import (
    QUOTES,
    STRONG,
    Subject,
    asks,
    clause_end,
    listed,
    subject_of,
    verb_start,
)
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.forecasts.foretelling import foretells, happens, is_told, lasts
from communique.extract.modality import Items, of_verb
from communique.extract.view import View
from communique.extract.voices import Voice, voice_of

_WIDE = 14  # items of a subject
_THOUGHT = frozenset({"assume", "think", "imagine", "believe", "suppose", "expect"})
_BACKING = frozenset({("back", "away"), ("back", "down"), ("back", "off"), ("back", "out")})
_FORESEEING = ("expect", "anticipat", "predict", "foresee", "foresaw", "forecast")


@dataclass(frozen=True, slots=True)
class Foresight:
    """Items ``[first, end)`` tell what ``by`` foresees (``None``: the report's own voice)."""

    by: str | None
    first: int
    end: int
    why: str


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
    if verb is None or (
        view.lexicon.has(
            items[verb].word, "preposition", "determiner", "conjunction", "pronoun", "conditional"
        )
        and cue.words[-1] != "for"
    ):
        return None  # "the will of the people", "he won't unless"
    start = verb_start(view, items, index)
    if cue.kind in ("likely", "going") and start == index:
        return None
    if cue.kind == "likely" and any(view.lexicon.has(i.word, "modal") for i in items[start:index]):
        return None  # "nobody can be bound to …"
    subject = subject_of(view, items, start)
    if start and view.lexicon.has(items[start - 1].word, "reporting"):
        return None  # "which she says is going to happen"
    if subject is None or _is_relative(items, start) or is_open(view, items, subject.first, index):
        return None
    if _is_vow(cues, items, subject, verb) or _is_unforeseen(view, items, subject.first):
        return None
    modality = of_verb(view, items, verb, "base")
    condition = modality.condition
    if condition is not None and condition.start <= items[index].start < condition.end:
        return None
    if modality.cue in ("if", "unless", "whether") or _is_wished(cues, items, subject):
        return None
    if _is_own(items, subject, voice) and not happens(cues, items, verb):
        return None
    leads = condition is not None and condition.start < items[subject.first].start
    doom = leads or _is_doom(cues, items, subject.first, verb)
    if not _about_others(view, cues, items, subject, speaker, doom, verb):
        return None
    would = cue.kind == "would" and items[max(0, subject.first - 1)].word == "that"
    nobody = subject.person == "nobody" and (would or cue.kind in ("will", "may"))
    nobody = nobody and items[subject.last - 1].word != "longer"
    if not nobody and not foretells(view, cues, items, verb, subject, cue, doom, voice):
        return None
    if _is_design(cues, items, subject, cue) or _is_lifelong(items, subject, verb):
        return None
    end = clause_end(view, items, verb)
    first = whole_subject(view, items, subject.first)
    return Foresight(speaker, first, max(end, verb + 1), f"{cue.kind}:{cue.words[0]}")


def whole_subject(view: View, items: Items, first: int) -> int:
    """Return where a subject begins of which ``items[first]`` is only the last part.

    "both the house and the | senate will be", "his work as a | judge will be".
    """
    start = first
    while start and first - start < _WIDE:
        word = items[start - 1].word
        if (
            start < first
            and items[start - 1].ref is None
            and (
                word in STRONG
                or word in QUOTES
                or word == ","
                or word in listed(view, "telling")
                or view.lexicon.has(word, "subordinator", "relative", "be", "reporting")
            )
        ):
            break
        start -= 1
    joined = first and view.lexicon.has(items[first - 1].word, "preposition", "conjunction")
    opens = start and view.lexicon.has(items[start].word, "conjunction", "preposition")
    return first if not joined or opens or first - start >= _WIDE else start


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


def _is_unforeseen(view: View, items: Items, first: int) -> bool:
    """Tell whether the clause is told as not foreseen: "nobody expected that …"."""
    before = [item.word for item in items[max(0, first - 14) : first]]
    at = next((n for n, w in enumerate(before) if w.startswith(_FORESEEING)), None)
    return at is not None and any(
        view.lexicon.has(word, "not") or word in ("nobody", "none") for word in before[:at]
    )


def is_open(view: View, items: Items, first: int, index: int) -> bool:
    """Tell whether the clause asks, is denied or tells a purpose, and so foretells nothing.

    "which one is likely to …", "it does not mean that …", "so there will be …".
    """
    if asks(view, items, first) or any(asks(view, items, at) for at in range(first + 1, index)):
        return True
    before = [item.word for item in items[max(0, first - 6) : first]]
    before = before[len(before) - before[::-1].index(",") :] if "," in before else before
    if before[-1:] == ["so"] or before[-2:] == ["so", "that"]:
        return True
    if any(word in listed(view, "asking") or word in ("if", "whenever") for word in before):
        return True
    if before[-1:] == ["that"] and len(before) > 1 and not _opens_content(view, before):
        return True  # "the post that she is going to fill"
    near = [item.word for item in items[max(0, first - 6) : index]]
    if any(pair == ("every", "time") for pair in pairwise(near)):
        return True
    if "you" in before and _THOUGHT & set(before):
        return True  # "you might think that …"
    denied = any(view.lexicon.has(word, "not") or word == "none" for word in before)
    thought = any(word in listed(view, "telling") for word in before)
    return denied and (not thought or "saying" in before or "say" in before)


def _opens_content(view: View, before: list[str]) -> bool:
    """Tell whether the "that" that ends ``before`` opens what is said or thought."""
    near = before[-6:-1]
    return any(word in listed(view, "telling") for word in near) or (
        near[-1] in listed(view, "content") or view.lexicon.has(near[-1], "be")
    )


def _is_own(items: Items, subject: Subject, voice: Voice | None) -> bool:
    """Tell whether "it" and "they" right behind "X said" are X: "X said it will stop …"."""
    if voice is None or not voice.verb or subject.last - subject.first != 1:
        return False
    item = items[subject.first]
    near = [i.word for i in items[max(0, subject.first - 2) : subject.first]]
    same = item.ref is None or item.ref.actor == voice.actor
    return same and item.word in ("it", "he", "she", "they") and voice.verb in near


def _verb_after(view: View, items: Items, verb: int) -> int | None:
    """Return the verb behind "not" and adverbs at ``items[verb]``."""
    while verb + 1 < len(items) and (
        view.lexicon.has(items[verb].word, "not", "adverb") or items[verb].word.endswith("ly")
    ):
        if (items[verb].word, items[verb + 1].word) in _BACKING:
            break  # "will not back away"
        verb += 1
    return verb if verb < len(items) and items[verb].word[:1].isalpha() else None


def _is_relative(items: Items, start: int) -> bool:
    """Tell whether the clause tells which one: "a treaty that will last"."""
    return start > 1 and (
        items[start - 1].word in ("who", "which")
        or (items[start - 1].word == "that" and items[start - 2].word[:1].isalpha())
    )


def _is_wished(cues: Cues, items: Items, subject: Subject) -> bool:
    near = items[max(0, subject.first - 7) : subject.last + 1]
    return any(item.word in cues.lists["hoping"] for item in near)


def _is_doom(cues: Cues, items: Items, first: int, verb: int) -> bool:
    """Tell whether something is foretold as coming in any case, or failing what is said."""
    return is_told(cues.lists["otherwise"], items, first, verb)


def in_prospect(view: View, items: Items, index: int, cue: Cue) -> Foresight | None:
    """Read "an agreement is unlikely", "it is likely that …" and "there is a danger that …"."""
    voice = voice_of(view, items, index)
    speaker = voice.actor if voice is not None else None
    after = index + len(cue.words)
    be = _copula(view, items, index)
    if be is None or any(
        view.lexicon.has(i.word, "modal", "conditional") for i in items[max(0, be - 4) : be]
    ):
        return None
    start = verb_start(view, items, be)
    subject = subject_of(view, items, start)
    denied = any(view.lexicon.has(i.word, "not") for i in items[be:index])
    if (denied and cue.words[0] == "inevitable") or (
        subject is not None and is_open(view, items, subject.first, index)
    ):
        return None
    if cue.words[-1] == "that" and any(
        view.lexicon.has(i.word, "have") for i in items[after : after + 4]
    ):
        return None  # "it is likely that they have reached it"
    if cue.words[-1] == "that" and after < len(items) and items[after].word.startswith("you"):
        return None  # "it is likely that you find one"
    if cue.words[-1] in ("that", "of", "time"):
        if subject is not None and items[subject.last - 1].word not in ("there", "it", "chances"):
            return None
        end = clause_end(view, items, after)
        first = subject.first if subject is not None and subject.last <= be else be
        return Foresight(speaker, first, end, f"prospect:{cue.words[0]}") if end > after else None
    if after < len(items) and items[after].word in ("to", "that", "candidate", "place"):
        return None
    if subject is None or subject.person != "third" or subject.last > be:
        return None
    end = max(clause_end(view, items, after), after)
    first = whole_subject(view, items, subject.first)
    return Foresight(speaker, first, end, f"prospect:{cue.words[0]}")


def _copula(view: View, items: Items, index: int) -> int | None:
    """Return the "be" at most four items before ``items[index]``."""
    for at in range(index - 1, max(-1, index - 5), -1):
        if items[at].ref is not None or items[at].word in (",", "and"):
            return None
        if view.lexicon.has(items[at].word, "be") and items[at].word not in ("was", "were"):
            return at
    return None


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
        return False
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
