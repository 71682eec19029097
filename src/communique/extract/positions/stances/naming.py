"""Stands told by naming: "our goal is to end the war", "Lutha is an honest broker"."""

from __future__ import annotations

from communique.extract.clauses import (
    QUOTES,
    STRONG,
    clause_end,
    listed,
    subject_of,
    verb_start,
)
from communique.extract.modality import Items
from communique.extract.positions.caution.firmness import tells_due
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.holder.attributed import is_attributed
from communique.extract.positions.holder.interviews import is_interview
from communique.extract.positions.holder.pronouns import meant_by
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

_OWNER = 4  # items between an owner and what is the owner's
_VERB = 4  # items between a noun and its "is"
_CALLED = 6  # items between a verb of calling and what one is called


def by_aim(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "our goal is to end the war" and "Lutha's position is that …"."""
    owner = _owner(view, items, index)
    be = index + 1
    while be < min(len(items), index + _VERB) and view.lexicon.has(items[be].word, "adverb"):
        be += 1
    if owner is None or be >= len(items) - 1 or not view.lexicon.has(items[be].word, "be"):
        return None
    actor = _whose(view, items, owner)
    meant = meant_by(view, items, owner) if actor is None else None
    actor = meant.actor if meant is not None else actor
    raw = meant.raw if meant is not None else None
    modality, denied = be_modality(view, items, be, min(be + 2, len(items)))
    polarity = polarity_of("for", modality, items, be)
    if (actor or raw) is None or polarity is None or in_condition(modality, items, be):
        return None
    end = clause_end(view, items, be + 1)
    if end <= be + 1 or items[owner].word in cues.lists["guards.addressed"]:
        return None
    if cue.name in cues.lists["aims.views"] and not view.lexicon.has(
        items[be + 1].word, "to", "subordinator"
    ):
        return None  # "our policy is working"
    thought = cue.name in cues.lists["aims.thoughts"] and items[be + 1].word == "that"
    if thought and not tells_due(view, cues, items, be + 2):
        return None  # "our view is that there are ways to prevail"
    first = owner - 1 if view.lexicon.has(items[owner].word, "genitive") else owner
    firm = is_interview(view) and is_attributed(view, items, be)
    return Stand(
        actor, raw, FLIPPED[polarity] if denied else polarity, first, owner + 1, be, index, end,
        (be + 1, end), f"aim:{cue.name}", not firm, firm=firm,
    )  # fmt: skip


def _owner(view: View, items: Items, index: int) -> int | None:
    """Return the item that says whose the noun at ``items[index]`` is: "our", "'s"."""
    for at in range(index - 1, max(-1, index - _OWNER), -1):
        word = items[at].word
        if view.lexicon.has(word, "genitive", "possessive"):
            return at
        if not word.isalpha() or items[at].ref is not None:
            return None
    return None


def _whose(view: View, items: Items, owner: int) -> str | None:
    item = items[owner]
    if view.lexicon.has(item.word, "genitive"):
        if owner > 1 and items[owner - 2].word in ("in", "of", "from"):
            return None  # "members in Parliament's first aim"
        before = items[owner - 1].ref if owner else None
        return before.actor if before is not None else None
    if item.ref is not None:
        return item.ref.actor
    first = view.lexicon.has(item.word, "first_singular", "first_plural")
    return view.speaker_at(item.start) if first else None


def by_name(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "X is an honest broker" and "Y calls X an aggressor": a stand on X."""
    if items[index].upper:
        return None
    be = _copula(view, items, index)
    if be is None:
        return _called(view, cues, items, index, cue)
    speaker = voice_at(view, items, index)
    start = verb_start(view, items, be)
    if start and view.lexicon.has(items[start - 1].word, "conjunction"):
        return None  # "the launches broke rules of the Council and are a threat"
    subject = subject_of(view, items, start)
    modality, denied = be_modality(view, items, be, index)
    polarity = polarity_of(cue.polarity, modality, items, be)
    if speaker is None or subject is None or subject.actor in (None, speaker):
        return None
    actor = view.actors.get(subject.actor or "")
    if "friend" in cue.words and actor is not None and actor.kind == "person":
        return None  # "she is a great friend": praise
    if (
        modality.status != "held"
        or polarity in (None, "conditional")
        or in_condition(modality, items, be)
    ):
        return None
    assert polarity is not None
    end = index + len(cue.words)
    return Stand(
        speaker, None, FLIPPED[polarity] if denied else polarity, subject.first, subject.last,
        subject.first, be, end, (subject.first, subject.last), f"named:{cue.name}",
    )  # fmt: skip


def _copula(view: View, items: Items, index: int) -> int | None:
    first = index
    while first and index - first < _CALLED and _describes(view, items, first - 1):
        first -= 1
    return copula_before(view, items, first, frozenset())


def _describes(view: View, items: Items, at: int) -> bool:
    """Tell whether an article or an adjective stands at ``items[at]``."""
    word = items[at].word
    if view.lexicon.has(word, "article"):
        return True
    return (
        items[at].ref is None
        and word.isalpha()
        and not view.lexicon.has(
            word, "be", "have", "do", "preposition", "conjunction", "pronoun", "not", "adverb"
        )
        and word not in listed(view, "telling")
    )


def _called(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    verbs = cues.lists["evaluate.consider"]
    for at in range(index - 1, max(-1, index - _CALLED), -1):
        word = items[at].word
        if word in STRONG or word in QUOTES or word == ",":
            return None
        if items[at].ref is None and word in verbs:
            break
    else:
        return None
    named = next((i for i in range(at + 1, index) if items[i].ref is not None), None)
    start = verb_start(view, items, at)
    subject = subject_of(view, items, start)
    if named is None or subject is None or subject.actor is None or subject.last > at:
        return None
    if any(view.lexicon.has(item.word, "not", "future", "modal") for item in items[start:at]):
        return None
    end = index + len(cue.words)
    return Stand(
        subject.actor, None, cue.polarity, subject.first, subject.last, start, at, end,
        (named, named + 1), f"named:{cue.name}",
    )  # fmt: skip
