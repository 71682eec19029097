"""``communique completion``: the script that lets a shell complete the command."""

from __future__ import annotations

import click

from communique.cli.command import command


@command(
    "completion",
    ('eval "$(communique completion bash)"', "in ~/.bashrc"),
    ('eval "$(communique completion zsh)"', "in ~/.zshrc"),
    (
        "communique completion fish > ~/.config/fish/completions/communique.fish",
        "once, for fish",
    ),
)
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Print the completion script for a shell.

    Afterwards the Tab key completes commands, options and their values.
    """
    from click.shell_completion import get_completion_class

    from communique.cli.app import app

    script = get_completion_class(shell)
    assert script is not None, "click knows these three shells"
    made = script(app, {}, "communique", "_COMMUNIQUE_COMPLETE")
    click.echo(script.source_template % made.source_vars())


COMMANDS = {"completion": completion}
