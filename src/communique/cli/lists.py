"""The lists of the record: ``timeline``, ``contacts``, ``statements``, ``figures``, …

They differ in what they list and by what they can be filtered, and in nothing else, so each
is one :class:`Kind` and one function makes the commands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from communique.cli.claim_kinds import CLAIMS, CONTACT_LINES, THREADS, Kind
from communique.cli.command import Command, command
from communique.cli.options import FORMATS, Decorator, Known, filters, list_format
from communique.cli.run import Run, pass_run

if TYPE_CHECKING:
    from communique.model.rows import Filter
    from communique.service import Service

#: Rows that a person at a terminal gets if he does not say.
PAGE = 50


LOOK = (
    Kind(
        name="timeline",
        about="List what happened and is to happen, by date.\n\nUndated lines come last.\n\n"
        "A date is as precise as the report: 2031-05 is a month, not its first day.",
        row="TimelineRow",
        shown=("id", "date", "kind", "type", "actors", "words"),
        examples=(
            ("communique timeline", "everything, oldest first"),
            ("communique timeline --since 2031-03 --until 2031-05", "three months of it"),
            ("communique timeline --contacts", "each contact once, differing dates side by side"),
            ('communique timeline --actor "Foreign Ministry" --format csv', "for a spreadsheet"),
        ),
        kinds=("ContactKind", "ActType"),
        statuses=("ContactStatus", "ActStatus"),
        instead=CONTACT_LINES,
    ),
    Kind(
        name="contacts",
        about="List who met, called or wrote to whom, by report.\n\n"
        "'communique show ID' puts all reports' accounts of one contact side by side.",
        row="ContactRow",
        shown=("id", "date", "kind", "status", "participants", "place", "report_label"),
        examples=(
            ("communique contacts --kind call", "telephone calls"),
            ("communique contacts --status planned --since 2031-06", "what is still to come"),
            ("communique contacts --report r-3f2a --format json", "those of one report"),
        ),
        kinds=("ContactKind",),
        statuses=("ContactStatus",),
    ),
    Kind(
        name="statements",
        about="List who is reported to have said what.\n\n"
        "--actor is the speaker or the one spoken to. Words are as printed.",
        row="StatementRow",
        shown=("id", "form", "speaker", "report_label", "words"),
        examples=(
            ("communique statements --actor Venn", "what Venn said or was told"),
            ("communique statements --kind direct --format jsonl", "quotations, for a program"),
            ("communique statements --publisher 'Press Service'", "as one publisher tells it"),
        ),
        kinds=("Form",),
    ),
    Kind(
        name="figures",
        about="List the numbers that are claimed, and by whom.\n\n"
        "Where no claimant is given, it is the report's own voice.",
        row="FigureRow",
        shown=("id", "raw", "thing", "claimant", "report_label", "words"),
        examples=(
            ("communique figures", "all of them"),
            ("communique figures --actor 'Ministry of Defence'", "claimed by one actor"),
            ("communique figures --format csv > figures.csv", "into a spreadsheet"),
        ),
    ),
    Kind(
        name="actors",
        about="List persons, states, organisations and blocs.\n\n"
        "Those named by most reports come first.",
        row="ActorRow",
        shown=("id", "name", "kind", "reports", "offices"),
        examples=(
            ("communique actors --kind person", "people only"),
            ("communique actors --actor Venn", "those whose name has Venn in it"),
            ("communique actors --report r-3f2a", "those in one report"),
        ),
        kinds=("ActorKind",),
    ),
    Kind(
        name="reports",
        about="List the reports in the record.\n\nBy date of publication, undated last.",
        row="ReportRow",
        shown=("id", "published", "publisher", "source", "label"),
        examples=(
            ("communique reports", "all of them"),
            ("communique reports --since 2031 --publisher agency", "one publisher's, since 2031"),
            ("communique reports --format jsonl", "with all that is known of each"),
        ),
    ),
)


KINDS = (*LOOK, *CLAIMS, *THREADS)


#: Rows of claims, which a person can reject.
_REJECTABLE = frozenset(
    {
        "TimelineRow",
        "ContactRow",
        "StatementRow",
        "FigureRow",
        "ActRow",
        "PositionRow",
        "ProposalRow",
    }
)


def _command(kind: Kind) -> Command:
    @command(kind.name, *kind.examples)
    @filters(
        rejected=kind.row in _REJECTABLE,
        kind=Known(*kind.kinds, module=kind.module_of_names) if kind.kinds else None,
        status=Known(*kind.statuses, module=kind.module_of_names) if kind.statuses else None,
        about=kind.has_about,
    )
    @list_format(*FORMATS)
    @click.option(
        "-n",
        "--limit",
        type=click.IntRange(min=1),
        help=f"At most this many. [{PAGE}; all if piped]",
    )
    @click.option("--all", "everything", is_flag=True, help="All, at a terminal, too.")
    @click.option(
        "--as-printed", is_flag=True, help="CSV: no apostrophe before texts such as =1+1."
    )
    @_instead(kind)
    @pass_run
    def listing(
        run: Run,
        wanted: Filter,
        format: str,
        limit: int | None,
        everything: bool,
        as_printed: bool,
        instead: bool = False,
    ) -> None:
        from communique.cli.output import is_terminal, write_rows

        if limit is None and format == "table" and is_terminal() and not everything:
            limit = PAGE
        with run.service() as service:
            of = kind.instead if kind.instead and instead else kind
            found = _Rows(service, of.name, wanted, limit)
            row = getattr(import_module(f"communique.model.{of.module}"), of.row)
            number = write_rows(found, row, format, of.shown, as_printed=as_printed)
        if format == "table":
            _note(kind.name, number, more=found.more)
            for line in found.decided:
                click.echo(line, err=True)

    listing.help = kind.about
    return listing


def _instead(kind: Kind) -> Decorator:
    """Add the flag by which a list shows something else instead, if it has one."""
    other = kind.instead
    if other is None:
        return lambda function: function
    return click.option(f"--{other.flag}", "instead", is_flag=True, help=other.about)


class _Rows:
    """The rows of a list, page by page, up to a limit; ``more`` tells whether some were left."""

    def __init__(self, service: Service, name: str, wanted: Filter, limit: int | None) -> None:
        self.pages: Any = getattr(service, name)
        self.wanted = wanted
        self.limit = limit
        self.more = False
        #: What persons decided about the rows, which a table has no room for.
        self.decided: list[str] = []

    def __iter__(self) -> Iterator[object]:
        left, after = self.limit, None
        while True:
            size = 200 if left is None else min(left, 200)
            page = self.pages(self.wanted, limit=size, after=after)
            for row in page.rows:
                self._note(row)
                yield row
            after = page.next
            left = None if left is None else left - len(page.rows)
            if after is None or left == 0:
                self.more = after is not None
                return

    def _note(self, row: object) -> None:
        from communique.publish.phrases import decision_in_words

        for judgement in getattr(row, "decided", ()):
            self.decided.append(f"{judgement.items[0]}: {decision_in_words(judgement)}")


def _note(name: str, number: int, *, more: bool) -> None:
    """Say on standard error what the table itself cannot show."""
    if not number:
        click.echo("nothing matches" if name == "timeline" else f"no {name} match", err=True)
    elif more:
        click.echo(f"the first {number}; --all shows all of them", err=True)


def _commands(kinds: Iterable[Kind]) -> dict[str, Command]:
    return {kind.name: _command(kind) for kind in kinds}


COMMANDS = _commands(KINDS)
