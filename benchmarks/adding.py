"""How fast real releases go all the way into a record, and in how much memory.

Adds the first releases of the White House corpus to a fresh record with ``communique add``,
once for each reader, and prints reports and words a second by the clock and by processor
time, and the peak memory of the process.

    python -m benchmarks.adding --count 1000 --readers rules learnt
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import tempfile
import time
from pathlib import Path


def first(releases: Path, count: int, folder: Path) -> tuple[Path, int]:
    """Write the first ``count`` releases to a file of their own; return it and their words."""
    words = 0
    out = folder / "releases.jsonl"
    with gzip.open(releases, "rt", encoding="utf-8") as lines, out.open("w") as file:
        for _, line in zip(range(count), lines, strict=False):
            words += len(json.loads(line)["text"].split())
            file.write(line)
    return out, words


def added(releases: Path, reader: str, folder: Path) -> tuple[float, float, float]:
    """Add the releases; return seconds by the clock, processor seconds, and peak MiB."""
    command = [sys.executable, "-m", "communique.cli", "--record", str(folder / f"{reader}.sqlite")]
    command += ["add", "--reader", reader, str(releases)]
    began = time.perf_counter()
    child = os.posix_spawn(sys.executable, command, os.environ)
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{' '.join(command)} failed")
    return time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--readers", nargs="+", default=["rules", "learnt"])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        corpus = arguments.shared / "corpora/white-house/releases.jsonl.gz"
        releases, words = first(corpus, arguments.count, Path(name))
        for reader in arguments.readers:
            clock, processor, peak = added(releases, reader, Path(name))
            print(
                f"{reader:7} {arguments.count} reports, {words:,} words: {clock:.0f} s by the clock"
                f" ({arguments.count / clock:.1f} reports/s, {words / clock:,.0f} words/s),"
                f" {processor:.0f} s of processor, peak {peak:.0f} MiB",
                flush=True,
            )


if __name__ == "__main__":
    main()
