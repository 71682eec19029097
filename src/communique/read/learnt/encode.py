"""Turns a text into the numbers that the encoder takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from communique.read.learnt.units import Unit, case_of, cut
from communique.read.learnt.windows import Window, plan

LONGEST = 320
"""Pieces a window holds, less the marks that open and close it and its paragraphs."""

SHARED = 32
"""Pieces that two neighbouring windows share."""


class Cutter(Protocol):
    """A vocabulary that cuts words into piece numbers."""

    def of(self, word: str, spaced: bool) -> tuple[int, ...]:
        """The piece numbers of a word, at least one."""
        ...


@dataclass(frozen=True, slots=True)
class Marks:
    """Piece numbers of the marks: a window's start, the end of a window or paragraph."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as units and the pieces of each."""

    units: list[Unit]
    pieces: list[tuple[int, ...]]
    windows: list[Window]


@dataclass(frozen=True, slots=True)
class Row:
    """One window for the encoder: pieces, the case of each, and each unit's first piece."""

    ids: list[int]
    cases: list[int]
    firsts: list[int]


def encode(text: str, cutter: Cutter, *, longest: int = LONGEST, shared: int = SHARED) -> Encoded:
    """Cut a text into units, pieces and windows. An empty text has none of them."""
    units = cut(text)
    pieces = [cutter.of(unit.word, unit.spaced) for unit in units]
    sizes = [len(p) + unit.opens for p, unit in zip(pieces, units, strict=True)]
    return Encoded(units, pieces, plan(sizes, [unit.opens for unit in units], longest, shared))


def row(encoded: Encoded, window: Window, marks: Marks) -> Row:
    """The encoder's input for one window; paragraphs inside it are parted by the end mark."""
    ids, cases, firsts = [marks.start], [0], []
    for at in range(window.first, window.last):
        unit, pieces = encoded.units[at], encoded.pieces[at]
        if unit.opens and at > window.first:
            ids.append(marks.end)
            cases.append(0)
        firsts.append(len(ids))
        ids.extend(pieces)
        cases.extend([case_of(unit.word)] * len(pieces))
    ids.append(marks.end)
    cases.append(0)
    return Row(ids, cases, firsts)
