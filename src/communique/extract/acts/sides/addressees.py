"""To whom an act is addressed where its verb or noun does not say it.

What is asked *that* somebody do is asked of them. Speakers promise, offer or refuse to whom they
speak: "told Lind that she would …", "in a letter to Lind", "at a meeting with Lind". In a report
of one contact between two, each turns to the other. And who answers an act, answers its doer.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.sides.whose_deed import whose_deed
from communique.extract.acts.slots.matters import modifies
from communique.extract.acts.untold.pointing import owed
from communique.extract.view import View
from communique.model import Act, Contact, Statement

_NEAR = 16  # items before an act among which "you" tells that it is meant for the addressee
_LEAD = 5  # items from "in" to "letter"
_SIDES = 2  # of a contact in which each turns to the other
_SHORT = 6000  # characters of a report that is of one contact
_OPENING = 9  # words of an act in which its other side is named
_VOCATIVE = 5  # items by which somebody is called
_ANSWERS = ("grants", "refuses", "accepts", "rejects", "denies")


def addressee_of(clause: Clause, draft: Draft) -> str | None:
    """Return to whom an act is addressed by the words around it, or ``None``."""
    found = (
        _of_matter(clause, draft)
        or _spoken_to(clause, draft)
        or _on_occasion(clause, draft)
        or _to_whose_good(clause, draft)
        or _threatened(clause, draft)
        or _by_office(clause, draft)
        or whose_deed(clause, draft)
        or _called_behind(clause, draft)
    )
    own = draft.actor.actors if draft.actor is not None else ()
    return None if found in own else found


def _of_matter(clause: Clause, draft: Draft) -> str | None:
    """Return of whom something is asked: "demanded that *Lind* open the port"."""
    if draft.what is None or draft.frame.type not in clause.frames.words["asking_types"]:
        return None
    first = draft.what[0]
    if clause.word(first - 1) != "that":
        return None
    party = clause.party_at(first)
    named = party.actor if party is not None else None
    return named or owed(clause, draft)


def _spoken_to(clause: Clause, draft: Draft) -> str | None:
    """Return to whom a speaker says what he himself promises, offers, refuses or warns of."""
    said = clause.view.statement_at(clause.items[draft.verb].start)
    if said is None or draft.actor is None or draft.towards is not None:
        return None
    own = draft.actor.actor is not None and draft.actor.actor == said.speaker
    told = draft.frame.type in clause.frames.words["told_to"]
    if not (own and told) or said.addressee in (None, said.speaker):
        return None
    near = range(max(0, draft.group - _NEAR), min(len(clause.items), draft.end + 1))
    you = said.form != "indirect" and any(clause.word(at) in ("you", "your") for at in near)
    inner = said.parent is not None  # told inside what somebody else says: "I told him: …"
    return said.addressee if you or inner or _is_named_beside(clause, said) else None


def _is_named_beside(clause: Clause, said: Statement) -> bool:
    """Tell whether the sentence names to whom it is said, outside what is said."""
    return any(
        item.ref is not None
        and item.ref.actor == said.addressee
        and not any(span.start <= item.start < span.end for span in said.content)
        for item in clause.items
    )


def _on_occasion(clause: Clause, draft: Draft) -> str | None:
    """Return with whom one speaks on the occasion: "in a letter to Lind", "speaking to Lind"."""
    words = clause.frames.words
    if draft.frame.type not in words["told_to"] or draft.towards is not None:
        return None
    for at in range(len(clause.items) - 2):
        opens = clause.word(at) in words["speaking"] and clause.begins(at)
        event = clause.word(at) in words["occasions"] and any(
            clause.word(near) in words["on_occasion"] for near in range(max(0, at - _LEAD), at)
        )
        to = at + 1
        if not (opens or event) or clause.word(to) not in words["turning_to"]:
            continue
        party = clause.party_at(to + 1)
        if party is not None and party.actor is not None:
            return party.actor
    return None


def _to_whose_good(clause: Clause, draft: Draft) -> str | None:
    """Return to whom what is offered or promised would go: "offered to ship coal to *Lutha*"."""
    words = clause.frames.words
    if draft.what is None or draft.frame.type not in words["giving_types"]:
        return None
    first, last = draft.what
    verb = clause.skip(first)
    if clause.listed(verb, "serving") and clause.word(first - 1) == "to":
        served = clause.party_at(verb + 1)
        if served is not None and served.actors:
            deed = clause.listed(served.last, "deeds")  # "promised to help Lutha rebuild"
            if deed or not modifies(clause, served):
                return served.actor
    if clause.word(verb) not in words["giving"]:
        return None
    for at in range(first + 1, last - 1):
        if clause.word(at) in words["given_to"] and not clause.dated(at + 1):
            party = clause.party_at(at + 1)
            if party is not None and party.actor is not None:
                return party.actor
    return None


def _threatened(clause: Clause, draft: Draft) -> str | None:
    """Return who alone is named in a threat: "threatened to cut off the coal of *Lutha*"."""
    if draft.what is None or draft.frame.type != "threaten":
        return None
    own = draft.actor.actors if draft.actor is not None else ()
    met = {
        ref.actor
        for at in range(*draft.what)
        if (ref := clause.items[at].ref) is not None
        and ref.form != "pronoun"
        and ref.actor not in own
    }
    return met.pop() if len(met) == 1 else None


def _by_office(clause: Clause, draft: Draft) -> str | None:
    """Return who is called by an office at the head of direct speech: "Mr. Secretary, I ask …"."""
    said = clause.view.statement_at(clause.items[draft.verb].start)
    called = _called(clause, draft)
    named = draft.towards is not None and draft.towards.actors
    if said is None or said.form == "indirect" or named or called is None:
        return None
    first, last = called
    if clause.word(first) not in clause.frames.words["forms_of_address"] or first + 1 == last:
        return None
    office = clause.word(last - 1)
    found = {
        item.ref.actor
        for item in clause.items
        if item.ref is not None and item.ref.actor != said.speaker
        for held in clause.view.actors[item.ref.actor].offices
        if office in held.title.lower().split()
    }
    return found.pop() if len(found) == 1 else None


def _called_behind(clause: Clause, draft: Draft) -> str | None:
    """Return who is called by name behind thanks: "Thanks for that answer, *Ana*."."""
    at = draft.end
    while clause.word(at) in ("as", "well", "too", "again", "today"):
        at += 1
    at += 1
    if draft.frame.type not in clause.frames.words["courtesies"] or clause.word(at - 1) != ",":
        return None
    called = clause.person_at(at)
    closed = at + 1 >= len(clause.items) or clause.word(at + 1) in {*STRONG, ","}
    return called[0] if called and len(called) == 1 and closed else None


def _called(clause: Clause, draft: Draft) -> tuple[int, int] | None:
    """Return the items between a beginning and a comma before an act: "Madam President"."""
    first = min(draft.group, draft.verb)
    if draft.actor is not None and draft.actor.last > draft.actor.first:
        first = min(first, draft.actor.first)
    comma = first - 1
    if clause.word(comma) != ",":
        return None
    for at in range(comma - 1, max(-1, comma - _VOCATIVE), -1):
        if clause.begins(at) or clause.word(at - 1) == ",":
            return at, comma
    return None


def is_to_nobody(clause: Clause, draft: Draft, addressee: str | None) -> bool:
    """Tell whether it is not known who is thanked, though he is called: "Sam, thank you for …".

    Thanks and congratulations that tell neither whom nor what for are none either.
    """
    words = clause.frames.words
    if _is_to_any_you(clause, draft, addressee):
        return True
    if draft.frame.type == "welcome" and draft.what is None and addressee is None:
        known = draft.towards is not None and draft.towards.actors
        return clause.word(draft.verb + 1) == "you" and not known
    if draft.frame.type not in words["called_types"] or addressee is not None:
        return False
    called = _called(clause, draft)
    straight = clause.word(draft.verb + 1) == "you" or (
        draft.what is not None and "your" in map(clause.word, range(*draft.what))
    )
    if straight and called is not None and _is_name(clause, called[1] - 1):
        return True
    you = draft.verb + 1
    calls = clause.word(you) == "you" and clause.word(you + 1) == ","
    calls = calls and not clause.has(you + 2, "title")
    calls = calls and not clause.listed(you + 2, "forms_of_address")
    if calls and _is_name(clause, you + 2) and not any(map(clause.names, range(you + 2, you + 5))):
        return True  # "thank you, Judy", whom nobody knows
    if draft.towards is not None and draft.towards.actors:
        return False
    if draft.frame.type not in words["courtesies"]:
        return False
    known = draft.actor is not None and draft.actor.actors
    if draft.what is not None and not known and draft.what[1] == draft.what[0] + 1:
        return clause.listed(draft.what[0], "pointers")  # "thank you for that"
    if draft.what is None:
        own = clause.word(draft.verb + 1) in words["own_people"]
        return own or draft.why.startswith("noun:")
    you = draft.verb + 1 + (clause.word(draft.verb + 1) == "to")
    return clause.word(you) == "you" and clause.word(you + 1) == "," and _is_name(clause, you + 2)


def _is_to_any_you(clause: Clause, draft: Draft, addressee: str | None) -> bool:
    """Tell "thank you for the help", said to nobody whom the report names."""
    you = draft.verb + 1 + (clause.word(draft.verb + 1) == "to")
    whose = clause.word(draft.what[0]) if draft.what is not None else ""
    yours = whose == "your" or (draft.towards is None and whose in ("their", "his", "her"))
    known = draft.towards is not None and draft.towards.actors
    thanks = draft.frame.type in clause.frames.words["courtesies"]
    said = clause.word(you) == "you" or yours
    return thanks and said and not known and addressee is None


def _is_name(clause: Clause, at: int) -> bool:
    """Tell whether a word looks like a name, or calls somebody else than who is spoken to."""
    if not 0 <= at < len(clause.items) or not clause.items[at].upper or clause.dated(at):
        return False
    return not clause.listed(at, "leads") and not clause.has(
        at, "adverb", "conjunction", "preposition", "pronoun"
    )


def of_contact(view: View, acts: Sequence[Act], contacts: Sequence[Contact]) -> list[Act]:
    """Return the acts with the sides of the only contact of a short report put in.

    Each side turns to the other; and "they" who agree, if nobody else is meant, are both.
    """
    acts = [_of_us(view, act, contacts) for act in acts]
    sides = _sides(contacts) if len(view.text) <= _SHORT else {}
    if sides:
        acts = [_of_both(view, act, tuple(sides)[:_SIDES]) for act in acts]
    told = view.lexicon.table("acts").get("words", {}).get("told_to", ())
    opens = min((one.evidence[0].start for one in contacts), default=0)
    return [
        replace(act, towards=sides[act.actor])
        if act.towards is None and act.actor in sides and not act.joint
        and (act.type in told or act.why == "verb:accept" or _is_to_other(view, act))
        and act.evidence[0].end > opens and _is_told(view, act)
        else act
        for act in acts
    ]  # fmt: skip


def _is_to_other(view: View, act: Act) -> bool:
    """Tell whether an act's words name the other side by its part: "thanked *her guest*"."""
    words = view.lexicon.table("acts").get("words", {})
    told = " ".join(span.of(view.text) for span in act.evidence).lower().split()[:_OPENING]
    return any(
        own in ("his", "her", "its", "their") and one in words.get("other_side", ())
        for at, own in enumerate(told)
        for one in told[at + 1 : at + 3]
    )


