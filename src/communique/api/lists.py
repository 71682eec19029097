"""The lists of the record as routes: one description for each, one way to serve them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response
from msgspec.structs import replace

from communique.api.answers import answer
from communique.api.asked import After, Limit, filters
from communique.api.naming import by_name
from communique.api.schema import answers
from communique.model.actor import ActorKind
from communique.model.claim_rows import ActRow, PositionRow, ProposalRow
from communique.model.claims import (
    ActStatus,
    ActType,
    ContactKind,
    ContactStatus,
    Form,
    Outcome,
    Polarity,
)
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
from communique.model.threads import (
    ForecastThread,
    LedgerEntry,
    LedgerStatus,
    Shift,
    ShiftKind,
    Sort,
)
from communique.service import Service

#: What stands on the timeline: kinds of claims, and the kinds that contacts and acts have.
_Dated = Literal["contact", "act", "forecast", ContactKind, ActType]


@dataclass(frozen=True)
class List:
    """A list of the record: its path, the lines' type, the service's method, its filters."""

    path: str
    row: type
    ask: Callable[..., Listing[Any]]
    says: str
    wanted: Callable[..., Filter] = field(default_factory=filters)

    @property
    def name(self) -> str:
        """What the list is called."""
        return self.path.strip("/")


def lists_of(service: Service) -> tuple[List, ...]:
    """Return every list of the record that has one kind of line and the usual filters."""
    return (*_of_reports(service), *_of_claims(service), *_of_threads(service))


def _of_reports(service: Service) -> tuple[List, ...]:
    named = filters(kind=ActorKind)

    def reports(wanted: Filter, **page: Any) -> Listing[ReportRow]:
        found = service.reports(wanted, **page)
        return replace(found, rows=tuple(by_name(row) for row in found.rows))

    return (
        List("/reports", ReportRow, reports, "Reports by date of publication"),
        List("/actors", ActorRow, service.actors, "Actors, those in most reports first", named),
    )


def _of_claims(service: Service) -> tuple[List, ...]:
    """Return the lists of claims, report by report, but for the timeline."""
    contacts = filters(kind=ContactKind, status=ContactStatus, claims=True)
    acts = filters(kind=ActType, status=ActStatus, about=True, claims=True)
    positions = filters(kind=Polarity, about=True, claims=True)
    statements = filters(kind=Form, claims=True)
    figures = filters(kind=str, claims=True)
    proposals = filters(about=True, claims=True)
    dated = filters(kind=_Dated, status=ContactStatus | ActStatus | Outcome, claims=True)
    return (
        List("/contacts", ContactRow, service.contacts, "Contacts, report by report", contacts),
        List("/statements", StatementRow, service.statements, "Statements by report", statements),
        List("/figures", FigureRow, service.figures, "Figures, report by report", figures),
        List("/acts", ActRow, service.acts, "Acts, report by report", acts),
        List("/positions", PositionRow, service.positions, "Positions as told", positions),
        List("/proposals", ProposalRow, service.proposals, "Staged plans", proposals),
        List("/timeline", TimelineRow, service.timeline, "Dated claims by date", dated),
    )


def _of_threads(service: Service) -> tuple[List, ...]:
    """Return the lists of what runs through many reports."""
    asks = filters(kind=Sort, status=LedgerStatus, about=True)
    foreseen = filters(status=Outcome, about=True)
    shifts = filters(kind=ShiftKind, about=True)
    return (
        List("/ledger", LedgerEntry, service.ledger, "Asks, promises and their fate", asks),
        List("/forecasts", ForecastThread, service.forecasts, "Forecasts, their fate", foreseen),
        List("/shifts", Shift, service.shifts, "Changes of position", shifts),
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
            responses=answers(Listing[each.row]),  # type: ignore[name-defined]
        )
    hits = Depends(filters(kind=Literal["report", "statement"]))

    @router.get(
        "/search",
        summary="Reports and statements with these words, best first",
        operation_id="search",
        responses=answers(Listing[Hit]),
    )
    def search(
        q: Annotated[str, Query(min_length=1, max_length=1000)],
        limit: Limit = 20,
        after: After = None,
        filtered: Filter = hits,
    ) -> Response:
        return answer(service.search(q, filtered, limit=limit, after=after))

    return router


def _serve(each: List) -> Callable[..., Response]:
    wanted = Depends(each.wanted)

    def serve(limit: Limit = 50, after: After = None, filtered: Filter = wanted) -> Response:
        return answer(each.ask(filtered, limit=limit, after=after))

    return serve
