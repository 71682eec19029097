"""What people decide and add, as routes: judgements, the log, new reports."""

from __future__ import annotations

import tempfile
from pathlib import Path
from threading import Lock
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query, Request, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response

from communique.api.answers import answer
from communique.api.items import Id
from communique.api.lists import After, Limit
from communique.api.schema import answers, asked
from communique.errors import TooLarge, UsageError
from communique.model.judgement import Judgement, Verdict
from communique.model.rows import AddSummary, Listing
from communique.service import Service

#: Files that one request may bring, and how large each may be.
MOST_FILES = 50
LARGEST = 32 * 1024 * 1024
#: Bytes of a decision; more is no decision.
_DECISION = 64 * 1024


class Decision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision of a person.

    ``same`` and ``different`` are on two ``items``, the others on one; ``correct`` gives a
    ``slot`` another ``value``.
    """

    verdict: Verdict
    items: Annotated[tuple[str, ...], msgspec.Meta(min_length=1, max_length=2)]
    slot: str | None = None
    value: str | None = None
    why: str = ""


def decisions(service: Service) -> APIRouter:
    """Return the routes by which people change what the record shows."""
    router = APIRouter()

    @router.get(
        "/judgements",
        summary="Who decided what, when and why",
        operation_id="log",
        responses=answers(Listing[Judgement], 400, 404, 422, 503),
    )
    def log(
        item: Annotated[str | None, Query(max_length=80)] = None,
        persons: bool = False,
        limit: Limit = 50,
        after: After = None,
    ) -> Response:
        return answer(service.log(item, persons=persons, limit=limit, after=after))

    @router.post(
        "/judgements",
        status_code=201,
        summary="Decide: merge, split, confirm, reject, correct",
        operation_id="decide",
        responses=answers(Judgement, 400, 403, 404, 413, 422, 503, status=201),
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
        responses=answers(Judgement, 400, 403, 404, 422, 503),
    )
    def undo(id: Id) -> Response:
        return answer(service.undo(id))

    adding = Lock()

    @router.post(
        "/reports",
        status_code=201,
        summary="Read reports into the record",
        operation_id="add",
        responses=answers(AddSummary, 400, 403, 413, 422, 503, status=201),
    )
    def add(files: list[UploadFile]) -> Response:
        with adding:
            return answer(_added(service, files), 201)

    return router


def _decided(service: Service, body: bytes) -> Judgement:
    """Carry a decision out."""
    try:
        decision = msgspec.json.decode(body, type=Decision)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"this is no decision: {error}", remedy="see the API's description"
        ) from error
    on_two = {"same": service.merge, "different": service.split}
    on_one = {"confirm": service.confirm, "reject": service.reject}
    if len(decision.items) != (2 if decision.verdict in on_two else 1):
        raise UsageError(f"{decision.verdict} is not on {len(decision.items)} items")
    if decision.verdict in on_two:
        return on_two[decision.verdict](*decision.items, why=decision.why)
    if decision.verdict in on_one:
        return on_one[decision.verdict](*decision.items, why=decision.why)
    if decision.slot is None or decision.value is None:
        raise UsageError("a correction needs a slot and a value")
    return service.correct(decision.items[0], decision.slot, decision.value, why=decision.why)


def _added(service: Service, files: list[UploadFile]) -> AddSummary:
    """Add what was sent, by way of a folder that is gone afterwards."""
    if len(files) > MOST_FILES:
        raise TooLarge(f"{len(files)} files at once", remedy=f"send at most {MOST_FILES}")
    with tempfile.TemporaryDirectory(prefix="communique-") as folder:
        return service.add([_kept(Path(folder), number, each) for number, each in enumerate(files)])


def _kept(folder: Path, number: int, file: UploadFile) -> Path:
    """Write a file under the last part of its name, in a folder of its own."""
    name = Path((file.filename or "").replace("\\", "/")).name.lstrip(".")
    name = "".join(letter for letter in name if letter.isprintable())[-120:] or "report"
    path = folder / str(number) / name
    path.parent.mkdir()
    with path.open("wb") as out:
        while chunk := file.file.read(1 << 20):
            if out.tell() + len(chunk) > LARGEST:
                raise TooLarge(
                    "too large", subject=name, remedy=f"at most {LARGEST >> 20} MiB each"
                )
            out.write(chunk)
    return path
