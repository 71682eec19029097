"""How long one more report takes to add, in records of growing size.

    python -m benchmarks.record_growth                      synthetic reports, 10,000 of them
    python -m benchmarks.record_growth --sizes 100 1000     smaller
    python -m benchmarks.record_growth --releases FILE      read real ones from JSON lines
    python -m benchmarks.record_growth --releases FILE --unread   only their texts: who copied whom

Synthetic reports are of one size (20 statements, 12 actors, 3 contacts, 360 words), their
words drawn by Zipf's law from a made-up vocabulary, so that the full-text index and the
actors grow as they do with real ones. Reading takes no part in the times; judging what is
the same as what, and tracing who copied whom, do. With
``--releases`` the reports are acquired, read and recorded, and the time is that of all.

Prints, for each size, how long the next reports took to add, by the clock and of the
processor (the latter says more on a machine that does other things as well), what the
record takes on disk per report, and how long the first page of each list takes.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, islice
from pathlib import Path

from communique.copying import trace
from communique.judging import judge
from communique.model import (
    Account,
    Actor,
    Contact,
    Origin,
    Participant,
    Report,
    Span,
    Statement,
    When,
    body_id,
    publication_id,
)
from communique.model.rows import EVERYTHING, Filter
from communique.record.sqlite import SqliteStore

ORIGIN = Origin(program="benchmark", version="1", settings="0")
SENTENCES, ACTORS, CONTACTS = 20, 12, 3
_SYLLABLES = ("ka", "ro", "min", "tel", "su", "ba", "ner", "ol", "vi", "das", "en", "qu")


def vocabulary(rng: random.Random, size: int) -> list[str]:
    """Return made-up words."""
    return ["".join(rng.choices(_SYLLABLES, k=rng.randint(1, 4))) for _ in range(size)]


def synthetic(seed: int = 20310517) -> Iterator[Account]:
    """Yield accounts without end, all about as long."""
    rng = random.Random(seed)
    words = vocabulary(rng, 40_000)
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    names = [f"{a.title()} {b.title()}" for a, b in zip(words, reversed(words), strict=True)]
    number = 0
    while True:
        number += 1
        yield _account(rng, number, words, weights, names)


def _account(
    rng: random.Random, number: int, words: list[str], weights: list[float], names: list[str]
) -> Account:
    """Return one account."""
    sentences: list[Span] = []
    parts: list[str] = []
    start = 0
    for _ in range(SENTENCES):
        sentence = " ".join(rng.choices(words, cum_weights=weights, k=18)) + "."
        sentences.append(Span(start, start + len(sentence)))
        parts.append(sentence)
        start += len(sentence) + 1
    text = " ".join(parts)
    day = f"{2000 + number % 30}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    cast = dict.fromkeys(rng.choices(names, cum_weights=weights, k=ACTORS))
    actors = tuple(
        Actor(id=f"a{n}", name=name, kind="person", mentions=(sentences[n],))
        for n, name in enumerate(cast)
    )
    ids = [actor.id for actor in actors]
    body = body_id(text)
    return Account(
        report=Report(
            id=body,
            publication=publication_id(body, str(number)),
            path=f"{number}.txt",
            published=day,
            text=text,
        ),
        actors=actors,
        statements=tuple(
            Statement(id=f"s{n}", form="direct", content=(span,), speaker=rng.choice(ids))
            for n, span in enumerate(sentences)
        ),
        contacts=tuple(
            Contact(
                id=f"c{n}",
                kind="call",
                participants=tuple(Participant(actor=id) for id in rng.sample(ids, 2)),
                date=When(raw=day, value=day),
                evidence=(sentences[n],),
            )
            for n in range(CONTACTS)
        ),
        origin=ORIGIN,
    )


def timed(do: Callable[[], object]) -> tuple[float, float]:
    """Return how many milliseconds something takes: by the clock, and of the processor."""
    start, busy = time.perf_counter(), time.process_time()
    do()
    return (time.perf_counter() - start) * 1000, (time.process_time() - busy) * 1000


def middle(times: Iterable[float]) -> str:
    """Return the median and the 95th percentile."""
    ordered = sorted(times)
    return f"{statistics.median(ordered):>8.1f} {ordered[int(len(ordered) * 0.95)]:>8.1f}"


def adders(
    path: Path, releases: Path | None, unread: bool
) -> tuple[Iterator[Callable[[], object]], SqliteStore]:
    """Return what adds one more report each time it is called, and the record."""
    store = SqliteStore(path)
    if releases is None:
        return (lambda a=a: added(store, a) for a in synthetic()), store
    from communique import pipeline
    from communique.acquire import acquire

    if unread:
        texts = (r for r in acquire([str(releases)]) if isinstance(r, Report))
        accounts = (Account(report=report, origin=ORIGIN) for report in texts)
        return (lambda a=a: added(store, a) for a in accounts), store
    from communique.extract import extract
    from communique.read.rules import RuleReader

    reports, reader = acquire([str(releases)]), RuleReader()
    read, origin = pipeline.in_turn(reader, extract, 1), reader.origin
    return (
        (lambda r=r: (list(pipeline.add([r], origin, read, store, 1)), judged(store)))
        for r in reports
    ), store


def added(store: SqliteStore, account: Account) -> None:
    """Add an account, and judge what of it is the same as what is there."""
    store.add(account, account.statements[0].content if account.statements else ())
    judged(store)


#: Milliseconds of the processor that judging and tracing took, each time.
SPENT: dict[str, list[float]] = {"judge": [], "trace": []}


def judged(store: SqliteStore) -> None:
    """Judge what is the same, and trace who copied whom, taking the time of each."""
    SPENT["judge"].append(timed(lambda: judge(store))[1])
    SPENT["trace"].append(timed(lambda: trace(store))[1])


def looks(store: SqliteStore) -> dict[str, float]:
    """Return how many milliseconds of the processor the first pages take, by list."""
    actor = store.actors(EVERYTHING, 1, None).rows[0].id
    word = store.statements(EVERYTHING, 1, None).rows[0].words.split()[0].strip("“”.,")
    return {
        "reports": timed(lambda: store.reports(EVERYTHING, 50, None))[1],
        "actors": timed(lambda: store.actors(EVERYTHING, 50, None))[1],
        "statements": timed(lambda: store.statements(EVERYTHING, 50, None))[1],
        "of actor": timed(lambda: store.statements(Filter(actor=actor), 50, None))[1],
        "timeline": timed(lambda: store.timeline(EVERYTHING, 50, None))[1],
        "its timeline": timed(lambda: store.timeline(Filter(actor=actor), 50, None))[1],
        "search": timed(lambda: store.search(word, EVERYTHING, 20, None))[1],
    }


def measure(path: Path, sizes: list[int], sample: int, releases: Path | None, unread: bool) -> None:
    """Fill a record to each of the sizes and print what adding ``sample`` more takes there."""
    more, store = adders(path, releases, unread)
    print("milliseconds to add one: median and p95 by the clock, median and p95 of the processor")
    done = 0
    for size in sizes:
        for add in islice(more, max(0, size - done)):
            add()
        times = [timed(add) for add in islice(more, sample)]
        if not times:
            print(f"there are fewer than {size} reports")
            break
        done = size + len(times)
        disk = sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))
        clock, busy = zip(*times, strict=True)
        parts = "  ".join(
            f"{name} {statistics.median(spent[-len(times) :]):.1f}" for name, spent in SPENT.items()
        )
        pages = "" if unread else "  ".join(f"{k} {ms:.0f}" for k, ms in looks(store).items())
        print(f"{size:>6} reports {middle(clock)} {middle(busy)}", end="")
        print(
            f"{disk / 1024 / done:>8.1f} KiB/report   of it: {parts}   pages: {pages}", flush=True
        )
    store.close()
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--sample", type=int, default=60, help="reports to time at each size")
    parser.add_argument("--releases", type=Path, help="JSON lines of reports to read instead")
    parser.add_argument("--unread", action="store_true", help="record the releases unread")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(
            Path(folder) / "record.sqlite", given.sizes, given.sample, given.releases, given.unread
        )


if __name__ == "__main__":
    main()
