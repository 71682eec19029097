"""From features to layers: everything that is said of a text, in code points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from communique.read.learnt.columns import FEATURES, TIME_TAGS
from communique.read.learnt.encode import Encoded
from communique.read.learnt.layers import Attribution, Layers, Link, Mention, Span, Time
from communique.read.learnt.naming import antecedents, kind_and_form, mentions
from communique.read.learnt.saying import Chain, Said, sayings
from communique.read.learnt.tagging import Floats, best_labels, drawn, legal_steps, probabilities
from communique.read.learnt.units import Unit

CLEAR = 0.98
"""A unit that is so probably outside every temporal expression is not looked at again."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """The few weights that decoding needs beside the network: labels in a row, truths of a pair."""

    chain: Chain
    pair_weights: Floats


def decode(encoded: Encoded, features: Floats, learnt: Learnt) -> Layers:
    """The layers of a text from the features (units, ``WIDTH``) of its units."""
    units = encoded.units
    if not units:
        return Layers()
    homes = [(window.own, window.own_last) for window in encoded.windows]
    named = mentions(features, homes)
    links = antecedents(features, [u.word for u in units], named, learnt.pair_weights)
    return Layers(
        tuple(_attribution(units, said) for said in sayings(features, learnt.chain, homes)),
        tuple(
            Mention(units[n.first].start, units[n.last].end, *kind_and_form(n.kind), n.score)
            for n in named
        ),
        tuple(Link(*link) for link in links),
        _times(units, features),
    )


def _span(units: Sequence[Unit], run: tuple[int, int]) -> Span:
    return units[run[0]].start, units[run[1] - 1].end


def _attribution(units: Sequence[Unit], said: Said) -> Attribution:
    source, cue, content = (
        tuple(_span(units, run) for run in runs) for runs in (said.source, said.cue, said.content)
    )
    return Attribution(source, cue, content, said.score)


def _times(units: Sequence[Unit], features: Floats) -> tuple[Time, ...]:
    """Temporal expressions; only where one may stand are labels weighed against each other."""
    scores = features[:, FEATURES["times"]]
    count = len(TIME_TAGS)
    flat = np.zeros((count, count), np.float32), np.zeros(count, np.float32)
    steps, first = legal_steps(*flat, TIME_TAGS)
    sure = probabilities(scores)
    edges = np.flatnonzero(np.diff(sure[:, 0] < CLEAR, prepend=False, append=False))
    found = []
    for begin, end in edges.reshape(-1, 2).tolist():
        for kind, begun, ended in drawn(best_labels(scores[begin:end], steps, first), TIME_TAGS):
            run = begin + begun, begin + ended
            score = float(1 - sure[run[0] : run[1], 0].mean())
            found.append(Time(*_span(units, run), kind, score))
    return tuple(found)
