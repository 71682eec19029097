"""The accounts of one contact side by side: where they agree, differ, are silent or copied."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.model import Spans
from communique.model.comparison import ContactAccounts, Slot, SlotValue, Verdict
from communique.model.days import days_of
from communique.model.passages import passages
from communique.model.rows import ContactRow
from communique.reconcile.lineage import Passage, copied_passages
from communique.reconcile.occasions import window


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A contact as a report tells of it, with the report's text to quote from."""

    row: ContactRow
    text: str
    sentences: Spans = ()


def in_order(contact: ContactRow) -> tuple[str, str, str]:
    """Return the order in which contacts are shown: by day, undated last, then publication."""
    first = window(contact).first
    return (first or "~", contact.report.published or "~", contact.id)


def compared(accounts: Sequence[Told], why: Sequence[str] = ()) -> ContactAccounts:
    """Set the accounts of one contact side by side, slot by slot.

    Args:
        accounts: One or more, the first published first.
        why: What makes them one contact (:mod:`communique.reconcile.occasions` judges that).
    """
    copied = [_copied(account, accounts[:at]) for at, account in enumerate(accounts)]
    slots = [
        _slot(name, [_value(name, *pair) for pair in zip(accounts, copied, strict=True)])
        for name in _SLOTS
    ]
    return ContactAccounts(
        id=accounts[0].row.id,
        accounts=tuple(account.row for account in accounts),
        slots=tuple(slots),
        why=tuple(why),
    )


class _Content(msgspec.Struct, frozen=True):
    """What an account says in a slot: to compare by, to print, in its words, and where."""

    key: str
    value: str
    raw: str | None
    spans: Spans


_SLOTS = (
    "kind",
    "status",
    "participants",
    "initiator",
    "date",
    "place",
    "channel",
    "duration",
    "topics",
    "outcome",
    "series",
)


def _content(name: str, told: Told) -> _Content | None:
    """Return what an account says in the slot ``name``; ``None`` if it is silent."""
    row = told.row
    evidence = row.evidence
    match name:
        case "kind" | "status" | "channel" | "series":
            value = getattr(row, name)
            return None if value is None else _Content(str(value), str(value), None, evidence)
        case "participants":
            return _participants(told)
        case "initiator" if row.initiator:
            return _Content(row.initiator.id, row.initiator.name, None, evidence)
        case "date" | "duration" if when := getattr(row, name):
            value = when.value or when.raw
            days = days_of(when)
            key = "/".join(days) if days else value
            return _Content(key, value, when.raw, when.evidence or evidence)
        case "place" if row.place:
            place = row.place
            return _Content(place.name.casefold(), place.name, place.raw, place.evidence)
        case "topics" | "outcome" if labels := getattr(row, name):
            key = "\n".join(sorted({label.label.casefold() for label in labels}))
            spans = tuple(span for label in labels for span in label.evidence)
            return _Content(key, "; ".join(label.label for label in labels), None, spans)
    return None


def _participants(told: Told) -> _Content | None:
    """Return whom an account names as taking part."""
    parts = told.row.participants
    if not parts:
        return None
    key = "\n".join(sorted({p.actor.id for p in parts}))
    spans = tuple(span for p in parts for span in p.evidence)
    return _Content(key, ", ".join(p.actor.name for p in parts), None, spans)


def _value(name: str, told: Told, copied: _Copied | None) -> tuple[str | None, SlotValue]:
    """Return what an account says in a slot: to compare by (``None`` if silent), to show."""
    content = _content(name, told)
    if content is None:
        return None, SlotValue(contact=told.row.id, report=told.row.report)
    spans = tuple(sorted(set(content.spans)))
    origin = copied.of(spans) if copied else None
    return content.key, SlotValue(
        contact=told.row.id,
        report=told.row.report,
        value=content.value,
        raw=content.raw,
        passages=passages(told.text, told.sentences, name, spans),
        copied_from=origin,
    )


def _slot(name: str, values: Sequence[tuple[str | None, SlotValue]]) -> Slot:
    """Return a slot over all accounts, which differ or agree."""
    own = [key for key, value in values if key is not None and value.copied_from is None]
    said = [key for key, _ in values if key is not None]
    verdict: Verdict = "silent"
    if len(own) == 1 or (said and not own):
        verdict = "single"
    elif own:
        verdict = "agree" if _alike(name, own) else "differ"
    return Slot(name=name, verdict=verdict, values=tuple(value for _, value in values))


def _alike(name: str, keys: Sequence[str]) -> bool:
    """Tell whether what several voices say in a slot goes together.

    Dates go together if there is a day that all of them may mean: one may only be less
    precise than another.
    """
    if name == "date" and all("/" in key for key in keys):
        days = [key.split("/", 1) for key in keys]
        return max(first for first, _ in days) <= min(last for _, last in days)
    return len(set(keys)) == 1


class _Copied:
    """What of an account's report also stands in the reports of earlier accounts."""

    def __init__(self, whole: str | None, parts: list[tuple[str, tuple[Passage, ...]]]) -> None:
        self._whole = whole
        self._parts = parts

    def of(self, spans: Spans) -> str | None:
        """Return the earlier contact whose report has all the words of ``spans``, if any has."""
        if self._whole:
            return self._whole
        for id, copied in self._parts:
            if spans and all(any(c.span.covers(span) for c in copied) for span in spans):
                return id
        return None


def _copied(account: Told, earlier: Sequence[Told]) -> _Copied | None:
    """Return what of an account is copied from earlier ones; ``None`` if there are none."""
    if not earlier:
        return None
    whole = next((e.row.id for e in earlier if e.text == account.text), None)
    parts = [] if whole else [(e.row.id, copied_passages(account.text, e.text)) for e in earlier]
    return _Copied(whole, parts)
