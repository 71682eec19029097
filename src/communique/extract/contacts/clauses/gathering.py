"""Contacts of those whom somebody or something brings together.

"The talks brought together envoys from A, B and C", "Venn brought Ruiz and Lind together".
"""

from __future__ import annotations

from dataclasses import replace

from communique.extract import modality
from communique.extract.contacts.clauses.idioms import is_crowd, modifies
from communique.extract.contacts.clauses.scene import Scene, participants_of
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group
from communique.extract.contacts.triggers import Verb
from communique.model import Participant

_PEOPLE = frozenset({"person", "state", "group", "bloc"})
_FROM = frozenset({"from", "of"})


def brought_together(scene: Scene, index: int, verb: Verb) -> Mention | None:
    """Return the meeting that "brought together" at ``index`` tells of, or ``None``."""
    after = index + 1
    if scene.word(after) == "together":
        after += 1
    group, end = _brought(scene, after)
    if group is None or (after == index + 1 and scene.word(end) != "together"):
        return None
    people = participants_of(group, "party")
    kinds = {scene.view.actors[one.actor].kind for one in people}
    start = modality.group_start(scene.lexicon, scene.items, index)
    told = modality.of_verb(scene.view, scene.items, index, verb.form)
    if len(people) < 2 or not kinds <= _PEOPLE or told.negated:
        return None
    generic = told.status == "held" and verb.form != "past"
    opening = scene.word(start - 1) in ("what", "that", "which")  # "what has brought A and B"
    if generic or opening or modifies(scene, group) or is_crowd(scene, group):
        return None  # "a day that brings together Bordurians", "brought the Bordurian people"
    host = _host(scene, start, people)
    found = scene.mention(
        index,
        start,
        end,
        kind=verb.kind,
        why=f"verb:{verb.name}",
        modality=told,
        participants=[*people, *host],
    )
    return replace(found, initiator=host[0].actor if len(host) == 1 else None)


def _brought(scene: Scene, at: int) -> tuple[Group | None, int]:
    """Return who is brought together, and where that ends: "envoys from A, B and C"."""
    group = next((one for one in scene.groups if one.first >= at), None)
    if group is None or group.first > at + 2:
        return None, at
    if group.parties:
        return group, group.last
    lands = next((one for one in scene.groups if one.first > group.first), None)
    if lands is None or lands.preposition not in _FROM or lands.first > group.last + 1:
        return None, at
    return lands, lands.last


def _host(scene: Scene, start: int, people: list[Participant]) -> list[Participant]:
    """Return who brings the others together, as host, where it is somebody."""
    subject = scene.subject(start)
    if subject is None or len(subject.parties) != 1:
        return []
    known = {one.actor for one in people}
    return [one for one in participants_of(subject, "host") if one.actor not in known]
