"""What can be taken away: any list as a table, any selection as a dossier."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response, StreamingResponse

from communique.api.lists import lists_of
from communique.errors import UnknownName
from communique.model.paging import every
from communique.model.rows import Filter, Listing
from communique.publish import tables
from communique.service import Service
from communique.web.asked import Wanted

#: Lines that are written before they are sent.
_AT_ONCE = 200


def takeaway(service: Service) -> APIRouter:
    """Return the addresses under which things are taken away."""
    router = APIRouter()
    lists = {each.name: each for each in lists_of(service)}

    @router.get("/tables/{name}.csv")
    def table(name: str, filtered: Wanted) -> Response:
        if name not in lists:
            raise UnknownName("table", name, list(lists))
        found = lists[name]
        found.ask(filtered, limit=1)  # so that a fault is told before the first line is sent
        lines = _lines(found.row, found.ask, filtered)
        return StreamingResponse(lines, media_type="text/csv", headers=_saved_as(f"{name}.csv"))

    @router.get("/dossier.html")
    def dossier(filtered: Wanted) -> Response:
        with TemporaryDirectory(prefix="communique-") as folder:
            html = service.dossier(Path(folder) / "dossier.html", filtered).read_bytes()
        return Response(html, media_type="text/html", headers=_saved_as("dossier.html"))

    return router


def _lines(kind: type, ask: Callable[..., Listing[Any]], wanted: Filter) -> Iterator[str]:
    """Yield a list as CSV, a few lines at a time; a mark first that spreadsheets know UTF-8 by."""
    rows: list[object] = []
    is_first = True
    yield "\ufeff"
    for row in every(ask, wanted):
        rows.append(row)
        if len(rows) == _AT_ONCE:
            yield _written(rows, kind, is_first)
            rows, is_first = [], False
    if rows or is_first:
        yield _written(rows, kind, is_first)


def _written(rows: list[object], kind: type, with_head: bool) -> str:
    out = io.StringIO(newline="")
    tables.write_csv(rows, kind, out)
    text = out.getvalue()
    return text if with_head else text.split("\n", 1)[1]


def _saved_as(name: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{name}"'}
