"""The acts of a reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec.structs import replace

from communique.extract.acts.answers import answered
from communique.extract.acts.clauses.clause import Clause
from communique.extract.acts.clauses.draft import Draft, act_of
from communique.extract.acts.clauses.standing import condition_of
from communique.extract.acts.extents.coordination import (
    before_next_verb,
    with_head,
    with_terms,
    without_source,
)
from communique.extract.acts.extents.listing import with_list
from communique.extract.acts.extents.onward import carried_on
from communique.extract.acts.frames import frames_for
from communique.extract.acts.mentions.address import address_act
from communique.extract.acts.mentions.drawn import drawn_act
from communique.extract.acts.mentions.judgements import judged_act
from communique.extract.acts.mentions.modals import modal_act
from communique.extract.acts.mentions.nouns import noun_act
from communique.extract.acts.mentions.told_after import told_before
from communique.extract.acts.mentions.verbs import belongs_to, verb_act
from communique.extract.acts.mentions.wrongs import wrong_act
from communique.extract.acts.plover import code_of_act, code_of_contact
from communique.extract.acts.sides.addressees import (
    addressee_of,
    is_to_nobody,
    of_answers,
    of_contact,
    without_unknown,
)
from communique.extract.acts.sides.company import in_company
from communique.extract.acts.sides.passed_on import is_anothers, of_owner
from communique.extract.acts.sides.spokesmen import is_asked_of, of_those_spoken_for
from communique.extract.acts.untold.pointing_back import answered_before, with_matter
from communique.extract.acts.untold.rooms import is_of_room
from communique.extract.acts.untold.senses import is_other_sense
from communique.extract.acts.untold.wholeness import is_incomplete
from communique.extract.view import View
from communique.model import Act, Claims, Spans


class ActExtractor:
    """Finds the acts of a reading, links those that answer each other, and codes them.

    It also gives contacts their PLOVER codes.
    """

    gives: ClassVar[str] = "acts"
    needs: ClassVar[frozenset[str]] = frozenset({"contacts"})

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with ``acts`` filled, in the order of the text."""
        anywhere = frames_for(view.lexicon).anywhere
        found: list[Act] = []
        for sentence in range(len(view.reading.sentences)):
            if view.has_any(sentence, anywhere):
                found += _acts(view, sentence, tuple(found[-1:]))
        named = [
            replace(act, id=f"d{number}", plover=act.plover or code_of_act(view.lexicon, act))
            for number, act in enumerate(found, start=1)
        ]
        contacts = tuple(replace(c, plover=code_of_contact(c)) for c in claims.contacts)
        known = without_unknown(view, of_contact(view, named, contacts))
        linked = answered(view, known)
        return replace(claims, acts=of_answers(linked), contacts=contacts)


def _acts(view: View, sentence: int, earlier: Sequence[Act] = ()) -> Iterator[Act]:
    """Yield the acts of a sentence; a verb that only says what another act is about is none.

    ``earlier`` are acts told before it, of which the last may be what an answer points back at.
    """
    clause = Clause(view, sentence)
    outer: Draft | None = None
    terms: Spans | None = None  # the condition of the act around
    for index, item in enumerate(clause.items):
        if item.ref is not None or item.word not in clause.frames.triggers:
            continue
        draft = _draft(clause, index, outer)
        if draft is None or _is_object(draft, outer, index):
            continue
        draft = with_head(clause, carried_on(clause, draft))
        draft = without_source(clause, before_next_verb(clause, draft))
        if _is_none(clause, draft):
            continue
        short = is_incomplete(clause, draft)
        answered = answered_before(clause, draft, earlier) if short else None
        if short and answered is None:
            continue
        draft = in_company(clause, of_those_spoken_for(clause, of_owner(clause, draft)))
        condition = condition_of(clause, draft)
        if condition and draft.frame.type == "announce":
            draft, condition = with_terms(clause, draft, condition), None
        if outer is not None and outer.what is not None and index in range(*outer.what):
            condition = condition or terms  # "is ready to lift the embargo if …"
        addressee = addressee_of(clause, draft)
        if not is_to_nobody(clause, draft, addressee):
            act = with_list(clause, draft, act_of(clause, draft, condition, addressee))
            yield act if answered is None else with_matter(act, answered)
        if not draft.why.startswith("noun:"):
            outer, terms = draft, condition


def _is_none(clause: Clause, draft: Draft) -> bool:
    """Tell whether the words of a draft tell no act after all."""
    return (
        is_other_sense(clause, draft)
        or is_asked_of(clause, draft)
        or is_anothers(clause, draft)
        or is_of_room(clause, draft)
    )


def _draft(clause: Clause, index: int, outer: Draft | None) -> Draft | None:
    """Return the act of the word at ``index``, by whichever kind of word it is."""
    word, frames = clause.word(index), clause.frames
    asked = clause.word(len(clause.items) - 1) == "?"
    found: Draft | None = None
    if word in frames.known and not asked:
        found = verb_act(clause, index, outer) or noun_act(clause, index, outer)
        found = found or told_before(clause, index) or drawn_act(clause, index)
    if found is None and word in frames.modals and not asked:
        found = modal_act(clause, index)
        if found is not None and verb_act(clause, found.verb, outer) is not None:
            return None  # the verb tells more: "we will release"
    if found is None and word in frames.addresses:
        found = address_act(clause, index)
    if found is None and word in frames.judged:
        found = judged_act(clause, index)
    if found is None and word in frames.wrongs:
        found = wrong_act(clause, index)
    if found is None or found.why.startswith(("verb:", "learnt:", "noun:")) or outer is None:
        return found
    return None if belongs_to(found, outer) else found


def _is_object(draft: Draft, outer: Draft | None, index: int) -> bool:
    """Tell whether a noun is the object that made the verb before it an act: "made an offer"."""
    if outer is None or not draft.why.startswith("noun:"):
        return False
    inside = outer.verb < index < outer.end
    return inside and outer.frame.type == draft.frame.type
