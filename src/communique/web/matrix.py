"""Positions as a matrix: for each issue, who held what over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.model.claim_rows import PositionRow
from communique.model.rows import ActorRef

#: How a polarity is drawn; its word stands beside it for those who do not see it.
SHAPES: Mapping[str, str] = {"for": "▲", "against": "▼", "conditional": "◆"}
#: The most columns; of more months, years are drawn.
_COLUMNS = 12
#: Stands for positions of reports without a date.
_UNDATED = ""


@dataclass(frozen=True, slots=True)
class Stance:
    """How often an actor took a stance in a period, and the first of its positions there."""

    polarity: str
    shape: str
    times: int
    first: PositionRow


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor with its positions on one issue, in order of time, and its stances by period."""

    actor: ActorRef | None
    name: str
    positions: tuple[PositionRow, ...]
    cells: tuple[tuple[Stance, ...], ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue with those who hold positions on it, the one with most positions first.

    ``periods`` are those in which any position was told, years or months, in order; nothing
    stands for those of reports without a date, which come last.
    """

    label: str
    periods: tuple[str, ...]
    holders: tuple[Holder, ...]


def matrix(rows: Iterable[PositionRow]) -> tuple[Issue, ...]:
    """Return the issues, those on which most actors hold a position first."""
    issues: dict[str, dict[str, list[PositionRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        holder = row.actor.id if row.actor else row.actor_raw or ""
        issues[row.issue][holder].append(row)
    found = [_issue(label, held) for label, held in issues.items()]
    return tuple(sorted(found, key=lambda issue: (-len(issue.holders), issue.label)))


def _issue(label: str, held: Mapping[str, list[PositionRow]]) -> Issue:
    """Return an issue with its columns and holders."""
    days = {_day(row) for positions in held.values() for row in positions}
    length = 7 if len({day[:7] for day in days}) <= _COLUMNS else 4
    periods = sorted({day[:length] for day in days}, key=lambda period: period or "~")
    # The last years are drawn; what was told before stands in the words.
    shown = tuple(periods[-_COLUMNS:])
    found = [_holder(positions, shown, length) for positions in held.values()]
    holders = sorted(found, key=lambda each: (-len(each.positions), each.name))
    return Issue(label, shown, tuple(holders))


def _holder(rows: Iterable[PositionRow], periods: Sequence[str], length: int) -> Holder:
    positions = sorted(rows, key=lambda each: each.report.published or "~")
    first = positions[0]
    name = first.actor.name if first.actor else first.actor_raw or "not named"
    by_period: dict[str, list[PositionRow]] = defaultdict(list)
    for row in positions:
        by_period[_day(row)[:length]].append(row)
    cells = tuple(_stances(by_period.get(period, ())) for period in periods)
    return Holder(first.actor, name, tuple(positions), cells)


def _stances(rows: Sequence[PositionRow]) -> tuple[Stance, ...]:
    """Return the stances of one period, the first taken first."""
    grouped: dict[str, list[PositionRow]] = defaultdict(list)
    for row in rows:
        grouped[row.polarity].append(row)
    return tuple(
        Stance(polarity, SHAPES.get(polarity, "○"), len(some), some[0])
        for polarity, some in grouped.items()
    )


def _day(row: PositionRow) -> str:
    return (row.report.published or _UNDATED)[:10]
