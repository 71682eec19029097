"""The CoNLL score of coreference: the mean F1 of MUC, B³ and CEAFe (Pradhan et al. 2014).

A partition is any collection of clusters of hashable items. An item that only one of the two
partitions has counts against that side, as in the reference scorer.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import NamedTuple

import numpy as np

Partition = list[frozenset[Hashable]]


class Score(NamedTuple):
    """Precision and recall, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean; 0 if both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def muc(gold: Partition, found: Partition) -> Score:
    """Links: how many fewer parts than items each cluster falls into (Vilain et al. 1995)."""
    return Score(_links(found, gold), _links(gold, found))


def b_cubed(gold: Partition, found: Partition) -> Score:
    """Items: the share of each item's cluster that is right (Bagga and Baldwin 1998)."""
    return Score(_shares(found, gold), _shares(gold, found))


def ceaf_e(gold: Partition, found: Partition) -> Score:
    """Clusters: the best one-to-one alignment by the Dice coefficient, phi 4 (Luo 2005)."""
    if not gold or not found:
        return Score(0.0, 0.0)
    alike = np.array([[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold])
    best = float(sum(alike[row, column] for row, column in assignment(alike)))
    return Score(best / len(found), best / len(gold))


METRICS: Mapping[str, Callable[[Partition, Partition], Score]] = {
    "MUC": muc,
    "B3": b_cubed,
    "CEAFe": ceaf_e,
}


def conll(gold: Partition, found: Partition) -> float:
    """The mean F1 of the three."""
    return sum(metric(gold, found).f1 for metric in METRICS.values()) / len(METRICS)


def without_singletons(partition: Partition) -> Partition:
    """The clusters of two items and more."""
    return [cluster for cluster in partition if len(cluster) > 1]


def partition(clusters: Iterable[Iterable[Hashable]]) -> Partition:
    """Clusters as this module takes them."""
    return [frozenset(cluster) for cluster in clusters]


def _links(clusters: Partition, others: Partition) -> float:
    at = {item: number for number, other in enumerate(others) for item in other}
    right = total = 0
    for cluster in clusters:
        parts = {at[item] for item in cluster if item in at}
        right += len(cluster) - len(parts) - sum(item not in at for item in cluster)
        total += len(cluster) - 1
    return right / total if total else 0.0


def _shares(clusters: Partition, others: Partition) -> float:
    at = {item: other for other in others for item in other}
    items = [(item, cluster) for cluster in clusters for item in cluster]
    shares = (len(cluster & at.get(item, frozenset())) / len(cluster) for item, cluster in items)
    return sum(shares) / len(items) if items else 0.0


def assignment(gains: np.ndarray) -> list[tuple[int, int]]:
    """The pairs of rows and columns that gain most in all (Kuhn 1955; shortest paths)."""
    if gains.shape[0] > gains.shape[1]:
        return [(row, column) for column, row in assignment(gains.T)]
    rows, columns = gains.shape
    costs = gains.max() - gains
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    taken_by = np.zeros(columns + 1, dtype=int)  # the row of each column, from 1; 0 is none
    for row in range(1, rows + 1):
        taken_by[0] = row
        least = np.full(columns + 1, np.inf)
        came_from = np.zeros(columns + 1, dtype=int)
        done = np.zeros(columns + 1, dtype=bool)
        column = 0
        while taken_by[column]:
            done[column] = True
            at = taken_by[column]
            slack = costs[at - 1] - of_row[at] - of_column[1:]
            better = ~done[1:] & (slack < least[1:])
            least[1:][better] = slack[better]
            came_from[1:][better] = column
            open_columns = np.where(done, np.inf, least)
            column = int(np.argmin(open_columns))
            step = open_columns[column]
            of_row[taken_by[done]] += step
            of_column[done] -= step
            least[~done] -= step
        while column:
            taken_by[column] = taken_by[came_from[column]]
            column = int(came_from[column])
    return sorted((int(taken_by[c]) - 1, c - 1) for c in range(1, columns + 1) if taken_by[c])
