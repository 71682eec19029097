"""What a person corrects in a claim: which slots can be, and what a corrected claim is.

The reading stays as it is; a corrected claim is made from it whenever it is shown. Values are
given in words: a date as ``2031-05-17``, an actor by its id over all reports (``a-…``),
several apart by semicolons, and nothing for a slot that is to be empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_type_hints

import msgspec
from msgspec.structs import replace

from communique.errors import Conflict
from communique.model.claims import Label, Participant, Place
from communique.model.days import first_and_last
from communique.model.judgement import Judgement
from communique.model.rows import AnyClaim
from communique.model.when import When

#: Slots that name an actor, or several.
ACTORS = frozenset(
    {"speaker", "addressee", "initiator", "claimant", "actor", "towards", "reported_by", "by"}
)
MANY_ACTORS = frozenset({"joint", "also_towards", "backed_by", "opposed_by", "participants"})
_DATES = frozenset({"date", "as_of", "when", "made", "horizon"})
_LABELS = frozenset({"topics"})
#: Slots that say where words stand, or refer to other claims: nothing to be corrected in words.
_FIXED = frozenset(
    {
        *("id", "why", "evidence", "content", "cue", "source", "insertions", "condition"),
        *("parent", "continues", "statement", "answers", "steps", "plover"),
    }
)


def correctable(claim: AnyClaim) -> tuple[str, ...]:
    """Return the names of the slots of a claim that a person can correct."""
    return tuple(name for name in claim.__struct_fields__ if name not in _FIXED)


def corrected(claim: AnyClaim, judgements: Iterable[Judgement]) -> AnyClaim:
    """Return a claim with the corrections among ``judgements`` made, the later over the earlier.

    What no longer fits the claim is left out.
    """
    slots: dict[str, Any] = {}
    for judgement in judgements:
        if judgement.verdict == "correct" and judgement.slot in correctable(claim):
            try:
                slots[judgement.slot] = converted(claim, judgement.slot, judgement.value or "")
            except Conflict:
                continue
    return replace(claim, **slots) if slots else claim


def converted(claim: AnyClaim, slot: str, value: str) -> Any:
    """Return a value given in words as the slot of a claim holds it.

    Raises:
        Conflict: it is none of the values that the slot can have.
    """
    words = value.strip()
    hint = get_type_hints(type(claim))[slot]
    if not words:
        return _empty(slot, hint)
    if slot in _DATES:
        return _when(getattr(claim, slot), slot, words)
    if slot == "duration":
        return _length(getattr(claim, slot), words)
    if slot == "place":
        return _place(getattr(claim, slot), words, claim)
    if slot in MANY_ACTORS or slot in _LABELS or (slot == "outcome" and "Label" in str(hint)):
        return _several(claim, slot, words)
    try:
        if hint is bool:
            words = {"yes": "true", "no": "false"}.get(words.casefold(), words)
        return msgspec.convert(words, type=hint, strict=False)
    except msgspec.ValidationError as error:
        raise Conflict(f"{value!r} is no {slot}", remedy=_choices(hint)) from error


def _empty(slot: str, hint: Any) -> Any:
    """Return what an empty slot holds."""
    for nothing in (None, ()):
        try:
            return msgspec.convert(nothing, type=hint)
        except msgspec.ValidationError:
            continue
    raise Conflict(f"{slot} cannot be empty")


def _choices(hint: Any) -> str:
    """Return the values that a slot can have, where they can be named."""
    known = [str(each) for each in getattr(hint, "__args__", ()) if isinstance(each, str)]
    return f"choose one of: {', '.join(known)}" if known else ""


def _when(said: When | None, slot: str, value: str) -> When:
    if first_and_last(value) is None:
        raise Conflict(f"{value!r} is no {slot}", remedy="write 2031, 2031-05 or 2031-05-17")
    return replace(said or When(raw=""), value=value, interval=None)


def _length(said: When | None, value: str) -> When:
    if not value.startswith("P") or not value.removesuffix("~")[1:].replace(".", "").isalnum():
        raise Conflict(f"{value!r} is no duration", remedy="write PT40M or PT1H30M")
    return replace(said or When(raw="", type="duration"), value=value)


def _place(said: Place | None, value: str, claim: AnyClaim) -> Place:
    evidence = getattr(claim, "evidence", ())
    return replace(said, name=value) if said else Place(raw=value, name=value, evidence=evidence)


def _several(claim: AnyClaim, slot: str, words: str) -> tuple[Any, ...]:
    """Return a list in words, parted by semicolons."""
    items = tuple(item.strip() for item in words.split(";") if item.strip())
    evidence = getattr(claim, "evidence", ())
    if slot == "participants":
        return tuple(Participant(actor=item, evidence=evidence) for item in items)
    if slot in MANY_ACTORS:
        return items
    return tuple(Label(label=item, evidence=evidence) for item in items)
