"""Contacts that one side asks the other for: "asked Lind for a meeting", "an offer of talks".

None of them is told as held: they are proposed, and taken up or turned down where the same words
say so ("agreed to Lind's request for talks"). Whoever asks begins them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract import modality
from communique.extract.contacts.clauses.scene import Scene, participants_of
from communique.extract.contacts.mention import Mention
from communique.extract.contacts.parties.groups import Group
from communique.extract.modality import Modality
from communique.model import ContactStatus

_KINDS = frozenset({"meeting", "call", "talks", "summit", "conversation"})
_NEAR = 4  # items between a contact and "with Lind", between "to Lind" and "that they meet"
_AGREEING = frozenset({"agreed", "agrees", "consented", "acceded"})
_MEETING = frozenset({"meet", "talk", "speak", "negotiate"})


@dataclass(frozen=True, slots=True)
class _Overture:
    """Who asks whom, from where on the words say so, and how it is taken."""

    asking: Group | None
    whom: Group | None
    first: int
    status: ContactStatus = "proposed"


def overtures_in(scene: Scene) -> Iterator[Mention]:
    """Yield what somebody is told to ask somebody else for."""
    words = scene.triggers.words
    for at, item in enumerate(scene.items):
        if item.ref is not None:
            continue
        kind = scene.triggers.nouns.get(item.word)
        start = modality.noun_start(scene.lexicon, scene.items, at, scene.triggers.light)
        if kind in _KINDS and _is_new(scene, start, at):
            found = _wanted(scene, start, at) or _put_to(scene, start, at)
            if found is not None and (told := _mention(scene, found, at, kind)) is not None:
                yield told
        elif item.word in words["putting"] and (found := _that_they_meet(scene, at)) is not None:
            verb = next(n for n in range(at, len(scene.items)) if scene.word(n) in _MEETING)
            kind = "meeting" if scene.word(verb) == "meet" else "talks"
            if (told := _mention(scene, found, verb, kind)) is not None:
                yield told


def _mention(scene: Scene, found: _Overture, at: int, kind: str) -> Mention | None:
    asking, whom = found.asking, found.whom
    if asking is None or whom is None or not (asking.parties and whom.parties):
        return None
    if asking.actors & whom.actors or len(asking.parties) > 1:
        return None
    after = max(at + 1, whom.last if 0 <= whom.first - at < _NEAR else 0)
    return scene.mention(
        at,
        min(found.first, at),
        after,
        kind=kind,
        why="noun:asked-for",
        modality=Modality(status=found.status, unasked=found.status, cue="asked"),
        participants=participants_of(asking, "party") + participants_of(whom, "party"),
        initiator=asking.parties[0].actor,
        distinct=True,
    )


def _is_new(scene: Scene, start: int, at: int) -> bool:
    """Tell "a meeting", "talks" from "the meeting", which others have settled."""
    inside = [scene.word(n) for n in range(start, at)]
    settled = any(scene.lexicon.has(word, "definite", "possessive") for word in inside)
    return not settled and (bool(inside) or scene.word(at).endswith("s"))


def _wanted(scene: Scene, start: int, noun: int) -> _Overture | None:
    """Read "asked Lind | for a meeting", "Lind's request | for talks", "an offer | of talks"."""
    words, at = scene.triggers.words, start - 2
    link = scene.word(start - 1)
    if link == "of" and scene.word(at) in words["offers"]:
        return _of_noun(scene, at, noun)
    if link != "for" or at < 0:
        return None
    if scene.word(at) in words["asking_of"] and scene.items[at].ref is None:
        return _of_verb(scene, at, _other(scene, noun))
    if scene.word(at) in words["overtures"]:
        return _with_request(scene, at) or _of_noun(scene, at, noun)
    near = scene.group_before(start - 1)
    if near is None or near.last != start - 1:
        return None
    if near.preposition in ("by", "from") and scene.word(near.first - 2) in words["overtures"]:
        return _of_noun(scene, near.first - 2, noun)
    return _turned_to(scene, near)


def _put_to(scene: Scene, start: int, noun: int) -> _Overture | None:
    """Read "suggested | a meeting to Lind", "offered Lind | talks"."""
    putting, verb = scene.triggers.words["putting"], start - 1
    if scene.word(verb) in putting and scene.items[verb].ref is None:
        whom = scene.group_at(noun + 2)
        to = scene.word(noun + 1) == "to" and whom is not None
        return _of_verb(scene, verb, whom) if to and _is_somebody(whom) else None
    near = scene.group_before(start)
    if near is None or near.last != start or near.possessive:
        return None
    verb = near.first - 1 - (near.preposition == "to")
    return _of_verb(scene, verb, near) if scene.word(verb) in putting else None


def _that_they_meet(scene: Scene, verb: int) -> _Overture | None:
    """Read "proposed to Lind that they meet"."""
    whom = scene.group_at(verb + 2) if scene.word(verb + 1) == "to" else None
    if whom is None or scene.word(whom.last) != "that":
        return None
    near = [scene.word(n) for n in range(whom.last + 1, whom.last + 1 + _NEAR)]
    several = near[:1] == ["they"] or near[:2] in (["the", "two"], ["both", "sides"])
    return _of_verb(scene, verb, whom) if several and not _MEETING.isdisjoint(near) else None


def _turned_to(scene: Scene, whom: Group) -> _Overture | None:
    """Read "asked Lind", "turned to Lind"."""
    words = scene.triggers.words
    verb = whom.first - 1 - (whom.preposition == "to" and scene.word(whom.first - 1) == "to")
    listed = words["turning_to"] if whom.preposition == "to" else words["asking_of"]
    plain = whom.preposition in (None, "to") and not whom.possessive
    return _of_verb(scene, verb, whom) if plain and scene.word(verb) in listed else None


def _with_request(scene: Scene, request: int) -> _Overture | None:
    """Read "turned to Lind with a | request"."""
    begin = modality.noun_start(scene.lexicon, scene.items, request, scene.triggers.light)
    whom = scene.group_before(begin - 1) if scene.word(begin - 1) == "with" else None
    if whom is None or whom.last != begin - 1 or whom.possessive:
        return None
    verb = whom.first - 1 - (whom.preposition == "to")
    words = scene.triggers.words
    listed = words["turning_to"] if whom.preposition == "to" else words["asking_of"]
    return _of_verb(scene, verb, whom) if scene.word(verb) in listed else None


def _of_verb(scene: Scene, verb: int, whom: Group | None) -> _Overture | None:
    """Return what the subject of a verb asks for, unless it is denied or only thought of."""
    start = modality.group_start(scene.lexicon, scene.items, verb)
    told = modality.of_verb(scene.view, scene.items, verb, "past")
    if told.negated or told.status not in ("held", "proposed") or told.condition is not None:
        return None
    asking = scene.subject(start)
    if asking is None or asking.last > start:
        return None
    return _Overture(asking, whom, asking.first)


def _of_noun(scene: Scene, request: int, noun: int) -> _Overture | None:
    """Read "Lind's request", "a request from Lind", and who gets or refuses it."""
    lexicon, items = scene.lexicon, scene.items
    begin = modality.noun_start(lexicon, items, request, scene.triggers.light)
    owner = scene.group_before(begin)
    near = owner is not None and begin - owner.last <= 1
    if owner is not None and owner.possessive and near:
        asking: Group | None = owner
        begin = owner.first
    else:
        asking = _sender(scene, request, noun)
    if asking is None or not asking.parties:
        return None
    other, status = _other(scene, noun), _taken(scene, request, noun, begin)
    if other is not None and other.actors != asking.actors:
        return _Overture(asking, other, begin, status)
    verb = begin - 1 - (scene.word(begin - 1) == "to")
    if scene.word(begin - 1) == "to" and scene.word(verb) in _AGREEING:
        subject = scene.subject(modality.group_start(lexicon, items, verb))
        return _Overture(asking, subject, subject.first, "planned") if subject else None
    past = scene.triggers.words["taking_in"] | scene.triggers.words["turning_down"]
    if scene.word(verb) not in past | scene.triggers.words["taking_up"]:
        return None
    found = _of_verb(scene, verb, asking)
    if found is None and status == "declined":
        subject = scene.subject(modality.group_start(lexicon, items, verb))
        found = _Overture(subject, asking, subject.first) if subject else None
    return _Overture(asking, found.asking, found.first, status) if found else None


def _taken(scene: Scene, request: int, noun: int, begin: int) -> ContactStatus:
    """Return how a request is taken: "rejected Lind's request", "agreed to", "was turned down"."""
    words = scene.triggers.words
    verb = begin - 1 - (scene.word(begin - 1) == "to")
    told = modality.of_noun(scene.view, scene.items, request, noun + 1, begin)
    if told.status == "declined" or scene.word(verb) in words["turning_down"]:
        return "declined"
    return "planned" if scene.word(verb) in words["taking_up"] else "proposed"


def _sender(scene: Scene, request: int, noun: int) -> Group | None:
    """Return who is told in "request from Lind for talks", "offer of talks by Lind"."""
    groups = (scene.group_at(request + 2), scene.group_at(noun + 2))
    for at, group in zip((request + 1, noun + 1), groups, strict=True):
        if group is not None and scene.word(at) in ("from", "by") and not group.possessive:
            return group
    return None


def _other(scene: Scene, noun: int) -> Group | None:
    """Return with whom the contact is to be: "a meeting with Lind"."""
    near = (g for g in scene.groups if 0 < g.first - noun <= _NEAR and g.preposition == "with")
    return next((g for g in near if not g.possessive), None)


def _is_somebody(group: Group | None) -> bool:
    return group is not None and bool(group.parties) and not group.possessive
