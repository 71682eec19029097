"""How well and how fast copied passages are found among many releases.

Makes controlled copies of randomly drawn White House releases (cut, reordered, reworded a
little, re-headed, merged with another text), hides them among others, and looks for the
pairs. A pair counts as right when it joins a copy with a text that it was made from; pairs
of two untouched releases are not judged, since real releases repeat one another.

    python -m benchmarks.lineage ../shared/corpora/white-house/releases.jsonl.gz
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import time
from collections.abc import Callable

from communique.reconcile.copying.copies import MemoryIndex, copy_of, entered, worth_comparing
from communique.reconcile.copying.lineage import fingerprints

Text = tuple[str, str]


def releases(path: str, count: int, rng: random.Random) -> list[Text]:
    """Return ``count`` (id, text) pairs of at least 120 words, drawn at random."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    long_enough = [(row["id"], row["text"]) for row in rows if len(row["text"].split()) >= 120]
    rng.shuffle(long_enough)
    return long_enough[:count]


def paragraphs(text: str) -> list[str]:
    return [part for part in re.split(r"\n\s*\n", text) if part.strip()]


def cut(text: str, other: str, rng: random.Random) -> str:
    words = text.split()
    length = rng.randint(max(60, len(words) // 4), max(60, len(words) // 2))
    start = rng.randrange(max(1, len(words) - length))
    return " ".join(words[start : start + length])


def reordered(text: str, other: str, rng: random.Random) -> str:
    parts = paragraphs(text)
    rng.shuffle(parts)
    return "\n\n".join(parts)


def reworded(text: str, other: str, rng: random.Random) -> str:
    """Every twentieth word or so is dropped, doubled, or swapped with its neighbour."""
    words = text.split()
    for i in range(len(words) - 1):
        if rng.random() < 0.05:
            change = rng.choice(["drop", "swap", "insert"])
            if change == "drop":
                words[i] = ""
            elif change == "swap":
                words[i], words[i + 1] = words[i + 1], words[i]
            else:
                words[i] += " " + rng.choice(["indeed", "moreover", "earlier", "reportedly"])
    return " ".join(words)


def reheaded(text: str, other: str, rng: random.Random) -> str:
    return (
        f"DISTRIBUTED BY THE WIRE\nNo. {rng.randint(1, 999)}\n\n{text[len(text) // 10 :]}\n\nEnds"
    )


def merged_with(text: str, other: str, rng: random.Random) -> str:
    words = text.split()
    part = " ".join(words[: max(60, len(words) // 2)])
    return f"{other[: len(other) // 2]}\n\n{part}\n\n{other[len(other) // 2 :]}"


CHANGES: dict[str, Callable[[str, str, random.Random], str]] = {
    "cut": cut,
    "reordered": reordered,
    "reworded": reworded,
    "re-headed": reheaded,
    "merged": merged_with,
}


def find_pairs(texts: list[Text]) -> tuple[set[tuple[str, str]], float]:
    """Return the pairs found, earlier text first, and the processor's seconds it took."""
    index: MemoryIndex[str] = MemoryIndex()
    by_key = dict(texts)
    found: set[tuple[str, str]] = set()
    began = time.process_time()
    for key, text in texts:
        news = entered(key, fingerprints(text), index)
        for group in news.doubtful:
            pairs = {(one, other) for one in group for other in group} & found
            found -= {pair for pair in pairs if not still(pair, index)}
        found |= {(other, key) for other in news.worth if copy_of(text, by_key[other])}
    return found, time.process_time() - began


def still(pair: tuple[str, str], index: MemoryIndex[str]) -> bool:
    return worth_comparing(index.prints(pair[0]), index.prints(pair[1]), index)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("releases")
    parser.add_argument("--copies", type=int, default=300)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000, 10000])
    arguments = parser.parse_args()
    rng = random.Random(20)
    pool = releases(arguments.releases, max(arguments.sizes), rng)
    for size in arguments.sizes:
        originals = pool[:size]
        sources = rng.sample(originals, min(arguments.copies, size // 3))
        gold: dict[tuple[str, str], str] = {}
        copies: list[Text] = []
        for number, (key, text) in enumerate(sources):
            name = list(CHANGES)[number % len(CHANGES)]
            other = rng.choice(originals)
            copies.append((f"copy-{number}", CHANGES[name](text, other[1], rng)))
            gold[key, f"copy-{number}"] = name
            if name == "merged":
                gold[other[0], f"copy-{number}"] = name
        found, seconds = find_pairs(originals + copies)
        judged = {pair for pair in found if pair[1].startswith("copy-")}
        # What repeats the original of a copy repeats the copy too, and is not wrong.
        alike = {frozenset(pair) for pair in found}
        wrong = {
            (a, c)
            for a, c in judged - gold.keys()
            if not any(frozenset((a, o)) in alike for o, g in gold if g == c)
        }
        right = judged & gold.keys()
        precision = len(right) / max(1, len(right) + len(wrong))
        recall = len(right) / len(gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        by_change = {
            name: sum(gold[p] == name for p in right) / sum(g == name for g in gold.values())
            for name in CHANGES
        }
        print(
            f"{size:6d} texts: pair F1 {100 * f1:.1f}"
            f"  precision {100 * precision:.1f}  recall {100 * recall:.1f}"
            f"  {1000 * seconds / (size + len(copies)):.2f} ms a text  "
            + "  ".join(f"{name} {100 * value:.0f}" for name, value in by_change.items())
        )


if __name__ == "__main__":
    main()
