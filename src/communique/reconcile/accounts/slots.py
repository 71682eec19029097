"""What accounts of one contact say in a slot, and how far two of them differ.

Differences that are only of spelling or precision, or because one account was written before
the contact and the other after it, are told from contradictions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec
from msgspec.structs import replace

from communique.model import Spans, When
from communique.model.comparison import Difference
from communique.model.days import days_of
from communique.model.rows import ContactRow
from communique.reconcile.accounts.channels import means
from communique.reconcile.accounts.lengths import lengths_apart
from communique.reconcile.cities import city
from communique.reconcile.spelling import alike, plain

NAMES = (
    "kind",
    "status",
    "participants",
    "initiator",
    "date",
    "place",
    "channel",
    "duration",
    "topics",
    "outcome",
    "series",
)

#: Kinds that are only less exact words for others, with those that they may be; "other" is any.
_MAY_BE = {
    "talks": frozenset({"meeting", "call"}),
    "summit": frozenset({"meeting"}),
    "visit": frozenset({"meeting"}),
}
#: Statuses of what did not come about; all others may follow one another in time.
_DENIED = frozenset({"declined", "hypothetical", "refused"})
#: From here on two words are one, spelt otherwise.
_SPELT = 0.85
_ORDER: tuple[Difference, ...] = ("spelling", "precision", "time", "more", "contradiction")


class Content(msgspec.Struct, frozen=True):
    """What an account says in a slot: to print, in its words, and where.

    ``items`` are what it names, to compare by: one, or several where the slot is a list.
    """

    value: str
    raw: str | None
    spans: Spans
    items: frozenset[str]
    when: When | None = None
    #: The least and the most that a number may be; ``None`` where it is no number.
    bounds: tuple[float, float] | None = None
    #: Of participants: those for whom they stand, or themselves.
    sides: frozenset[str] = frozenset()


def content(name: str, row: ContactRow) -> Content | None:
    """Return what an account says in the slot ``name``; ``None`` if it is silent."""
    evidence = row.evidence
    match name:
        case "kind" | "status" | "channel" | "series":
            value = getattr(row, name)
            return None if value is None else _one(str(value), evidence)
        case "participants" if row.participants:
            spans = tuple(span for p in row.participants for span in p.evidence)
            names = dict.fromkeys(p.actor.name for p in row.participants)
            items = frozenset(p.actor.id for p in row.participants)
            sides = frozenset((p.represents or p.actor).id for p in row.participants)
            return Content(", ".join(names), None, spans or evidence, items, sides=sides)
        case "initiator" if row.initiator:
            return Content(row.initiator.name, None, evidence, _sides(row))
        case "date" | "duration" if when := getattr(row, name):
            value = when.value or when.raw
            spans = when.evidence or evidence
            return Content(value, when.raw, spans, frozenset({value}), when)
        case "place" if row.place:
            place = row.place
            spans = place.evidence or evidence
            return Content(place.name, place.raw, spans, frozenset({city(place.name)}))
        case "topics" | "outcome" if labels := getattr(row, name):
            spans = tuple(span for label in labels for span in label.evidence)
            items = frozenset(plain(label.label) or label.label for label in labels)
            return Content("; ".join(label.label for label in labels), None, spans, items)
    return None


def _one(value: str, spans: Spans) -> Content:
    return Content(value, None, spans, frozenset({plain(value) or value}))


def _sides(row: ContactRow) -> frozenset[str]:
    """Return the ids of the initiator and of whom it stands for."""
    assert row.initiator is not None
    id = row.initiator.id
    stands_for = {p.represents.id for p in row.participants if p.actor.id == id and p.represents}
    return frozenset({id} | stands_for)


def sided(row: ContactRow, rows: Iterable[ContactRow]) -> ContactRow:
    """Let who stands for a state in one account stand for it in those that do not say so."""
    known = {p.actor.id: p.represents for one in rows for p in one.participants if p.represents}
    people = tuple(
        p if p.represents or p.actor.id not in known else replace(p, represents=known[p.actor.id])
        for p in row.participants
    )
    return replace(row, participants=people)


def greatest(name: str, said: Sequence[Content]) -> Difference | None:
    """Return the greatest difference between any two of what is said in a slot."""
    found = [difference(name, one, other) for one, other in combinations(said, 2)]
    return max((d for d in found if d), key=_ORDER.index, default=None)


def agree(name: str, said: Sequence[Content]) -> bool:
    """Tell whether all that is said in a slot can be so together.

    Lists of which neither has all that the other has are told apart, though nothing in them
    need be false. That two claim one thing is no difference.
    """
    greatest_ = greatest(name, said)
    if name == "claimant":
        return True
    if greatest_ == "more":
        return all(
            one.items <= other.items or other.items <= one.items
            for one, other in combinations(said, 2)
        )
    if name in ("date", "as_of", "when") and greatest_ == "precision":
        return _common_day(said)
    return greatest_ != "contradiction"


def difference(name: str, one: Content, other: Content) -> Difference | None:
    """Return how what two accounts say in the slot ``name`` differs; ``None`` if it does not."""
    if one.items == other.items:
        return None
    match name:
        case "participants" if one.sides == other.sides and _is_of_sides(one, other):
            return "precision"
        case "participants" | "topics" | "outcome":
            return _lists(one, other)
        case "kind":
            ways = [_MAY_BE.get(min(each.items), each.items) for each in (one, other)]
            fit = "other" in one.items | other.items or not ways[0].isdisjoint(ways[1])
            return "precision" if fit else "contradiction"
        case "status":
            return "contradiction" if (one.items | other.items) & _DENIED else "time"
        case "initiator":
            return "precision" if one.items & other.items else "contradiction"
        case "date" | "as_of" | "when":
            return _dates(one, other)
        case "duration":
            return lengths_apart(one.when, other.when)
        case "channel":
            return _channels(min(one.items), min(other.items))
        case "series" | "type" | "holder":
            return "contradiction"
        case "number":
            return _numbers(one, other)
        case "claimant" | "towards":
            return "more"
        case "what" | "thing":
            return "precision"
        case _:
            return words_apart(min(one.items), min(other.items))


def words_apart(one: str, other: str) -> Difference:
    """Return how two phrases differ: in spelling, in that one says more, or altogether."""
    mine, theirs = one.split(), other.split()
    if len(mine) == len(theirs) and all(
        alike(a, b) >= _SPELT for a, b in zip(mine, theirs, strict=True)
    ):
        return "spelling"
    if set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return "precision"
    return "contradiction"


def _is_of_sides(one: Content, other: Content) -> bool:
    """Tell whether one account names only the sides of which the other names who spoke."""
    return one.items == one.sides or other.items == other.sides


def _channels(one: str, other: str) -> Difference:
    """Compare ways of speaking to each other: "by phone" is "over the telephone"."""
    ways = means(one), means(other)
    return "spelling" if ways[0] and ways[0] == ways[1] else words_apart(one, other)


def _lists(one: Content, other: Content) -> Difference:
    """Compare what two accounts name; all of it may be the same but for spelling."""
    left, right = one.items - other.items, other.items - one.items
    spelt = all(any(words_apart(a, b) == "spelling" for b in right) for a in left)
    return "spelling" if spelt and len(left) == len(right) else "more"


def _dates(one: Content, other: Content) -> Difference:
    days = [days_of(one.when), days_of(other.when)]
    if days[0] and days[1]:
        return "precision" if _meet(days[0], days[1]) else "contradiction"
    values = sorted(((c.when.value if c.when else None) or "" for c in (one, other)), key=len)
    yearless = re.match(r"XXXX-(\d\d-\d\d)", values[0]) or re.match(r"XXXX-(\d\d-\d\d)", values[1])
    if yearless:
        same_day = all(yearless[1] in value for value in values)
        return "precision" if same_day else "contradiction"
    return "precision"


def _numbers(one: Content, other: Content) -> Difference:
    """Compare numbers: they go together where what the one may be, the other may be."""
    if one.bounds is None or other.bounds is None:
        return "precision"
    low, high = max(one.bounds[0], other.bounds[0]), min(one.bounds[1], other.bounds[1])
    if one.bounds == other.bounds:
        return "spelling"
    return "precision" if low <= high else "contradiction"


def _meet(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _common_day(said: Sequence[Content]) -> bool:
    """Tell whether there is a day that all dates may mean."""
    days = [found for each in said if (found := days_of(each.when))]
    return not days or max(first for first, _ in days) <= min(last for _, last in days)
