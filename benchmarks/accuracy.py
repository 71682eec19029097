"""How well reports are read, judged by the scorers beside the corpora.

Reads PolNeAR dev, the hand-made gold reports and the TempEval-3 texts with ``communique
read``, once for each reader, and has the scorers judge the readings. Then scores the trained
model alone: attributions as decoded, and mentions and reference on GUM dev. Prints every
table; the scorers' results go to one JSON file.

    python -m benchmarks.accuracy --readers rules learnt

The dates of the TempEval-3 texts include those that the model was trained on; what it finds
on the texts that were held out is in ``training/runs``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from training import corpora, measure

from communique.read.learnt import Engine


def judge(scorer: Path, *arguments: str | Path) -> dict[str, Any]:
    """Run a scorer, print its table, return its result."""
    command = [sys.executable, str(scorer), *map(str, arguments)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    table, _, result = printed.rpartition("RESULT")
    print(table)
    found: dict[str, Any] = json.loads(result)
    return found


def read(texts: Path, reader: str, out: Path) -> Path:
    """Read a folder of texts with the command; the file of readings."""
    files = sorted(map(str, texts.glob("*.txt")))
    command = [sys.executable, "-m", "communique.cli", "read", *files, "--reader", reader]
    with out.open("wb") as file:
        subprocess.run(command, check=True, stdout=file)
    return out


def by_command(shared: Path, reader: str, work: Path) -> dict[str, Any]:
    """The scores of the whole program with one reader."""
    score = shared / "score"
    found = {}
    for name, scorer, gold in (
        ("polnear", "statements.py", shared / "corpora/polnear/dev.jsonl.gz"),
        ("tempeval3", "timex.py", shared / "corpora/tempeval3/tbaq.zip"),
    ):
        print(f"\n== {name}, reader {reader}")
        judge(score / scorer, gold, "--texts", work / name)
        readings = read(work / name, reader, work / f"{name}.jsonl")
        found[name] = judge(score / scorer, gold, readings)
    print(f"\n== gold, reader {reader}")
    readings = read(shared / "reports", reader, work / "gold.jsonl")
    found["gold"] = judge(score / "seeds.py", shared / "gold", readings)
    return found


def by_model(shared: Path, work: Path) -> dict[str, Any]:
    """The scores of the trained model before grammar joins it."""
    engine = Engine()
    print("\n== polnear, the model alone")
    dev = shared / "corpora/polnear/dev.jsonl.gz"
    attributions = measure.statements(engine, dev, shared / "score", work)
    entities = measure.entities(engine, corpora.gum(shared / "corpora/gum/dev.conllu.gz"))
    print("\n== GUM dev, the model alone: people, groups, places, organisations; F1, %")
    print("\n".join(f"{name:18}{value:6.1f}" for name, value in entities.items()))
    return {"polnear": attributions, "gum": entities}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--readers", nargs="*", default=["rules", "learnt"])
    parser.add_argument("--out", type=Path, help="where the scorers' results are written as JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        found = {name: by_command(options.shared, name, work) for name in options.readers}
        found["model"] = by_model(options.shared, work)
    if options.out:
        options.out.write_text(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
