"""Archives: their members as sources, within limits and never on disk.

A member's name is only ever shown, but one that is absolute, climbs (``..``) or is a link is
refused all the same: who packs such a thing means harm or errs, and should know.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, BinaryIO, cast

from communique.acquire.options import Limits
from communique.acquire.sidecar import MOST_BYTES, is_sidecar, sidecar_name
from communique.acquire.sources import CHUNK, Source, kept
from communique.errors import (
    DamagedInput,
    EmptyInput,
    InputError,
    LockedInput,
    TooLarge,
    UnreadableInput,
)

Found = Source | InputError

#: What the readers of archives raise on damaged ones.
BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
    gzip.BadGzipFile,
    OSError,
    ValueError,
    NotImplementedError,
)
#: Up to here a large ratio of unpacked to packed bytes is nothing unusual.
_UNSUSPICIOUS = 10 * 1024 * 1024
_ESCAPES = re.compile(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)")
_GET_AGAIN = "get it again"


class Budget:
    """What all members of one input, and of the archives inside it, may come to."""

    def __init__(self, limits: Limits, packed: int | None) -> None:
        self._limits = limits
        self._packed = packed
        self._unpacked = 0
        self._members = 0

    def member(self) -> None:
        """Count one more member.

        Raises:
            TooLarge: there are more than allowed.
        """
        self._members += 1
        if self._members > self._limits.members:
            raise TooLarge(f"has more than {self._limits.members:,} members", remedy="split it")

    def take(self, count: int) -> None:
        """Count ``count`` more unpacked bytes.

        Raises:
            TooLarge: there are more than allowed, or out of all proportion to the packed ones.
        """
        self._unpacked += count
        limits = self._limits
        if self._unpacked > limits.unpacked_bytes:
            raise TooLarge(
                f"unpacks to more than {limits.unpacked_bytes:,} bytes", remedy="split it"
            )
        packed = self._packed
        if packed and self._unpacked > max(_UNSUSPICIOUS, limits.ratio * packed):
            raise TooLarge(
                f"unpacks to more than {limits.ratio} times its size, as a zip bomb does",
                remedy="unpack it yourself if you trust it, and give the folder",
            )


class Metered(io.RawIOBase):
    """A stream that counts what is read from it against a budget."""

    def __init__(self, stream: IO[bytes], budget: Budget, beneath: IO[bytes] | None) -> None:
        self._stream = stream
        self._budget = budget
        self._beneath = beneath

    def readable(self) -> bool:
        """Tell that it can be read, as it always can."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` and count the bytes."""
        data = self._stream.read(len(buffer))
        self._budget.take(len(data))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close what it reads from."""
        self._stream.close()
        if self._beneath is not None:
            self._beneath.close()
        super().close()


def metered(stream: IO[bytes], budget: Budget, beneath: IO[bytes] | None = None) -> BinaryIO:
    """Return ``stream`` as one that can be read forwards only, counted against ``budget``.

    ``beneath`` is what it reads from in turn, closed with it.
    """
    return cast(BinaryIO, io.BufferedReader(Metered(stream, budget, beneath), CHUNK))


def members(source: Source, kind: str, limits: Limits, budget: Budget) -> Iterator[Found]:
    """Yield a source for each file in an archive, in the archive's order.

    Raises:
        InputError: the archive itself is damaged, encrypted or too large; members before
            the damage have been yielded.
    """
    if source.depth >= limits.depth:
        raise TooLarge(
            f"lies more than {limits.depth} archives deep",
            subject=source.subject,
            remedy="unpack it yourself",
        )
    try:
        if kind == "zip":
            yield from _zip(source, limits, budget)
        elif kind == "tar":
            yield from _tar(source, limits, budget)
        else:
            yield from _single(source, kind, budget)
    except BROKEN as error:
        raise _damaged(source, kind, error) from error


def _damaged(source: Source, kind: str, error: Exception) -> InputError:
    if isinstance(error, PermissionError):
        return UnreadableInput(
            "may not be read", subject=source.subject, remedy="change its permissions"
        )
    return DamagedInput(
        f"is a truncated or damaged {kind} file ({error})",
        subject=source.subject,
        remedy=_GET_AGAIN,
    )


def _zip(source: Source, limits: Limits, budget: Budget) -> Iterator[Found]:
    with _seekable(source, limits) as stream, zipfile.ZipFile(stream) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        names = {info.filename for info in infos}
        for info in infos:
            budget.member()
            subject = f"{source.subject}!{_printable(info.filename)}"
            fault = _fault(info.filename, stat.S_ISLNK(info.external_attr >> 16), subject)
            if fault is not None:
                yield fault
            elif info.flag_bits & 0x1:
                yield LockedInput(
                    "is encrypted", subject=subject, remedy="pack it without a password"
                )
            elif not _passed_over(info.filename, names):
                yield _member(
                    source,
                    info.filename,
                    _opener(archive, info, budget),
                    _sidecar(archive, info.filename, names),
                    info.file_size,
                )
        if not infos:
            yield EmptyInput("is an archive with no files in it", subject=source.subject)


def _seekable(source: Source, limits: Limits) -> BinaryIO:
    """Open a source so that one can go back in it; a member of an archive is kept for that."""
    stream = source.open()
    if stream.seekable():
        return stream
    with stream:
        opener, _ = kept(stream, limits.unpacked_bytes)
    return opener()


def _opener(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget
) -> Callable[[], BinaryIO]:
    return lambda: metered(archive.open(info), budget)


def _sidecar(archive: zipfile.ZipFile, name: str, names: set[str]) -> Callable[[], bytes] | None:
    beside = sidecar_name(name)
    if beside is None or beside not in names:
        return None

    def read() -> bytes:
        with archive.open(beside) as stream:
            return stream.read(MOST_BYTES)

    return read


def _tar(source: Source, limits: Limits, budget: Budget) -> Iterator[Found]:
    names, sidecars = _tar_contents(source, limits)
    count = 0
    with _untarred(source, budget) as archive:
        for info in archive:
            if info.isdir():
                continue
            count += 1
            budget.member()
            subject = f"{source.subject}!{_printable(info.name)}"
            fault = _fault(info.name, info.issym() or info.islnk(), subject)
            if fault is None and not info.isreg():
                fault = UnreadableInput(
                    "is a device, not a file", subject=subject, remedy="leave it out"
                )
            if fault is not None:
                yield fault
            elif not _passed_over(info.name, names):
                yield _tar_member(source, archive, info, sidecars, limits)
    if not count:
        yield EmptyInput("is an archive with no files in it", subject=source.subject)


def _tar_member(
    source: Source,
    archive: tarfile.TarFile,
    info: tarfile.TarInfo,
    sidecars: dict[str, bytes],
    limits: Limits,
) -> Found:
    """Keep a member: a tar can be read forwards only."""
    beside = sidecars.get(sidecar_name(info.name) or "")
    stream = archive.extractfile(info)
    subject = f"{source.subject}!{_printable(info.name)}"
    if stream is None:
        return UnreadableInput("is no file", subject=subject, remedy="leave it out")
    most = limits.report_bytes if not _is_packed(info.name) else limits.unpacked_bytes
    try:
        opener, size = kept(stream, most)
    except TooLarge as error:
        return TooLarge(error.what, subject=subject, remedy=error.remedy)
    return _member(
        source, info.name, opener, (lambda: beside) if beside is not None else None, size
    )


def _tar_contents(source: Source, limits: Limits) -> tuple[set[str], dict[str, bytes]]:
    """Go through a tar once for its names and sidecars, which may stand after their texts."""
    names: set[str] = set()
    sidecars: dict[str, bytes] = {}
    budget = Budget(limits, source.size)
    with _untarred(source, budget) as archive:
        for info in archive:
            budget.member()
            names.add(info.name)
            if info.isreg() and info.name.lower().endswith(".json") and info.size <= MOST_BYTES:
                stream = archive.extractfile(info)
                if stream is not None:
                    sidecars[info.name] = stream.read(MOST_BYTES)
    return names, sidecars


@contextmanager
def _untarred(source: Source, budget: Budget) -> Iterator[tarfile.TarFile]:
    packing = _packing(source.head(6))
    beneath = source.open()
    with (
        metered(_unpacked(beneath, packing), budget, beneath) as plain,
        tarfile.open(fileobj=plain, mode="r|") as archive,
    ):
        yield archive


def _single(source: Source, kind: str, budget: Budget) -> Iterator[Found]:
    """Yield what a gzip, bzip2 or xz file holds: one file, named like it without the ending."""
    name = PurePosixPath(source.name)
    inner = (
        str(name.with_suffix("")) if name.suffix.lower() in (".gz", ".bz2", ".xz") else source.name
    )

    def open_inner() -> BinaryIO:
        beneath = source.open()
        return metered(_unpacked(beneath, kind), budget, beneath)

    budget.member()
    yield Source(
        subject=source.subject,
        name=inner,
        open=open_inner,
        sidecar=source.sidecar,
        depth=source.depth + 1,
    )


def _unpacked(stream: BinaryIO, kind: str) -> IO[bytes]:
    if kind == "gzip":
        return cast(IO[bytes], gzip.GzipFile(fileobj=stream))
    if kind == "bzip2":
        return bz2.BZ2File(stream)
    if kind == "xz":
        return lzma.LZMAFile(stream)
    return stream


def _packing(head: bytes) -> str:
    marks = {b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ": "xz"}
    return next((kind for mark, kind in marks.items() if head.startswith(mark)), "")


def _member(
    source: Source,
    name: str,
    opener: Callable[[], BinaryIO],
    sidecar: Callable[[], bytes] | None,
    size: int,
) -> Source:
    return Source(
        subject=f"{source.subject}!{_printable(name)}",
        name=PurePosixPath(name).name,
        open=opener,
        size=size,
        sidecar=sidecar,
        depth=source.depth + 1,
    )


def _fault(name: str, is_link: bool, subject: str) -> InputError | None:
    if _ESCAPES.search(name):
        return UnreadableInput(
            "has a path that leads out of its archive",
            subject=subject,
            remedy="pack it with plain paths",
        )
    if is_link:
        return UnreadableInput(
            "is a link, not a file", subject=subject, remedy="pack the file itself"
        )
    return None


def _passed_over(name: str, names: set[str]) -> bool:
    """Tell hidden files, leavings of packers, and sidecars."""
    parts = PurePosixPath(name).parts
    if any(
        (part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in parts
    ):
        return True
    return is_sidecar(name, names)


def _is_packed(name: str) -> bool:
    return name.lower().endswith(
        (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".jsonl", ".csv", ".tsv")
    )


def _printable(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
