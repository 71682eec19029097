"""Rows of the record's lists made flat: the columns of each kind of row are :data:`COLUMNS`.

A cell that holds several values parts them by ``"; "``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from communique.model import When
from communique.model.claim_rows import ActRow, ForecastRow, PositionRow, ProposalRow
from communique.model.comparison import ContactAccounts, Slot, SlotValue
from communique.model.judgement import Judgement
from communique.model.lineage import CopyRow
from communique.model.rows import (
    ActorRef,
    ActorRow,
    ContactRow,
    FigureRow,
    Hit,
    ReportRow,
    StatementRow,
    TimelineRow,
)
from communique.model.threads import (
    ContactLine,
    Dated,
    ForecastThread,
    LedgerEntry,
    Relation,
    Settlement,
    Shift,
)
from communique.publish.phrases import decision_in_words

Cell = str | int | float | bool | None


class Column(NamedTuple):
    """A column: its name, how a row fills it, and what it is filled with, where it is."""

    name: str
    fill: Callable[[Any], Cell]
    of: type = str


class Said(NamedTuple):
    """What one account says in one slot of a contact: a line of the accounts side by side."""

    contact: str
    slot: str
    of: Slot
    value: SlotValue


def said(found: ContactAccounts) -> Iterator[Said]:
    """Yield the accounts of a contact side by side as lines, slot by slot."""
    for slot in found.slots:
        for value in slot.values:
            yield Said(found.id, slot.name, slot, value)


def cells(row: object) -> dict[str, Cell]:
    """Return the flat form of ``row``, by column.

    Raises:
        KeyError: ``row`` is of none of the kinds in :data:`COLUMNS`.
    """
    return {column.name: column.fill(row) for column in COLUMNS[type(row)]}


def _name(actor: ActorRef | None) -> Cell:
    return actor.name if actor else None


def _id(actor: ActorRef | None) -> Cell:
    return actor.id if actor else None


def _joined(parts: Iterable[str]) -> Cell:
    return "; ".join(parts) or None


def _counts(claims: dict[str, int]) -> Cell:
    return _joined(f"{kind} {count}" for kind, count in sorted(claims.items()))


def _value(when: When | None) -> Cell:
    return (when.value or when.raw) if when else None


def _get(name: str, path: str | None = None, of: type = str) -> Column:
    """Return the column ``name`` that reads the attribute ``path``, dots going deeper."""
    steps = (path or name).split(".")

    def fill(row: Any) -> Cell:
        for step in steps:
            row = getattr(row, step, None)
        cell: Cell = row
        return cell

    return Column(name, fill, of)


def _parties(row: ContactRow) -> Iterator[str]:
    for one in row.participants:
        yield f"{one.actor.name} (for {one.represents.name})" if one.represents else one.actor.name


def _settled(one: Settlement) -> str:
    return f"{one.status} {one.on or 'undated'} ({one.basis} {one.score:.2f})"


def _dated(date: Dated) -> str:
    return f"{date.value}: {', '.join(report.label for report in date.reports)}"


_REPORT = (
    _get("report", "report.id"),
    _get("report_label", "report.label"),
    _get("publisher", "report.publisher"),
    _get("published", "report.published"),
)


def _of_value(column: Column) -> Callable[[Any], Cell]:
    """Return what fills a report's column from the account that a slot's value is of."""
    return lambda row: column.fill(row.value)


_DECIDED = Column("decided", lambda r: _joined(decision_in_words(j) for j in r.decided))
#: The columns of each kind of row, in order.
COLUMNS: dict[type, tuple[Column, ...]] = {
    ReportRow: (
        *(_get(n) for n in ("id", "published", "publisher", "label", "title", "source")),
        *(_get(n) for n in ("distributor", "language", "path", "url")),
        *(_get(n, of=int) for n in ("characters", "actors")),
        Column("claims", lambda r: _counts(r.claims)),
        Column("copies", lambda r: _joined(r.copies)),
        *(_get(n) for n in ("published_basis", "body")),
    ),
    ActorRow: (
        *(_get(n) for n in ("id", "name", "kind")),
        Column("offices", lambda r: _joined(r.offices)),
        Column("names", lambda r: _joined(r.names)),
        _get("reports", of=int),
        Column("claims", lambda r: _counts(r.claims)),
    ),
    ContactRow: (
        _get("id"),
        Column("date", lambda r: _value(r.date)),
        *(_get(n) for n in ("kind", "status")),
        Column("participants", lambda r: _joined(_parties(r))),
        Column("initiator", lambda r: _name(r.initiator)),
        Column("place", lambda r: r.place.name if r.place else None),
        _get("channel"),
        Column("duration", lambda r: _value(r.duration)),
        Column("topics", lambda r: _joined(t.label for t in r.topics)),
        Column("outcome", lambda r: _joined(t.label for t in r.outcome)),
        _get("series", of=int),
        _get("main", of=bool),
        *_REPORT,
        _get("words"),
        _DECIDED,
    ),
    StatementRow: (
        *(_get(n) for n in ("id", "form")),
        Column("speaker", lambda r: _name(r.speaker) or r.source),
        Column("speaker_id", lambda r: _id(r.speaker)),
        Column("addressee", lambda r: _name(r.addressee)),
        *(_get(n) for n in ("cue", "parent", "continues")),
        _get("marked", of=bool),
        _get("medium"),
        *_REPORT,
        _get("words"),
        _DECIDED,
    ),
    FigureRow: (
        *(_get(n) for n in ("id", "raw")),
        *(_get(n, of=float) for n in ("low", "high")),
        _get("exact", of=bool),
        *(_get(n) for n in ("unit", "thing")),
        Column("claimant", lambda r: _name(r.claimant)),
        Column("claimant_id", lambda r: _id(r.claimant)),
        Column("as_of", lambda r: _value(r.as_of)),
        *_REPORT,
        _get("words"),
        _DECIDED,
    ),
    TimelineRow: (
        _get("id"),
        Column("date", lambda r: r.value or r.first_on),
        *(_get(n) for n in ("first_on", "last_on", "basis", "kind", "type", "status")),
        Column("actors", lambda r: _joined(a.name for a in r.actors)),
        *_REPORT,
        _get("words"),
        _DECIDED,
    ),
    Hit: (
        *(_get(n) for n in ("id", "kind")),
        Column("speaker", lambda r: _name(r.speaker)),
        *_REPORT,
        Column("words", lambda r: r.passage.text),
        _get("score", of=float),
    ),
    CopyRow: (
        Column("report", lambda r: r.report.id),
        Column("report_label", lambda r: r.report.label),
        Column("other", lambda r: r.other.id),
        Column("other_label", lambda r: r.other.label),
        *(_get(n) for n in ("relation", "why")),
        _get("share", of=float),
        _get("words", of=int),
        _get("excerpt"),
    ),
    ActRow: (
        *(_get(n) for n in ("id", "type", "status")),
        Column("actor", lambda r: _name(r.actor) or r.actor_raw),
        Column("actor_id", lambda r: _id(r.actor)),
        Column("joint", lambda r: _joined(a.name for a in r.joint)),
        Column("towards", lambda r: _name(r.towards)),
        Column("also_towards", lambda r: _joined(a.name for a in r.also_towards)),
        *(_get(n) for n in ("what", "condition")),
        Column("date", lambda r: _value(r.when)),
        Column("reported_by", lambda r: _name(r.reported_by)),
        *(_get(n, f"plover.{n}") for n in ("event", "mode")),
        Column("answers", lambda r: _joined(f"{a.kind} {a.act} ({a.basis})" for a in r.answers)),
        *_REPORT,
        _get("words"),
        _DECIDED,
    ),
    PositionRow: (
        _get("id"),
        Column("actor", lambda r: _name(r.actor) or r.actor_raw),
        Column("actor_id", lambda r: _id(r.actor)),
        *(_get(n) for n in ("issue", "polarity", "stance")),
        Column("reported_by", lambda r: _name(r.reported_by)),
        *_REPORT,
        _get("words"),
        _DECIDED,
    ),
    ForecastRow: (
        _get("id"),
        Column("by", lambda r: _name(r.by)),
        Column("by_id", lambda r: _id(r.by)),
        _get("what"),
        Column("made", lambda r: _value(r.made)),
        Column("horizon", lambda r: _value(r.horizon)),
        _get("outcome"),
        *_REPORT,
        _get("words"),
    ),
    ProposalRow: (
        _get("id"),
        Column("by", lambda r: _name(r.by)),
        _get("title"),
        Column("steps", lambda r: _joined(f"{s.order}. {s.what}" for s in r.steps)),
        Column("backed_by", lambda r: _joined(a.name for a in r.backed_by)),
        Column("opposed_by", lambda r: _joined(a.name for a in r.opposed_by)),
        *_REPORT,
        _get("words"),
        _DECIDED,
    ),
    LedgerEntry: (
        *(_get(n) for n in ("id", "made_on", "sort", "status")),
        Column("actor", lambda r: _name(r.actor) or r.actor_raw),
        Column("actor_id", lambda r: _id(r.actor)),
        Column("joint", lambda r: _joined(a.name for a in r.joint)),
        Column("towards", lambda r: _name(r.towards)),
        Column("also_towards", lambda r: _joined(a.name for a in r.also_towards)),
        *(_get(n) for n in ("what", "due", "condition")),
        Column("told_by", lambda r: _joined(a.report.label for a in r.accounts)),
        Column("settled", lambda r: _joined(_settled(s) for s in r.settlements)),
        Column("settled_by", lambda r: _joined(s.by for s in r.settlements)),
        Column("settled_words", lambda r: _joined(s.words for s in r.settlements)),
        Column("why", lambda r: _joined(s.why for s in r.settlements)),
        Column("words", lambda r: r.accounts[0].words),
    ),
    Shift: (
        *(_get(n) for n in ("id", "kind")),
        Column("actor", lambda r: r.actor.name),
        Column("actor_id", lambda r: r.actor.id),
        _get("issue"),
        *(
            column
            for side in ("before", "after")
            for column in (
                _get(f"{side}_polarity", f"{side}.polarity"),
                _get(f"{side}_published", f"{side}.report.published"),
                _get(f"{side}_reported_by", f"{side}.reported_by.name"),
                _get(f"{side}_report", f"{side}.report.label"),
                _get(f"{side}_words", f"{side}.words"),
            )
        ),
        _get("why"),
    ),
    ForecastThread: (
        _get("id"),
        Column("by", lambda r: _name(r.forecast.by)),
        _get("what", "forecast.what"),
        Column("made", lambda r: _value(r.forecast.made)),
        *(_get(n) for n in ("due", "outcome")),
        Column("basis", lambda r: _joined(one.basis for one in r.later)),
        Column("later", lambda r: _joined(one.words for one in r.later)),
        Column("later_reports", lambda r: _joined(one.report.label for one in r.later)),
        Column("why", lambda r: _joined(one.why for one in r.later)),
        _get("report", "forecast.report.id"),
        _get("report_label", "forecast.report.label"),
        _get("published", "forecast.report.published"),
        _get("words", "forecast.words"),
    ),
    ContactLine: (
        _get("id"),
        Column("date", lambda r: " or ".join(d.value for d in r.dates) or r.first_on),
        *(_get(n) for n in ("first_on", "last_on")),
        _get("is_disputed", of=bool),
        Column("kind", lambda r: _joined(r.kinds)),
        _get("status"),
        Column("participants", lambda r: _joined(a.name for a in r.participants)),
        _get("place"),
        Column("accounts", lambda r: len(r.accounts), int),
        Column("dated_by", lambda r: _joined(_dated(d) for d in r.dates)),
        Column("reports", lambda r: _joined(one.label for one in r.reports)),
        _get("words"),
    ),
    Relation: (
        _get("period"),
        _get("contacts", of=int),
        Column("by_kind", lambda r: _counts(r.by_kind)),
        *(
            _get(f"{kind}_{class_}", of=int)
            for class_ in ("cooperation", "conflict")
            for kind in ("verbal", "material")
        ),
        _get("tone", of=float),
        Column("ids", lambda r: _joined(r.ids)),
    ),
    Said: (
        *(_get(n) for n in ("contact", "slot")),
        *(_get(n, f"of.{n}") for n in ("verdict", "difference")),
        _get("sources", "of.sources", int),
        _get("account", "value.contact"),
        _get("value", "value.value"),
        _get("raw", "value.raw"),
        *(Column(each.name, _of_value(each), each.of) for each in _REPORT),
        *(_get(n, f"value.{n}") for n in ("copied_from", "copied_why")),
    ),
    Judgement: (
        *(_get(n) for n in ("id", "verdict")),
        Column("items", lambda r: _joined(r.items)),
        *(_get(n) for n in ("slot", "value", "by")),
        _get("person", of=bool),
        _get("score", of=float),
        *(_get(n) for n in ("made_at", "why", "retracted_at", "retracted_by")),
    ),
}
