"""What the routes say of themselves: the model's types as JSON Schema, in OpenAPI's form."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from communique.api.answers import ErrorAnswer

#: Types whose schemas the description holds, by the name under which it refers to them.
_TYPES: dict[str, Any] = {}
_PLACE = "#/components/schemas/{name}"
_SAYS = {
    400: "The request cannot be carried out as it was put",
    401: "A password or token is asked for",
    403: "The request comes from another site, or asks for the desk by another's name",
    404: "The record holds no such thing",
    409: "It does not fit what the record holds",
    413: "More than can be taken at once",
    422: "The request does not have the form that is asked for",
    500: "The record cannot be used",
    503: "The record is in use",
}
#: How whoever asks shows that they may, where a password is set.
_KEYS = {
    "password": {"type": "http", "scheme": "basic", "description": "any name and the password"},
    "token": {"type": "http", "scheme": "bearer", "description": "the password"},
}


def answers(type: Any, *statuses: int, body: bool = False) -> dict[int | str, dict[str, Any]]:
    """Return the answers of a route: a value of ``type``, or an error of a known status.

    ``statuses`` are those of the value, 200 if there are none. A request with a ``body`` may
    also bring too much.
    """
    told: dict[int | str, dict[str, Any]] = {
        status: _content(type, "What was asked for") for status in statuses or (200,)
    }
    failures = [each for each in _SAYS if each != 401 and (body or each != 413)]
    return told | {each: _content(ErrorAnswer, _SAYS[each]) for each in failures}


def files(*media_types: str, json: Any = None) -> dict[int | str, dict[str, Any]]:
    """Return the answers of a route: a file of one of these types, or an error.

    ``json`` is the type of the value where it may also be asked for as JSON.
    """
    told = answers(None)
    content = {
        media_type: {"schema": {"type": "string", "format": "binary"}} for media_type in media_types
    }
    if json is not None:
        content |= _content(json, "")["content"]
    unchanged: dict[str, Any] = {"description": "It is still the one that the request names"}
    return told | {200: {"description": "The file", "content": content}, 304: unchanged}


def _content(type: Any, says: str) -> dict[str, Any]:
    return {"description": says, "content": {"application/json": {"schema": {**_schema(type)}}}}


@cache
def _schema(type: Any) -> dict[str, Any]:
    """Return the schema of a type; those that it refers to are kept for the description.

    Many routes answer with the same types, and to look through one takes as long as a request.
    """
    (schema,), components = msgspec.json.schema_components([type], ref_template=_PLACE)
    _TYPES.update(components)
    return schema


def completed(description: dict[str, Any], *, protected: bool) -> dict[str, Any]:
    """Return the framework's description with the model's types in it.

    Where it is ``protected``, it says of every operation that it asks for a password.
    """
    components = description.setdefault("components", {}).setdefault("schemas", {})
    components.update(_TYPES)
    for unused in ("HTTPValidationError", "ValidationError"):
        components.pop(unused, None)
    if protected:
        description["components"]["securitySchemes"] = _KEYS
        description["security"] = [{name: []} for name in _KEYS]
        for operation in (each for path in description["paths"].values() for each in path.values()):
            operation["responses"]["401"] = _content(ErrorAnswer, _SAYS[401])
    return description


def asked(type: Any) -> dict[str, Any]:
    """Return what a route says of the JSON that it takes."""
    return {"requestBody": {"required": True, "content": _content(type, "")["content"]}}


def sent(name: str, most: int) -> dict[str, Any]:
    """Return what a route says of the form that it takes: at most so many files of one name."""
    items = {"contentMediaType": "application/octet-stream"}
    files = {"type": "array", "minItems": 1, "maxItems": most, "items": items}
    form = {"type": "object", "properties": {name: files}, "required": [name]}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": form}}}}
