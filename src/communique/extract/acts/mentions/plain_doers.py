"""Doers of whom only work or kin is told: "former guerrillas called for", "her aunt vowed"."""

from __future__ import annotations

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.slots.folk import is_folk

_PHRASE = 8  # items of "a string of former guerrillas"
_KIN = 8  # items of "opponents of the old pact"
_SEAT = 6  # items of "in and around Port Azul"


def plain_doer(clause: Clause, start: int) -> Party | None:
    """Return the people whose phrase before the verb group at ``start`` opens a clause.

    They stand for nobody known; their words are kept. Things that only end like people are none.
    """
    at = start - 1
    while at > 0 and clause.items[at].ref is None and (clause.is_adverb(at) or clause.dated(at)):
        at -= 1
    who = clause.word(at) == "who" and clause.is_past(start)  # "| party leaders who had backed it"
    at -= who + (who and clause.word(at - 1) == ",")
    at = _before_of(clause, _before_place(clause, at))
    if at >= 0 and clause.items[at].ref is not None and at < start - 1:
        return _named(clause, at)
    if at < 0 or clause.items[at].ref is not None or not _is_people(clause, at):
        return None
    if who and not (clause.listed(at, "apposed") or is_folk(clause, at)):
        return None  # "went to his office, who …"
    first = at
    while first > 0 and at - first < _PHRASE and _goes_on(clause, first - 1):
        first -= 1
        if clause.has(first, "determiner", "possessive") and clause.word(first - 1) != "of":
            break
    named = clause.owns(first - 1) and clause.names(first - 2)
    first = clause.start_of_name(first - 2) if named else first
    if not who and (not clause.opens(first) or clause.has(first - 1, "relative")):
        return None
    return Party((), clause.raw(first, at + 1), first, at + 1)


def _named(clause: Clause, at: int) -> Party | None:
    """Return those named at ``at`` before a place: "elected officials | in and around Oyo"."""
    ref = clause.items[at].ref
    plain = ref is not None and ref.form != "pronoun" and clause.view.actors[ref.actor].kind
    first = clause.start_of_name(at)
    if plain not in ("group", "organisation") or not clause.opens(first):
        return None
    return clause.party_at(first)


def _before_of(clause: Clause, at: int) -> int:
    """Return the people of whom more is told up to ``at``: "opponents | of the pact"."""
    for near in range(at - 1, max(0, at - _KIN), -1):
        if clause.word(near) in ("of", "for", "in", "on", "from", "at"):
            if _is_people(clause, near - 1) or clause.items[near - 1].ref is not None:
                return near - 1
            continue  # "residents of the town | of Kessel"
        plain = clause.is_plain(near) or clause.is_adjectival(near) or clause.items[near].upper
        if not (plain or clause.has(near, "determiner", "possessive")):
            break
    return at


def _is_people(clause: Clause, at: int) -> bool:
    return clause.listed(at, "people") or clause.listed(at, "apposed") or is_folk(clause, at)


def _goes_on(clause: Clause, at: int) -> bool:
    """Tell whether a noun phrase goes on to the left over ``at``: "a string of former | rebels"."""
    if clause.items[at].ref is not None:
        return clause.state_adjective(at) is not None
    if clause.word(at) == "of" or clause.has(at, "determiner", "possessive"):
        return True
    return clause.is_plain(at) or clause.is_adjectival(at) or clause.items[at].upper


def _before_place(clause: Clause, at: int) -> int:
    """Return the item before a place that ends at ``at``: "officials | in and around Port Azul"."""
    if at <= 0 or not clause.items[at].upper:
        return at
    for near in range(at - 1, max(0, at - _SEAT), -1):
        if clause.word(near) in ("in", "at", "from", "around", "near"):
            while clause.word(near - 1) in ("and", "in", "around", "near"):
                near -= 1
            return near - 1
        if not clause.items[near].upper:
            break
    return at


def crowd(clause: Clause, to: int) -> Party | None:
    """Return who opens the sentence in which many come together to ask something."""
    verb = next((at for at in range(to) if clause.listed(at, "gathering")), 0)
    return clause.subject(verb) or plain_doer(clause, verb)
