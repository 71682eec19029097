"""The training loop: resumable, seeded, with a moving average of the weights."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from training import encoders, losses
from training.batches import Batch, epoch
from training.examples import Text
from training.network import Network, draw_from, start_from
from training.prepare import Vocabulary
from training.settings import SHAPES, Run

SAVE_EVERY = 120.0
"""Seconds between two savings of a run's state."""


def new_network(run: Run, vocabulary: Vocabulary) -> Network:
    """The untrained network of a run, its encoder as published."""
    shape = SHAPES[run.encoder]
    network = Network(len(vocabulary.pieces), shape, run.dropout, run.blank)
    source = encoders.load(run.encoder.split("-")[0])
    start_from(network, source, vocabulary.kept, shape.chosen)
    return network


def trained(run: Run, vocabulary: Vocabulary, state: Path) -> Network:
    """The network of a saved run with its final weights, ready to read."""
    network = new_network(run, vocabulary)
    network.load_state_dict(_final(torch.load(state, weights_only=True)), strict=False)
    return network.eval()


def _final(kept: dict[str, Any]) -> dict[str, Tensor]:
    """The weights that come out of a saved run.

    They are the moving average, blended with the weights it began from once it is done.
    """
    weights: dict[str, Tensor] = kept.get("blended", kept["average"])
    return weights


class Schedule:
    """The batches of each step of a run. Every epoch cuts the texts into windows anew.

    All epochs count as many steps as the first; one that has fewer batches begins again.
    """

    def __init__(self, run: Run, texts: dict[str, list[Text]]) -> None:
        self._run, self._texts = run, texts
        self._number, self._batches = 0, self._epoch(0)
        self._a_pass = math.ceil(len(self._batches) / run.together)
        self.steps = round(self._a_pass * run.epochs)

    def at(self, step: int) -> list[Batch]:
        """The batches of a step, counted from 0."""
        number, within = divmod(step, self._a_pass)
        if number != self._number:
            self._number, self._batches = number, self._epoch(number)
        first, size = within * self._run.together, len(self._batches)
        return [self._batches[at % size] for at in range(first, first + self._run.together)]

    def _epoch(self, number: int) -> list[Batch]:
        run = self._run
        seed = random.Random(f"{run.seed}-{number}").randrange(2**31)
        return epoch(self._texts, pieces=run.batch, share=run.share, seed=seed, run_on=run.run_on)


