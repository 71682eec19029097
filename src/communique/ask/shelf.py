"""What asking needs of a record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from communique.model.asking import Material
from communique.model.citation import LISTS


class Shelf(Protocol):
    """Where reports are looked up. Reports go by their citable ids."""

    def about(self, words: Sequence[str], limit: int) -> list[str]:
        """Return the reports that hold any of ``words``, those that hold most and rarest first."""
        ...

    def with_actors(self, actors: Sequence[Sequence[str]], limit: int) -> list[str]:
        """Return the reports of contacts in which one of each group of actors has a part."""
        ...

    def meaning(self, vector: bytes, limit: int) -> list[tuple[str, int, float]]:
        """Return the sentences whose vectors are most like one: report, number and likeness.

        They come best first, those of nothing in common left out; likeness is 1 at most.
        """
        ...

    def materials(
        self, reports: Iterable[str], kinds: Collection[str] = tuple(LISTS)
    ) -> list[Material]:
        """Return reports with what they say, in the order given; unknown ones are left out.

        Of claims only those of some ``kinds`` come, by default of all.
        """
        ...
