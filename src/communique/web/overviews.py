"""Pages that list: storyline, actors, issues, ledger, forecasts, relations, reports, search."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from communique.model.rows import Filter
from communique.publish.relation_plot import described, render
from communique.service import Service
from communique.web.asked import After, Wanted, next_page
from communique.web.drawing import draw
from communique.web.matrix import matrix

#: Positions that one matrix is made of, and lines of a page.
_POSITIONS = 500
_PAGE = 40


def overviews(service: Service) -> APIRouter:
    """Return the pages that list."""
    router = APIRouter(default_response_class=HTMLResponse)
    _chronicle(router, service)
    _accounts(router, service)
    _answers(router, service)
    _relations(router, service)
    return router


def _chronicle(router: APIRouter, service: Service) -> None:
    """Add who met whom, the actors, and what they hold."""

    @router.get("/")
    def storyline(request: Request, filtered: Wanted, after: After = None) -> Response:
        found = service.contact_lines(filtered, limit=_PAGE, after=after)
        more = next_page(request, found.next)
        return draw(request, "storyline", lines=found.rows, more=more, wanted=filtered)

    @router.get("/actors")
    def actors(request: Request, filtered: Wanted, after: After = None) -> Response:
        found = service.actors(filtered, limit=_PAGE, after=after)
        more = next_page(request, found.next)
        return draw(request, "actors_list", rows=found.rows, more=more, wanted=filtered)

    @router.get("/issues")
    def issues(request: Request, filtered: Wanted) -> Response:
        found = service.positions(filtered, limit=_POSITIONS)
        return draw(
            request,
            "issues",
            issues=matrix(found.rows),
            is_part=found.next is not None,
            wanted=filtered,
        )


def _accounts(router: APIRouter, service: Service) -> None:
    """Add what was asked and foreseen, and the reports that say so."""

    @router.get("/ledger")
    def ledger(request: Request, filtered: Wanted, after: After = None) -> Response:
        found = service.ledger(filtered, limit=_PAGE, after=after)
        more = next_page(request, found.next)
        return draw(request, "ledger", entries=found.rows, more=more, wanted=filtered)

    @router.get("/forecasts")
    def forecasts(request: Request, filtered: Wanted, after: After = None) -> Response:
        found = service.forecasts(filtered, limit=_PAGE, after=after)
        more = next_page(request, found.next)
        return draw(request, "forecasts", rows=found.rows, more=more, wanted=filtered)

    @router.get("/reports")
    def reports(request: Request, filtered: Wanted, after: After = None) -> Response:
        found = service.reports(filtered, limit=_PAGE, after=after)
        more = next_page(request, found.next)
        return draw(request, "reports_list", rows=found.rows, more=more, wanted=filtered)


def _answers(router: APIRouter, service: Service) -> None:
    """Add what is asked in words."""

    @router.get("/ask")
    def ask(request: Request, filtered: Wanted, q: str = "", after: After = None) -> Response:
        question = q.strip()[:1000]
        reply = service.ask(question) if question and after is None else None
        hits = service.search(question, filtered, limit=20, after=after) if question else None
        return draw(
            request,
            "ask",
            q=question,
            reply=reply,
            hits=hits.rows if hits else (),
            more=next_page(request, hits.next) if hits else "",
        )


def _relations(router: APIRouter, service: Service) -> None:
    """Add two states over time."""

    @router.get("/relations")
    def relations(
        request: Request,
        filtered: Wanted,
        one: str = "",
        other: str = "",
        by: Literal["month", "quarter"] = "month",
    ) -> Response:
        states = service.actors(Filter(kind="state"), limit=100).rows
        found = None
        if one and other:
            found = service.relations(one, other, by=by, wanted=filtered)
        return draw(
            request,
            "relations",
            states=sorted(state.name for state in states),
            found=found,
            says=described(found) if found else "",
            one=one,
            other=other,
            by=by,
            wanted=filtered,
        )

    @router.get("/relations.svg")
    def plot(
        filtered: Wanted, one: str, other: str, by: Literal["month", "quarter"] = "month"
    ) -> Response:
        found = service.relations(one, other, by=by, wanted=filtered)
        return Response(render(found), media_type="image/svg+xml")
