"""Sentences by what they mean: vectors kept beside the reports, and which are nearest to one.

What a vector is, is known to whoever opens the record; here they are rows of signed bytes. Their
signs (a bit each) are kept in memory, in one table for all sentences; the nearest by signs are
then weighed by their vectors (as in Charikar 2002, "Similarity estimation techniques from rounding
algorithms").
"""

from __future__ import annotations

from collections import defaultdict
from threading import Lock
from typing import Any

import numpy as np
from sqlalchemy import Connection, select

from communique.record import schema

#: Sentences that are weighed by their vectors, of those nearest by signs.
_WEIGHED = 400
#: Reports whose vectors are fetched at once.
_AT_ONCE = 2000


class Signs:
    """The signs of all sentences of a record, kept up with it. Threads may share it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._version: Any = None
        self._readings: dict[int, int | None] = {}
        self._signs: dict[int, Any] = {}
        self._all: Any = None
        self._reports: Any = None
        self._numbers: Any = None

    def nearest(self, connection: Connection, signs: Any) -> list[tuple[int, int]]:
        """Return the sentences (report, number) whose signs are most like ``signs``, best first."""
        with self._lock:
            self._keep_up(connection)
            if self._all is None or not len(self._all):
                return []
            differing = np.bitwise_count(self._all ^ signs)
            few = min(_WEIGHED, len(differing)) - 1
            # All that are as near as the last of the nearest: no choice among equals.
            least = np.partition(differing, few)[few]
            places = np.flatnonzero(differing <= least)
            places = places[np.argsort(differing[places], kind="stable")][: 2 * _WEIGHED]
            return list(
                zip(self._reports[places].tolist(), self._numbers[places].tolist(), strict=True)
            )

    def _keep_up(self, connection: Connection) -> None:
        """Fetch the signs of reports that are new, or were read or listed anew."""
        version = connection.exec_driver_sql(_VERSION).one()
        if version == self._version:
            return
        self._version = version
        r, c = schema.reports.c, schema.concordances.c
        query = select(c.report, r.reading).join(schema.reports, r.n == c.report)
        readings: dict[int, int | None] = dict(connection.execute(query).all())
        new = [n for n, reading in readings.items() if self._readings.get(n, -1) != reading]
        for at in range(0, len(new), _AT_ONCE):
            some = select(c.report, c.meanings).where(c.report.in_(new[at : at + _AT_ONCE]))
            for report, packed in connection.execute(some):
                self._signs[report] = _signs(_vectors(packed))
        for gone in self._signs.keys() - readings.keys():
            del self._signs[gone]
        self._readings = readings
        order = sorted(self._signs)
        parts = [self._signs[n] for n in order]
        self._all = np.concatenate(parts) if parts else None
        self._reports = np.repeat(np.array(order, np.int64), [len(part) for part in parts])
        self._numbers = np.concatenate([np.arange(len(part)) for part in parts]) if parts else None


#: Changes with each reading that comes, and each report that is listed afterwards.
_VERSION = "SELECT (SELECT max(n) FROM readings), (SELECT count(*) FROM unlisted)"


def nearest(
    connection: Connection, vector: bytes, limit: int, signs: Signs
) -> list[tuple[str, int, float]]:
    """Return the sentences nearest to a vector: report, number and likeness (at most 1).

    Best first, then in the order of the reports' ids; those of nothing in common are left out.
    """
    wanted = np.frombuffer(vector, np.int8).astype(np.int32)
    found = signs.nearest(connection, _signs(wanted[None, :].astype(np.int8))[0])
    by_report: dict[int, list[int]] = defaultdict(list)
    for report, number in found:
        by_report[report].append(number)
    r, c = schema.reports.c, schema.concordances.c
    query = select(r.n, r.id, c.meanings).join(schema.concordances, c.report == r.n)
    whole = float(wanted @ wanted) or 1.0
    weighed = [
        (id, number, float(score) / whole)
        for n, id, packed in connection.execute(query.where(r.n.in_(list(by_report))))
        for number, score in _scores(_vectors(packed), by_report[n], wanted)
    ]
    weighed.sort(key=lambda each: (-each[2], each[0], each[1]))
    return [each for each in weighed[:limit] if each[2] > 0]


def _scores(vectors: Any, numbers: list[int], wanted: Any) -> list[tuple[int, int]]:
    return list(zip(numbers, (vectors[numbers].astype(np.int32) @ wanted).tolist(), strict=True))


def _vectors(packed: bytes | None) -> Any:
    """Return the vectors of a report's sentences, one a row; none if they are not known."""
    return np.frombuffer(packed or b"", np.int8).reshape(-1, WIDTH)


def _signs(vectors: Any) -> Any:
    """Return the signs of vectors, one number of 64 bits for each."""
    return np.packbits(vectors > 0, axis=1).view(np.uint64)[:, 0]


#: Numbers in a vector, of one byte each; as many as there are bits in a number.
WIDTH = 64
