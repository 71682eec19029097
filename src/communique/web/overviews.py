"""Pages that list: actors, issues, ledger, forecasts, relations, reports, search."""

from __future__ import annotations

from typing import Literal
from urllib.parse import parse_qsl, urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from msgspec.structs import replace

from communique.model.rows import EVERYTHING, ActorRef
from communique.publish.relation_plot import described, render
from communique.service import Service
from communique.web.asked import After, Wanted, next_page
from communique.web.drawing import draw
from communique.web.kindred import kindred
from communique.web.matrix import matrix

#: Lines of a page, of one for which much is compared, and issues that are counted on one.
_PAGE, _COMPARED, _COUNTED = 40, 15, 100
#: Issues whose names are compared with that of one.
_COMPARED_ISSUES = 5_000
#: Forecasts of a page: later reports are read for each.
_FOLLOWED = 8
#: Names of states that are proposed where two are asked for.
_STATES = 300


def overviews(service: Service) -> APIRouter:
    """Return the pages that list."""
    router = APIRouter(default_response_class=HTMLResponse)
    _actors(router, service)
    _accounts(router, service)
    _answers(router, service)
    _relations(router, service)
    return router


def _actors(router: APIRouter, service: Service) -> None:
    """Add the actors, and what they hold."""

    @router.get("/actors")
    def actors(request: Request, filtered: Wanted, after: After = None) -> Response:
        found = service.actors(filtered, limit=_PAGE, after=after)
        more = next_page(request, found.next)
        return draw(request, "actors_list", rows=found.rows, more=more, wanted=filtered)

    @router.get("/issues")
    def issues(
        request: Request, filtered: Wanted, issue: str = "", after: After = None
    ) -> Response:
        """List the issues, or who holds what on one of them."""
        chosen = issue.strip()
        if not chosen:
            counted = service.issues(filtered, limit=_COUNTED, after=after)
            more = next_page(request, counted.next)
            return draw(
                request,
                "issues",
                issues=(),
                near=(),
                counted=counted.rows,
                more=more,
                wanted=filtered,
                issue="",
                query_of=lambda label: _with(request, label),
            )
        with service.steadily():
            found = service.positions(replace(filtered, issue=chosen), limit=_PAGE, after=after)
            near = kindred(chosen, service.issues(filtered, limit=_COMPARED_ISSUES).rows)
        return draw(
            request,
            "issues",
            issues=matrix(found.rows),
            counted=(),
            near=near,
            more=next_page(request, found.next),
            after=after,
            wanted=filtered,
            issue=chosen,
            query_of=lambda label: _with(request, label),
        )


def _with(request: Request, issue: str) -> str:
    """Return the address of the page of one issue, filtered as this one is."""
    kept = [(k, v) for k, v in parse_qsl(request.url.query) if k not in ("after", "issue") and v]
    return f"/issues?{urlencode([*kept, ('issue', issue)])}"


def _accounts(router: APIRouter, service: Service) -> None:
    """Add what was asked and foreseen, and the reports that say so."""

    @router.get("/ledger")
    def ledger(request: Request, filtered: Wanted, after: After = None) -> Response:
        found = service.ledger(filtered, limit=_COMPARED, after=after)
        more = next_page(request, found.next)
        return draw(request, "ledger", entries=found.rows, more=more, wanted=filtered)

    @router.get("/forecasts")
    def forecasts(request: Request, filtered: Wanted, after: After = None) -> Response:
        found = service.forecasts(filtered, limit=_FOLLOWED, after=after)
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
        words = service.sought(question) if question else ""
        hits = service.search(words, filtered, limit=20, after=after) if question else None
        return draw(
            request,
            "ask",
            q=question,
            words=words,
            wanted=filtered,
            narrowed=filtered != EVERYTHING,
            reply=reply,
            hits=hits.rows if hits else (),
            more=next_page(request, hits.next) if hits else "",
        )


def _typed(service: Service, actor: ActorRef) -> str:
    """Return how an actor is named in a form: by its name, if that means nobody else."""
    return actor.name if service.party(actor.name).id == actor.id else actor.id


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
        with service.steadily():
            found = None
            if one and other:
                found = service.relations(one, other, by=by, wanted=filtered)
            return draw(
                request,
                "relations",
                states=sorted(set(service.state_names()))[:_STATES],
                found=found,
                says=described(found) if found else "",
                one=_typed(service, found.one) if found else one,
                other=_typed(service, found.other) if found else other,
                by=by,
                wanted=filtered,
            )

    @router.get("/relations.svg")
    def plot(
        filtered: Wanted, one: str, other: str, by: Literal["month", "quarter"] = "month"
    ) -> Response:
        found = service.relations(one, other, by=by, wanted=filtered)
        return Response(render(found), media_type="image/svg+xml")
