"""``communique rejudge``: what is the same, judged anew."""

from __future__ import annotations

from communique.cli.command import command
from communique.cli.options import with_gazetteer
from communique.cli.run import Run, pass_run


@command(
    "rejudge",
    ("communique rejudge", "after an update: judge by the rules of the new version"),
    ("communique rejudge --gazetteer leaders.csv", "with a file of who held which office"),
)
@with_gazetteer
@pass_run
def rejudge(run: Run, gazetteer: str | None) -> None:
    """Judge anew which actors and contacts are the same.

    No report is read again. What persons decided stays. What the program would not judge so now
    is retracted; 'communique log' lists it.
    """
    from communique.cli.output import say

    with run.service(gazetteer=gazetteer) as service:
        count = service.rejudge()
        say(f"{service.settings.record}: {count} actors and contacts judged anew")


COMMANDS = {"rejudge": rejudge}
