"""What a record knows of the publications of texts that are to be added."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable
from contextlib import AbstractContextManager
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, select

from communique.model import Origin, Report
from communique.model.citation import report_id
from communique.model.report import has_same_particulars
from communique.record import schema
from communique.record.among import as_list, listed

_REPORT = msgspec.json.Decoder(Report)


class SqliteEditions(ABC):
    """The part of a SQLite record that tells of what is there before something is added."""

    @abstractmethod
    def _look(self) -> AbstractContextManager[Connection]:
        """Open a transaction to look into the record."""

    def editions(self, bodies: Iterable[str]) -> dict[str, list[Report]]:
        """Return the recorded publications, without their texts, of each of these ``bodies``."""
        found: defaultdict[str, list[Report]] = defaultdict(list)
        with self._look() as connection:
            rows = connection.execute(_of_bodies(), {"bodies": as_list(bodies)}).all()
        for body, payload in rows:
            found[body].append(_REPORT.decode(payload))
        return dict(found)

    def origins(self, publications: Iterable[str]) -> dict[str, Origin]:
        """Return what made the readings of those ``publications`` that are recorded."""
        ids = {report_id(publication): publication for publication in publications}
        r, o, d = schema.reports.c, schema.origins.c, schema.readings.c
        query = (
            select(r.id, o.payload)
            .join(schema.readings, d.n == r.reading)
            .join(schema.origins, o.n == d.origin)
            .where(r.id.in_(list(ids)))
        )
        with self._look() as connection:
            rows = connection.execute(query).all()
        return {ids[id]: msgspec.json.decode(payload, type=Origin) for id, payload in rows}


def says_otherwise(connection: Connection, report: Report) -> bool:
    """Tell whether a recorded report has other particulars than ``report``."""
    r = schema.reports.c
    query = select(r.payload).where(r.id == report_id(report.publication))
    known = _REPORT.decode(connection.execute(query).scalar_one())
    return not has_same_particulars(report, known)


@cache
def _of_bodies() -> Select[Any]:
    """Return the query for the reports of the bodies listed."""
    r, b = schema.reports.c, schema.bodies.c
    query = select(b.id, r.payload).join_from(schema.bodies, schema.reports, r.body == b.n)
    return query.where(listed(b.id, "bodies")).order_by(r.n)
