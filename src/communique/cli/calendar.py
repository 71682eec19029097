"""``communique calendar``: contacts as an iCalendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli.command import command
from communique.cli.options import Known, filters
from communique.cli.run import Run, pass_run

if TYPE_CHECKING:
    from communique.model.rows import Filter


@command(
    "calendar",
    ("communique calendar", "all contacts as contacts.ics"),
    ("communique calendar venn.ics --actor Venn", "those of one actor"),
    ("communique calendar ahead.ics --status planned", "what is still to come"),
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), default="contacts.ics")
@filters(kind=Known("ContactKind"), status=Known("ContactStatus"))
@pass_run
def calendar(run: Run, file: Path, wanted: Filter) -> None:
    """Write contacts as a calendar and print where it is.

    It is an iCalendar, which any calendar program opens. A contact stands on the day that
    reports give it; one without a day is left out and counted. Where accounts give different
    days, it stands on each, as tentative. The desk has the same at /calendar.ics, to be
    subscribed to.
    """
    from communique.cli.output import say
    from communique.errors import UsageError
    from communique.model.paging import every
    from communique.publish.calendar import calendar as made_of
    from communique.publish.phrases import count
    from communique.publish.saving import save

    with run.service() as service:
        made = made_of(every(service.contact_lines, wanted))
    try:
        say(str(save(file, made.data)))
    except OSError as error:
        raise UsageError(
            f"cannot be written ({error.strerror})", subject=str(file), remedy="name another file"
        ) from error
    if made.undated:
        click.echo(f"{count(made.undated, 'contact')} without a day left out", err=True)


COMMANDS = {"calendar": calendar}
