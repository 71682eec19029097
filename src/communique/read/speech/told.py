"""Whom reported words are told to, where the trained model sees who says them.

The model sees source, cue and content; the person told ("asked the envoy whether …") is found
by the rules, at the same cue, be the person told part of it or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from communique.model import Span
from communique.read.speech.attribution import Attribution


def told_to(seen: Sequence[Attribution], ruled: Iterable[Attribution]) -> list[Attribution]:
    """Return what the model sees, with the person told as the rules find him at the same cue."""
    told: dict[int, Sequence[Span]] = {}
    for one in ruled:
        if one.content and one.cue and one.addressee and one.level == -1:
            told[one.cue[-1].end] = told[one.addressee[-1].end] = one.addressee
    return [_told(one, told.get(one.cue[-1].end, ())) if one.cue else one for one in seen]


def _told(one: Attribution, addressee: Sequence[Span]) -> Attribution:
    named = any(span.overlaps(other) for span in one.source for other in addressee)
    return one if named or not addressee else replace(one, addressee=tuple(addressee))
