"""The settings of a run: everything that decides what comes out."""

from __future__ import annotations

from dataclasses import dataclass

from training.network import Shape

SHAPES = {
    "minilm": Shape(384, 12, 1536, (0, 1, 2, 3, 4, 5)),
    "e5-6": Shape(384, 12, 1536, (0, 2, 4, 7, 9, 11)),
    "e5-low6": Shape(384, 12, 1536, (0, 1, 2, 3, 4, 5)),
    "e5-12": Shape(384, 12, 1536, tuple(range(12))),
}
"""The encoders compared, by name; the part before the dash is the package they come from."""


@dataclass(frozen=True)
class Run:
    """One training run.

    ``share`` is the part of every corpus used in an epoch; a step takes
    ``together`` batches of at most ``batch`` pieces, worked on by ``threads``
    threads; ``average`` is the decay of the weights' moving average. ``minutes``
    (0: none) ends the run early: the learning rate then falls with the time spent.
    ``begin`` names the run whose final weights this one begins from (none: from
    the encoder as published), and ``blend`` the share of these in its own final
    weights (Wortsman et al. 2022, WiSE-FT); ``blank`` is the share of pieces whose word is hidden,
    ``run_on`` the share of texts that are read, in each pass, as if they had no paragraphs.
    """

    name: str
    begin: str = ""
    blend: float = 0.5
    encoder: str = "e5-low6"
    epochs: float = 5.0
    share: float = 1.0
    batch: int = 660
    together: int = 2
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    warmup: float = 0.05
    weight_decay: float = 0.01
    dropout: float = 0.1
    blank: float = 0.0
    run_on: float = 0.0
    average: float = 0.995
    seed: int = 20261121
    threads: int = 2
    minutes: float = 0.0
