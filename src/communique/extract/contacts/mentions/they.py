"""Who "they" are that hold talks in a sentence of their own: those whom the one before is about."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.contacts.clauses.scene import Scene, participants_of, unique
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group, groups_of
from communique.model import Participant

_SEVERAL = 2
_JOINED = 6  # items between "joined" and "by"


def with_they(scene: Scene, mention: Mention) -> Mention:
    """Return the contact with those whom "They (held talks with Lind)" means, if that is plain.

    They are the several persons whom the sentence before has for its subject, or one with those
    who joined. Where "they" tells of all sides, the contact is left to those told of before.
    """
    at = mention.first
    pronoun = scene.word(at) == "they" and scene.items[at].ref is None
    if not pronoun or mention.taken_up or not mention.participants or scene.sentence == 0:
        return mention
    start = scene.items[at].end
    if any(one.evidence[0].start <= start for one in mention.participants):
        return mention
    known = [one for one in _subject_before(scene) if one.actor not in mention.actors]
    if len(known) < _SEVERAL:
        return mention
    return replace(mention, participants=unique([*known, *mention.participants]), unnamed=False)


def _subject_before(scene: Scene) -> list[Participant]:
    """Return the persons whom the sentence before is about, with those who joined them."""
    groups = groups_of(scene.view, scene.sentence - 1)
    subject = next((one for one in groups if one.preposition is None), None)
    if subject is None or subject.possessive or not _are_persons(scene, subject):
        return []
    joined = [one for one in groups if one.preposition == "by" and _has_joined(scene, one)]
    people = [subject, *(one for one in joined if _are_persons(scene, one))]
    return [one for group in people for one in participants_of(group, "party")]


def _are_persons(scene: Scene, group: Group) -> bool:
    return {scene.view.actors[actor].kind for actor in group.actors} == {"person"}


def _has_joined(scene: Scene, group: Group) -> bool:
    items = scene.view.items(scene.sentence - 1)
    near = (items[at].word for at in range(max(0, group.first - 1 - _JOINED), group.first))
    return not scene.triggers.words["accompanying"].isdisjoint(near)
