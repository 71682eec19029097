"""Who acts, or is addressed, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts or is addressed: ``actors`` in order, or only ``raw`` words.

    ``first`` and ``last`` (exclusive) are the items it covers.
    """

    actors: tuple[str, ...]
    raw: str
    first: int
    last: int

    @property
    def actor(self) -> str | None:
        """The first actor, or ``None`` where only words are known."""
        return self.actors[0] if self.actors else None
