"""``communique settle``: a person decides what became of an ask."""

from __future__ import annotations

import click

from communique.cli.command import command
from communique.cli.options import Known
from communique.cli.run import Run, pass_run


@command(
    "settle",
    ("communique settle d-1f09 d-77b0 --status refused", "that act refuses it"),
    ("communique settle d-1f09 c-3f2a", "that visit fulfils it"),
    ('communique settle d-1f09 --why "another loan"', "nothing has settled it: it is open"),
)
@click.argument("ask")
@click.argument("by", required=False, metavar="[ACT|CONTACT]")
@click.option(
    "--status",
    type=Known("LedgerStatus", module="communique.model.threads"),
    help="What it makes of the ask (default: done).",
)
@click.option("--why", metavar="TEXT", default="", help="What speaks for it.")
@click.option(
    "--by", "signed", metavar="NAME", help="Whom to sign it with (default: $COMMUNIQUE_BY, login)."
)
@pass_run
def settle(
    run: Run, ask: str, by: str | None, status: str | None, why: str, signed: str | None
) -> None:
    """Decide what became of an ask, offer or promise.

    It outranks what the program infers and what reports say. Without an act or contact, the
    ask is open. 'communique undo' takes it back.
    """
    from communique.cli.output import printable, say
    from communique.publish.phrases import judgement_in_words

    with run.service(by=signed) as service:
        say(printable(judgement_in_words(service.settle(ask, by, status, why=why))))


COMMANDS = {"settle": settle}
