"""Transactions to look into a record: one for each look, or one for all that a thread looks at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from threading import local

from sqlalchemy import Connection, Engine

from communique.record.opening import reading, writing


class Looks:
    """Opens transactions. Threads may share it."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path
        self._of_thread = local()

    def look(self) -> AbstractContextManager[Connection]:
        """Open a transaction to look into the record, or go on with the one that is kept."""
        kept: Connection | None = getattr(self._of_thread, "kept", None)
        return reading(self._engine, self._path) if kept is None else nullcontext(kept)

    def write(self) -> AbstractContextManager[Connection]:
        """Open a transaction to write into the record. What is kept ends: it would not see it."""
        self._of_thread.kept = None
        return writing(self._engine, self._path)

    @contextmanager
    def steadily(self) -> Iterator[None]:
        """Keep one transaction for all looks of this thread within the block."""
        if getattr(self._of_thread, "kept", None) is not None:
            yield
            return
        with reading(self._engine, self._path) as connection:
            self._of_thread.kept = connection
            try:
                yield
            finally:
                self._of_thread.kept = None
