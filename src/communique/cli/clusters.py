"""``communique clusters``: which items of which reports are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from communique.cli.command import command
from communique.cli.options import list_format
from communique.cli.run import Run, pass_run

if TYPE_CHECKING:
    from communique.service import Service


@command(
    "clusters",
    ("communique clusters", "contacts and actors that several reports share"),
    ("communique clusters --format json > clusters.json", "the contract's form, for a program"),
    ("communique clusters --kind contact", "contacts only"),
)
@click.option("--kind", type=click.Choice(("contact", "actor")), help="Only of this kind.")
@list_format("table", "json", "jsonl")
@pass_run
def clusters(run: Run, kind: str | None, format: str) -> None:
    """List which items of different reports are the same.

    The JSON form is described in docs/reading.md: each member is a report and an id in it,
    as 'communique read' prints them.
    """
    from msgspec import json

    from communique.cli.output import byte_stream, printable, say

    with run.service() as service:
        groups = _groups(service, kind)
    if format == "json":
        byte_stream().write(json.encode({"clusters": groups}) + b"\n")
        return
    for group in groups:
        if format == "jsonl":
            byte_stream().write(json.encode(group) + b"\n")
            continue
        members = ", ".join(f"{m['report'][:12]}:{m['id']}" for m in group["members"])
        say(f"{group['id']}  {group['kind']}  {printable(members)}")


def _groups(service: Service, kind: str | None) -> list[dict[str, Any]]:
    import msgspec

    found = (msgspec.to_builtins(group) for group in service.clusters())
    return [group for group in found if kind in (None, group["kind"])]


COMMANDS = {"clusters": clusters}
