"""Wrongs that somebody lays at another's door: "Lutha shelled the port, Lind said".

In the report's own voice the same words only tell what happened.
"""

from __future__ import annotations

from communique.extract import modality
from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.frames import Frame
from communique.extract.acts.mentions.judgements import draft_of, is_open, is_weighed, speaker_at
from communique.extract.modality import VerbForm

_ACCUSE = Frame(type="accuse", name="wrong")
_OBJECT = 5  # items of what is wronged


def wrong_act(clause: Clause, index: int) -> Draft | None:
    """Return the accusation that a deed told at ``index`` is, by whoever says it of another."""
    if clause.items[index].upper or clause.has(index - 1, "determiner", "possessive", "to"):
        return None
    start = modality.group_start(clause.lexicon, clause.items, index)
    form = _form(clause, index, start)
    if form is None or any(clause.has(at, "not") for at in range(start, index)):
        return None
    told = modality.of_verb(clause.view, clause.items, index, form)
    if told.status != "held" or told.negated or told.condition is not None:
        return None
    object_ = range(index + 1, index + _OBJECT)
    if clause.listed(index + 1, "no_wrong") or any(clause.listed(at, "no_wrong") for at in object_):
        return None
    if clause.listed(index, "committing") and not any(
        clause.listed(at, "guilty") or clause.listed(at, "committed")
        for at in range(index + 1, index + 2 * _OBJECT)
    ):
        return None
    subject = clause.subject(start)
    if subject is None or clause.word(subject.last - 1) in ("i", "we", "you"):
        return None
    if is_open(clause, subject.last - 1) or is_weighed(clause, subject.first):
        return None
    if clause.word(subject.first - 1) == "whom" or _is_participle(clause, index, start):
        return None  # "Lind, whom Ruiz attacked", "four pilots killed in the raid could"
    speaker = speaker_at(clause, index, subject.first)
    if speaker is None or set(speaker.actors) & set(subject.actors):
        return None
    said = clause.view.statement_at(clause.items[index].start)
    if clause.speaks(subject, said) or clause.word(len(clause.items) - 1) == "?":
        return None
    end = max(index + 1, clause.end(index + 1))
    return draft_of(clause, _ACCUSE, index, subject.first, end, speaker, subject)


def _is_participle(clause: Clause, index: int, start: int) -> bool:
    """Tell "pilots killed in the raid could have fled" from "pilots lied in court"."""
    if start < index or not clause.has(index + 1, "preposition"):
        return False
    for at in range(index + 2, len(clause.items)):
        if clause.word(at) in STRONG or clause.word(at) in (",", "and"):
            return False
        if clause.has(at, "modal", "future", "be", "have"):
            return True
    return False


def _form(clause: Clause, index: int, start: int) -> VerbForm | None:
    """Return the form of the verb; ``None`` for a passive, a noun or a plain infinitive."""
    word = clause.word(index)
    helped = range(start, index)
    be = any(clause.has(at, "be") for at in helped)
    if word.endswith("ing"):
        return "ing" if be else None
    if word.endswith("ed") or word in ("stole", "stolen", "misled", "hid"):
        return None if be else "past"
    if word.endswith("s") and not word.endswith("ss"):
        joined = clause.word(start - 1) in ("and", "or", ",")  # "reports and attacks"
        return None if start < index or joined else "third"
    plural = start == index and clause.items[index - 1].ref is not None
    return "base" if plural else None
