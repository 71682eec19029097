"""How fast questions and searches are answered on a record, and how often wrongly where nothing is.

Makes questions out of the record's own contacts: when two people met (the report that tells it
should be among the sources), how long it lasted where no report says so, and when two people met
who never did (both should be declined). Each question is put twice: the first time finds nothing
of its reports in memory, the second time all of them.

    python -m benchmarks.asking --record big.sqlite --count 100
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from pathlib import Path

from communique.model.rows import ContactRow
from communique.service import Service, every
from communique.settings import load

Pair = tuple[tuple[str, str], tuple[str, str]]


def persons(row: ContactRow) -> list[tuple[str, str]]:
    """Return the ids and names of those who take part under a full name."""
    named = {p.actor.id: p.actor.name for p in row.participants if p.actor.kind == "person"}
    return [(id, name) for id, name in named.items() if " " in name]


def timed(service: Service, question: str, times: tuple[list[float], list[float]]) -> set[str]:
    """Ask twice, note both times in milliseconds; return the reports that answer."""
    for some in times:
        began = time.process_time()
        reply = service.ask(question)
        some.append(1000 * (time.process_time() - began))
    return {source.report.id for finding in reply.findings for source in finding.sources}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--record", type=Path, required=True)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20261122)
    arguments = parser.parse_args()
    draw = random.Random(arguments.seed)
    asking: tuple[list[float], list[float]] = ([], [])
    searching: list[float] = []
    with Service(load({}, record=arguments.record)) as service:
        rows = [row for row in every(service.contacts) if row.kind in ("call", "meeting")]
        together = defaultdict(list)
        for row in rows:
            ids = {p.actor.id for p in row.participants}
            ids |= {p.represents.id for p in row.participants if p.represents}
            for one in ids:
                for other in ids:
                    together[one, other].append(row)
        pairs = [row for row in rows if len(persons(row)) == 2 and row.status == "held"]
        chosen = draw.sample(pairs, min(arguments.count, len(pairs)))
        found = dated = untold = invented = strangers = related = 0
        everybody = sorted({person for row in pairs for person in persons(row)})
        for row in chosen:
            (one, name), (other, other_name) = persons(row)
            verb = "speak by phone with" if row.kind == "call" else "meet"
            if row.date and row.date.value and row.date.value[0].isdigit():
                dated += 1
                reports = timed(service, f"When did {name} {verb} {other_name}?", asking)
                found += row.report.id in reports
            if not any(each.duration for each in together[one, other]):
                untold += 1
                question = f"How long did the {row.kind} between {name} and {other_name} last?"
                invented += bool(timed(service, question, asking))
            (a, a_name), (b, b_name) = draw.sample(everybody, 2)
            if not together.get((a, b)):
                strangers += 1
                related += bool(timed(service, f"When did {a_name} meet {b_name}?", asking))
            service.search(f"{name} {row.kind}")
            began = time.process_time()
            service.search(f"{name} {row.kind}")
            searching.append(1000 * (time.process_time() - began))
    print(f"when: {found} of {dated} with the report that tells it")
    print(f"how long, never told: {invented} of {untold} answered all the same")
    print(f"when, of two who never met: {related} of {strangers} answered all the same")
    told = (("ask, put first", asking[0]), ("ask, again", asking[1]), ("search, again", searching))
    for name, times in told:
        times.sort()
        half, most = times[len(times) // 2], times[int(len(times) * 0.95)]
        print(f"{name}, {len(times)} times: median {half:.0f} ms, 95 % within {most:.0f} ms")


if __name__ == "__main__":
    main()
