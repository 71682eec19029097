"""What is called likely, or a danger: "an agreement is unlikely", "it is likely that …"."""

from __future__ import annotations

from communique.extract.clauses import clause_end, subject_of, verb_start
from communique.extract.forecasts.cues import Cue, Cues
from communique.extract.forecasts.foresights import Foresight, is_open, whole_subject
from communique.extract.modality import Items
from communique.extract.view import View
from communique.extract.voices import voice_of


def in_prospect(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Foresight | None:
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
        subject is not None and is_open(view, cues, items, subject.first, index)
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
