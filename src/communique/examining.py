"""What the program is unsure of: found out when a report is read or a judgement made.

The record puts down what may be doubted anew; :func:`examine` finds out and keeps it, so that a
review shows the most useful doubts without going through the record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from communique.bookkeeping import SETTLED_BY, Book
from communique.judging import clusters_of
from communique.model.comparison import ContactAccounts, Slot
from communique.model.days import days_of
from communique.model.doubt import Doubt, Vague, Version
from communique.model.rows import ContactRow
from communique.model.threads import Deed, LedgerEntry, Settlement
from communique.model.when import When
from communique.reconcile.accounts.contacts import Told, compared
from communique.reconcile.over_time.asks import opening_types, settling_types, sort_of
from communique.reconcile.over_time.invitations import REACH, asks_for_contact
from communique.reconcile.over_time.seeking import sought_by
from communique.record import Store

#: Items examined in one go, so that others can write in between, and asks looked up at once.
_AT_ONCE, _ASKS = 200, 50
#: Slots in which one account can be put right by another.
KEPT = ("kind", "status", "date", "place", "duration")
#: How sure the program is taken to be of what it gives no score for.
_EVEN = 0.5
#: How many reports it is expected to set right who makes a claim.
_VAGUE = 0.4
#: Doubts of one report about who makes its claims, and claims of one doubt.
_OF_REPORT, _TOGETHER = 8, 200
#: The most acts of actors of whom something was judged that are looked at for what came of them.
_OF_ACTORS = 200

#: More than can ever wait, and an instant before any.
_EVER, _FIRST = 1 << 40, "0001-01-02T00:00:00+00:00"

Found = tuple[Doubt, str, Iterable[str]]
"""A doubt, where it stands among those of its weight, and what it is about."""


def examine(store: Store) -> None:
    """Find out all doubts that wait to be. Cut short, it goes on when it is called again.

    Raises:
        RecordError: the record cannot be written.
    """
    coming = frozenset(store.unexamined(_EVER))
    # In a record of nothing else there is nothing earlier that these reports may have settled.
    older = store.reports_since(_FIRST) > sum(1 for item in coming if item.startswith("r-"))
    while items := store.unexamined(_AT_ONCE):
        kinds: dict[str, set[str]] = defaultdict(set)
        for item in items:
            kinds[item[:2]].add(item)
        claims = {item for item in items if item[:2] not in ("a-", "c-", "r-", "g-")}
        reports = kinds["r-"] | store.reports_with_claims(claims)
        contacts = kinds["c-"] | set(store.contacts_of(kinds["r-"]))
        asks = {each.id: each for each in _asks(store, kinds)}
        if older:
            # Those of reports that come with these are looked at themselves.
            earlier = (each for each in _earlier(store, kinds["r-"]) if each.report not in coming)
            asks |= {each.id: each for each in earlier}
        found = [
            *_pairs(store, kinds["a-"] | contacts),
            *_contradictions(store, contacts),
            *_nameless(store, reports),
            *_settlements(store, sorted(asks.values(), key=lambda ask: (ask.told_on, ask.id))),
        ]
        store.examined(dict.fromkeys({*reports, *contacts, *asks}, 0) | items, found)


def _pairs(store: Store, items: Iterable[str]) -> Iterator[Found]:
    """Yield the program's judgements of two actors or contacts."""
    unsure = store.unsure(items)
    counts = store.reports_of(id for each in unsure for id in each.items)
    for each in unsure:
        # What is wrongly joined, or wrongly kept apart, is at worst the smaller of the two.
        hanging = max(1, min(counts.get(id, 1) for id in each.items))
        doubt = Doubt(
            id=each.id,
            sort="same",
            kind="contact" if each.items[0].startswith("c-") else "actor",
            items=each.items,
            verdict=each.verdict,
            score=each.score,
            why=each.why,
            reports=hanging,
            weight=hanging * (1.0 - (each.score or 0.0)),
        )
        yield doubt, "", each.items


def _contradictions(store: Store, contacts: Iterable[str]) -> Iterator[Found]:
    """Yield slots in which accounts of one contact contradict each other."""
    judged = clusters_of(store, contacts)
    groups = [group for group in judged.all() if group[0].startswith("c-")]
    rows = {row.id: row for row in store.contacts_by_id(id for group in groups for id in group)}
    for group in groups:
        some = sorted(
            (rows[id] for id in group if id in rows),
            key=lambda row: (row.report.published or "~", row.id),
        )
        if len(some) < 2 or not _is_unlike(some):
            continue
        sources = store.sources(row.report.id for row in some)
        told = [
            Told(row=row, report=report, sentences=sentences)
            for row in some
            for report, sentences in [sources[row.report.id]]
        ]
        found = compared(told, traced=False)
        for slot in found.slots:
            if slot.verdict == "differ" and slot.name in KEPT:
                last = max(row.report.published or "" for row in some)
                yield _contradiction(found, slot), last, group


def _is_unlike(accounts: Sequence[ContactRow]) -> bool:
    """Tell whether accounts may contradict each other, and no person has let that stand."""
    if any(each.verdict == "confirm" for row in accounts for each in row.decided):
        return False
    return any(len({value_in(row, slot) for row in accounts} - {""}) > 1 for slot in KEPT)


