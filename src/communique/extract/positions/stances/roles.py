"""Stands told by what somebody is: "Ruiz, a critic of the treaty", "is a friend of the truce"."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import STRONG, subject_of, verb_start
from communique.extract.modality import Items
from communique.extract.positions.caution.named import person_at
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.stand import FLIPPED, Stand, be_modality, copula_before
from communique.extract.view import View

_DESCRIBED = 6  # items of "a long-time and outspoken" before the noun


def by_role(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "X, a critic of the war, …", "X is a champion of the truce" and "the treaty's foe X"."""
    first = _article(view, items, index)
    after = index + len(cue.words)
    if first is None or after >= len(items) or items[index].upper:
        return None
    if any(item.word in cues.lists["guards.funding"] for item in items[first:index]):
        return None  # "the largest financial supporter of the relief fund"
    if items[first].word == "no":
        cue = replace(cue, polarity=FLIPPED[cue.polarity])  # "is no fan of the levy"
    alone = cue.name in cues.lists["roles.alone_for"] | cues.lists["roles.alone_against"]
    if alone and not person_at(view, items, index - 1):
        return None
    about = (index - 1, index) if alone else (after, _until(items, after))
    if about[1] <= about[0] or view.lexicon.has(items[about[0]].word, "pronoun", "possessive"):
        return None  # "a supporter of mine"
    before = items[first - 1] if first else None
    if before is not None and before.word == "," and first > 1:
        ref = items[first - 2].ref
        if ref is None or view.lexicon.has(
            items[first - 3].word if first > 2 else "", "preposition"
        ):
            return None  # "a friend of Lutha, a champion of peace"
        end = max(about[1], after)
        return Stand(
            ref.actor, None, cue.polarity, first - 2, first - 1, first, index, end, about,
            f"role:{cue.name}", not _is_sided(view, cues, items, about[0], cue),
        )  # fmt: skip
    return _predicated(view, cues, items, first, index, cue, about)


def _predicated(
    view: View,
    cues: Cues,
    items: Items,
    first: int,
    index: int,
    cue: Cue,
    about: tuple[int, int],
) -> Stand | None:
    be = copula_before(view, items, first, frozenset())
    if be is None:
        return None
    start = verb_start(view, items, be)
    subject = subject_of(view, items, start)
    modality, denied = be_modality(view, items, be, first)
    if subject is None or subject.actor is None or modality.status != "held":
        return None
    denied = denied or modality.negated
    return Stand(
        subject.actor, None, FLIPPED[cue.polarity] if denied else cue.polarity, subject.first,
        subject.last, start, index, max(about[1], index + len(cue.words)), about,
        f"role:{cue.name}",
        not _is_sided(view, cues, items, about[0], cue),
    )  # fmt: skip


def _is_sided(view: View, cues: Cues, items: Items, after: int, cue: Cue) -> bool:
    """Tell whether one is for or against a person or a thing that is known: "of the levy"."""
    if person_at(view, items, after):
        return True
    known = view.lexicon.has(items[after].word, "definite", "possessive")
    known = known or any(
        view.lexicon.has(item.word, "genitive") for item in items[after + 1 : after + 4]
    )
    return known and cue.name in cues.lists["roles.sided"]


def _article(view: View, items: Items, index: int) -> int | None:
    """Return where "a long-time | opponent" begins, if it is one of many."""
    for at in range(index - 1, max(-1, index - _DESCRIBED), -1):
        word, ref = items[at].word, items[at].ref
        if at == index - 1 and ref is not None and ref.form == "mention":
            continue  # "a long-time Ruiz | supporter"
        if ref is not None or word in STRONG or word == ",":
            return None
        if view.lexicon.has(word, "article") or word in ("no", "one"):
            return at
        if view.lexicon.has(word, "be", "preposition", "conjunction", "pronoun", "reporting"):
            return None
    return None


def _until(items: Items, after: int) -> int:
    """Return where the words end that name what one is for or against."""
    for at in range(after, len(items)):
        if items[at].word in STRONG or items[at].word in (",", "who", "which", "and", '"'):
            return at
    return len(items)
