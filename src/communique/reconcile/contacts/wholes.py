"""Which contacts of one report may be part of which: looked up, not compared one with all."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from communique.model.rows import ContactRow
from communique.reconcile.contacts.parts import LONGEST, Told, may_be_part, may_be_whole
from communique.reconcile.contacts.recency import JOURNEY, KNOWN
from communique.reconcile.contacts.windows import days_between, moved, window

Meeting = tuple[str, str]
"""Somebody, by id, and a day."""


class Wholes:
    """The contacts of one report, by who takes part on which day, and by where they are told of.

    Args:
        rows: All contacts of the report.
        told: What the words near them say they were part of.
    """

    def __init__(self, rows: Iterable[ContactRow], told: Told) -> None:
        self._rows = {row.id: row for row in rows}
        self._parts: dict[Meeting, list[str]] = defaultdict(list)
        self._wholes: dict[Meeting, list[str]] = defaultdict(list)
        self._told: dict[str, set[str]] = defaultdict(set)
        for row in self._rows.values():
            for key in _as_part(row):
                self._parts[key].append(row.id)
            for key in _as_whole(row):
                self._wholes[key].append(row.id)
        self._look_up_told(told)

    def beside(self, row: ContactRow) -> list[ContactRow]:
        """Return the contacts that one may be part of, or that may be part of it, in order."""
        found = set(self._told.get(row.id, ()))
        found.update(id for key in _as_part(row) for id in self._wholes.get(key, ()))
        found.update(id for key in _as_whole(row) for id in self._parts.get(key, ()))
        return [self._rows[id] for id in sorted(found - {row.id})]

    def _look_up_told(self, told: Told) -> None:
        """Tie contacts to those that their words tell of as what they were part of."""
        spans = sorted(
            (span.start, span.end, row.id)
            for row in self._rows.values()
            if may_be_whole(row)
            for span in row.evidence
        )
        longest = max((end - start for start, end, _ in spans), default=0)
        for row in self._rows.values():
            for each, _ in told.of(row) if may_be_part(row) else ():
                at = bisect_left(spans, (each.whole.start - longest, 0, ""))
                while at < len(spans) and spans[at][0] < each.whole.end:
                    _, end, id = spans[at]
                    if end > each.whole.start:
                        self._told[row.id].add(id)
                        self._told[id].add(row.id)
                    at += 1


def _as_part(row: ContactRow) -> Iterator[Meeting]:
    """Yield by whom and when a contact may be part of others: its day must be known."""
    if may_be_part(row) and window(row).certainty in KNOWN:
        days = window(row)
        yield from _meetings(row, days.first, days.last)


def _as_whole(row: ContactRow) -> Iterator[Meeting]:
    """Yield by whom and when others may be part of a contact: a journey lasts some days, and what
    has several sittings more than one."""
    days = window(row)
    if not may_be_whole(row) or not days.first or days_between(days.first, days.last) > LONGEST:
        return
    if row.kind == "visit":
        yield from _meetings(row, days.first, max(days.last, moved(days.first, JOURNEY)))
    elif row.kind == "summit" or days.first != days.last:
        yield from _meetings(row, days.first, days.last)


def _meetings(row: ContactRow, first: str, last: str) -> Iterator[Meeting]:
    refs = (ref for p in row.participants for ref in (p.actor, p.represents))
    ids = sorted({ref.id for ref in refs if ref})
    for ahead in range(days_between(first, last) + 1):
        day = moved(first, ahead)
        yield from ((id, day) for id in ids)
