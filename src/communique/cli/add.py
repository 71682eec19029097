"""``communique add``: reports into the record."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from communique.cli.command import command
from communique.cli.ending import INTERRUPTED, SOME_UNUSABLE
from communique.cli.inputs import about_inputs
from communique.cli.options import list_format, with_doubtful, with_gazetteer, with_issues
from communique.cli.run import Run, pass_run

if TYPE_CHECKING:
    from types import FrameType

    from communique.acquire.options import AcquireOptions
    from communique.model.rows import AddSummary, Dating, Fault, Progress

#: Lines on dates that can be read two ways; more are only counted.
_DATINGS = 8


@command(
    "add",
    ("communique add reports/", "a folder with all that is in it"),
    ("communique add readout.html story.pdf releases.jsonl.gz", "files of any kind"),
    ("communique --record talks.sqlite add 'reports/2031-*.txt'", "into a record of its own"),
    (
        "communique add releases.jsonl.gz --field text=body --publisher 'Press Service'",
        "JSON lines whose text is in the field body",
    ),
    ("communique add reports/ --format json", "what was added, for a program"),
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--reader", metavar="NAME", help="The engine that reads: learnt (default) or rules.")
@with_issues
@with_doubtful
@with_gazetteer
@list_format("text", "json")
@click.option("-q", "--quiet", is_flag=True, help="No progress; only faults and the summary.")
@about_inputs
@pass_run
def add(
    run: Run,
    inputs: tuple[str, ...],
    reader: str | None,
    issues: str | None,
    doubtful: bool | None,
    gazetteer: str | None,
    format: str,
    quiet: bool,
    about: AcquireOptions,
) -> None:
    """Read reports into the record.

    INPUT is as for 'communique read'. Adding the same reports again changes nothing; each
    report is added whole or not at all, so an addition that was cut short can be repeated.
    The record remembers a gazetteer until another is given.
    An input that cannot be used is named on standard error, the others are added, and the
    exit status is 3.
    """
    meter = Meter(shown=not quiet and sys.stderr.isatty())
    options = {"reader": reader, "issues": issues, "doubtful": doubtful}
    with run.service(**options, gazetteer=gazetteer) as service, noticing_interruption(meter):
        try:
            summary = service.add(inputs, about, progress=meter.step)
        except KeyboardInterrupt:
            meter.clear()
            click.echo(
                "communique: interrupted; reports of this run that are in"
                f" {service.settings.record}: {meter.kept}; run the same command again to go on",
                err=True,
            )
            raise click.exceptions.Exit(INTERRUPTED) from None
        meter.clear()
        _tell(summary, format, str(service.settings.record))
    if summary.failed:
        raise click.exceptions.Exit(SOME_UNUSABLE)


class Meter:
    """A line on standard error that says how far adding has come.

    It is drawn only where ``shown``: at a terminal, never into a file or a pipe.
    """

    def __init__(self, *, shown: bool) -> None:
        self.shown = shown
        self.kept = 0
        self.is_interrupted = False

    def step(self, progress: Progress) -> None:
        """Count one input and draw the line anew.

        Raises:
            KeyboardInterrupt: there was an interruption, and it got lost.
        """
        self.kept += progress.outcome in ("added", "re-read")
        if self.shown:
            from communique.cli.output import printable

            line = f"{progress.done} done  {progress.outcome}: {printable(progress.subject)}"
            self._draw(line[:78])
        if self.is_interrupted:
            raise KeyboardInterrupt

    def clear(self) -> None:
        """Take the line away."""
        if self.shown:
            self._draw("")

    @staticmethod
    def _draw(line: str) -> None:
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()


@contextmanager
def noticing_interruption(meter: Meter) -> Iterator[None]:
    """Remember Ctrl+C as well as raising it.

    Python throws away what is raised while it runs a library's callback or tidies up, Ctrl+C
    too; the ``meter`` then ends the addition behind the report at hand.
    """

    def interrupt(number: int, frame: FrameType | None) -> None:
        meter.is_interrupted = True
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may listen to signals
        return
    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def fault_line(fault: Fault) -> str:
    """Return a fault in one line that names its subject once."""
    told = fault.message.startswith(fault.subject)
    return fault.message if told else f"{fault.subject}: {fault.message}"


def _tell(summary: AddSummary, format: str, record: str) -> None:
    from communique.cli.output import byte_stream, printable, say

    for fault in summary.faults:
        click.echo(f"communique: {printable(fault_line(fault))} [{fault.code}]", err=True)
    for line in _datings(summary.dates):
        click.echo(f"communique: {printable(line)}", err=True)
    noted = (*_unread(summary.unread), *also_in_lines(summary.also_in), *_left_out(summary))
    for line in noted:
        click.echo(f"communique: {printable(line)}", err=True)
    if format == "json":
        import msgspec

        byte_stream().write(msgspec.json.encode(summary) + b"\n")
        return
    counts = {
        "added": summary.added,
        "read again": summary.re_read,
        "already there": summary.unchanged,
        "not usable": summary.failed,
    }
    said = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    say(f"{record}: {said or 'nothing to add'}")


def _datings(dates: Sequence[Dating]) -> Iterator[str]:
    """Yield how dates were read that can be read two ways, those that are not known first."""
    from communique.publish.phrases import published_in_words

    some = sorted(dates, key=lambda each: each.published is not None)
    for each in some[:_DATINGS]:
        yield f"{each.subject}: published {published_in_words(each.published, each.basis)}"
    if (more := len(some) - _DATINGS) > 0:
        yield f"{more} more with dates that can be read two ways; add --format json tells all"


def _unread(languages: Mapping[str, int]) -> Iterator[str]:
    """Yield what was not read, by language, of reports in languages without word lists."""
    for language, count in languages.items():
        told = "1 report is" if count == 1 else f"{count} reports are"
        yield (
            f"{told} in a language without word lists ({language}): read were only sure names,"
            " states, quotations, dates in figures and percentages; no contacts or acts"
        )


def also_in_lines(languages: Mapping[str, int]) -> Iterator[str]:
    """Yield how many reports are in two languages, by the one that is not read."""
    for language, count in languages.items():
        told = "1 report tells" if count == 1 else f"{count} reports tell"
        yield f"{told} about as much in another language ({language}), which is not read"


def _left_out(summary: AddSummary) -> Iterator[str]:
    """Yield how many claims of releases are not told."""
    if summary.left_out:
        claims = "1 claim" if summary.left_out == 1 else f"{summary.left_out:,} claims"
        yield (
            f"{claims} of releases left out as likely misread; 'communique show REPORT' lists"
            " them, 'communique add --doubtful' keeps them"
        )


COMMANDS = {"add": add}
