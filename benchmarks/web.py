"""How long each page of the desk takes: ``python -m benchmarks.web RECORD [--times N]``.

Pages are drawn in this process, through the guard and the routes as a browser would get them, each
``--times`` times after one request that is not counted, by a desk that is warm, as it is some
seconds after ``communique serve``. Asked for are the lists, their second pages, and for each kind
of page of one thing the things of the first list's start, so that no page is fast because it was
drawn before. Prints a table in Markdown, the slowest page first; what the processor worked says
more than the clock where others work on the machine.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from fastapi.testclient import TestClient

from communique.service import Service
from communique.settings import load
from communique.web import create_desk
from communique.web.warming import warm

#: What a page may take at most for 95 of 100 requests, in milliseconds.
TARGET = 200.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How long each page of the desk takes.")
    parser.add_argument("record", type=Path)
    parser.add_argument("--times", type=int, default=20)
    asked = parser.parse_args(arguments)
    with Service(load({}, record=asked.record, reader="rules")) as service:
        warm(service).join()
        rows = measured(service, asked.times)
        print("| page | p50 ms | p95 ms | processor p50 | p95 | kB |")
        print("|---|---:|---:|---:|---:|---:|")
        for row in sorted(rows, key=lambda row: -quantile(row.spent, 0.95)):
            p95 = quantile(row.spent, 0.95)
            late = " (late)" if p95 > TARGET else ""
            print(
                f"| {row.name} | {quantile(row.spent, 0.5):.0f} | {p95:.0f}{late} "
                f"| {quantile(row.worked, 0.5):.0f} | {quantile(row.worked, 0.95):.0f} "
                f"| {row.size / 1000:.0f} |"
            )


class Measured(NamedTuple):
    """A kind of page, what requests for it took by the clock and of the processor (ms), and its
    size in bytes."""

    name: str
    spent: list[float]
    worked: list[float]
    size: int


def measured(service: Service, times: int) -> list[Measured]:
    """Return for each kind of page what requests took; the first one is not counted."""
    desk = TestClient(create_desk(service), base_url="http://localhost")
    rows = []
    for name, addresses in pages(service, times):
        desk.get(addresses[0])
        spent, worked, size = [], [], 0
        for at in range(times):
            start, began = time.perf_counter(), time.process_time()
            answer = desk.get(addresses[at % len(addresses)])
            spent.append((time.perf_counter() - start) * 1000)
            worked.append((time.process_time() - began) * 1000)
            assert answer.status_code == 200, answer.text
            size = max(size, len(answer.content))
        rows.append(Measured(name, spent, worked, size))
    return rows


def pages(service: Service, times: int) -> Iterator[tuple[str, list[str]]]:
    """Yield kinds of pages with the addresses that stand for them."""
    for path in ("/", "/actors", "/issues", "/ledger", "/forecasts", "/reports", "/review", "/log"):
        yield path, [path]
    yield "/ (a year)", ["/?since=2024&until=2024", "/?since=2025&until=2025"]
    labels = [row.label for row in service.issues(limit=times).rows]
    if labels:
        yield "/issues?issue=", [f"/issues?issue={quote(label)}" for label in labels]
    second = service.storyline(limit=40).next
    if second:
        yield "/ (second page)", [f"/?after={second}"]
    actors = service.actors(limit=times).rows
    yield "/?actor=", [f"/?actor={row.id}" for row in actors]
    yield "/actors/ID", [f"/actors/{row.id}" for row in actors]
    contacts = sorted(service.contact_lines(limit=200).rows, key=lambda row: -len(row.reports))
    yield "/contacts/ID", [f"/contacts/{row.id}" for row in contacts[:times]]
    yield "/reports/ID", [f"/reports/{row.id}" for row in service.reports(limit=times).rows]
    yield "/claims/ID", [f"/claims/{row.id}" for row in service.statements(limit=times).rows]
    states = [row.name for row in service.actors(limit=100).rows if row.kind == "state"]
    if len(states) > 1:
        pair = f"one={states[0]}&other={states[1]}"
        yield "/relations", [f"/relations?{pair}"]
        yield "/relations.svg", [f"/relations.svg?{pair}"]
    names = [row.name for row in actors]
    yield "/ask (a question)", [f"/ask?q=Whom did {name} call?" for name in names]
    yield "/ask (words)", [f"/ask?q={name}" for name in names]


def quantile(spent: Sequence[float], share: float) -> float:
    """Return the smallest of the times that ``share`` of them do not exceed."""
    return sorted(spent)[max(0, math.ceil(share * len(spent)) - 1)]


if __name__ == "__main__":
    main()
