"""Positions as a matrix: for each issue, who held what over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from communique.model.claim_rows import PositionRow
from communique.model.rows import ActorRef


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor with its positions on one issue, in order of time."""

    actor: ActorRef | None
    name: str
    positions: tuple[PositionRow, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue with those who hold positions on it, the one with most positions first."""

    label: str
    holders: tuple[Holder, ...]


def matrix(rows: Iterable[PositionRow]) -> tuple[Issue, ...]:
    """Return the issues, those on which most actors hold a position first."""
    issues: dict[str, dict[str, list[PositionRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        holder = row.actor.id if row.actor else row.actor_raw or ""
        issues[row.issue][holder].append(row)
    found = [Issue(label, _holders(held)) for label, held in issues.items()]
    return tuple(sorted(found, key=lambda issue: (-len(issue.holders), issue.label)))


def _holders(held: dict[str, list[PositionRow]]) -> tuple[Holder, ...]:
    found = []
    for positions in held.values():
        first = positions[0]
        name = first.actor.name if first.actor else first.actor_raw or "not named"
        positions.sort(key=lambda each: each.report.published or "~")
        found.append(Holder(first.actor, name, tuple(positions)))
    return tuple(sorted(found, key=lambda each: (-len(each.positions), each.name)))
