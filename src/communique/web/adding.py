"""The page on which reports are added: a form, and how far the reading of what it sent is."""

from __future__ import annotations

import secrets
from collections import Counter, OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from communique.api.adding import LARGEST, MOST_FILES, files_of, keep
from communique.errors import CommuniqueError, NotInRecord
from communique.model.rows import AddSummary, Progress
from communique.service import Service
from communique.web.drawing import draw

#: Additions whose outcome can still be looked at.
_REMEMBERED = 20


@dataclass
class Addition:
    """Files that were sent, and what has become of them."""

    id: str
    files: int
    counts: Counter[str] = field(default_factory=Counter)
    last: str = ""
    summary: AddSummary | None = None
    failure: str = ""

    def hear(self, step: Progress) -> None:
        """Note that one more report is done."""
        self.counts[step.outcome] += 1
        self.last = step.subject

    @property
    def is_over(self) -> bool:
        """Whether nothing more will become of them."""
        return self.summary is not None or bool(self.failure)


class Additions:
    """The additions of one desk, each read in a thread of its own, one after the other."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._known: OrderedDict[str, Addition] = OrderedDict()

    def begin(self, folder: TemporaryDirectory[str], files: int) -> Addition:
        """Begin to read what lies in a folder, which is gone when that is over."""
        addition = Addition(id=secrets.token_hex(8), files=files)
        self._known[addition.id] = addition
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        Thread(target=self._read, args=(addition, folder), daemon=True).start()
        return addition

    def find(self, id: str) -> Addition:
        """Return an addition.

        Raises:
            NotInRecord: it is none of this desk, or long over.
        """
        if id not in self._known:
            raise NotInRecord("nothing is being added under this address", subject=id)
        return self._known[id]

    def _read(self, addition: Addition, folder: TemporaryDirectory[str]) -> None:
        with folder as name:
            try:
                addition.summary = self._service.receive(
                    Path(name), progress=addition.hear, patience=None
                )
            except CommuniqueError as error:
                addition.failure = f"{error.what} [{error.code}]"
            except Exception as error:  # the page must say so, whatever it was
                addition.failure = f"a fault of communique itself: {type(error).__name__}"
                raise


def adding(service: Service) -> APIRouter:
    """Return the pages by which reports are added."""
    router = APIRouter(default_response_class=HTMLResponse)
    additions = Additions(service)

    @router.get("/add")
    def form(request: Request) -> Response:
        return draw(request, "add", most=MOST_FILES, largest=LARGEST >> 20)

    @router.post("/add")
    async def add(request: Request) -> Response:
        folder = TemporaryDirectory(prefix="communique-")
        try:
            async with files_of(request) as files:
                for file in files:
                    await run_in_threadpool(keep, file, Path(folder.name))
        except BaseException:
            folder.cleanup()
            raise
        addition = additions.begin(folder, len(files))
        return RedirectResponse(f"/add/{addition.id}", status_code=303)

    @router.get("/add/{id}")
    def outcome(request: Request, id: str) -> Response:
        addition = additions.find(id)
        return draw(request, "added", addition=addition, labels=_labels(service, addition))

    return router


def _labels(service: Service, addition: Addition) -> dict[str, str]:
    """Return what the reports are called that an addition brought, by their ids."""
    reports = addition.summary.reports if addition.summary else ()
    return service.labels_of(reports)
