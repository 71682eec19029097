"""A plain stand, with what is to be done for it or against it."""

from __future__ import annotations

from dataclasses import replace

from communique.extract.clauses import (
    clause_end,
)
from communique.extract.modality import Items
from communique.extract.positions.cues import Cue, CueKind, Cues
from communique.extract.positions.plain.frames import Frame, Frames
from communique.extract.positions.plain.whose import (
    Holder,
)
from communique.extract.positions.stand import FLIPPED, Stand
from communique.extract.view import View
from communique.model.claims import Polarity


def cue_of(frame: Frame) -> Cue:
    """Return a frame as the narrower readings' cautions look at one."""
    kind: CueKind = "noun" if frame.kind == "noun" else "verb"
    return Cue(
        frame.words, kind, frame.polarity, frame.takes, frame.form, own=frame.wish,
        name="" if frame.name == "fight" else frame.name, only=frame.only,
    )  # fmt: skip


def held(
    view: View,
    items: Items,
    holder: Holder,
    polarity: Polarity,
    at: tuple[int, int, int],
    why: str,
) -> Stand | None:
    """Return the stand of ``holder``, whose words, verb and complement begin ``at``."""
    start, index, after = at
    end = clause_end(view, items, after)
    if end <= after:
        return None
    actors = holder.actors
    return Stand(
        actors[-1] if actors else None, None if actors else holder.raw, polarity, holder.first,
        holder.last, start, index, end, (after, end), why, joint=actors[:-1], firm=True,
    )  # fmt: skip


def aimed(
    view: View,
    cues: Cues,
    frames: Frames,
    items: Items,
    stand: Stand | None,
    frame: Frame,
    after: int,
    deed: int | None,
) -> Stand | None:
    """Return a stand with what is to be done; to want a thing undone is to be against it."""
    if stand is None or deed is None:
        return replace(stand, firm=True) if stand is not None else None
    deed += items[deed].word in ("also", "just", "not")
    verb = items[deed].word if deed < len(items) else ""
    undone = verb in frames.lists["undoing"]
    if verb in frames.lists["courtesy"]:
        return None
    if frame.wish and not undone:
        own = cues.lists["guards.courtesy"] - cues.lists["guards.plain"]
        if verb in frames.lists["daily"] or (deed == after + 1 and verb in own):
            return None
        public = cues.lists["guards.goals"] | cues.lists["guards.policy"] | frames.lists["serious"]
        public -= frames.lists["slight"]
        tries = frame.kind == "verb" and frame.name in frames.lists["striving"]
        if tries and _is_person(view, stand):
            public -= frames.lists["serious"]
        if frame.name in frames.lists["weak"] and deed == after + 1 and verb not in public:
            return None
    end = stand.end
    if undone and deed + 1 < end:
        return replace(stand, polarity=FLIPPED[stand.polarity], about=(deed + 1, end), firm=True)
    return replace(stand, about=(deed, end) if deed < end else stand.about, firm=True)


def _is_person(view: View, stand: Stand) -> bool:
    actor = view.actors.get(stand.actor or "")
    return actor is not None and actor.kind == "person"
