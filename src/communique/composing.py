"""Briefs of the record: what each page of the desk shows, gathered and cited.

What a :class:`~communique.model.brief.Subject` is about is looked up here and handed to
:mod:`communique.publish.briefs`, which words it. All that is written is names, dates and fixed
phrases around quoted words; nothing is summed up and nothing called true.
"""

# What the service does is told there, and not again in the protocol that describes it.
# ruff: noqa: D102

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from msgspec.structs import replace

from communique.errors import UsageError
from communique.model.asking import Reply
from communique.model.brief import Brief, Part, Subject
from communique.model.claim_rows import ActRow, PositionRow, ProposalRow
from communique.model.comparison import ContactAccounts
from communique.model.judgement import Judgement
from communique.model.paging import Pages
from communique.model.rows import (
    ActorRow,
    ContactRow,
    FigureRow,
    Filter,
    Hit,
    Listing,
    ReportRow,
    Shown,
    ShownActor,
    ShownClaim,
    ShownReport,
    StatementRow,
)
from communique.model.span import Spans
from communique.model.threads import (
    ContactLine,
    ForecastThread,
    LedgerEntry,
    Relations,
    Shift,
)
from communique.publish.briefs import (
    answers,
    chronicle,
    contacts,
    listing,
    relations,
    reports,
    standing,
    undertakings,
)
from communique.publish.briefs.notebook import Notebook
from communique.publish.index import short
from communique.publish.phrases import count, narrowed_in_words
from communique.publish.relation_plot import described
from communique.record import Store

T = TypeVar("T")
#: Lines looked up at once.
_PAGE = 200


class Looking(Protocol):
    """The service, as far as it is looked into here."""

    @property
    def _store(self) -> Store: ...
    @property
    def reports(self) -> Pages[ReportRow]: ...
    @property
    def actors(self) -> Pages[ActorRow]: ...
    @property
    def statements(self) -> Pages[StatementRow]: ...
    @property
    def figures(self) -> Pages[FigureRow]: ...
    @property
    def contacts(self) -> Pages[ContactRow]: ...
    @property
    def storyline(self) -> Pages[ContactLine | ActRow]: ...
    @property
    def contact_lines(self) -> Pages[ContactLine]: ...
    @property
    def acts(self) -> Pages[ActRow]: ...
    @property
    def positions(self) -> Pages[PositionRow]: ...
    @property
    def proposals(self) -> Pages[ProposalRow]: ...
    @property
    def shifts(self) -> Pages[Shift]: ...
    @property
    def ledger(self) -> Pages[LedgerEntry]: ...
    @property
    def forecasts(self) -> Pages[ForecastThread]: ...
    @property
    def show(self) -> Callable[[str], Shown]: ...
    @property
    def ask(self) -> Callable[[str], Reply]: ...
    @property
    def contact_accounts(self) -> Callable[[str], ContactAccounts]: ...
    @property
    def search(self) -> Callable[..., Listing[Hit]]: ...
    @property
    def relations(self) -> Callable[..., Relations]: ...
    @property
    def log(self) -> Callable[..., Listing[Judgement]]: ...


