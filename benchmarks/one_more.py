"""How long one more report takes to add to a large record, beside a small one.

    cp talks.sqlite copy.sqlite
    python -m benchmarks.one_more copy.sqlite --count 40 --seed 7

Takes ``--count`` reports out of the copy, chosen by the seed, with all that rests on them; makes
a record of ``--small`` others; and then adds those that were taken out to both, one by one, each
read anew by the rules, judged and traced. Prints for both records how many milliseconds each
took, by the clock and of the processor, and the ratio of the medians.

The record is written to: use a copy.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlalchemy import delete, or_, select, update

from benchmarks.record_growth import timed
from communique import pipeline
from communique.copying import trace
from communique.extract import extract
from communique.judging import judge
from communique.model import Report
from communique.read.rules import RuleReader
from communique.record import schema
from communique.record.accounts import account_of, number_of
from communique.record.opening import writing
from communique.record.sqlite import SqliteStore
from communique.record.writing import Writer

STEPS = ("read and record", "judge", "trace")
Times = list[tuple[float, float]]
"""Milliseconds by the clock and of the processor."""


def drawn(store: SqliteStore, count: int, seed: int) -> list[str]:
    """The ids of ``count`` reports of the record, chosen by the seed."""
    with writing(store._engine, store.path) as connection:
        ids = list(
            connection.execute(select(schema.reports.c.id).order_by(schema.reports.c.id)).scalars()
        )
    return random.Random(seed).sample(ids, min(count, len(ids)))


def taken_out(store: SqliteStore, ids: Iterable[str]) -> list[Report]:
    """Take reports, and what rests on them, out of the record; return them."""
    reports = []
    for id in ids:
        reports.append(store.source(id)[0])
        with writing(store._engine, store.path) as connection:
            number = number_of(connection, id)
            Writer(connection, None).remove(account_of(connection, number))
            r, d, b = schema.reports.c, schema.readings.c, schema.bodies.c
            body = connection.execute(select(r.body).where(r.n == number)).scalar_one()
            unread = update(schema.reports).where(r.n == number).values(reading=None)
            connection.execute(unread)
            connection.execute(delete(schema.readings).where(d.report == number))
            connection.execute(delete(schema.reports).where(r.n == number))
            if connection.execute(select(r.n).where(r.body == body)).first() is None:
                p, s = schema.prints.c, schema.shared.c
                connection.execute(delete(schema.prints).where(p.body == body))
                connection.execute(
                    delete(schema.shared).where(or_(s.body == body, s.other == body))
                )
                connection.execute(delete(schema.bodies).where(b.n == body))
    judge(store)
    return reports


def added(store: SqliteStore, reader: RuleReader, report: Report) -> Times:
    """Add a report, and return how long each of the steps took."""
    read = pipeline.in_turn(reader, extract, 1)
    return [
        timed(lambda: list(pipeline.add([report], reader.origin, read, store, 1))),
        timed(lambda: judge(store)),
        timed(lambda: trace(store)),
    ]


def told(name: str, times: Sequence[Times]) -> list[float]:
    """Print the times of a record; return the medians of the clock and of the processor, in all
    and but for reading."""
    print(f"\n{name}: milliseconds (median, 95 % within) by the clock; of the processor")
    columns = [*zip(*times, strict=True)]
    for step, some in zip(STEPS, columns, strict=True):
        print(f"   {step:16}", *(_spread([each[of] for each in some]) for of in (0, 1)), sep="  ")
    whole = [[sum(step[of] for step in each) for each in times] for of in (0, 1)]
    print(f"   {'in all':16}", *map(_spread, whole), sep="  ")
    return [statistics.median(some) for some in whole]


def _spread(some: Sequence[float]) -> str:
    ordered = sorted(some)
    return f"{statistics.median(ordered):8.1f} {ordered[int(len(ordered) * 0.95)]:8.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("record", type=Path, help="a copy of a large record")
    parser.add_argument("--count", type=int, default=40, help="reports to add")
    parser.add_argument("--small", type=int, default=100, help="reports in the small record")
    parser.add_argument("--seed", type=int, default=2031)
    given = parser.parse_args()
    large, reader = SqliteStore(given.record), RuleReader()
    ids = drawn(large, given.count + given.small, given.seed)
    with tempfile.TemporaryDirectory() as folder:
        small = SqliteStore(Path(folder) / "small.sqlite")
        for id in ids[given.count :]:
            small.add(large.account(id), large.source(id)[1])
        reports = taken_out(large, ids[: given.count])
        for store in (small, large):
            judge(store)
            trace(store)
        times: dict[str, list[Times]] = {"small": [], "large": []}
        for report in reports:
            for name, store in (("small", small), ("large", large)):
                times[name].append(added(store, reader, report))
        clock, busy = told(f"a record of {given.small} reports", times["small"])
        clocks, busier = told("the large record", times["large"])
        print(f"\nratio: {clocks / clock:.2f} by the clock, {busier / busy:.2f} of the processor")
        small.close()
    large.close()


if __name__ == "__main__":
    main()
