"""Stands told with a verb, an adjective or a noun, whoever holds them and whatever they are on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.extract.clauses import (
    QUOTES,
    STRONG,
    is_asked,
    verb_start,
)
from communique.extract.modality import Items, of_verb
from communique.extract.positions.caution.lookalikes import head_of
from communique.extract.positions.caution.misread import is_misread
from communique.extract.positions.cues import Cues
from communique.extract.positions.holder.whose import put_right
from communique.extract.positions.plain.aims import aimed, cue_of, held
from communique.extract.positions.plain.following import complement
from communique.extract.positions.plain.frames import Frame, Frames
from communique.extract.positions.plain.judging import by_calling
from communique.extract.positions.plain.verbs import by_verb
from communique.extract.positions.plain.whose import (
    Holder,
    holder_before,
    holders_behind,
    main_subject,
    phrase_ending,
)
from communique.extract.positions.stand import FLIPPED, Stand, copula_before, polarity_of
from communique.extract.view import View
from communique.model.claims import Polarity

_NEAR = 8  # items in which it is told what one worries about
_OWNED = 5  # items between an owner and a noun


def plain_stands(view: View, cues: Cues, frames: Frames, items: Items) -> Iterator[Stand]:
    """Give the stands of a sentence."""
    for index in range(len(items)):
        for frame in frames.at(items, index):
            if is_asked(view, items, index):
                return
            stand = _READ[frame.kind](view, cues, frames, items, index, frame)
            if stand is not None:
                yield stand
                break


def by_adjective(
    view: View, cues: Cues, frames: Frames, items: Items, index: int, frame: Frame
) -> Stand | None:
    """Read "X is angry about Y", and "X, worried about Y, …"."""
    where = complement(view, frames, items, index + len(frame.words), frame)
    if where is None:
        return None
    after, deed = where
    base = _moved(view, cues, frames, items, after, frame)
    if base is None:
        return None
    frame = replace(frame, polarity=base)
    be = copula_before(view, items, index, frames.lists["degrees"])
    if be is not None:
        start = verb_start(view, items, be)
        if start and items[start - 1].word == "to":
            return None
        holder = holder_before(view, frames, items, start)
        modality = of_verb(view, items, be, "third")
        polarity = polarity_of(frame.polarity, modality, items, be)
        denied = any(view.lexicon.has(i.word, "not") for i in items[be:index])
        polarity = FLIPPED[polarity] if denied and polarity else polarity
    else:
        start = index
        while start and items[start - 1].word in frames.lists["degrees"]:
            start -= 1
        if not start or items[start - 1].word != ",":
            holder = phrase_ending(view, frames, items, start - 1) if start > 1 else None
        else:
            holder = holder_before(view, frames, items, start)
        polarity = frame.polarity
    if holder is None:
        return None
    return _guarded(view, cues, frames, items, (start, index, after), frame, holder, polarity, deed)


def _moved(
    view: View, cues: Cues, frames: Frames, items: Items, after: int, frame: Frame
) -> Polarity | None:
    """Return the side of who is worried, ``None`` where it is about people: "the hostages"."""
    if frame.words[0] not in frames.lists["worried"]:
        return frame.polarity
    goods, harms = cues.lists["guards.goods"], cues.lists["guards.harms"]
    ahead = {item.word for item in items[after : after + _NEAR]}
    if ahead & harms:
        return frame.polarity
    if ahead & goods:
        return FLIPPED[frame.polarity]
    head = head_of(view, items, after)
    return (
        None
        if items[after].ref is not None or head in cues.lists["guards.helped"]
        else frame.polarity
    )


def by_noun(
    view: View, cues: Cues, frames: Frames, items: Items, index: int, frame: Frame
) -> Stand | None:
    """Read "X's efforts to …", "calls by X for …", "criticism from X"."""
    after = index + len(frame.words)
    holder = _owner(view, frames, items, index)
    if after < len(items) and items[after].word in ("by", "from") and holder is None:
        holder = holders_behind(view, frames, items, after + 1)
        after = holder.last if holder is not None else after
    if holder is None:
        return None
    where = complement(view, frames, items, after, frame)
    if where is None or _moved(view, cues, frames, items, where[0], frame) is None:
        return None
    first = min(holder.first, index)
    dropped = first > 0 and items[first - 1].word in frames.lists["dropped"]
    polarity = None if dropped else frame.polarity
    at = (first, index, where[0])
    return _guarded(view, cues, frames, items, at, frame, holder, polarity, where[1])


def _guarded(
    view: View,
    cues: Cues,
    frames: Frames,
    items: Items,
    at: tuple[int, int, int],
    frame: Frame,
    holder: Holder,
    polarity: Polarity | None,
    deed: int | None,
) -> Stand | None:
    """Return the stand of ``holder``, unless it only looks like one."""
    if polarity is None:
        return None
    stand = held(view, items, holder, polarity, at, f"{frame.kind}:{frame.name}")
    stand = aimed(view, cues, frames, items, stand, frame, at[2], deed)
    if stand is None or is_misread(view, cues, items, at[1], cue_of(frame), stand):
        return None
    return put_right(view, cues, items, stand)


def _owner(view: View, frames: Frames, items: Items, index: int) -> Holder | None:
    """Return whose a noun is: "Ruiz's long | opposition", "his | support"."""
    for at in range(index - 1, max(-1, index - _OWNED), -1):
        item = items[at]
        if item.word in STRONG or item.word in QUOTES or item.word == ",":
            return None
        if item.word in ("'s", "'") and at:
            return phrase_ending(view, frames, items, at - 1)
        if view.lexicon.has(item.word, "possessive"):
            actor = item.ref.actor if item.ref is not None else None
            if actor is None and item.word in ("my", "our"):
                actor = view.speaker_at(item.start)
            if actor is None and item.word in ("his", "her", "its", "their"):
                return main_subject(view, frames, items, at)
            return Holder(at, at + 1, (actor,)) if actor is not None else None
        if item.ref is not None or view.lexicon.has(item.word, "be", "preposition", "article"):
            return None
    return None


_READ = {"verb": by_verb, "adjective": by_adjective, "noun": by_noun, "calling": by_calling}
