"""How many claims are right, by people's verdicts on a sample drawn at random.

``benchmarks/judged/KIND.tsv`` holds one claim a line: release id, start, end, label (the type,
kind or stance), verdict (``right`` or ``wrong``) and what is wrong. The figure is the share of
verdicts that are ``right``, with its 95 % interval (Wilson). A claim is right if its words
say it: who, to whom, what, and how it stands. A contact that is wrong only because one of those
who take part is missing has the note ``one missing``; a second figure takes these for right.

    python -m benchmarks.judged acts                 # the figure, from the newest verdicts
    python -m benchmarks.judged acts --sample acts   # from those of an earlier sample
    python -m benchmarks.judged acts --draw          # the sample again, as the program is now
    python -m benchmarks.judged acts --draw --blank  # and write the lines that want a verdict

Drawing reads ``--releases`` White House releases chosen by ``--seed`` with ``--reader`` and takes
``--claims`` of their claims; each is printed with its words and the verdict that it has, if it is
still made.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from communique.extract import extract
from communique.model import Reading, Report, body_id
from communique.read.reader import Reader
from communique.read.rules import RuleReader
from communique.read.trained import TrainedReader

HERE = Path(__file__).parent / "judged"
CORPUS = Path(__file__).parents[2] / "shared/corpora/white-house/releases.jsonl.gz"
ONE_MISSING = "one missing"
READERS: dict[str, Callable[[], Reader]] = {"rules": RuleReader, "learnt": TrainedReader}
LABELS = {
    "acts": "type",
    "contacts": "kind",
    "figures": "raw",
    "positions": "polarity",
    "forecasts": "outcome",
    "proposals": "why",
}

#: The newest verdicts, where they are not in a file that is named like the kind.
LAST = {
    "acts": "acts-fifteenth",
    "contacts": "contacts-fifteenth",
    "figures": "figures-third",
    "forecasts": "forecasts-fifteenth",
    "positions": "positions-fifteenth",
    "proposals": "proposals-third",
}


class Key(NamedTuple):
    """Where a claim stands and what it is."""

    release: str
    start: int
    end: int
    label: str


class Verdict(NamedTuple):
    """What a reader said of a claim."""

    verdict: str
    note: str


Judged = tuple[Key, Verdict]


def lines_of(path: Path) -> list[Judged]:
    """The lines of a file of verdicts. Claims of several holders on the same words share a key."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            (
                Key(row["release"], int(row["start"]), int(row["end"]), row["label"]),
                Verdict(row["verdict"], row["note"]),
            )
            for row in csv.DictReader(lines, delimiter="\t")
        ]


def verdicts(path: Path) -> dict[Key, Verdict]:
    """The verdicts of a file by claim, the last where claims share a key."""
    return dict(lines_of(path))


