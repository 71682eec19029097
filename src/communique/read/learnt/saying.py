"""Who says what, from the features of a text's units."""

from __future__ import annotations

from bisect import bisect_right
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


def sayings(features: Floats, chain: Chain, homes: Sequence[Run]) -> list[Said]:
    """The attributions of a text, by their first unit.

    Labels are decoded together; then every content goes to the cue that its
    units choose, and every cue to its source or to none. A cue that no content
    chooses says nothing; content that chooses no cue is left out.

    ``homes`` are the windows' own parts, in order: vectors of one window cannot
    be held against another's, since they tell cues apart by where they stand in
    the window. Each part is looked for in the window of the one that asks for it.
    """
    steps, first = legal_steps(chain.steps, chain.first, TAGS)
    scores = features[:, FEATURES["tags"]]
    labels = best_labels(scores, steps, first)
    spans: dict[str, list[Run]] = {"source": [], "cue": [], "content": []}
    for kind, begun, ended in drawn(labels, TAGS):
        spans[kind].append((begun, ended))
    sure = probabilities(scores)[np.arange(len(labels)), labels]
    links = _Links(features, homes, spans)
    said: dict[Run, list[Run]] = {}
    for content in spans["content"]:
        cue = links.cue(content)
        if cue is not None:
            said.setdefault(cue, []).append(content)
    found = []
    for heard, contents in said.items():
        source = links.source(heard)
        score = _certainty(sure, [*source, heard, *contents])
        found.append(Said(source, [heard], contents, score))
    return sorted(found, key=lambda s: min(s.content + s.source + s.cue))


def _certainty(sure: Floats, runs: Sequence[Run]) -> float:
    return float(np.mean(np.concatenate([sure[a:b] for a, b in runs])))


class _Links:
    """Chooses what belongs to what among the labelled spans of a text."""

    def __init__(self, features: Floats, homes: Sequence[Run], spans: dict[str, list[Run]]) -> None:
        self._features, self._homes = features, homes
        self._ends = [home[1] for home in homes]
        self._cues, self._sources = spans["cue"], spans["source"]
        self._taken = {unit for runs in spans.values() for run in runs for unit in range(*run)}

    def cue(self, content: Run) -> Run | None:
        """The cue that a content chooses among the units of its window, as it was trained to.

        Where it chooses a unit that the labels left out, that unit is the cue: the
        labels have missed it.
        """
        left, right = self._home(content)
        asking = self._features[content[0] : min(content[1], right), FEATURES["content_asks"]]
        answers = self._features[left:right, FEATURES["cue_answers"]]
        scores = answers @ asking.mean(0)
        near = [cue for cue in self._cues if left <= cue[0] < right]
        best = max(near, key=lambda cue: scores[cue[0] - left], default=None)
        wanted = left + int(scores.argmax())
        preferred = best is None or scores[wanted - left] > scores[best[0] - left]
        return (wanted, wanted + 1) if preferred and wanted not in self._taken else best

    def source(self, cue: Run) -> list[Run]:
        """The source that a cue chooses, or nothing."""
        left, right = self._home(cue)
        near = [source for source in self._sources if left <= source[0] < right]
        if not near:
            return []
        asking = self._features[cue[0], FEATURES["cue_asks"]]
        answers = self._features[[source[0] for source in near], FEATURES["source_answers"]]
        scores = answers @ asking / PAIR**0.5
        best = int(scores.argmax())
        named = scores[best] > self._features[cue[0], FEATURES["no_source"]][0]
        return [near[best]] if named else []

    def _home(self, run: Run) -> Run:
        return self._homes[bisect_right(self._ends, run[0])]
