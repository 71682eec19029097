"""Dates of one contact that differ, drawn as what they are: marks on one short line of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from communique.model.days import first_and_last
from communique.model.rows import ReportRef
from communique.model.threads import ContactLine

#: The drawing's width and the room beside its first and last mark, in its own units.
WIDTH, MARGIN = 240.0, 14.0
#: Letters stand so far apart that they can be told from one another.
_APART = 16.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A date on the line: its letter, the stretch of days that it may mean, who gives it."""

    letter: str
    value: str
    raw: str
    x: float
    width: float
    row: int
    reports: tuple[ReportRef, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The dates of a contact on one line."""

    marks: tuple[Mark, ...]
    first: str
    last: str
    rows: int
    is_disputed: bool


def drawn(line: ContactLine) -> Drawn | None:
    """Return the drawing of a contact's dates; ``None`` where there is one date or none."""
    dated = [
        (day, each) for each in line.dates if (day := first_and_last(each.value.split("/")[0]))
    ]
    if len(dated) < 2 or len(dated) < len(line.dates):
        return None
    dated.sort(key=lambda pair: pair[0])
    first = min(_number(days[0]) for days, _ in dated)
    last = max(_number(days[1]) for days, _ in dated)
    scale = (WIDTH - 2 * MARGIN) / max(1, last - first)
    marks: list[Mark] = []
    for at, (days, each) in enumerate(dated):
        x = MARGIN + (_number(days[0]) - first) * scale
        width = (_number(days[1]) - _number(days[0])) * scale
        letter = chr(ord("A") + at) if at < 26 else str(at + 1)
        marks.append(Mark(letter, each.value, each.raw, x, width, 0, each.reports))
    marks = _apart(marks)
    return Drawn(
        tuple(marks),
        dated[0][0][0],
        max(days[1] for days, _ in dated),
        1 + max(mark.row for mark in marks),
        line.is_disputed,
    )


def _apart(marks: list[Mark]) -> list[Mark]:
    """Put marks that would cover one another into rows of their own."""
    placed: list[Mark] = []
    for mark in marks:
        taken = {
            other.row
            for other in placed
            if mark.x - (other.x + other.width) < _APART and other.x - mark.x < _APART
        }
        row = next(row for row in range(len(placed) + 1) if row not in taken)
        placed.append(
            Mark(mark.letter, mark.value, mark.raw, mark.x, mark.width, row, mark.reports)
        )
    assert all(one.x <= other.x for one, other in pairwise(placed))
    return placed


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()
