"""Acts that nouns tell: "his offer to", "the Bordurian demand", "at the request of X"."""

from __future__ import annotations

from dataclasses import replace

from communique.extract import modality
from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.clauses.pronouns import body_before, only_body
from communique.extract.acts.frames import Frame
from communique.extract.acts.slots.folk import is_folk
from communique.extract.acts.slots.matters import Slots
from communique.extract.acts.slots.slots import slots_after

_DOER = 8  # items of "of the envoy" before "by"
_WANTED = 6  # items before a deed among which it is asked for


def noun_act(clause: Clause, index: int, outer: Draft | None = None) -> Draft | None:
    """Return the act of the noun at ``index``, where the report says whose it is.

    ``outer`` is the act before it in the sentence, of which it may be the ground.
    """
    frame = clause.frames.nouns.get(clause.word(index))
    if frame is None or (clause.items[index].upper and not clause.begins(index)):
        return None
    if clause.listed(index, "verb_like") and _is_predicate(clause, index):
        return None
    start = modality.noun_start(clause.lexicon, clause.items, index)
    owner = _owner_before(clause, start, index)
    after = index + 1
    if owner is None:
        owner = _owner_after(clause, frame, index)
        after = owner.last if owner else after
        owner = owner or _thanked(outer, index) or _sayer(clause, frame, start)
    if owner is None or clause.word(start) == "no":
        return None
    if frame.type == "threaten" and owner.raw.lower() == "its":
        return None  # "its threat to democracy"
    if any(clause.word(at) in ("any", "possible", "potential") for at in range(start, index)):
        return None
    if any(clause.listed(at, "market") for at in range(start, index)):
        return None  # "Lutha's growing demand for coal"
    told = modality.of_noun(clause.view, clause.items, index, after, start)
    if told.negated or (frame.material and _is_wanted(clause, start, told.status)):
        return None
    slots = _near(clause, after, slots_after(clause, replace(frame, needs=frozenset()), after))
    if slots is not None and slots.what is None and clause.word(start - 1) == "at":
        slots = _main_clause(clause, slots)
    if slots is None or (slots.what is None and not _stands_alone(clause, frame, start, slots)):
        return None
    if frame.name == "decision" and slots.what and clause.word(slots.what[0] - 1) == "on":
        return None  # "the court's decision on the tolls" tells not how it decided
    if slots.what is None and slots.towards is None and frame.type == "invite":
        return None  # "at the invitation of Lutha"
    if owner.first == owner.last and not _is_said(clause, frame, slots):
        return None
    if frame.material and slots.what is not None:
        slots = _before_doer(clause, slots, slots.what)
    if clause.word(start - 1) != "at":
        slots = _until_verb(clause, slots, clause.begins(min(start, owner.first)))
    return Draft(
        frame, f"noun:{frame.name}", index, min(start, owner.first), owner, slots.towards,
        slots.what, max(slots.end, owner.last, index + 1), frame.status, told,
    )  # fmt: skip


def _is_predicate(clause: Clause, index: int) -> bool:
    """Tell "his plan calls for" from "his calls for"."""
    at = index - 1
    led = clause.owns(at) or clause.has(at, "possessive", "determiner") or clause.is_adjectival(at)
    return not led and at >= 0 and clause.word(at).isalpha()


def _is_wanted(clause: Clause, start: int, status: str) -> bool:
    """Tell "demanded the release of the crew" from "welcomed the release of the crew by Lutha"."""
    near = range(max(0, start - _WANTED), start)
    return status not in ("held", "planned") or any(clause.listed(at, "wanting") for at in near)


def _near(clause: Clause, after: int, slots: Slots | None) -> Slots | None:
    """Leave out a matter that does not follow the noun at once: it may be another verb's."""
    if slots is None or slots.what is None:
        return slots
    opened = slots.what[0] - 1
    if opened == clause.skip(after) or (slots.towards and opened == slots.towards.last):
        return slots
    return Slots(slots.towards, None, after)


def _main_clause(clause: Clause, slots: Slots) -> Slots:
    """Return what is done at somebody's request: "at the request of Lind, *two ships sailed*"."""
    comma = slots.end
    if clause.word(comma) != "," or not clause.is_whole(comma, clause.end(comma + 1)):
        return slots
    end = clause.end(comma + 1)
    return replace(slots, what=(comma + 1, end), end=end) if end > comma + 2 else slots


def _is_said(clause: Clause, frame: Frame, slots: Slots) -> bool:
    """Tell "Thanks to Lind for the boats" from "Thanks, everybody" and "thanks to the rain"."""
    if slots.what is not None:
        return not clause.is_telling(*slots.what)
    return frame.type != "thank" and slots.towards is not None


def _before_doer(clause: Clause, slots: Slots, what: tuple[int, int]) -> Slots:
    """End the words of a deed before its doer: "the expulsion of | two envoys | by Lutha"."""
    by = next((at for at in range(what[0] + 1, what[1]) if clause.word(at) == "by"), None)
    return slots if by is None else replace(slots, what=(what[0], by), end=by)


def _stands_alone(clause: Clause, frame: Frame, start: int, slots: Slots) -> bool:
    """Tell whether a noun says enough without a matter: "at her request", "his offer to Lind"."""
    if frame.alone or clause.word(start - 1) == "at":
        return True
    if any(clause.listed(at, "coming") for at in range(slots.end - 5, slots.end)):
        return not frame.infinitive  # "threats coming from Lutha" threaten nothing that is told
    return slots.towards is not None and not frame.needs


