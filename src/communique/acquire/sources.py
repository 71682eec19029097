"""Where bytes come from: a name to show, a name to tell the format by, a way to open them."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from typing import IO, BinaryIO, cast

import msgspec

from communique.acquire.options import Limits
from communique.errors import TooLarge

CHUNK = 1 << 18


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes that can be opened, more than once.

    ``subject`` is what people are shown (``pack.zip!letters/one.txt``); ``name`` is the
    file name that tells the format (``one.txt``). ``sidecar`` opens the JSON file that
    goes with it, if there is one. ``packed`` is how many bytes the source has where it
    lies, and ``depth`` how many archives it lies in.
    """

    subject: str
    name: str
    open: Callable[[], BinaryIO]
    size: int | None = None
    sidecar: Callable[[], bytes] | None = None
    depth: int = 0

    def head(self, length: int = 4096) -> bytes:
        """Return the first bytes."""
        with self.open() as stream:
            return stream.read(length)

    def read(self, limits: Limits) -> bytes:
        """Return all bytes.

        Raises:
            TooLarge: there are more than ``limits.report_bytes``; no more than that is read.
        """
        if self.size is not None and self.size > limits.report_bytes:
            raise too_large(self.size, limits.report_bytes)
        with self.open() as stream:
            return read_up_to(stream, limits.report_bytes)


def read_up_to(stream: BinaryIO, most: int) -> bytes:
    """Return the rest of ``stream``.

    Raises:
        TooLarge: it is longer than ``most`` bytes.
    """
    held = io.BytesIO()
    while chunk := stream.read(min(CHUNK, most + 1 - held.tell())):
        held.write(chunk)
        if held.tell() > most:
            raise too_large(None, most)
    return held.getvalue()


def too_large(size: int | None, most: int) -> TooLarge:
    """Return the error for a report of ``size`` bytes (``None``: more than allowed)."""
    found = f"{size:,} bytes" if size is not None else f"more than {most:,} bytes"
    return TooLarge(
        f"is too large for one report ({found}; the limit is {most:,})",
        remedy="split it",
    )


def kept(stream: IO[bytes], most: int) -> tuple[Callable[[], BinaryIO], int]:
    """Copy ``stream`` to memory, or to an unnamed temporary file once it is large.

    Returns a function that opens the copy from its start, as often as it is called, and
    how many bytes there are.

    Raises:
        TooLarge: it is longer than ``most`` bytes.
    """
    held = _Kept(max_size=64 * CHUNK)
    size = 0
    while chunk := stream.read(CHUNK):
        size += held.write(chunk)
        if size > most:
            raise too_large(None, most)
    return (lambda: cast(BinaryIO, io.BufferedReader(_Copy(held, size)))), size


class _Kept(tempfile.SpooledTemporaryFile[bytes]):
    """A copy that is closed with its last reading, as intended, so without a warning."""

    def __del__(self) -> None:
        self.close()


class _Copy(io.RawIOBase):
    """One reading of a kept stream, at a place of its own."""

    def __init__(self, held: IO[bytes], size: int) -> None:
        self._held = held
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        origin = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, origin + offset)
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        self._held.seek(self._at)
        chunk = self._held.read(len(buffer))
        buffer[: len(chunk)] = chunk
        self._at += len(chunk)
        return len(chunk)
