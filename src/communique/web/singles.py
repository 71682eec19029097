"""Pages of one thing: a contact, an actor, a report, a claim."""

from __future__ import annotations

from types import SimpleNamespace

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from communique.model.ids import PREFIXES
from communique.model.rows import Filter, ShownClaim, ShownReport
from communique.publish.claim_slots import headline, slots_said
from communique.publish.meetings import contact_view
from communique.publish.texts import report_view
from communique.service import Service
from communique.web.drawing import draw
from communique.web.links import Links, page_of, words_of
from communique.web.matrix import matrix
from communique.web.voices import told

#: Where the publications' views lead to on the desk.
_LINKS = Links()
#: Lines of each list on an actor's page, its issues, and passages that a report shares.
_SOME, _ISSUES, _MANY = 12, 40, 25


def singles(service: Service) -> APIRouter:
    """Return the pages of single things."""
    router = APIRouter(default_response_class=HTMLResponse)
    _who(router, service)
    _where(router, service)
    return router


def _who(router: APIRouter, service: Service) -> None:
    """Add a contact and an actor."""

    @router.get("/contacts")
    def contacts() -> Response:
        return RedirectResponse("/")  # the storyline lists them

    @router.get("/contacts/{id}")
    def contact(request: Request, id: str) -> Response:
        with service.steadily():
            found = service.contact_accounts(id)
            said, done, counted = service.said_in(found)
            return draw(
                request,
                "contact",
                contact=found,
                page=SimpleNamespace(contacts=(contact_view(found, _LINKS),)),
                told=told(found, said, done, counted),
                around=service.around(found, done),
                decided_on=service.judgements_on(found.id),
            )

    @router.get("/actors/{id}")
    def actor(request: Request, id: str) -> Response:
        if not id.startswith(PREFIXES["actor"]):
            return RedirectResponse(page_of(id))
        with service.steadily():
            row = service.actor(id)
            theirs = Filter(actor=row.id)
            return draw(
                request,
                "actor",
                row=row,
                spells=service.spells(row.id),
                company=service.company(row.id),
                contacts=service.last_contacts(row.id, limit=_SOME),
                statements=service.last_statements(row.id, limit=_SOME),
                issues=service.issues(theirs, limit=_ISSUES),
                positions=matrix(service.last_positions(row.id, limit=2 * _SOME)),
                shifts=service.shifts(theirs, limit=_SOME),
                ledger=service.ledger(theirs, limit=_SOME),
                decided_on=service.judgements_on(row.id),
            )


def _where(router: APIRouter, service: Service) -> None:
    """Add a report, a claim, and the way to a claim's words."""

    @router.get("/reports/{id}")
    def report(request: Request, id: str) -> Response:
        shown = service.show(id)
        if not isinstance(shown, ShownReport):
            return RedirectResponse(page_of(id))
        view = report_view(shown, _LINKS)
        copies = service.copies(Filter(report=shown.row.id), limit=_MANY)
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
            headline=headline(shown),
            said=list(slots_said(shown, ids=False)),
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
