"""Whose a letter or statement is that does something: "issued a statement | condemning the raid".

"The letter of Lind urges …", "a statement by the League condemned …".
"""

from __future__ import annotations

from communique.extract import modality
from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.party import Party

_OWNER = 5  # items from an owner to "latest statement"
_PLACED = frozenset(["in", "with", "through", "at", "by", "via", "during"])


def of_writing(clause: Clause, start: int) -> Party | None:
    """Return whose the letter, statement or rally is that stands right before a verb."""
    at = start - 1
    while at > 0 and clause.items[at].ref is None and (clause.dated(at) or clause.is_adverb(at)):
        at -= 1
    at -= clause.word(at) in ("on", "in") and at < start - 1
    if clause.listed(at, "writings"):
        return _owner(clause, at) or _issuer(clause, at, start)
    if clause.person_at(at) is None:
        return None
    first = clause.start_of_name(at)
    by = first - 1
    noun = by - 1 - (clause.word(by) == "by" and clause.listed(by - 1, "issued"))
    if not clause.listed(noun, "writings"):
        return None
    if clause.word(by) in ("by", "from"):
        return clause.party_at(first)
    return _issuer(clause, noun, start) if clause.word(by) in ("to", "of") else None


def _owner(clause: Clause, noun: int) -> Party | None:
    """Return whose it is: "Lind's latest letter", "their statement"."""
    for at in range(noun - 1, max(0, noun - _OWNER), -1):
        if clause.owns(at):
            who = clause.person_at(at - 1)
            first = clause.start_of_name(at - 1)
            return Party(who, clause.raw(first, at), first, at) if who else None
        if clause.is_possessive(at):
            who = clause.person_at(at)
            return Party(who, clause.raw(at, at + 1), at, at + 1) if who else None
        if not (clause.is_plain(at) or clause.is_adjectival(at)):
            return None
    return None


def _issuer(clause: Clause, noun: int, start: int) -> Party | None:
    """Return who issues, sends or holds it, where a participle follows it."""
    if not clause.word(start).endswith("ing") and not clause.word(start + 1).endswith("ing"):
        return None
    before = modality.noun_start(clause.lexicon, clause.items, noun) - 1
    if clause.word(before) in _PLACED:
        return clause.subject_before(before)
    if not clause.listed(before, "issuing"):
        return None
    group = modality.group_start(clause.lexicon, clause.items, before)
    apart = clause.word(before).endswith("ing") or "to" in map(clause.word, range(group, before))
    return clause.subject_before(group) if apart else clause.subject(group)
