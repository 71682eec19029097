"""Which reports tell most of some words, by BM25 as FTS5 has it, kept word by word.

BM25 (Robertson and Zaragoza 2009, "The probabilistic relevance framework") is a sum over words, so
what a word adds to each report is found out once and serves every question with that word. It
depends on all reports, and is found out anew once one was read.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import Any

import numpy as np
from sqlalchemy import Connection

#: What a match in a report's title counts beside one in its text.
_TITLE, _TEXT = 2.0, 1.0
#: So few reports are weighed in no time.
_FEW = 500
#: What words add to reports that is kept, 16 bytes each: that of some hundreds of words.
_KEPT = 1_500_000

Added = tuple[Any, Any]
"""The numbers of the reports with a word, and what it adds to each (the less the better)."""


class Ranks:
    """What words add to reports, as long as none is read. Threads may share it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._words = Words(None, 0)

    def best(self, connection: Connection, queries: Sequence[str], limit: int) -> list[str]:
        """Return the ids of the reports that meet any of some FTS5 queries, best first.

        By BM25 a word in more than half of all reports counts nothing, but all of them would have
        to be weighed: such words are passed over if there are others.
        """
        words = self._as_of(connection)
        total = np.zeros(words.reports + 1)
        for query in words.telling(connection, queries):
            reports, scores = words.adding(connection, query)
            total[reports] += scores
        best = np.flatnonzero(total)
        if len(best) > limit:
            last = np.partition(total[best], limit - 1)[limit - 1]
            best = best[total[best] <= last]
        best = best[np.argsort(total[best], kind="stable")][:limit]
        ids = _ids(connection, best.tolist())
        return [id for _, id in sorted((total[n], ids[n]) for n in best.tolist())]

    def _as_of(self, connection: Connection) -> Words:
        """Return what is known of words in the state of the record that a connection sees."""
        state = connection.exec_driver_sql(_STATE).one()
        with self._lock:
            if self._words.state != tuple(state):
                self._words = Words(*state)
            return self._words


_STATE = "SELECT (SELECT max(n) FROM readings), (SELECT coalesce(max(n), 0) FROM reports)"


class Words:
    """What is known of words in one state of the record: after a reading, with so many reports."""

    def __init__(self, newest: int | None, reports: int) -> None:
        self.state = newest, reports
        self.reports = reports
        self._lock = Lock()
        self._counts: dict[str, int] = {}
        self._added: OrderedDict[str, Added] = OrderedDict()
        self._size = 0

    def telling(self, connection: Connection, queries: Sequence[str]) -> Sequence[str]:
        """Return those queries that tell reports apart: if any does, not those that most meet."""
        common = self.reports // 2
        if common < _FEW or len(queries) < 2:
            return queries
        for query in queries:
            if query not in self._counts:
                counted = connection.exec_driver_sql(_MEETING, (query, common)).scalar_one()
                self._counts[query] = counted
        return [query for query in queries if self._counts[query] < common] or queries

    def adding(self, connection: Connection, query: str) -> Added:
        """Return what a query adds to the reports that meet it."""
        with self._lock:
            known = self._added.get(query)
            if known is not None:
                self._added.move_to_end(query)
                return known
        # Of thousands of reports rows of their own would take as long again.
        cursor = connection.connection.cursor()
        cursor.execute(_WEIGHED, (_TITLE, _TEXT, query))
        rows = cursor.fetchall()
        cursor.close()
        reports = np.fromiter((row[0] for row in rows), np.int64, len(rows))
        found = reports, np.fromiter((row[1] for row in rows), np.float64, len(rows))
        with self._lock:
            if query not in self._added:
                self._size += len(rows)
            self._added[query] = found
            while self._size > _KEPT and len(self._added) > 1:
                _, (gone, _) = self._added.popitem(last=False)
                self._size -= len(gone)
        return found


_MEETING = "SELECT count(*) FROM (SELECT 1 FROM report_words WHERE report_words MATCH ? LIMIT ?)"
_WEIGHED = "SELECT rowid, bm25(report_words, ?, ?) FROM report_words WHERE report_words MATCH ?"


def _ids(connection: Connection, reports: Sequence[int]) -> dict[int, str]:
    """Return the ids of reports by their numbers."""
    places = ", ".join("?" * len(reports))
    query = f"SELECT n, id FROM reports WHERE n IN ({places})"
    rows = connection.exec_driver_sql(query, tuple(reports))
    return {row.n: row.id for row in rows}
