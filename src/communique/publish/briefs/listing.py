"""Lists that cite no words of their own, as tables of a brief: actors, reports, decisions."""

from __future__ import annotations

from collections.abc import Iterable

from communique.model.brief import Part, Table, Text
from communique.model.judgement import Judgement
from communique.model.rows import ActorRow, ReportRow
from communique.publish.briefs.notebook import line
from communique.publish.index import short
from communique.publish.phrases import date_in_words


def actors(rows: Iterable[ActorRow]) -> Part:
    """Return actors as a table."""
    cells = ((row.name, row.kind, "; ".join(row.offices), str(row.reports), row.id) for row in rows)
    return _table(
        "Actors", ("Name", "Kind", "Offices", "Reports", "Id"), cells, (28, 12, 30, 10, 20)
    )


def reports(rows: Iterable[ReportRow]) -> Part:
    """Return reports as a table."""
    cells = (
        (
            row.title or short(row.label),
            row.publisher or "",
            date_in_words((row.published or "")[:10] or None),
            row.id,
        )
        for row in rows
    )
    return _table("Reports", ("Report", "Publisher", "Published", "Id"), cells, (42, 22, 16, 20))


def decisions(rows: Iterable[Judgement]) -> Part:
    """Return decisions as a table, the standing and the taken back."""
    cells = (
        (
            " and ".join(row.items),
            row.verdict + (f" {row.slot}: {row.value or 'nothing'}" if row.slot else ""),
            row.by + (f" ({row.score:.2f})" if row.score is not None else ""),
            date_in_words(row.made_at[:10]),
            (f"taken back by {row.retracted_by}. " if row.retracted_at else "") + row.why,
        )
        for row in rows
    )
    columns = ("About", "Decided", "By", "On", "Why")
    return _table("Decisions", columns, cells, (24, 18, 18, 14, 26))


def _table(
    name: str,
    columns: tuple[str, ...],
    cells: Iterable[tuple[str, ...]],
    widths: tuple[int, ...],
) -> Part:
    rows = tuple(tuple(Text(text=line(cell)) for cell in row) for row in cells)
    table = Table(caption=name, columns=columns, rows=rows, widths=widths)
    return Part(heading=name, blocks=(table,) if rows else ())
