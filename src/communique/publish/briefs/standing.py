"""Who says and holds what in a brief: statements, positions by issue, shifts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from communique.model.brief import Paragraph, Part, Text
from communique.model.claim_rows import PositionRow
from communique.model.rows import ActorRef, StatementRow
from communique.model.threads import Quote, Shift
from communique.publish.briefs.notebook import Notebook, line
from communique.publish.phrases import date_in_words, listed

NOBODY = "Not named"


def statements(heading: str, rows: Iterable[StatementRow], notes: Notebook) -> Part:
    """Return statements under a heading, quoted, in the order given."""
    return Part(heading=heading, blocks=tuple(_statement(row, notes) for row in rows))


def _statement(row: StatementRow, notes: Notebook) -> Paragraph:
    who = row.speaker.name if row.speaker else line(row.source or "") or NOBODY
    to = f" to {row.addressee.name}" if row.addressee else ""
    how = "" if row.form == "direct" else f" ({row.form} speech)"
    lead = Text(text=f"{who}{to}{how}:", tone="strong")
    return Paragraph(texts=(lead, *notes.quote(row.report, row.content, row.id)))


def by_issue(rows: Iterable[PositionRow], notes: Notebook, *, depth: int = 1) -> Iterator[Part]:
    """Yield the positions issue by issue, those on which most actors stand first."""
    issues: dict[str, dict[str, list[PositionRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        issues[row.issue][name_of(row.actor, row.actor_raw)].append(row)
    for issue, holders in sorted(issues.items(), key=lambda item: (-len(item[1]), item[0])):
        held = sorted(holders.items(), key=lambda item: (-len(item[1]), item[0]))
        blocks = tuple(
            _position(name, row, notes)
            for name, some in held
            for row in sorted(some, key=lambda each: (each.report.published or "~", each.id))
        )
        yield Part(heading=issue, blocks=blocks, depth=2 if depth == 2 else 1)


def _position(name: str, row: PositionRow, notes: Notebook) -> Paragraph:
    told = f", as {row.reported_by.name} tells it" if row.reported_by else ""
    published = f", {date_in_words(row.report.published[:10])}" if row.report.published else ""
    return Paragraph(
        texts=(
            Text(text=f"{name} ({row.polarity}{told}{published}):", tone="strong"),
            *notes.quote(row.report, row.evidence, row.id),
        )
    )


def shifts(found: Iterable[Shift], rows: dict[str, PositionRow], notes: Notebook) -> Part:
    """Return changes of stance, both sides quoted; ``rows`` are the positions by id."""
    blocks = []
    for each in found:
        lead = Text(text=f"{each.actor.name} on {each.issue} ({each.kind}):", tone="strong")
        blocks.append(Paragraph(texts=(lead, Text(text=f"{each.why}."))))
        blocks += [_side(side, rows, notes) for side in (each.before, each.after)]
    return Part(heading="Shifts", blocks=tuple(blocks))


def _side(side: Quote, rows: dict[str, PositionRow], notes: Notebook) -> Paragraph:
    published = date_in_words((side.report.published or "")[:10])
    told = f", as {side.reported_by.name} tells it" if side.reported_by else ""
    lead = Text(text=f"{published} ({side.polarity}{told}):")
    row = rows.get(side.id)
    quoted = (
        notes.quote(row.report, row.evidence, row.id)
        if row
        else notes.cite_words(side.report, side.words, side.id)
    )
    return Paragraph(texts=(lead, *quoted), indent=True)


def name_of(actor: ActorRef | None, raw: str | None = None) -> str:
    """Return an actor's name, or the words that stand for it, or that it is not named."""
    return actor.name if actor else line(raw or "") or NOBODY


def names_of(actors: Sequence[ActorRef]) -> str:
    """Return the names of several actors in a row of words; nothing for nobody."""
    return listed([each.name for each in actors])