def value_in(row: ContactRow, slot: str) -> str:
    """Return what an account has in a slot, as a correction gives it; nothing where silent."""
    value = getattr(row, slot)
    if isinstance(value, When):
        return value.value or ""
    return str(getattr(value, "name", value) or "")


def _contradiction(found: ContactAccounts, slot: Slot) -> Doubt:
    versions = tuple(
        Version(account=each.contact, value=each.value, raw=each.raw, report=each.report)
        for each in slot.values
        if each.value is not None and each.copied_from is None
    )
    return Doubt(
        id=f"{found.id}/{slot.name}",
        sort="slot",
        kind="contact",
        items=tuple(row.id for row in found.accounts),
        slot=slot.name,
        versions=versions,
        reports=len(found.accounts),
        weight=len(versions) * _EVEN,
    )


def _nameless(store: Store, reports: Iterable[str]) -> Iterator[Found]:
    """Yield claims of somebody whom the program could not tell, of each report some.

    Those whom one report calls by the same words are asked for once; of a pronoun, and of words
    that are not there, each stands for itself.
    """
    groups: dict[tuple[str, str, str], list[Vague]] = defaultdict(list)
    for each in store.vague(reports):
        words = each.raw.casefold() if _means_one(each.raw) else each.id
        groups[each.report, each.kind, words].append(each)
    of_report: dict[str, list[list[Vague]]] = defaultdict(list)
    for (report, _, _), group in groups.items():
        of_report[report].append(group)
    for report, some in of_report.items():
        some.sort(key=lambda group: (-len(group), not group[0].raw))
        for group in some[:_OF_REPORT]:
            first = group[0]
            doubt = Doubt(
                id=first.id,
                sort="claim",
                kind=first.kind,
                items=tuple(each.id for each in group[:_TOGETHER]),
                slot=first.slot,
                raw=first.raw,
                # The more claims are somebody's, the surer it is that one report is set right.
                weight=_VAGUE * 2 * len(group) / (len(group) + 1),
            )
            yield doubt, first.told, [report]


def _means_one(raw: str) -> bool:
    """Tell whether words mean the same somebody throughout a report, as pronouns need not."""
    return len(raw.split()) > 1 or (raw.isupper() and raw != "I")


def _asks(store: Store, items: Mapping[str, set[str]]) -> list[Deed]:
    """Return the asks of reports, those of actors who may be on another side now, and those that
    a person decided on."""
    theirs = store.deeds_with(items["a-"], _OF_ACTORS)
    some = [*store.deeds_of(items["r-"]), *store.deeds(items["d-"]), *theirs]
    return [each for each in some if sort_of(each)]


def _earlier(store: Store, reports: Iterable[str]) -> Iterator[Deed]:
    """Yield the asks that may have been settled by what reports tell of."""
    states, types = store.state_names(), settling_types()
    told = [each for each in store.deeds_of(reports) if each.told_on and each.type in types]
    near = store.deeds_near(sought_by(each, states) for each in told)
    yield from (each for each in near if sort_of(each))
    yield from _for_contacts(store, reports)


def _settlements(store: Store, asks: Sequence[Deed]) -> Iterator[Found]:
    """Yield what the program has inferred of asks."""
    done: set[str] = set()
    for at in range(0, len(asks), _ASKS):
        for entry in Book(store, asks[at : at + _ASKS]).entries(None):
            if entry.id not in done:
                done.add(entry.id)
                yield from _inferred(entry)


def _for_contacts(store: Store, reports: Iterable[str]) -> Iterator[Deed]:
    """Yield the asks for a contact that contacts of reports may have come of."""
    always, planned = opening_types()
    for row in store.contacts_by_id(store.contacts_of(reports)):
        days = days_of(row.date)
        parties = {
            actor.id for one in row.participants for actor in (one.actor, one.represents) if actor
        }
        if days and len(parties) > 1:
            since = (date.fromisoformat(days[0]) - timedelta(days=REACH)).isoformat()
            asks = store.acts_among(parties, always | planned, since, days[1])
            yield from (ask for ask in asks if asks_for_contact(ask))


def _inferred(entry: LedgerEntry) -> Iterator[Found]:
    """Yield what the program has inferred of an entry of the ledger."""
    about = {row.id for row in entry.accounts} | {row.report.id for row in entry.accounts}
    for each in entry.settlements:
        if each.basis == "inferred":
            told = entry.made_on or ""
            yield _settlement(entry, each), told, about | {each.by, each.report.id}


def _settlement(entry: LedgerEntry, settled: Settlement) -> Doubt:
    hanging = len({row.report.id for row in entry.accounts} | {settled.report.id})
    return Doubt(
        id=f"{entry.id}/{settled.by}",
        sort="settled",
        kind="act",
        items=(entry.id, settled.by),
        status=settled.status,
        score=settled.score,
        why=settled.why,
        slot=SETTLED_BY,
        reports=hanging,
        weight=hanging * (1.0 - settled.score),
    )
