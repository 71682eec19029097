"""Adding as a route, and how files that are sent are kept while they are read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from communique.api.answers import answer, unfit
from communique.api.schema import answers, sent
from communique.errors import TooLarge
from communique.model.rows import AddSummary
from communique.service import Service

#: Files that one request may bring, and how large each may be, in bytes.
MOST_FILES = 50
LARGEST = 32 * 1024 * 1024
#: Characters that are kept of a file's name.
_NAME = 120


def adding(service: Service) -> APIRouter:
    """Return the route by which reports are added."""
    router = APIRouter()

    @router.post(
        "/reports",
        status_code=201,
        summary="Read reports into the record",
        operation_id="add",
        responses=answers(AddSummary, 200, 201, body=True),
        openapi_extra=sent("files", MOST_FILES),
    )
    async def add(request: Request) -> Response:
        async with files_of(request) as files:
            summary = await run_in_threadpool(_added, service, files)
        return answer(summary, 201 if summary.reports else 200)

    return router


@asynccontextmanager
async def files_of(request: Request) -> AsyncIterator[list[UploadFile]]:
    """Yield the files that a form brings.

    Raises:
        RequestValidationError: there are none, or too many.
    """
    try:
        form = await request.form(max_files=MOST_FILES)
    except HTTPException as error:
        raise unfit("body.files", str(error.detail)) from error
    try:
        files = [each for each in form.getlist("files") if isinstance(each, UploadFile)]
        if not files:
            raise unfit("body.files", "there are no files", remedy="send a form with files")
        yield files
    finally:
        await form.close()


@contextmanager
def kept(files: Sequence[UploadFile]) -> Iterator[Path]:
    """Write files below a folder that is gone afterwards, and yield it.

    Each lies under the last part of its name, all of them side by side but where two have one name.

    Raises:
        TooLarge: one of them is.
    """
    with TemporaryDirectory(prefix="communique-") as name:
        for file in files:
            keep(file, Path(name))
        yield Path(name)


def keep(file: UploadFile, folder: Path) -> None:
    """Write a file below a folder.

    Raises:
        TooLarge: it is.
    """
    path = _place(folder, file.filename or "")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as out:
        while chunk := file.file.read(1 << 20):
            if out.tell() + len(chunk) > LARGEST:
                remedy = f"at most {LARGEST >> 20} MiB each"
                raise TooLarge("too large", subject=path.name, remedy=remedy)
            out.write(chunk)


def _place(folder: Path, named: str) -> Path:
    """Return where a file is put: a folder called ``sent``, so that its name says what it is."""
    last = named.replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(each for each in last if each.isprintable()).lstrip(".")[-_NAME:] or "report"
    number = 1
    while (path := folder / str(number) / "sent" / name).exists():
        number += 1
    return path


def _added(service: Service, files: Sequence[UploadFile]) -> AddSummary:
    """Add what was sent."""
    with kept(files) as folder:
        return service.receive(folder, patience=service.settings.patience)
