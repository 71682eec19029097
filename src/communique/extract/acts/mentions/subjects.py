"""Whose a verb is: who stands before it, or whom a participle or an infinitive is said of."""

from __future__ import annotations

from communique.extract import modality
from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.frames import Trigger
from communique.extract.acts.mentions.participles import of_participle
from communique.extract.acts.mentions.plain_doers import crowd, plain_doer
from communique.extract.acts.mentions.writings import of_writing

_CROWD = 12  # items of "rallied in Port Azul to"


def subject_of(
    clause: Clause, start: int, index: int, trigger: Trigger, outer: Draft | None
) -> Party | None:
    """Return who does the verb at ``index``, whose group begins at ``start``.

    Of a question ("did Lind promise") nobody. ``outer`` is the act before it in the sentence.
    """
    if start == index and is_address(clause, index):
        return clause.speaker(clause.view.statement_at(clause.items[index].start), index)
    if clause.word(index - 1) in ("me", "us") and clause.word(index - 2) == "let":
        return clause.party_at(index - 1)
    if clause.word(start) == "to":
        return _of_infinitive(clause, start)
    noun = start + clause.owns(start)
    if clause.listed(noun, "deed_nouns") and (
        clause.owns(noun - 1) or clause.is_possessive(noun - 1)
    ):
        return _owner(clause, noun - 1)
    if trigger.form == "ing" and not any(clause.has(at, "be") for at in range(start, index)):
        return of_writing(clause, start) or of_participle(clause, start, outer)
    found = clause.subject(start) or of_writing(clause, start) or plain_doer(clause, start)
    asked = found is not None and clause.has(found.first - 1, "modal", "future", "do", "be", "have")
    cleft = found is not None and clause.word(found.first - 2) == "it"
    return None if asked and not cleft else found


def _owner(clause: Clause, at: int) -> Party | None:
    """Return whose plan it is that a mark or pronoun at ``at`` owns: "Lind's plan to bar"."""
    last = at + (not clause.owns(at))
    who = clause.person_at(last - 1)
    first = clause.start_of_name(last - 1)
    return Party(who, clause.raw(first, last), first, last) if who else None


def _of_infinitive(clause: Clause, start: int) -> Party | None:
    """Return the object that an infinitive is said of: "allowed Lind to release"."""
    if any(clause.listed(at, "gathering") for at in range(max(0, start - _CROWD), start)):
        return clause.subject_before(start) or crowd(clause, start)
    if clause.person_at(start - 1) is None:
        return None
    first = clause.start_of_name(start - 1)
    governed = modality.control_of(clause.lexicon, clause.word(first - 1))
    return clause.party_at(first) if governed else None


def in_reduced_relative(clause: Clause, subject: Party) -> bool:
    """Tell "the money Lind offers" from "in return Lind offers"."""
    before = subject.first - 1
    if clause.listed(before, "occasions") and clause.begins(before - 2):
        return not clause.has(before - 2, "preposition")  # "In the letter he warned"
    if clause.listed(before, "apposed") and clause.items[subject.first].upper:
        return False  # "the Luthan economist | Ana Lind urged"
    alone = clause.word(subject.first) in ("he", "she", "they")
    if alone and clause.word(before).endswith(("ing", "ed")):
        return False  # "claiming | he had disowned the deal"
    return clause.is_plain(before) and not clause.has(before - 1, "preposition")


def is_address(clause: Clause, index: int) -> bool:
    """Tell whether thanks are said straight to somebody: "Thank you for …"."""
    return (
        clause.listed(index, "said_alone")
        and clause.word(index + 1) == "you"
        and (clause.begins(index) or clause.listed(index - 1, "leads"))
    )
