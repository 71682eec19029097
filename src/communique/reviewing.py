"""Reviewing: what the program is unsure of, put to a person with the most useful first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from msgspec.structs import replace

from communique.errors import Conflict, NotInRecord
from communique.judging import clusters_of
from communique.model import Span, Spans
from communique.model.citation import ref_of
from communique.model.claim_rows import ActRow, PositionRow
from communique.model.comparison import ContactAccounts, Slot
from communique.model.doubt import Doubt, DoubtSort, Side, Version
from communique.model.judgement import Judgement
from communique.model.passages import passages
from communique.model.rows import ContactRow, Listing, Passage
from communique.model.when import When
from communique.reconcile.clusters import Clusters
from communique.record import Store
from communique.record.showing import full_mention

#: How many judgements, contacts and claims are looked at for one review.
_JUDGEMENTS, _CONTACTS, _CLAIMS = 400, 300, 60
#: Contacts told by several that are set side by side for it.
_COMPARED = 20
#: Slots in which one account can be put right by another.
_KEPT = ("kind", "status", "date", "place", "duration")
#: How sure the program is taken to be of what it gives no score for.
_EVEN = 0.5
#: How many reports it is expected to set right who makes a claim.
_VAGUE = 0.4


class _Deciding(Protocol):
    """The service, as far as it is looked into and decides."""

    @property
    def _store(self) -> Store: ...
    def names_of(self, judgements: Iterable[Judgement]) -> dict[str, str]: ...
    def contact_accounts(self, id: str) -> ContactAccounts: ...
    def _compared(
        self, group: Iterable[ContactRow], judged: Clusters, *, traced: bool = True
    ) -> ContactAccounts: ...
    def correct(self, id: str, slot: str, value: str, *, why: str = "") -> Judgement: ...


class Reviewing:
    """The part of :class:`communique.service.Service` about doubts."""

    def review(
        self: _Deciding,
        sort: DoubtSort | None = None,
        *,
        limit: int = 25,
        after: str | None = None,
    ) -> Listing[Doubt]:
        """List what the program is unsure of, the most useful to decide first.

        That is by how many reports are expected to be set right: those that hang on it, times
        how unsure the program is. Pairs of actors or contacts are of the judgements with the
        lowest scores, contradicted slots and claims without somebody of the latest reports;
        what a person has decided on is left out. ``sort`` asks for one sort of doubts alone.

        Raises:
            NotInRecord: ``after`` is no cursor of this list.
        """
        start = _place(after)
        found: list[Doubt] = []
        if sort in (None, "same"):
            found += _pairs(self)
        if sort in (None, "slot"):
            found += _contradictions(self)
        if sort in (None, "claim"):
            found += _vague(self._store)
        found.sort(key=lambda each: (-each.weight, each.id))
        page = found[start : start + limit]
        more = len(found) > start + limit
        return Listing(rows=_quoted(self, page), next=str(start + limit) if more else None)

    def last_decision(self: _Deciding) -> Judgement | None:
        """Return what a person decided last and stands by, if anything."""
        return self._store.last_decision()

    def keep(self: _Deciding, contact: str, slot: str, *, why: str = "") -> tuple[Judgement, ...]:
        """Decide that an account of a contact has a slot right, against those that contradict it.

        The others are corrected to its value, each by a judgement of its own, which can be
        undone alone; accounts that are silent stay so.

        Raises:
            NotInRecord: no contact has that id.
            Conflict: no account contradicts it there, or the slot is none that can be kept.
        """
        found = self.contact_accounts(contact)
        id = self._store.find(contact).id
        told = next((each for each in found.slots if each.name == slot), None)
        rows = {row.id: row for row in found.accounts}
        if slot not in _KEPT or told is None:
            raise Conflict(f"{slot} cannot be kept", remedy=f"choose one of: {', '.join(_KEPT)}")
        value = _value(rows[id], slot)
        others = [
            row
            for each in told.values
            if each.value is not None and (row := rows[each.contact]).id != id
            if _value(row, slot) != value
        ]
        if not value or not others:
            raise Conflict(f"no account contradicts its {slot}", subject=id)
        said = why or f"as {rows[id].report.label} has it"
        return tuple(self.correct(row.id, slot, value, why=said) for row in others)


def _pairs(service: _Deciding) -> Iterator[Doubt]:
    """Yield the program's judgements of two actors or contacts."""
    unsure = service._store.unsure(_JUDGEMENTS)
    counts = service._store.reports_of(id for each in unsure for id in each.items)
    for each in unsure:
        # What is wrongly joined, or wrongly kept apart, is at worst the smaller of the two.
        hanging = max(1, min(counts.get(id, 1) for id in each.items))
        yield Doubt(
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


def _contradictions(service: _Deciding) -> Iterator[Doubt]:
    """Yield slots in which accounts of one contact contradict each other."""
    store = service._store
    judged = clusters_of(store, store.joined_contacts(_CONTACTS))
    groups = [group for group in judged.all() if group[0].startswith("c-")]
    rows = {row.id: row for row in store.contacts_by_id(id for group in groups for id in group)}
    told = [[rows[id] for id in group if id in rows] for group in groups]
    unlike = [some for some in told if len(some) > 1 and _is_unlike(some)]
    for some in sorted(unlike, key=lambda some: (-len(some), some[0].id))[:_COMPARED]:
        found = service._compared(some, judged, traced=False)
        for slot in found.slots:
            if slot.verdict == "differ" and slot.name in _KEPT:
                yield _contradiction(found, slot)


def _is_unlike(accounts: Sequence[ContactRow]) -> bool:
    """Tell whether accounts may contradict each other, and no person has let that stand."""
    if any(each.verdict == "confirm" for row in accounts for each in row.decided):
        return False
    return any(len({_value(row, slot) for row in accounts} - {""}) > 1 for slot in _KEPT)


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


def _vague(store: Store) -> Iterator[Doubt]:
    """Yield claims of somebody whom the program could not tell."""
    for each in store.vague(_CLAIMS):
        yield Doubt(
            id=each.id,
            sort="claim",
            kind=each.kind,
            items=(each.id,),
            slot=each.slot,
            raw=each.raw,
            weight=_VAGUE,
        )


def _quoted(service: _Deciding, doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """Return doubts with the words that a person needs to decide on them."""
    store = service._store
    shown = {id for each in doubts for id in _shown(each)}
    made = Judgement(id="", verdict="same", items=tuple(shown), by="", person=False, made_at="")
    names = service.names_of([made])
    sides = _actors(store, [id for id in shown if id.startswith("a-")], names)
    for row in store.contacts_by_id(id for id in shown if id.startswith("c-")):
        passage = Passage(slot="evidence", text=" ".join(row.words.split()), start=0)
        sides[row.id] = Side(
            id=row.id, name=names.get(row.id, row.id), passage=passage, report=row.report
        )
    sides |= _claims(store, shown)
    return tuple(
        replace(each, sides=tuple(sides[id] for id in _shown(each) if id in sides))
        for each in doubts
    )


def _shown(doubt: Doubt) -> tuple[str, ...]:
    """Return what of a doubt is quoted: both of a pair, else the first."""
    return doubt.items if doubt.sort == "same" else doubt.items[:1]


def _actors(store: Store, ids: Sequence[str], names: dict[str, str]) -> dict[str, Side]:
    """Return actors, each quoted from the first report that names it."""
    named = store.first_named(ids)
    sources = store.sources(report for report, _ in named.values())
    sides = {}
    for id in ids:
        passage, ref = None, None
        if id in named and named[id][0] in sources:
            report, sentences = sources[named[id][0]]
            spans = full_mention(named[id][1], report.text)
            passage = next(iter(passages(report.text, sentences, "name", spans)), None)
            ref = ref_of(report)
        sides[id] = Side(id=id, name=names.get(id, id), passage=passage, report=ref)
    return sides


def _claims(store: Store, ids: Iterable[str]) -> dict[str, Side]:
    """Return acts and positions, each in its sentence and the one before, which may tell who."""
    wanted = set(ids)
    acts, positions = store.acts_by_id(wanted), store.positions_by_id(wanted)
    names = {id: row.what for id, row in acts.items()}
    names |= {id: f"{row.issue}: {row.stance}" for id, row in positions.items()}
    rows: list[ActRow | PositionRow] = [*acts.values(), *positions.values()]
    sources = store.sources(row.report.id for row in rows)
    sides = {}
    for row in rows:
        report, sentences = sources[row.report.id]
        passage = _with_what_led_to_it(report.text, sentences, row.evidence)
        sides[row.id] = Side(id=row.id, name=names[row.id], passage=passage, report=row.report)
    return sides


def _with_what_led_to_it(text: str, sentences: Spans, spans: Spans) -> Passage:
    """Return the first sentence that spans lie in, with the one before it."""
    at = max(0, bisect_right(sentences, spans[0].start, key=lambda each: each.start) - 1)
    start = sentences[max(0, at - 1)].start if sentences else spans[0].start
    end = max(sentences[at].end if sentences else 0, spans[0].end)
    marks = tuple(Span(s.start - start, min(s.end, end) - start) for s in spans if s.start < end)
    return Passage(slot="evidence", text=text[start:end], start=start, marks=marks)


def _value(row: ContactRow, slot: str) -> str:
    """Return what an account has in a slot, as a correction gives it; nothing where silent."""
    value = getattr(row, slot)
    if isinstance(value, When):
        return value.value or ""
    return str(getattr(value, "name", value) or "")


def _place(after: str | None) -> int:
    """Return the number of the first doubt of a page.

    Raises:
        NotInRecord: the cursor is not of this list.
    """
    if after is None:
        return 0
    if not (after.isascii() and after.isdecimal()):
        raise NotInRecord(f"{after!r} does not name a page", remedy="start from the first page")
    return int(after)
