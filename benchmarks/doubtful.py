"""Learns what features of a claim count for its being right, from people's verdicts on claims.

    python -m benchmarks.doubtful [--write] [--kinds acts contacts positions forecasts]

Reads every White House release that has a verdict in ``benchmarks/judged`` (with ``--reader``,
several minutes), takes the verdicts on claims that are still made there, and learns a logistic
regression (ridge, Newton's method) of "right" on the features of
:mod:`communique.extract.trust`. Each sample of verdicts has a weight of its own in learning, for
readers are not equally strict. Prints, by weights learnt from other releases (in six parts), how
many claims are kept and how many of these are right at some likelihoods: of the samples that were
drawn from all claims, and of those drawn from what was told by earlier weights. ``--write``
writes the weights into the package, with the likelihood that is asked for (``ENOUGH``).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.judged import CORPUS, HERE, READERS, Key, report_of, verdicts
from benchmarks.judged import _key as key_of
from communique.extract import extract
from communique.extract.trust.doubtful import SHORT, is_release, is_weighed
from communique.extract.trust.features import features_of
from communique.extract.trust.weights import KINDS
from communique.extract.trust.words import words_for
from communique.extract.view import View
from communique.read.reader import Reader

Numbers = np.ndarray[Any, Any]
DATA = Path(__file__).parents[1] / "src/communique/extract/trust/data/en"
PARTS = 6
#: How firmly weights are held near nothing, and how often a feature must be seen.
HELD, SEEN = 10.0, 4
#: Weights nearer to nothing than this are not written.
LEAST = 0.02
#: Samples judged by readers who had made none of the program.
STRICT = (
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
)
#: The one of them that was drawn from all claims, the doubtful among them; forecasts are too
#: few in it, and all samples of releases are such.
WHOLE = {"acts": "eighth", "contacts": "eighth", "positions": "eighth", "forecasts": ""}
#: Samples from news, in which nothing is left out.
NEWS = "news"
#: How likely a claim must be right to be told, but for short texts. Chosen by what is right of the
#: samples that were told; what was drawn from all claims says up to five points more.
ENOUGH = {"acts": 0.7, "contacts": 0.7, "positions": 0.72, "forecasts": 0.72}
#: The same for short texts, where more would leave out much and gain little (``report``).
IN_SHORT = {"acts": 0.5, "contacts": 0.5, "positions": 0.6, "forecasts": 0.6}


class Case(NamedTuple):
    """A claim with a verdict: where it is, in which sample, and what is seen in it.

    ``is_open`` where it might be left out; see ``is_weighed`` of the package. ``is_short`` where
    its text is so short that less is asked.
    """

    release: str
    sample: str
    is_right: bool
    is_open: bool
    is_short: bool
    features: frozenset[str]


def is_strict(sample: str) -> bool:
    """Tell whether the readers of a sample had made none of the program."""
    return any(name in sample for name in STRICT)


def told(kind: str) -> dict[Key, tuple[str, bool]]:
    """Return the verdicts of all samples of a kind; of two on one claim the later by name."""
    found: dict[Key, tuple[str, bool]] = {}
    for path in sorted(
        HERE.glob(f"{kind}*.tsv"), key=lambda path: (is_strict(path.stem), path.stem)
    ):
        for key, one in verdicts(path).items():
            if one.verdict in ("right", "wrong"):
                found[key] = (path.stem, one.verdict == "right")
    return found


def cases(kinds: Sequence[str], reader: Reader) -> dict[str, list[Case]]:
    """Return the judged claims that are still made, by kind."""
    known = {kind: told(kind) for kind in kinds}
    wanted = {key.release for some in known.values() for key in some}
    words = words_for("en")
    assert words is not None
    found: dict[str, list[Case]] = {kind: [] for kind in kinds}
    rows = list(_rows(wanted))
    for row, reading in zip(rows, reader.read(map(report_of, rows)), strict=True):
        view, claims = View(reading), extract(reading, doubtful=True)
        for kind in kinds:
            for claim in getattr(claims, kind):
                if verdict := known[kind].get(key_of(row["id"], kind, claim)):
                    is_open = is_release(view, words) and is_weighed(view, words, claim)
                    seen = features_of(kind, view, words, claim)
                    is_short = len(view.text) < SHORT
                    found[kind].append(Case(row["id"], *verdict, is_open, is_short, seen))
    return found


def _rows(wanted: set[str]) -> Iterator[dict[str, str]]:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        yield from (row for line in lines if (row := json.loads(line))["id"] in wanted)


def names_of(some: Sequence[Case]) -> list[str]:
    """Return the features that are seen often enough to be learnt, in order."""
    seen = Counter(name for case in some for name in case.features)
    return sorted(name for name, count in seen.items() if count >= SEEN)


def matrix(some: Sequence[Case], names: Sequence[str], samples: Sequence[str] = ()) -> Numbers:
    """Return a row a case: its features, its sample if that is not strict, and a one."""
    column = {name: at for at, name in enumerate([*names, *samples])}
    found = np.zeros((len(some), len(column) + 1))
    found[:, -1] = 1.0
    for at, case in enumerate(some):
        marks = [*case.features, *([] if is_strict(case.sample) else [case.sample])]
        found[at, [column[name] for name in marks if name in column]] = 1.0
    return found


def learn(rows: Numbers, right: Numbers) -> Numbers:
    """Return the weights of a ridge logistic regression; the last, of the ones, is free."""
    held = np.full(rows.shape[1], HELD)
    held[-1] = 1e-3
    weights = np.zeros(rows.shape[1])
    for _ in range(12):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - right) + held * weights
        curve = (rows * (likely * (1 - likely))[:, None]).T @ rows + np.diag(held)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    return weights


def taught(some: Sequence[Case]) -> tuple[list[str], Numbers]:
    """Return the features and what they count, the last number being the bias."""
    names = names_of(some)
    samples = sorted({case.sample for case in some if not is_strict(case.sample)})
    weights = learn(matrix(some, names, samples), np.array([float(c.is_right) for c in some]))
    return names, np.append(weights[: len(names)], weights[-1])


def left_out(some: Sequence[Case]) -> Numbers:
    """Return how likely each case is right by weights learnt from other releases."""
    releases = sorted({case.release for case in some})
    random.Random(0).shuffle(releases)
    part = {release: at % PARTS for at, release in enumerate(releases)}
    likely = np.zeros(len(some))
    for one in range(PARTS):
        names, weights = taught([case for case in some if part[case.release] != one])
        here = [at for at, case in enumerate(some) if part[case.release] == one]
        rows = matrix([some[at] for at in here], names)
        likely[here] = 1 / (1 + np.exp(-rows @ weights))
    return likely


def report(kind: str, some: Sequence[Case], likely: Numbers) -> None:
    """Print what is kept and right at some likelihoods."""
    right = np.array([case.is_right for case in some])
    is_open = np.array([case.is_open for case in some])
    is_short = np.array([case.is_short for case in some])
    of_all = np.array([WHOLE[kind] in c.sample and NEWS not in c.sample for c in some])
    told = np.array([is_strict(c.sample) for c in some]) & ~of_all
    print(f"{kind}: {len(some)} verdicts")
    for name, here in (("of all claims", of_all), ("of those told", told)):
        if not here.any():
            continue
        print(f"  {name}: {here.sum()}, {right[here].mean():.1%} right")
        for asked in (0.7, 0.74, 0.78, 0.8, 0.82, 0.84, 0.86, 0.88):
            kept = here & (~is_open | (likely >= np.where(is_short, IN_SHORT[kind], asked)))
            share = kept.sum() / here.sum()
            print(f"    from {asked:.2f} on: {share:.0%} kept, {right[kept].mean():.1%} right")
        for asked in (0.5, 0.6, 0.7, 0.75, 0.8):
            kept = here & is_short & (~is_open | (likely >= asked))
            if kept.any():
                share = kept.sum() / (here & is_short).sum()
                good = right[kept].mean()
                print(f"    in short texts from {asked:.2f} on: {share:.0%} kept, {good:.1%} right")


def written(
    kind: str, names: Sequence[str], weights: Numbers, enough: float, in_short: float
) -> None:
    """Write the weights of a kind into the package."""
    lines = [
        f"# What each feature of {kind} counts for a claim's being right, learnt from verdicts by",
        "# benchmarks/doubtful.py; not to be edited by hand.",
        "",
        "# How likely a claim must be right to be told.",
        f"enough = {enough:.3f}",
        "# The same in short texts, in which most are right.",
        f"in_short = {in_short:.3f}",
        f"bias = {weights[-1]:.3f}",
        "",
        "[features]",
    ]
    lines += [
        f"{json.dumps(name, ensure_ascii=False)} = {weight:.3f}"
        for name, weight in zip(names, weights[:-1], strict=True)
        if abs(weight) >= LEAST
    ]
    (DATA / f"{kind}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kinds", nargs="*", choices=KINDS, default=KINDS)
    parser.add_argument("--reader", choices=sorted(READERS), default="rules")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    for kind, some in cases(arguments.kinds, READERS[arguments.reader]()).items():
        report(kind, some, left_out(some))
        if arguments.write:
            written(kind, *taught(some), ENOUGH[kind], IN_SHORT[kind])


if __name__ == "__main__":
    main()
