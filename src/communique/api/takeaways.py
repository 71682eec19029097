"""What can be taken away, as routes: briefs of pages, lists as tables, a calendar, a plot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response

from communique.api import sending
from communique.api.asked import AnyId, ContactId, filters
from communique.api.lists import lists_of
from communique.api.schema import files
from communique.briefing import MOST
from communique.composing import subject_of
from communique.model.brief import Brief, Subject, Topic
from communique.model.claims import ContactKind, ContactStatus
from communique.model.rows import Filter
from communique.model.threads import Relation
from communique.publish.briefs.formats import FORMATS
from communique.publish.columns import Said, said
from communique.publish.period_plot import By
from communique.service import Service

Document = Annotated[Literal["html", "docx", "pdf", "json"], Path(description="the format")]
Spread = Annotated[Literal["csv", "parquet"], Path(description="the format")]
Drawn = Annotated[Literal["svg", "png"], Path(description="the format")]
Most = Annotated[int, Query(alias="limit", ge=1, le=5000, description="lines of each list")]
State = Annotated[str, Query(min_length=1, max_length=200, description="a state, by name or id")]
Period = Literal["month", "quarter"]
Question = Annotated[str, Query(min_length=1, max_length=1000)]
#: The lists whose filters the briefs of pages take.
PAGES: dict[Topic, str] = {
    "storyline": "contacts",
    "issues": "positions",
    "ledger": "ledger",
    "forecasts": "forecasts",
    "actors": "actors",
    "reports": "reports",
}
_DATED = Depends(filters())
_CONTACTS = Depends(filters(kind=ContactKind, status=ContactStatus))
_BRIEFS = files(*(each.media_type for each in FORMATS.values()), json=Brief)
_TABLES = files(*sending.TABLES.values())


def takeaways(service: Service) -> APIRouter:
    """Return the routes of what can be taken away."""
    router = APIRouter()
    _briefs(router, service)
    _tables(router, service)
    _others(router, service)
    return router


def _briefs(router: APIRouter, service: Service) -> None:
    lists = {each.name: each for each in lists_of(service)}
    for page, name in PAGES.items():
        router.add_api_route(
            f"/briefs/{page}.{{format}}",
            _brief_of(service, page, lists[name].wanted),
            summary=f"The page of {page} as a document, cited to the words",
            operation_id=f"brief_of_{page}",
            responses=_BRIEFS,
            response_class=Response,
        )

    def answer(request: Request, format: Document, q: Question, most: Most = MOST) -> Response:
        return sending.brief(request, service, Subject(of="answer", question=q), format, most)

    def relations(
        request: Request,
        format: Document,
        one: State,
        other: State,
        by: Period = "month",
        most: Most = MOST,
        filtered: Filter = _DATED,
    ) -> Response:
        subject = Subject(of="relations", one=one, other=other, by=by, wanted=filtered)
        return sending.brief(request, service, subject, format, most)

    def item(request: Request, id: AnyId, format: Document, most: Most = MOST) -> Response:
        return sending.brief(request, service, subject_of(service.show(id)), format, most)

    for path, does, says in (
        ("/briefs/answer.{format}", answer, "What the reports say to a question, as a document"),
        ("/briefs/relations.{format}", relations, "Two states over time as a document"),
        ("/briefs/items/{id}.{format}", item, "What an id names as a document"),
    ):
        router.add_api_route(
            path,
            does,
            summary=says,
            operation_id=f"brief_of_{does.__name__}",
            responses=_BRIEFS,
            response_class=Response,
        )


def _brief_of(service: Service, page: Topic, wanted: Any) -> Callable[..., Response]:
    asked = Depends(wanted)

    def serve(
        request: Request, format: Document, most: Most = MOST, filtered: Filter = asked
    ) -> Response:
        subject = Subject(of=page, wanted=filtered)
        return sending.brief(request, service, subject, format, most)

    return serve


def _tables(router: APIRouter, service: Service) -> None:
    known = sending.tables_of(service)
    for each in lists_of(service):
        router.add_api_route(
            f"/tables/{each.name}.{{format}}",
            _table_of(each.name, known[each.name], each.wanted),
            summary=f"{each.says}, as a table",
            operation_id=f"table_of_{each.name}",
            responses=_TABLES,
            response_class=Response,
        )

    @router.get(
        "/tables/accounts/{id}.{format}",
        summary="The accounts of a contact side by side, as a table",
        operation_id="table_of_accounts",
        responses=_TABLES,
        response_class=Response,
    )
    def accounts(id: ContactId, format: Spread) -> Response:
        found = service.contact_accounts(id)
        return sending.rows_sent(said(found), Said, f"accounts-{found.id}.{format}")

    @router.get(
        "/tables/relations.{format}",
        summary="Two states over time, as a table",
        operation_id="table_of_relations",
        responses=_TABLES,
        response_class=Response,
    )
    def relations(
        format: Spread, one: State, other: State, by: Period = "month", filtered: Filter = _DATED
    ) -> Response:
        found = service.relations(one, other, by=by, wanted=filtered)
        return sending.rows_sent(found.periods, Relation, f"relations.{format}")


def _table_of(name: str, table: sending.Table, wanted: Any) -> Callable[..., Response]:
    asked = Depends(wanted)

    def serve(format: Spread, filtered: Filter = asked) -> Response:
        return sending.table(name, table, filtered, format)

    return serve


def _others(router: APIRouter, service: Service) -> None:
    @router.get(
        "/calendar.ics",
        summary="Contacts as a calendar to subscribe to; those without a day are counted in it",
        operation_id="calendar",
        responses=files(sending.CALENDAR),
        response_class=Response,
    )
    def calendar(request: Request, filtered: Filter = _CONTACTS) -> Response:
        return sending.contacts(request, service, filtered)

    @router.get(
        "/plots/relations.{format}",
        summary="Two states over time as a picture",
        operation_id="plot_of_relations",
        responses=files(*sending.PLOTS.values()),
        response_class=Response,
    )
    def plot(
        request: Request,
        format: Drawn,
        one: State,
        other: State,
        by: Period = "month",
        filtered: Filter = _DATED,
    ) -> Response:
        found = service.relations(one, other, by=by, wanted=filtered)
        return sending.plot(request, found, format)

    @router.get(
        "/plots/storyline.{format}",
        summary="How much is told of each year, month or day, as a picture",
        operation_id="plot_of_storyline",
        responses=files(*sending.PLOTS.values()),
        response_class=Response,
    )
    def over_time(
        request: Request, format: Drawn, by: By = "year", filtered: Filter = _DATED
    ) -> Response:
        return sending.periods(request, service, by, filtered, format)
