"""Scores of who-is-who: MUC, B-cubed and CEAF-e, and their mean (Pradhan et al. 2012)."""

from __future__ import annotations

from collections.abc import Sequence

Mention = tuple[int, int]
Cluster = set[Mention]
Pair = tuple[list[Cluster], list[Cluster]]


def conll(texts: Sequence[Pair]) -> dict[str, float]:
    """F1 in percent over texts, each given as (gold clusters, found clusters)."""
    scores = {
        "MUC": _f1([_muc(a, b) for a, b in texts], [_muc(b, a) for a, b in texts]),
        "B3": _f1([_b3(a, b) for a, b in texts], [_b3(b, a) for a, b in texts]),
        "CEAF-e": _ceaf(texts),
    }
    return {**scores, "CoNLL": sum(scores.values()) / 3}


def _f1(recall: list[tuple[float, float]], precision: list[tuple[float, float]]) -> float:
    r, p = (
        sum(h for h, _ in side) / max(1e-9, sum(n for _, n in side)) for side in (recall, precision)
    )
    return 200 * p * r / (p + r) if p + r else 0.0


def _where(clusters: list[Cluster]) -> dict[Mention, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def _muc(gold: list[Cluster], found: list[Cluster]) -> tuple[float, float]:
    """Links kept, and links there are (Vilain et al. 1995)."""
    where = _where(found)
    kept = 0
    for cluster in gold:
        parts = {where.get(m, m) for m in cluster}
        kept += len(cluster) - len(parts)
    return kept, sum(len(c) - 1 for c in gold)


def _b3(gold: list[Cluster], found: list[Cluster]) -> tuple[float, float]:
    """Mean share of each mention's cluster that is found with it (Bagga and Baldwin 1998)."""
    where = _where(found)
    hit = 0.0
    for cluster in gold:
        for mention in cluster:
            if mention in where:
                hit += len(cluster & found[where[mention]]) / len(cluster)
    return hit, sum(map(len, gold))


def _ceaf(texts: Sequence[Pair]) -> float:
    """Entity-based CEAF (Luo 2005) with the best one-to-one match approximated greedily."""
    hit = total = 0.0
    for gold, found in texts:
        where = _where(found)
        near = {(g, where[m]) for g, cluster in enumerate(gold) for m in cluster if m in where}
        ranked = sorted(((_alike(gold[g], found[f]), g, f) for g, f in near), reverse=True)
        taken_gold: set[int] = set()
        taken_found: set[int] = set()
        for score, g, f in ranked:
            if g not in taken_gold and f not in taken_found:
                taken_gold.add(g)
                taken_found.add(f)
                hit += score
        total += len(gold) + len(found)
    return 200 * hit / max(1e-9, total)


def _alike(one: Cluster, other: Cluster) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
