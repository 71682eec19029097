"""The first page: contacts and acts over time."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from msgspec.structs import replace

from communique.model.rows import Filter
from communique.model.threads import ContactLine, Period
from communique.publish.phrases import date_in_words
from communique.service import Service
from communique.web.asked import After, Wanted, next_page
from communique.web.dates import drawn
from communique.web.drawing import draw
from communique.web.visits import visit
from communique.web.zoom import By, around, level, zoom

#: Lines of a page.
_PAGE = 40
#: Those with whom an actor has most contacts, for the plot of their relations.
_COMPANY = 6


def storyline(service: Service) -> APIRouter:
    """Return the page of the storyline."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/")
    def story(
        request: Request,
        filtered: Wanted,
        new: str = Query("", max_length=40),
        zoomed: str = Query("", alias="zoom", max_length=10),
        after: After = None,
    ) -> Response:
        wanted = replace(filtered, added_since=new.strip() or None)
        found = service.storyline(wanted, limit=_PAGE, after=after)
        by, periods = _seen(service, wanted, zoomed)
        here = visit(request, service.newest())
        mark = wanted.added_since or here.before
        page = draw(
            request,
            "storyline",
            lines=found.rows,
            is_contact=lambda row: isinstance(row, ContactLine),
            drawn=drawn,
            more=next_page(request, found.next),
            wanted=wanted,
            zoom=zoom(periods, by, request.url.query, wanted.since, wanted.until),
            new=new.strip(),
            before=here.before,
            came=service.reports_since(here.before) if here.before else 0,
            fresh=service.added_since(_reports(found.rows), mark) if mark else frozenset(),
            seen_on=date_in_words(mark[:10]) if mark else "",
            whose=_actor(service, wanted),
        )
        here.keep(page)
        return page

    return router


def _seen(service: Service, wanted: Filter, zoomed: str) -> tuple[By, tuple[Period, ...]]:
    """Return the periods in which much is told, as asked, or else so close that there are some."""
    by = level(wanted.since, wanted.until, zoomed)
    while True:
        since, until = around(wanted.since, wanted.until, by)
        periods = service.periods(by, replace(wanted, since=since, until=until))
        if zoomed or len(periods) > 1 or by == "day":
            return by, periods
        by = "month" if by == "year" else "day"


def _reports(rows: Iterable[object]) -> set[str]:
    """Return the ids of the reports that tell of what is listed."""
    found: set[str] = set()
    for row in rows:
        reports = row.reports if isinstance(row, ContactLine) else [row.report]  # type: ignore[attr-defined]
        found.update(report.id for report in reports)
    return found


def _actor(service: Service, wanted: Filter) -> dict[str, object]:
    """Return the actor by whom the storyline is filtered, and with whom he has most contacts."""
    if not wanted.actor:
        return {}
    row = service.actors(Filter(actor=wanted.actor), limit=1).rows[0]
    return {"row": row, "company": service.company(row.id, limit=_COMPANY)}
