"""Which mentions in news tell of one event: ECB+ (Cybulska and Vossen 2014), development part.

    python -m benchmarks.ecbplus          # the scores on the development topics
    python -m benchmarks.ecbplus --fit    # learn the weights anew, from the training topics

Set-up: event mentions are given (gold), nothing else is: no topics, no entities, no chains of
participants. Texts are put into clusters by their words, and mentions are compared within them.
Training topics are those of the usual split but 2, 5, 12, 18, 21, 23, 34 and 35, the development
topics; weights and thresholds are tuned on the former alone. Scores are CoNLL F1 (MUC, B³,
CEAFe), with singletons and without (singletons of either side left out).

The baseline puts mentions together whose heads have one lemma: within the topics as they are
given, as is usual, and within the same clusters of texts as the model has.
"""

from __future__ import annotations

import argparse
import json
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from benchmarks.conll import METRICS, Partition, conll, partition, without_singletons
from benchmarks.happenings import (
    FEATURES,
    FILE,
    Mention,
    Model,
    features,
    fitted,
    grouped,
    likeness,
    mention,
    rarities,
)

CORPUS = Path(__file__).parents[2] / "shared/corpora/ecbplus/train-dev.zip"
#: Texts as alike as this, on average, are of one happening and its sequels.
TEXTS = 0.12
#: Thresholds tried on the training topics.
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45)
#: Of the pairs that are not one event, one in so many is learnt from.
SPARED = 5


class Split(NamedTuple):
    """A part of the corpus: mentions, their gold chains, and clusters of texts."""

    mentions: list[Mention]
    chains: list[str]
    likeness: dict[str, dict[str, float]]
    clusters: list[list[int]]

    @property
    def gold(self) -> Partition:
        """The gold partition of the mentions, by number."""
        return _by(range(len(self.mentions)), lambda n: self.chains[n])

    def topic(self, number: int) -> str:
        """The topic of a mention's text."""
        return self.mentions[number].text.split("_")[0]


def load(path: Path, name: str) -> Split:
    """Read ``Train`` or ``Dev``."""
    texts: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    with zipfile.ZipFile(path) as corpus:
        for line in corpus.read(f"ECB_{name}_corpus.txt").decode("utf-8").splitlines():
            if line.count("\t") >= 3:
                text, sentence, _, word, *_ = line.split("\t")
                texts[text][int(sentence)].append(word)
        rows = json.loads(corpus.read(f"ECB_{name}_Event_gold_mentions.json"))
    rare = rarities(texts)
    ids, alike = likeness(texts, rare)
    mentions = [
        mention(
            row["doc_id"],
            row["sent_id"],
            texts[row["doc_id"]][row["sent_id"]],
            row["tokens_number"],
            rare,
        )
        for row in rows
    ]
    chains = [f"{n}" if row["is_singleton"] else row["coref_chain"] for n, row in enumerate(rows)]
    cluster_of = {ids[n]: at for at, some in enumerate(grouped(alike, TEXTS)) for n in some}
    clusters = _grouped(range(len(mentions)), lambda n: cluster_of[mentions[n].text])
    pairs = {
        one: {other: float(alike[m, n]) for n, other in enumerate(ids)} for m, one in enumerate(ids)
    }
    return Split(mentions, chains, pairs, clusters)


