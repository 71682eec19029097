"""The accounts of one contact side by side: where they agree, differ, are silent or copied."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from communique.model import Report, Spans
from communique.model.comparison import ContactAccounts, CopiedAccount, Slot, SlotValue, Verdict
from communique.model.passages import passages
from communique.model.rows import ContactRow
from communique.reconcile.occasions import window
from communique.reconcile.slots import NAMES, Content, agree, content, greatest
from communique.reconcile.sources import Origin, independent, origins


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A contact as a report tells of it, with that report."""

    row: ContactRow
    report: Report
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
    reports = [account.report for account in accounts]
    told_by = origins(reports)
    copied = _copied_accounts(accounts, told_by)
    places = {account.row.id: at for at, account in enumerate(accounts)}
    pairs = {(places[each.contact], places[each.origin]) for each in copied}
    source = independent(reports, pairs)
    slots = tuple(_slot(name, accounts, told_by, source) for name in NAMES)
    return ContactAccounts(
        id=accounts[0].row.id,
        accounts=tuple(account.row for account in accounts),
        slots=slots,
        why=tuple(why),
        copied=copied,
        sources=len(set(source)),
    )


def _copied_accounts(
    accounts: Sequence[Told], told_by: Sequence[tuple[Origin, ...]]
) -> tuple[CopiedAccount, ...]:
    """Return the accounts of which all words about the contact stand in another's report."""
    found = []
    for account, some in zip(accounts, told_by, strict=True):
        said = (content(name, account.row) for name in NAMES)
        spans = {span for each in said if each for span in each.spans}
        first = _first_with(some, tuple(sorted({*account.row.evidence, *spans})))
        if first:
            id = accounts[first.at].row.id
            found.append(CopiedAccount(contact=account.row.id, origin=id, why=first.why))
    return tuple(found)


def _first_with(told_by: Sequence[Origin], spans: Spans) -> Origin | None:
    """Return the first report that has all the words of ``spans``; ``None`` if none has."""
    return next((origin for origin in told_by if origin.has(spans)), None)


def _slot(
    name: str,
    accounts: Sequence[Told],
    told_by: Sequence[tuple[Origin, ...]],
    source: Sequence[int],
) -> Slot:
    """Return a slot over all accounts, which differ or agree."""
    said = [content(name, account.row) for account in accounts]
    firsts = [
        _first_with(some, _spans(each)) if each else None
        for each, some in zip(said, told_by, strict=True)
    ]
    own = [each for each, first in zip(said, firsts, strict=True) if each and first is None]
    verdict: Verdict = "silent"
    if len(own) == 1 or (any(said) and not own):
        verdict = "single"
    elif own:
        verdict = "agree" if agree(name, own) else "differ"
    values = [
        _value(name, account, each, first, accounts)
        for account, each, first in zip(accounts, said, firsts, strict=True)
    ]
    return Slot(
        name=name,
        verdict=verdict,
        values=tuple(values),
        difference=greatest(name, own),
        sources=len({number for number, each in zip(source, said, strict=True) if each}),
    )


def _spans(said: Content) -> Spans:
    return tuple(sorted(set(said.spans)))


def _value(
    name: str, told: Told, said: Content | None, first: Origin | None, accounts: Sequence[Told]
) -> SlotValue:
    """Return what an account says in a slot, as it is shown."""
    if said is None:
        return SlotValue(contact=told.row.id, report=told.row.report)
    return SlotValue(
        contact=told.row.id,
        report=told.row.report,
        value=said.value,
        raw=said.raw,
        passages=passages(told.report.text, told.sentences, name, _spans(said)),
        copied_from=accounts[first.at].row.id if first else None,
        copied_why=first.why if first else None,
    )
