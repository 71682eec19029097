"""Options that several commands take, so that they look and work alike everywhere."""

from __future__ import annotations

import functools
from collections.abc import Callable
from importlib import import_module
from typing import Any, get_args

import click

#: How lists can be printed.
FORMATS = ("table", "json", "jsonl", "csv", "parquet")

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Known(click.Choice[str]):
    """One of the names of :mod:`communique.model`'s literals, looked up when needed.

    Args:
        *literals: Names such as ``ContactKind``; what any of them allows may be chosen.
        module: Where they stand.
    """

    def __init__(self, *literals: str, module: str = "communique.model") -> None:
        self.literals = literals
        self.module = module
        self.case_sensitive = True

    @functools.cached_property
    def choices(self) -> tuple[str, ...]:  # type: ignore[override]
        """The names, in the order of the model."""
        model = import_module(self.module)
        return tuple(
            dict.fromkeys(n for name in self.literals for n in get_args(getattr(model, name)))
        )


class OneOf(click.Option):
    """An option with one of many :class:`Known` names, which its help text lists."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return how it is written, and what it does with all that may be chosen."""
        record = super().get_help_record(ctx)
        if record is None or not isinstance(self.type, Known):
            return record
        written, does = record
        return written, f"{does.removesuffix('.')}: {', '.join(self.type.choices)}."


def with_issues(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--issues``, a file of issue labels of the user's own."""
    return click.option(
        "--issues",
        metavar="FILE",
        help="Issue labels of your own for positions, TOML (default: $COMMUNIQUE_ISSUES).",
    )(function)


def with_doubtful(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--doubtful``, which keeps the claims that are otherwise left out as likely wrong."""
    return click.option(
        "--doubtful/--no-doubtful",
        default=None,
        help="Keep claims of releases that are likely wrong, too (default: $COMMUNIQUE_DOUBTFUL).",
    )(function)


def with_gazetteer(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--gazetteer``, a file of persons and offices of the user's own."""
    return click.option(
        "--gazetteer",
        metavar="FILE",
        help="Who held which office when, CSV or TOML (default: $COMMUNIQUE_GAZETTEER).",
    )(function)


def list_format(*formats: str) -> Decorator:
    """Add ``--format``; the first of ``formats`` is the default."""
    return click.option(
        "-f",
        "--format",
        "format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to print it; table and text are for people.",
    )


def filters(
    *,
    kind: Known | None = None,
    status: Known | None = None,
    about: bool = False,
    rejected: bool = False,
) -> Decorator:
    """Add the options that say which lines are wanted, passed on as ``wanted``."""
    added: list[Decorator] = [
        click.option("--actor", metavar="NAME|ID", help="Only what this actor has a part in."),
        click.option(
            "--since", metavar="DATE", help="From this day, month or year on (inclusive)."
        ),
        click.option("--until", metavar="DATE", help="Up to this day, month or year (inclusive)."),
        click.option("--report", metavar="ID", help="Only what this report says."),
        click.option("--publisher", metavar="NAME", help="Only what this publisher put out."),
    ]
    if kind:
        added.insert(1, _one_of("kind", kind))
    if status:
        added.insert(2, _one_of("status", status))
    if about:
        added.append(
            click.option("--about", metavar="WORDS", help="Only what has these words in it.")
        )
    if rejected:
        added.append(
            click.option("--rejected", is_flag=True, help="Only what persons rejected instead.")
        )

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def wrapped(*args: Any, **given: Any) -> Any:
            return function(*args, wanted=_wanted(given), **given)

        for option in reversed(added):
            option(wrapped)
        return wrapped

    return decorate


def _one_of(what: str, names: Known) -> Decorator:
    says = f"Only of this {what}."
    return click.option(f"--{what}", cls=OneOf, type=names, metavar=what.upper(), help=says)


def _wanted(given: dict[str, Any]) -> Any:
    """Take the filter options out of ``given`` and return them as a ``Filter``."""
    from communique.model.rows import Filter

    names = Filter.__struct_fields__
    return Filter(**{name: given.pop(name) for name in names if name in given})
