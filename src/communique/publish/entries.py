"""The ledger and the shifts of a dossier: what was asked or promised, and what became of it."""

from __future__ import annotations

from communique.model.rows import ActorRef
from communique.model.threads import LedgerEntry, Quote, Settlement, Shift
from communique.publish.index import Index
from communique.publish.phrases import count, date_in_words, listed
from communique.publish.views import EntryView, QuoteView, SettlementView, ShiftView

_BASES = {
    "told": "the report says so",
    "inferred": "inferred",
    "decided": "decided by a person",
}


def ledger(entries: tuple[LedgerEntry, ...], index: Index) -> tuple[EntryView, ...]:
    """Return the entries of which something became, then those that are open, in order."""
    ordered = sorted(entries, key=lambda entry: (not entry.settlements, entry.made_on or "~"))
    return tuple(_entry(entry, index) for entry in ordered)


def _entry(entry: LedgerEntry, index: Index) -> EntryView:
    reports = len(entry.accounts)
    return EntryView(
        id=entry.id,
        href=index.words(entry.id),
        sort=entry.sort,
        status=entry.status,
        who=listed([each.name for each in entry.doers]) or entry.actor_raw or "",
        towards=listed([each.name for each in entry.addressees]),
        what=" ".join(entry.what.split()),
        due=f"by {date_in_words(entry.due)}" if entry.due else "",
        condition=" ".join((entry.condition or "").split()),
        source=index.source(entry.accounts[0].report, entry.id),
        reports=count(reports, "report") if reports > 1 else "",
        settlements=tuple(_settlement(each, index) for each in entry.settlements),
    )


def _settlement(each: Settlement, index: Index) -> SettlementView:
    score = f" ({each.score:.2f})" if each.basis == "inferred" else ""
    return SettlementView(
        status=each.status,
        basis=f"{_BASES[each.basis]}{score}",
        why=each.why,
        words=each.words,
        on=date_in_words(each.on) if each.on else "",
        source=index.source(each.report, each.by),
    )


def shifts(found: tuple[Shift, ...], index: Index) -> tuple[ShiftView, ...]:
    """Return changes of stance, both sides quoted."""
    return tuple(
        ShiftView(
            kind=each.kind,
            who=each.actor.name,
            issue=each.issue,
            before=_quote(each.before, index),
            after=_quote(each.after, index),
        )
        for each in found
    )


def _quote(quote: Quote, index: Index) -> QuoteView:
    told = f"as {quote.reported_by.name} tells it" if quote.reported_by else ""
    return QuoteView(quote.polarity, quote.words, told, index.source(quote.report, quote.id))


def _name(actor: ActorRef | None) -> str:
    return actor.name if actor else ""
