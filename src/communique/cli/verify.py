"""``communique verify``: does all evidence in the record still hold?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from communique.cli.add import fault_line
from communique.cli.command import command
from communique.cli.ending import NOT_VERIFIED
from communique.cli.options import list_format
from communique.cli.run import Run, pass_run

if TYPE_CHECKING:
    from communique.model.rows import Verification


@command(
    "verify",
    ("communique verify", "check the whole record"),
    ("communique verify --report r-3f2a", "check one report"),
    ("communique verify --format jsonl", "a line per report, for a program"),
    ("communique verify && communique dossier", "hand over only what holds"),
)
@click.option("--report", metavar="ID", help="Only this report.")
@list_format("table", "json", "jsonl")
@pass_run
def verify(run: Run, report: str | None, format: str) -> None:
    """Check all evidence in the record against its text.

    Each body's hash is computed again and each span must lie in its body. The exit status is
    1, and each fault is listed, if anything does not hold.
    """
    from communique.cli.output import say

    reports = spans = faults = 0
    with run.service() as service:
        for checked in _written(service.verify(report), format):
            reports += 1
            spans += checked.spans
            faults += len(checked.faults)
            if format == "table":
                _list_faults(checked)
    if format == "table":
        held = f"{faults} do not hold" if faults else "all hold"
        say(f"{reports:,} reports, {spans:,} spans checked: {held}")
    if faults:
        raise click.exceptions.Exit(NOT_VERIFIED)


def _written(found: Iterator[Verification], format: str) -> Iterator[Verification]:
    """Pass on what is found, and write it as JSON where that is asked for."""
    if format == "table":
        yield from found
        return
    from communique.cli.output import byte_stream
    from communique.publish.tables import write_json, write_jsonl

    seen: list[Verification] = []

    def noted() -> Iterator[Verification]:
        for each in found:
            seen.append(each)
            yield each

    (write_json if format == "json" else write_jsonl)(noted(), byte_stream())
    yield from seen


def _list_faults(checked: Verification) -> None:
    from communique.cli.output import printable, say
    from communique.cli.style import warn

    for fault in checked.faults:
        what = printable(fault_line(fault))
        say(f"{checked.report}  {warn(fault.code)}  {what}")


COMMANDS = {"verify": verify}
