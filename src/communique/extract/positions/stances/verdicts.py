"""Stands that judge a thing: "a retreat is out of the question", "sanctions do not work".

The judge is whoever speaks; in the report's own voice, the one for whom it is told to be so
("is a red line for Lutha"). Each function returns ``None`` where the words are no stand.
"""

from __future__ import annotations

from communique.extract.clauses import (
    QUOTES,
    STRONG,
    clause_end,
    verb_start,
)
from communique.extract.modality import Items, of_verb
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.holder.attributed import is_attributed
from communique.extract.positions.holder.interviews import is_interview
from communique.extract.positions.stances.subjects import thing_before
from communique.extract.positions.stand import (
    FLIPPED,
    Stand,
    be_modality,
    copula_before,
    in_condition,
    polarity_of,
)
from communique.extract.view import View
from communique.extract.voices import voice_at

_WIDE = 14  # items of a clause


def by_verdict(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "the retreat is not on the table" and "is a red line for X"."""
    be = copula_before(view, items, index, frozenset({"in", "a", "the"}))
    if be is None:
        return None
    modality, denied = be_modality(view, items, be, index)
    polarity = polarity_of(cue.polarity, modality, items, be)
    start = verb_start(view, items, be)
    subject = thing_before(view, items, start)
    after = index + len(cue.words)
    actor = _for_whom(items, after) or voice_at(view, items, index) or _for_whom(items, 0)
    if polarity is None or subject is None or actor is None:
        return None
    if polarity == "conditional" and modality.condition is None:
        return None  # "may be up for debate"
    polarity = FLIPPED[polarity] if denied else polarity
    end = clause_end(view, items, after)
    firm = is_interview(view) and is_attributed(view, items, be)
    return Stand(
        actor, None, polarity, subject.first, subject.last, start, be, max(end, after),
        (subject.first, subject.last), f"verdict:{cue.name}",
        polarity == "for" and not denied and not firm, firm=firm,
    )  # fmt: skip


def by_effect(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "sanctions do not work" and "their return comes first" in somebody's mouth."""
    actor = voice_at(view, items, index)
    subject = thing_before(view, items, index)
    after = index + len(cue.words)
    if actor is None or subject is None:
        return None
    if in_condition(of_verb(view, items, after - 1, "base"), items, index):
        return None
    if after < len(items) and items[after].word in ("for", "with", "as", "in", "on", "at"):
        return None  # people who do not work for somebody
    firm = is_interview(view) and is_attributed(view, items, index)
    return Stand(
        actor, None, cue.polarity, subject.first, subject.last, index, index, after,
        (subject.first, subject.last), f"effect:{cue.name}", not firm, firm=firm,
    )  # fmt: skip


def by_keeping(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "the islands will not be handed over" in somebody's mouth."""
    actor = voice_at(view, items, index)
    after = index + len(cue.words)
    while after < len(items) and view.lexicon.has(items[after].word, "adverb"):
        after += 1
    if actor is None or after >= len(items):
        return None
    if items[after].word not in cues.lists["verdicts.kept_from"]:
        return None
    subject = thing_before(view, items, index)
    denied = any(
        view.lexicon.has(word, "not")
        for word in (*cue.words, *(i.word for i in items[_begin(items, index) : index]))
    )
    if subject is None or not denied:
        return None
    if in_condition(of_verb(view, items, after, "past"), items, index):
        return None
    end = clause_end(view, items, after)
    return Stand(
        actor, None, "against", subject.first, subject.last, index, index, max(end, after + 1),
        (subject.first, max(end, after + 1)), f"kept:{cue.name}", True,
    )  # fmt: skip


def _begin(items: Items, index: int) -> int:
    """Return where the clause begins whose verb group is at ``items[index]``, marks at hand."""
    first = index
    while first and index - first < _WIDE and items[first - 1].word not in (*STRONG, *QUOTES, ","):
        first -= 1
    return first


def _for_whom(items: Items, after: int) -> str | None:
    """Return whom a thing is told to be so for: "a red line for Lutha"."""
    if after >= len(items) or items[after].word != "for":
        return None
    return next((i.ref.actor for i in items[after + 1 : after + 5] if i.ref is not None), None)
