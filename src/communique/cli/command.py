"""A command whose help page ends in examples that can be typed as they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import click

from communique.cli.run import Run

#: What is typed, and what it does.
Example = tuple[str, str]


class Command(click.Command):
    """A click command with ``examples``, which takes the options of every command, too."""

    def __init__(self, *args: Any, examples: Sequence[Example] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.examples = tuple(examples)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the parameters: its own, those of every command, and that for help.

        The others stand before the command's name as well; said twice, the later holds.
        """
        *own, help = super().get_params(ctx)
        return [*own, *_of_every_command(), help]

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, one a line, each under what it does."""
        with formatter.section("Examples"):
            for typed, does in self.examples:
                formatter.write_text(f"# {does}")
                formatter.write(f"{'':>{formatter.current_indent}}{typed}\n")


def _of_every_command() -> list[click.Parameter]:
    return [
        click.Option(
            ["--record"],
            metavar="FILE",
            expose_value=False,
            callback=_record,
            help="The record to use.",
        ),
        click.Option(
            ["--debug"],
            is_flag=True,
            expose_value=False,
            help="Show the whole traceback when something fails.",
        ),
    ]


def _record(ctx: click.Context, option: click.Parameter, value: str | None) -> None:
    """Let the run use the record that is named behind the command."""
    if value is not None:
        ctx.obj = replace(ctx.ensure_object(Run), record=value)


def command(name: str, *examples: Example) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command called ``name``; its docstring is the help text."""
    return click.command(name, cls=Command, examples=examples)