def readings(corpus: Path, seed: int, count: int, reader: Reader) -> Iterator[tuple[str, Reading]]:
    """Releases chosen by ``seed``, read: id and reading."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = sorted((json.loads(line) for line in lines), key=lambda row: row["id"])
    chosen = random.Random(seed).sample(rows, count)
    reports = (report_of(row) for row in chosen)
    yield from zip((row["id"] for row in chosen), reader.read(reports), strict=True)


def report_of(row: dict[str, Any]) -> Report:
    """Return the report of a release in the corpus."""
    return Report(
        id=body_id(row["text"]),
        publication=body_id(row["id"])[:16],
        text=row["text"],
        title=row["title"],
        publisher="The White House",
        published=row["published"],
        language="en",
    )


Drawn = tuple[Key, Reading, Any]


def made(kind: str, seed: int, releases: int, reader: Reader) -> list[Drawn]:
    """All claims of the chosen releases: keys, readings and claims."""
    return [
        (_key(name, kind, claim), reading, claim)
        for name, reading in readings(CORPUS, seed, releases, reader)
        for claim in getattr(extract(reading), kind)
    ]


def kept(pool: list[Drawn], known: dict[Key, Verdict]) -> None:
    """Print what the verdicts say of the claims that are still made in the same releases."""
    releases = {key.release for key, _, _ in pool}
    keys = {key for key, _, _ in pool}
    judged = {key: one for key, one in known.items() if key.release in releases}
    for verdict in ("right", "wrong"):
        of = [key for key, one in judged.items() if one.verdict == verdict]
        print(f"judged {verdict} and still made: {len(keys.intersection(of))} of {len(of)}")


def _key(release: str, kind: str, claim: Any) -> Key:
    label = " ".join(str(getattr(claim, LABELS[kind])).split())
    return Key(release, claim.evidence[0].start, claim.evidence[-1].end, label)


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    if of == 0:
        return 0.0, 1.0
    z, share = 1.96, right / of
    middle = share + z * z / (2 * of)
    width = z * (share * (1 - share) / of + z * z / (4 * of * of)) ** 0.5
    return (middle - width) / (1 + z * z / of), (middle + width) / (1 + z * z / of)


def figure(judged: list[Judged]) -> None:
    """Print the share of right claims, in all and by label."""
    said = Counter(one.verdict for _, one in judged)
    right, of = said["right"], said["right"] + said["wrong"]
    low, high = wilson(right, of)
    print(f"right: {right} of {of} = {100 * right / max(of, 1):.1f} %", end=" ")
    print(f"(95 %: {100 * low:.1f} to {100 * high:.1f})")
    if near := sum(one.note == ONE_MISSING for _, one in judged):
        share = 100 * (right + near) / max(of, 1)
        print(f"right, or right but for one missing participant: {right + near} = {share:.1f} %")
    labels = Counter(key.label for key, _ in judged)
    wrong = Counter(key.label for key, one in judged if one.verdict == "wrong")
    for label, count in labels.most_common():
        print(f"  {label[:40]:40} {count - wrong[label]} of {count}")


def show(sample: list[Drawn], known: dict[Key, Verdict]) -> None:
    """Print each claim of a sample with its words and its verdict."""
    for number, (key, reading, claim) in enumerate(sample, start=1):
        text = reading.report.text
        names = {actor.id: actor.name for actor in reading.actors}
        slots = {
            name: names.get(value, value)
            for name in claim.__struct_fields__
            if name not in ("evidence", "why") and isinstance(value := getattr(claim, name), str)
        }
        if people := getattr(claim, "participants", ()):
            slots["participants"] = ", ".join(_participant(names, one) for one in people)
        before = " ".join(text[max(0, key.start - 90) : key.start].split())
        after = " ".join(text[key.end : key.end + 60].split())
        words = " ".join(text[key.start : key.end].split())
        print(f"{number}. {known[key].verdict if key in known else '?'} {slots}")
        print(f"   {before} <<{words}>> {after}")


def _participant(names: dict[str, str], one: Any) -> str:
    stands = f" for {names[one.represents]}" if one.represents else ""
    return f"{names[one.actor]}{stands} ({one.role})"


def blank(sample: list[Drawn], known: dict[Key, Verdict]) -> None:
    """Write the lines of a sample, verdicts kept, for the rest to be filled in."""
    writer = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    writer.writerow([*Key._fields, *Verdict._fields])
    for key, _, _ in sample:
        writer.writerow([*key, *known.get(key, Verdict("", ""))])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("kind", choices=sorted(LABELS))
    parser.add_argument(
        "--sample", metavar="NAME", help="the file of verdicts; the newest if left out"
    )
    parser.add_argument("--draw", action="store_true", help="draw the sample again")
    parser.add_argument("--blank", action="store_true", help="print the sample as a TSV file")
    parser.add_argument("--seed", type=int, default=2029)
    parser.add_argument("--releases", type=int, default=100)
    parser.add_argument("--claims", type=int, default=100)
    parser.add_argument("--reader", choices=sorted(READERS), default="rules")
    args = parser.parse_args()
    judged = lines_of(HERE / f"{args.sample or LAST.get(args.kind, args.kind)}.tsv")
    if args.draw:
        known = dict(judged)
        pool = made(args.kind, args.seed, args.releases, READERS[args.reader]())
        sample = random.Random(args.seed).sample(pool, min(args.claims, len(pool)))
        if args.blank:
            blank(sample, known)
        else:
            show(sample, known)
            kept(pool, known)
    else:
        figure(judged)


if __name__ == "__main__":
    main()
