"""What an id names."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, literal, select

from communique.errors import Conflict, NotInRecord, UsageError
from communique.model.ids import PREFIXES
from communique.record import schema
from communique.record.store import Found

_ID = re.compile(r"([a-z])-([0-9A-Za-z_.]+)")
_KINDS = {letter: kind for kind, letter in PREFIXES.items()}

#: How many of the ids that a prefix may stand for are told.
_TOLD = 5


def find(connection: Connection, wanted: str) -> Found:
    """Return what an id, or a prefix of just one, names.

    Raises:
        NotInRecord: nothing has such an id.
        UsageError: it is no id.
        Conflict: it is a prefix of several.
    """
    match = _ID.fullmatch(wanted)
    if match is None or match[1] not in _KINDS:
        known = ", ".join(f"{letter}-… {kind}" for letter, kind in _KINDS.items())
        raise UsageError(f"{wanted!r} is not an id", remedy=f"ids look like this: {known}")
    found = _candidates(connection, _KINDS[match[1]], wanted)
    exact = [candidate for candidate in found if candidate.id == wanted]
    candidates = exact or found
    if not candidates:
        raise NotInRecord("nothing in the record has this id", subject=wanted)
    if len(candidates) > 1:
        raise Conflict(
            "several ids begin so" if not exact else "several claims have this id",
            subject=wanted,
            remedy="write more of it: " + ", ".join(_in_words(c) for c in candidates[:_TOLD]),
        )
    return candidates[0]


def is_id(word: str) -> bool:
    """Tell whether a word is written like an id, or a prefix of one."""
    match = _ID.fullmatch(word)
    return match is not None and match[1] in _KINDS


def _candidates(connection: Connection, kind: str, prefix: str) -> list[Found]:
    """Return what the prefix may stand for: ``_TOLD`` and one, for there may be more."""
    beginning = {"first": prefix, "end": prefix + "\U0010ffff"}
    rows = connection.execute(_query(kind), beginning).all()
    if kind == "actor" and not rows:
        rows = connection.execute(_by_appearance(), beginning).all()
    return [
        Found(id=id, kind=kind_, report=report, local=local) for id, kind_, report, local in rows
    ]


@cache
def _query(kind: str) -> Select[Any]:
    """Return the query for ids of one kind that begin so."""
    nothing = literal(None)
    if kind == "report":
        c = schema.reports.c
        query = select(c.id, literal("report"), c.id, nothing)
    elif kind == "actor":
        c = schema.actors.c
        query = select(c.id, literal("actor"), nothing, nothing)
    else:
        c = schema.all_claims.c
        query = select(c.id, c.kind, schema.reports.c.id, c.local).join(
            schema.reports, schema.reports.c.n == c.report
        )
    return _beginning(query, c.id)


@cache
def _by_appearance() -> Select[Any]:
    """Return the query for actors by the ids of their appearances in one report each."""
    c, actors = schema.appearances.c, schema.actors.c
    query = (
        select(actors.id, literal("actor"), schema.reports.c.id, c.local)
        .join(schema.appearances, c.actor == actors.n)
        .join(schema.reports, schema.reports.c.n == c.report)
    )
    return _beginning(query, c.id)


def _beginning(query: Select[Any], column: Any) -> Select[Any]:
    """Narrow ``query`` to ids from ``first`` to before ``end``; a range, which an index serves."""
    return query.where(column >= bindparam("first"), column < bindparam("end")).limit(_TOLD + 1)


def _in_words(found: Found) -> str:
    """Return the id, with its report where that is needed to tell it apart."""
    return f"{found.id} (in {found.report})" if found.local else found.id
