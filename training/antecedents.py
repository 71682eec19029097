"""Fits how much each truth about a pronoun and a candidate tells, on GUM's training texts.

    PYTHONPATH=src python -m training.antecedents --corpora ../shared/corpora

Each "he" or "she" is one choice among those on stage, or of nobody among them: a conditional
logit, drawn towards worths set by hand (``PRIOR``), as the texts have few of some kinds. What it
prints goes into ``communique.read.who.reference.antecedents``, with scores on held-out texts below
it.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
from benchmarks.pronouns import PRONOUNS
from numpy.typing import NDArray

from communique.model import Report
from communique.read.layers import Pending
from communique.read.rules import RuleReader
from communique.read.who import pronouns
from communique.read.who.reference import antecedents
from training import corpora

Floats = NDArray[np.float64]

PRIOR = {
    "sentences back": -1.5,
    "paragraph before": -0.5,
    "same voice": 1.5,
    "subject": 1.5,
    "fame": 1.2,
    "gender known": 0.7,
    "chain": 1.0,
    "subject goes on": 1.0,
    "spoke last": 1.5,
    "last on stage": 0.5,
    "owner is subject": 0.5,
    "tells of himself": 2.0,
    "object of its subject": -5.0,
    "nameless": -1.0,
    "alone": 0.5,
    "nobody": 0.5,
}
PULL = 5.0
"""How strongly the worths are drawn towards the prior, in pronouns."""
FOLDS = 5
_STEPS, _RATE = 400, 0.05


@dataclass(frozen=True)
class Choice:
    """One pronoun: what is true of each candidate, and which of them are right."""

    truths: Floats
    right: NDArray[np.bool_]


def main() -> None:
    """Print the fitted worths, and how well they do on texts that they were not fitted on."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    given = parser.parse_args()
    texts = [choices(d) for d in corpora.gum(given.corpora / "gum/train.conllu.gz")]
    resolved = right = 0
    for fold in range(FOLDS):
        seen = [c for n, text in enumerate(texts) if n % FOLDS != fold for c in text]
        unseen = [c for n, text in enumerate(texts) if n % FOLDS == fold for c in text]
        one, other = judged(fitted(seen), unseen)
        resolved, right = resolved + one, right + other
    for name, worth in zip(PRIOR, fitted([c for text in texts for c in text]), strict=True):
        print(f'    "{name}": {worth:.2f},')
    print(f"held out: {resolved} resolved, {right / resolved:.1%} right")


def choices(document: corpora.Document) -> list[Choice]:
    """The pronouns of a text with their candidates, as the reader meets them."""
    met: list[tuple[Pending, list[tuple[str, dict[str, float]]]]] = []

    class Watched(antecedents.Stage):
        def third(self, pending: Pending) -> str | None:
            met.append((pending, list(self.candidates(pending))))
            return super().third(pending)

    report = Report(id="", publication=document.name, text=document.text, language="en")
    with patch.object(pronouns, "Stage", Watched):
        reading = next(iter(RuleReader().read([report])))
    places = {actor.id: actor.mentions for actor in reading.actors}
    homes: dict[str, list[tuple[int, int]]] = {}
    entities: dict[tuple[int, int], str] = {}
    for mention in document.mentions or ():
        span = (mention.start, mention.end)
        if not mention.kind.endswith("/pronoun"):
            homes.setdefault(mention.entity, []).append(span)
        elif document.text[slice(*span)].casefold() in PRONOUNS:
            entities[span] = mention.entity

    def holds(actor: str, entity: str) -> bool:
        return any(
            first <= place.start and place.end <= last
            for place in places.get(actor, ())
            for first, last in homes.get(entity, ())
        )

    return [
        Choice(
            np.array(
                [[float(truths[name]) for name in PRIOR if name in truths] for _, truths in of]
            ),
            np.array([holds(actor, entities[key]) for actor, _ in of]),
        )
        for pending, of in met
        if of and (key := (pending.span.start, pending.span.end)) in entities
    ]


def fitted(seen: Sequence[Choice]) -> Floats:
    """The worths that fit the choices best, in the order of ``PRIOR``."""
    prior = np.array(list(PRIOR.values()))
    worths, mean, square = prior.copy(), np.zeros(len(prior)), np.zeros(len(prior))
    truths, closed, right = _table(seen)
    for step in range(1, _STEPS + 1):
        shares = _shares(truths @ worths + closed)
        wanted = shares * right
        wanted /= wanted.sum(1, keepdims=True) + 1e-12
        slope = np.einsum("nm,nmk->k", shares - wanted, truths) + PULL * (worths - prior)
        slope /= len(truths)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        size = np.sqrt(square / (1 - 0.999**step)) + 1e-8
        worths = worths - _RATE * mean / (1 - 0.9**step) / size
    return worths


def judged(worths: Floats, unseen: Sequence[Choice]) -> tuple[int, int]:
    """How many of the choices are made, and how many of these are right."""
    truths, closed, right = _table(unseen)
    shares = _shares(truths @ worths + closed)
    best, rows = shares.argmax(1), np.arange(len(shares))
    made = (shares[rows, best] >= antecedents.SURE) & (truths[rows, best, -1] == 0)
    return int(made.sum()), int((made & right[rows, best]).sum())


def _table(of: Sequence[Choice]) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """The choices side by side, "nobody" the last of each; places that are closed weigh nothing."""
    most = max(len(choice.right) for choice in of) + 1
    truths = np.zeros((len(of), most, len(PRIOR)))
    closed = np.full((len(of), most), -1e9)
    right = np.zeros((len(of), most), dtype=bool)
    for row, choice in enumerate(of):
        size = len(choice.right)
        truths[row, :size, :-1], truths[row, size, -1] = choice.truths, 1
        closed[row, : size + 1] = 0
        right[row, :size], right[row, size] = choice.right, not choice.right.any()
    return truths, closed, right


def _shares(worths: Floats) -> Floats:
    raised: Floats = np.exp(worths - worths.max(1, keepdims=True))
    shares: Floats = raised / raised.sum(1, keepdims=True)
    return shares


if __name__ == "__main__":
    main()
