"""The protocol by which reports are read, whatever the engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from communique.model import Origin, Reading, Report


class Reader(Protocol):
    """Reads reports. Engines: :class:`communique.read.rules.RuleReader`."""

    @property
    def name(self) -> str:
        """The engine's name, as ``--reader`` takes it."""
        ...

    @property
    def origin(self) -> Origin:
        """What the readings of this engine say made them."""
        ...

    def prepare(self) -> None:
        """Begin to make ready what reading needs, and return at once; it need not be called."""
        ...

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield one reading per report, in order, as soon as it is there.

        Reading never raises on any text: what cannot be understood is left out.
        """
        ...
