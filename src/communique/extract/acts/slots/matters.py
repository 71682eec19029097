"""The slots behind the verb of an act, and where what it is about begins."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.line import STRONG
from communique.extract.acts.clauses.party import Party
from communique.extract.acts.frames import Frame

_JOINED = 7  # items of "and her allies"
OPENING = frozenset(['"', "“", "„", "`", "``"])  # marks of what is quoted


@dataclass(frozen=True, slots=True)
class Slots:
    """To whom, what (items), and where the words end."""

    towards: Party | None
    what: tuple[int, int] | None
    end: int


def with_object(clause: Clause, frame: Frame, at: int, found: Slots) -> Slots:
    """Let the matter of a blame begin with those blamed whom nobody knows: "blamed rebels for"."""
    if (
        frame.type != "accuse"
        or frame.object != "towards"
        or (found.towards is not None and found.towards.actors)
    ):
        return found
    if found.what is None or found.what[0] <= at + 1 or clause.listed(at, "somebody"):
        return found
    return replace(found, what=(at, found.what[1]))


def with_whom(clause: Clause, found: Slots) -> Slots:
    """Let words that tell only whom run on over what tells them apart: "everyone in Lutha who"."""
    if found.what is not None or found.towards is None or found.towards.actors:
        return found
    last = clause.end(found.towards.first)
    while last > found.end and clause.has(last - 1, "preposition", "conjunction", "to"):
        last -= 1  # "the crews | for as long as they need"
    return replace(found, end=max(found.end, last))


def past_companions(clause: Clause, frame: Frame, found: Slots) -> Slots:
    """Go past those joined to the one addressed: "accused Lind *and her allies* of"."""
    at = found.end
    if found.towards is None or found.what is not None or clause.word(at) != "and":
        return found
    if not (clause.has(at + 1, "determiner", "possessive") or clause.is_possessive(at + 1)):
        return found
    for near in range(at + 2, min(at + _JOINED, len(clause.items))):
        if clause.word(near) in frame.what:
            return replace(found, end=near)
        if clause.is_finite(near) or clause.has(near, "preposition", "conjunction", "relative"):
            return found
        if clause.word(near) in STRONG or clause.word(near) == ",":
            return found
    return found


def _is_of_circumstance(clause: Clause, at: int) -> bool:
    """Tell "support for Lutha | in the face of the raids" from "support in its recovery"."""
    noun = at + 1 + (clause.word(at + 1) == "the")
    lead = clause.word(at) in ("in", "at", "on")
    return lead and clause.listed(noun, "circumstances") and clause.word(noun + 1) in ("of", "to")


def past_mark(clause: Clause, at: int) -> int:
    """Return where the words begin behind marks that open a quotation at ``at``."""
    while clause.word(at) in OPENING and at + 1 < len(clause.items):
        at += 1
    return at


def opens_matter(clause: Clause, frame: Frame, at: int) -> bool:
    """Tell whether what an act is about begins after ``at``.

    Whom one asks or orders something, one asks *to do* it: "to" opens an infinitive there.
    """
    after = clause.skip(past_mark(clause, at + 1))
    that = clause.word(at) == "that"
    dated = clause.dated(at + 1) and (not that or clause.dated(at))  # "that last year's pact"
    if dated or (that and clause.has(at - 1, "preposition")):
        return False
    if clause.word(at) == "that" and clause.word(at - 1) in ("whether", "if", "how"):
        return False  # "asked whether that would be done"
    if _is_of_circumstance(clause, at):
        return False
    if after >= len(clause.items) or clause.word(after) in STRONG:
        return False
    if clause.has(after, "conjunction", "be") and clause.word(after) not in ("be", "being"):
        return False
    if clause.word(at) == "at" and any(
        clause.listed(near, "levels") for near in range(after, after + 3)
    ):
        return False  # "raised her concerns at the highest level"
    if clause.word(at) in ("about", "of") and clause.word(at + 1) in ("in", "at", "during"):
        return False  # "a threat that Lind warned about in his speech"
    said = any(clause.listed(near, "settings") for near in range(after, after + 4))
    if clause.word(at) in ("in", "at", "on") and said and frame.type != "invite":
        return False  # "praised the crews in an interview"
    if clause.word(at) == "on" and clause.listed(after + 1, "surfaces"):  # "on the table"
        return False
    if clause.word(at) == "to" and clause.word(after) in ("with", "by", "in"):
        return False  # "the quotas that Lutha agreed to with Bordavia"
    if clause.word(at) == "for" and clause.word(after) == "as":  # "for as long as"
        return False
    if clause.word(at) == "to" and clause.word(after) == "as":  # "committed to as well"
        return False
    if clause.word(at) == "that" and clause.has(after, "preposition") and after == at + 1:
        return clause.has(after, "subordinator") or clause.word(after) in ("in", "under", "with")
    verbal = frame.infinitive or (frame.object == "towards" and "what" in frame.needs)
    if clause.word(at) == "to" and verbal:
        return not clause.has(after, "determiner") and clause.items[after].ref is None
    return not (clause.word(at) == "that" and _is_relative(clause, after))


def _is_relative(clause: Clause, verb: int) -> bool:
    """Tell whether "that" only says more of a noun: "the letter *that came* out last night"."""
    if clause.word(verb) in ("is", "was", "are"):
        return True
    after = clause.has(verb + 1, "determiner", "possessive") or clause.word(verb + 1) == "all"
    if clause.is_plain(verb) and clause.word(verb).endswith("s") and after:
        return True  # "an order that requires all airlines"
    forms = clause.frames.verbs.get(clause.word(verb), ())
    plain = clause.items[verb].ref is None and not clause.items[verb].upper
    return plain and any(trigger.form in ("past", "third") for trigger in forms)


def modifies(clause: Clause, party: Party) -> bool:
    """Tell whether a name only describes the noun after it: "all Council observers"."""
    at = party.last
    if at >= len(clause.items) or clause.items[at].ref or clause.items[at].upper:
        return False
    kinds = {clause.view.actors[one].kind for one in party.actors if one in clause.view.actors}
    word = clause.word(at)
    plain = word.isalpha() and not word.endswith("ly") and not clause.lexicon.classes.get(word)
    return plain and bool(kinds) and "person" not in kinds and not clause.dated(at)


def before_date(clause: Clause, at: int, end: int) -> int:
    """Return where a noun phrase ends: before the date of the deed, if one stands in it."""
    for near in range(at + 1, end):
        last = next((i for i in range(near, end) if not clause.dated(i)), end)
        closed = clause.has(last, "preposition", "to", "conjunction")
        goes_on = clause.word(last) in ("of", "by") or (
            near - at <= 2 and clause.word(last) in ("for", "on", "about", "between", "with")
        )  # "opening talks this year for a pact"
        inner = last < end and (not closed or goes_on)
        inner = inner or clause.word(near - 1) == "of"  # "during the period of May"
        if clause.dated(near) and not clause.dated(near - 1) and not inner:
            return max(at + 1, near - clause.has(near - 1, "preposition"))
    return end
