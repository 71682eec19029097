"""Adverbials between a verb and its object: "received on Tuesday Ms. Lind", "met in Azul Lind"."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.contacts.clauses.adverbials import is_person
from communique.extract.contacts.clauses.scene import Scene
from communique.extract.contacts.parties.groups import Group

_IN_TIME = frozenset({"on", "in", "at", "during", "this", "last", "early", "late", "the"})
_IN_PLACE = frozenset({"in", "at", "aboard"})
_REACH = 12  # items that adverbials may take up before the object


def object_behind(scene: Scene, at: int) -> Group | None:
    """Return the object that adverbials of time and place have before them, people only."""
    start, end = at, min(at + _REACH, len(scene.items))
    while at < end:
        group = scene.group_at(at)
        if at > start and group is not None and _is_object(scene, group):
            return group
        housed = scene.group_at(at + 1) if scene.word(at) in _IN_PLACE else None
        if housed is not None and _is_named_behind(scene, housed):
            return replace(housed, preposition=None)
        behind = _past_one(scene, at)
        if behind == at:
            return None
        at = behind
    return None


def _is_object(scene: Scene, group: Group) -> bool:
    if group.preposition is not None or group.possessive or not group.parties:
        return False
    return all(scene.view.actors[actor].kind in ("person", "group") for actor in group.actors)


def _is_named_behind(scene: Scene, group: Group) -> bool:
    """Tell "(received) at the Azul Palace Minister Lind": nobody is met "at" a person."""
    return _is_object(scene, replace(group, preposition=None)) and len(group.parties) == 1


def _past_one(scene: Scene, at: int) -> int:
    """Return where one adverbial that begins at ``at`` ends; ``at`` if none does."""
    if scene.is_dated(at) or (scene.word(at) == "," and scene.is_dated(at - 1)):
        return at + 1
    lead = at
    while scene.word(lead) in _IN_TIME and lead < at + 3:
        lead += 1
    if lead > at and scene.is_dated(lead):
        return lead + 1
    if scene.word(at) not in _IN_PLACE:
        return at
    if scene.word(at + 1) in ("audience", "private") and scene.word(at) == "in":
        return at + 2 + (scene.word(at + 2) == "audience")
    lead = at + 1 + scene.lexicon.has(scene.word(at + 1), "determiner")
    end = lead
    while end < len(scene.items) and _is_of_name(scene, end):
        end += 1
    return end if end > lead else at


def _is_of_name(scene: Scene, at: int) -> bool:
    """Tell a word of a place's name: "the San Martin | Palace", no title and nobody's name."""
    item = scene.items[at]
    if is_person(scene.view, item) or item.date >= 0:
        return False
    return (item.upper or item.ref is not None) and not scene.lexicon.has(item.word, "title")


def verb_before(scene: Scene, at: int) -> int:
    """Return where adverbials begin that stand between a verb and its object at ``at``.

    "Sent on Monday | a message", "held yesterday at the Azul Palace | talks"; ``at`` where no
    verb that holds contacts stands before them.
    """
    begin = at
    while begin > at - _REACH and begin > 1:
        before = _before_one(scene, begin)
        if before == begin:
            break
        begin = before
    verb = scene.word(begin - 1)
    return begin if begin < at and verb in scene.triggers.light else at


def _before_one(scene: Scene, at: int) -> int:
    """Return where one adverbial that ends before ``at`` begins; ``at`` if none does."""
    end = at
    while scene.is_dated(end - 1):
        end -= 1
    if end < at:
        while scene.word(end - 1) in _IN_TIME and end > at - _REACH:
            end -= 1
        return end
    while end > 1 and _is_of_name(scene, end - 1):
        end -= 1
    if end == at:
        return at
    end -= scene.lexicon.has(scene.word(end - 1), "determiner")
    return end - 1 if scene.word(end - 1) in _IN_PLACE else at
