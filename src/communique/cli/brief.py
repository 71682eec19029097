"""``communique brief``: a page of the desk as a document, cited to the words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli.command import command
from communique.cli.options import filters
from communique.cli.run import Run, pass_run

if TYPE_CHECKING:
    from communique.model.brief import Subject
    from communique.model.rows import Filter
    from communique.service import Service

#: Subjects that are pages; all else is an id or a question.
PAGES = ("storyline", "issues", "ledger", "forecasts", "actors", "reports", "log")
_FORMATS = ("docx", "pdf", "html", "json")
_ID = re.compile(r"[a-z]-[0-9A-Za-z_.]+")


@command(
    "brief",
    ("communique brief c-77b0", "a contact, as a Word document named after it"),
    ("communique brief storyline -o may.pdf --since 2031-05", "contacts since May, as a PDF"),
    ("communique brief relations Norland Sudmark -f html", "two states, with the plot"),
    ('communique brief "Who called whom in May?" -o answer.docx', "an answer, with its sources"),
)
@click.argument("subject", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    "file",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it here; its ending names the format. [default: named after what is in it]",
)
@click.option(
    "-f", "--format", "format", type=click.Choice(_FORMATS), help="The format. [default: docx]"
)
@click.option(
    "-n", "--limit", type=click.IntRange(min=1), help="At most this many lines of each list. [200]"
)
@filters(about=True)
@pass_run
def brief(
    run: Run,
    wanted: Filter,
    subject: tuple[str, ...],
    file: Path | None,
    format: str | None,
    limit: int | None,
) -> None:
    """Write a cited brief and print where it is.

    SUBJECT is an id, a page (storyline, issues, ledger, forecasts, actors, reports, log),
    'relations' with two states, or a question. Every line has a footnote with the exact
    words of the report, its title, publisher and date, and where the words stand. PDF needs
    the extra 'briefs'.
    """
    from communique.briefing import MOST
    from communique.cli.output import say
    from communique.publish.briefs.formats import render

    ending = _ending(file, format)
    with run.service() as service:
        made = service.brief(_subject(service, subject, wanted), most=limit or MOST)
    path = file or Path(f"{made.name}.{ending}")
    say(str(_saved(path, render(made, ending))))


def _subject(service: Service, words: tuple[str, ...], wanted: Filter) -> Subject:
    """Return what the words ask for.

    Raises:
        UsageError: relations are asked for without two states, or a page with more words.
        UnknownName: one word that is no page and no question.
    """
    from msgspec.structs import replace

    from communique.composing import subject_of
    from communique.errors import UnknownName, UsageError
    from communique.model.brief import Subject

    first, *others = words
    if first == "relations":
        if len(others) != 2:
            raise UsageError("relations are those of two states", remedy="name both")
        return Subject(of="relations", one=others[0], other=others[1], wanted=wanted)
    if first in PAGES:
        if others:
            raise UsageError(
                f"'{first}' is a whole page, and {others[0]!r} is too much",
                remedy="name the file with --output FILE; put a question in quotes",
            )
        return Subject(of=first, wanted=wanted)  # type: ignore[arg-type]
    if _ID.fullmatch(first) and not others:
        return replace(subject_of(service.show(first)), wanted=wanted)
    if not others and first.isidentifier():
        raise UnknownName("page", first, [*PAGES, "relations"])
    return Subject(of="answer", question=" ".join(words), wanted=wanted)


def _ending(file: Path | None, format: str | None) -> str:
    """Return the format that is asked for, by name or by the file's ending.

    Raises:
        UsageError: the ending is that of no format.
    """
    from communique.errors import UsageError

    ending = file.suffix.lower().lstrip(".") if file else ""
    if format or not file:
        return format or _FORMATS[0]
    if ending not in _FORMATS:
        raise UsageError(
            "its ending names no format",
            subject=str(file),
            remedy=f"end it with one of .{', .'.join(_FORMATS)}, or add --format",
        )
    return ending


def _saved(path: Path, data: bytes) -> Path:
    from communique.errors import UsageError
    from communique.publish.saving import save

    try:
        return save(path, data)
    except OSError as error:
        raise UsageError(
            f"cannot be written ({error.strerror})", subject=str(path), remedy="name another file"
        ) from error


COMMANDS = {"brief": brief}
