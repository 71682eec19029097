"""Stands told behind what they are on: "the pipeline, which Lutha opposes"."""

from __future__ import annotations

from communique.extract.clauses import QUOTES, STRONG, Subject, verb_start, words_of
from communique.extract.modality import Items, group_start, noun_start, of_verb
from communique.extract.positions.caution.turning import polarity_of_verb
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.holder.holders import holder_at
from communique.extract.positions.stand import Stand, is_somebody
from communique.extract.view import View

_PARTS = 3  # phrases of what a stand is on
_JOINTS = frozenset({"of", "for", "on", "to", "against", "between"})
_DONE = ("ed", "wn", "en", "ilt")
_FORMS = frozenset({"base", "third", "past"})


def by_relative(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "X, which Y opposes" and "the plan that Y wants scrapped"; ``None`` for other verbs."""
    after = index + len(cue.words)
    if ("np",) not in cue.takes or cue.judged or cue.spoken or cue.form not in _FORMS:
        return None
    if after >= len(items) or not _is_left_behind(items, after, cue):
        return None
    start = verb_start(view, items, group_start(view.lexicon, items, index))
    if any(view.lexicon.has(item.word, "be", "to") for item in items[start:index]):
        return None
    subject = holder_at(view, items, start)
    if subject is None or subject.last != start or subject.first < 2:
        return None
    if subject.actor is None and not is_somebody(view, items, subject):
        return None
    end = _antecedent_end(view, items, subject)
    if end is None:
        return None
    first = _antecedent(view, items, end)
    modality = of_verb(view, items, index, cue.form)
    polarity = polarity_of_verb(view, cues, items, (start, index, after), cue, subject, modality)
    if polarity is None or first >= end:
        return None
    raw = None if subject.actor else words_of(view, items, subject.first, subject.last, 8)
    return Stand(
        subject.actor, raw, polarity, subject.first, subject.last, start, index,
        after + int(cue.own), (first, end), f"verb:{cue.name}", cue.weak,
    )  # fmt: skip


def _is_left_behind(items: Items, after: int, cue: Cue) -> bool:
    """Tell whether nothing follows the verb, or only what is to be done: "wants | scrapped"."""
    word = items[after].word
    if cue.own:
        return items[after].ref is None and word.endswith(_DONE)
    return word in (",", ";") or word in STRONG or word in QUOTES


def _antecedent_end(view: View, items: Items, subject: Subject) -> int | None:
    """Return where the words end that "which" before a subject stands for."""
    at = subject.first - (items[subject.first].word != "that")  # "that | Lutha rejects"
    if items[at].word not in ("which", "that") or items[at].ref is not None:
        return None
    comma = items[at - 1].word == ","
    if items[at].word == "which" and not comma:
        return None
    end = at - comma
    last = items[end - 1]
    noun = last.ref is None and last.word.isalpha() and last.date < 0
    plain = noun and not view.lexicon.has(
        last.word, "reporting", "be", "have", "adverb", "pronoun", "preposition", "conjunction",
        "to", "not",
    )  # fmt: skip
    return end if plain and end > 1 and not last.word.endswith("ed") else None


def _antecedent(view: View, items: Items, end: int) -> int:
    """Return where the noun phrase begins that ends there: "the ban on | nets"."""
    first = noun_start(view.lexicon, items, end - 1)
    for _ in range(_PARTS):
        if first < 2 or items[first - 1].word not in _JOINTS or items[first - 2].ref is not None:
            break
        first = noun_start(view.lexicon, items, first - 2)
    return first
