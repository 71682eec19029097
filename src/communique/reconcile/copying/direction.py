"""Which way words went between two reports: credits tell first, then dates."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from importlib.resources import files

import msgspec

from communique.model import Report
from communique.model.days import first_and_last
from communique.model.lineage import Direction
from communique.reconcile.spelling import plain

#: How far into a report, and before its end, it may say where its words are from.
_EDGE = 2000


class _Credits(msgspec.Struct):
    credit: tuple[str, ...]


@cache
def _credits() -> tuple[str, ...]:
    raw = files("communique.reconcile").joinpath("data/credits.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=_Credits).credit


def direction(report: Report, other: Report) -> Direction:
    """Return which of two reports that share words has them from the other, and what tells.

    A report that credits the other's publisher has them from it; two that credit the same
    third have them from there. Else the one published first had them first; of that, days
    tell, or instants where both are given with their offset.
    """
    mine, theirs = credits_to(report, other), credits_to(other, report)
    if mine and not theirs:
        return Direction(relation="copy", why=mine)
    if theirs and not mine:
        return Direction(relation="copy", why=theirs, reversed=True)
    if common := _common_source(report, other):
        return Direction(relation="common-source", why=common)
    earlier = _earlier(report, other)
    if earlier is None:
        return Direction(relation="unknown", why="neither dates nor credits tell which was first")
    first, second = (other, report) if earlier else (report, other)
    why = f"published {_date(second)}, the other {_date(first)}"
    return Direction(relation="copy", why=why, reversed=not earlier)


def credits_to(report: Report, other: Report) -> str:
    """Return how ``report`` credits the publisher of ``other``; empty if it does not."""
    name = plain(other.publisher or "").removeprefix("the ")
    if not name or plain(report.publisher or "").removeprefix("the ") == name:
        return ""
    for slot in ("source", "distributor"):
        if _same_body(plain(getattr(report, slot) or ""), name):
            return f"names {other.publisher} as its {slot}"
    text = report.text if len(report.text) <= 2 * _EDGE else _edges(report.text)
    words = f" {plain(text)} ".replace(" the ", " ")
    phrase = next((p for p in _credits() if f" {p.replace('{}', name)} " in words), None)
    return f"says “{phrase.replace('{}', other.publisher or '')}”" if phrase else ""


def _edges(text: str) -> str:
    return f"{text[:_EDGE]}\n{text[-_EDGE:]}"


def _same_body(one: str, other: str) -> bool:
    """Tell whether one name is the other, or the other with words before or after it."""
    return bool(one and other) and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")


def _common_source(report: Report, other: Report) -> str:
    """Return how two reports credit one third; empty if they do not."""
    mine, theirs = plain(report.source or ""), plain(other.source or "")
    return f"both name {report.source} as their source" if _same_body(mine, theirs) else ""


def _earlier(report: Report, other: Report) -> bool | None:
    """Tell whether ``other`` was published before ``report``; ``None`` if that is not known."""
    mine, theirs = report.published or "", other.published or ""
    instants = _instant(mine), _instant(theirs)
    if instants[0] and instants[1] and instants[0] != instants[1]:
        return instants[1] < instants[0]
    days = first_and_last(mine), first_and_last(theirs)
    if days[0] and days[1]:
        if days[1][1] < days[0][0]:
            return True
        if days[0][1] < days[1][0]:
            return False
    return None


def _instant(value: str) -> datetime | None:
    """Return the instant that a published date with a clock time and an offset names."""
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        return None
    return instant if instant.tzinfo else None


def _date(report: Report) -> str:
    return (report.published or "").replace("T", " ")
