"""Which accounts tell of one contact, and where they agree: a first, light version.

Two contacts of different reports are taken for one if their principals (see
:func:`principals`) have the same names, their kinds go together, and their dates may be
the same day. Where both reports are about the contact, they may be a day apart: two sides
count their days in their own time, and they err. Nothing else is looked at, neither place
nor topics nor spelling.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from communique.model import Spans
from communique.model.comparison import ContactAccounts, Slot, SlotValue, Verdict
from communique.model.days import days_of, first_and_last
from communique.model.passages import passages
from communique.model.rows import ActorRef, ContactRow
from communique.reconcile.lineage import Passage, copied_passages

#: Kinds that one contact may go by in different reports.
_TOGETHER = {"summit": "meeting", "talks": "meeting", "visit": "meeting"}
#: Roles whose bearers some reports leave out: they do not tell contacts apart.
_ASIDE = frozenset({"mediator", "envoy", "interpreter", "reporter", "other"})
#: Statuses of contacts that did not come about, which need not be of one occasion.
_UNREAL = frozenset({"declined", "hypothetical"})
#: Days by which two reports that are about one contact may differ on its date.
_DISPUTED = 1
#: Days before its publication on which an undated contact is taken to have been.
_FRESH = 2
#: Days from the first to the last a date may mean, beyond which it tells no occasion.
_VAGUE = 3


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A contact as a report tells of it, with the report's text to quote from."""

    row: ContactRow
    text: str
    sentences: Spans = ()


def principals(contact: ContactRow) -> frozenset[str]:
    """Return those whom the contact is between, by name: surnames where two persons are named.

    Mediators, interpreters and others who stand aside are left out, and so are the states
    and bodies that persons stand for. Empty if fewer than two remain.
    """
    named = [p.actor for p in contact.participants if p.role not in _ASIDE]
    persons = [actor for actor in named if actor.kind == "person"]
    keys = frozenset(name_key(actor) for actor in (persons if len(persons) > 1 else named))
    return keys if len(keys) > 1 else frozenset()


def name_key(actor: ActorRef) -> str:
    """Return what one actor's name is compared by: a person's last name, else the id."""
    words = actor.name.split()
    return words[-1].casefold() if actor.kind == "person" and words else actor.id


def occasion(contact: ContactRow) -> tuple[str, str] | None:
    """Return the first and last day on which the contact may have been; ``None`` if vague.

    Without a date of its own, a contact is taken to be fresh when its report came out.
    """
    days = days_of(contact.date)
    if days is None and contact.date is None and contact.report.published:
        published = first_and_last(contact.report.published)
        if published is None:
            return None
        first = date.fromisoformat(published[0]) - timedelta(days=_FRESH)
        days = (first.isoformat(), published[1])
    if days is None:
        return None
    length = date.fromisoformat(days[1]) - date.fromisoformat(days[0])
    return days if length.days <= _VAGUE else None


def grouped(contacts: Iterable[ContactRow]) -> list[tuple[ContactRow, ...]]:
    """Group the contacts that are one; each is in one group, which may be its alone.

    The groups are in the order of their occasions, undated last, and do not depend on the
    order of ``contacts``. A group's members all fit each other and come from different
    reports; the first published comes first.
    """
    groups: list[list[ContactRow]] = []
    open_groups: dict[tuple[str, frozenset[str]], list[list[ContactRow]]] = {}
    for contact in sorted(contacts, key=_order):
        block = (_TOGETHER.get(contact.kind, contact.kind), principals(contact))
        candidates = open_groups.setdefault(block, [])
        fitting = (g for g in candidates if all(_fits(contact, member) for member in g))
        group = next(fitting, None) if _can_be_shared(contact) else None
        if group is None:
            group = []
            groups.append(group)
            candidates.append(group)
        group.append(contact)
    return [tuple(sorted(group, key=_published)) for group in groups]


def compared(accounts: Sequence[Told]) -> ContactAccounts:
    """Set the accounts of one contact side by side, slot by slot.

    Args:
        accounts: One or more, the first published first, as :func:`grouped` orders them.
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
        why=tuple(_why(account.row, accounts[0].row) for account in accounts[1:]),
    )


def _order(contact: ContactRow) -> tuple[str, str, str]:
    """Return the order in which contacts are grouped: by occasion, then publication, id."""
    days = occasion(contact) or days_of(contact.date)
    return (days[0] if days else "~", contact.report.published or "~", contact.id)


def _published(contact: ContactRow) -> tuple[str, str]:
    """Return the order of a group's members."""
    return (contact.report.published or "~", contact.id)


def _can_be_shared(contact: ContactRow) -> bool:
    """Tell whether there is enough to know the contact by in another report."""
    real = contact.status not in _UNREAL and contact.series is None
    return real and bool(principals(contact)) and occasion(contact) is not None


def _fits(one: ContactRow, other: ContactRow) -> bool:
    """Tell whether two contacts of one block may be one."""
    if one.report.id == other.report.id or not _can_be_shared(other):
        return False
    mine, theirs = occasion(one), occasion(other)
    if mine is None or theirs is None:
        return False
    apart = max(_days_between(mine[1], theirs[0]), _days_between(theirs[1], mine[0]))
    return apart <= (_DISPUTED if one.main and other.main else 0)


def _days_between(first: str, last: str) -> int:
    """Return the days from one ISO date to another; negative if the other is earlier."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _why(contact: ContactRow, first: ContactRow) -> str:
    """Say what makes a contact one with the first account of it."""
    names = ", ".join(p.actor.name for p in contact.participants if p.role not in _ASIDE)
    days = occasion(contact) or ("", "")
    day = days[0] if days[0] == days[1] else f"{days[0]} to {days[1]}"
    dated = f"dated {day}" if contact.date else f"undated, published {contact.report.published}"
    return f"{contact.id} is {first.id}: same names ({names}), {contact.kind}/{first.kind}, {dated}"


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
            return _Content(name_key(row.initiator), row.initiator.name, None, evidence)
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
    key = "\n".join(sorted({name_key(p.actor) for p in parts}))
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
