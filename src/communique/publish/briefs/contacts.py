"""Contacts in a brief: in lines, and one with its accounts side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from communique.model.brief import Block, Paragraph, Part, Table, Text
from communique.model.comparison import ContactAccounts, Slot, SlotValue
from communique.model.rows import ContactRow
from communique.model.threads import ContactLine
from communique.publish.briefs.notebook import MOST, Notebook, line
from communique.publish.index import short
from communique.publish.meetings import fullest, who_met
from communique.publish.phrases import (
    count,
    date_in_words,
    decision_in_words,
    listed,
    slot_in_words,
    verdict_in_words,
)

Rows = Mapping[str, ContactRow]


def in_line(heading: str, lines: Iterable[ContactLine], rows: Rows, notes: Notebook) -> Part:
    """Return contacts under one heading."""
    blocks = [block for each in lines for block in told(each, rows, notes)]
    return Part(heading=heading, blocks=tuple(blocks))


def told(each: ContactLine, rows: Rows, notes: Notebook) -> Iterator[Block]:
    """Yield what is told of a contact, each account cited; dates that differ stand apart."""
    dates = " or ".join(date_in_words(dated.value) for dated in each.dates) or "Date not given"
    names = listed(list(dict.fromkeys(actor.name for actor in each.participants)))
    where = f". Place: {each.place}" if each.place else ""
    status = f" ({each.status})" if each.status != "held" else ""
    what = f"{', '.join(each.kinds)}{status}: {names or 'participants not named'}{where}."
    accounts = [rows[id] for id in each.accounts if id in rows]
    cited = tuple(
        number for row in accounts[:MOST] for number in notes.cite(row.report, row.evidence, row.id)
    )
    yield Paragraph(
        texts=(Text(text=dates, tone="strong"), Text(text=line(what), notes=cited)),
    )
    yield from _aside(each, len(accounts))


def _aside(each: ContactLine, accounts: int) -> Iterator[Block]:
    said = []
    if each.is_disputed:
        dates = (
            f"{date_in_words(one.value)} "
            f"({'; '.join(_by(report.label, report.publisher) for report in one.reports)})"
            for one in each.dates
        )
        said.append(f"Dates differ: {', '.join(dates)}.")
    if accounts > MOST:
        said.append(f"{count(accounts, 'account')}; the first {MOST} are cited.")
    if said:
        yield Paragraph(texts=(Text(text=line(" ".join(said)), tone="faint"),), indent=True)


def _by(label: str, publisher: str | None) -> str:
    return f"{short(label)}, {publisher}" if publisher else short(label)


def particulars(found: ContactAccounts) -> Iterator[tuple[str, str]]:
    """Yield what is known of a contact as a whole."""
    first = found.accounts[0]
    yield "Kind", first.kind
    yield "Status", " or ".join(dict.fromkeys(row.status for row in found.accounts))
    yield "Date", _dates(found) or "not given"
    yield "Who", who_met(fullest(found))
    yield (
        "Accounts",
        (
            f"{count(len(found.accounts), 'report')}, "
            f"{count(found.sources, 'independent source', 'independent sources')}"
        ),
    )
    yield "Id", found.id


def title_of(found: ContactAccounts) -> str:
    """Return what to call a contact: its kind, who took part, and when, as each account has it."""
    first = found.accounts[0]
    when = f", {dates}" if (dates := _dates(found)) else ""
    return f"{first.kind.capitalize()}: {who_met(fullest(found))}{when}"


def _dates(found: ContactAccounts) -> str:
    dates = (date_in_words(row.date.value) for row in found.accounts if row.date)
    return " or ".join(dict.fromkeys(dates))


def accounts(found: ContactAccounts, notes: Notebook) -> Iterator[Part]:
    """Yield a contact's accounts: slot by slot, then in their own words."""
    rows = {row.id: row for row in found.accounts}
    slots = [slot for slot in found.slots if slot.verdict != "silent"]
    cells = tuple(row for slot in slots for row in _slot(slot, rows, notes))
    table = Table(
        caption="What each report says, slot by slot",
        columns=("", "Says", "Report", "Among the accounts"),
        rows=cells,
        widths=(16, 34, 30, 20),
    )
    yield Part(heading="What is told of it", blocks=(table,) if cells else ())
    yield Part(
        heading="In the reports’ words",
        blocks=tuple(block for row in found.accounts for block in _words(row, notes)),
    )
    if len(found.accounts) > 1:
        why = tuple(Paragraph(texts=(Text(text=line(each)),)) for each in found.why)
        yield Part(heading="Why the accounts are taken to be of one contact", blocks=why)


def _slot(slot: Slot, rows: Rows, notes: Notebook) -> Iterator[tuple[Text, ...]]:
    """Yield a row for each different value of a slot, with all reports that give it."""
    told: dict[str, list[SlotValue]] = {}
    for value in slot.values:
        if value.value is not None:
            told.setdefault(value.value, []).append(value)
    for number, (said, values) in enumerate(told.items()):
        cited = tuple(n for value in values[:MOST] for n in _cited(value, rows, notes))
        yield (
            Text(text="" if number else slot.name, tone="strong"),
            Text(text=line(slot_in_words(slot.name, said)), notes=cited),
            Text(text="; ".join(_teller(value) for value in values)),
            Text(text="" if number else verdict_in_words(slot)),
        )


def _teller(value: SlotValue) -> str:
    copied = " (copied)" if value.copied_from else ""
    return f"{_by(value.report.label, value.report.publisher)}{copied}"


def _cited(value: SlotValue, rows: Rows, notes: Notebook) -> tuple[int, ...]:
    """Cite the words of a slot, or else those of the whole account."""
    cited = notes.cite_passages(value.report, value.passages, value.contact)
    row = rows.get(value.contact)
    return cited or (notes.cite(row.report, row.evidence, row.id) if row else ())


def _words(row: ContactRow, notes: Notebook) -> Iterator[Block]:
    told = f"{_by(row.report.label, row.report.publisher)}:"
    yield Paragraph(
        texts=(Text(text=told, tone="strong"), *notes.quote(row.report, row.evidence, row.id))
    )
    if row.decided:
        decided = "; ".join(decision_in_words(judgement) for judgement in row.decided)
        yield Paragraph(texts=(Text(text=f"Decided: {decided}.", tone="faint"),), indent=True)
