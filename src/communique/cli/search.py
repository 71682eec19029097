"""``communique search``: full text over reports and statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from communique.cli.command import command
from communique.cli.marks import marked
from communique.cli.options import FORMATS, filters, list_format
from communique.cli.run import Run, pass_run

if TYPE_CHECKING:
    from communique.model.rows import Filter, Listing, ReportRef


@command(
    "search",
    ("communique search ceasefire", "reports and statements with the word"),
    ("communique search '\"prisoner exchange\"' --since 2031", "words that stand together"),
    ("communique search 'negotiat*' --in statement --actor Venn", "what somebody said about it"),
    ("communique search --like 'release of the captured crew'", "not all words need occur"),
    ("communique search gas --format csv", "for a spreadsheet"),
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--in", "place", type=click.Choice(("report", "statement")), help="Only in these.")
@click.option(
    "--like", is_flag=True, help="Passages most like WORDS; not all need occur. No filters."
)
@filters()
@list_format(*FORMATS)
@click.option(
    "-n",
    "--limit",
    type=click.IntRange(1, 1000),
    default=20,
    show_default=True,
    help="At most this many.",
)
@click.option("--as-printed", is_flag=True, help="CSV: no apostrophe before texts such as =1+1.")
@pass_run
def search(
    run: Run,
    words: tuple[str, ...],
    place: str | None,
    like: bool,
    wanted: Filter,
    format: str,
    limit: int,
    as_printed: bool,
) -> None:
    """Search reports and statements for words, best first.

    All WORDS must occur. "Words in quotes" stand together, word* is a beginning; case and
    accents do not matter. With --like, words of like meaning count as well.
    """
    import msgspec

    from communique.cli.output import write_rows
    from communique.model.rows import Hit

    if like:
        _like(run, " ".join(words), place, wanted, format, limit)
        return
    wanted = msgspec.structs.replace(wanted, kind=place)
    with run.service() as service:
        found = service.search(" ".join(words), wanted, limit=limit)
    if format == "table":
        _print(found)
    else:
        write_rows(found.rows, Hit, format, (), as_printed=as_printed)


def _like(
    run: Run,
    text: str,
    place: str | None,
    wanted: Filter,
    format: str,
    limit: int,
) -> None:
    """Print the passages most like a text."""
    from communique.cli.output import say, write_rows
    from communique.cli.style import bold, dim
    from communique.errors import UsageError
    from communique.model.asking import Source
    from communique.model.rows import EVERYTHING

    if place or wanted != EVERYTHING:
        raise UsageError("--like goes with no filter", remedy="leave out --in and the filters")
    if format == "csv":
        raise UsageError("--like prints no CSV", remedy="choose --format jsonl")
    with run.service() as service:
        found = service.like(text, limit=limit)
    if format != "table":
        write_rows(found, Source, format, (), as_printed=True)
        return
    for source in found:
        who = f"  {source.by.name}" if source.by else ""
        say(f"{bold(source.report.id)}{who}  {dim(_source(source.report))}")
        say(f"    {marked(source.passage)}")
    if not found:
        click.echo("nothing is like it", err=True)


def _print(found: Listing) -> None:  # type: ignore[type-arg]
    from communique.cli.output import say
    from communique.cli.style import bold, dim

    for hit in found.rows:
        who = f"  {hit.speaker.name}" if hit.speaker else ""
        say(f"{bold(hit.id)}{who}  {dim(_source(hit.report))}")
        say(f"    {marked(hit.passage)}")
    if not found.rows:
        click.echo("nothing matches", err=True)
    elif found.next:
        click.echo(f"the best {len(found.rows)}; --limit shows more", err=True)


def _source(report: ReportRef) -> str:
    from communique.cli.output import printable
    from communique.publish.phrases import day_of

    parts = (report.label, report.publisher, day_of(report.published))
    return printable(", ".join(part for part in parts if part))


COMMANDS = {"search": search}
