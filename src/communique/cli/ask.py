"""``communique ask``: answers from the record, in the words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from communique.cli.command import command
from communique.cli.marks import marked
from communique.cli.options import list_format
from communique.cli.run import Run, pass_run

if TYPE_CHECKING:
    from communique.model.asking import Finding, Reply, Source, Understood

#: Sources shown of one answer; JSON has all of them.
_SHOWN = 5
_AGREEMENT = {
    "one": "one report says so",
    "agree": "the reports that say so agree",
    "differ": "the reports differ",
}


@command(
    "ask",
    ('communique ask "Who initiated the call between Oduvan and Helk?"', "who asked for it"),
    ('communique ask "How many lorries were waiting?"', "every number, and who gives it"),
    ('communique ask "How do the accounts of the call differ?"', "slot by slot"),
    ('communique ask "What did Oduvan promise?" --explain', "and how the question was understood"),
    ('communique ask "When did they meet?" --format json', "for a program"),
)
@click.argument("question", nargs=-1, required=True, metavar="QUESTION...")
@click.option("--explain", is_flag=True, help="Say how the question was understood.")
@list_format("text", "json")
@pass_run
def ask(run: Run, question: tuple[str, ...], explain: bool, format: str) -> None:
    """Answer a question in the reports' own words.

    The QUESTION is in English and is answered from the record.

    Who, whom, when, where, how long, on whose initiative, about what, who said, what did
    somebody say, promise or foresee, how many, did they agree, what changed, how do accounts
    differ. Answers that differ stand side by side, each with every report that gives it.
    What no report says is not answered: the passages that come nearest are shown instead.
    """
    with run.service() as service:
        reply = service.ask(" ".join(question))
    if format == "json":
        import msgspec

        from communique.cli.output import byte_stream

        byte_stream().write(msgspec.json.encode(reply) + b"\n")
        return
    from communique.cli.output import say

    for line in _lines(reply, explain=explain):
        say(line)


def _lines(reply: Reply, *, explain: bool) -> Iterator[str]:
    """Yield a reply line by line."""
    from communique.cli.style import bold, dim

    if explain:
        for line in _understood(reply.understood):
            yield dim(line)
    understood = reply.understood
    if understood.relative and understood.since:
        taken = " to ".join(dict.fromkeys(t for t in (understood.since, understood.until) if t))
        yield dim(f"“{understood.relative}” is taken as {taken}, seen from the newest report")
    if reply.declined:
        yield bold("The reports do not say.")
        yield dim(f"  {reply.why}; this comes nearest:" if reply.nearest else f"  {reply.why}")
        for source in reply.nearest:
            yield from _source(source)
        return
    for finding in reply.findings:
        yield from _finding(finding)
    if reply.agreement:
        yield dim(f"{_AGREEMENT[reply.agreement]}")


def _finding(finding: Finding) -> Iterator[str]:
    """Yield one answer with its sources."""
    from communique.cli.output import printable
    from communique.cli.style import bold, dim
    from communique.publish.phrases import slot_in_words

    sources = list(finding.sources[:_SHOWN])
    if finding.slot == "words" and sources:
        first = sources.pop(0)
        yield f"{bold('•')} {marked(first.passage)}"
        yield dim(f"    {_cited(first)}")
    else:
        value = slot_in_words(finding.slot, finding.value)
        yield f"{bold('•')} {dim(finding.slot)}  {bold(printable(value))}"
    for source in sources:
        yield from _source(source)
    if len(finding.sources) > _SHOWN:
        yield dim(f"    and {len(finding.sources) - _SHOWN} more (--format json has them)")


def _source(source: Source) -> Iterator[str]:
    """Yield who says so, and the words."""
    from communique.cli.style import dim

    yield dim(f"    {_cited(source)}")
    yield f"      {marked(source.passage)}"


def _cited(source: Source) -> str:
    """Return who says so, and where: the report's id, the claim's, what the report is called."""
    from communique.cli.output import printable
    from communique.publish.phrases import day_of

    report = source.report
    about = ", ".join(
        part for part in (report.label, report.publisher, day_of(report.published)) if part
    )
    by = f", by {source.by.name}" if source.by else ""
    id = f"  {source.id}" if source.id else ""
    return f"{report.id}{id}  {printable(about + by)}"


def _understood(understood: Understood) -> Iterator[str]:
    """Yield how a question was understood."""
    yield f"asks for: {understood.kind}"
    for name, values in (
        ("actors", [f"{actor.name} ({actor.id})" for actor in understood.actors]),
        ("names that are no actors of the reports at hand", list(understood.names)),
        ("contact", list(understood.contact)),
        ("acts", list(understood.acts)),
        ("words", list(understood.words)),
        ("time", [t for t in (understood.since, understood.until) if t]),
    ):
        if values:
            yield f"  {name}: {', '.join(values)}"


COMMANDS = {"ask": ask}
