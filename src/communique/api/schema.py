"""What the routes say of themselves: the model's types as JSON Schema, in OpenAPI's form."""

from __future__ import annotations

from typing import Any

import msgspec

from communique.api.answers import ErrorAnswer

#: Types whose schemas the description holds, by the name under which it refers to them.
_TYPES: dict[str, Any] = {}
_PLACE = "#/components/schemas/{name}"
_SAYS = {
    400: "The request cannot be carried out as it was put",
    401: "A password or token is asked for",
    403: "The request comes from another site",
    404: "The record holds no such thing",
    413: "More than can be taken at once",
    422: "The request does not have the form that is asked for",
    503: "The record is in use, or not there",
}


def answers(type: Any, *failures: int, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """Return the answers of a route: a value of ``type``, or an error with such a status."""
    found: dict[int | str, dict[str, Any]] = {status: _content(type, "What was asked for")}
    for each in failures:
        found[each] = _content(ErrorAnswer, _SAYS[each])
    return found


def _content(type: Any, says: str) -> dict[str, Any]:
    (schema,), components = msgspec.json.schema_components([type], ref_template=_PLACE)
    _TYPES.update(components)
    return {"description": says, "content": {"application/json": {"schema": schema}}}


def completed(description: dict[str, Any]) -> dict[str, Any]:
    """Return the framework's description with the model's types in it."""
    components = description.setdefault("components", {}).setdefault("schemas", {})
    components.update(_TYPES)
    for unused in ("HTTPValidationError", "ValidationError"):
        components.pop(unused, None)
    return description


def asked(type: Any) -> dict[str, Any]:
    """Return what a route says of the body that it takes."""
    content = _content(type, "")["content"]
    return {"requestBody": {"required": True, "content": content}}
