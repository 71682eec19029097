"""``communique merge``, ``split``, ``confirm``, ``reject``, ``correct``, ``undo``, ``log``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from communique.cli.command import Command, Example, command
from communique.cli.options import Decorator, list_format
from communique.cli.run import Run, pass_run

if TYPE_CHECKING:
    from communique.model.judgement import Judgement
    from communique.service import Service


def _decision(name: str, *examples: Example) -> Decorator:
    """Make a function a command that takes down one judgement, which it returns."""

    def decorate(function: Any) -> Command:
        function = pass_run(function)
        function = click.option(
            "--by", metavar="NAME", help="Whom to sign it with (default: $COMMUNIQUE_BY, login)."
        )(function)
        return command(name, *examples)(function)

    return decorate


_why = click.option("--why", metavar="TEXT", default="", help="What speaks for it.")


@_decision(
    "merge",
    ("communique merge a-1f09 a-77b0", "two names that are one person's"),
    ('communique merge c-1f09 c-77b0 --why "both on the ferry"', "two accounts of one contact"),
)
@click.argument("one")
@click.argument("other")
@_why
def merge(run: Run, one: str, other: str, why: str, by: str | None) -> None:
    """Decide that two actors, or two contacts, are the same.

    It outranks what the program thinks, and stays when reports are read or added again.
    """
    with run.service(by=by) as service:
        _say(service.merge(one, other, why=why))


@_decision(
    "split",
    ("communique split a-1f09 a-77b0", "two names that look alike"),
    ("communique split a-1f09 r-3f2a", "another person of that name, in one report"),
    ('communique split c-1f09 c-77b0 --why "the second call"', "two contacts"),
)
@click.argument("one")
@click.argument("other")
@_why
def split(run: Run, one: str, other: str, why: str, by: str | None) -> None:
    """Decide that two actors, or two contacts, are not the same.

    Nothing that the program finds will join them, also not by way of others. OTHER may be a
    report: whom it calls so is then another than elsewhere (two persons of one name).
    """
    with run.service(by=by) as service:
        _say(service.split(one, other, why=why))


@_decision(
    "confirm",
    ("communique confirm c-1f09", "a contact that is right as it stands"),
    ('communique confirm s-77b0 --why "heard it"', "a statement, with a reason"),
)
@click.argument("id")
@_why
def confirm(run: Run, id: str, why: str, by: str | None) -> None:
    """Decide that an item is right as it stands."""
    with run.service(by=by) as service:
        _say(service.confirm(id, why=why))


@_decision(
    "reject",
    ("communique reject s-1f09", "a statement that nobody made"),
    ('communique reject f-77b0 --why "a page number"', "a figure, with a reason"),
)
@click.argument("id")
@_why
def reject(run: Run, id: str, why: str, by: str | None) -> None:
    """Decide that an item is no claim of its report.

    Lists, the timeline and dossiers leave it out; lists have it with --rejected, and
    'communique show' says that it was rejected. 'communique undo' brings it back.
    """
    with run.service(by=by) as service:
        _say(service.reject(id, why=why))


@_decision(
    "correct",
    ("communique correct c-1f09 date 2031-05-17", "the date of a contact"),
    ('communique correct a-77b0 name "Mira Oduvan"', "how an actor is called"),
)
@click.argument("id")
@click.argument("slot")
@click.argument("value")
@_why
def correct(run: Run, id: str, slot: str, value: str, why: str, by: str | None) -> None:
    """Decide that a slot of an item should have another value.

    Lists, the timeline and contacts side by side have the new value; 'communique show' has
    both. An actor is named by its ID or name, several of anything apart by semicolons; an
    empty VALUE empties the slot.
    """
    with run.service(by=by) as service:
        _say(service.correct(id, slot, value, why=why))


@_decision(
    "undo",
    ("communique undo j-1f09", "take a judgement back"),
    ("communique undo j-77b0 --by ines", "signed by somebody else"),
)
@click.argument("judgement")
def undo(run: Run, judgement: str, by: str | None) -> None:
    """Retract a person's judgement; the log keeps it."""
    with run.service(by=by) as service:
        _say(service.undo(judgement))


@command(
    "log",
    ("communique log", "who decided what, when and why"),
    ("communique log a-1f09", "what makes an actor one"),
    ("communique log --unplaced", "what persons decided on things no longer there"),
)
@click.argument("id", required=False)
@click.option("--persons", is_flag=True, help="Only what persons decided.")
@click.option("--unplaced", is_flag=True, help="Only what can no longer be placed.")
@list_format("text", "json", "jsonl")
@pass_run
def log(run: Run, id: str | None, persons: bool, unplaced: bool, format: str) -> None:
    """List the judgements: who decided what, when and why.

    An ID is that of an actor or a claim. Retracted judgements are listed too.
    """
    with run.service() as service:
        found = _judgements(service, id, persons, unplaced)
        if format == "text":
            for judgement in found:
                _say(judgement)
        else:
            _write(found, format)


def _judgements(
    service: Service, id: str | None, persons: bool, unplaced: bool
) -> Iterable[Judgement]:
    if unplaced:
        return service.unplaced()
    return service.log_in_full(id, persons=persons)


def _write(found: Iterable[Judgement], format: str) -> None:
    """Print judgements for a program."""
    from communique.cli.output import byte_stream
    from communique.publish.tables import write_json, write_jsonl

    (write_json if format == "json" else write_jsonl)(found, byte_stream())


def _say(judgement: Judgement) -> None:
    """Print one judgement."""
    from communique.cli.output import printable, say
    from communique.publish.phrases import judgement_in_words

    say(printable(judgement_in_words(judgement)))


COMMANDS = {
    "merge": merge,
    "split": split,
    "confirm": confirm,
    "reject": reject,
    "correct": correct,
    "undo": undo,
    "log": log,
}
