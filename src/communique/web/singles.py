"""Pages of one thing: a contact, an actor, a report, a claim."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from communique.model.claim_rows import ActRow
from communique.model.comparison import ContactAccounts
from communique.model.rows import (
    Filter,
    ReportRef,
    ShownActor,
    ShownClaim,
    ShownReport,
    StatementRow,
)
from communique.publish.meetings import contact_view
from communique.publish.texts import report_view
from communique.service import Service
from communique.web.drawing import draw
from communique.web.links import Links, page_of, words_of
from communique.web.matrix import matrix

#: Where the publications' views lead to on the desk.
_LINKS = Links()
#: Lines of each list on an actor's page, and statements on a contact's.
_SOME = 25
#: Statements and acts of a report that are gone through for it.
_READ = 200


def singles(service: Service) -> APIRouter:
    """Return the pages of single things."""
    router = APIRouter(default_response_class=HTMLResponse)
    _who(router, service)
    _where(router, service)
    return router


def _who(router: APIRouter, service: Service) -> None:
    """Add a contact and an actor."""

    @router.get("/contacts/{id}")
    def contact(request: Request, id: str) -> Response:
        found = service.contact_accounts(id)
        return draw(
            request,
            "contact",
            contact=found,
            page=SimpleNamespace(contacts=(contact_view(found, _LINKS),)),
            told=_told(service, found),
            decided_on=service.judgements_on(found.id),
        )

    @router.get("/actors/{id}")
    def actor(request: Request, id: str) -> Response:
        shown = service.show(id)
        if not isinstance(shown, ShownActor):
            return RedirectResponse(page_of(id))
        theirs = Filter(actor=shown.row.id)
        return draw(
            request,
            "actor",
            shown=shown,
            contacts=service.contact_lines(theirs, limit=_SOME),
            statements=service.statements(theirs, limit=_SOME),
            issues=matrix(service.positions(theirs, limit=_SOME * 4).rows),
            shifts=service.shifts(theirs, limit=_SOME),
            ledger=service.ledger(theirs, limit=_SOME),
            decided_on=service.judgements_on(shown.row.id),
        )


def _where(router: APIRouter, service: Service) -> None:
    """Add a report, a claim, and the way to a claim's words."""

    @router.get("/reports/{id}")
    def report(request: Request, id: str) -> Response:
        shown = service.show(id)
        if not isinstance(shown, ShownReport):
            return RedirectResponse(page_of(id))
        view = report_view(shown, _LINKS)
        copies = service.copies(Filter(report=shown.row.id), limit=_SOME)
        return draw(
            request,
            "report",
            shown=shown,
            view=view,
            page=SimpleNamespace(reports=(view,)),
            copies=copies.rows,
        )

    @router.get("/claims/{id}")
    def claim(request: Request, id: str) -> Response:
        shown = service.show(id)
        if not isinstance(shown, ShownClaim):
            return RedirectResponse(page_of(id))
        return draw(
            request,
            "claim",
            shown=shown,
            json=msgspec.json.format(msgspec.json.encode(shown.claim), indent=2).decode(),
            slots=shown.claim.__struct_fields__,
            decided_on=service.judgements_on(shown.id),
        )

    @router.get("/words/{id}")
    def words(id: str) -> Response:
        shown = service.show(id)
        if not isinstance(shown, ShownClaim):
            return RedirectResponse(page_of(id))
        return RedirectResponse(words_of(shown.report.id, shown.id))


@dataclass(frozen=True, slots=True)
class Told:
    """What a report tells of those who take part in a contact: their words and deeds."""

    report: ReportRef
    statements: tuple[StatementRow, ...]
    acts: tuple[ActRow, ...]


def _told(service: Service, found: ContactAccounts) -> list[Told]:
    """Return what each report of a contact has those say and do who take part."""
    parties = {
        actor.id
        for row in found.accounts
        for one in row.participants
        for actor in (one.actor, one.represents)
        if actor
    }
    reports = {row.report.id: row.report for row in found.accounts}
    told = []
    for id, ref in reports.items():
        here = Filter(report=id)
        said = [
            row
            for row in service.statements(here, limit=_READ).rows
            if row.speaker and row.speaker.id in parties and not row.parent
        ]
        done = [
            row
            for row in service.acts(here, limit=_READ).rows
            if row.actor and row.actor.id in parties
        ]
        told.append(Told(ref, tuple(said[:_SOME]), tuple(done[:_SOME])))
    return told
