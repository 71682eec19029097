"""The plain stands of a story that the narrower readings leave out."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace as replaced

from communique.extract.clauses import is_tangled, words_of
from communique.extract.modality import Items
from communique.extract.positions.cues import Cues
from communique.extract.positions.issue_names.issues import Scheme
from communique.extract.positions.issue_names.printed import printed
from communique.extract.positions.making import position_of, side_on
from communique.extract.positions.plain.called import heading_for
from communique.extract.positions.plain.frames import Frames
from communique.extract.positions.plain.standing import plain_stands
from communique.extract.positions.stand import Stand
from communique.extract.view import View
from communique.model import Position

_LONGEST = 400  # items of a sentence that is one
_FAR = 14  # items between a holder and the verb that are left out of the evidence


def told_plainly(
    view: View,
    cues: Cues,
    frames: Frames,
    scheme: Scheme,
    items: Items,
    known: list[Position],
    unnamed: list[Stand],
) -> Iterator[Position]:
    """Give the positions of a sentence that are not among ``known``, those found before.

    ``unnamed`` are stands on what the narrower readings have no name for.
    """
    if len(items) > _LONGEST:
        return
    taken = list(known)
    plain = plain_stands(view, cues, frames, items)
    others = [one for one in unnamed if _is_told(frames, items, one)]
    for stand in (*plain, *others):
        if is_tangled(view, items, stand.cue):
            continue
        position = _position(view, cues, frames, scheme, items, stand)
        if position is None or any(_is_same(position, other) for other in taken):
            continue
        taken.append(position)
        yield from (replaced(position, actor=actor) for actor in stand.joint)
        yield position


def _is_told(frames: Frames, items: Items, stand: Stand) -> bool:
    """Tell whether a stand without a name for its issue is one in a story, too."""
    kind, _, cue = stand.why.partition(":")
    first = stand.about[0]
    done = items[first + (items[first].word == "to")].word if first + 1 < len(items) else ""
    if cue in frames.lists["weak"] or done in frames.lists["daily"] | frames.lists["courtesy"]:
        return False
    if stand.polarity == "against" and cue in frames.lists["undenied"]:
        return False  # "does not demand the impossible"
    if kind == "prescribe":
        return False  # "the tax should rise": not what ought to be, but the tax, would be named
    return kind in frames.lists["kinds"] and cue not in frames.lists["in_speech"]


def _is_same(one: Position, other: Position) -> bool:
    """Tell whether both are the stand of the same one in the same words."""
    if (one.actor, one.actor_raw) != (other.actor, other.actor_raw) and one.actor_raw is None:
        return False
    mine, theirs = (sum(s.end - s.start for s in each.evidence) for each in (one, other))
    both = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in one.evidence
        for b in other.evidence
    )
    return both * 2 > min(mine, theirs)


def _position(
    view: View, cues: Cues, frames: Frames, scheme: Scheme, items: Items, stand: Stand
) -> Position | None:
    heading = heading_for(view, cues, frames, scheme, items, stand)
    heading = printed(view, scheme, items, stand.about, stand.actor, heading)
    stance = words_of(view, items, min(stand.start, stand.about[0]), stand.end)
    if heading is None or scheme.is_bare(heading.label):
        return None
    cue = stand.why.partition(":")[2]
    named = heading.label != heading.label.lower()
    if cue in frames.lists["of_things"] and named:
        return None  # "agrees with Lind": on what?
    polarity = side_on(heading, stand.polarity)
    return position_of(view, items, stand, heading.label, stance, polarity, _FAR)
