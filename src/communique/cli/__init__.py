"""The command ``communique``: parse, call the service, render.

One file per command or small group of commands; nothing heavy is imported until a command
needs it, so that ``--help`` and shell completion answer at once.
"""

from __future__ import annotations


def main() -> None:
    """Run the command; ends the process with one of the statuses in ``docs/errors.md``."""
    from communique.cli.app import app

    app(prog_name="communique")