class Trainer:
    """Holds what a run needs to go on: network, optimiser, average, step."""

    def __init__(
        self,
        run: Run,
        vocabulary: Vocabulary,
        texts: dict[str, list[Text]],
        beginning: Path | None = None,
    ) -> None:
        torch.manual_seed(run.seed)
        torch.set_num_threads(1)
        self.run = run
        self.network = new_network(run, vocabulary)
        self.syntax = losses.Syntax()
        self._first: dict[str, Tensor] = {}
        if beginning:
            kept = torch.load(beginning, weights_only=True)
            self._first = _final(kept)
            self.network.load_state_dict(self._first, strict=False)
            self.syntax.load_state_dict(kept["syntax"])
        self.schedule = Schedule(run, texts)
        self.optimiser = torch.optim.AdamW(
            _groups(run, self.network, self.syntax),
            weight_decay=run.weight_decay,
            betas=(0.9, 0.98),
            fused=True,
        )
        self.average = {n: p.detach().clone() for n, p in _trained(self.network)}
        self._parameters = [p for g in self.optimiser.param_groups for p in g["params"]]
        self.told: dict[str, float] = {}
        self.step = 0
        self.seconds = 0.0

    def train(self, state: Path) -> None:
        """Go on from ``state`` if it is there, to the end of the schedule, saving now and then."""
        if state.exists():
            self._load(state)
        self.network.train()
        saved = began = time.monotonic()
        before = self.seconds
        with ThreadPoolExecutor(self.run.threads) as pool:
            while self.progress() < 1:
                self._step(pool)
                now = time.monotonic()
                self.seconds = before + now - began
                if self.step % 25 == 0:
                    self._tell()
                if now - saved > SAVE_EVERY or self.progress() >= 1:
                    self._save(state)
                    saved = now

    def _step(self, pool: ThreadPoolExecutor) -> None:
        """One step: the gradients of a few batches, worked out side by side, added up in order."""
        self._set_rates()
        together = self.schedule.at(self.step)
        seeds = [self.run.seed + 100 * self.step + n for n in range(len(together))]
        parts = list(pool.map(self._gradients, together, seeds))
        for parameter, *gradients in zip(self._parameters, *(g for _, g in parts), strict=True):
            given = [g for g in gradients if g is not None]
            parameter.grad = sum(given[1:], given[0]) / len(together) if given else None
        nn.utils.clip_grad_norm_(self._parameters, 1.0)
        self.optimiser.step()
        self.step += 1
        for batch, (loss, _) in zip(together, parts, strict=True):
            self.told[batch.corpus] = 0.98 * self.told.get(batch.corpus, loss) + 0.02 * loss
        decay = min(self.run.average, (1 + self.step) / (10 + self.step))
        current = [p.detach() for _, p in _trained(self.network)]
        torch._foreach_lerp_(list(self.average.values()), current, 1 - decay)

    def _gradients(self, batch: Batch, seed: int) -> tuple[float, Sequence[Tensor | None]]:
        draw_from(seed)
        loss = batch_loss(self.network, self.syntax, batch)
        return float(loss.detach()), torch.autograd.grad(loss, self._parameters, allow_unused=True)

    def _set_rates(self) -> None:
        at, warm = self.progress(), self.run.warmup
        factor = max(0.002, min(at / warm, (1 - at) / (1 - warm)))
        for group in self.optimiser.param_groups:
            group["lr"] = group["top"] * factor

    def progress(self) -> float:
        """How much of the run is done, 0 to 1: of its steps or, where limited, of its minutes."""
        spent = self.seconds / (60 * self.run.minutes) if self.run.minutes else 0.0
        return max(self.step / self.schedule.steps, spent)

    def _tell(self) -> None:
        told = " ".join(f"{k} {v:.3f}" for k, v in sorted(self.told.items()))
        print(f"{self.step}/{self.schedule.steps} {self.seconds:.0f}s {told}", flush=True)

    def _save(self, state: Path) -> None:
        kept: dict[str, Any] = {
            "run": asdict(self.run),
            "step": self.step,
            "seconds": self.seconds,
            "network": {n: p.detach() for n, p in _trained(self.network)},
            "average": self.average,
            "syntax": self.syntax.state_dict(),
            "optimiser": self.optimiser.state_dict(),
        }
        if self._first and self.progress() >= 1:
            kept["blended"] = {
                name: torch.lerp(weights, self._first[name], self.run.blend)
                for name, weights in self.average.items()
            }
        torch.save(kept, state.with_suffix(".new"))
        state.with_suffix(".new").replace(state)

    def _load(self, state: Path) -> None:
        kept = torch.load(state, weights_only=True)
        self.network.load_state_dict(kept["network"], strict=False)
        self.syntax.load_state_dict(kept["syntax"])
        self.optimiser.load_state_dict(kept["optimiser"])
        self.average, self.step, self.seconds = kept["average"], kept["step"], kept["seconds"]


def batch_loss(network: Network, syntax: losses.Syntax, batch: Batch) -> Tensor:
    """The summed losses of the heads that a batch's corpus trains."""
    states = network.states(*batch.tensors())
    features = network.features(states)
    if batch.corpus == "attribution":
        return losses.attribution_loss(network, features, batch.examples)
    if batch.corpus == "times":
        return losses.time_loss(features, batch.examples)
    return (
        losses.mention_loss(features, batch.examples)
        + 0.5 * losses.reference_loss(network, features, batch.examples)
        + 0.5 * losses.syntax_loss(syntax, states, batch.examples)
    )


def _trained(network: Network) -> list[tuple[str, nn.Parameter]]:
    return [(n, p) for n, p in network.named_parameters() if p.requires_grad]


def _groups(run: Run, network: Network, syntax: losses.Syntax) -> list[dict[str, Any]]:
    """Learning rates: the heads' own, and the encoder's, smaller with every layer down."""
    depth = len(network.encoder.layers)
    rates: dict[float, list[nn.Parameter]] = {run.head_rate: list(syntax.parameters())}
    for name, parameter in _trained(network):
        rate = run.head_rate
        if name.startswith("encoder.layers."):
            rate = run.encoder_rate * run.layer_decay ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder."):
            rate = run.encoder_rate * run.layer_decay**depth
        rates.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate, "top": rate} for rate, parameters in rates.items()]
