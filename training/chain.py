"""The likelihood of a row of labels under a linear-chain field, and its gradient.

Lafferty, McCallum and Pereira 2001. Forward and backward sums run in NumPy: the
steps are many and tiny, which is what a tensor library is slowest at.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

Array = npt.NDArray[np.float64]


class ChainLoss(torch.autograd.Function):
    """Mean negative log likelihood a unit.

    ``apply(scores, steps, first, tags)``: scores (batch, units, labels), steps
    (label, next label), first (label), tags (batch, units), negative beyond a row's end.
    """

    @staticmethod
    def forward(ctx: Any, scores: Tensor, steps: Tensor, first: Tensor, tags: Tensor) -> Tensor:
        """The loss; the gradient is remembered for ``backward``."""
        values = scores.detach().double().numpy()
        move, begin = steps.detach().double().numpy(), first.detach().double().numpy()
        gold = tags.numpy()
        present = gold >= 0
        total = present.sum()
        ahead, logs = _forward(values, move, begin, present)
        behind = _backward(values, move, present)
        single = ahead * behind
        single /= single.sum(2, keepdims=True)
        single *= present[:, :, None]
        pairs = _pairs(ahead, behind, values, move, present)
        gains = np.zeros_like(values)
        rows, columns = np.nonzero(present)
        gains[rows, columns, gold[rows, columns]] = 1
        right = (values * gains).sum() + begin[gold[:, 0]].sum()
        follows = present[:, 1:]
        one, two = gold[:, :-1][follows], gold[:, 1:][follows]
        right += move[one, two].sum()
        seen = np.zeros_like(move)
        np.add.at(seen, (one, two), 1)
        at_first = np.bincount(gold[:, 0], minlength=len(begin))
        ctx.gradients = [
            torch.from_numpy((g / total).astype(np.float32))
            for g in (single - gains, pairs - seen, single[:, 0].sum(0) - at_first)
        ]
        return torch.tensor((logs.sum() - right) / total, dtype=torch.float32)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, Tensor, None]:
        """The remembered gradient, scaled."""
        scores, steps, first = (g * gradients[0] for g in ctx.gradients)
        return scores, steps, first, None


def _forward(values: Array, move: Array, begin: Array, present: Any) -> tuple[Array, Array]:
    """Normalised forward sums (batch, units, labels), and the log of each row's whole sum."""
    weights, top = np.exp(move), values.max(2)
    emit = np.exp(values - top[:, :, None])
    ahead = np.zeros_like(values)
    now = emit[:, 0] * np.exp(begin)
    logs = top[:, 0] + np.log(now.sum(1))
    ahead[:, 0] = now = now / now.sum(1, keepdims=True)
    for at in range(1, values.shape[1]):
        further = (now @ weights) * emit[:, at]
        size = further.sum(1)
        logs += np.where(present[:, at], np.log(size) + top[:, at], 0.0)
        now = np.where(present[:, at, None], further / size[:, None], now)
        ahead[:, at] = now
    return ahead, logs


def _backward(values: Array, move: Array, present: Any) -> Array:
    """Backward sums, each scaled to add up to 1."""
    weights = np.exp(move).T
    emit = np.exp(values - values.max(2, keepdims=True))
    behind = np.full_like(values, 1 / values.shape[2])
    now = behind[:, -1]
    for at in range(values.shape[1] - 2, -1, -1):
        further = (now * emit[:, at + 1]) @ weights
        further /= further.sum(1, keepdims=True)
        now = np.where(present[:, at + 1, None], further, now)
        behind[:, at] = now
    return behind


def _pairs(ahead: Array, behind: Array, values: Array, move: Array, present: Any) -> Array:
    """Expected number of times each label follows each."""
    emit = np.exp(values - values.max(2, keepdims=True))
    after = (behind * emit)[:, 1:]
    joint = ahead[:, :-1, :, None] * np.exp(move) * after[:, :, None, :]
    joint /= joint.sum((2, 3), keepdims=True)
    joint *= present[:, 1:, None, None]
    expected: Array = joint.sum((0, 1))
    return expected
