"""Lines through many reports: shifts of positions, forecasts and what came of them, relations
of two states, contacts on the timeline.

What is compared with what is told in :mod:`communique.reconcile`; here it is looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from msgspec.structs import replace

from communique.bookkeeping import sides_of
from communique.decisions import Decisions
from communique.errors import Conflict, NotInRecord, UnknownName
from communique.judging import clusters_of
from communique.model import Outcome, Report, Spans
from communique.model.citation import ref_of
from communique.model.claim_rows import ActRow, ForecastRow, PositionRow
from communique.model.days import bounds, days_of
from communique.model.rows import (
    EVERYTHING,
    ActorRef,
    ClaimKind,
    ContactRow,
    Filter,
    Listing,
)
from communique.model.threads import (
    Between,
    Change,
    ContactLine,
    ForecastThread,
    IssueCount,
    Later,
    LinkBasis,
    Period,
    Quote,
    Relations,
    Shift,
    ShiftKind,
)
from communique.reconcile.contacts.chronology import line_of
from communique.reconcile.over_time.outcomes import bearing, keys
from communique.reconcile.over_time.relations import By, relations
from communique.reconcile.over_time.shifts import STANCES, changes
from communique.reconcile.wording import stems_of

#: Lines of a page where the caller does not say.
PAGE = 50
#: Later reports that are read for what they say of a forecast.
_READ = 6
#: The kinds of claims that the storyline tells.
STORY: tuple[ClaimKind, ...] = ("contact", "act")
#: Sorts before and behind every day.
_EVER = ("", "9999")


class Chronicles(Decisions):
    """The part of :class:`communique.service.Service` that follows claims along time."""

    def shifts(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[Shift]:
        """List where an actor, or any, changed its stand on a matter, both sides quoted.

        Tellings that differ on one day, or by teller, are ``differing accounts``.
        ``wanted.kind`` is the kind of change; ``wanted.since`` and ``until`` are the days on
        which the reports came out, ``about`` words of the issue or either stance.

        Raises:
            NotInRecord: there is no such actor, or no page that ``after`` names.
            UnknownName: there is no such kind.
        """
        check("kind of change", wanted.kind, get_args(ShiftKind))
        first, last = bounds(wanted.since, wanted.until)
        stands = self._store.stands(wanted.actor, first or _EVER[0], last or _EVER[1], STANCES)
        states = self._store.state_names()
        _, names = sides_of(self._store, {each.actor for each in stands}, states)
        found = changes(stands, names, states)
        if wanted.kind:
            found = [each for each in found if each.kind == wanted.kind]
        told = self._quoted(found)
        if wanted.about:
            about = wanted.about.casefold()
            told = [
                each
                for each in told
                if about in f"{each.issue} {each.before.words} {each.after.words}".casefold()
            ]
        start = _place(after)
        more = len(told) > start + limit
        cut = tuple(told[start : start + limit])
        return Listing(rows=cut, next=str(start + limit) if more else None)

    def _quoted(self, found: Sequence[Change]) -> list[Shift]:
        """Return changes with their words."""
        rows = self._store.positions_by_id({id for e in found for id in (e.before, e.after)})
        shifts = []
        for each in found:
            before, after = rows.get(each.before), rows.get(each.after)
            if before and after and after.actor:
                shifts.append(
                    Shift(
                        id=after.id,
                        kind=each.kind,
                        actor=after.actor,
                        issue=after.issue,
                        before=_quote(before),
                        after=_quote(after),
                        why=each.why,
                    )
                )
        return shifts

    def forecasts(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[ForecastThread]:
        """List forecasts with what later came of them; ``wanted.status`` is an outcome.

        With a status, a page may be short of ``limit`` before the last one.

        Raises:
            UnknownName: there is no such outcome.
        """
        check("outcome", wanted.status, get_args(Outcome))
        page = self._store.forecasts(replace(wanted, status=None), limit, after)
        states = stems_of(self._store.state_names())
        rows = [self._followed(row, states) for row in page.rows]
        kept = tuple(row for row in rows if wanted.status in (None, row.outcome))
        return Listing(rows=kept, next=page.next)

    def _followed(self, row: ForecastRow, states: frozenset[str]) -> ForecastThread:
        """Return a forecast with what later reports say of it."""
        days = days_of(row.horizon)
        told_on = (row.report.published or "")[:10]
        later: list[Later] = []
        stems = keys(row.what, states) if row.outcome == "open" and told_on else ()
        if stems:
            for report, sentences in self._store.reports_with(stems, told_on, _READ):
                later += _bearing(row, report, sentences, states)
        later.sort(key=lambda each: (-each.score, each.report.published or ""))
        return ForecastThread(
            id=row.id,
            outcome=later[0].outcome if later else row.outcome,
            due=days[1] if days else None,
            forecast=row,
            later=tuple(later[:2]),
        )

    def relations(
        self, one: str, other: str, *, by: By = "month", wanted: Filter = EVERYTHING
    ) -> Relations:
        """Return the contacts of two actors and the tone of their acts, period by period.

        Whoever acts for a state by office or name counts as the state; a person stands for
        nobody else.

        Args:
            one: A state, or any other actor, by id or the beginning of words of its name.
            other: Another.
            by: ``month`` or ``quarter``.
            wanted: Only ``since`` and ``until`` count.

        Raises:
            NotInRecord: one of them is not in the record.
            Conflict: both are the same.
        """
        a, b = self.party(one), self.party(other)
        ours, theirs = self._sides_of(a, b)
        alone = {each.id for each in (a, b) if each.kind == "person"}
        if a.id == b.id or (not alone and b.id in ours):
            raise Conflict(f"both are {a.name}", remedy="name two actors")
        # A person stands beside the state that he acts for else.
        ours, theirs = ours - (alone & {b.id}), theirs - (alone & {a.id})
        first, last = bounds(wanted.since, wanted.until)
        days = first or _EVER[0], last or _EVER[1]
        found = self._store.acts_between(ours, theirs)
        found += self._contacts_between(ours, theirs)
        within = [each for each in found if days[0] <= (each.on or days[0]) <= days[1]]
        return relations(a, b, within, by)

    def party(self, name: str) -> ActorRef:
        """Return the actor that a name or id means to :meth:`relations`: a state before others, of
        several the best known.

        Raises:
            NotInRecord: nobody is called so.
        """
        called = self._store.called_so(name)
        for kind in ("state", "bloc", "organisation"):
            for each in called:
                if each.kind == kind:
                    return each
        if not called:
            raise NotInRecord("no actor is called so", subject=name, remedy="communique actors")
        return called[0]

    def _sides_of(self, *parties: ActorRef) -> list[frozenset[str]]:
        """Return for each party the actors on its side; a person is alone on his own."""
        sides = self._store.sides(each.id for each in parties if each.kind != "person")
        acting = {side: self._store.acting(side) for side in set(sides.values())}
        return [acting.get(sides.get(each.id, ""), frozenset()) | {each.id} for each in parties]

    def _contacts_between(self, ours: frozenset[str], theirs: frozenset[str]) -> list[Between]:
        """Return the contacts in which both sides take part, each once."""
        rows = {each.id: each for each in self._store.contacts_between(ours, theirs)}
        judged = clusters_of(self._store, rows)
        groups = {judged.of(id) for id in rows}
        found = []
        for group in groups:
            accounts = [rows[id] for id in group if id in rows]
            held = [each for each in accounts if each.status == "held"] or accounts
            found.append(min(held, key=lambda each: (not each.event, each.on or "~", each.id)))
        return sorted(found, key=lambda each: (each.on or "~", each.id))

    def contact_lines(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[ContactLine]:
        """List contacts by date, each once however many reports tell of it, undated last.

        Dates that differ stand side by side. A contact stands where the first of its
        ``wanted`` accounts does; a page may be short of ``limit`` before the last one.
        """
        page = self._store.on_line(("contact",), wanted, limit, after)
        lines = self._lines([each.id for each in page.rows], wanted)
        return Listing(rows=tuple(lines.values()), next=page.next)

    def storyline(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[ContactLine | ActRow]:
        """List contacts, each once, and acts that bear a date of their own, by date.

        ``wanted.kind`` may be ``contact`` or ``act``, a kind of contact or a type of act. What
        bears no date comes last; see :meth:`contact_lines`.
        """
        page = self._store.on_line(STORY, wanted, limit, after)
        lines = self._lines([each.id for each in page.rows if each.kind == "contact"], wanted)
        acts = self._store.acts_by_id(each.id for each in page.rows if each.kind == "act")
        rows = (lines.get(each.id) or acts.get(each.id) for each in page.rows)
        return Listing(rows=tuple(row for row in rows if row), next=page.next)

    def periods(
        self, by: Literal["year", "month", "day"] = "year", wanted: Filter = EVERYTHING
    ) -> tuple[Period, ...]:
        """Count the contacts and acts of the storyline in years, months or days."""
        return self._store.periods(by, STORY, wanted)

    def issues(
        self, wanted: Filter = EVERYTHING, *, limit: int = PAGE, after: str | None = None
    ) -> Listing[IssueCount]:
        """List issues with how many positions are told on each, those with most first."""
        return self._store.issues(wanted, limit, after)

    def state_names(self) -> tuple[str, ...]:
        """Return the names of all states that the reports name."""
        return self._store.state_names()

    def newest(self) -> str | None:
        """Return the instant at which a report was last read; ``None`` in an empty record."""
        return self._store.newest()

    def added_since(self, reports: Iterable[str], since: str) -> frozenset[str]:
        """Return those of the reports, by id, that came into the record after an instant."""
        return self._store.added_since(reports, since)

    def reports_since(self, since: str) -> int:
        """Return how many reports came into the record after an instant."""
        return self._store.reports_since(since)

    def _lines(self, ids: Sequence[str], wanted: Filter = EVERYTHING) -> dict[str, ContactLine]:
        """Return the lines of contacts, by the first of each one's accounts that is wanted."""
        judged = clusters_of(self._store, ids)
        groups = {id: judged.of(id) for id in ids}
        everyone = {id for group in groups.values() for id in group}
        rows = {row.id: row for row in self._store.contacts_by_id(everyone)}
        listed = self._store.on_line_of(everyone - set(ids), wanted) | set(ids)
        lines = {}
        for id in ids:
            accounts = [rows[each] for each in groups[id] if each in rows]
            first = min((row for row in accounts if row.id in listed), key=_in_line, default=None)
            if first and first.id == id:
                lines[id] = line_of(accounts)
        return lines


