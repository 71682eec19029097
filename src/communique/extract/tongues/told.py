"""The contacts that a sentence of another language tells of, with their slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.tongues.mention import Told
from communique.extract.tongues.scene import Scene
from communique.extract.tongues.sides import is_noun_at, is_verb_at
from communique.extract.tongues.slots import (
    about_of,
    date_of,
    duration_of,
    initiator_of,
    place_of,
)
from communique.extract.tongues.told_nouns import of_noun
from communique.extract.tongues.told_verbs import of_verb


def told_in(scene: Scene, before: str | None) -> Iterator[Told]:
    """Yield the contacts that a sentence tells of; ``before`` is the subject of the one before."""
    used: set[int] = set()
    for at in range(len(scene.lows)):
        if at in used:
            continue
        for frame in scene.tongue.contact_nouns:
            length = frame.forms.at(scene.lows, at) if is_noun_at(scene, at) else 0
            if length and (one := of_noun(scene, frame, at, length, before)):
                used.update(range(at, at + length))
                yield _dressed(scene, one)
                break
        else:
            for frame in scene.tongue.contact_verbs if is_verb_at(scene, at) else ():
                length = frame.forms.at(scene.lows, at)
                base = 0 if length else frame.base.at(scene.lows, at)
                if not (length or base):
                    continue
                one = of_verb(scene, frame, at, length or base, before, is_base=not length)
                if one is not None:
                    yield _dressed(scene, one)
                    break


def _dressed(scene: Scene, told: Told) -> Told:
    starter = told.initiator or initiator_of(scene, 0, len(scene.lows))
    return replace(
        told,
        date=date_of(scene, told.at),
        place=None if told.kind == "call" else place_of(scene, told.at),
        duration=duration_of(scene, told.at),
        initiator=starter,
        topics=about_of(scene, told.at),
    )
