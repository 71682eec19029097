"""An answer, and the words that a search found, in a brief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.model import Span
from communique.model.asking import Finding, Reply, Source
from communique.model.brief import Block, Paragraph, Part, Text
from communique.model.rows import Hit
from communique.publish.briefs.notebook import Notebook, line, shortened
from communique.publish.index import short
from communique.publish.phrases import slot_in_words

_AGREEMENT = {
    "one": "One source says so.",
    "agree": "All sources agree.",
    "differ": "The sources differ.",
}


def lede_of(reply: Reply) -> str:
    """Return in a line whether the reports say it, and whether they agree."""
    if reply.declined:
        return line(
            f"The reports do not say: {reply.why}" if reply.why else "The reports do not say."
        )
    return _AGREEMENT.get(reply.agreement or "", "")


def answers(reply: Reply, notes: Notebook) -> Iterator[Part]:
    """Yield each answer with every source that gives it, then what comes nearest."""
    for finding in reply.findings:
        yield Part(
            heading=_heading(finding),
            blocks=tuple(_quoted(source, notes) for source in finding.sources),
        )
    nearest = tuple(_quoted(source, notes) for source in reply.nearest)
    yield Part(heading="What comes nearest", blocks=nearest)


def _heading(finding: Finding) -> str:
    said = shortened(line(slot_in_words(finding.slot, finding.value)), 200)
    return f"{finding.slot.capitalize()}: {said}"


def _quoted(source: Source, notes: Notebook) -> Block:
    by = f"{source.by.name}, in " if source.by else ""
    lead = Text(text=f"{by}{short(source.report.label)}:", tone="strong")
    passage = source.passage
    whole = (Span(passage.start, passage.start + len(passage.text)),) if passage.text else ()
    return Paragraph(texts=(lead, *notes.quote(source.report, whole or source.spans, source.id)))


def found(hits: Iterable[Hit], notes: Notebook) -> Part:
    """Return what a search found, best first."""
    blocks: list[Block] = []
    for hit in hits:
        by = f"{hit.speaker.name}, in " if hit.speaker else ""
        lead = Text(text=f"{by}{short(hit.report.label)}:", tone="strong")
        spans = (Span(hit.passage.start, hit.passage.start + len(hit.passage.text)),)
        claim = hit.id if hit.kind == "statement" else None
        blocks.append(Paragraph(texts=(lead, *notes.quote(hit.report, spans, claim))))
    return Part(heading="Words found", blocks=tuple(blocks))
