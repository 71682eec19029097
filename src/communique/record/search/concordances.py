"""In which sentences of a report its words stand, kept so that no question has to find it out.

How words are compared is known to whoever opens the record (``Concord``); here the places are
kept beside the reports. They are found out as a report is added; those of reports that an
earlier version added are found out with the next judging, and until then by each question.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from communique.model import Spans
from communique.record import schema
from communique.record.packing import unpack_spans, unpack_text

#: Returns, for each word of a text, the numbers of the sentences with it, parted by spaces; and
#: what the sentences mean, as vectors of signed bytes (:mod:`communique.record.search.meanings`).
Concord = Callable[[str, Spans], tuple[Mapping[str, str], bytes | None]]

#: Reports whose words are entered in one transaction.
AT_ONCE = 100
_DECODER = msgspec.msgpack.Decoder(dict[str, str])


def enter(connection: Connection, report: int, concord: Concord) -> None:
    """Enter the words of a report, by its number."""
    _enter(connection, [report], concord)


def put_down(connection: Connection, report: int) -> None:
    """Put a report down as one whose words are still to be entered; old ones are taken out."""
    _take_out(connection, [report])
    connection.execute(insert(schema.unlisted).values(report=report))


def catch_up(connection: Connection, concord: Concord) -> bool:
    """Enter the words of some reports that wait for it; tell whether there were any."""
    query = select(schema.unlisted.c.report).limit(AT_ONCE)
    waiting = list(connection.execute(query).scalars())
    if waiting:
        _enter(connection, waiting, concord)
    return bool(waiting)


def concordances(connection: Connection, reports: Iterable[int]) -> dict[int, dict[str, str]]:
    """Return in which sentences the words of reports stand, by the reports' numbers.

    Those of which it is not known are left out.
    """
    c = schema.concordances.c
    query = select(c.report, c.packed).where(c.report.in_(list(reports)))
    rows = connection.execute(query)
    return {report: _DECODER.decode(zlib.decompress(packed)) for report, packed in rows}


def _enter(connection: Connection, reports: list[int], concord: Concord) -> None:
    _take_out(connection, reports)
    r, b = schema.reports.c, schema.bodies.c
    query = select(r.n, r.sentences, b.packed).join(schema.bodies, b.n == r.body)
    rows: list[dict[str, Any]] = []
    for n, sentences, text in connection.execute(query.where(r.n.in_(reports))).all():
        places, meant = concord(unpack_text(text), unpack_spans(sentences))
        rows.append({"report": n, "packed": _packed(places), "meanings": meant})
    if rows:
        connection.execute(insert(schema.concordances), rows)


def _take_out(connection: Connection, reports: list[int]) -> None:
    for table in (schema.concordances, schema.unlisted):
        connection.execute(delete(table).where(table.c.report.in_(reports)))


def _packed(places: Mapping[str, str]) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(dict(sorted(places.items()))), 6)
