"""Opening the file of a SQLite record, by however many processes and threads at once."""

from __future__ import annotations

import logging
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from communique.errors import RecordError
from communique.record.faults import told
from communique.record.migrations import STEPS, migrate, version_of

#: What a connection is told first.
_SETTINGS = (
    # In a write-ahead log, a crash of the process loses nothing, and one of the machine no
    # more than the last transactions; nothing waits for the disk at each report.
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    # 64 MiB, as SQLite's negative KiB.
    "cache_size = -65536",
    # Pages of 4 KiB after which the log is written into the file.
    "wal_autocheckpoint = 4000",
)


def engine_for(path: Path, patience: float) -> Engine:
    """Return an engine on the record at ``path``, with its tables as they are to be.

    Each connection sees one state of the record as long as its transaction lasts. With
    the execution option ``writes`` a transaction holds the write lock from its start, so
    that it never fails half way because another process wrote first.

    Args:
        path: The file; it is made if it is not there.
        patience: Seconds to wait for another process's lock.

    Raises:
        RecordError: the file cannot be used; see its kinds.
    """
    frozen = _is_frozen(path)
    _keep_the_pool_quiet()
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: _connect(path, patience, frozen),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=12,
    )
    event.listen(engine, "begin", _begin)
    try:
        with told(path):
            _prepare(engine, patience, frozen)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _keep_the_pool_quiet() -> None:
    """Leave what the pool logs to those who set logging up.

    Python prints it otherwise, with a traceback: the pool logs what hinders it in giving a
    connection back, and an interruption (Ctrl+C) may hit it just then. That is raised as well.
    """
    pool = logging.getLogger("sqlalchemy.pool")
    if not pool.handlers:
        pool.addHandler(logging.NullHandler())


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """Open a transaction that sees one state of the record."""
    with told(path), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """Open a transaction that holds the write lock; it is kept if the block ends well."""
    with (
        told(path),
        engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
    ):
        yield connection


def _is_frozen(path: Path) -> bool:
    """Tell whether the record can only be read: then SQLite must not look for its log."""
    if not path.exists():
        return False
    folder = path.absolute().parent
    writable = os.access(path, os.W_OK) and os.access(folder, os.W_OK)
    return not writable and not path.with_name(f"{path.name}-wal").exists()


def _connect(path: Path, patience: float, frozen: bool) -> sqlite3.Connection:
    """Return a connection without a transaction of Python's own making."""
    mode = "mode=ro&immutable=1" if frozen else "mode=rwc"
    connection = sqlite3.connect(
        f"file:{quote(os.fsencode(path.absolute()))}?{mode}",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def _begin(connection: Connection) -> None:
    """Begin a transaction as its connection's options ask for."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(engine: Engine, patience: float, frozen: bool) -> None:
    """See that the file is a record of this version, making or updating it if need be."""
    with engine.connect() as connection:
        version = version_of(connection)
    if frozen:
        if version < len(STEPS):
            raise RecordError(
                "the record must be updated first, and it cannot be written",
                remedy="check the permissions of the file and its folder",
            )
        return
    _write_ahead(engine, patience)
    migrate(engine)


def _write_ahead(engine: Engine, patience: float) -> None:
    """Switch the file to a write-ahead log, in which readers and a writer do not wait.

    SQLite does not wait for other processes here as it does elsewhere, so it is done anew
    until it succeeds.

    Raises:
        RecordBusy: another process held the file all the time.
    """
    deadline = time.monotonic() + patience
    raw = engine.raw_connection()
    try:
        while True:
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
            time.sleep(0.02)
    finally:
        raw.close()
