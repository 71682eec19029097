"""Reviewing: what the program is unsure of, put to a person with the most useful first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from msgspec.structs import replace

from communique.errors import Conflict, NotInRecord
from communique.examining import KEPT, examine, value_in
from communique.model import Span, Spans
from communique.model.citation import ref_of
from communique.model.claim_rows import ActRow, PositionRow
from communique.model.comparison import ContactAccounts
from communique.model.doubt import Doubt, DoubtSort, Side
from communique.model.judgement import Judgement, Verdict
from communique.model.passages import passages
from communique.model.rows import Listing, Passage, StatementRow
from communique.record import Found, Store
from communique.record.showing import full_mention


class _Deciding(Protocol):
    """The service, as far as it is looked into and decides."""

    @property
    def _store(self) -> Store: ...
    def names_of(self, judgements: Iterable[Judgement]) -> dict[str, str]: ...
    def contact_accounts(self, id: str) -> ContactAccounts: ...
    def _as_kept(self, found: Found, slot: str, value: str) -> str: ...
    def _decide_all(
        self,
        verdict: Verdict,
        wanted: Iterable[tuple[str, ...]],
        why: str,
        slot: str | None = None,
        value: str | None = None,
    ) -> tuple[Judgement, ...]: ...


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
        how unsure the program is. Pairs are of actors or contacts; slots those that accounts of
        one contact contradict; what is settled are asks of which the program has inferred what
        became; claims are those without whose they are, of each report the most. What a person
        has decided on is left out. ``sort`` asks for one sort of doubts alone.

        Raises:
            NotInRecord: ``after`` is no cursor of this list.
        """
        start = _place(after)
        store = self._store
        if store.unexamined(1):
            examine(store)
        found = store.doubts(sort, limit + 1, start)
        more = len(found) > limit
        rows = _quoted(self, found[:limit])
        return Listing(rows=rows, next=str(start + limit) if more else None)

    def doubt_counts(self: _Deciding) -> dict[str, int]:
        """Return how many doubts there are of each sort."""
        return self._store.doubt_counts()

    def best_known(self: _Deciding, limit: int) -> list[str]:
        """Return what those actors are called whom most reports name, those first."""
        return self._store.best_known(limit)

    def last_decision(self: _Deciding) -> Judgement | None:
        """Return what a person decided last and stands by, if anything."""
        return self._store.last_decision()

    def decided_last(self: _Deciding) -> tuple[Judgement, ...]:
        """Return what a person decided last and stands by, with all that was in one go."""
        last = self._store.last_decision()
        return tuple(self._store.made_with(last)) if last else ()

    def keep(self: _Deciding, contact: str, slot: str, *, why: str = "") -> tuple[Judgement, ...]:
        """Decide that an account of a contact has a slot right, against those that contradict it.

        The others are corrected to its value, each by a judgement of its own; accounts that are
        silent stay so.

        Raises:
            NotInRecord: no contact has that id.
            Conflict: no account contradicts it there, or the slot is none that can be kept.
        """
        found = self.contact_accounts(contact)
        id = self._store.find(contact).id
        told = next((each for each in found.slots if each.name == slot), None)
        rows = {row.id: row for row in found.accounts}
        if slot not in KEPT or told is None:
            raise Conflict(f"{slot} cannot be kept", remedy=f"choose one of: {', '.join(KEPT)}")
        value = value_in(rows[id], slot)
        others = [
            row
            for each in told.values
            if each.value is not None and (row := rows[each.contact]).id != id
            if value_in(row, slot) != value
        ]
        if not value or not others:
            raise Conflict(f"no account contradicts its {slot}", subject=id)
        said = why or f"as {rows[id].report.label} has it"
        kept = self._as_kept(self._store.find(others[0].id), slot, value)
        return self._decide_all("correct", [(row.id,) for row in others], said, slot, kept)

    def tell_who(self: _Deciding, claim: str, name: str, *, why: str = "") -> tuple[Judgement, ...]:
        """Decide who makes a claim, and all of its report of which the same words tell it.

        Raises:
            NotInRecord: no claim has that id, or nobody is called ``name``.
            Conflict: it is told already, or several are called so.
        """
        doubt = _who_makes(self._store, claim)
        slot = doubt.slot or ""
        value = self._as_kept(self._store.find(doubt.id), slot, name)
        return self._decide_all("correct", [(id,) for id in doubt.items], why, slot, value)

    def leave_unnamed(self: _Deciding, claim: str, *, why: str = "") -> tuple[Judgement, ...]:
        """Decide that nobody is named who makes a claim, and all that :meth:`tell_who` is of.

        Raises:
            NotInRecord: no claim has that id.
            Conflict: it is told who makes it.
        """
        doubt = _who_makes(self._store, claim)
        return self._decide_all("confirm", [(id,) for id in doubt.items], why)


def _who_makes(store: Store, claim: str) -> Doubt:
    """Return the doubt about who makes a claim.

    Raises:
        Conflict: there is none.
    """
    id = store.find(claim).id
    (report,) = store.reports_with_claims([id]) or {""}
    for doubt in store.doubts_on(report):
        if doubt.sort == "claim" and id in doubt.items:
            return doubt
    raise Conflict("there is no doubt about who makes it", subject=id)


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
    """Return what of a doubt is quoted: both of a pair, what settles an ask, else the first."""
    return doubt.items if doubt.sort in ("same", "settled") else doubt.items[:1]


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
    """Return claims, each in its sentence and the one before, which may tell who."""
    wanted = set(ids)
    acts, positions = store.acts_by_id(wanted), store.positions_by_id(wanted)
    statements = store.statements_by_id(wanted)
    names = {id: row.what for id, row in acts.items()}
    names |= {id: f"{row.issue}: {row.stance}" for id, row in positions.items()}
    names |= {id: f"{row.form} speech" for id, row in statements.items()}
    rows: list[ActRow | PositionRow | StatementRow]
    rows = [*acts.values(), *positions.values(), *statements.values()]
    sources = store.sources(row.report.id for row in rows)
    sides = {}
    for row in rows:
        report, sentences = sources[row.report.id]
        spans = row.content if isinstance(row, StatementRow) else row.evidence
        passage = _with_what_led_to_it(report.text, sentences, spans)
        sides[row.id] = Side(id=row.id, name=names[row.id], passage=passage, report=row.report)
    return sides


def _with_what_led_to_it(text: str, sentences: Spans, spans: Spans) -> Passage:
    """Return the first sentence that spans lie in, with the one before it."""
    at = max(0, bisect_right(sentences, spans[0].start, key=lambda each: each.start) - 1)
    start = sentences[max(0, at - 1)].start if sentences else spans[0].start
    end = max(sentences[at].end if sentences else 0, spans[0].end)
    marks = tuple(Span(s.start - start, min(s.end, end) - start) for s in spans if s.start < end)
    return Passage(slot="evidence", text=text[start:end], start=start, marks=marks)


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
