"""The contacts that a sentence of another language tells of, with their slots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.tongues.lexicon import Frame
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
from communique.extract.tongues.ways import journey_before


def told_in(scene: Scene, before: str | None) -> Iterator[Told]:
    """Yield the contacts that a sentence tells of; ``before`` is the subject of the one before."""
    past = 0
    for at in range(len(scene.lows)):
        if at < past:
            continue
        found = _by_noun(scene, at, before) or _by_verb(scene, at, before)
        if found is not None:
            past = at + found[1]
            yield _dressed(scene, found[0])


def _by_noun(scene: Scene, at: int, before: str | None) -> tuple[Told, int] | None:
    """Return the contact that a noun tells of, and how many words the noun has."""
    for frame in scene.tongue.contact_nouns.begun_by(scene.lows[at]):
        length = frame.forms.at(scene.lows, at) if is_noun_at(scene, at) else 0
        if not length or _is_of_verb(scene, at, length):
            continue
        if one := of_noun(scene, frame, at, length, before):
            return one, length
    return None


def _by_verb(scene: Scene, at: int, before: str | None) -> tuple[Told, int] | None:
    """Return the contact that a verb tells of, and how many words the verb has."""
    for frame in _verbs_at(scene, at):
        length = frame.forms.at(scene.lows, at)
        base = 0 if length else frame.base.at(scene.lows, at)
        if not (length or base):
            continue
        one = of_verb(scene, frame, at, length or base, before, is_base=not length)
        if one is not None:
            return one, length or base
    return None


def _is_of_verb(scene: Scene, at: int, length: int) -> bool:
    """Tell whether a verb is made with the noun: "ziyaret | etti"."""
    return any(frame.forms.at(scene.lows, at) > length for frame in _verbs_at(scene, at))


def _verbs_at(scene: Scene, at: int) -> tuple[Frame, ...]:
    frames = scene.tongue.contact_verbs.begun_by(scene.lows[at])
    return frames if frames and is_verb_at(scene, at) else ()


def _dressed(scene: Scene, told: Told) -> Told:
    starter = told.initiator or initiator_of(scene, 0, len(scene.lows))
    return replace(
        told,
        date=date_of(scene, told.at),
        kind="call" if told.kind in _spoken(scene) and _is_phoned(scene, told.at) else told.kind,
        place=None if told.kind == "call" else place_of(scene, told.at, _where_to(scene, told)),
        duration=duration_of(scene),
        initiator=starter,
        topics=about_of(scene, told.at),
    )


def _spoken(scene: Scene) -> frozenset[str]:
    """Return the kinds of contacts that are calls where "by telephone" is said of them."""
    return frozenset(str(scene.tongue.raw.get("phoned", "conversation talks")).split())


def _is_phoned(scene: Scene, at: int) -> bool:
    """Tell whether the clause says that they spoke by telephone."""
    first, last = scene.bounds(at)
    return scene.tongue.word("phone").find(scene.lows, first, last) is not None


def _where_to(scene: Scene, told: Told) -> frozenset[str]:
    """Return the prepositions that say where a journey goes."""
    frames = (*scene.tongue.contact_verbs.frames, *scene.tongue.contact_nouns.frames)
    visit = (frame.preps for frame in frames if frame.type == "visit")
    goes = told.kind == "visit" or journey_before(scene, told.at) is not None
    return frozenset().union(*visit) if goes else frozenset()
