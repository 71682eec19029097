"""Who says what, from the features of a text's units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from communique.read.learnt.columns import FEATURES, PAIR, TAGS
from communique.read.learnt.tagging import (
    Floats,
    best_labels,
    drawn,
    legal_steps,
    probabilities,
)

REACH = 160
"""Units between which parts of one attribution are looked for."""

Run = tuple[int, int]
"""Units ``first:last``."""


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution in units."""

    source: list[Run]
    cue: list[Run]
    content: list[Run]
    score: float


@dataclass(frozen=True, slots=True)
class Chain:
    """Learnt scores of one attribution label after another, and of the first."""

    steps: Floats
    first: Floats


def sayings(features: Floats, chain: Chain) -> list[Said]:
    """The attributions of a text, by their first unit.

    Labels are decoded together; then every content goes to the cue that its
    units choose, and every cue to its source or to none. A cue that no content
    chooses says nothing; content with no cue in reach is left out.
    """
    steps, first = legal_steps(chain.steps, chain.first, TAGS)
    scores = features[:, FEATURES["tags"]]
    labels = best_labels(scores, steps, first)
    spans: dict[str, list[Run]] = {"source": [], "cue": [], "content": []}
    for kind, begun, ended in drawn(labels, TAGS):
        spans[kind].append((begun, ended))
    sure = probabilities(scores)[np.arange(len(labels)), labels]
    said = _by_cue(features, spans)
    found = [
        Said(source, [cue], content, _certainty(sure, [*source, cue, *content]))
        for cue, (content, source) in said.items()
    ]
    return sorted(found, key=lambda s: min(s.content + s.source + s.cue))


def _certainty(sure: Floats, runs: Sequence[Run]) -> float:
    return float(np.mean(np.concatenate([sure[a:b] for a, b in runs])))


def _by_cue(
    features: Floats, spans: dict[str, list[Run]]
) -> dict[Run, tuple[list[Run], list[Run]]]:
    """For each cue that has content: its content, and its source or nothing."""
    contents: dict[Run, list[Run]] = {}
    asks, answers = (features[:, FEATURES[n]] for n in ("content_asks", "cue_answers"))
    for content in spans["content"]:
        near = _near(content, spans["cue"])
        if near:
            question = asks[content[0] : content[1]].mean(0)
            scores = answers[[cue[0] for cue in near]] @ question
            contents.setdefault(near[int(scores.argmax())], []).append(content)
    return {cue: (runs, _source(features, cue, spans["source"])) for cue, runs in contents.items()}


def _source(features: Floats, cue: Run, sources: Sequence[Run]) -> list[Run]:
    near = _near(cue, sources)
    if not near:
        return []
    question = features[cue[0], FEATURES["cue_asks"]]
    scores = features[[s[0] for s in near], FEATURES["source_answers"]] @ question / PAIR**0.5
    best = int(scores.argmax())
    return [near[best]] if scores[best] > features[cue[0], FEATURES["no_source"]][0] else []


def _near(run: Run, others: Sequence[Run]) -> list[Run]:
    return [o for o in others if o[0] - run[1] < REACH and run[0] - o[1] < REACH]
