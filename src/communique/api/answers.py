"""How values and errors go over the wire."""

from __future__ import annotations

import re
from pathlib import PurePath

import msgspec
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from communique.errors import CommuniqueError, RecordError


class ErrorBody(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong: a ``code`` that stays the same between versions, ``what`` failed on
    which ``subject``, and the ``remedy``, what to do next."""

    code: str
    what: str
    subject: str = ""
    remedy: str = ""


class ErrorAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The one shape of every error."""

    error: ErrorBody


def answer(value: object, status: int = 200) -> Response:
    """Return a value of the model as JSON, as ``communique … --json`` prints it."""
    return Response(msgspec.json.encode(value), status, media_type="application/json")


def failure(error: CommuniqueError) -> Response:
    """Return an error of the program's tree; of the record's file only its name is told."""
    subject = PurePath(error.subject).name if isinstance(error, RecordError) else error.subject
    body = ErrorBody(code=error.code, what=error.what, subject=subject, remedy=error.remedy)
    return answer(ErrorAnswer(error=body), error.http_status)


def on_failure(_: Request, error: Exception) -> Response:
    """Answer an error of the program's tree."""
    assert isinstance(error, CommuniqueError)
    return failure(error)


def on_invalid(_: Request, error: Exception) -> Response:
    """Answer a request that does not have the form that the route asks for."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    remedy = str(first.get("remedy", "see the API's description"))
    body = ErrorBody(code="C100", what=str(first["msg"]), subject=where, remedy=remedy)
    return answer(ErrorAnswer(error=body), 422)


def unfit(where: str, what: str, **more: str) -> RequestValidationError:
    """Return the error that a part of a request has not its form, as the framework tells it."""
    return RequestValidationError([{"loc": (where,), "msg": what, **more}])


def refuse_unknown(request: Request) -> None:
    """Refuse a parameter that the route does not have: a filter that filters nothing misleads.

    Raises:
        RequestValidationError: there is one.
    """
    route = request.scope["route"]
    operation = request.app.openapi()["paths"][route.path][request.method.lower()]
    known = {each["name"] for each in operation.get("parameters", ()) if each["in"] == "query"}
    for name in request.query_params:
        if name not in known:
            remedy = f"choose one of: {', '.join(sorted(known))}" if known else "leave it out"
            raise unfit(f"query.{name}", "there is no such parameter", remedy=remedy)


def on_http(request: Request, error: Exception) -> Response:
    """Answer what the framework refuses: no such path, no such method."""
    assert isinstance(error, HTTPException)
    lost = error.status_code == 404
    body = ErrorBody(
        code=f"H{error.status_code}",
        what="there is no such address" if lost else str(error.detail),
        subject=request.url.path if lost else "",
        remedy="see openapi.json, or /api on the desk" if lost else "",
    )
    response = answer(ErrorAnswer(error=body), error.status_code)
    response.headers.update(error.headers or {})
    if error.status_code == 405:
        response.headers["allow"] = ", ".join(_taken(request))
    return response


def _taken(request: Request) -> list[str]:
    """Return the methods that are taken at an address; the framework names its first route's."""
    paths = request.app.openapi()["paths"]
    asked = request.url.path.removeprefix(request.scope.get("root_path", ""))
    taken = {
        method.upper()
        for path, operations in paths.items()
        if re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)), asked)
        for method in operations
    }
    return sorted(taken)
