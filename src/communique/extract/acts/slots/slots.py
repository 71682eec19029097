"""What follows the verb or noun of an act: to whom, and what it is about."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.frames import Frame
from communique.extract.acts.slots.calling import judged_after
from communique.extract.acts.slots.folk import is_folk, is_of_people
from communique.extract.acts.slots.following import before_object, past_score, rest
from communique.extract.acts.slots.matters import (
    Slots,
    before_date,
    modifies,
    past_companions,
    past_mark,
    with_object,
    with_whom,
)

_HEAD = 9  # items of an object up to its head
_APPOSED = 12  # items of what is said of the one addressed
_RELATIVE = 18  # items of a clause that says more of him


def slots_after(clause: Clause, frame: Frame, at: int) -> Slots | None:
    """Return the slots that follow at ``at``; ``None`` where the frame does not fit."""
    if frame.judged:
        return judged_after(clause, frame, at)
    if frame.particle:
        if clause.word(at) not in frame.particle:
            return None
        favour = clause.word(at) == "in" and clause.word(at + 1) in ("favour", "favor")
        if clause.word(at) == "in" and frame.name == "vote" and not favour:
            return None
        at += 1 + (clause.word(at) == "out" and clause.word(at + 1) == "of") + 2 * favour
    if clause.word(at) in frame.barred:  # "backed up" is an adverb's
        return None
    at = clause.skip(_past_manner(clause, _past_insert(clause, frame, at)))
    if _opens_bare_clause(clause, frame, at):
        return Slots(None, (at, clause.end(at)), clause.end(at))
    at += frame.object == "none" and clause.listed(at, "reflexive")  # "committed itself to"
    at = past_score(clause, frame, at)
    if clause.word(at) in frame.barred:
        return None
    if clause.word(at) == "into" and frame.heads and clause.word(at + 1) in frame.heads:
        at += 2  # "signed into law the Harbour Act"
    asked = before_object(clause, frame, at)
    at = asked.last if asked is not None else at
    found = _bracketed(clause, frame, at) if frame.after else _object(clause, frame, at)
    if found is None:
        return None
    found = replace(found, towards=asked) if asked is not None else found
    found = past_companions(clause, frame, _past_apposition(clause, frame, found))
    found = with_object(clause, frame, at, rest(clause, frame, found))
    if frame.states and not _is_state(clause, found.towards):
        return None
    if found.what is None and not frame.needs.isdisjoint(("what", "clause")):
        return None
    if not _is_full(clause, frame, found.what):
        return None
    if frame.object == "towards" and found.what is None and found.towards is None:
        opens = found.end == at and _opens_phrase(clause, at)
        found = replace(found, end=max(clause.end(at), at)) if opens else found
    found = with_whom(clause, found)
    missing = "towards" in frame.needs and found.towards is None
    nothing = "either" in frame.needs and found.towards is None and found.what is None
    return None if missing or nothing else found


def _opens_bare_clause(clause: Clause, frame: Frame, at: int) -> bool:
    """Tell "acknowledged | she had told them" from "acknowledged the offer"."""
    plain = "that" in frame.what and not (frame.heads or frame.marks or frame.opens)
    asks = frame.type in clause.frames.words["asking_types"] or clause.has(at, "preposition")
    plain = plain and not (asks or frame.particle or clause.word(at) == "that")
    if not plain or not clause.opens_told(at):
        return False
    subject = clause.party_at(at)
    after = subject.last if subject is not None else at + 2
    return clause.is_finite(after) or clause.has(after, "be", "have", "modal", "future", "do")


def _past_apposition(clause: Clause, frame: Frame, found: Slots) -> Slots:
    """Go past what is said of the one addressed: "urged Lind, the minister of mines, to".

    Where the office comes first, the name behind it is whom it is addressed to.
    """
    at = found.end
    if found.towards is None or clause.word(at) != "," or found.what is not None:
        return found
    if _closes_apposition(clause, at):
        return replace(found, end=at + 1)
    if clause.has(at + 1, "relative"):
        return replace(found, end=_past_relative(clause, frame, at))
    if not (clause.has(at + 1, "determiner", "title", "np_inside") or clause.names(at + 1)):
        return found
    for close in range(at + 2, min(at + _APPOSED, len(clause.items))):
        if clause.word(close) == ",":
            inner = clause.party_at(at + 1)
            named = inner is not None and inner.last == close and _is_person(clause, inner)
            plain = not _is_person(clause, found.towards)
            towards = inner if named and plain else found.towards
            return replace(found, towards=towards, end=close + 1)
        if clause.word(close) in STRONG or clause.has(close, "be", "have", "modal", "future", "to"):
            break
    return found


def _past_relative(clause: Clause, frame: Frame, comma: int) -> int:
    """Return where the matter opens behind "urged Lutha, which chairs the talks, | to"."""
    for near in range(comma + 2, min(comma + _RELATIVE, len(clause.items) - 1)):
        if clause.word(near) in STRONG:
            break
        if clause.word(near) == "," and clause.word(near + 1) in frame.what:
            return near + 1
    return comma


def _closes_apposition(clause: Clause, comma: int) -> bool:
    """Tell whether one whom two mentions name ends at a comma: "Lind, the minister of mines,"."""
    if comma < 3 or clause.word(comma - 2) != ",":
        return False
    one, other = clause.items[comma - 3].ref, clause.items[comma - 1].ref
    return one is not None and other is not None and one.actor == other.actor


def _is_state(clause: Clause, party: Party | None) -> bool:
    """Tell whether a party is a state, or states."""
    kinds = {clause.view.actors[one].kind for one in (party.actors if party else ())}
    return kinds == {"state"}


def _is_full(clause: Clause, frame: Frame, what: tuple[int, int] | None) -> bool:
    """Tell whether a matter is more than a determiner, and opens as the frame asks."""
    if what is None:
        return True
    first, last = what
    if frame.deed and clause.is_idle(clause.skip(first)):
        return False
    words = {word for at in range(first, last) for word in clause.word(at).split()}
    if frame.marks and frame.marks.isdisjoint(words):
        return False
    if frame.opens and clause.word(clause.skip(first)) not in frame.opens:
        return False
    if clause.word(last - 1) == "to":  # broken off
        return False
    if clause.word(first) == "that" and clause.has(first + 1, "modal", "be", "have", "future"):
        return False  # "bills that he supports that would …"
    return last > first + 1 or not clause.has(first, "determiner") or clause.word(first) == "that"


def _object(clause: Clause, frame: Frame, at: int) -> Slots | None:
    """Read the direct object: whom, what, or a head that the frame asks for."""
    if frame.heads:
        return _headed(clause, frame, at)
    nothing = Slots(None, None, at)
    if frame.object == "none":
        return nothing
    clausal = clause.word(at) == "that" and frame.object == "either"  # "welcome that firms"
    if frame.object != "what" and not clausal and (party := clause.whom_at(at)) is not None:
        if frame.object == "towards" and modifies(clause, party):
            return _unnamed(clause, frame, at)
        return _second(clause, frame, party)
    if frame.object == "towards":
        if "object" in frame.needs and not _opens_phrase(clause, at):
            return None
        return _unnamed(clause, frame, at)
    at = past_mark(clause, at)
    if clause.word(at) in frame.what or not _opens_phrase(clause, at):
        return None if "object" in frame.needs else nothing
    return _thing(clause, frame, at)


def _past_insert(clause: Clause, frame: Frame, at: int) -> int:
    """Return where the matter opens past an insertion: "promised, back in May, that"."""
    if clause.word(at) != "," or frame.type == "request":
        return at
    closed = next((near for near in range(at + 1, at + _HEAD) if clause.word(near) == ","), at)
    opens = closed > at and clause.word(closed + 1) in frame.what & {"that", "to"}
    return closed + 1 if opens else at


def _past_manner(clause: Clause, at: int) -> int:
    """Return where the object opens past "in the strongest possible terms"."""
    if clause.word(at) != "in":
        return at
    return next((n + 1 for n in range(at + 1, at + 6) if clause.listed(n, "manners")), at)


def _bracketed(clause: Clause, frame: Frame, at: int) -> Slots | None:
    """Read the object before a word that completes the verb: "set *the pilots* free"."""
    for near in range(at + 1, min(at + _HEAD, len(clause.items))):
        word = clause.word(near)
        if word in frame.after and clause.items[near].ref is None:
            last = near + 1
            if frame.heads:  # "off its blacklist"
                heads = range(last, min(last + 5, len(clause.items)))
                last = next((i + 1 for i in heads if clause.word(i) in frame.heads), 0)
            party = clause.party_at(at)
            if party is None and near == at + 1 and (who := clause.person_at(at)):
                party = Party(who, clause.raw(at, near), at, near)  # "turned her down"
            what = None if frame.object == "towards" else (at, near)  # "turned her down"
            return Slots(party, what, last) if last else None
        if word in STRONG or word == "," or clause.has(near, "be", "modal", "future", "relative"):
            break
    return None


def _second(clause: Clause, frame: Frame, party: Party) -> Slots | None:
    """Read the thing after whom it is given to: "offered Lind a loan"."""
    apposed = _past_apposition(clause, frame, Slots(party, None, party.last))
    party, last = apposed.towards or party, apposed.end
    at = clause.skip(last)
    behind = party.last + 3 * (clause.word(party.last) == "(")  # "the Rivers Agency (RA) holding"
    if frame.object == "either" and not frame.towards and clause.is_plain(behind):
        end = clause.end(party.first)  # "welcomed France hosting the talks"
        return Slots(party, (party.first, max(end, party.last)), max(end, party.last))
    dative = "to" in frame.towards and _opens_phrase(clause, at)
    clausal = clause.word(at) == "that"
    if frame.object != "either" or clausal or not (dative or clause.has(at, "determiner")):
        return Slots(party, None, max(party.last, last))
    found = _thing(clause, frame, at)
    return replace(found, towards=party) if found else None


def _unnamed(clause: Clause, frame: Frame, at: int) -> Slots | None:
    """Pass over an object that names nobody: "warned the crew that".

    Who is asked or ordered to do something must be people, though: not "ordered aid to …".
    """
    for near in range(at, min(at + 6, len(clause.items))):
        if clause.word(near) in frame.what or clause.word(near) in STRONG:
            if near == at + 1 and clause.listed(at, "anyone") and clause.word(at - 1) != "you":
                return Slots(None, None, near)
            if near > at and {"object", "what"} <= frame.needs:
                near -= clause.has(near - 1, "not")
                people = clause.listed(near - 1, "people") or clause.items[near - 1].upper
                people = people or is_folk(clause, near - 1) or clause.listed(near - 1, "doers")
                inner = [n for n in range(at + 1, near) if clause.has(n, "preposition")]
                if inner and clause.word(near) == "for":
                    return None
                if (
                    inner and clause.word(near) == "to" and clause.word(inner[0]) != "of"
                ):  # "ordered strikes against smugglers to"
                    people = clause.listed(inner[0] - 1, "people") or is_folk(clause, inner[0] - 1)
                return Slots(None, None, near) if people else None
            return Slots(None, None, near)
    return Slots(None, None, at)


def _opens_phrase(clause: Clause, at: int) -> bool:
    """Tell whether a noun phrase stands at ``at``."""
    if at >= len(clause.items) or not (clause.word(at)[:1].isalnum() or clause.word(at) == "$"):
        return False
    if clause.has(at, "determiner") or clause.word(at) in ("having", "being"):
        return True
    return not clause.has(
        at, "preposition", "conjunction", "subordinator", "relative", "be", "have", "to",
        "modal", "future", "do",
    )  # fmt: skip


def _thing(clause: Clause, frame: Frame, at: int) -> Slots | None:
    """Read an object that is a thing; its owner is whom it is towards ("X's offer")."""
    end = clause.end(at)
    owner = (
        None if clause.frames.words["ownerless"] & {frame.type} else _owner(clause, frame, at, end)
    )
    stop = end = before_date(clause, at, end)
    for near in range(at + 1, end):
        if clause.word(near) == "of" and any(clause.has(n, "preposition") for n in range(at, near)):
            continue  # "opposed a deployment without the consent of Lutha"
        if clause.word(near) == "that":
            break  # "reports that the row stemmed | from Lutha"
        party = clause.party_at(near + 1) if clause.word(near) in frame.towards else None
        if party is not None and modifies(clause, party):
            continue  # "suggestions by some Lutha politicians"
        if party is not None and clause.word(near) == "of" and _is_described(clause, party):
            continue  # "opposed the deployment of monitors"
        verb = clause.word(near) == "to" and not clause.has(near + 1, "determiner", "possessive")
        if party is not None and (party.actors or not verb):
            owner, stop = owner or party, near
            return _named(clause, frame, Slots(owner, (at, stop), max(party.last, stop)))
    return _named(clause, frame, Slots(owner, (at, max(stop, at + 1)), max(stop, at + 1)))


def _is_described(clause: Clause, party: Party) -> bool:
    """Tell whether a party is only described and not named: "monitors", "eleven officers"."""
    return not party.actors and clause.items[party.first].ref is None


def _named(clause: Clause, frame: Frame, slots: Slots) -> Slots | None:
    if frame.nots and slots.what is not None:
        words = {clause.word(near) for near in range(*slots.what)}
        if not words.isdisjoint(frame.nots):
            return None
    return slots


def _owner(clause: Clause, frame: Frame, at: int, end: int) -> Party | None:
    """Return whose thing it is: "rejected Lind's offer"."""
    for near in range(at, min(at + 4, end)):
        if clause.has(near, "preposition") and clause.word(near) not in frame.towards:
            return None  # "the competition in Lutha's ports"
        who = clause.person_at(near)
        if who is not None and clause.owns(near + 1):
            if any(clause.listed(n, "rivals") for n in range(near + 2, near + 5)):
                return None  # "rejected Lind's opponent"
            return Party(who, clause.raw(near, near + 1), near, near + 1)
    return None


def _headed(clause: Clause, frame: Frame, at: int) -> Slots | None:
    """Read an object whose head the frame asks for: "expressed her deep gratitude"."""
    given = None
    if frame.object == "either":
        party = clause.party_at(at)
        given = party if party and party.actors else None
        at = given.last if given else at
    for near in range(at, min(at + _HEAD, len(clause.items))):
        word = clause.word(near)
        relative = clause.word(near + 1) in ("they", "we", "you", "he", "she", "i")
        if _is_head(clause, frame, near) and not relative:
            if frame.material or frame.learnt or not frame.what:
                return _with_object(clause, frame, at, near, given)
            return Slots(given, None, _past_whose(clause, near + 1))
        if word in STRONG or clause.has(near, "that", "relative", "be", "modal", "conditional"):
            break
        named = clause.has(near + 1, "determiner", "possessive") or clause.names(near + 1)
        if word == "to" and not named:  # "pledged to fund schools and support"
            break
        if near > at and word not in ("of", "in") and clause.has(near, "preposition", "determiner"):
            break
    if (
        frame.persons
        and given is not None
        and (_is_person(clause, given, "group") or is_of_people(clause, given))
    ):
        return Slots(given, None, given.last)
    return None


def _past_whose(clause: Clause, at: int) -> int:
    """Return where "the readiness | of the State of Lutha | to pay" goes on; ``at`` if it does not.

    Only before "to" and a verb: "gratitude of Lutha for" names whose it is in another way.
    """
    if clause.word(at) != "of":
        return at
    whom = clause.party_at(at + 1)
    if whom is not None and whom.actors and clause.word(whom.last) == "to":
        return whom.last  # "the commitment of Lutha | to the treaty"
    ahead = range(at + 2, min(at + _HEAD, len(clause.items) - 1))
    end = next((near for near in ahead if clause.word(near) == "to"), at)
    named = end > at and (clause.items[end - 1].upper or clause.items[end - 1].ref is not None)
    whose = clause.listed(at - 1, "ready")
    return end if whose and named and clause.word(end + 1).isalpha() else at


def _is_head(clause: Clause, frame: Frame, at: int) -> bool:
    """Tell whether a head stands at ``at``, be it in a mention: "expelled *two diplomats*"."""
    item = clause.items[at]
    if item.ref is None:
        return item.word in frame.heads
    words = item.word.split() if item.ref.form == "mention" and not item.upper else ()
    return not frame.heads.isdisjoint(words)


def _is_person(clause: Clause, party: Party, *more: str) -> bool:
    kinds = {clause.view.actors[one].kind for one in party.actors if one in clause.view.actors}
    return bool(kinds) and kinds <= {"person", *more}


def _with_object(
    clause: Clause, frame: Frame, at: int, head: int, given: Party | None
) -> Slots | None:
    """Return the slots of an object that is itself what the act is about: "12 prisoners"."""
    found = _thing(clause, replace(frame, nots=frozenset()), at)
    if found is None:
        return None
    if found.what is not None and found.what[1] <= head:
        found = replace(found, what=(at, head + 1), end=max(found.end, head + 1))
    whose = given or found.towards or (_kin(clause, at, head) if frame.kin else None)
    return replace(found, towards=whose)


def _kin(clause: Clause, at: int, head: int) -> Party | None:
    """Return whose people or border it is by an adjective: "two *Luthan* diplomats"."""
    start, end = clause.items[at].start, clause.items[head].end
    for word in clause.view.words(start, end).split():
        if (state := clause.view.state_of_adjective(word.lower())) is not None:
            return Party((state,), word, at, head + 1)
    named = clause.view.states_within(start, end)  # "its ambassador to Lutha"
    return Party((named[0][0],), "", at, head + 1) if named else None
