"""A process that takes batches of reports through reading and extraction, for another one.

``python -m communique.worker`` is told on standard input how to read (:class:`Task`), answers
that it is ready, and then answers each batch of reports with what they say, until its input
ends. Everything goes to and fro as frames: the length in eight bytes, then MessagePack.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

from communique import pipeline
from communique.errors import InternalError
from communique.model import Report

#: Bytes of a frame's length.
_LENGTH = 8


class Task(msgspec.Struct, frozen=True):
    """How to read: the engine and what its readings bear, and the user's issue labels.

    ``batch`` reports go to the engine at a time, which may use so many ``threads``; ``doubtful``
    claims are kept or left out.
    """

    reader: str
    noted: str = ""
    issues: str | None = None
    batch: int = 16
    threads: int = 1
    doubtful: bool = False


class Fault(msgspec.Struct, frozen=True):
    """An :class:`~communique.errors.InternalError` on its way between processes."""

    what: str
    subject: str
    remedy: str


Answer = list[pipeline.Told | Fault]

_ENCODER = msgspec.msgpack.Encoder()
_TASK = msgspec.msgpack.Decoder(Task)
_REPORTS = msgspec.msgpack.Decoder(list[Report])
_ANSWER = msgspec.msgpack.Decoder(Answer)


def serve(heard: BinaryIO, said: BinaryIO) -> None:
    """Answer what is ``heard`` until it ends.

    Raises:
        CommuniqueError: the task cannot be done at all: there is no such engine, or the
            issue labels cannot be used.
        BrokenPipeError: nobody waits for the answer any more.
    """
    if (first := received(heard)) is None:
        return
    accounts = taking(_TASK.decode(first))
    send(said, b"")
    while (frame := received(heard)) is not None:
        send(said, _ENCODER.encode(list(_sendable(accounts(_REPORTS.decode(frame))))))


def taking(task: Task) -> pipeline.Accounts:
    """Return what takes reports through reading and extraction as ``task`` says.

    Raises:
        CommuniqueError: there is no such engine, or the issue labels cannot be used.
    """
    from communique.extract import extract_with
    from communique.read.engines import engine

    reader = engine(task.reader, task.noted, task.threads)
    reader.prepare()
    issues = Path(task.issues) if task.issues else None
    return pipeline.in_turn(reader, extract_with(issues, doubtful=task.doubtful), task.batch)


def question(reports: list[Report]) -> bytes:
    """Return the frame that asks for these reports.

    Raises:
        UnicodeEncodeError: there are halves of characters in one of them.
    """
    return _ENCODER.encode(reports)


def answered(frame: bytes) -> list[pipeline.Told | InternalError]:
    """Return what the answer in a frame says of each report.

    Raises:
        msgspec.DecodeError: it is no answer.
    """
    return [
        InternalError(each.what, subject=each.subject, remedy=each.remedy)
        if isinstance(each, Fault)
        else each
        for each in _ANSWER.decode(frame)
    ]


def send(said: BinaryIO, frame: bytes) -> None:
    """Write one frame."""
    said.write(len(frame).to_bytes(_LENGTH, "big"))
    said.write(frame)
    said.flush()


def received(heard: BinaryIO) -> bytes | None:
    """Return the next frame, or ``None`` where there is no other or it is cut short."""
    length = heard.read(_LENGTH)
    if len(length) < _LENGTH:
        return None
    size = int.from_bytes(length, "big")
    frame = heard.read(size)
    return frame if len(frame) == size else None


def _sendable(
    found: Iterator[pipeline.Told | InternalError],
) -> Iterator[pipeline.Told | Fault]:
    for each in found:
        if isinstance(each, InternalError):
            yield Fault(each.what, each.subject, each.remedy)
        else:
            yield each


def main() -> None:
    """Serve over standard input and output; what libraries print cannot get between."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whom it works for says when to end
    said = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with suppress(BrokenPipeError):
        serve(sys.stdin.buffer, said)


if __name__ == "__main__":
    main()
