"""``communique differences``: where reports differ about one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.cli.command import command
from communique.cli.options import filters, list_format
from communique.cli.run import Run, pass_run

if TYPE_CHECKING:
    from communique.model.comparison import Versions
    from communique.model.rows import Filter


@command(
    "differences",
    ("communique differences", "where reports differ, about whatever it is"),
    ("communique differences --about figure", "different numbers of one thing, and whose they are"),
    ("communique differences --actor Venn --all", "also what reports agree on"),
    ("communique differences --since 2031-05 --format jsonl", "slot by slot, for a program"),
)
@click.option(
    "--about",
    "matters",
    type=click.Choice(("contact", "figure", "act", "office")),
    multiple=True,
    help="Only about these. [default: all]",
)
@click.option("--all", "agreeing", is_flag=True, help="Also what reports do not differ about.")
@filters()
@list_format("text", "json", "jsonl")
@pass_run
def differences(
    run: Run, wanted: Filter, matters: tuple[str, ...], agreeing: bool, format: str
) -> None:
    """Say where reports differ about one and the same thing.

    That is a contact, figure, act or office. Slot by slot: who says what, in which words, what
    is copied, and how many independent sources there are. What is only less exact, spelt
    otherwise, or told before the event is told from what cannot be so together.
    """
    from communique.cli.output import byte_stream
    from communique.comparing import MATTERS
    from communique.publish.tables import write_json, write_jsonl

    chosen = [each for each in MATTERS if not matters or each in matters]
    with run.service() as service:
        found = service.differences(wanted, matters=chosen, agreeing=agreeing)
        if format != "text":
            (write_json if format == "json" else write_jsonl)(found, byte_stream())
            return
        number = sum(_print(each) for each in found)
    if not number:
        click.echo("no differences match", err=True)


def _print(found: Versions) -> int:
    from communique.cli.cards import versions
    from communique.cli.output import say

    for line in versions(found):
        say(line)
    return 1


COMMANDS = {"differences": differences}
