"""What an extractor is, and in which order extractors run."""

from __future__ import annotations

from typing import ClassVar, Protocol

from communique.model import Claims, Reading


class Extractor(Protocol):
    """Finds one kind of claim in a reading.

    ``gives`` is the list of :class:`~communique.model.Claims` that it fills, ``needs`` are
    the lists that must be filled before it runs.
    """

    gives: ClassVar[str]
    needs: ClassVar[frozenset[str]]

    def extract(self, reading: Reading, claims: Claims) -> Claims:
        """Return ``claims`` with the list it gives filled from ``reading``."""
        ...
