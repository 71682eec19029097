"""What can be taken away: any page as a brief, any list as a table, a calendar, plots, dossiers."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from msgspec.structs import replace

from communique.api import sending
from communique.briefing import MOST
from communique.composing import subject_of
from communique.errors import UnknownName
from communique.model.brief import Subject, Topic
from communique.model.rows import Filter, Hit
from communique.model.threads import Relation
from communique.publish.columns import Said, said
from communique.service import Service
from communique.web.asked import Wanted
from communique.web.zoom import around, level

#: Hits of a search that its table has.
_HITS = 500
#: Topics of briefs that are asked for by more than a filter.
_ASKED = ("contact", "actor", "report", "claim", "relations", "answer")
_PAGES = tuple(topic for topic in get_args(Topic) if topic not in _ASKED)
Most = Annotated[int, Query(alias="limit", ge=1, le=5000)]
Words = Annotated[str, Query(max_length=1000)]
Period = Literal["month", "quarter"]


def narrowed(filtered: Wanted, new: Annotated[str, Query(max_length=40)] = "") -> Filter:
    """Return the filter of the page; ``new`` is the instant after which reports came in."""
    return replace(filtered, added_since=new.strip() or None)


Narrowed = Annotated[Filter, Depends(narrowed)]


def takeaway(service: Service) -> APIRouter:
    """Return the addresses under which things are taken away."""
    router = APIRouter()
    _briefs(router, service)
    _tables(router, service)
    _others(router, service)
    return router


def _briefs(router: APIRouter, service: Service) -> None:
    """Add pages as documents."""

    @router.get("/briefs/items/{id}.{format}")
    def item(request: Request, id: str, format: str, most: Most = MOST) -> Response:
        return sending.brief(request, service, subject_of(service.show(id)), format, most)

    @router.get("/briefs/answer.{format}")
    def answer(
        request: Request, format: str, filtered: Narrowed, q: Words = "", most: Most = MOST
    ) -> Response:
        subject = Subject(of="answer", question=q, wanted=filtered)
        return sending.brief(request, service, subject, format, most)

    @router.get("/briefs/relations.{format}")
    def relations(
        request: Request,
        format: str,
        filtered: Narrowed,
        one: Words,
        other: Words,
        by: Period = "month",
        most: Most = MOST,
    ) -> Response:
        subject = Subject(of="relations", one=one, other=other, by=by, wanted=filtered)
        return sending.brief(request, service, subject, format, most)

    @router.get("/briefs/{page}.{format}")
    def page(
        request: Request,
        page: str,
        format: str,
        filtered: Narrowed,
        item: Words = "",
        most: Most = MOST,
    ) -> Response:
        if page not in _PAGES:
            raise UnknownName("page", page, list(_PAGES))
        subject = Subject(of=page, id=item.strip(), wanted=filtered)  # type: ignore[arg-type]
        return sending.brief(request, service, subject, format, most)


def _tables(router: APIRouter, service: Service) -> None:
    """Add lists as tables."""
    known = sending.tables_of(service)

    @router.get("/tables/accounts/{id}.{format}")
    def accounts(id: str, format: str) -> Response:
        found = service.contact_accounts(id)
        return sending.rows_sent(said(found), Said, f"accounts-{found.id}.{format}")

    @router.get("/tables/relations.{format}")
    def relations(
        format: str, filtered: Narrowed, one: Words, other: Words, by: Period = "month"
    ) -> Response:
        found = service.relations(one, other, by=by, wanted=filtered)
        return sending.rows_sent(found.periods, Relation, f"relations.{format}")

    @router.get("/tables/search.{format}")
    def search(format: str, filtered: Narrowed, q: Words) -> Response:
        hits = service.search(q, filtered, limit=_HITS)
        return sending.rows_sent(hits.rows, Hit, f"search.{format}")

    @router.get("/tables/{name}.{format}")
    def table(name: str, format: str, filtered: Narrowed) -> Response:
        if name not in known:
            raise UnknownName("table", name, list(known))
        return sending.table(name, known[name], filtered, format)


def _others(router: APIRouter, service: Service) -> None:
    """Add the calendar, plots and dossiers."""

    @router.get("/calendar.ics")
    def calendar(request: Request, filtered: Narrowed) -> Response:
        return sending.contacts(request, service, filtered)

    @router.get("/plots/relations.{format}")
    def plot(
        request: Request,
        format: str,
        filtered: Narrowed,
        one: Words,
        other: Words,
        by: Period = "month",
    ) -> Response:
        found = service.relations(one, other, by=by, wanted=filtered)
        return sending.plot(request, found, format)

    @router.get("/plots/storyline.{format}")
    def over_time(
        request: Request, format: str, filtered: Narrowed, zoomed: str = Query("", alias="zoom")
    ) -> Response:
        by = level(filtered.since, filtered.until, zoomed)
        since, until = around(filtered.since, filtered.until, by)
        wanted = replace(filtered, since=since, until=until)
        return sending.periods(request, service, by, wanted, format)

    @router.get("/dossier.html")
    def dossier(filtered: Narrowed) -> Response:
        with TemporaryDirectory(prefix="communique-") as folder:
            html = service.dossier(Path(folder) / "dossier.html", filtered).read_bytes()
        return Response(html, media_type="text/html", headers=sending.saved_as("dossier.html"))
