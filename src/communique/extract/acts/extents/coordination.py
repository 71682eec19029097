"""Where what an act is about gives way to the next verb of the same subject: "… and welcome X"."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft
from communique.model import Spans


def before_next_verb(clause: Clause, draft: Draft) -> Draft:
    """Return an act whose matter ends where its subject goes on to do something else.

    Behind an infinitive a plain verb is most often part of the matter ("to open the port and free
    the crews"), unless one only says it: "commit to cut waste and call on all states to".
    """
    if draft.what is None or draft.actor is None or clause.word(draft.what[0] - 1) == "that":
        return draft
    first, last = draft.what
    if draft.actor.first >= last:
        return draft  # "…, Lind announced"
    while last > first + 1 and (
        clause.listed(last - 1, "trailing") or clause.word(last - 1) == ","
    ):  # "such barriers including"
        last -= 1
        draft = replace(draft, what=(first, last), end=min(draft.end, last))
    if clause.word(last - 1) == "times" and clause.listed(last - 2, "counts") and last > first + 3:
        last -= 2  # "a salt ban several times"
        draft = replace(draft, what=(first, last), end=min(draft.end, last))
    end = min(
        _end_of_relative(clause, draft, last),
        _before_occasion(clause, first, last),
        _before_main_verb(clause, draft, last),
    )
    if end < last:
        return replace(draft, what=(first, end), end=end)
    for at in range(first + 1, last - 1):
        if clause.word(at) == "including" and clause.word(at + 1) == ",":
            end = at - (clause.word(at - 1) == ",")
            return replace(draft, what=(first, end), end=end)
        if clause.word(at) in ("and", "but") and _is_next(clause, draft, at):
            end = at - (clause.word(at - 1) == ",")
            return replace(draft, what=(first, end), end=end) if end > first else draft
    return draft


def with_head(clause: Clause, draft: Draft) -> Draft:
    """Return an act whose matter tells what is expressed: "condolences over the loss"."""
    if draft.what is not None and _is_greeting(clause, draft):
        return replace(draft, what=None)
    if draft.what is None or not draft.frame.heads:
        return draft
    for at in range(draft.verb + 1, draft.what[0]):
        if clause.listed(at, "own_heads"):
            return replace(draft, what=(at, draft.what[1]))
    return draft


def _is_greeting(clause: Clause, draft: Draft) -> bool:
    """Tell "welcomed Lind to the palace", which is not about the palace."""
    whom = draft.towards
    if draft.what is None or whom is None or draft.what[0] <= whom.first:
        return False
    people = clause.listed(whom.last - 1, "people") or any(
        clause.view.actors[one].kind in ("person", "group") for one in whom.actors
    )
    led = clause.word(draft.what[0] - 1) in ("to", "at", "in")
    return people and led and clause.listed(draft.verb, "greeting")


def _end_of_relative(clause: Clause, draft: Draft, last: int) -> int:
    """Return where the matter of a clause with "who" ends: "Lind, who set a levy, | plans to".

    A verb of the main clause stands behind the comma there.
    """
    first = draft.what[0] if draft.what is not None else last
    who = clause.before(draft.group)
    if not clause.has(who, "relative") or clause.word(who - 1) != ",":
        return last
    for at in range(first + 1, last - 1):
        word = clause.word(at + 1)
        verbal = clause.is_finite(at + 1) or (clause.is_plain(at + 1) and word.endswith("s"))
        leads = clause.has(at + 2, "to", "determiner", "preposition", "possessive")
        if clause.word(at) == "," and verbal and leads:
            return at
    return last


def _before_occasion(clause: Clause, first: int, last: int) -> int:
    """Return where a matter ends before where it was said: "in an interview published | Monday"."""
    if not clause.listed(last - 1, "put_out") or not clause.dated(last):
        return last
    for at in range(last - 2, first, -1):
        if clause.word(at) in ("in", "on", "at") and clause.has(at, "preposition"):
            return at
    return last


def _before_main_verb(clause: Clause, draft: Draft, last: int) -> int:
    """Return where the matter of a noun ends: "his refusal to pay the toll | made it worse"."""
    if draft.what is None or not draft.why.startswith("noun:"):
        return last
    for at in range(draft.what[0] + 2, last):
        if clause.has(at, "relative") or clause.word(at) in ("that", "who", "which"):
            return last
        noun = clause.items[at - 1].ref is not None or clause.is_plain(at - 1)
        if noun and clause.listed(at, "main_verbs"):
            return at
    return last


def with_terms(clause: Clause, draft: Draft, terms: Spans) -> Draft:
    """Return an act whose matter holds the terms on which a thing is announced.

    "Announced that it will return the boats *only if the crews are freed*".
    """
    last = draft.end
    while last < len(clause.items) and clause.items[last].end <= terms[-1].end:
        last += 1
    after = clause.skip(draft.end)
    near = after < len(clause.items) and terms[0].start in (
        clause.items[draft.end].start,
        clause.items[after].start,
    )
    if not near or draft.what is None:
        return draft
    return replace(draft, what=(draft.what[0], last), end=last)


def without_source(clause: Clause, draft: Draft) -> Draft:
    """Return an act of "we" by nobody named where its speaker is only named in its matter.

    "We commit to decent work *in line with the Lake Charter*" is no word of the Charter's.
    """
    said, actor = clause.view.statement_at(clause.items[draft.verb].start), draft.actor
    if said is None or actor is None or draft.what is None or not actor.actors:
        return draft
    if clause.word(actor.last - 1) not in ("we", "i", "they") or actor.actor != said.speaker:
        return draft
    first, last = (clause.items[at].start for at in (draft.what[0], draft.what[1] - 1))
    if not any(first <= span.start <= last for span in said.source):
        return draft
    told = replace(draft.modality, reported_by=None)
    return replace(draft, actor=replace(actor, actors=()), modality=told)


def _is_next(clause: Clause, draft: Draft, conjunction: int) -> bool:
    """Tell whether the subject's next verb stands behind a conjunction."""
    verb = clause.skip(conjunction + 1)
    word = clause.word(verb)
    if clause.items[min(verb, len(clause.items) - 1)].ref is not None:
        return False
    if clause.listed(verb + 1, "reflexive") and clause.is_plain(verb):
        return True  # "for the peace and rededicate ourselves to it"
    noun = draft.frame.heads and clause.word(draft.what[0] - 1) == "to" if draft.what else False
    if word == "continue" and noun and not _is_verb(clause, draft):
        return True  # "our commitment to peace and continue to call for a truce"
    forms = {trigger.form for trigger in clause.frames.verbs.get(word, ())}
    if clause.listed(verb, "says_more") and clause.word(draft.verb).endswith("s"):
        return True  # "expresses its thanks for the welcome and considers …"
    plain = "base" in forms or clause.listed(verb, "saying_more")
    if plain and clause.word(draft.verb) not in _tensed(clause, draft):
        return _says_more(clause, draft, conjunction, verb)
    return _is_past(clause, draft, conjunction, verb)


def _is_verb(clause: Clause, draft: Draft) -> bool:
    """Tell "commitment to open the port" from "commitment to peace" and "to the port"."""
    at = draft.what[0] if draft.what is not None else draft.verb
    after = at + 1
    governs = clause.has(after, "determiner", "possessive") or clause.names(after)
    return governs and not clause.has(at, "determiner") and not clause.names(at)


def _tensed(clause: Clause, draft: Draft) -> frozenset[str]:
    """Return the trigger's word where it is past or third person: no plain verb goes on then."""
    forms = {trigger.form for trigger in clause.frames.verbs.get(clause.word(draft.verb), ())}
    plain = "base" in forms
    return frozenset() if plain else frozenset({clause.word(draft.verb)})


def _says_more(clause: Clause, draft: Draft, conjunction: int, verb: int) -> bool:
    """Tell whether a plain verb is said of the subject and not of what is asked or promised."""
    first = draft.what[0] if draft.what is not None else conjunction
    if clause.listed(verb, "saying_more") and _has_object(clause, verb + 1):
        return True
    inner = draft.why.startswith("modal:") or any(
        clause.word(at) == "to" or clause.has(at, "modal", "future")
        for at in range(first - 1, conjunction)
    )
    asks = clause.word(verb) == "ask" and clause.word(verb + 1) == "for"
    return not inner and (asks or clause.has(verb + 1, "determiner", "possessive"))


def _has_object(clause: Clause, at: int) -> bool:
    """Tell whether an object stands at ``at``, or what leads to one: "call *on* all states"."""
    if at >= len(clause.items):
        return False
    if clause.word(at) in ("on", "upon", "for", "that", "to", "with"):
        return True
    known = at < len(clause.items) and clause.items[at].ref is not None
    return (known or clause.word(at).isalpha()) and not clause.has(
        at, "be", "have", "do", "modal", "future", "conjunction", "preposition", "relative"
    )


def _is_past(clause: Clause, draft: Draft, conjunction: int, verb: int) -> bool:
    """Tell whether a past verb that is in no list goes on: "and served on its committee"."""
    word, after = clause.word(verb), clause.word(verb + 1)
    told = clause.word(draft.verb).endswith("ed")
    if not (told and word.endswith("ed")) or after == "by":
        return False
    if clause.word(conjunction - 1).endswith("ed") or clause.items[verb].upper:
        return False
    inner = any(
        clause.word(at) in ("that", "which", "who") for at in range(draft.verb, conjunction)
    )
    named = verb + 1 < len(clause.items) and clause.items[verb + 1].ref is not None
    return not inner and (named or clause.has(verb + 1, "determiner", "possessive", "preposition"))
