"""Stands told of what receives them: "the plan won backing from X", "enjoys X's support"."""

from __future__ import annotations

from communique.extract.clauses import (
    QUOTES,
    STRONG,
    Subject,
    listed,
    subject_of,
    verb_start,
    words_of,
)
from communique.extract.modality import Items, of_verb
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.stand import Stand, is_somebody, polarity_of
from communique.extract.view import View

_BEFORE = 5  # items between a verb and the noun that it takes
_HOLDER = 7  # items of whoever gives backing


def by_receiving(view: View, cues: Cues, items: Items, index: int, cue: Cue) -> Stand | None:
    """Read "the plan drew criticism from X" and "the plan has X's support"."""
    verb = _verb(view, cues, items, index)
    if verb is None:
        return None
    giver = _giver(view, cues, items, index, verb)
    start = verb_start(view, items, verb)
    patient = subject_of(view, items, start)
    if giver is None or patient is None or patient.person != "third" or patient.last > verb:
        return None
    if giver.actor is not None and giver.actor == patient.actor:
        return None
    polarity = polarity_of(cue.polarity, of_verb(view, items, verb, "past"), items, verb)
    if polarity is None or any(view.lexicon.has(i.word, "not") for i in items[start:index]):
        return None
    first = whole_patient(view, items, patient.first)
    raw = None if giver.actor else words_of(view, items, giver.first, giver.last, 8)
    end = max(index + 1, giver.last)
    return Stand(
        giver.actor, raw, polarity, first, patient.last, first, index, end,
        (first, patient.last), f"received:{cue.name}",
    )  # fmt: skip


def whole_patient(view: View, items: Items, first: int) -> int:
    """Return where a subject begins whose last part does at ``items[first]``.

    "The proposal to move the talks to | Orsk (was rejected)".
    """
    led = first > 0 and view.lexicon.has(items[first - 1].word, "preposition", "to")
    if not led and not (first > 1 and items[first - 2].word == "to"):
        return first  # "the plan to scrap | the toll" goes on before it, too
    at = first
    while at and not (
        items[at - 1].word in STRONG
        or items[at - 1].word in QUOTES
        or items[at - 1].word in (",", "but", ")")
        or view.lexicon.has(items[at - 1].word, "relative", "subordinator", "reporting")
    ):
        at -= 1
    opens = items[at]
    plain = opens.ref is not None or view.lexicon.has(opens.word, "article", "possessive")
    return at if plain else first


def _verb(view: View, cues: Cues, items: Items, index: int) -> int | None:
    """Return the verb of receiving before the noun at ``items[index]``."""
    for at in range(index - 1, max(-1, index - _BEFORE), -1):
        word = items[at].word
        if word in STRONG or word in QUOTES or word == ",":
            return None
        if view.lexicon.has(word, "preposition") and word not in ("with", "of"):
            return None  # "donors have polarised | in support of"
        if items[at].ref is None and word in cues.lists["receiving.verbs"]:
            return at
    return None


def _giver(view: View, cues: Cues, items: Items, index: int, verb: int) -> Subject | None:
    """Return who gives it: "from X" behind the noun at ``items[index]``, "X's" before it."""
    owner = index - 2
    ref = items[owner].ref if owner > verb and items[index - 1].word in ("'s", "'") else None
    if ref is not None:
        return Subject(owner, owner + 1, ref.actor)
    joint = items[index + 1].word if index + 2 < len(items) else ""
    given = joint in ("from", "by")
    given = given or (joint == "of" and items[verb].word in cues.lists["receiving.having"])
    if not given:
        return None
    for at in range(index + 2, min(len(items), index + 2 + _HOLDER)):
        item = items[at]
        if item.ref is not None:
            if item.ref.form != "mention" or item.ref.actor not in view.actors:
                return None
            return Subject(at, at + 1, item.ref.actor)
        last = at + 1
        behind = items[last].word if last < len(items) else "."
        if not item.word[:1].isalpha() or view.lexicon.has(item.word, "preposition", "relative"):
            return None
        if view.lexicon.has(behind, "genitive") or (
            behind[:1].isalnum()
            and not view.lexicon.has(behind, "preposition", "relative", "conjunction")
        ):
            continue
        one = Subject(index + 2, last, None, crowd=item.word in listed(view, "crowds"))
        return one if is_somebody(view, items, one) else None
    return None
