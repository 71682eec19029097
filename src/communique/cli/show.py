"""``communique show ID``: what an id names, with its evidence in context."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.cli.command import command
from communique.cli.options import list_format
from communique.cli.run import Run, pass_run

if TYPE_CHECKING:
    from communique.model.comparison import ContactAccounts
    from communique.model.judgement import Judgement
    from communique.model.rows import Shown
    from communique.service import Service


@command(
    "show",
    ("communique show s-1f09ac3be2d4", "a statement, its words marked in the report's text"),
    ("communique show c-77b0", "a contact, all reports' accounts side by side"),
    ("communique show s-1f09 --why", "which rule found it, and what read the report"),
    ("communique show r-3f2a --format json", "a report with all it says, for a program"),
)
@click.argument("id")
@click.option("--why", is_flag=True, help="Say what made it: the rule, the reader, the version.")
@list_format("text", "json")
@pass_run
def show(run: Run, id: str, why: bool, format: str) -> None:
    """Show what an ID names, with its evidence in context.

    An ID is that of a report, an actor or any claim. The beginning of an id will do where
    no other id begins so. Evidence stands between [[ and ]] where there is no colour.
    """
    from communique.cli.output import say

    with run.service() as service:
        shown = service.show(id)
        accounts = _accounts(service, shown)
        judgements = service.judgements_on(id)
    if format == "json":
        _print_json(shown, accounts, judgements)
        return
    from communique.cli.cards import card
    from communique.cli.output import printable
    from communique.publish.phrases import judgement_in_words

    for line in card(shown, accounts, why=why):
        say(line)
    for judgement in judgements:
        say(f"  decided  {printable(judgement_in_words(judgement))}")


def _accounts(service: Service, shown: Shown) -> ContactAccounts | None:
    from communique.model.rows import ShownClaim

    if isinstance(shown, ShownClaim) and shown.kind == "contact":
        return service.contact_accounts(shown.id)
    return None


def _print_json(
    shown: Shown, accounts: ContactAccounts | None, judgements: tuple[Judgement, ...]
) -> None:
    import msgspec

    from communique.cli.output import byte_stream

    value = msgspec.to_builtins(shown)
    if accounts:
        value["accounts"] = msgspec.to_builtins(accounts)
    if judgements:
        value["judgements"] = msgspec.to_builtins(judgements)
    byte_stream().write(msgspec.json.encode(value) + b"\n")


COMMANDS = {"show": show}
