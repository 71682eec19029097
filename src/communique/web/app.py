"""The desk as one application: pages, the API under ``/api/v1``, and the guard around them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.routing import Mount
from starlette.types import ASGIApp

from communique.api import create_api
from communique.errors import CommuniqueError
from communique.service import Service
from communique.web.adding import adding
from communique.web.deciding import deciding
from communique.web.described import BASE, described
from communique.web.drawing import draw, icon, script, style
from communique.web.guard import Guard
from communique.web.overviews import overviews
from communique.web.singles import singles
from communique.web.storyline import storyline
from communique.web.takeaway import takeaway


def create_desk(service: Service, *, hosts: Iterable[str] = (), password: str = "") -> ASGIApp:
    """Return the desk over one service, guarded.

    Args:
        service: The use cases; its record may be read and written by others meanwhile.
        hosts: Names beside the machine's own under which the desk may be asked.
        password: What everybody who asks must bring; nothing if it is empty.
    """
    desk = FastAPI(title="communique", docs_url=None, redoc_url=None, openapi_url=None)
    served = create_api(service, protected=bool(password))
    api = Mount(BASE, served)
    # A line end in a path is the API's to answer too.
    api.path_regex = re.compile(api.path_regex.pattern, re.DOTALL)
    desk.routes.append(api)
    for routes in (storyline, overviews, singles, deciding, adding, takeaway):
        desk.include_router(routes(service))
    desk.include_router(described(served))

    @desk.get("/static/desk.css")
    def _style() -> Response:
        return Response(style(), media_type="text/css")

    @desk.get("/static/desk.js")
    def _script() -> Response:
        return Response(script(), media_type="text/javascript")

    @desk.get("/static/desk.svg")
    def _icon() -> Response:
        return Response(icon(), media_type="image/svg+xml")

    desk.add_exception_handler(CommuniqueError, _on_failure)
    desk.add_exception_handler(RequestValidationError, _on_invalid)
    desk.add_exception_handler(HTTPException, _on_http)
    return Guard(desk, hosts=hosts, password=password)


def _on_failure(request: Request, error: Exception) -> Response:
    assert isinstance(error, CommuniqueError)
    return _told(request, error.http_status, error.what, error.remedy, f"{error.code}")


def _on_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    return _told(request, 422, f"{'.'.join(map(str, first['loc']))}: {first['msg']}", "", "C100")


def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    what = "There is no such page" if error.status_code == 404 else str(error.detail)
    return _told(request, error.status_code, what, "", f"H{error.status_code}")


def _told(request: Request, status: int, what: str, remedy: str, code: str) -> Response:
    return draw(request, "error", status=status, what=what, remedy=remedy, code=code)
