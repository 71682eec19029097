"""``communique copies``: which reports have their words from which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.cli.command import command
from communique.cli.options import FORMATS, filters, list_format
from communique.cli.run import Run, pass_run

if TYPE_CHECKING:
    from communique.model.lineage import CopyRow
    from communique.model.rows import Filter


@command(
    "copies",
    ("communique copies", "all reports that share passages with another"),
    ("communique copies --report r-3f2a", "what one report copied, and who copied it"),
    ("communique copies --since 2031-05 --format jsonl", "with every passage, for a program"),
)
@filters()
@list_format("text", *FORMATS[1:])
@click.option("--as-printed", is_flag=True, help="CSV: no apostrophe before texts such as =1+1.")
@pass_run
def copies(run: Run, wanted: Filter, format: str, as_printed: bool) -> None:
    """List reports that have their words from one another.

    A report is a copy of another if it credits it, or was published later; where neither tells,
    the two are said to share words. Passages may be lightly edited, cut, or put in another order.
    """
    from communique.cli.output import write_rows
    from communique.model.lineage import CopyRow
    from communique.service import every

    with run.service() as service:
        rows = every(service.copies, wanted)
        if format != "text":
            write_rows(rows, CopyRow, format, (), as_printed=as_printed)
            return
        number = sum(_print(row) for row in rows)
    if not number:
        click.echo("no copies match", err=True)


def _print(row: CopyRow) -> int:
    from communique.cli.output import printable, say
    from communique.cli.style import bold, dim
    from communique.publish.phrases import copy_in_words

    say(printable(f"{row.report.id}  {row.report.label}"))
    say(f"    {bold(printable(copy_in_words(row)))}  {dim(printable(row.why))}")
    say(f"    {printable(row.other.id)}  {printable(row.other.label)}")
    say(f"    “{printable(row.excerpt)}”")
    return 1


COMMANDS = {"copies": copies}
