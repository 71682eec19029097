"""Organisations that the word lists do not know, and what they are called in short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.read.who.found import FoundName

_DEFINITE = 2.5
"""What "the" before a name tells at least that it is no person's."""


class Body:
    """An organisation that the word lists do not know."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.names: list[FoundName] = []
        #: The last sentence that points back at it: "the company".
        self.last_line = -1

    def printed(self, text: str) -> str:
        """Return its name as printed where it is first named so, with all marks within."""
        full = (name for name in self.names if not name.is_short)
        spans = (name.span for name in full if " ".join(name.words) == self.name)
        first = next(spans, None)
        return " ".join(first.of(text).split()) if first else self.name

    @property
    def in_full(self) -> list[int]:
        """Where it is named with more than a word."""
        return [name.span.start for name in self.names if len(name.words) > 1 and not name.is_short]


def is_definite(name: FoundName) -> bool:
    """Tell whether "the" stands before the word: "the Council"."""
    return name.weights.get("thing", 0) >= _DEFINITE


def comes_late(named: Sequence[int], short: Iterable[FoundName]) -> bool:
    """Tell whether a report speaks of "the Council" again and again before it names a body.

    All who read it know then which council that is, and the Security Council is another.
    ``named`` is where the body is named in full.
    """
    first = min(named, default=0)
    before = sum(is_definite(name) and name.span.start < first for name in short)
    return before > 1 and before >= len(named)
