"""Contacts to come that no verb of meeting tells: a next round, and what somebody is invited to.

"The second round will be held in Azul" is of those who met at the first; "invited Lind to a summit
in Azul" has its host before the verb and its guest behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.extract.contacts.clauses.scene import Scene, participants_of
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group
from communique.extract.modality import Modality

_NUMBERED = 3  # items between "second" and "round": "second high-level round"
_SOON = 3  # sentences in which "the next meeting" is of those told of
_VERB = 8  # items between "round of talks" and "will", "is expected"
_GATHERING = 9  # items between "to attend" and "summit"


def next_round(scene: Scene, last: Mention) -> Mention | None:
    """Return the next contact of those at ``last``, or one before, where nobody is named with it.

    "Round" says so by itself; "the next meeting" may be of others, some sentences further on.
    """
    words = scene.triggers.words
    for at, item in enumerate(scene.items):
        if item.ref is None and (found := _resumed(scene, last, at)) is not None:
            return found
        if item.ref is not None or item.word not in words["rounds"]:
            continue
        if item.word != "round" and scene.sentence - last.sentence > _SOON:
            continue
        before = range(max(0, at - _NUMBERED), at)
        known = words["numbered"] | (words["past_rounds"] if item.word == "round" else frozenset())
        first = next((n for n in before if scene.word(n) in known), None)
        of = scene.word(at + 1) == "of" and scene.word(at + 2) not in words["rounds"]
        if of or first is None or any(g.first in range(first, at + 4) for g in scene.groups):
            continue
        verb = _verb_to_come(scene, at)
        over = _verb_over(scene, at) if verb is None and item.word == "round" else None
        verb = verb or over
        if verb is None:
            continue
        return scene.mention(
            at,
            first,
            verb,
            kind=last.kind,
            why="noun:held",
            modality=Modality(status="held" if over else "planned"),
            participants=last.participants,
            distinct=True,
        )
    return None


def _resumed(scene: Scene, last: Mention, at: int) -> Mention | None:
    """Return what is to come in "the talks resume on Monday", "are due to continue in Azul"."""
    words = scene.triggers.words
    near = _is_near(scene, last) and scene.lexicon.has(scene.word(at - 1), "definite")
    if scene.word(at) not in words["talking_on"] or not near:
        return None
    if any(group.first in range(at, at + _NUMBERED) for group in scene.groups):
        return None
    verb = next((n for n in range(at + 1, at + _VERB) if scene.word(n) in words["resuming"]), None)
    if verb is None or not all(_leads_on(scene, n) for n in range(at + 1, verb)):
        return None
    if not any(scene.is_dated(n) for n in range(verb + 1, verb + _VERB)):
        return None
    return scene.mention(
        at,
        at - 1,
        verb + 1,
        kind=last.kind,
        why="noun:held",
        modality=Modality(status="planned"),
        participants=last.participants,
        distinct=True,
    )


def _is_near(scene: Scene, last: Mention) -> bool:
    """Tell whether a contact was told of shortly before."""
    return 0 < scene.sentence - last.sentence <= _SOON


def _leads_on(scene: Scene, at: int) -> bool:
    """Tell a word between "the talks" and "resume": "are due to"."""
    word = scene.word(at)
    return scene.lexicon.has(word, "be", "future", "to") or word in scene.triggers.words["due"]


def _verb_over(scene: Scene, at: int) -> int | None:
    """Return where the verb ends by which a round is over: "was held", "took place"."""
    for n in range(at + 1, min(at + _VERB, len(scene.items))):
        if scene.word(n) in (",", ";", "."):
            return None
        if scene.word(n) in ("took", "ended", "concluded"):
            return n + 1 + (scene.word(n + 1) == "place")
        if scene.word(n) == "held" and scene.word(n - 1) in ("was", "were"):
            return n + 1
    return None


def _verb_to_come(scene: Scene, at: int) -> int | None:
    """Return where the verb that puts a round into the future ends: "is expected to take place"."""
    words = scene.triggers.words
    for n in range(at + 1, min(at + _VERB, len(scene.items))):
        if scene.word(n) in (",", ";", "."):
            return None
        if (
            scene.lexicon.has(scene.word(n), "future")
            or scene.word(n) in scene.triggers.words["due"]
        ):
            end = n + 1
            while scene.word(end) in words["taking_place"]:
                end += 1
            return end
    return None


def invitation(scene: Scene) -> Mention | None:
    """Return the meeting or summit that somebody invites somebody to."""
    words = scene.triggers.words
    for at, item in enumerate(scene.items):
        if item.ref is not None or item.word not in words["inviting"]:
            continue
        host = next((g for g in scene.groups if g.last == at and not g.preposition), None)
        guest = next((g for g in scene.groups if g.first == at + 1 and not g.possessive), None)
        if host is None or guest is None or not host.parties or not guest.parties:
            continue
        if (noun := _gathering(scene, guest)) is None:
            continue
        kind = "summit" if scene.word(noun) == "summit" else "meeting"
        people = [*participants_of(host, "host"), *participants_of(guest, "guest")]
        return scene.mention(
            noun,
            host.first,
            noun + 1,
            kind=kind,
            why="verb:invite",
            modality=Modality(status="invited"),
            participants=people,
            initiator=host.parties[0].actor if len(host.parties) == 1 else None,
            distinct=True,
        )
    return None


def _gathering(scene: Scene, guest: Group) -> int | None:
    """Return the noun behind "(invited Lind) to attend a | summit"."""
    at = guest.last
    if scene.word(at) != "to":
        return None
    attending = scene.triggers.words["attending_to"]
    led = scene.word(at + 1) in attending or scene.lexicon.has(scene.word(at + 1), "determiner")
    near: Sequence[int] = range(at + 1, min(at + 1 + _GATHERING, len(scene.items)))
    for n in near if led else ():
        if scene.word(n) in (",", ";", "."):
            return None
        if scene.items[n].ref is None and scene.word(n) in scene.triggers.words["gatherings"]:
            return n
    return None
