"""What joining the trained model with the grammar changes, on articles drawn by seed.

Draws articles of PolNeAR *train*, reads them with the rules, with the trained model alone, and
with both joined, and prints the table of the scorer beside the corpora for each. Choices of
decoding and joining are made here, never on dev. The weights were trained on these articles:
the model alone looks better than it is, the rules do not. Only differences between two ways of
joining mean something, and those that merely believe the model more mean little.

    python -m benchmarks.joining --articles 200 --seed 2026112301
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
from pathlib import Path

from training import measure

from benchmarks.accuracy import judge, read
from communique.read.learnt import Engine

ARTICLES = "corpora/polnear/train.jsonl.gz"


def drawn(source: Path, count: int, seed: int, out: Path) -> Path:
    """Write ``count`` articles of a PolNeAR file, chosen by ``seed``; the file written."""
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        rows = sorted(lines, key=lambda line: str(json.loads(line)["id"]))
    with gzip.open(out, "wt", encoding="utf-8") as file:
        file.writelines(random.Random(seed).sample(rows, min(count, len(rows))))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=2026112301)
    options = parser.parse_args()
    scorer = options.shared / "score"
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        gold = drawn(options.shared / ARTICLES, options.articles, options.seed, work / "gold.gz")
        judge(scorer / "statements.py", gold, "--texts", work / "texts")
        for reader in ("rules", "learnt"):
            print(f"\n== {reader}")
            readings = read(work / "texts", reader, work / f"{reader}.jsonl")
            judge(scorer / "statements.py", gold, readings)
        print("\n== the model alone")
        measure.statements(Engine(), gold, scorer, work)


if __name__ == "__main__":
    main()
