"""What finding claims costs beside reading, in processor time.

Reads a sample of White House releases with each reader and finds the claims of each reading, in
one process, and prints the time of both and their ratio. What both load at first use is loaded
before the clock starts.

    python -m benchmarks.claims --count 200 --readers rules learnt
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from pathlib import Path

from communique.extract import extract
from communique.model import Report, body_id
from communique.read.engines import engine

_TOGETHER = 16
_WARM = "On 3 June 2031 President Ana Relk of Velmora called Premier Ivo Dravo of Ostrava."


def report(text: str, published: str | None = None) -> Report:
    """A report in English with nothing but a text and a date."""
    return Report(
        id=body_id(text),
        publication=body_id(text)[:16],
        text=text,
        title=None,
        published=published,
        language="en",
    )


def sampled(corpus: Path, count: int, seed: int) -> list[Report]:
    """``count`` releases chosen by ``seed``."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = sorted((json.loads(line) for line in lines), key=lambda row: row["id"])
    return [report(r["text"], r["published"]) for r in random.Random(seed).sample(rows, count)]


def timed(reader_name: str, reports: list[Report]) -> tuple[float, float]:
    """Processor seconds of reading, and of finding claims."""
    reader = engine(reader_name)
    for reading in reader.read([report(_WARM)]):
        extract(reading)
    reading_took = claims_took = 0.0
    for at in range(0, len(reports), _TOGETHER):
        began = time.process_time()
        readings = list(reader.read(reports[at : at + _TOGETHER]))
        read = time.process_time()
        for reading in readings:
            extract(reading)
        reading_took += read - began
        claims_took += time.process_time() - read
    return reading_took, claims_took


def main() -> None:
    """Time both steps on one sample with each reader."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--readers", nargs="+", default=["rules", "learnt"])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    given = parser.parse_args()
    corpus = given.shared / "corpora/white-house/releases.jsonl.gz"
    reports = sampled(corpus, given.count, given.seed)
    words = sum(len(each.text.split()) for each in reports)
    print(f"{given.count} releases, {words:,} words; seconds of processor")
    for name in given.readers:
        reading, claims = timed(name, reports)
        print(f"{name:7} reading {reading:.1f}, claims {claims:.1f}: {claims / reading:.0%} of it")


if __name__ == "__main__":
    main()
