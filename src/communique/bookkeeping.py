"""What is looked up to keep the ledger: asks, what may settle them, and people's decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from communique.model.claim_rows import ActRow
from communique.model.days import bounds, days_of
from communique.model.judgement import Judgement
from communique.model.rows import ContactRow, Filter
from communique.model.threads import Deed, LedgerEntry, Link, Settlement
from communique.reconcile.over_time.asks import sort_of
from communique.reconcile.over_time.invitations import asks_for_contact, settled_by_contact
from communique.reconcile.over_time.ledger import Ledger, Matters, status_of
from communique.reconcile.over_time.seeking import REACH, sought
from communique.reconcile.sides import Sides
from communique.reconcile.states import state_key
from communique.record import Store

#: The slot under which a person decides what became of an ask.
SETTLED_BY = "settled by"


class Book:
    """The entries of some asks, with all that is looked up for them at once."""

    def __init__(self, store: Store, asks: Sequence[Deed]) -> None:
        self._store = store
        self._asks = asks
        days = sorted(ask.told_on for ask in asks if ask.told_on)
        first, last = (days[0], days[-1]) if days else ("", "")
        states = store.state_names()
        # Only of what may have to do with an ask need it be known who they are.
        found = store.answers(ask.report for ask in asks if ask.report)
        found += store.deeds_near(sought(ask, states) for ask in asks if ask.told_on)
        acts = list({each.id: each for each in (*asks, *found)}.values())
        matters = Matters(acts)
        self._sides, names = sides_of(store, _actors(acts), states)
        self._ledger = Ledger(matters, self._sides, names, states)
        wanted = [ask for ask in asks if asks_for_contact(ask)]
        people = {each for ask in wanted for each in (ask.actor, ask.towards) if each}
        self._occasions = store.occasions(people, first, moved(last, REACH))

    def entries(self, wanted: Filter | None) -> Iterable[LedgerEntry]:
        """Return the entries, each once, under the first of its accounts that is ``wanted``."""
        grouped: list[list[Deed]] = []
        for ask in self._asks:
            if not (self._ledger.says_what(ask) or asks_for_contact(ask)):
                continue
            others = self._ledger.accounts(ask)
            accounts = sorted([ask, *others], key=lambda d: (d.told_on or "~", d.id))
            first = next(d for d in accounts if d is ask or (wanted and _is_wanted(d, wanted)))
            if first.id == ask.id:
                grouped.append(accounts)
        decided = self._decided([deed.id for group in grouped for deed in group])
        links = [self._links(group, decided) for group in grouped]
        return self._told(grouped, links)

    def _links(
        self, accounts: Sequence[Deed], decided: Mapping[str, Sequence[Link]]
    ) -> Sequence[Link]:
        """Return what became of an ask, by people's decisions or else the program's."""
        for deed in accounts:
            if deed.id in decided:
                return decided[deed.id]
        met = settled_by_contact(accounts[0], self._occasions, self._sides)
        return sorted([*self._ledger.links(accounts), *met], key=lambda k: (k.told_on, k.by))

    def _decided(self, ids: Sequence[str]) -> dict[str, list[Link]]:
        """Return the links that people decided on, by the ask; the last decision counts."""
        return {
            made.items[0]: _decision(made)
            for made in self._store.judgements(ids)
            if made.person and made.verdict == "correct" and made.slot == SETTLED_BY
        }

    def _told(
        self, groups: Sequence[Sequence[Deed]], links: Sequence[Sequence[Link]]
    ) -> list[LedgerEntry]:
        """Return entries with the words of all that they rest on."""
        settling = [link.by for some in links for link in some]
        ids = [deed.id for group in groups for deed in group]
        acts = self._store.acts_by_id([*ids, *settling])
        contacts = {row.id: row for row in self._store.contacts_by_id(settling)}
        return [
            _entry([acts[deed.id] for deed in group], group[0], some, acts, contacts)
            for group, some in zip(groups, links, strict=True)
        ]


def _decision(made: Judgement) -> list[Link]:
    """Return what a person decided on an ask: one link, or none where it is open."""
    status, _, by = (made.value or "open").partition(" ")
    if not by:
        return []
    return [
        Link(
            ask=made.items[0],
            by=by,
            status=status,  # type: ignore[arg-type]
            basis="decided",
            score=1.0,
            why=f"{made.by}: {made.why or 'no reason given'}",
            told_on="",
        )
    ]


def _entry(
    accounts: Sequence[ActRow],
    deed: Deed,
    links: Sequence[Link],
    acts: dict[str, ActRow],
    contacts: dict[str, ContactRow],
) -> LedgerEntry:
    first = accounts[0]
    days = days_of(first.when)
    is_ahead = bool(days and deed.told_on and days[1] > deed.told_on)
    sort = sort_of(deed)
    assert sort is not None
    return LedgerEntry(
        id=first.id,
        sort=sort,
        status=status_of(links),
        actor=first.actor,
        actor_raw=first.actor_raw,
        joint=first.joint,
        towards=next((row.towards for row in accounts if row.towards), None),
        also_towards=next((row.also_towards for row in accounts if row.towards), ()),
        what=first.what,
        made_on=days[0] if days and not is_ahead else deed.told_on or None,
        due=days[1] if days and is_ahead else None,
        condition=first.condition,
        accounts=tuple(accounts),
        settlements=tuple(
            _settlement(link, acts.get(link.by) or contacts.get(link.by))
            for link in links
            if link.by in acts or link.by in contacts
        ),
    )


def _settlement(link: Link, row: ActRow | ContactRow | None) -> Settlement:
    assert row is not None
    when = days_of(row.when if isinstance(row, ActRow) else row.date)
    return Settlement(
        by=link.by,
        status=link.status,
        basis=link.basis,
        score=link.score,
        why=link.why,
        report=row.report,
        actor=row.actor if isinstance(row, ActRow) else None,
        on=when[0] if when else (row.report.published or "")[:10] or None,
        words=" ".join(row.words.split()),
    )


def _actors(deeds: Iterable[Deed]) -> set[str]:
    return {id for deed in deeds for id in (deed.actor, deed.towards) if id}


def sides_of(
    store: Store, actors: Iterable[str], states: Sequence[str]
) -> tuple[Sides, dict[str, tuple[str, ...]]]:
    """Return for whom actors act, and the names of each and of its state, one of ``states``."""
    wanted = set(actors)
    known = store.names(wanted)
    sides = Sides.told(store.sides(wanted))
    by_key: dict[str, list[str]] = {}
    for name in states:
        by_key.setdefault(state_key(name), []).append(name)
    names = {id: (*some, *by_key.get(sides.of(id) or "", ())) for id, some in known.items()}
    return sides, names


def _is_wanted(deed: Deed, wanted: Filter) -> bool:
    """Tell whether an account passes a filter, as far as it is known without looking."""
    if wanted.publisher or wanted.about or wanted.actor:
        return False
    if wanted.report and not deed.report.startswith(wanted.report):
        return False
    first, last = bounds(wanted.since, wanted.until)
    return (not first or deed.last_on >= first) and (not last or deed.first_on <= last)


def moved(day: str, by: int) -> str:
    """Return an ISO date ``by`` days later; nothing where there is none."""
    return (date.fromisoformat(day) + timedelta(days=by)).isoformat() if day else ""
