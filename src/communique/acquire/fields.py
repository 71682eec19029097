"""Which field of a row, a sidecar or front matter holds which particular."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import tomli

from communique.acquire.particulars import SLOTS, Particulars, tidy
from communique.errors import UnknownName


def check_fields(fields: Mapping[str, str]) -> None:
    """Check the slots of a field mapping.

    Raises:
        UnknownName: a slot is not one of a report's; the error lists those there are.
    """
    for slot in fields:
        if slot not in ("text", *SLOTS):
            raise UnknownName("slot of a report", slot, ["text", *SLOTS])


def particulars_from(
    row: Mapping[str, object], fields: Mapping[str, str] | None = None
) -> Particulars:
    """Return the particulars that ``row`` holds, by ``fields`` and by the usual names."""
    mapped = dict(fields or {})
    values = {slot: tidy(value_of(row, slot, mapped)) for slot in SLOTS}
    return Particulars(**values)


def value_of(row: Mapping[str, object], slot: str, fields: Mapping[str, str]) -> object:
    """Return the value of ``slot`` in ``row``, or ``None``.

    A mapped slot is looked for under its mapped name alone; any other under the usual
    names (``fields.toml``), in their order, in upper or lower case.
    """
    if slot in fields:
        return _reach(row, fields[slot])
    folded = {
        str(key).strip().casefold().replace(" ", "_").replace("-", "_"): key
        for key in reversed(list(row))
    }
    for name in usual_names()[slot]:
        if name in folded and row[folded[name]] not in (None, "", []):
            return row[folded[name]]
    return None


def names_of(slot: str, fields: Mapping[str, str]) -> Iterable[str]:
    """Return the names under which ``slot`` is looked for."""
    return (fields[slot],) if slot in fields else usual_names()[slot]


@cache
def usual_names() -> dict[str, tuple[str, ...]]:
    """Return the usual names of each slot, the likeliest first."""
    source = files(__package__).joinpath("fields.toml").read_text(encoding="utf-8")
    return {slot: tuple(names) for slot, names in tomli.loads(source).items()}


def _reach(row: Mapping[str, object], name: str) -> object:
    """Return the field ``name``, or, for a dotted name that is none, the inner field."""
    value: object = row
    if name in row:
        return row[name]
    for key in name.split("."):
        if not isinstance(value, Mapping) or key not in value:
            return None
        value = value[key]
    return value
