"""Pages on which a person decides: review, the log, and the forms of all other pages."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from communique.errors import UsageError
from communique.model.judgement import Judgement
from communique.service import Service
from communique.web.asked import After, next_page
from communique.web.drawing import draw

#: Judgements of the program that are gone through for those it is least sure of.
_SCANNED = 500
_PAGE = 40
Id = Annotated[str, Form(max_length=80)]
Words = Annotated[str, Form(max_length=2000)]


def deciding(service: Service) -> APIRouter:
    """Return the pages on which a person decides."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/review")
    def review(request: Request) -> Response:
        unsure = _unsure(service)
        names = service.names_of(unsure)
        return draw(request, "review", unsure=unsure, names=names, unplaced=service.unplaced())

    @router.get("/log")
    def log(
        request: Request, item: str = "", persons: bool = False, after: After = None
    ) -> Response:
        found = service.log(item.strip() or None, persons=persons, limit=_PAGE, after=after)
        more = next_page(request, found.next)
        return draw(request, "log", rows=found.rows, more=more, item=item, persons=persons)

    @router.post("/decide")
    def decide(
        verdict: Annotated[str, Form(max_length=20)],
        item: Id,
        back: Annotated[str, Form(max_length=2000)] = "/",
        other: Id = "",
        slot: Id = "",
        value: Words = "",
        why: Words = "",
    ) -> Response:
        _carry_out(service, verdict, item, other, slot, value, why)
        return RedirectResponse(_own(back), status_code=303)

    @router.post("/undo")
    def undo(judgement: Id, back: Annotated[str, Form(max_length=2000)] = "/log") -> Response:
        service.undo(judgement)
        return RedirectResponse(_own(back), status_code=303)

    return router


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


def _unsure(service: Service) -> list[Judgement]:
    """Return the program's standing judgements of which it is least sure, those first."""
    seen: list[Judgement] = []
    after: str | None = None
    while len(seen) < _SCANNED:
        page = service.log(limit=_SCANNED, after=after)
        seen += page.rows
        after = page.next
        if after is None:
            break
    own = {each.items for each in seen if each.person and each.stands}
    unsure = [
        each
        for each in seen
        if not each.person and each.stands and each.score is not None and each.items not in own
    ]
    return sorted(unsure, key=lambda each: (each.score or 0.0, each.id))[:_PAGE]