def _until_verb(clause: Clause, slots: Slots, subject: bool) -> Slots:
    """End the words before the verb of which the noun is the subject: "… was rejected"."""
    if slots.what is None or clause.word(slots.what[0] - 1) == "that":
        return slots
    first, last = slots.what
    for at in range(first + 1, last):
        if clause.has(at, "be", "have", "modal", "future") and clause.word(at) not in (
            "be",
            "have",
        ):
            return replace(slots, what=(first, at), end=at)
        told = clause.word(at).endswith(("ed", "s")) and clause.is_plain(at)
        told = told or clause.listed(at, "drawing") or clause.listed(at, "strong_past")
        noun = clause.is_plain(at - 1) or clause.items[at - 1].ref is not None
        object_ = clause.has(at + 1, "determiner", "possessive") or clause.word(at + 1) == "that"
        if subject and told and noun and object_:
            return replace(slots, what=(first, at), end=at)  # "… to cut aid harms the towns"
    return slots


def _owner_before(clause: Clause, start: int, index: int) -> Party | None:
    """Return whose it is: "Ruiz's offer", "her latest offer", "the Bordurian offer"."""
    for at in range(index - 1, max(-1, index - 5), -1):
        if clause.owns(at):
            return _named(clause, at - 1)
        if clause.lexicon.has(clause.word(at), "possessive"):
            return _pronoun(clause, at)
        if clause.items[at].ref is not None or clause.has(at, "preposition", "conjunction", "be"):
            return None
        led = clause.owns(at - 1) or clause.has(at - 1, "possessive", "determiner")
        if clause.is_plain(at - 1) and clause.is_past(at) and not led:
            return None  # "its spokesman rejected calls"
        if at >= start and (state := clause.state_adjective(at)) is not None:
            return Party((state,), clause.raw(at, at + 1), at, at + 1)
    return None


def _named(clause: Clause, at: int) -> Party | None:
    """Return who is named at ``at``, titles included."""
    who = clause.person_at(at)
    if not who:
        return None
    first = clause.start_of_name(at)
    return Party(who, clause.raw(first, at + 1), first, at + 1)


def _thanked(outer: Draft | None, index: int) -> Party | None:
    """Return whose it is where somebody is thanked for it: "thanked Lind for the decision to"."""
    if outer is None or outer.what is None or outer.towards is None:
        return None
    judged = outer.frame.type in ("thank", "congratulate", "welcome", "criticise", "accuse")
    inside = outer.what[0] <= index < min(outer.what[1], outer.what[0] + 4)
    return outer.towards if judged and inside and outer.towards.actors else None


def _sayer(clause: Clause, frame: Frame, start: int) -> Party | None:
    """Return who says a noun that stands alone: "Many thanks to Lind for …"."""
    if not frame.alone or not clause.begins(start):
        return None
    said = clause.speaker(clause.view.statement_at(clause.items[start].start), start)
    return said if said.actors or frame.type == "thank" else None


def _pronoun(clause: Clause, at: int) -> Party | None:
    """Return whose "his" or "our" is; ``None`` where nobody could be found."""
    who = clause.person_at(at)
    if who is None and clause.word(at) in ("my", "our"):
        speaker = clause.view.speaker_at(clause.items[at].start)
        who = (speaker,) if speaker else None
    if who is None and clause.word(at) == "its":
        meant = only_body(clause.view, clause.items, at)
        meant = meant or (body_before(clause.view, clause.items) if at == 0 else None)
        who = (meant,) if meant else None
    return Party(who, clause.raw(at, at + 1), at, at + 1) if who else None


def _owner_after(clause: Clause, frame: Frame, index: int) -> Party | None:
    """Return whose it is: "at the request of Lind", "the proposal came from Lind"."""
    at = clause.skip(index + 1)
    at += clause.listed(at, "issued") and clause.word(at + 1) == "by"  # "accusations made by Lind"
    asked = clause.party_at(at + 1) if clause.word(at) in frame.towards else None
    if asked is not None and clause.listed(clause.skip(asked.last), "coming"):
        at = clause.skip(asked.last)  # "the invitation to Lind came from Ruiz"
    while clause.has(at, "have", "be", "adverb"):
        at += 1
    if at > index + 1 or clause.listed(at, "coming"):
        if not clause.listed(at, "coming") or clause.word(at + 1) != "from":
            return None
        at += 1
    elif frame.material and clause.word(at) == "of":
        near = range(at + 2, min(at + _DOER, len(clause.items)))
        by = next((n for n in near if clause.word(n) == "by"), None)
        if by is None or any(
            clause.is_finite(n) or clause.word(n) in STRONG for n in range(at, by)
        ):
            return None
        party = clause.party_at(by + 1)  # "the expulsion of the envoy by Lutha"
        return replace(party, first=at, last=at) if party is not None else None
    elif clause.word(at) not in frame.owner:
        return None
    party = clause.party_at(at + 1)
    people = party is not None and clause.listed(party.last - 1, "people")
    named = party is not None and (party.actors or people)
    return party if named else _unnamed_after(clause, at + 1)


def _unnamed_after(clause: Clause, at: int) -> Party | None:
    """Return those told only by a kind or a name not known: "pleas from hardliners", "Moscow"."""
    last = at
    while last < min(at + _DOER, len(clause.items)) and clause.items[last].ref is None:
        upper = clause.items[last].upper and not clause.dated(last)
        if not (upper or clause.is_plain(last) or clause.is_adjectival(last)):
            break
        last += 1
        if not upper and is_folk(clause, last - 1):
            break
    told = last > at and (is_folk(clause, last - 1) or clause.items[last - 1].upper)
    return Party((), clause.raw(at, last), at, last) if told else None
