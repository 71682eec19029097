"""Readings that bear a note on how their claims are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from communique.model import Origin, Reading, Report
from communique.read.reader import Reader


class Noted:
    """A reader whose readings bear ``note`` behind the settings of their origin.

    What has no part in reading but changes the claims, such as a user's own issue labels, is
    told in this way: a report that was added with other labels is then read again.
    """

    def __init__(self, reader: Reader, note: str) -> None:
        self._reader = reader
        self.name = reader.name
        self.origin: Origin = replace(reader.origin, settings=f"{reader.origin.settings} {note}")

    def prepare(self) -> None:
        """Have the engine make itself ready."""
        self._reader.prepare()

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield the engine's readings, with the note."""
        for reading in self._reader.read(reports):
            yield replace(reading, origin=self.origin)
