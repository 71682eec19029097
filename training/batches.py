"""Batches: which windows go through the network together, in an order fixed by the seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from communique.read.learnt.encode import LONGEST
from training.examples import Example, Text

SHORTEST = LONGEST // 2
"""The least pieces that the windows of a text are cut to."""


@dataclass(frozen=True)
class Batch:
    """Windows of one corpus (``attribution``, ``entities`` or ``times``)."""

    corpus: str
    examples: list[Example]

    def tensors(self) -> tuple[Tensor, Tensor, Tensor]:
        """Pieces, cases and first pieces, padded with -1, 0 and -1."""
        rows = [e.row for e in self.examples]
        ids = _table([r.ids for r in rows], -1)
        return ids, _table([r.cases for r in rows], 0), _table([r.firsts for r in rows], -1)


def _table(rows: Sequence[Sequence[int]], fill: int) -> Tensor:
    table = torch.full((len(rows), max(map(len, rows))), fill, dtype=torch.long)
    for number, values in enumerate(rows):
        table[number, : len(values)] = torch.tensor(values, dtype=torch.long)
    return table


def epoch(
    texts: dict[str, list[Text]], *, pieces: int, share: float, seed: int, run_on: float = 0.0
) -> list[Batch]:
    """The batches of one pass, shuffled; ``share`` is the part of every corpus that is used.

    Every text is cut into windows of a length of its own, from ``SHORTEST`` to ``LONGEST`` pieces,
    and with the chance ``run_on`` as if it were one paragraph.
    Windows of ``entities`` stay with their neighbours, since reference reaches
    from one to the next; the others are sorted by length within chunks, so that
    little is padding.
    """
    order = random.Random(seed)
    batches: list[Batch] = []
    for corpus, documents in texts.items():
        some = order.sample(documents, max(1, round(len(documents) * share)))
        chosen = [
            (text.run_on() if run_on and order.random() < run_on else text).examples(
                order.randint(SHORTEST, LONGEST)
            )
            for text in some
        ]
        if corpus == "entities":
            for document in chosen:
                batches += _grouped(corpus, document, pieces)
        else:
            windows = [example for document in chosen for example in document]
            order.shuffle(windows)
            for at in range(0, len(windows), 400):
                chunk = sorted(windows[at : at + 400], key=lambda e: len(e.row.ids))
                batches += _grouped(corpus, chunk, pieces)
    order.shuffle(batches)
    return batches


def _grouped(corpus: str, windows: Sequence[Example], pieces: int) -> list[Batch]:
    """Consecutive windows in batches of at most ``pieces`` pieces, padding counted."""
    groups: list[list[Example]] = [[]]
    widest = 0
    for window in windows:
        widest = max(widest, len(window.row.ids))
        if groups[-1] and widest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
            widest = len(window.row.ids)
        groups[-1].append(window)
    return [Batch(corpus, group) for group in groups if group]
