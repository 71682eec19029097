"""What follows the object of an act: to whom it is said, and what opens its matter."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.frames import Frame
from communique.extract.acts.slots.matters import (
    Slots,
    before_date,
    modifies,
    opens_matter,
    past_mark,
)

_REACH = 14  # items between a verb and what opens its matter
_SEAT = 4  # items of "in Port Azul"
_SUBJECTS = frozenset(["i", "we", "he", "she", "they"])
_OTHERS = 24  # items of others who are asked as well
_OWNERS = 5  # items of whom those who are asked belong to


def rest(clause: Clause, frame: Frame, found: Slots) -> Slots:
    """Look on for whom it is addressed to and what opens its matter."""
    at = found.end
    limit = min(len(clause.items), at + _REACH)
    while at < limit:
        word = clause.word(at)
        if at == found.end and (called := _called(clause, at)) is not None:
            at = called.last + (word == ",")
            found = replace(found, towards=called, end=at)
            continue
        if word in STRONG or (clause.listed(at, "stop") and word not in frame.what):
            break
        if frame.object == "towards" and (joined := _past_joined(clause, frame, at)):
            found, at = replace(found, end=joined), joined
            limit = min(len(clause.items), at + _REACH)
            continue
        if word in frame.towards and found.towards is None:
            party = clause.party_at(at + 1)
            if (
                party is not None
                and not modifies(clause, party)
                and not _is_deed(clause, at, party)
            ):
                found, at = replace(found, towards=party, end=party.last), party.last
                continue
        if word == "," and clause.listed(at + 1, "excepting"):
            close = next((n for n in range(at + 2, limit) if clause.word(n) == ","), at)
            if close > at:  # "urge all towns, not just Lutha, to open"
                at = close + 1
                continue
        if word == "for" and _is_for_whom(clause, frame, found, at):
            break
        denial = clause.has(at - 1, "not") and (at - 1 == clause.skip(found.end) or at == found.end)
        if frame.predicate and word == "of" and at == found.end and found.towards:
            at += 1
            continue
        near = denial or _is_near(clause, frame, found.end, at, found.towards is not None)
        near = near and not (word == "that" and _is_of_object(clause, found.end, at))
        near = near and not _is_of_those(clause, frame, at) and not _is_pursued(clause, frame, at)
        if near and found.what is None and word in frame.what and opens_matter(clause, frame, at):
            begun = past_mark(clause, at + 1)
            end = clause.end(begun)
            if word not in ("that", "to"):
                end = before_date(clause, begun, end)
            if end > begun:  # "asked him not to come": what is asked is not to come
                turned = word == "not" or (word == "against" and frame.type == "decide")
                first = at - 1 if denial else at if turned else begun
                return replace(found, what=(first, end), end=end)
        if word in ("and", "but") and clause.word(at + 1) in _SUBJECTS:
            break  # "apologised to the crews and I asked for"
        apart = at > found.end or (word == "," and found.towards is None and found.what is None)
        if clause.condition_at(at) or (word in ("and", ",") and apart):
            break
        if word == "about" and frame.type == "request" and word not in frame.what:
            break  # "asked the President about taking that step"
        if clause.has(at, "be", "have", "modal", "future", "reporting"):
            break
        at += 1
    return found


def _is_near(clause: Clause, frame: Frame, end: int, at: int, found_whom: bool) -> bool:
    """Tell whether a word at ``at`` may still open the matter of a verb whose object ends."""
    word = clause.word(at)
    if word not in ("to", "of") or at == clause.skip(end):
        return True
    if frame.type == "accuse" and word == "of" and _is_gerund(clause, at + 1):
        return True
    owned = clause.word(end) == "of" and at - end <= _OWNERS  # "invite the citizens of our city to"
    seated = clause.word(end) in ("in", "at") and at - end <= _SEAT  # "the government in Oyo to"
    seated = seated and clause.items[at - 1].upper
    aside = clause.word(at - 1) == "," and at > end + 1
    asked = frame.type in clause.frames.words["asking_types"] and found_whom
    return (frame.object == "towards" and (owned or aside)) or (asked and (owned or seated))


def before_object(clause: Clause, frame: Frame, at: int) -> Party | None:
    """Return whom a preposition names before the object: "demanded *from Lutha* the keys"."""
    if clause.word(at) not in frame.towards or frame.object not in ("what", "either"):
        return None
    party = clause.party_at(at + 1)
    if party is None or not party.actors or modifies(clause, party):
        return None
    opens = (
        clause.has(party.last, "determiner", "possessive") or clause.word(party.last)[:1].isdigit()
    )
    return party if opens else None


def _is_of_those(clause: Clause, frame: Frame, at: int) -> bool:
    """Tell "accused the guards *of* the prison of beating inmates" from "of beating inmates"."""
    if frame.type != "accuse" or clause.word(at) != "of" or _is_gerund(clause, at + 1):
        return False
    for near in range(at + 2, min(at + _REACH, len(clause.items) - 1)):
        if clause.word(near) in STRONG or clause.word(near) == "," or clause.is_finite(near):
            return False
        if clause.word(near) == "of" and _is_gerund(clause, near + 1):
            return True
    return False


def _is_gerund(clause: Clause, at: int) -> bool:
    return clause.word(at).endswith("ing") and not clause.names(at)


def _past_joined(clause: Clause, frame: Frame, at: int) -> int:
    """Return where "to" stands behind others asked: "urge all towns, and their mayors, | to"."""
    if clause.word(at) != "," or clause.word(at + 1) != "and" or "to" not in frame.what:
        return 0
    for near in range(at + 2, min(at + _OTHERS, len(clause.items))):
        if clause.word(near) in STRONG or clause.is_finite(near) or clause.has(near, "relative"):
            return 0
        if clause.word(near) == "," and clause.word(near + 1) == "to":
            return near + 1
    return 0


def _is_pursued(clause: Clause, frame: Frame, at: int) -> bool:
    """Tell "thank all who search *for* answers" from "thank all for their answers"."""
    thanks = frame.type in clause.frames.words["courtesies"] and clause.word(at) == "for"
    return thanks and clause.is_plain(at - 1) and clause.word(at - 1).endswith("ing")


def _is_for_whom(clause: Clause, frame: Frame, found: Slots, at: int) -> bool:
    """Tell "requested 50 million in aid from Lutha | for the clinics" from "asked Lutha for"."""
    asks = frame.object == "towards" and found.towards is None
    return asks and any(clause.has(n, "preposition") for n in range(found.end + 1, at))


def _is_of_object(clause: Clause, end: int, that: int) -> bool:
    """Tell whether "that" says more of a thing passed over: "acknowledge the pain that"."""
    passed = clause.has(end, "determiner", "possessive") or clause.is_plain(end)
    return that > end and passed and not clause.is_adverb(end) and not clause.dated(end)


def _is_deed(clause: Clause, to: int, party: Party) -> bool:
    """Tell "pledged to fund schools" from "pledged to several schools"."""
    verb = clause.word(to) == "to" and party.last > party.first + 1 and not party.actors
    adjective = clause.is_adjectival(party.first) or clause.listed(party.first, "short_adjectives")
    forms = {one.form for one in clause.frames.verbs.get(clause.word(party.first), ())}
    governs = clause.has(party.first + 1, "determiner", "possessive") or "base" in forms
    return verb and (governs or (clause.is_plain(party.first) and not adjective))


def _called(clause: Clause, at: int) -> Party | None:
    """Return who is called by name after "you": "Thank you, Ana, for …", "thank you to Ana"."""
    opens = clause.word(at) in (",", "to") and clause.word(at - 1) == "you"
    called = clause.party_at(at + 1) if opens else None
    if called is None or not called.actors:
        return None
    return called if clause.word(at) == "to" or clause.word(called.last) == "," else None


def past_score(clause: Clause, frame: Frame, at: int) -> int:
    """Return where the matter opens past a count of votes: "voted 60-20 to", "82 to 11 to"."""
    if frame.name != "vote" or not clause.word(at)[:1].isdigit():
        return at
    pair = clause.word(at + 1) == "to" and clause.word(at + 2)[:1].isdigit()
    return at + (3 if pair else 1)
