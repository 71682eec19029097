"""The command group: which commands there are, and how every run of one ends."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from communique import __version__
from communique.cli.ending import end, noticing_closed_pipes
from communique.cli.run import Run

#: Commands by the question that brings a person to them, each with the module it is in.
CHAPTERS: dict[str, dict[str, str]] = {
    "Read reports": {"read": "read", "add": "add"},
    "Look into the record": {
        "timeline": "lists",
        "contacts": "lists",
        "statements": "lists",
        "figures": "lists",
        "acts": "lists",
        "positions": "lists",
        "proposals": "lists",
        "actors": "lists",
        "reports": "lists",
        "search": "search",
        "ask": "ask",
        "show": "show",
        "copies": "copies",
        "differences": "differences",
    },
    "Follow it over time": {
        "ledger": "lists",
        "shifts": "lists",
        "forecasts": "lists",
        "relations": "relations",
    },
    "Open it in a browser": {"serve": "serve"},
    "Decide what is the same": {
        "merge": "judgements",
        "split": "judgements",
        "confirm": "judgements",
        "reject": "judgements",
        "correct": "judgements",
        "settle": "settle",
        "undo": "judgements",
        "log": "judgements",
        "rejudge": "rejudge",
    },
    "Check it and hand it over": {
        "verify": "verify",
        "clusters": "clusters",
        "dossier": "dossier",
        "brief": "brief",
        "calendar": "calendar",
    },
    "Set up": {"completion": "completion"},
}
_MODULES = {name: module for chapter in CHAPTERS.values() for name, module in chapter.items()}


class App(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return all commands, in the order of the help page."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, or ``None`` if there is no such."""
        if cmd_name not in _MODULES:
            return None
        module = import_module(f"communique.cli.{_MODULES[cmd_name]}")
        command: click.Command = module.COMMANDS[cmd_name]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first word names; of none, tell which are spelt like it."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], list(_MODULES), 1)
            if not near:
                raise
            hint = f"{error.message} Did you mean {near[0]}?"
            raise click.UsageError(hint, ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by chapter, each with its first line."""
        for chapter, names in CHAPTERS.items():
            commands = [(name, self.get_command(ctx, name)) for name in names]
            with formatter.section(chapter):
                formatter.write_dl(
                    [(n, c.get_short_help_str(limit=200)) for n, c in commands if c is not None]
                )

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Parse the command line, which may print a help page."""
        with noticing_closed_pipes():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with noticing_closed_pipes():
            return super().invoke(ctx)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and end the process with a status and at most one line on standard error."""
        words = list(sys.argv[1:] if args is None else args)
        debug = "--debug" in words[: words.index("--")] if "--" in words else "--debug" in words
        try:
            status = super().main(words, prog_name, complete_var, False, **extra)
            # Here, and not when Python ends, so that a closed pipe is noticed and stays quiet.
            sys.stdout.flush()
        except BaseException as error:
            if not standalone_mode:
                raise
            sys.exit(end(error, debug=debug))
        if standalone_mode:
            sys.exit(status if isinstance(status, int) else 0)
        return status


@click.group(
    cls=App,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: communique add reports/ && communique timeline",
)
@click.version_option(__version__, "-V", "--version", message="communique %(version)s")
@click.option(
    "--record",
    metavar="FILE",
    help="The record to use (default: communique.sqlite here, or $COMMUNIQUE_RECORD).",
)
@click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    help="Show the whole traceback when something fails.",
)
@click.pass_context
def app(ctx: click.Context, record: str | None) -> None:
    """Turn reports about diplomacy into a sourced record.

    Who met or called whom, who said what to whom, and which words of which report say so.
    Nothing here is called true: it is what reports say.
    """
    ctx.obj = Run(record=record)
