"""Pages on which a person decides: review, the log, and the forms of all other pages."""

from __future__ import annotations

from typing import Annotated, Literal, get_args
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from communique.errors import UsageError
from communique.model.judgement import Judgement
from communique.model.threads import LedgerStatus
from communique.service import Service
from communique.web.asked import After, next_page
from communique.web.drawing import draw

#: Doubts of a page, and names that are proposed where somebody is to be named.
_DOUBTS, _NAMED = 20, 200
_PAGE = 40
Id = Annotated[str, Form(max_length=80)]
Words = Annotated[str, Form(max_length=2000)]
Back = Annotated[str, Form(max_length=2000)]
Sort = Literal["", "same", "slot", "settled", "claim"]
#: Sorts of doubts as they are called on the page.
_SORTS = {
    "same": "Same or not",
    "slot": "Contradictions",
    "settled": "What came of it",
    "claim": "Who is it",
}


def deciding(service: Service) -> APIRouter:
    """Return the pages on which a person decides."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/review")
    def review(request: Request, sort: Sort = "", after: After = None) -> Response:
        found = service.review(sort or None, limit=_DOUBTS, after=after)
        return draw(
            request,
            "review",
            doubts=found.rows,
            more=next_page(request, found.next),
            sort=sort,
            sorts=_SORTS,
            counts=service.doubt_counts(),
            statuses=get_args(LedgerStatus),
            last=service.decided_last(),
            known=service.best_known(_NAMED),
            unplaced=service.unplaced(),
        )

    @router.get("/log")
    def log(
        request: Request, item: str = "", persons: bool = False, after: After = None
    ) -> Response:
        found = service.log(item.strip() or None, persons=persons, limit=_PAGE, after=after)
        more = next_page(request, found.next)
        names = service.names_of(found.rows)
        return draw(
            request, "log", rows=found.rows, names=names, more=more, item=item, persons=persons
        )

    _doubts(router, service)
    _anything(router, service)
    return router


def _doubts(router: APIRouter, service: Service) -> None:
    """Add what only the review asks."""

    @router.post("/keep")
    def keep(item: Id, slot: Id, back: Back = "/", why: Words = "") -> Response:
        service.keep(item, slot, why=why)
        return RedirectResponse(_own(back), status_code=303)

    @router.post("/settle")
    def settle(
        item: Id,
        verdict: Annotated[Literal["confirm", "correct", "reject"], Form()],
        by: Id = "",
        status: Annotated[str, Form(max_length=20)] = "",
        was: Annotated[str, Form(max_length=20)] = "",
        back: Back = "/review",
        why: Words = "",
    ) -> Response:
        """Decide what became of an ask: as the program has it, otherwise, or nothing."""
        if verdict == "reject":
            service.settle(item, why=why)
        else:
            service.settle(item, by, was if verdict == "confirm" else status, why=why)
        return RedirectResponse(_own(back), status_code=303)

    @router.post("/who")
    def who(
        item: Id,
        verdict: Annotated[Literal["confirm", "correct"], Form()],
        value: Words = "",
        back: Back = "/review",
        why: Words = "",
    ) -> Response:
        """Decide who makes a claim, and all that its report tells by the same words."""
        if verdict == "correct":
            service.tell_who(item, value, why=why)
        else:
            service.leave_unnamed(item, why=why)
        return RedirectResponse(_own(back), status_code=303)


def _anything(router: APIRouter, service: Service) -> None:
    """Add decisions that every page has forms for."""

    @router.post("/decide")
    def decide(
        verdict: Annotated[str, Form(max_length=20)],
        item: Id,
        back: Back = "/",
        other: Id = "",
        slot: Id = "",
        value: Words = "",
        why: Words = "",
    ) -> Response:
        _carry_out(service, verdict, item, other, slot, value, why)
        return RedirectResponse(_own(back), status_code=303)

    @router.post("/undo")
    def undo(judgement: Id, back: Back = "/log", together: bool = Form(False)) -> Response:
        service.undo(judgement, together=together)
        return RedirectResponse(_own(back), status_code=303)


def _carry_out(
    service: Service, verdict: str, item: str, other: str, slot: str, value: str, why: str
) -> Judgement:
    """Carry a decision out."""
    match verdict:
        case "same":
            return service.merge(item, other.strip(), why=why)
        case "different":
            return service.split(item, other.strip(), why=why)
        case "confirm":
            return service.confirm(item, why=why)
        case "reject":
            return service.reject(item, why=why)
        case "correct":
            return service.correct(item, slot, value, why=why)
    raise UsageError(f"there is no verdict {verdict!r}", remedy="use the page's own buttons")


def _own(back: str) -> str:
    """Return an address if it is one of the desk's, or the first page's."""
    parts = urlsplit(back)
    if parts.scheme or parts.netloc or not back.startswith("/") or back.startswith(("//", "/\\")):
        return "/"
    return back
