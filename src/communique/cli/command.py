"""A command whose help page ends in examples that can be typed as they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

#: What is typed, and what it does.
Example = tuple[str, str]


class Command(click.Command):
    """A click command with ``examples``."""

    def __init__(self, *args: Any, examples: Sequence[Example] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, one a line, each under what it does."""
        with formatter.section("Examples"):
            for typed, does in self.examples:
                formatter.write_text(f"# {does}")
                formatter.write(f"{'':>{formatter.current_indent}}{typed}\n")


def command(name: str, *examples: Example) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command called ``name``; its docstring is the help text."""
    return click.command(name, cls=Command, examples=examples)
