"""The lists of the record as routes: one description for each, one way to serve them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from communique.api.answers import answer
from communique.api.schema import answers
from communique.model.claim_rows import ActRow, PositionRow, ProposalRow
from communique.model.rows import (
    ActorRow,
    ContactRow,
    FigureRow,
    Filter,
    Hit,
    Listing,
    ReportRow,
    StatementRow,
    TimelineRow,
)
from communique.model.threads import ForecastThread, LedgerEntry, Shift
from communique.service import Service

#: The most lines of a page.
MOST = 500


@dataclass(frozen=True)
class List:
    """A list of the record: its path, the lines' type, and the service's method."""

    path: str
    row: type
    ask: Callable[..., Listing[Any]]
    says: str

    @property
    def name(self) -> str:
        """What the list is called."""
        return self.path.strip("/")


def wanted(
    actor: Annotated[str | None, Query(description="an actor's id, or words of a name")] = None,
    kind: Annotated[str | None, Query(description="kind of contact, act, statement ...")] = None,
    since: Annotated[str | None, Query(description="ISO date, as precise as wanted")] = None,
    until: Annotated[str | None, Query(description="ISO date, inclusive")] = None,
    report: Annotated[str | None, Query(description="a report's id, or a prefix")] = None,
    publisher: Annotated[str | None, Query(description="words of a publisher's name")] = None,
    status: Annotated[str | None, Query(description="status of a contact or act")] = None,
    about: Annotated[str | None, Query(description="words of what a claim is about")] = None,
) -> Filter:
    """Return the filter that the query comes to."""
    return Filter(
        actor=actor,
        kind=kind,
        since=since,
        until=until,
        report=report,
        publisher=publisher,
        status=status,
        about=about,
    )


Wanted = Annotated[Filter, Depends(wanted)]
Limit = Annotated[int, Query(ge=1, le=MOST, description="lines of a page")]
After = Annotated[str | None, Query(description="`next` of the page before")]


def lists_of(service: Service) -> tuple[List, ...]:
    """Return every list of the record that has one kind of line and the usual filters."""
    return (
        List("/reports", ReportRow, service.reports, "Reports by date of publication"),
        List("/actors", ActorRow, service.actors, "Actors, those in most reports first"),
        List("/contacts", ContactRow, service.contacts, "Contacts, report by report"),
        List("/statements", StatementRow, service.statements, "Statements, report by report"),
        List("/figures", FigureRow, service.figures, "Figures, report by report"),
        List("/acts", ActRow, service.acts, "Acts, report by report"),
        List("/positions", PositionRow, service.positions, "Positions as they were told"),
        List("/proposals", ProposalRow, service.proposals, "Staged plans"),
        List("/timeline", TimelineRow, service.timeline, "Dated claims by date"),
        List("/ledger", LedgerEntry, service.ledger, "Asks, offers, promises and their fate"),
        List("/forecasts", ForecastThread, service.forecasts, "Forecasts and what came of them"),
        List("/shifts", Shift, service.shifts, "Changes of position"),
    )


def lists(service: Service) -> APIRouter:
    """Return the routes of all lists."""
    router = APIRouter()
    for each in lists_of(service):
        router.add_api_route(
            each.path,
            _serve(each),
            summary=each.says,
            operation_id=each.name,
            responses=answers(Listing[each.row], 400, 404, 422, 503),  # type: ignore[name-defined]
        )

    @router.get(
        "/search",
        summary="Reports and statements with these words, best first",
        operation_id="search",
        responses=answers(Listing[Hit], 400, 404, 422, 503),
    )
    def search(
        q: Annotated[str, Query(min_length=1, max_length=1000)],
        filtered: Wanted,
        limit: Limit = 20,
        after: After = None,
    ) -> Response:
        return answer(service.search(q, filtered, limit=limit, after=after))

    return router


def _serve(each: List) -> Callable[..., Response]:
    def serve(filtered: Wanted, limit: Limit = 50, after: After = None) -> Response:
        return answer(each.ask(filtered, limit=limit, after=after))

    return serve