def _quote(row: PositionRow) -> Quote:
    return Quote(
        id=row.id,
        polarity=row.polarity,
        words=" ".join(row.words.split()),
        report=row.report,
        reported_by=row.reported_by,
    )


def _bearing(
    row: ForecastRow, report: Report, sentences: Spans, states: frozenset[str]
) -> list[Later]:
    """Return what the sentences of a later report say of a forecast."""
    found = []
    for span in sentences:
        words = " ".join(span.of(report.text).split())
        bears = bearing(row.what, words, states)
        if bears:
            outcome, score, why = bears
            basis: LinkBasis = "told" if outcome.startswith("stated") else "inferred"
            found.append(
                Later(
                    outcome=outcome,
                    basis=basis,
                    score=score,
                    why=why,
                    report=ref_of(report),
                    words=words,
                )
            )
    return found


def _in_line(row: ContactRow) -> tuple[str, str, str]:
    """Return where a contact stands on the timeline."""
    days = days_of(row.date)
    return (days[0] if days else "~", row.report.published or "~", row.report.id)


def _place(after: str | None) -> int:
    """Return the number of the first row of a page.

    Raises:
        NotInRecord: the cursor is not of this list.
    """
    if after is None:
        return 0
    if not after.isdecimal():
        raise NotInRecord(f"{after!r} does not name a page", remedy="start from the first page")
    return int(after)


def check(what: str, name: str | None, known: Sequence[str]) -> None:
    """Raise :class:`UnknownName` if a name is given that is not among the known ones."""
    if name is not None and name not in known:
        raise UnknownName(what, name, list(known))
