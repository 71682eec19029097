"""Stands told with a predicate: "X is ready to …", "X is against …", "X is in favour of …"."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import STRONG, clause_end, verb_start
from communique.extract.modality import Items, Modality
from communique.extract.positions.caution.firmness import offers_talks, tells_due
from communique.extract.positions.caution.guards import on_terms, worry
from communique.extract.positions.caution.lookalikes import head_of, is_own_deed
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.holder.attributed import is_attributed
from communique.extract.positions.holder.holders import holder_at
from communique.extract.positions.stand import (
    FLIPPED,
    Stand,
    be_modality,
    copula_before,
    held_by,
    polarity_of,
)
from communique.extract.view import View
from communique.model.claims import Polarity

_PAIR = 20  # items between the two sides of "for X, but against Y"
_BESIDE = 6  # items between a copula and its predicate


def by_predicate(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "X is ready to …" and "X is against …"."""
    be = copula_before(view, items, index, frozenset())
    if be is None:
        be = _be_of_pair(view, cues, items, index)
    if be is None:
        return None
    modality, denied = be_modality(view, items, be, min(index, be + _BESIDE))
    base = worry(cues, items, index + len(cue.words), cue)
    polarity = polarity_of(base, modality, items, index) if base is not None else None
    if polarity is None:
        return None
    if cue.kind == "ready" and polarity == "conditional" and modality.condition is None:
        return None
    refused = denied or modality.negated
    start = verb_start(view, items, be)
    if be and items[be].word == "being" and items[be - 1].word in ("denied", "denies", "denying"):
        refused = denied = True  # "denied | being against the treaty"
        start = verb_start(view, items, be - 1)
    polarity = FLIPPED[polarity] if denied else polarity
    after = index + len(cue.words)
    talks = offers_talks(cues, items, after)
    if _says_little(view, cues, items, after, cue, refused, talks):
        return None
    if _is_intended(cues, items, be, after, cue, refused):
        return None
    own = is_own_deed(cues, items, after)
    if own and cue.words[0] in ("eager", "keen"):
        return None
    terms = on_terms(cues, items, after, clause_end(view, items, after))
    if own and cue.kind == "ready" and modality.condition is None and not (talks or terms):
        return None
    if not _fits(view, cues, items, index, after, cue):
        return None
    weak = cue.kind == "ready" and not _is_on_told_terms(view, items, index, modality, polarity)
    weak = weak or cue.words[0] in cues.lists["guards.weak_predicates"]
    weak = weak and not (cue.name == "for" and _is_pointed_at(view, items, index, after))
    weak = weak and not (refused and cue.name in cues.lists["firm.unready"])
    if cue.name in cues.lists["firm.unready"] and polarity in ("for", "conditional"):
        weak = weak and polarity == "for" and not terms
    subject = holder_at(view, items, start)
    unfit = refused and cue.kind == "ready" and cue.words[-1] == "for"
    if unfit and (subject is None or subject.person != "first"):
        return None  # "Lutha is not ready for membership"
    stand = held_by(
        view, items, subject, polarity, start, index, after, f"predicate:{cue.name}", weak
    )
    called = "talks" if talks and cue.kind == "ready" else ""
    return replace(stand, called=called) if stand is not None else None


def _is_on_told_terms(
    view: View, items: Items, index: int, modality: Modality, polarity: Polarity
) -> bool:
    """Tell whether a report tells on which terms one is ready: "open to a longer route if …"."""
    if polarity != "conditional" or modality.condition is None:
        return False
    statement = view.statement_at(items[index].start)
    return statement is None or is_attributed(view, items, index)


def _says_little(
    view: View, cues: Cues, items: Items, after: int, cue: Cue, refused: bool, talks: bool
) -> bool:
    """Tell whether courtesy or work follows at ``items[after]``, or nothing."""
    if cue.words[-1] in ("to", "of", "with") and _is_left_behind(view, items, after):
        return True  # "what Lind has been committed to for years"
    if refused and cue.words[0] in cues.lists["guards.moved"]:
        return True  # "I'm not concerned about prices" is for nothing
    if after >= len(items):
        return False
    word = items[after].word
    plain = not talks and not (cue.kind == "ready" and refused)
    if cue.polarity == "against" and cue.words[-1] == "to":
        plain = word in cues.lists["guards.unwilling"]  # "unwilling to comment"
    return (plain and word in cues.lists["guards.courtesy"]) or word in cues.lists["guards.works"]


def _is_intended(cues: Cues, items: Items, be: int, after: int, cue: Cue, refused: bool) -> bool:
    """Tell whether "going to" tells a plan that is no side: "we were going to secure it"."""
    if cue.name not in cues.lists["guards.intending"]:
        return False
    if items[be].word in ("was", "were") or after >= len(items):
        return True
    never = refused and items[after].word == "stop"  # "we're not going to stop hoping"
    return never or items[after].word not in cues.lists["guards.goals"]


def _fits(view: View, cues: Cues, items: Items, index: int, after: int, cue: Cue) -> bool:
    """Tell whether what follows a predicate is what it takes a side on."""
    if cue.name == "against" and (
        items[index - 1].word == "up" or head_of(view, items, after) in cues.lists["guards.leaning"]
    ):
        return False
    if cue.name == "for":
        return _is_cause(view, items, index, after) or _is_pointed_at(view, items, index, after)
    if cue.name in cues.lists["firm.glad"]:  # not "happy to talk to you"
        return after < len(items) and items[after].word in cues.lists["firm.hosting"]
    if cue.name in cues.lists["firm.viewing"]:
        return tells_due(view, cues, items, after)
    return cue.words[0] != "convinced" or _prescribes(cues, items, after)


def _is_left_behind(view: View, items: Items, after: int) -> bool:
    return after >= len(items) or view.lexicon.has(items[after].word, "preposition")


def _is_cause(view: View, items: Items, index: int, after: int) -> bool:
    """Tell whether "is for" takes a side: "we are for peace", not "we have been for years"."""
    if items[index - 1].word in ("been", "be") or after >= len(items):
        return False
    word = items[after].word
    vague = view.lexicon.has(word, "pronoun", "possessive") or word in (
        "all",
        "now",
        "some",
        "most",
    )
    if any(item.word == "sake" for item in items[after : after + 2]):
        return False
    return items[after].ref is None and not vague and items[after].date < 0


def _is_pointed_at(view: View, items: Items, index: int, after: int) -> bool:
    """Tell whether "I am for it" is all that is said."""
    speaks = index > 1 and view.lexicon.has(items[index - 2].word, "first_singular", "first_plural")
    alone = after + 1 < len(items) and not items[after + 1].word[:1].isalnum()
    return speaks and alone and items[after].word in ("it", "that", "this")


def _be_of_pair(view: View, cues: Cues, items: Items, index: int) -> int | None:
    """Return the "be" that "against" shares in "is in favour of X, but against Y"."""
    if not index or items[index - 1].word not in ("but", "and"):
        return None
    for at in range(index - 2, max(-1, index - _PAIR), -1):
        word = items[at].word
        if word in STRONG or view.lexicon.has(word, "relative", "subordinator"):
            return None
        if items[at].ref is None and view.lexicon.has(word, "be"):
            near = {item.word for item in items[at + 1 : at + 3]}
            return at if near & cues.lists["guards.beside_be"] else None
    return None


def _prescribes(cues: Cues, items: Items, after: int) -> bool:
    """Tell whether what somebody is convinced of is that something has to be done."""
    modals = cues.lists.get("prescribe.modals", frozenset())
    ahead = [item.word for item in items[after : after + 30]]
    return "necessary" in ahead or any(word in modals for word in ahead)
