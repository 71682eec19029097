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
    #: Kinds of content that its request may hold, and what stands in it.
    takes: tuple[str, ...] = ()


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
            body = each.get("requestBody", {}).get("content", {})
            parameters = tuple(map(_parameter, each.get("parameters", ())))
            open_to_try = method == "get" and not any(one.is_required for one in parameters)
            parameters += tuple(_fields(body, found))
            about = each.get("description") or each.get("summary") or ""
            yield Operation(
                method.upper(),
                f"{BASE}{path}",
                _plain(about.partition("\n\n")[0]),
                parameters,
                f"{BASE}{path}" if open_to_try else "",
                tuple(body),
            )


def _fields(body: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[Parameter]:
    """Yield the fields of what a request holds; of several forms those of all, each once."""
    named = found.get("components", {}).get("schemas", {})
    for content in body.values():
        schema = content.get("schema", {})
        forms = [
            named.get(str(one.get("$ref", "")).rpartition("/")[2], one)
            for one in schema.get("anyOf", (schema,))
        ]
        fields = dict.fromkeys(field for form in forms for field in form.get("properties", ()))
        for field in fields:
            said = [form["properties"][field] for form in forms if field in form["properties"]]
            needed = all(field in form.get("required", ()) for form in forms)
            whole = {**said[0], "anyOf": said} if len(said) > 1 else said[0]
            yield _parameter({"name": field, "in": "body", "schema": whole, "required": needed})


def _parameter(each: Mapping[str, Any]) -> Parameter:
    schema = each.get("schema", {})
    choices = [schema, *schema.get("anyOf", ()), schema.get("items", {})]
    values = dict.fromkeys(str(value) for one in choices for value in _values(one))
    about = each.get("description") or schema.get("description") or ""
    return Parameter(
        each["name"], each["in"], bool(each.get("required")), _plain(about), tuple(values)
    )


def _values(schema: Any) -> Iterator[object]:
    """Yield the few values that a schema allows, if it allows few; it may be a truth value."""
    if not isinstance(schema, Mapping):
        return
    yield from schema.get("enum", ())
    if "const" in schema:
        yield schema["const"]


def _plain(words: str) -> str:
    """Return words without the marks that make them code in Markdown."""
    return _CODE.sub(r"\1", words)
