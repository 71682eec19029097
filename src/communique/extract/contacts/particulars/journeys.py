"""What a journey is for: "will travel to Azul on Monday to meet Lind" has its day and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.extract.contacts.mention import Mention
from communique.extract.contacts.triggers import triggers_for
from communique.extract.view import Item, View

_THEREUPON = frozenset({"and", "then", "where"})
"""Words behind which the same person meets somebody where he has come to."""
_ELSEWHERE = frozenset({"returned", "back", "home", "left", "before", "after", "later"})
"""Words that tell of a time before or after the stay."""
_NEAR = 6  # items between the end of a journey and what it is for


def on_journeys(items: Sequence[Item], mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions; those for which a journey just before was made have its day and place.

    What is only joined to it ("flew to Azul on Monday and met Lind") has its place, since it may
    be of another day.
    """
    out = list(mentions)
    for position, mention in enumerate(mentions[1:], start=1):
        journey = out[position - 1]
        if journey.kind != "visit" or not journey.why.startswith("verb"):
            continue
        if mention.kind == "call" or mention.channel or mention.index <= journey.index:
            continue
        between = [item.word for item in items[journey.after : mention.index] if item.date < 0]
        if len(between) > _NEAR or not _ELSEWHERE.isdisjoint(between):
            continue
        purpose = between[-1:] in (["to"], ["for"]) or between[:1] == ["for"]
        joined = not _THEREUPON.isdisjoint(between) and mention.first <= journey.index
        if not purpose and not joined:
            continue
        day = journey.date if purpose and mention.date is None else None
        out[position] = replace(
            mention,
            date=mention.date or day,
            place=mention.place or journey.place,
            extra=mention.extra + (day.evidence[:1] if day else ()),
        )
    return out


def is_journey(mention: Mention) -> bool:
    """Tell "flew to Port Azul", a place that is nobody, from a visit to a state or a person."""
    hosted = any(person.role == "host" for person in mention.participants)
    return mention.kind == "visit" and mention.why.startswith("verb:") and not hosted


def is_way(view: View, mention: Mention) -> bool:
    """Tell a journey of which neither day nor host, nor an invitation, is told."""
    if mention.modality.cue in triggers_for(view.lexicon).words["invitation"]:
        return False
    if mention.modality.status in ("proposed", "declined"):
        return False  # "offered to fly to Azul"
    return is_journey(mention) and mention.place is not None and mention.date is None