def _of_both(view: View, act: Act, both: tuple[str | None, ...]) -> Act:
    """Return an act of "they" whom nobody could be found for as one of both sides."""
    raw = (act.actor_raw or "").lower()
    words = view.lexicon.table("acts").get("words", {})
    if act.actor is not None or raw not in words.get("both_sides", ()) or not _is_told(view, act):
        return act
    one, two = both
    return replace(act, actor=one, joint=(two,) if two is not None else ())


def _of_us(view: View, act: Act, contacts: Sequence[Contact]) -> Act:
    """Return what "we" agreed or do together as done by the speaker and the one he met.

    Where it is not plain who that is, nobody is named: it is not the speaker's act alone.
    """
    words = view.lexicon.table("acts").get("words", {})
    speaker = view.actors.get(act.actor or "")
    if (act.actor_raw or "").lower() != "we" or act.joint or speaker is None:
        return act
    told = {w for span in act.evidence for w in span.of(view.text).lower().split()}
    shared = act.type == "promise" and not told.isdisjoint(words.get("shared_words", ()))
    both = shared or (act.type == "agree" and act.why not in words.get("alone_agreed", ()))
    if not both or speaker.kind != "person" or act.towards is not None:
        return act
    met = {
        one.actor
        for contact in contacts
        if contact.status == "held" and any(p.actor == act.actor for p in contact.participants)
        for one in contact.participants
        if one.actor != act.actor and view.actors[one.actor].kind == "person"
    }
    if len(met) == 1:
        return replace(act, joint=(met.pop(),))
    return replace(act, actor=None)


