"""How a run ends: one status, and at most one line on standard error."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import click

from communique.errors import CommuniqueError, InternalError

#: Ended by Ctrl-C, as shells count it (128 + SIGINT).
INTERRUPTED = 130
#: The reader of the output went away, as in ``communique timeline | head`` (128 + SIGPIPE).
PIPE_CLOSED = 141
#: ``verify`` found evidence that does not hold.
NOT_VERIFIED = 1
#: Some inputs could not be used; the others were.
SOME_UNUSABLE = 3


class PipeClosed(Exception):
    """Whoever read the output went away."""


@contextmanager
def noticing_closed_pipes() -> Iterator[None]:
    """Turn what the system says of a closed pipe into :class:`PipeClosed`.

    Otherwise click ends the process itself, with a status that says that something failed.
    """
    try:
        yield
    except OSError as error:
        if error.errno != errno.EPIPE:
            raise
        raise PipeClosed from error


def end(error: BaseException, *, debug: bool = False) -> int:
    """Say on standard error what ended the run and return its exit status.

    A fault of communique itself is told as one, too; ``debug`` shows where it happened.
    """
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else 1
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, PipeClosed | BrokenPipeError):
        _drop_output()
        return PIPE_CLOSED
    if debug and not isinstance(error, click.ClickException | click.Abort):
        traceback.print_exception(error)
    return _tell(error)


def _tell(error: BaseException) -> int:
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, KeyboardInterrupt | click.Abort | EOFError):
        click.echo("communique: interrupted", err=True)
        return INTERRUPTED
    if isinstance(error, CommuniqueError):
        click.echo(f"communique: {error} [{error.code}]", err=True)
        return error.exit_status
    if isinstance(error, OSError):
        click.echo(f"communique: {_one_line(error)}", err=True)
        return 1
    click.echo(
        f"communique: a fault of communique itself: {type(error).__name__}: {_one_line(error)};"
        f" run again with --debug and report what it shows [{InternalError.code}]",
        err=True,
    )
    return InternalError.exit_status


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())


def _drop_output() -> None:
    """Send what is still buffered nowhere, so that Python's own flush at exit stays quiet."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        # Standard output is no file here (a test, an embedding program): nothing to drop.
        return
