"""``communique relations``: two states over time, as a table or a plot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli.command import command
from communique.cli.options import list_format
from communique.cli.run import Run, pass_run

if TYPE_CHECKING:
    from communique.model.threads import Relations

_SHOWN = (
    "period",
    "contacts",
    "verbal_cooperation",
    "material_cooperation",
    "verbal_conflict",
    "material_conflict",
    "tone",
    "by_kind",
)


@command(
    "relations",
    ("communique relations Norland Sudmark", "month by month"),
    ("communique relations Norland Sudmark --by quarter --since 2030", "quarters since 2030"),
    ("communique relations Norland Sudmark --plot relations.svg", "as a picture"),
    ("communique relations Norland Sudmark --format csv > relations.csv", "for a spreadsheet"),
)
@click.argument("one")
@click.argument("other")
@click.option(
    "--by", type=click.Choice(("month", "quarter")), default="month", help="How long a period is."
)
@click.option("--since", metavar="DATE", help="From this day, month or year on (inclusive).")
@click.option("--until", metavar="DATE", help="Up to this day, month or year (inclusive).")
@click.option(
    "--plot",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Draw it into FILE: .svg, or .png (needs the extra 'plots').",
)
@list_format("table", "json", "jsonl", "csv")
@pass_run
def relations(
    run: Run,
    one: str,
    other: str,
    by: str,
    since: str | None,
    until: str | None,
    plot: Path | None,
    format: str,
) -> None:
    """List contacts and tone between two states over time.

    Contacts that were held count once each, whoever took part for the two states. Acts of
    either towards the other count as cooperation or conflict, verbal or material (PLOVER's
    quad classes); tone is what is left of cooperation, from -1 to 1. It counts what was
    reported, not what happened.
    """
    from communique.cli.output import say, write_rows
    from communique.model.rows import Filter
    from communique.model.threads import Relation
    from communique.publish.phrases import count

    with run.service() as service:
        wanted = Filter(since=since, until=until)
        found = service.relations(one, other, by=by, wanted=wanted)  # type: ignore[arg-type]
    if plot:
        say(str(_draw(found, plot)))
    elif format == "json":
        _print_json(found)
    else:
        rows = [each for each in found.periods if each.ids] if format == "table" else found.periods
        number = write_rows(rows, Relation, format, _SHOWN, as_printed=False)
        if not number:
            click.echo(f"nothing between {found.one.name} and {found.other.name}", err=True)
        elif empty := len(found.periods) - number:
            click.echo(f"{count(empty, by)} with nothing left out", err=True)


def _draw(found: Relations, path: Path) -> Path:
    from communique.errors import UsageError
    from communique.publish import relation_plot

    try:
        return relation_plot.write(found, path)
    except OSError as error:
        raise UsageError(
            f"cannot be written ({error.strerror})", subject=str(path), remedy="name another file"
        ) from error


def _print_json(found: Relations) -> None:
    import msgspec

    from communique.cli.output import byte_stream

    byte_stream().write(msgspec.json.encode(found) + b"\n")


COMMANDS = {"relations": relations}
