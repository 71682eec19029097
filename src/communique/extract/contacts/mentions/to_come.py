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
        if verb is None:
            continue
        return scene.mention(
            at,
            first,
            verb,
            kind=last.kind,
            why="noun:held",
            modality=Modality(status="planned"),
            participants=last.participants,
            distinct=True,
        )
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
