"""What turns the polarity of a verb of stance round, or leaves none: "no longer", "not always"."""

from __future__ import annotations

from itertools import pairwise

from communique.extract.clauses import Subject
from communique.extract.modality import Items, Modality
from communique.extract.positions.caution.complements import wants_talks
from communique.extract.positions.caution.lookalikes import is_courtesy
from communique.extract.positions.cues import Cue, Cues
from communique.extract.positions.stand import FLIPPED, doubted, is_told, polarity_of
from communique.extract.view import View
from communique.model.claims import Polarity


def polarity_of_verb(
    view: View,
    cues: Cues,
    items: Items,
    at: tuple[int, int, int],
    cue: Cue,
    subject: Subject | None,
    modality: Modality,
) -> Polarity | None:
    """Return the polarity of a verb, whose group, word and complement begin ``at``."""
    start, index, after = at
    polarity = polarity_of(cue.polarity, modality, items, index)
    if _is_shifted(view, cues, items, index, modality):
        polarity = FLIPPED[cue.polarity] if modality.negated else cue.polarity
    if modality.cue == "could" and cue.name in cues.lists["guards.could"] and not modality.negated:
        polarity = "conditional" if is_told(view, items, index) else None  # "said it could back it"
    none = [item.word for item in items[after : after + 2]]
    if polarity in ("for", "against") and "no" in none and not _is_least(none, items, after):
        polarity = FLIPPED[polarity]  # "wants no third party"
    if polarity is None or (cue.only and polarity not in cue.only):
        return None
    had = any(view.lexicon.has(item.word, "have") for item in items[start:index])
    if had and modality.negated and cue.name in cues.lists["guards.yet_to_do"]:
        return None  # "has not endorsed her" yet
    if cue.own and modality.cue in cues.lists["guards.able"]:
        return None  # "may seek the opinion of the court" is a rule
    if any(a.word == "not" and b.word == "only" for a, b in pairwise(items[start : index + 1])):
        polarity = cue.polarity  # "we not only reject terrorism"
    if modality.negated and any(i.word in cues.lists["guards.partly"] for i in items[start:index]):
        return None  # "does not always reject"
    if not modality.negated and _no_longer(items[start : index + 1]):
        polarity = FLIPPED[polarity]
    first = subject is not None and subject.person == "first"
    courteous = is_courtesy(cues, items, after) and not wants_talks(items, after + 1)
    if cue.own and first and (cue.form == "past" or courteous):
        return None
    if subject is not None and (doubted(view, items, subject.first) or _not_to(cues, items, after)):
        polarity = FLIPPED[polarity]
    if modality.cue in ("would", "'d") and first and polarity == "conditional":
        polarity = cue.polarity  # "I would disagree" is a polite form
    if cue.name == "rule out" and polarity == "for":
        polarity = "neutral"
    if cue.first and (not first or items[after].word[:1].isdigit()):
        return None  # "we need sixty votes" counts
    return None if cue.name == "thank" and first else polarity


def _is_shifted(view: View, cues: Cues, items: Items, index: int, modality: Modality) -> bool:
    """Tell whether "would" is somebody's "will" told later: "said she would back"."""
    shifted = modality.cue in cues.lists["guards.shifted"] and modality.condition is None
    return shifted and is_told(view, items, index)


def _is_least(words: list[str], items: Items, after: int) -> bool:
    """Tell whether "no" denies nothing: "wants no less than", "says no to"."""
    at = after + words.index("no") + 1
    joined = words[0] != "no" and words[0] not in ("for", "to", "on", "with")
    return (
        joined or at >= len(items) or items[at].word in ("less", "more", "fewer", "to", "one", ",")
    )


def _no_longer(items: Items) -> bool:
    return any(a.word == "no" and b.word == "longer" for a, b in pairwise(items))


def is_over(cues: Cues, items: Items, start: int, index: int, cue: Cue) -> bool:
    """Tell whether a stand was given up: "once opposed", "had argued for a truce but gave in"."""
    past = cues.lists["guards.past"]
    if cue.form == "past" and any(i.word in past for i in items[max(0, start - 1) : index]):
        return True
    if not any(item.word == "had" for item in items[start:index]):
        return False
    over = cues.lists["guards.over"]
    return any(  # not "had condemned the raid but also blamed the crew"
        item.word in over and (item.word != "but" or behind.word != "also")
        for item, behind in zip(items[index:], [*items[index + 1 :], items[-1]], strict=True)
    )


def _not_to(cues: Cues, items: Items, after: int) -> bool:
    """Tell whether what is wished is that somebody does not: "urged Lutha not to …"."""
    ahead = [item.word for item in items[after : after + 8]]
    if "," in ahead:
        ahead = ahead[: ahead.index(",")]
    pairs = list(pairwise(ahead))
    return ("not", "to") in pairs or any(
        a == "to" and b in cues.lists["guards.refraining"] for a, b in pairs
    )
