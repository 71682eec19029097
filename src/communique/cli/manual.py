"""The reference part of ``docs/cli.md``, made from the commands themselves.

``python -m communique.cli.manual docs/cli.md`` writes it anew below the page's
:data:`MARKER`; a test fails when the page lags behind the commands.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from communique.cli.app import CHAPTERS, app
from communique.cli.command import Command

#: What stands above this line is written by hand.
MARKER = "<!-- Made by python -m communique.cli.manual; edit the commands, not this. -->"


def reference() -> str:
    """Return the reference of all commands as Markdown."""
    return "\n".join([MARKER, "", *_global_options(), *_chapters()])


def page(path: Path) -> str:
    """Return the page at ``path`` with its reference made anew.

    Raises:
        ValueError: the page lacks the marker.
    """
    written, marker, _ = path.read_text(encoding="utf-8").partition(MARKER)
    if not marker:
        raise ValueError(f"{path} lacks the line {MARKER}")
    return written + reference()


def _global_options() -> Iterator[str]:
    yield "## Options of every command"
    yield ""
    yield "They stand before the command's name or behind it:"
    yield "`communique --record my.sqlite timeline` or `communique timeline --record my.sqlite`."
    yield ""
    yield from _options(app, "communique")


def _chapters() -> Iterator[str]:
    context = click.Context(app, info_name="communique")
    for chapter, names in CHAPTERS.items():
        yield f"## {chapter}"
        yield ""
        for name in names:
            found = app.get_command(context, name)
            assert isinstance(found, Command), name
            yield from _command(name, found)


def _command(name: str, command: Command) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(click.Context(command)))
    yield f"### `communique {name}`"
    yield ""
    yield inspect.cleandoc(command.help or "")
    yield ""
    yield f"    communique {name} {usage}"
    yield ""
    yield from _options(command, name)
    for typed, does in command.examples:
        yield f"- {does}: `` {typed} ``" if "`" in typed else f"- {does}: `{typed}`"
    yield ""


def _options(command: click.Command, name: str) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    records = [option.get_help_record(context) for option in command.params]
    yield "| option | what it does |"
    yield "|---|---|"
    for record in filter(None, records):
        option, does = (re.sub(r"\s+", " ", part).replace("|", "\\|") for part in record)
        if does:
            yield f"| `{option}` | {does} |"
    yield ""


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(page(target), encoding="utf-8")
