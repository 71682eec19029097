"""Runs a network as it is being trained, in full precision, as the program would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch

from communique.read.learnt import Engine
from communique.read.learnt.tagging import Floats
from communique.read.learnt.weights import Weights, learnt
from training.network import Network
from training.prepare import Vocabulary


def as_engine(network: Network, vocabulary: Vocabulary) -> Engine:
    """An engine that runs the network as it is being trained, in full precision."""
    network.eval()

    @torch.inference_mode()
    def run(ids: list[int], cases: list[int], firsts: list[int]) -> Floats:
        tensors = (torch.tensor([values]) for values in (ids, cases, firsts))
        features: Floats = network(*tensors)[0].numpy()
        return features

    weights = Weights(
        "in training",
        "",
        Path(),
        vocabulary.cutter(),
        vocabulary.marks,  # type: ignore[arg-type]
        learnt(decoding_numbers(network)),
    )
    return Engine(loaded=(weights, run), threads=2)


def decoding_numbers(network: Network) -> dict[str, Any]:
    """The weights that decoding needs beside the network, as the manifest writes them."""
    return {
        name: np.round(getattr(network, name).detach().numpy().astype(np.float64), 5).tolist()
        for name in ("tag_steps", "tag_first", "pair_weights")
    }
