"""Who else acts, or is addressed, than those whom one noun phrase names.

"Ruiz, Lind, and the other leaders agreed", "Ruiz and his counterpart, Lind, agreed", "Ruiz,
together with Lind, invited", "thanked Lind, as well as Weber", "to Lind and to Weber".
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.clauses.party import Party

_UNNAMED = 6  # items of "the other leaders of the bloc"
_MOST = 12  # named in one row


def in_company(clause: Clause, draft: Draft) -> Draft:
    """Return an act with everybody as its doers and addressees who is named beside the first."""
    actor, towards = draft.actor, draft.towards
    if actor is not None and actor.actors and actor.last <= min(draft.group, draft.verb):
        actor = _with_those_behind(clause, _with_those_before(clause, actor))
    if towards is not None and towards.actors and not clause.owns(towards.last):
        towards = _with_further(clause, towards)
    return replace(draft, actor=actor, towards=towards)


def _with_those_before(clause: Clause, actor: Party) -> Party:
    """Add who stands before the last one named: "Ruiz, | Lind, and the other leaders"."""
    if clause.word(actor.first - 1) != ",":
        return actor
    if (one := _counterpart_of(clause, actor)) is not None:
        return _joined(clause, one, actor)
    if not _goes_on_unnamed(clause, actor.last):
        return actor
    found = actor
    while len(found.actors) < _MOST and clause.word(found.first - 1) == ",":
        one = _ending_before(clause, found.first - 1)
        if one is None:
            return actor  # no row of names: "at the talks in Lutha, Lind, and the others"
        found = _joined(clause, one, found)
    return found if clause.begins(found.first) else actor


def _counterpart_of(clause: Clause, actor: Party) -> Party | None:
    """Return "Ruiz" of "Ruiz and his counterpart, | Lind, agreed"."""
    comma = actor.first - 1
    for at in range(comma - 2, max(0, comma - _UNNAMED), -1):
        told = clause.items[at + 1].ref  # "his Norlandic counterpart" may be a mention of Lind
        own = clause.has(at + 1, "possessive") or clause.is_possessive(at + 1)
        if clause.word(at) == "and" and (own or (told and told.actor in actor.actors)):
            one = _ending_before(clause, at)
            return one if one is not None and clause.begins(one.first) else None
    return None


def _goes_on_unnamed(clause: Clause, at: int) -> bool:
    """Tell whether "and the other leaders" follows before a verb."""
    at += clause.word(at) == ","
    if clause.word(at) != "and" or not clause.has(at + 1, "determiner", "possessive"):
        return False
    for near in range(at + 2, min(at + 2 + _UNNAMED, len(clause.items))):
        if clause.is_finite(near):
            return True
        if clause.items[near].ref is not None or clause.word(near) in {*STRONG, ","}:
            return False
    return False


def _with_those_behind(clause: Clause, actor: Party) -> Party:
    """Add who is named in an insertion: "Ruiz, together with Lind, invited"."""
    at = actor.last
    if clause.word(at) != ",":
        return actor
    opens = _past_joining(clause, at + 1)
    one = clause.party_at(opens) if opens > at + 1 else None
    if one is None or not one.actors or clause.word(one.last) != ",":
        return actor
    return _joined(clause, actor, one)


def _with_further(clause: Clause, towards: Party) -> Party:
    """Add who is addressed further on: "thanked Lind, as well as Weber"; "to Lind and to Weber"."""
    found, joined = towards, False
    while len(found.actors) < _MOST:
        at = found.last + (clause.word(found.last) == ",")
        opens = _past_joining(clause, at)
        if opens == at and clause.word(at) == "and":
            opens += 1
            lead = clause.word(towards.first - 1)
            opens += lead == clause.word(opens) and clause.has(opens, "preposition", "to")
        joined = joined or opens > at
        one = clause.party_at(opens) if opens > found.last else None
        if one is None or not one.actors or clause.owns(one.last):
            break
        ref = clause.items[one.first].ref
        if ref is not None and ref.form == "pronoun":
            break
        if clause.is_finite(clause.skip(one.last)):
            break  # "thanked Lind, and Weber said"
        found = _joined(clause, found, one)
    joined = joined or (found is not towards and _ends_unnamed(clause, found.last))
    return found if joined else towards


def _ends_unnamed(clause: Clause, at: int) -> bool:
    """Tell whether a row of names ends in "and the crews"."""
    at += clause.word(at) == ","
    return clause.word(at) == "and" and clause.has(at + 1, "determiner", "possessive")


def _past_joining(clause: Clause, at: int) -> int:
    """Return where the name begins behind "as well as" or "together with" at ``at``."""
    for words in clause.frames.words["joining"]:
        several = words.split()
        if [clause.word(at + n) for n in range(len(several))] == several:
            return at + len(several)
    return at


def _ending_before(clause: Clause, end: int) -> Party | None:
    """Return the party of one person whose name ends right before ``end``."""
    who = clause.person_at(end - 1) if end > 0 else None
    if not who:
        return None
    first = clause.start_of_name(end - 1)
    return Party(who, clause.raw(first, end), first, end)


def _joined(clause: Clause, one: Party, other: Party) -> Party:
    """Return two parties as one, in their order."""
    actors = (*one.actors, *(each for each in other.actors if each not in one.actors))
    return Party(actors, clause.raw(one.first, other.last), one.first, other.last)
