"""``communique dossier``: the record, or a part of it, as one page to hand over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli.command import command
from communique.cli.options import filters
from communique.cli.run import Run, pass_run

if TYPE_CHECKING:
    from communique.model.rows import Filter


@command(
    "dossier",
    ("communique dossier", "the whole record as dossier.html"),
    ('communique dossier talks.html --title "The spring talks" --since 2031-03', "a part of it"),
    ("communique dossier venn.html --actor Venn", "about one actor"),
    ("communique dossier one.html --report r-3f2a", "one report with its claims"),
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), default="dossier.html")
@click.option("--title", help="What stands above it.")
@filters()
@pass_run
def dossier(run: Run, file: Path, title: str | None, wanted: Filter) -> None:
    """Write one self-contained HTML page and print where it is.

    It holds the timeline, every contact with each report's account, who said what, the
    actors, the figures, and the reports with every claim highlighted and linked both ways. It
    needs no network and can be printed. Of a large record, choose a part by the options.
    """
    from communique.cli.output import say

    with run.service() as service:
        say(str(service.dossier(file, wanted, title=title)))


COMMANDS = {"dossier": dossier}
