"""What may be asked of the spellings of a record's names; imports no database library."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Spellings(Protocol):
    """The part of a :class:`~communique.record.store.Store` that looks names up by sound."""

    def names_under(self, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the names printed of the actors whose keys begin with any of ``keys``.

        They come by the id that stands for each actor's cluster, the most printed first.
        """
        ...
