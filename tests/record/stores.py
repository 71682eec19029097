"""The stores that the conformance suite runs over: a new one is one more line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from communique.record import Store
from communique.record.sqlite import SqliteStore

Opener = Callable[[], Store]


def _sqlite(folder: Path) -> Opener:
    return lambda: SqliteStore(folder / "record.sqlite", patience=10)


#: From a store's name to what takes an empty folder and gives what opens a record in it.
STORES: dict[str, Callable[[Path], Opener]] = {"sqlite": _sqlite}
