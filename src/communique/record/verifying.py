"""Checking what a record holds against the texts it was read from.

For each report: the body still has the hash that is its id; every span of every actor,
date and claim lies in the body, and the words that they cover are those they covered when
they were read (:func:`communique.record.packing.seal`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from communique.errors import EvidenceError, NotARecord
from communique.model import Actor, LeftOut, Report, When, body_id, spans_lists, verify
from communique.model.rows import Fault, Verification
from communique.record import schema
from communique.record.packing import seal, unpack_text
from communique.record.wire import claim_from


def verification(connection: Connection, number: int) -> Verification:
    """Return what was checked of the report with this number, and what does not hold."""
    r, b = schema.reports.c, schema.bodies.c
    query = select(r.id, r.payload, b.id.label("body"), b.packed, b.characters)
    row = connection.execute(query.join(schema.bodies, b.n == r.body).where(r.n == number)).one()
    faults: list[Fault] = []
    spans = 0
    try:
        text = _checked_text(row.packed, row.body)
        report = msgspec.json.decode(row.payload, type=Report)
        spans += _checked(msgspec.structs.replace(report, text=text), text, None)
    except (ValueError, EvidenceError, NotARecord) as error:
        return Verification(report=row.id, spans=0, faults=(_fault(row.id, error),))
    for id, value in _values(connection, number, row.id):
        if isinstance(value, ValueError):
            faults.append(_fault(id, value))
            continue
        try:
            spans += _checked(value[0], text, value[1])
        except (ValueError, EvidenceError) as error:
            faults.append(_fault(id, error))
    return Verification(report=row.id, spans=spans, faults=tuple(faults))


def _checked_text(packed: bytes, body: str) -> str:
    """Return the text of a body.

    Raises:
        NotARecord: it does not unpack.
        ValueError: it does not have the hash that is its id.
    """
    text = unpack_text(packed)
    if body_id(text) != body:
        raise ValueError("the text does not have the hash that is its id")
    return text


def _checked(value: object, text: str, sealed: str | None) -> int:
    """Return how many spans a value has, all of which hold.

    Raises:
        EvidenceError: one does not lie in the text.
        ValueError: the words are not those that were sealed.
    """
    count = 0
    for spans in spans_lists(value):
        verify(spans, len(text))
        count += len(spans)
    if sealed is not None and seal(text, value) != sealed:
        raise ValueError("its spans no longer cover the words that were read")
    return count


def _values(connection: Connection, number: int, report: str) -> Iterator[tuple[str, Any]]:
    """Yield id, and value with seal, of all that a report says; an error where it is damaged."""
    p, c, d = schema.appearances.c, schema.all_claims.c, schema.dates.c
    left_out = schema.left_out
    for row in connection.execute(select(schema.appearances).where(p.report == number)):
        yield row.id, _decoded(lambda payload: msgspec.json.decode(payload, type=Actor), row)
    for row in connection.execute(select(schema.all_claims).where(c.report == number)):
        kind = row.kind
        yield row.id, _decoded(lambda payload, kind=kind: claim_from(kind, payload), row)
    for row in connection.execute(select(schema.dates).where(d.report == number)):
        yield (
            f"{report} date {row.ordinal + 1}",
            _decoded(lambda payload: msgspec.json.decode(payload, type=When), row),
        )
    for row in connection.execute(select(left_out).where(left_out.c.report == number)):
        yield (
            f"{report} left out {row.ordinal + 1}",
            _decoded(lambda payload: msgspec.json.decode(payload, type=LeftOut), row),
        )


def _decoded(decode: Any, row: Any) -> Any:
    """Return a row's value with its seal, or the error that decoding it gave."""
    try:
        return decode(row.payload), row.seal
    except (ValueError, KeyError, EvidenceError) as error:
        return ValueError(f"is not in the contract's form ({error})")


def _fault(subject: str, error: Exception) -> Fault:
    """Return what is wrong, in one line."""
    said = error.what if isinstance(error, NotARecord) else str(error)
    return Fault(subject=subject, code=EvidenceError.code, message=" ".join(said.split()))
