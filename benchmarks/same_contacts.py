"""Which contacts of the annotated reports the record takes to be one, scored.

All reports are put into one record and its clusters scored by the scorer beside the corpora. Items
of the three reports that are annotated are aligned by ``seeds.py``; of the other two only the
contacts are known that others are the same as, by the words that tell of them.

    python -m benchmarks.same_contacts
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.accuracy import judge, read


def main() -> None:
    """Print the table of the scorer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared = parser.parse_args().shared
    with tempfile.TemporaryDirectory() as folder:
        score(shared, Path(folder))


def score(shared: Path, work: Path) -> dict[str, Any]:
    """Return the scores of the clusters of contacts, having read and added the reports."""
    readings = read(shared / "reports", "learnt", work / "readings.jsonl")
    alignment = work / "alignment.json"
    judge(shared / "score/seeds.py", shared / "gold", readings, "--alignment", alignment)
    cross = shared / "gold/cross.json"
    rows = json.loads(alignment.read_text("utf-8"))
    rows += by_words(
        json.loads(cross.read_text("utf-8")), readings, {r["gold_report"] for r in rows}
    )
    alignment.write_text(json.dumps(rows), "utf-8")
    clusters = work / "clusters.json"
    clusters.write_bytes(of_record(shared / "reports", work / "record.sqlite"))
    return judge(shared / "score/clusters.py", cross, clusters, "--alignment", alignment)


def by_words(
    cross: dict[str, Any], readings: Path, annotated: set[str]
) -> Iterator[dict[str, Any]]:
    """Yield for contacts in reports without annotation the reading's contact in those words."""
    read_by_document = {
        Path(reading["report"]["path"]).name.partition("_")[0]: reading
        for reading in map(json.loads, readings.read_text("utf-8").splitlines())
    }
    for cluster in cross["same_contacts"]:
        for member, words in zip(cluster["members"], cluster["evidence"], strict=True):
            if member["doc"] in annotated:
                continue
            reading = read_by_document[member["doc"]]
            for contact in reading["contacts"]:
                spans = contact["evidence"]
                if any(start < words["end"] and words["start"] < end for start, end in spans):
                    yield {
                        "reports": [reading["report"]["id"]],
                        "id": contact["id"],
                        "gold_report": member["doc"],
                        "gold_id": member["contact"],
                    }
                    break


def of_record(reports: Path, record: Path) -> bytes:
    """Return the clusters of contacts in a new record of the reports, as the command prints."""
    command = [sys.executable, "-m", "communique.cli", "--record", str(record)]
    subprocess.run([*command, "add", str(reports)], check=True, capture_output=True)
    found = subprocess.run(
        [*command, "clusters", "--kind", "contact", "--format", "json"],
        check=True,
        capture_output=True,
    )
    return found.stdout


if __name__ == "__main__":
    main()
