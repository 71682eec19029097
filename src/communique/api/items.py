"""Single things of the record as routes: what an id names, accounts side by side, answers."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from communique.api.answers import answer
from communique.api.asked import ActId, After, AnyId, ContactId, Day, Limit, filters
from communique.api.naming import by_name
from communique.api.schema import answers
from communique.model.asking import Reply
from communique.model.claims import ContactKind, ContactStatus
from communique.model.comparison import ContactAccounts
from communique.model.lineage import CopyRow
from communique.model.rows import Filter, Listing, ShownActor, ShownClaim, ShownReport
from communique.model.threads import ContactLine, LedgerEntry, Relations
from communique.service import Service


class _Described(ShownClaim, frozen=True, kw_only=True, tag="claim"):
    """A claim with its evidence; ``kind`` says which kind's slots ``claim`` has."""

    claim: dict[str, Any]  # type: ignore[assignment]


State = Annotated[str, Query(min_length=1, max_length=200, description="a state, by name or id")]


def items(service: Service) -> APIRouter:
    """Return the routes of single things."""
    router = APIRouter()
    _things(router, service)
    _comparisons(router, service)
    return router


def _things(router: APIRouter, service: Service) -> None:
    """Add what one id names."""

    @router.get(
        "/items/{id}",
        summary="What an id names, with its evidence in context",
        operation_id="show",
        responses=answers(ShownReport | ShownActor | _Described),
    )
    def shown(id: AnyId) -> Response:
        return answer(by_name(service.show(id)))

    @router.get(
        "/contacts/{id}/accounts",
        summary="A contact with all accounts of it side by side",
        operation_id="accounts",
        responses=answers(ContactAccounts),
    )
    def accounts(id: ContactId) -> Response:
        return answer(service.contact_accounts(id))

    @router.get(
        "/ledger/{id}",
        summary="An ask, offer or promise, and what became of it",
        operation_id="ledger_entry",
        responses=answers(LedgerEntry),
    )
    def entry(id: ActId) -> Response:
        return answer(service.ledger_entry(id))


def _comparisons(router: APIRouter, service: Service) -> None:
    """Add what is made of many claims: contacts, copies, relations, answers."""
    of_contacts = Depends(filters(kind=ContactKind, status=ContactStatus))
    of_reports = Depends(filters())

    @router.get(
        "/meetings",
        summary="Contacts by date, each once however many reports tell of it",
        operation_id="meetings",
        responses=answers(Listing[ContactLine]),
    )
    def meetings(
        limit: Limit = 50, after: After = None, filtered: Filter = of_contacts
    ) -> Response:
        return answer(service.contact_lines(filtered, limit=limit, after=after))

    @router.get(
        "/copies",
        summary="Reports that share passages",
        operation_id="copies",
        responses=answers(Listing[CopyRow]),
    )
    def copies(limit: Limit = 50, after: After = None, filtered: Filter = of_reports) -> Response:
        return answer(service.copies(filtered, limit=limit, after=after))

    @router.get(
        "/relations",
        summary="Contacts of two states and the tone of their acts over time",
        operation_id="relations",
        responses=answers(Relations),
    )
    def relations(
        one: State,
        other: State,
        by: Literal["month", "quarter"] = "month",
        since: Day = None,
        until: Day = None,
    ) -> Response:
        days = Filter(since=since, until=until)
        return answer(service.relations(one, other, by=by, wanted=days))

    @router.get(
        "/ask",
        summary="What the reports say to a question, with the words that say it",
        operation_id="ask",
        responses=answers(Reply),
    )
    def ask(q: Annotated[str, Query(min_length=1, max_length=1000)]) -> Response:
        return answer(service.ask(q))
