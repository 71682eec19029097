"""Options by which a person says what inputs do not say of themselves."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

_SLOTS = ("title", "publisher", "source", "distributor", "published", "url", "language", "encoding")
_OPTIONS = (
    click.option("--title", help="The reports' title."),
    click.option("--publisher", metavar="NAME", help="Who put the reports out."),
    click.option("--source", metavar="NAME", help="Whom the reports credit."),
    click.option("--distributor", metavar="NAME", help="Who passed the reports on."),
    click.option("--published", metavar="DATE", help="When they were published (ISO 8601)."),
    click.option("--url", help="Where they were published."),
    click.option("--language", metavar="TAG", help="Their language, such as en or pt-BR."),
    click.option("--encoding", metavar="NAME", help="Their encoding, where it is not found right."),
    click.option("--input-format", metavar="NAME", help="Read every input as text, html, pdf …"),
    click.option(
        "--date-order",
        type=click.Choice(("day-first", "month-first")),
        help="How to read dates such as 03/04/2031; else decided from evidence.",
    ),
    click.option(
        "--field",
        "fields",
        multiple=True,
        metavar="SLOT=NAME",
        help="JSON lines, CSV: the field that holds a slot, such as text=body.",
    ),
)


def about_inputs(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add these options, passed on together as ``about`` (``AcquireOptions``)."""

    @functools.wraps(function)
    def wrapped(*args: Any, **given: Any) -> Any:
        return function(*args, about=_about(given), **given)

    for option in reversed(_OPTIONS):
        option(wrapped)
    return wrapped


def _about(given: dict[str, Any]) -> Any:
    """Take the options out of ``given`` and return what they come to."""
    from communique.acquire.options import AcquireOptions

    said = {slot: given.pop(slot) for slot in _SLOTS}
    format, fields = given.pop("input_format"), _fields(given.pop("fields"))
    order = given.pop("date_order")
    return AcquireOptions(**said, format=format, order=order, fields=fields)


def _fields(pairs: tuple[str, ...]) -> dict[str, str]:
    """Return ``SLOT=NAME`` pairs as a mapping.

    Raises:
        click.BadParameter: one has no equals sign, or nothing beside it.
    """
    fields: dict[str, str] = {}
    for pair in pairs:
        slot, equals, name = pair.partition("=")
        if not (slot and equals and name):
            raise click.BadParameter(f"{pair!r} is not SLOT=NAME", param_hint="--field")
        fields[slot] = name
    return fields
