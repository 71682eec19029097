"""Relations of two states over time: how often they were in contact, and in what tone.

Contacts that were held are counted once each, whoever took part for the two. Acts of either
towards the other are counted by the quad class of their PLOVER code (``data/quads.toml``
says from where, and where it differs). Nothing is weighted: one thanks counts like one loan,
and what is counted is what was reported, not what happened.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from communique.model.rows import ActorRef
from communique.model.threads import Between, Quad, Relation, Relations

By = Literal["month", "quarter"]


class _Quads(msgspec.Struct):
    classes: dict[Quad, tuple[str, ...]]
    instead: dict[str, Quad]


@cache
def _quads() -> _Quads:
    raw = files("communique.reconcile").joinpath("data/quads.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=_Quads)


@cache
def _by_event() -> dict[str, Quad]:
    return {event: quad for quad, events in _quads().classes.items() for event in events}


def quad_of(type: str, event: str | None) -> Quad | None:
    """Return the quad class of an act by its type and PLOVER event; ``None`` if it has none."""
    return _quads().instead.get(type) or _by_event().get(event or "")


def period_of(day: str, by: By) -> str:
    """Return the period that an ISO date is in: ``2031-05`` or ``2031-Q2``."""
    if by == "month":
        return day[:7]
    return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"


def relations(
    one: ActorRef, other: ActorRef, between: Iterable[Between], by: By = "month"
) -> Relations:
    """Count what happened between two states, period by period, from the first to the last.

    Args:
        one: The one state.
        other: The other state.
        between: Contacts of the two, one account of each, and acts of either towards the other.
        by: How long a period is.
    """
    grouped: dict[str, list[Between]] = defaultdict(list)
    undated = 0
    for each in between:
        if each.kind == "contact" and each.status != "held":
            continue
        if each.on:
            grouped[period_of(each.on, by)].append(each)
        else:
            undated += 1
    periods = _without_gaps(sorted(grouped), by)
    return Relations(
        one=one,
        other=other,
        by=by,
        periods=tuple(_relation(period, grouped.get(period, ())) for period in periods),
        undated=undated,
    )


def _relation(period: str, some: Iterable[Between]) -> Relation:
    kinds: Counter[str] = Counter()
    quads: Counter[str] = Counter()
    ids: list[str] = []
    for each in some:
        quad = None if each.kind == "contact" else quad_of(each.type, each.event)
        if each.kind == "contact":
            kinds[each.type] += 1
        elif quad:
            quads[quad] += 1
        else:
            continue
        ids.append(each.id)
    warm = quads["verbal-cooperation"] + quads["material-cooperation"]
    cold = quads["verbal-conflict"] + quads["material-conflict"]
    return Relation(
        period=period,
        contacts=kinds.total(),
        by_kind=dict(sorted(kinds.items())),
        verbal_cooperation=quads["verbal-cooperation"],
        material_cooperation=quads["material-cooperation"],
        verbal_conflict=quads["verbal-conflict"],
        material_conflict=quads["material-conflict"],
        tone=round((warm - cold) / (warm + cold), 2) if warm + cold else None,
        ids=tuple(ids),
    )


def _without_gaps(periods: list[str], by: By) -> list[str]:
    """Return all periods from the first to the last."""
    if not periods:
        return []
    parts = 12 if by == "month" else 4
    first, last = (_number(period, parts) for period in (periods[0], periods[-1]))
    return [_named(number, parts) for number in range(first, last + 1)]


def _number(period: str, parts: int) -> int:
    year, part = period.split("-")
    return int(year) * parts + int(part.lstrip("Q")) - 1


def _named(number: int, parts: int) -> str:
    year, part = divmod(number, parts)
    return f"{year:04}-{part + 1:02}" if parts == 12 else f"{year:04}-Q{part + 1}"
