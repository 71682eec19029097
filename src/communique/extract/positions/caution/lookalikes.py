"""Words that look like a stand and are help, courtesy, deeds or a guest's welcome."""

from __future__ import annotations

from itertools import pairwise

from communique.extract.clauses import STRONG, Subject, clause_end
from communique.extract.modality import Items, Modality
from communique.extract.positions.caution.guards import is_from_here
from communique.extract.positions.caution.named import person_at
from communique.extract.positions.cues import Cue, Cues
from communique.extract.view import View

_OBJECT = 8  # items in which the head of an object stands


def looks_alike(
    view: View,
    cues: Cues,
    items: Items,
    after: int,
    cue: Cue,
    subject: Subject | None,
    modality: Modality,
) -> bool:
    """Tell whether a verb of stance with what follows ``items[after]`` takes no stand."""
    if modality.status == "planned" and (cue.own or cue.name in ("agree", "welcome")):
        return modality.cue != "would"  # "will seek", "will welcome the mayors": a plan
    if subject is not None and any(
        item.word in ("if", "whether") for item in items[max(0, subject.first - 2) : subject.first]
    ):
        return True  # "I wonder if the mayor supports it"
    if after + 1 >= len(items):
        return False
    if cue.own and items[after].word == "to" and is_from_here(items, after + 1):
        return True
    if cue.own and subject is not None and items[subject.last - 1].word == "i":
        to = items[after].word == "to"
        return to and items[after + 1].word not in cues.lists["guards.willed"]
    if (cue.first or cue.name == "seek") and head_of(view, items, after) in cues.lists[
        "guards.means_of_work"
    ]:
        return True
    if is_help(view, cues, items, after, cue, subject):
        return True
    if modality.condition is None and is_deed(cues, items, after, cue):
        return True
    if cue.name == "urge" and asks_daily(cues, items, after):
        return True
    if items[after].word == "to" and after + 2 < len(items):
        ends = cues.lists["guards.ends"]
        if cue.own and items[after + 1].word == "put" and items[after + 2].word not in ends:
            return True
        if cue.own and not modality.negated and is_own_deed(cues, items, after + 1):
            return True
        daily = cues.lists["guards.daily"]
        return cue.name in ("refuse", "decline") and items[after + 1].word in daily
    return is_greeting(view, cues, items, after, cue)


def asks_daily(cues: Cues, items: Items, after: int) -> bool:
    """Tell whether somebody is urged to do a daily thing: "urged people to take a look"."""
    daily = cues.lists["guards.daily"] | (
        cues.lists["guards.courtesy"] - cues.lists["guards.plain"]
    )
    ahead = [item.word for item in items[after : after + _OBJECT]]
    return any(a == "to" and b in daily for a, b in pairwise(ahead))


def is_help(
    view: View, cues: Cues, items: Items, after: int, cue: Cue, subject: Subject | None
) -> bool:
    """Tell whether "support" is help: of a body, in progress, or of people and works."""
    if cue.name != "support" or subject is None:
        return False
    actor = view.actors.get(subject.actor or "")
    words = [item.word for item in items[after : clause_end(view, items, after)]]
    if any(word in cues.lists["guards.sides"] for word in words[:_OBJECT]):
        return False
    body = actor is not None and actor.kind in ("organisation", "bloc")
    ongoing = cue.form == "ing" or "by" in words
    ongoing = ongoing or any(a == "in" and b.endswith("ing") for a, b in pairwise(words))
    if person_at(view, items, after) and "in" not in words:
        return False
    helped = any(word in cues.lists["guards.helped"] for word in words[:_OBJECT])
    return body or ongoing or helped


def is_deed(cues: Cues, items: Items, after: int, cue: Cue) -> bool:
    """Tell whether what is agreed is a deed ("to stay in touch") and no view."""
    if cue.name != "agree":
        return False
    if items[after].word == "to":
        return after + 1 >= len(items) or items[after + 1].word in cues.lists["guards.deeds"]
    if items[after].word != "that":
        return False
    ahead = {item.word for item in items[after : after + 20]}
    return not ahead & cues.lists["guards.views"]


def is_listed(cue: Cue, items: Items, index: int) -> bool:
    """Tell whether a bare verb goes on with a list of infinitives."""
    if cue.form != "base" or index == 0 or items[index - 1].word not in (",", "and", "or"):
        return False
    return any(item.word == "to" for item in items[max(0, index - 14) : index])


def is_courtesy(cues: Cues, items: Items, after: int) -> bool:
    """Tell whether somebody is wished to be told: "I want everybody to know"."""
    courtesy = cues.lists["guards.courtesy"] - cues.lists["guards.plain"]
    ahead = [item.word for item in items[after : after + 10]]
    return any(a == "to" and b in courtesy for a, b in pairwise(ahead))


def head_of(view: View, items: Items, at: int) -> str:
    """Return the last word of the noun phrase at ``items[at]``, "" for none."""
    head = ""
    for item in items[at : at + _OBJECT]:
        if not item.word[:1].isalnum() or view.lexicon.has(
            item.word,
            "preposition",
            "conjunction",
            "relative",
            "subordinator",
            "be",
            "modal",
            "future",
            "to",
        ):
            break
        head = item.word
    return head


def is_own_deed(cues: Cues, items: Items, after: int) -> bool:
    """Tell whether what is wished is one's own work ("wants to invest") and no issue."""
    return after < len(items) and items[after].word in cues.lists["guards.doing"]


def is_greeting(view: View, cues: Cues, items: Items, after: int, cue: Cue) -> bool:
    """Tell whether people are welcomed: "welcomed visitors to …"."""
    if cue.name != "welcome":
        return False
    if any(item.word[:1].isdigit() for item in items[after : after + 3]):
        return True  # "welcomed nearly 9,000 families"
    guests = cues.lists["guards.guests"]
    words = [item.word for item in items[after : after + _OBJECT]]
    ahead = items[after : clause_end(view, items, after)]
    arrives = any(a.word == "to" and b.ref is not None for a, b in pairwise(ahead))
    return head_of(view, items, after) in guests or (arrives and bool(guests & set(words)))


def is_guest(view: View, items: Items, at: int) -> bool:
    """Tell whether the phrase at ``items[at]`` is a person: "welcomed Chancellor Moss to …"."""
    for i in range(at, min(at + 7, len(items))):
        ref = items[i].ref
        if ref is not None and ref.form == "mention":
            after = items[i + 1].word if i + 1 < len(items) else ""
            actor = view.actors.get(ref.actor)
            return actor is not None and actor.kind == "person" and after not in ("'s", "'")
        word = items[i].word
        if view.lexicon.has(word, "preposition", "conjunction") or word in STRONG or word == ",":
            return False
    return False
