"""A report, or one claim of it, in a brief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from communique.model.brief import Block, Paragraph, Part, Text
from communique.model.citation import extent
from communique.model.claim_rows import ForecastRow, ProposalRow
from communique.model.rows import (
    ActorRow,
    ContactRow,
    FigureRow,
    ReportRef,
    ReportRow,
    ShownClaim,
)
from communique.publish.briefs.notebook import Notebook, line
from communique.publish.index import short
from communique.publish.meetings import who_met
from communique.publish.phrases import count, date_in_words, listed, when_in_words

#: Slots of a claim that are words; a claim's other slots are ids, spans and marks.
_PLAIN = (str, int, float, bool)


def particulars(row: ReportRow) -> Iterator[tuple[str, str]]:
    """Yield what is known of a report."""
    yield "Published", date_in_words((row.published or "")[:10] or None)
    yield "Publisher", row.publisher or ""
    yield "Credits", row.source or ""
    yield "Passed on by", row.distributor or ""
    yield "From", row.url or short(row.path or "")
    yield "Language", row.language or ""
    yield "Claims", ", ".join(count(number, kind) for kind, number in sorted(row.claims.items()))
    yield "Same text as", ", ".join(row.copies)
    yield "Id", row.id


def actor_particulars(row: ActorRow) -> Iterator[tuple[str, str]]:
    """Yield what is known of an actor."""
    yield "Kind", row.kind
    yield "Offices", "; ".join(row.offices)
    yield "Names used", ", ".join(row.names)
    yield "Named by", count(row.reports, "report")
    yield "Id", row.id


def contacts(rows: Iterable[ContactRow], notes: Notebook) -> Part:
    """Return the contacts that a report tells of."""
    blocks: list[Block] = []
    for row in rows:
        status = f" ({row.status})" if row.status != "held" else ""
        when = f", {when_in_words(row.date)}" if row.date else ""
        lead = Text(text=f"{row.kind}{status}{when}: {who_met(row)}.", tone="strong")
        blocks.append(Paragraph(texts=(lead, *notes.quote(row.report, row.evidence, row.id))))
    return Part(heading="Contacts", blocks=tuple(blocks))


def figures(rows: Iterable[FigureRow], notes: Notebook) -> Part:
    """Return the figures that a report gives, with who vouches for them."""
    blocks: list[Block] = []
    for row in rows:
        who = row.claimant.name if row.claimant else "The report itself"
        thing = f" ({line(row.thing)})" if row.thing and row.thing not in row.raw else ""
        as_of = f", as of {when_in_words(row.as_of)}" if row.as_of else ""
        lead = Text(text=f"{who}:", tone="strong")
        cited = notes.cite(row.report, row.evidence, row.id)
        blocks.append(
            Paragraph(texts=(lead, Text(text=f"{line(row.raw)}{thing}{as_of}.", notes=cited)))
        )
    return Part(heading="Figures", blocks=tuple(blocks))


def forecasts(rows: Iterable[ForecastRow], notes: Notebook) -> Part:
    """Return the forecasts that a report tells of."""
    blocks: list[Block] = []
    for row in rows:
        by = row.by.name if row.by else "The report itself"
        horizon = f", by {when_in_words(row.horizon)}" if row.horizon else ""
        lead = Text(text=f"{by} ({row.outcome}{horizon}):", tone="strong")
        blocks.append(Paragraph(texts=(lead, *notes.quote(row.report, row.evidence, row.id))))
    return Part(heading="Forecasts", blocks=tuple(blocks))


def proposals(rows: Iterable[ProposalRow], notes: Notebook) -> Part:
    """Return the staged plans that a report tells of, step by step."""
    blocks: list[Block] = []
    for row in rows:
        by = row.by.name if row.by else "Not named"
        sides = (
            ("backed by", row.backed_by),
            ("opposed by", row.opposed_by),
        )
        said = "; ".join(
            f"{how} {listed([actor.name for actor in some])}" for how, some in sides if some
        )
        lead = Text(text=f"{by}:", tone="strong")
        title = Text(
            text=f"{line(row.title)}{f' ({said})' if said else ''}.",
            notes=notes.cite(row.report, row.evidence, row.id),
        )
        blocks.append(Paragraph(texts=(lead, title)))
        blocks += [
            Paragraph(
                texts=(
                    Text(text=f"{step.order}."),
                    *notes.quote(row.report, step.evidence, row.id),
                ),
                indent=True,
            )
            for step in row.steps
        ]
    return Part(heading="Proposals", blocks=tuple(blocks))


def claim(shown: ShownClaim, notes: Notebook) -> Iterator[Part]:
    """Yield a claim: its words, and what each slot of it holds."""
    ref = ReportRef(
        id=shown.report.id,
        label=shown.report.label,
        publisher=shown.report.publisher,
        published=shown.report.published,
    )
    lead = Text(text=f"{short(ref.label)}:", tone="strong")
    words = Paragraph(texts=(lead, *notes.quote(ref, extent(shown.claim), shown.id)))
    yield Part(heading="In the report’s words", blocks=(words,))


def claim_particulars(shown: ShownClaim) -> Iterator[tuple[str, str]]:
    """Yield what a claim says in its plain slots, actors by their names."""
    yield "Kind", shown.kind
    for name in shown.claim.__struct_fields__:
        value = getattr(shown.claim, name)
        if name != "id" and isinstance(value, _PLAIN):
            known = shown.actors.get(str(value))
            yield name.replace("_", " ").capitalize(), known.name if known else _plain(value)
    read = shown.origin
    yield "Read by", " ".join(part for part in (read.program, read.version) if part)
    yield "Id", shown.id


def _plain(value: object) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
