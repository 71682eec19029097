"""Accounts of one thing side by side: each slot over all of them, copies marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec

from communique.model import Report, Span, Spans
from communique.model.comparison import CopiedAccount, Slot, SlotValue, Verdict
from communique.model.passages import passages
from communique.model.rows import ReportRef
from communique.reconcile.accounts.slots import Content, agree, greatest
from communique.reconcile.copying.sources import Origin, independent, origins


class Claimed(Protocol):
    """A row of a list of claims."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def report(self) -> ReportRef:
        """The report that makes it."""
        ...

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Its words."""
        ...


Row = TypeVar("Row", bound=Claimed)


class Told(msgspec.Struct, Generic[Row], frozen=True, kw_only=True):
    """A claim as a report makes it, with that report."""

    row: Row
    report: Report
    sentences: Spans = ()


class Table(msgspec.Struct, frozen=True):
    """Accounts slot by slot, those that are copies, and how many independent sources there are."""

    slots: tuple[Slot, ...]
    copied: tuple[CopiedAccount, ...]
    sources: int


def tabled(
    accounts: Sequence[Told[Row]],
    names: Sequence[str],
    content: Callable[[str, Row], Content | None],
    *,
    traced: bool = True,
) -> Table:
    """Set accounts side by side in the slots ``names``, whose values ``content`` returns.

    Unless ``traced``, which takes a while with long texts, copies are not told from others.
    """
    said = {name: [content(name, account.row) for account in accounts] for name in names}
    told_by = origins([account.report for account in accounts]) if traced else [()] * len(accounts)
    firsts = _copied(accounts, said, told_by)
    pairs = {(at, first.at) for at, first in firsts.items()} | _drawn(accounts, told_by)
    source = independent([account.report for account in accounts], pairs)
    copied = tuple(
        CopiedAccount(contact=accounts[at].row.id, origin=accounts[first.at].row.id, why=first.why)
        for at, first in firsts.items()
    )
    slots = tuple(_slot(name, accounts, said[name], told_by, source) for name in names)
    return Table(slots, copied, len(set(source)))


def _copied(
    accounts: Sequence[Told[Row]],
    said: dict[str, list[Content | None]],
    told_by: Sequence[tuple[Origin, ...]],
) -> dict[int, Origin]:
    """Return, for each account of which all words stand in another's report, which that is."""
    found = {}
    for at, (account, some) in enumerate(zip(accounts, told_by, strict=True)):
        contents = (each[at] for each in said.values())
        spans = {span for each in contents if each for span in each.spans}
        if first := _first_with(some, tuple(sorted({*account.row.evidence, *spans}))):
            found[at] = first
    return found


def _drawn(
    accounts: Sequence[Told[Row]], told_by: Sequence[tuple[Origin, ...]]
) -> set[tuple[int, int]]:
    """Return the accounts most of whose words stand in another's, be they edited, with those."""
    return {
        (at, origin.at)
        for at, (account, some) in enumerate(zip(accounts, told_by, strict=True))
        for origin in some
        if origin.has_most(account.row.evidence)
    }


def _first_with(told_by: Sequence[Origin], spans: Spans) -> Origin | None:
    """Return the first report that has all the words of ``spans``; ``None`` if none has."""
    return next((origin for origin in told_by if origin.has(spans)), None)


def _slot(
    name: str,
    accounts: Sequence[Told[Row]],
    said: Sequence[Content | None],
    told_by: Sequence[tuple[Origin, ...]],
    source: Sequence[int],
) -> Slot:
    """Return a slot over all accounts, which differ or agree."""
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
    name: str,
    told: Told[Row],
    said: Content | None,
    first: Origin | None,
    accounts: Sequence[Told[Row]],
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
