"""Who spoke for the sides, told behind a contact: "Venn led the Bordurian delegation".

A report often names the states that met first, and in the sentences after it whom each of them
sent. These come in addition to the states, each for the one that is named with them.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace as replaced

from communique.extract.contacts.clauses.scene import Scene, participants_of, unique
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group
from communique.extract.modality import Modality
from communique.model import Participant

_TEAM = 8  # items in which "led her country's high-level delegation" comes to its noun


def delegates_at(scene: Scene, last: Mention) -> Mention | None:
    """Return who was at ``last`` for its sides, where the sentence tells whom they sent."""
    told = [(g, one) for g, one in _told(scene) if one.represents in last.actors]
    if not told:
        return None
    return scene.mention(
        told[0][0].first,
        told[0][0].first,
        told[-1][0].last,
        kind=last.kind,
        why=last.why,
        modality=Modality(status=last.modality.status),
        participants=unique([one for _, one in told]),
        definite=True,
        joins=True,
    )


def _told(scene: Scene) -> Iterator[tuple[Group, Participant]]:
    """Yield the persons whom the sentence tells of as sent or leading, each for a state."""
    words = scene.triggers.words
    passive = False
    for at in range(len(scene.items)):
        word = scene.word(at)
        if word == "by":
            passive = passive or scene.word(at - 1) in words["representing"]
            if passive:  # also the second of "Borduria was represented by A, Kelmar by B"
                yield from _for(scene, at + 1, side_in(scene, range(at - 1, at - _TEAM, -1)))
        elif word in words["representing"] and scene.word(at + 1) != "by":
            yield from _leading(scene, at)
        elif word in words["dispatching"]:
            yield from _for(scene, at + 1, side_in(scene, range(at - 1, at - _TEAM, -1)))
        elif word in words["heading"] and at == 0:
            side = side_in(scene, range(1, _TEAM))
            verb = next(
                (n for n in range(1, _TEAM + 2) if scene.lexicon.has(scene.word(n), "be")), 0
            )
            yield from _for(scene, verb + 1, side if verb else None)


def _leading(scene: Scene, at: int) -> Iterator[tuple[Group, Participant]]:
    """Yield who "led the Bordurian delegation", "led her country's delegation"."""
    leader = next((group for group in scene.groups if group.last == at), None)
    ahead = range(at + 1, min(at + _TEAM, len(scene.items)))
    team = next((n for n in ahead if scene.word(n) in scene.triggers.words["teams"]), None)
    if leader is None or not leader.parties or scene.word(at + 1) in ("a", "an"):
        return  # "led a delegation to Borduria" is another journey
    if team is None and scene.word(at) != "represented":
        return
    side = side_in(scene, ahead if team is None else range(at + 1, team + 3))
    yield from _for(scene, leader.first, side or leader.parties[0].represents)


def side_in(scene: Scene, where: range) -> str | None:
    """Return the first state among items: "the Bordurian side", "Borduria"."""
    for at in where:
        if not 0 <= at < len(scene.items):
            break
        item = scene.items[at]
        if item.ref is not None:
            actor = scene.view.actors[item.ref.actor]
            state = actor.id if actor.kind == "state" else scene.view.state_in(actor.name)
            if actor.kind == "person" and item.ref.form == "mention":
                return None  # whose side he is on is not told by his name
        else:
            state = scene.view.state_of_adjective(item.word) if item.upper else None
        if state is not None:
            return state
    return None


def _for(scene: Scene, at: int, state: str | None) -> Iterator[tuple[Group, Participant]]:
    """Yield the persons of the group at ``at`` as those who stand for ``state``."""
    group = next((one for one in scene.groups if one.first <= at < one.last), None)
    if state is None or group is None or group.possessive:
        return
    for person in participants_of(group, "party"):
        if scene.view.actors[person.actor].kind == "person":
            yield group, replaced(person, represents=state)
