"""What has the words of a forecast and is none: vows, wishes, plans, contents of laws."""

from __future__ import annotations

from communique.extract.forecasts.clause import Clause
from communique.extract.modality import Items

_WISH = 7  # items before a subject in which a wish stands
_HOPEFULLY = 16


def is_scheduled(clause: Clause) -> bool:
    """Tell whether somebody is on the way to one's own aim: "the bank is poised to open"."""
    tracked = clause.is_by("likely") and clause.cue.words[0] in clause.cues.lists["tracking"]
    return tracked and clause.subject.actor is not None and clause.does("arranged", "deeds")


def is_vow(clause: Clause) -> bool:
    """Tell whether resolve is told: "our friends will not walk away", "something he will …"."""
    subject = clause.subject
    group = [item.word for item in clause.items[subject.last : clause.verb + 1]]
    denied = not {"not", "never", "won't", "n't", "no"}.isdisjoint(group)
    if denied and clause.does("resolve"):
        return True
    if subject.actor is not None and "longer" in group:
        return True
    heads = [item.word for item in clause.items[subject.first : subject.last]]
    if clause.has_any(heads, "ideals") and clause.word in ("win", "prevail", "change"):
        return True
    return not {"something", "longer"}.isdisjoint(clause.before(2) + heads)


def is_unforeseen(clause: Clause) -> bool:
    """Tell whether the clause is told as not foreseen: "nobody expected that …"."""
    before = clause.before(14)
    foreseeing = tuple(clause.cues.lists["foreseeing"])
    at = next((n for n, word in enumerate(before) if word.startswith(foreseeing)), None)
    return at is not None and any(
        clause.view.lexicon.has(word, "not") or word in ("nobody", "none") for word in before[:at]
    )


def is_wished(clause: Clause) -> bool:
    """Tell whether it is hoped for: "I hope they will", "hopefully, prices will fall"."""
    near = clause.items[max(0, clause.subject.first - _WISH) : clause.subject.last + 1]
    hoped = clause.has_any((item.word for item in near), "hoping")
    return hoped or "hopefully" in clause.before(_HOPEFULLY)


def is_design(clause: Clause) -> bool:
    """Tell whether "would" says what a bill or a budget contains."""
    return clause.is_by("would") and clause.is_about("designs")


def is_lifelong(clause: Clause) -> bool:
    """Tell whether somebody is told never, or always, to do a thing: a vow or praise."""
    group = clause.items[clause.subject.last : clause.verb]
    ever = any(item.word in ("never", "always") for item in group)
    return ever and clause.subject.actor is not None


def is_relative(items: Items, start: int) -> bool:
    """Tell whether the clause tells which one: "a treaty that will last"."""
    return start > 1 and (
        items[start - 1].word in ("who", "which")
        or (items[start - 1].word == "that" and items[start - 2].word[:1].isalpha())
        or (items[start - 1].word == "that" and items[start - 2].word == ",")
    )
