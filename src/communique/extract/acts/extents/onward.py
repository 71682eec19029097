"""Where what an act is about goes on behind a stop that only seems to end it.

"Every sailor *who lost a boat*", "a ceremony in Azul, *Tavria*", "respond swiftly, together with
its friends, *to any raid*", "for political, *not financial, reasons*", "while trade would grow,
*the tolls could ruin the mills*".
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.extract.acts.clauses.line import STRONG

_ADDED = 40  # items of a matter with what is added
_INSERTED = 14  # items of an insertion
_TIMES = 3  # how often a matter may go on
_ROLE = 9  # items of "featured as open works"
_TOLD_APART = 4  # items from "every" to "who"


def carried_on(clause: Clause, draft: Draft) -> Draft:
    """Return an act whose matter runs on where its words stop too early."""
    draft = _past_giver(clause, draft)
    for _ in range(_TIMES):
        if draft.what is None or draft.end != draft.what[1]:
            return draft
        first, last = draft.what
        end = _onward(clause, first, last)
        judged = draft.frame.type in clause.frames.words["judging_types"]
        if judged and clause.word(last) == "as" and _names_kind(clause, last + 1):
            end = clause.end(last + 1)  # "hailed the move | as a victory"
        if draft.frame.type == "refuse" and clause.word(last) == "until" and last <= first + 2:
            end = clause.end(last + 1)  # "refuse to leave | until they got a vote"
        if end <= last:
            return draft
        while end > last and clause.has(end - 1, "preposition", "conjunction", "to", "determiner"):
            end -= 1
        draft = replace(draft, what=(first, end), end=end)
    return draft


def _names_kind(clause: Clause, at: int) -> bool:
    """Tell whether "as" leads to what a thing is called: "a victory", "“a hostile act”"."""
    at += clause.word(at) in ('"', "“")
    return clause.word(at) in ("a", "an") and clause.word(at + 1)[:1].isalpha()


def _past_giver(clause: Clause, draft: Draft) -> Draft:
    """Return an act whose matter goes on behind of whom it is asked: "help from Lutha *for*"."""
    what, whom = draft.what, draft.towards
    if draft.frame.type not in ("request", "demand") or what is None or whom is None:
        return draft
    if not what[1] <= whom.first or whom.last != draft.end or what[1] < whom.first - 1:
        return draft
    if clause.word(draft.end) not in ("for", "that") or clause.word(whom.first - 1) != "from":
        return draft
    end = clause.end(draft.end + 1)
    return replace(draft, what=(what[0], end), end=end) if end > draft.end + 1 else draft


def _onward(clause: Clause, first: int, at: int) -> int:
    """Return up to where a matter that stops at ``at`` goes on; ``at`` if it does not."""
    if at >= len(clause.items) - 1:
        return at
    if clause.word(at) == ",":
        return (
            _past_place(clause, at)
            or _past_concession(clause, first, at)
            or _past_insertion(clause, first, at)
            or _past_addition(clause, first, at)
            or at
        )
    if clause.word(at) in ("who", "whose") and _is_told_apart(clause, first, at):
        return clause.end(at + 1)
    if clause.word(at) == "or" and _is_second_relative(clause, first, at):
        return clause.end(at + 1)
    if clause.word(at) == "as" and clause.word(at - 1).endswith("ed"):
        end = clause.end(at + 1)
        short = at + 1 < end <= at + _ROLE
        return end if short and not any(clause.is_finite(n) for n in range(at + 1, end)) else at
    return at


def _past_place(clause: Clause, comma: int) -> int:
    """Return where "a ceremony in Azul, | Tavria, on 12 March" goes on; 0 if no place ends here."""
    town, land = comma - 1, comma + 1
    if not clause.items[town].upper or not clause.items[land].upper:
        return 0
    leads = [at for at in range(town - 3, town) if clause.has(at, "preposition")]
    ref = clause.items[land].ref
    named = ref is not None and clause.view.actors[ref.actor].kind == "state"
    short = clause.word(land).endswith(".") or (
        clause.listed(land, "short_states") and clause.word(land + 1) == "."
    )
    towns = clause.items[town].ref
    listed = towns is not None and clause.view.actors[towns.actor].kind == "state"
    if not leads or not (named or short) or (listed and named) or clause.owns(land + 1):
        return 0
    after = land + 1 + (short and clause.word(land + 1) == ".")
    if after >= len(clause.items) - 1 or clause.word(after) in (",", "and", *STRONG):
        return min(after, len(clause.items))
    return clause.end(after)


def _past_addition(clause: Clause, first: int, comma: int) -> int:
    """Return where "protect the crews | , as well as their kin" ends; 0 if nothing is added."""
    added = [clause.word(at) for at in range(comma + 1, comma + 4)] == ["as", "well", "as"]
    verbal = clause.word(first - 1) in ("to", "not") or clause.is_plain(first)
    hanging = clause.has(comma - 1, "preposition")
    if not (added and verbal) or hanging:
        return 0
    end = clause.end(comma + 4)
    closed = end >= len(clause.items) or clause.word(end) in STRONG
    return end if closed and end - first <= _ADDED else 0


def _past_concession(clause: Clause, first: int, comma: int) -> int:
    """Return where the clause behind "that while trade would grow, | …" ends; 0 if none does."""
    opens = clause.word(first - 1) == "that" and clause.listed(first, "conceding")
    return clause.end(comma + 1) if opens else 0


def _past_insertion(clause: Clause, first: int, comma: int) -> int:
    """Return where words behind ", together with its friends, | to any raid" end; 0 if none do."""
    opened = comma + 1
    adverb = clause.is_adverb(comma - 1) and clause.word(comma - 2) in ("that", "which", "who")
    turned = clause.has(opened, "not") and clause.is_plain(comma - 1)
    led = clause.listed(opened, "inserting") or clause.word(opened).endswith("ed")
    if not (led or adverb or turned):
        return 0
    near = range(opened + 1, min(opened + _INSERTED, len(clause.items) - 1))
    for at in near:
        word = clause.word(at)
        if word in STRONG:
            return 0
        if word != ",":
            continue
        after = at + 1
        if adverb or turned:
            goes_on = clause.is_plain(after) or clause.has(after, "be", "have")
            return clause.end(after) if goes_on and at <= opened + 4 else 0
        leads = clause.has(after, "preposition") and not clause.has(after, "subordinator")
        leads = leads and not clause.listed(after, "aside_from") and clause.word(after) != "as"
        return clause.end(after) if leads and _is_verbal(clause, first, comma) else 0
    return 0


def _is_verbal(clause: Clause, first: int, comma: int) -> bool:
    """Tell whether a verb stands in the words, which what follows may belong to."""
    return clause.is_plain(first) or any(
        clause.has(at, "modal", "future", "be", "have", "to") for at in range(first, comma)
    )


def _is_told_apart(clause: Clause, first: int, who: int) -> bool:
    """Tell whether a clause says which ones are meant: "every sailor | who lost a boat"."""
    near = range(max(first, who - _TOLD_APART), who)
    return any(clause.listed(at, "each_of") for at in near) and clause.word(who - 1) != ","


def _is_second_relative(clause: Clause, first: int, conjunction: int) -> bool:
    """Tell "those who fell | or were hurt" from "the port or the yard"."""
    opened = any(clause.has(at, "relative") for at in range(first, conjunction))
    return opened and clause.is_finite(conjunction + 1)
