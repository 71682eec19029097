"""Decisions about what the record holds: appended, dated, attributed, retractable.

A record never stores what is the same as what; it stores who judged so, when and why, and
derives the rest. A person's judgement outranks the program's.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Literal

import msgspec

#: ``same`` and ``different`` are about two items; ``correct`` gives a slot of one item
#: another value, ``confirm`` says that an item is right as it stands, ``reject`` that it is
#: no claim of its report at all. ``part`` says that the first of two contacts is part of the
#: second, as a meeting is of a visit; they are two, then.
Verdict = Literal["same", "different", "part", "correct", "confirm", "reject"]


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One decision.

    ``items`` are citable ids: two for ``same`` and ``different`` (in order of their letters) and
    for ``part`` (the part, then the whole), one for the others. ``score`` is how sure the program
    is, from 0 to 1; a person's judgement has none. ``why`` explains it: the features that spoke
    for it, or a person's words. The ``value`` of a ``part`` is its basis: ``told`` or
    ``inferred``. A judgement is never changed; retracting it sets ``retracted_at`` and
    ``retracted_by``.
    """

    id: str
    verdict: Verdict
    items: tuple[str, ...]
    by: str
    person: bool
    made_at: str
    score: float | None = None
    slot: str | None = None
    value: str | None = None
    why: str = ""
    retracted_at: str | None = None
    retracted_by: str | None = None

    @property
    def stands(self) -> bool:
        """Whether it has not been retracted."""
        return self.retracted_at is None


def judgement_id(verdict: Verdict, items: tuple[str, ...], by: str, made_at: str) -> str:
    """Return the id of a judgement: ``j-`` and twelve hexadecimal digits."""
    joined = "\x1f".join([verdict, *items, by, made_at])
    return f"j-{sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def pair(one: str, other: str) -> tuple[str, str]:
    """Return two ids in the order in which judgements keep them."""
    return (one, other) if one <= other else (other, one)


def is_rejected(judgements: Iterable[Judgement]) -> bool:
    """Tell whether the last that was decided of an item as a whole is that it is no claim."""
    whole = [j.verdict for j in judgements if j.verdict in ("confirm", "reject")]
    return whole[-1:] == ["reject"]
