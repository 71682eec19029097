"""How a proposal was taken, in the next sentence: "Lind turned the offer down", "Ruiz accepted".

It tells of no contact by itself. The one that was proposed, or to which somebody was invited, is
declined by it, or is to come.
"""

from __future__ import annotations

from communique.extract import modality
from communique.extract.contacts.clauses.scene import Scene
from communique.extract.contacts.mention import Mention
from communique.extract.modality import Modality

_OPEN = ("proposed", "invited")
_OBJECT = 4  # items between a verb of refusing and "the offer"
_ENDS = frozenset({".", ",", ";", "", "within", "immediately", "at", "on", "and", "the", "but"})


def reply(scene: Scene, last: Mention) -> Mention | None:
    """Return a mention that tells how what is proposed at ``last`` was taken."""
    words = scene.triggers.words
    if last.modality.status not in _OPEN or len(last.participants) < 2:
        return None
    for at, item in enumerate(scene.items):
        taken = item.word in words["taking_up"]
        refused = item.word in words["turning_down"] or item.word in words["turning"]
        if item.ref is not None or not (taken or refused):
            continue
        if item.word in words["turning"] and not _is_down(scene, at):
            continue
        start = modality.group_start(scene.lexicon, scene.items, at)
        if any(scene.lexicon.has(scene.word(n), "not", "modal", "to") for n in range(start, at)):
            return None
        subject = scene.subject(start)
        sides = last.actors | {one.represents for one in last.participants}
        if subject is None or not (subject.actors and subject.actors <= sides):
            continue
        if last.initiator in subject.actors or not _is_of_it(scene, at):
            continue
        return scene.mention(
            0,
            0,
            at + 1,
            kind=last.kind,
            why=last.why,
            modality=Modality(status="planned" if taken else "declined", cue="accepted"),
            participants=(),
            definite=True,
        )
    return None


def _is_down(scene: Scene, at: int) -> bool:
    return any(scene.word(n) == "down" for n in range(at + 1, at + 2 + _OBJECT))


def _is_of_it(scene: Scene, verb: int) -> bool:
    """Tell "accepted the offer", "declined." from what else somebody accepts."""
    if scene.word(verb + 1) in _ENDS and scene.word(verb + 1) != "the":
        return True
    behind = [scene.word(at) for at in range(verb + 1, verb + 2 + _OBJECT)]
    return not scene.triggers.words["overtures"].isdisjoint(behind) or behind[0] in ("it", "both")
