"""What SQLite complains of, told as communique's own errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from sqlalchemy.exc import DBAPIError

from communique.errors import InternalError, NotARecord, RecordBusy, RecordError

_TRY_AGAIN = "try again when it is done, or wait longer (COMMUNIQUE_PATIENCE=SECONDS)"


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the database faults inside the block into one clear line about ``path``.

    Raises:
        RecordError: one of its kinds, as SQLite's result code says.
        InternalError: the fault is in how communique asked.
    """
    try:
        yield
    except DBAPIError as error:
        raise as_record_error(error.orig, path) from error
    except sqlite3.Error as error:
        raise as_record_error(error, path) from error
    except msgspec.DecodeError as error:
        fault = damaged("a value", error)
        fault.subject = str(path)
        raise fault from error
    except RecordError as error:
        if not error.subject:
            error.subject = str(path)
        raise


def damaged(what: str, error: Exception) -> NotARecord:
    """Return the error for something in a record that cannot be unpacked or decoded."""
    return NotARecord(
        f"{what} in it is damaged ({error})",
        remedy="`communique verify` tells where; restore a copy of the record",
    )


def as_record_error(error: BaseException | None, path: Path) -> RecordError | InternalError:
    """Return communique's error for an error of SQLite's."""
    name = str(getattr(error, "sqlite_errorname", "")).removeprefix("SQLITE_")
    subject = str(path)
    match name.split("_")[0]:
        case "BUSY" | "LOCKED":
            return RecordBusy(
                "another process is writing to the record", subject=subject, remedy=_TRY_AGAIN
            )
        case "NOTADB":
            return NotARecord("is not a record", subject=subject, remedy="name another file")
        case "CORRUPT" | "FORMAT":
            return NotARecord(
                f"the record is damaged ({error})", subject=subject, remedy="restore a copy of it"
            )
        case "FULL":
            return RecordError(
                "there is no room left to write",
                subject=subject,
                remedy="make room and run the same command again; what was added is kept",
            )
        case "READONLY" | "PERM":
            return RecordError(
                "the record cannot be written",
                subject=subject,
                remedy="check the permissions of the file and its folder",
            )
        case "CANTOPEN" if path.is_dir():
            return NotARecord("is a folder, not a record", subject=subject, remedy="name a file")
        case "CANTOPEN" | "AUTH":
            return RecordError(
                "the record cannot be opened",
                subject=subject,
                remedy="check that its folder exists and may be written",
            )
        case "IOERR" | "NOLFS" | "NOMEM" | "PROTOCOL" | "INTERRUPT":
            return RecordError(
                f"the system failed to read or write ({error})",
                subject=subject,
                remedy="check the disk and run the same command again; what was added is kept",
            )
        case _:
            return InternalError(f"the record was asked wrongly ({error})", subject=subject)
