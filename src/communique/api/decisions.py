"""What people decide, as routes: judgements and their log."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from msgspec import Meta

from communique.api.answers import answer, unfit
from communique.api.asked import After, Item, JudgementId, Limit, id_form
from communique.api.schema import answers, asked
from communique.errors import TooLarge
from communique.model.doubt import Doubt, DoubtSort
from communique.model.judgement import Judgement
from communique.model.rows import Listing
from communique.service import Service

#: Bytes of a decision; more is no decision.
_DECISION = 64 * 1024

_Any = Annotated[str, Meta(pattern=id_form(), max_length=80)]
_Either = Annotated[str, Meta(pattern=id_form("ac"), max_length=80)]
_OrReport = Annotated[str, Meta(pattern=id_form("acr"), max_length=80)]
_Slot = Annotated[str, Meta(min_length=1, max_length=80)]
_Words = Annotated[str, Meta(max_length=2000)]


class _Decided(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="verdict"
):
    """A decision of a person, and why."""

    why: _Words = ""


class Same(_Decided, frozen=True, kw_only=True, tag="same"):
    """Two actors, or two contacts, are the same."""

    items: tuple[_Either, _Either]


class Different(_Decided, frozen=True, kw_only=True, tag="different"):
    """Two actors, or two contacts, are not the same; or a report means another by a name."""

    items: tuple[_OrReport, _OrReport]


class Confirm(_Decided, frozen=True, kw_only=True, tag="confirm"):
    """An item is right as it stands."""

    items: tuple[_Any]


class Reject(_Decided, frozen=True, kw_only=True, tag="reject"):
    """An item is no claim of its report."""

    items: tuple[_Any]


class Correct(_Decided, frozen=True, kw_only=True, tag="correct"):
    """A slot of an item should have another value."""

    items: tuple[_Any]
    slot: _Slot
    value: _Words


Decision = Same | Different | Confirm | Reject | Correct


def decisions(service: Service) -> APIRouter:
    """Return the routes by which people change what the record shows."""
    router = APIRouter()

    @router.get(
        "/judgements",
        summary="Who decided what, when and why",
        operation_id="log",
        responses=answers(Listing[Judgement]),
    )
    def log(
        item: Item = None, persons: bool = False, limit: Limit = 50, after: After = None
    ) -> Response:
        return answer(service.log(item, persons=persons, limit=limit, after=after))

    @router.get(
        "/review",
        summary="What the program is unsure of, the most useful to decide first",
        operation_id="review",
        responses=answers(Listing[Doubt]),
    )
    def review(sort: DoubtSort | None = None, limit: Limit = 20, after: After = None) -> Response:
        return answer(service.review(sort, limit=limit, after=after))

    @router.post(
        "/judgements",
        status_code=201,
        summary="Decide: merge, split, confirm, reject, correct",
        operation_id="decide",
        responses=answers(Judgement, 201, body=True),
        openapi_extra=asked(Decision),
    )
    async def decide(request: Request) -> Response:
        body = await request.body()
        if len(body) > _DECISION:
            raise TooLarge("more than a decision", remedy="send one decision at a time")
        return answer(await run_in_threadpool(_decided, service, body), 201)

    @router.delete(
        "/judgements/{id}",
        summary="Take a person's decision back",
        operation_id="undo",
        responses=answers(Judgement),
    )
    def undo(id: JudgementId) -> Response:
        return answer(service.undo(id))

    return router


def _decided(service: Service, body: bytes) -> Judgement:
    """Carry a decision out."""
    try:
        decision: Decision = msgspec.json.decode(body, type=Decision)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise unfit("body", str(error)) from error
    match decision:
        case Same():
            return service.merge(*decision.items, why=decision.why)
        case Different():
            return service.split(*decision.items, why=decision.why)
        case Confirm():
            return service.confirm(*decision.items, why=decision.why)
        case Reject():
            return service.reject(*decision.items, why=decision.why)
        case Correct():
            return service.correct(*decision.items, decision.slot, decision.value, why=decision.why)
