"""What one side had with each of the others: "spoke separately with A and B"."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.contacts.clauses.scene import Scene
from communique.extract.contacts.mention import Mention

_BEHIND = 3  # items behind a contact in which "separately" may follow


def told_apart(scene: Scene, mention: Mention) -> list[Mention]:
    """Return one mention for each of those whom one person met "separately"; else the mention.

    Of "held separate meetings with A and B" and "called both A and B separately", the sides are
    those named before the verb or noun and those behind it.
    """
    if len(mention.participants) < 2 or not _is_separate(scene, mention):
        return [mention]
    trigger = scene.items[mention.index].start
    if all(p.evidence and p.evidence[0].end <= trigger for p in mention.participants):
        return []  # "Ruiz and Lind are holding these meetings separately", with somebody else
    near = [p for p in mention.participants if p.evidence and p.evidence[0].end <= trigger]
    far = [p for p in mention.participants if p.evidence and p.evidence[0].start > trigger]
    if len(near) != 1 or len(far) < 2:
        return [mention]
    return [
        replace(mention, participants=(near[0], one), distinct=True, definite=False) for one in far
    ]


def _is_separate(scene: Scene, mention: Mention) -> bool:
    words = scene.triggers.words["separately"]
    return any(scene.word(at) in words for at in range(mention.first, mention.after + _BEHIND))
