"""The weights by which sentences are ranked and accepted, and how they are applied.

``data/learnt.toml`` is written by ``benchmarks/asking_weights.py``. A weight's name is that of a
feature, of two that are multiplied (``soft*names``), or of one that counts in questions of some
kinds only (``said:speaks``; ``said:`` alone is 1 there).
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from communique.model.asking import QuestionKind


class Weights(NamedTuple):
    """What each feature counts, apart for ranking and for accepting, and what is accepted.

    ``enough`` is how surely a sentence must answer where nothing else was found, ``doubtful`` where
    it was found by shared words.
    """

    groups: Mapping[str, str]
    ranking: Mapping[str, float]
    accepting: Mapping[str, float]
    enough: float
    doubtful: float

    def rank(self, kind: QuestionKind, features: Mapping[str, float]) -> float:
        """Return how a sentence ranks among others; only differences mean anything."""
        group = self.groups[kind]
        return sum(w * valued(name, group, features) for name, w in self.ranking.items())

    def accept(self, kind: QuestionKind, features: Mapping[str, float]) -> float:
        """Return how surely a sentence answers, from 0 to 1."""
        group = self.groups[kind]
        score = sum(w * valued(name, group, features) for name, w in self.accepting.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def valued(name: str, group: str, features: Mapping[str, float]) -> float:
    """Return what a weight of a name is multiplied by, in a question of some group of kinds."""
    own, _, feature = name.rpartition(":")
    if own and own != group:
        return 0.0
    value = 1.0
    for each in feature.split("*") if feature else ():
        value *= features[each]
    return value


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Return the weights, read once."""
    data = resources.files("communique.ask") / "data" / "learnt.toml"
    table = tomllib.loads(data.read_text(encoding="utf-8"))
    groups = {kind: group for group, kinds in table["groups"].items() for kind in kinds}
    return Weights(groups, table["ranking"], table["accepting"], table["enough"], table["doubtful"])