def without_unknown(view: View, acts: Sequence[Act]) -> list[Act]:
    """Return the acts but for those by a "they" or "she" whom nobody could be found for."""
    words = view.lexicon.table("acts").get("words", {})
    return [
        act
        for act in acts
        if act.actor is not None or (act.actor_raw or "").lower() not in words.get("others", ())
    ]


def _is_told(view: View, act: Act) -> bool:
    if (act.actor_raw or "").lower() in ("i", "we"):
        return False
    said = view.statement_at(act.evidence[-1].start)
    return said is None or said.form == "indirect"


def _sides(contacts: Sequence[Contact]) -> dict[str | None, str]:
    """Return the other side by each side of the only contact, and by whom it represents."""
    told = [contact for contact in contacts if contact.kind != "interview"]
    held = [contact.participants for contact in told if contact.status == "held"]
    pairs = {frozenset(one.actor for one in people) for people in held}
    if len(pairs) != 1 or len(held[0]) != _SIDES:
        return {}
    one, two = held[0]
    found: dict[str | None, str] = {one.actor: two.actor, two.actor: one.actor}
    for side, other in ((one, two), (two, one)):
        if side.represents is not None and other.represents is not None:
            found[side.represents] = other.represents
    return found


def of_answers(acts: Sequence[Act]) -> tuple[Act, ...]:
    """Return the acts with those as addressees whom they answer, or who answer them."""
    towards = {act.id: act.towards for act in acts}
    by_id = {act.id: act for act in acts}
    for act in acts:
        for answer in act.answers:
            other = by_id[answer.act]
            own = {act.actor, other.actor} & {*act.doers} & {*other.doers}
            if answer.kind not in _ANSWERS or other.actor == act.actor or own:
                continue  # nobody turns to those with whom they act together
            towards[act.id] = towards[act.id] or other.actor
            towards[other.id] = towards[other.id] or act.actor
    return tuple(replace(act, towards=towards[act.id]) for act in acts)