def _grouped(items: range, key: Callable[[int], object]) -> list[list[int]]:
    groups: dict[object, list[int]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return list(groups.values())


def _by(items: range, key: Callable[[int], object]) -> Partition:
    return partition(_grouped(items, key))


def together(split: Split, leave_out: str | None = None) -> frozenset[tuple[str, str]]:
    """Pairs of stems that told of one event in some topic other than ``leave_out``."""
    stems: dict[str, set[str]] = defaultdict(set)
    for number, chain in enumerate(split.chains):
        if split.topic(number) != leave_out:
            stems[chain].add(split.mentions[number].stem)
    return frozenset((a, b) for some in stems.values() for a in some for b in some if a < b)


def compared(
    split: Split, words: Callable[[int], frozenset[tuple[str, str]]]
) -> Iterator[tuple[list[int], np.ndarray]]:
    """Yield each cluster's mentions with the features of all pairs, in rows above the diagonal."""
    for cluster in split.clusters:
        rows = [
            features(
                split.mentions[a],
                split.mentions[b],
                split.likeness[split.mentions[a].text][split.mentions[b].text],
                words(a),
            )
            for at, a in enumerate(cluster)
            for b in cluster[at + 1 :]
        ]
        yield cluster, np.array(rows, dtype=np.float32).reshape(-1, len(FEATURES))


def found(
    tables: list[tuple[list[int], np.ndarray]], weights: np.ndarray, threshold: float
) -> Partition:
    """The partition that weights and a threshold come to."""
    clusters = []
    for members, table in tables:
        chance = np.zeros((len(members), len(members)))
        chance[np.triu_indices(len(members), 1)] = 1 / (1 + np.exp(-table @ weights))
        groups = grouped(chance + chance.T, threshold)
        clusters += [[members[n] for n in group] for group in groups]
    return partition(clusters)


def fit(split: Split) -> Model:
    """Learn from the training topics.

    Words that go together are those of other topics than a pair's own, as they are when the model
    is used.
    """
    topics = {split.topic(number) for number in range(len(split.mentions))}
    known = {topic: together(split, topic) for topic in topics}
    tables = list(compared(split, lambda number: known[split.topic(number)]))
    table = np.concatenate([rows for _, rows in tables])
    chains = np.array(split.chains)
    right = np.concatenate(
        [
            chains[members][one] == chains[members][other]
            for members, _ in tables
            for one, other in [np.triu_indices(len(members), 1)]
        ]
    ).astype(float)
    kept = (right > 0) | (np.arange(len(right)) % SPARED == 0)
    counts = np.where(right > 0, 1.0, float(SPARED))[kept]
    weights = fitted(table[kept].astype(float), right[kept], counts)
    gold = split.gold
    best = max(THRESHOLDS, key=lambda threshold: conll(gold, found(tables, weights, threshold)))
    named = {name: round(float(w), 3) for name, w in zip(FEATURES, weights, strict=True)}
    return Model(weights=named, together=together(split), threshold=best)


def report(name: str, gold: Partition, answer: Partition) -> None:
    """Print a line of scores."""
    told = "  ".join(
        f"{key} {100 * metric(gold, answer).f1:.1f}" for key, metric in METRICS.items()
    )
    bare = conll(without_singletons(gold), without_singletons(answer))
    print(f"{name:44} CoNLL {100 * conll(gold, answer):.1f} ({told})  without: {100 * bare:.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--fit", action="store_true", help="learn the weights anew")
    args = parser.parse_args()
    if args.fit:
        model = fit(load(args.corpus, "Train"))
        FILE.write_bytes(msgspec.json.format(msgspec.json.encode(model, order="sorted")) + b"\n")
    model = msgspec.json.decode(FILE.read_bytes(), type=Model)
    split = load(args.corpus, "Dev")
    everything, gold = range(len(split.mentions)), split.gold
    cluster_of = {n: at for at, some in enumerate(split.clusters) for n in some}
    print(
        f"{len(everything)} mentions, {len(gold)} events, {len(split.clusters)} clusters of texts"
    )
    words = [one.word for one in split.mentions]
    given = _by(everything, lambda n: (split.topic(n), words[n]))
    report("one lemma, in the given topics", gold, given)
    ours = _by(everything, lambda n: (cluster_of[n], words[n]))
    report("one lemma, in our clusters of texts", gold, ours)
    tables = list(compared(split, lambda _: model.together))
    learnt = found(tables, model.vector(), model.threshold)
    report("learnt, in our clusters of texts", gold, learnt)


if __name__ == "__main__":
    main()
