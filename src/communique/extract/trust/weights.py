"""What each feature of a claim counts, as learnt from people's verdicts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from importlib.abc import Traversable
from typing import NamedTuple

import tomli

KINDS = ("acts", "contacts", "positions", "forecasts")
"""The lists of :class:`~communique.model.Claims` of which there are verdicts enough."""


class Weights(NamedTuple):
    """What features count for a kind of claim, and how likely a claim must be to be told.

    ``enough`` is asked in long texts, ``in_short`` in short ones.
    """

    enough: float
    in_short: float
    bias: float
    features: Mapping[str, float]

    def likelihood(self, features: Iterable[str]) -> float:
        """Return how likely a claim with some features is right, from 0 to 1."""
        # Summed exactly: a set has no order, and sums of floats have one.
        score = math.fsum((self.bias, *(self.features.get(name, 0.0) for name in features)))
        return 1 / (1 + math.exp(-score))


def file_of(kind: str, language: str) -> Traversable:
    """Return where the weights of a kind of claim are kept."""
    return resources.files("communique.extract.trust") / "data" / language / f"{kind}.toml"


@lru_cache(maxsize=16)
def weights_for(kind: str, language: str) -> Weights | None:
    """Return the weights for a kind of claim, ``None`` where the language has none."""
    path = file_of(kind, language)
    if not path.is_file():
        return None
    table = tomli.loads(path.read_text(encoding="utf-8"))
    return Weights(table["enough"], table["in_short"], table["bias"], table["features"])
