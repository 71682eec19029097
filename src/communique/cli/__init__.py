"""The command ``communique``: parse, call the service, render.

One file per command or small group of commands; nothing heavy is imported until a command
needs it, so that ``--help`` and shell completion answer at once.
"""

from __future__ import annotations

GARBAGE = 20_000
"""Values made before Python looks for cycles among them."""


def main() -> None:
    """Run the command; ends the process with one of the statuses in ``docs/errors.md``."""
    import gc

    from communique.cli.app import app

    # Reading makes very many small values and hardly a cycle: looking for cycles after every few
    # hundred of them, as Python does, takes a tenth of the time and finds nothing.
    gc.set_threshold(GARBAGE)

    app(prog_name="communique")
