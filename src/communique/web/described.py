"""The API's description as a page: every operation, what it takes, and the way to try it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from communique.web.drawing import draw

#: Where the API is mounted on the desk.
BASE = "/api/v1"
_CODE = re.compile(r"`([^`]*)`")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What an operation takes in its address: its name, whether it must be, what it may be."""

    name: str
    place: str
    is_required: bool
    about: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """What is asked for at one address by one method."""

    method: str
    path: str
    about: str
    parameters: tuple[Parameter, ...]
    href: str


def described(api: FastAPI) -> APIRouter:
    """Return the page that describes ``api``."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/api")
    def description(request: Request) -> Response:
        found = api.openapi()
        operations = tuple(operations_in(found))
        about = " ".join(_plain(found["info"]["description"]).split())
        return draw(request, "api", operations=operations, about=about, base=BASE)

    return router


def operations_in(found: Mapping[str, Any]) -> Iterator[Operation]:
    """Yield the operations of an OpenAPI description, as they stand in it."""
    for path, methods in found["paths"].items():
        for method, each in methods.items():
            parameters = tuple(map(_parameter, each.get("parameters", ())))
            open_to_try = method == "get" and not any(one.is_required for one in parameters)
            about = each.get("description") or each.get("summary") or ""
            yield Operation(
                method.upper(),
                f"{BASE}{path}",
                _plain(about.partition("\n\n")[0]),
                parameters,
                f"{BASE}{path}" if open_to_try else "",
            )


def _parameter(each: Mapping[str, Any]) -> Parameter:
    schema = each.get("schema", {})
    choices = [schema, *schema.get("anyOf", ()), schema.get("items", {})]
    values = [str(value) for one in choices for value in one.get("enum", ())]
    about = each.get("description") or schema.get("description") or ""
    return Parameter(
        each["name"], each["in"], bool(each.get("required")), _plain(about), tuple(values)
    )


def _plain(words: str) -> str:
    """Return words without the marks that make them code in Markdown."""
    return _CODE.sub(r"\1", words)
