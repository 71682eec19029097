"""``communique read``: what reports say, as the contract's JSON; no record is touched."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from communique.cli.command import command
from communique.cli.ending import SOME_UNUSABLE
from communique.cli.inputs import about_inputs
from communique.cli.options import with_doubtful, with_issues
from communique.cli.run import Run, pass_run
from communique.errors import CommuniqueError

if TYPE_CHECKING:
    from communique.acquire.options import AcquireOptions
    from communique.model import Account


def _at_once(function: Callable[..., None]) -> Callable[..., None]:
    """Have the engine's weights loaded from the beginning: all else is imported meanwhile."""

    @functools.wraps(function)
    def wrapped(*args: Any, **given: Any) -> None:
        from communique.read.engines import begin
        from communique.settings import load

        begin(load(None, reader=given["reader"]).reader)
        function(*args, **given)

    return wrapped


@command(
    "read",
    ("communique read readout.txt", "one report, one JSON object on one line"),
    ("communique read reports/*.txt --format jsonl > accounts.jsonl", "many, a line each"),
    ("cat readout.txt | communique read -", "from standard input"),
    ("communique read readout.txt | jq '.statements[].speaker'", "pick something out of it"),
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-f",
    "--format",
    "format",
    type=click.Choice(("jsonl", "json")),
    default="jsonl",
    show_default=True,
    help="An object a line, or one array.",
)
@click.option("--reader", metavar="NAME", help="The engine that reads: learnt (default) or rules.")
@with_issues
@with_doubtful
@_at_once
@about_inputs
@pass_run
def read(
    run: Run,
    inputs: tuple[str, ...],
    format: str,
    reader: str | None,
    issues: str | None,
    doubtful: bool | None,
    about: AcquireOptions,
) -> None:
    """Print what reports say as JSON; touches no record.

    INPUT is a file (text, HTML, PDF, Word, Markdown, mail, RSS, Atom, JSON lines, CSV), a
    folder, an archive, a pattern such as 'reports/*.html', or - for standard input. The form
    of the JSON is described in docs/reading.md. An input that cannot be used is named on
    standard error, the others are read, and the exit status is 3.
    """
    from communique.cli.output import byte_stream

    out = byte_stream()
    with run.service(reader=reader, issues=issues, doubtful=doubtful) as service:
        accounts = _Usable(service.read(inputs, about))
        for number, line in enumerate(_encoded(accounts)):
            if format == "json":
                out.write(b",\n" if number else b"[\n")
            out.write(line if format == "json" else line + b"\n")
            out.flush()
    if format == "json":
        out.write(b"\n]\n" if accounts.number else b"[]\n")
    if accounts.failed:
        raise click.exceptions.Exit(SOME_UNUSABLE)


class _Usable:
    """The accounts among what reading yields; errors go to standard error as they come."""

    def __init__(self, results: Iterable[Account | CommuniqueError]) -> None:
        self.results = results
        self.number = 0
        self.failed = 0

    def __iter__(self) -> Iterator[Account]:
        for result in self.results:
            if isinstance(result, CommuniqueError):
                self.failed += 1
                click.echo(f"communique: {result} [{result.code}]", err=True)
            else:
                self.number += 1
                yield result


def _encoded(accounts: Iterable[Account]) -> Iterator[bytes]:
    from communique.model import to_json

    return map(to_json, accounts)


COMMANDS = {"read": read}
