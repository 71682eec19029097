"""The contacts of a dossier, with each report's account side by side, and the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from communique.model.comparison import ContactAccounts, Slot, SlotValue
from communique.model.rows import ContactRow, TimelineRow
from communique.publish.index import Index, short
from communique.publish.phrases import (
    basis_in_words,
    count,
    date_in_words,
    decision_in_words,
    listed,
    month_of,
    names_more,
    slot_in_words,
    verdict_in_words,
    when_in_words,
)
from communique.publish.views import AccountView, CellView, ContactView, Event, Month, SlotView

#: How a cell is told from its neighbours in words; the mark has a shape of its own as well.
_MARKS = {
    "agree": "agrees",
    "differ": "differs",
    "more": "names others",
    "single": "only account",
    "silent": "does not say",
    "copied": "copied",
}


def contact_view(contact: ContactAccounts, index: Index) -> ContactView:
    """Return a contact with its accounts beside one another."""
    first = contact.accounts[0]
    named = _named(contact)
    slots = tuple(_slot(slot, index, named) for slot in contact.slots if slot.verdict != "silent")
    return ContactView(
        id=contact.id,
        kind=first.kind,
        status=first.status,
        who=who_met(fullest(contact)),
        date=_date(contact),
        place=next((row.place.name for row in contact.accounts if row.place), ""),
        accounts=tuple(
            AccountView(
                row.id,
                index.source(row.report, row.id),
                " ".join(row.words.split()),
                tuple((name, value) for name, value in _facts(row) if value),
                named[row.id],
            )
            for row in contact.accounts
        ),
        slots=slots if len(contact.accounts) > 1 else (),
        why=contact.why if len(contact.accounts) > 1 else (),
        differs=tuple(slot.name for slot in slots if slot.mark == "differ"),
    )


def fullest(contact: ContactAccounts) -> ContactRow:
    """Return the account that names most people, by which a contact is called; else the first."""

    def named(row: ContactRow) -> int:
        return sum(one.actor.kind == "person" for one in row.participants)

    return max(contact.accounts, key=named)


def who_met(row: ContactRow) -> str:
    """Return the participants in words; whom somebody stands for in brackets."""
    names = [
        f"{one.actor.name} (for {one.represents.name})" if one.represents else one.actor.name
        for one in row.participants
    ]
    return listed(list(dict.fromkeys(names))) or "Participants not named"


def _facts(row: ContactRow) -> Iterator[tuple[str, str]]:
    """Yield what an account says beside who, when and where, for an account that stands alone."""
    yield "On the initiative of", row.initiator.name if row.initiator else ""
    yield "Channel", row.channel or ""
    yield "Duration", when_in_words(row.duration) if row.duration else ""
    yield "Date printed as", f"“{row.date.raw}”" if row.date and row.date.raw else ""
    yield "Topics", "; ".join(topic.label for topic in row.topics)
    yield "Outcome", "; ".join(outcome.label for outcome in row.outcome)
    yield "Counted as", count(row.series, "contact") if row.series else ""
    roles = (f"{p.actor.name} ({p.role})" for p in row.participants if p.role != "party")
    yield "Roles", ", ".join(dict.fromkeys(roles))
    yield "Decided", "; ".join(decision_in_words(judgement) for judgement in row.decided)


def _date(contact: ContactAccounts) -> str:
    dates = [date_in_words(row.date.value) for row in contact.accounts if row.date]
    return " or ".join(dict.fromkeys(dates)) or "date not given"


def _named(contact: ContactAccounts) -> dict[str, str]:
    """Return a short name for each account: who put it out, if no other account is theirs."""
    houses = [row.report.publisher for row in contact.accounts]
    return {
        row.id: row.report.publisher
        if row.report.publisher and houses.count(row.report.publisher) == 1
        else short(row.report.label)
        for row in contact.accounts
    }


def _slot(slot: Slot, index: Index, named: dict[str, str]) -> SlotView:
    distinct = list(dict.fromkeys(v.value for v in slot.values if v.value is not None))
    cells = tuple(_cell(slot, value, distinct, index, named) for value in slot.values)
    label = verdict_in_words(slot)
    return SlotView(slot.name, _mark(slot), label[:1].upper() + label[1:], cells)


def _mark(slot: Slot) -> str:
    return "more" if names_more(slot) else slot.verdict


def _cell(
    slot: Slot, value: SlotValue, distinct: list[str], index: Index, named: dict[str, str]
) -> CellView:
    if value.value is None:
        mark = "silent"
    elif value.copied_from:
        mark = "copied"
    else:
        mark = _mark(slot)
    label = _MARKS[mark]
    if _mark(slot) == "differ" and value.value is not None:
        # Which of three accounts go together cannot be told from "differs" alone.
        label = f"{label}: {chr(ord('A') + min(distinct.index(value.value), 25))}"
    said = slot_in_words(slot.name, value.value)
    return CellView(
        report=named.get(value.contact) or short(value.report.label),
        mark=mark,
        label=label,
        value=said,
        raw=value.raw if value.raw and value.raw != said else "",
        href=index.words(value.contact),
        copied_from=index.entry(value.copied_from) if value.copied_from else "",
    )


def months(
    rows: tuple[TimelineRow, ...], contacts: tuple[ContactAccounts, ...], index: Index
) -> tuple[Month, ...]:
    """Return the timeline by month, undated last; a contact of several reports stands once."""
    events = _once(rows, contacts, index)
    return tuple(
        Month(name, tuple(e for _, e in group)) for name, group in groupby(events, lambda e: e[0])
    )


def _once(
    rows: tuple[TimelineRow, ...], contacts: tuple[ContactAccounts, ...], index: Index
) -> Iterator[tuple[str, Event]]:
    same = {row.id: contact for contact in contacts for row in contact.accounts}
    seen: set[tuple[str, str | None]] = set()
    for row in rows:
        contact = same.get(row.id)
        key = (contact.id if contact else row.id, row.value)
        if key not in seen:
            seen.add(key)
            yield _filed(row), _event(row, contact, index)


def _filed(row: TimelineRow) -> str:
    """Return the month that a line stands under, or the year or season if it is told of one."""
    if row.value and row.first_on and row.last_on:
        days = date.fromisoformat(row.last_on) - date.fromisoformat(row.first_on)
        if days > timedelta(days=31):
            return date_in_words(row.value)
    return month_of(row.first_on)


def _event(row: TimelineRow, contact: ContactAccounts | None, index: Index) -> Event:
    status = row.status if row.status not in (None, "held", "stated", "done") else ""
    return Event(
        id=row.id,
        date=date_in_words(row.value or row.first_on) if row.value or row.first_on else "",
        about="; ".join(
            part
            for part in (basis_in_words(row.basis), *map(decision_in_words, row.decided))
            if part
        ),
        kind=row.type if row.type and row.kind in ("contact", "act") else row.kind,
        status=status or "",
        who=who_met(fullest(contact))
        if contact
        else listed(list(dict.fromkeys(actor.name for actor in row.actors))),
        words=" ".join(row.words.split()),
        href=index.entry(row.id),
        source=index.source(row.report, row.id),
        accounts=len(contact.accounts) if contact else 1,
    )