class Composer:
    """One brief in the making.

    Args:
        service: What is asked for what the brief is about.
        subject: What that is.
        most: Lines of each list that it holds at most.
    """

    def __init__(self, service: Looking, subject: Subject, most: int) -> None:
        self.service = service
        self.subject = subject
        self.wanted = subject.wanted
        self.most = most
        self.notes = Notebook(lambda id: service._store.source(id)[0])
        called = service._store.called([subject.wanted.actor or ""])
        self.left_out = list(narrowed_in_words(subject.wanted, called))

    def brief(self) -> Brief:
        """Return the brief."""
        makers: dict[str, Callable[[], Brief]] = {
            "storyline": self._storyline,
            "contact": self._contact,
            "actor": self._actor,
            "actors": self._actors,
            "issues": self._issues,
            "ledger": self._ledger,
            "forecasts": self._forecasts,
            "relations": self._relations,
            "report": self._report,
            "reports": self._reports,
            "claim": self._claim,
            "answer": self._answer,
            "log": self._log,
        }
        return makers[self.subject.of]()

    def _storyline(self) -> Brief:
        events = self._some(self.service.storyline, self.wanted, "contact or act", "lines")
        lines = [each for each in events if isinstance(each, ContactLine)]
        parts = chronicle.by_month(events, self._accounts_of(lines), self.notes)
        acts = len(events) - len(lines)
        lede = f"What reports say of {count(len(lines), 'contact')} and {count(acts, 'act')}."
        return self._bound("Storyline", parts, lede)

    def _accounts_of(self, lines: Iterable[ContactLine]) -> contacts.Rows:
        ids = {id for each in lines for id in each.accounts}
        return {row.id: row for row in self.service._store.contacts_by_id(sorted(ids))}

    def _contact(self) -> Brief:
        found = self.service.contact_accounts(self.subject.id)
        parts = [*contacts.accounts(found, self.notes), *self._around(found.accounts)]
        facts = contacts.particulars(found)
        return self._bound(contacts.title_of(found), parts, facts=facts, id=found.id)

    def _around(self, accounts: Iterable[ContactRow]) -> Iterator[Part]:
        """Yield what those who took part say and do in the reports of a contact."""
        rows = list(accounts)
        parties = {
            actor.id
            for row in rows
            for one in row.participants
            for actor in (one.actor, one.represents)
            if actor
        }
        for id, label in {row.report.id: row.report.label for row in rows}.items():
            here = Filter(report=id)
            said = self._some(self.service.statements, here, "statement")
            own = [s for s in said if s.speaker and s.speaker.id in parties and not s.parent]
            name = f"{short(label)}: what those who took part "
            yield standing.statements(f"{name}say", own, self.notes)
            done = self._some(self.service.acts, here, "act")
            theirs = [act for act in done if act.actor and act.actor.id in parties]
            yield undertakings.acts(f"{name}do", theirs, self.notes)

    def _actor(self) -> Brief:
        shown = self._shown(ShownActor)
        theirs = replace(self.wanted, actor=shown.row.id)
        lines = self._some(self.service.contact_lines, theirs, "contact")
        parts: list[Part] = [
            contacts.in_line("Contacts", lines, self._accounts_of(lines), self.notes)
        ]
        held = self._some(self.service.positions, theirs, "position")
        issues = list(standing.by_issue(held, self.notes, depth=2))
        if issues:
            parts += [Part(heading="Positions"), *issues]
        parts += [
            self._shifts(theirs),
            undertakings.ledger(
                "Asked, offered, promised",
                self._some(self.service.ledger, theirs, "entry", "entries"),
                self._places,
                self.notes,
            ),
            standing.statements(
                "Statements", self._some(self.service.statements, theirs, "statement"), self.notes
            ),
        ]
        facts = reports.actor_particulars(shown.row)
        return self._bound(shown.row.name, parts, facts=facts, id=shown.row.id)

    def _shifts(self, wanted: Filter) -> Part:
        found = self._some(self.service.shifts, wanted, "shift")
        ids = {side.id for each in found for side in (each.before, each.after)}
        return standing.shifts(found, self.service._store.positions_by_id(ids), self.notes)

    def _issues(self) -> Brief:
        held = self._some(self.service.positions, self.wanted, "position")
        parts = [
            *standing.by_issue(held, self.notes),
            self._shifts(replace(self.wanted, kind=None)),
        ]
        lede = f"{count(len(held), 'position')}, each in whose telling."
        return self._bound("Issues", parts, lede)

    def _ledger(self) -> Brief:
        entries = self._some(self.service.ledger, self.wanted, "entry", "entries")
        part = undertakings.ledger("Entries", entries, self._places, self.notes)
        lede = f"{count(len(entries), 'entry', 'entries')}: what was asked, offered, promised."
        return self._bound("Ledger", [part], lede)

    def _forecasts(self) -> Brief:
        threads = self._some(self.service.forecasts, self.wanted, "forecast")
        part = undertakings.forecasts("Forecasts", threads, self.notes)
        lede = f"{count(len(threads), 'forecast')}, and what later reports say of them."
        return self._bound("Forecasts", [part], lede)

    def _relations(self) -> Brief:
        asked = self.subject
        found = self.service.relations(asked.one, asked.other, by=asked.by, wanted=self.wanted)
        ids = [id for period in found.periods for id in period.ids]
        if len(ids) > self.most:
            self._note_cut("contacts and acts")
        store = self.service._store
        rows = sorted(
            store.contacts_by_id([id for id in ids[: self.most] if id.startswith("c-")]),
            key=lambda row: ids.index(row.id),
        )
        acts = store.acts_by_id([id for id in ids[: self.most] if id.startswith("d-")])
        parts = [
            *relations.over_time(found),
            *relations.counted(rows, [acts[id] for id in ids if id in acts], self.notes),
        ]
        title = f"Relations: {found.one.name} and {found.other.name}"
        return self._bound(title, parts, described(found))

    def _report(self) -> Brief:
        shown = self._shown(ShownReport)
        here = replace(self.wanted, report=shown.row.id)
        service, notes = self.service, self.notes
        parts = [
            reports.contacts(self._some(service.contacts, here, "contact"), notes),
            standing.statements(
                "Statements", self._some(service.statements, here, "statement"), notes
            ),
            undertakings.acts("Acts", self._some(service.acts, here, "act"), notes),
            *standing.by_issue(self._some(service.positions, here, "position"), notes),
            reports.forecasts(
                [each.forecast for each in self._some(service.forecasts, here, "forecast")], notes
            ),
            reports.proposals(self._some(service.proposals, here, "proposal"), notes),
            reports.figures(self._some(service.figures, here, "figure"), notes),
        ]
        title = shown.row.title or short(shown.row.label)
        facts = reports.particulars(shown.row)
        return self._bound(title, parts, facts=facts, id=shown.row.id)

    def _claim(self) -> Brief:
        shown = self._shown(ShownClaim)
        parts = list(reports.claim(shown, self.notes))
        facts = [*reports.claim_particulars(shown)]
        title = f"{shown.kind.capitalize()} of {short(shown.report.label)}"
        return self._bound(title, parts, facts=facts, id=shown.id)

    def _answer(self) -> Brief:
        question = " ".join(self.subject.question.split())
        reply = self.service.ask(question)
        hits = self.service.search(question, self.wanted, limit=min(20, self.most)).rows
        parts = [*answers.answers(reply, self.notes), answers.found(hits, self.notes)]
        return self._bound(question or "No question", parts, answers.lede_of(reply))

    def _actors(self) -> Brief:
        rows = self._some(self.service.actors, self.wanted, "actor")
        return self._bound("Actors", [listing.actors(rows)])

    def _reports(self) -> Brief:
        rows = self._some(self.service.reports, self.wanted, "report")
        return self._bound("Reports", [listing.reports(rows)])

    def _log(self) -> Brief:
        found = self.service.log(self.subject.id or None, persons=True, limit=self.most)
        if found.next:
            self._note_cut("decisions")
        lede = "What persons decided about the record, the latest first."
        return self._bound("Log of decisions", [listing.decisions(found.rows)], lede)

    def _shown(self, kind: type[T]) -> T:
        """Return what the subject's id names, which must be of this kind."""
        shown = self.service.show(self.subject.id)
        if not isinstance(shown, kind):
            raise UsageError(
                f"it is no {self.subject.of}", subject=self.subject.id, remedy="name another id"
            )
        return shown

    def _some(
        self, pages: Pages[T], wanted: Filter, one: str, many: str | None = None
    ) -> tuple[T, ...]:
        """Return the first rows of a list, and note it if there are more."""
        rows: list[T] = []
        after: str | None = None
        while len(rows) < self.most:
            page = pages(wanted, limit=min(_PAGE, self.most - len(rows)), after=after)
            rows += page.rows
            after = page.next
            if after is None:
                return tuple(rows)
        self._note_cut(many or f"{one}s")
        return tuple(rows)

    def _note_cut(self, many: str) -> None:
        self.left_out.append(
            f"Only the first {self.most} {many} are in it; narrow it down to see the others."
        )

    def _places(self, id: str) -> Spans:
        """Return where the words of an act or a contact stand."""
        store = self.service._store
        act = store.acts_by_id([id]).get(id)
        rows = () if act else store.contacts_by_id([id])
        return act.evidence if act else rows[0].evidence if rows else ()

    def _bound(
        self,
        title: str,
        parts: Iterable[Part],
        lede: str = "",
        *,
        facts: Iterable[tuple[str, str]] = (),
        id: str = "",
    ) -> Brief:
        subject = replace(self.subject, id=id) if id else self.subject
        left_out = dict.fromkeys(self.left_out)
        return self.notes.bound(
            subject, title, lede=lede, facts=facts, parts=list(parts), left_out=left_out
        )


def subject_of(shown: Shown) -> Subject:
    """Return the subject that is what an id names."""
    match shown:
        case ShownReport():
            return Subject(of="report", id=shown.row.id)
        case ShownActor():
            return Subject(of="actor", id=shown.row.id)
        case ShownClaim():
            return Subject(of="contact" if shown.kind == "contact" else "claim", id=shown.id)
