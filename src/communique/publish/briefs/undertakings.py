"""What was asked, offered, promised and foreseen in a brief, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from communique.model import Spans
from communique.model.brief import Block, Paragraph, Part, Text
from communique.model.claim_rows import ActRow
from communique.model.threads import ForecastThread, Later, LedgerEntry, LinkBasis, Settlement
from communique.publish.briefs.notebook import MOST, Notebook, line
from communique.publish.briefs.standing import name_of, names_of
from communique.publish.phrases import date_in_words

#: Gives the spans of a claim by its id, or nothing.
Places = Callable[[str], Spans]


def ledger(heading: str, entries: Iterable[LedgerEntry], places: Places, notes: Notebook) -> Part:
    """Return entries of the ledger, each with the later passages that settle it."""
    blocks = [block for each in entries for block in _entry(each, places, notes)]
    return Part(heading=heading, blocks=tuple(blocks))


def _entry(each: LedgerEntry, places: Places, notes: Notebook) -> Iterator[Block]:
    made = f"{date_in_words(each.made_on)}, " if each.made_on else ""
    to = f" to {names_of(each.addressees)}" if each.addressees else ""
    due = f" Due {date_in_words(each.due)}." if each.due else ""
    condition = f" On condition: {line(each.condition)}." if each.condition else ""
    cited = tuple(
        number
        for row in each.accounts[:MOST]
        for number in notes.cite(row.report, row.evidence, row.id)
    )
    who = names_of(each.doers) or name_of(None, each.actor_raw)
    yield Paragraph(
        texts=(
            Text(text=f"{made}{each.sort} ({each.status})", tone="strong"),
            Text(text=f"{who}{to}: {line(each.what)}.{due}{condition}", notes=cited),
        )
    )
    for one in each.settlements:
        yield _settlement(one, places, notes)


def _settlement(one: Settlement, places: Places, notes: Notebook) -> Paragraph:
    on = f", {date_in_words(one.on)}" if one.on else ""
    lead = Text(text=f"{one.status}{on} ({_basis(one.basis, one.score, one.why)}):")
    spans = places(one.by)
    quoted = (
        notes.quote(one.report, spans, one.by)
        if spans
        else notes.cite_words(one.report, one.words, one.by)
    )
    return Paragraph(texts=(lead, *quoted), indent=True)


def forecasts(heading: str, threads: Iterable[ForecastThread], notes: Notebook) -> Part:
    """Return forecasts, each with the later passages that bear on it."""
    blocks: list[Block] = []
    for each in threads:
        row = each.forecast
        by = row.by.name if row.by else "The report itself"
        due = f", by {date_in_words(each.due)}" if each.due else ""
        lead = Text(text=f"{by} ({each.outcome}{due}):", tone="strong")
        blocks.append(Paragraph(texts=(lead, *notes.quote(row.report, row.evidence, row.id))))
        blocks += [_later(one, notes) for one in each.later]
    return Part(heading=heading, blocks=tuple(blocks))


def _later(one: Later, notes: Notebook) -> Paragraph:
    lead = Text(text=f"Later: {one.outcome} ({_basis(one.basis, one.score, one.why)}):")
    return Paragraph(texts=(lead, *notes.cite_words(one.report, one.words)), indent=True)


def acts(heading: str, rows: Iterable[ActRow], notes: Notebook) -> Part:
    """Return acts under a heading, in the order given."""
    return Part(
        heading=heading, blocks=tuple(Paragraph(texts=act_told(row, notes)) for row in rows)
    )


def act_told(row: ActRow, notes: Notebook) -> tuple[Text, ...]:
    """Return what is told of an act: its type, who did it to whom, and what, cited."""
    to = f" to {names_of(row.addressees)}" if row.addressees else ""
    status = f" ({row.status})" if row.status != "done" else ""
    by = f" As {row.reported_by.name} tells it." if row.reported_by else ""
    who = names_of(row.doers) or name_of(None, row.actor_raw)
    return (
        Text(text=f"{row.type}{status}", tone="strong"),
        Text(
            text=f"{who}{to}: {line(row.what)}.{by}",
            notes=notes.cite(row.report, row.evidence, row.id),
        ),
    )


def _basis(basis: LinkBasis, score: float, why: str) -> str:
    match basis:
        case "told":
            return "the report says so"
        case "decided":
            return "decided by a person"
        case _:
            return f"inferred, {score:.2f}: {line(why)}"
