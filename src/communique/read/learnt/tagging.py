"""From label scores to spans: the best row of labels, and the spans it draws."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


def best_labels(scores: Floats, steps: Floats, first: Floats) -> list[int]:
    """The labels with the highest total score (Viterbi 1967).

    ``scores`` (units, labels), ``steps`` (label, next label), ``first`` (label):
    what it adds to begin with a label.
    """
    if not len(scores):
        return []
    count = scores.shape[1]
    came_from = np.zeros(scores.shape, np.int8)
    now = scores[0] + first
    columns = np.arange(count)
    for at in range(1, len(scores)):
        table = now[:, None] + steps
        best = table.argmax(0)
        came_from[at] = best
        now = table[best, columns] + scores[at]
    label = int(now.argmax())
    labels = [label]
    for at in range(len(scores) - 1, 0, -1):
        label = int(came_from[at, label])
        labels.append(label)
    return labels[::-1]


def legal_steps(steps: Floats, first: Floats, labels: Sequence[str]) -> tuple[Floats, Floats]:
    """``steps`` and ``first`` with every way into the middle of a span barred but from its own."""
    steps, first = steps.copy(), first.copy()
    for number, label in enumerate(labels):
        if label.startswith("I-"):
            first[number] = -1e4
            inside = {f"B{label[1:]}", label}
            for before, other in enumerate(labels):
                if other not in inside:
                    steps[before, number] = -1e4
    return steps, first


def drawn(labels: Sequence[int], names: Sequence[str]) -> list[tuple[str, int, int]]:
    """The spans of a row of B/I/O labels: kind, first unit, the unit after the last."""
    spans: list[tuple[str, int, int]] = []
    open_kind, begun = "", 0
    for at, number in enumerate([*labels, 0]):
        name = names[number]
        edge, _, kind = name.partition("-")
        if open_kind and (edge != "I" or kind != open_kind):
            spans.append((open_kind, begun, at))
            open_kind = ""
        if edge in ("B", "I") and not open_kind:
            open_kind, begun = kind, at
    return spans


def probabilities(scores: Floats) -> Floats:
    """Softmax along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = raised / raised.sum(-1, keepdims=True)
    return shares
