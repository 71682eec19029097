"""Which inner columns of a layer are so loud that eight bits lose the rest.

Eight-bit arithmetic has one scale for a whole matrix of activations. In each layer of the encoder
one or two inner columns reach five to ten times as far as all others, so the others are rounded
coarsely for their sake. Kept apart in full precision, as LLM.int8() does (Dettmers et al. 2022),
they cost next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor

from communique.read.learnt.encode import Row
from training.network import Network

APART = 4
"""Columns of each layer that are kept apart."""


def loudest(network: Network, rows: Iterable[Row], count: int = APART) -> list[list[int]]:
    """The ``count`` inner columns of each layer that reach furthest over ``rows``."""
    reach: dict[int, Tensor] = {}

    def listen(number: int, activations: Tensor) -> None:
        furthest = activations.flatten(0, -2).abs().amax(0)
        reach[number] = torch.maximum(reach.get(number, furthest), furthest)

    layers = list(network.eval().encoder.layers)
    ears = [
        layer.shrink.register_forward_pre_hook(lambda _, given, n=number: listen(n, given[0]))
        for number, layer in enumerate(layers)
    ]
    with torch.no_grad():
        for row in rows:
            tables = (torch.tensor([column]) for column in (row.ids, row.cases, row.firsts))
            network(*tables)
    for ear in ears:
        ear.remove()
    return [reach[n].topk(count).indices.tolist() for n in range(len(layers))]
