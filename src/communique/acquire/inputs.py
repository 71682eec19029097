"""Finds the files that the inputs name: files, folders, globs and standard input."""

from __future__ import annotations

import errno
import glob
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from communique.acquire.options import Limits
from communique.acquire.sidecar import MOST_BYTES, is_sidecar, sidecar_name
from communique.acquire.sources import Source, kept
from communique.errors import EmptyInput, InputError, TooLarge, UnreadableInput

Found = Source | InputError


def find(inputs: Sequence[str], limits: Limits, stdin: BinaryIO | None) -> Iterator[Found]:
    """Yield a source for each file that the inputs name, in order, each file once.

    A folder's files come in the order of their names, its own before those of the folders
    in it; hidden files and sidecars are passed over.
    """
    return _Finder(limits, stdin).find(inputs)


def shown(path: str | os.PathLike[str]) -> str:
    """Return a path as text that can be printed and stored, whatever bytes it has."""
    return os.fsencode(path).decode("utf-8", "backslashreplace").replace(os.sep, "/")


class _Finder:
    def __init__(self, limits: Limits, stdin: BinaryIO | None) -> None:
        self._limits = limits
        self._stdin = stdin
        self._files: set[str] = set()
        self._folders: dict[tuple[int, int], str] = {}

    def find(self, inputs: Sequence[str]) -> Iterator[Found]:
        named = {os.path.normpath(name) for name in inputs}
        for name in inputs:
            try:
                yield from self._input(name, named)
            except (OSError, ValueError) as error:
                yield _unreadable(name, error)

    def _input(self, name: str, named: set[str]) -> Iterator[Found]:
        if name == "-":
            yield self._standard_input()
        elif name.lower().startswith(("http://", "https://")):
            yield UnreadableInput(
                "is an address; nothing is fetched",
                subject=name,
                remedy="save the page and give the file",
            )
        elif os.path.lexists(name):
            yield from self._path(name, named)
        elif glob.has_magic(name):
            yield from self._glob(name, named)
        else:
            yield UnreadableInput("is not there", subject=shown(name), remedy="check the path")

    def _glob(self, pattern: str, named: set[str]) -> Iterator[Found]:
        matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - takes absolute patterns too
        if not matches:
            yield UnreadableInput(
                "matches no file", subject=shown(pattern), remedy="check the pattern"
            )
        named = named | {os.path.normpath(match) for match in matches}
        for match in matches:
            try:
                yield from self._path(match, named)
            except (OSError, ValueError) as error:
                yield _unreadable(match, error)

    def _path(self, name: str, named: set[str]) -> Iterator[Found]:
        path = os.path.normpath(name)
        if Path(path).is_dir():
            yield from self._folder(path, 0)
        elif not is_sidecar(path, named):
            partner = _partner(path)
            if partner is not None:
                yield UnreadableInput(
                    f"is the sidecar of {shown(partner)}",
                    subject=shown(path),
                    remedy="give that file",
                )
            else:
                yield from self._file(path)

    def _folder(self, path: str, depth: int) -> Iterator[Found]:
        mark = Path(path).stat()
        before = self._folders.setdefault((mark.st_dev, mark.st_ino), path)
        if before != path:
            yield UnreadableInput(
                f"is the same folder as {shown(before)}, which is read already",
                subject=shown(path),
                remedy="remove the link that leads back to it",
            )
            return
        if depth > self._limits.folder_depth:
            yield UnreadableInput(
                "lies too many folders deep", subject=shown(path), remedy="give it by itself"
            )
            return
        with os.scandir(path) as listing:
            entries = sorted(
                (e for e in listing if not e.name.startswith(".")), key=lambda e: e.name
            )
        if not entries and depth == 0:
            yield EmptyInput(
                "is a folder with no files in it", subject=shown(path), remedy="check the path"
            )
        folders = [entry for entry in entries if _is_folder(entry)]
        names = {entry.name for entry in entries if entry not in folders}
        for name in sorted(names):
            if not is_sidecar(name, names):
                yield from self._file(str(Path(path, name)))
        for folder in folders:
            try:
                yield from self._folder(folder.path, depth + 1)
            except OSError as error:
                yield _unreadable(folder.path, error)

    def _file(self, path: str) -> Iterator[Found]:
        if path in self._files:
            return
        self._files.add(path)
        try:
            yield self._source(path)
        except (OSError, ValueError) as error:
            yield _unreadable(path, error)

    def _source(self, path: str) -> Found:
        mode = Path(path).stat()
        if not stat.S_ISREG(mode.st_mode):
            return UnreadableInput(
                "is a device or a pipe, not a file",
                subject=shown(path),
                remedy="give a file, or pipe it in and name it -",
            )
        with Path(path).open("rb"):
            pass
        beside = sidecar_name(path)
        has_sidecar = beside is not None and Path(beside).is_file()
        return Source(
            subject=shown(path),
            name=Path(path).name,
            open=lambda: Path(path).open("rb"),
            size=mode.st_size,
            sidecar=(lambda: _small(str(beside))) if has_sidecar else None,
        )

    def _standard_input(self) -> Found:
        stream = self._stdin or getattr(sys.stdin, "buffer", None)
        if stream is None:
            return UnreadableInput("is not there to be read", subject="-", remedy="pipe a file in")
        try:
            opener, size = kept(stream, self._limits.unpacked_bytes)
        except TooLarge as error:
            return TooLarge(error.what, subject="-", remedy="give it as a file")
        return Source(subject="-", name="", open=opener, size=size)


def _partner(path: str) -> str | None:
    """Return the file that the JSON file ``path`` is the sidecar of, if it is there."""
    if not path.lower().endswith(".json") or not Path(path).is_file():
        return None
    with os.scandir(Path(path).parent) as listing:
        names = sorted(entry.name for entry in listing)
    own = Path(path).name
    beside = next((name for name in names if name != own and sidecar_name(name) == own), None)
    return str(Path(path).with_name(beside)) if beside else None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _small(path: str) -> bytes:
    with Path(path).open("rb") as stream:
        return stream.read(MOST_BYTES)


def _unreadable(path: str, error: Exception) -> UnreadableInput:
    reasons = {
        errno.ENOENT: ("is a link that leads nowhere", "mend or remove the link"),
        errno.ELOOP: ("is a link that leads back to itself", "remove the link"),
        errno.EACCES: ("may not be read", "change its permissions"),
        errno.EPERM: ("may not be read", "change its permissions"),
        errno.ENAMETOOLONG: ("is too long a name", "shorten it"),
    }
    number = error.errno if isinstance(error, OSError) else None
    what, remedy = reasons.get(number or 0, (f"cannot be read ({error})", "check the path"))
    return UnreadableInput(what, subject=shown(path), remedy=remedy)
