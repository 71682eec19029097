"""Mentions and which of them mean the same, from the features of a text's units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from communique.read.learnt.columns import FEATURES, MENTION_KINDS, PAIR
from communique.read.learnt.pairs import Described, describe, truths
from communique.read.learnt.tagging import Floats

LONGEST = 40
"""Units a mention may span."""

RARE = 4.0
"""What a pair of units is held to score less, before learning: most bound no mention."""

_BLOCK = 256
# Products this small stay on the thread that asks for them: the cores are at work on the network.
_STRIP = 32
_BACK = 400


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in units, ``last`` included; ``kind`` is a column of ``MENTION_KINDS``."""

    first: int
    last: int
    kind: int
    score: float


def mentions(features: Floats, homes: Sequence[tuple[int, int]]) -> list[Named]:
    """The mentions of a text in order; they may nest but never cross.

    ``homes`` are the windows' own parts; both ends of a mention are of one window.
    """
    home = np.repeat(np.arange(len(homes)), [last - first for first, last in homes])
    found: list[tuple[float, int, int]] = []
    for at in range(0, len(features), _STRIP):
        found += [c for c in _candidates(features, at) if home[c[1]] == home[c[2]]]
    kept = _uncrossed(sorted(found, reverse=True))
    starts, ends = features[:, FEATURES["kind_start"]], features[:, FEATURES["kind_end"]]
    return [
        Named(
            first, last, int((starts[first] + ends[last]).argmax()), 1 / (1 + float(np.exp(-score)))
        )
        for first, last, score in sorted(kept)
    ]


def _candidates(features: Floats, at: int) -> list[tuple[float, int, int]]:
    """Pairs of units (score, first, last) that bound a mention, for the firsts of one block."""
    block = features[at : at + _STRIP]
    reach = features[at : at + _STRIP + LONGEST]
    scores = block[:, FEATURES["mention_start"]] @ reach[:, FEATURES["mention_end"]].T / PAIR**0.5
    scores += block[:, FEATURES["mention_start_bias"]] - RARE
    scores += reach[:, FEATURES["mention_end_bias"]].T
    first, last = np.nonzero(scores > 0)
    kept = (last >= first) & (last - first <= LONGEST)
    first, last = first[kept], last[kept]
    values = scores[first, last]
    return [
        (float(s), at + int(a), at + int(b)) for s, a, b in zip(values, first, last, strict=True)
    ]


def _uncrossed(best_first: Sequence[tuple[float, int, int]]) -> list[tuple[int, int, float]]:
    """Mentions, best first, less those that cross a better one."""
    kept: list[tuple[int, int, float]] = []
    by_unit: dict[int, list[tuple[int, int]]] = {}
    for score, first, last in best_first:
        near = {pair for unit in range(first, last + 1) for pair in by_unit.get(unit, ())}
        if any(a < first <= b < last or first < a <= last < b for a, b in near):
            continue
        kept.append((first, last, score))
        for unit in range(first, last + 1):
            by_unit.setdefault(unit, []).append((first, last))
    return kept


def antecedents(
    features: Floats, words: Sequence[str], named: Sequence[Named], weights: Floats
) -> list[tuple[int, int, float]]:
    """Mentions that go back to an earlier one: number, the earlier one's number, a probability.

    ``weights`` are the learnt worths of plain truths about a pair (see ``pairs``).
    The ``_BACK`` mentions before each are considered.
    """
    if len(named) < 2:
        return []
    described = describe(words, [(n.first, n.last) for n in named], [n.kind for n in named])
    asks, answers, new = _vectors(features, described)
    links: list[tuple[int, int, float]] = []
    for top in range(0, len(named), _BLOCK):
        rows = slice(top, min(top + _BLOCK, len(named)))
        columns = slice(max(0, top - _BACK), rows.stop)
        scores = np.einsum("ik,jk->ij", asks[rows], answers[columns]) / PAIR**0.5
        for number, holds in truths(described, rows, columns):
            scores += weights[number] * holds
        links += _chosen(scores, new[rows], rows.start, columns.start)
    return links


def _vectors(features: Floats, m: Described) -> tuple[Floats, Floats, Floats]:
    """What each mention asks and answers, and how likely it is to be new."""

    def both(start: str, end: str) -> Floats:
        total: Floats = features[m.first, FEATURES[start]] + features[m.last, FEATURES[end]]
        return total

    return (
        both("anaphor_start", "anaphor_end"),
        both("antecedent_start", "antecedent_end"),
        both("new_start", "new_end")[:, 0],
    )


def _chosen(scores: Floats, new: Floats, top: int, left: int) -> list[tuple[int, int, float]]:
    """The best earlier mention of each row, where it beats being new."""
    links: list[tuple[int, int, float]] = []
    for row in range(len(scores)):
        earlier = scores[row, : top + row - left]
        if not len(earlier):
            continue
        best = int(earlier.argmax())
        if earlier[best] > new[row]:
            worth = np.exp(np.append(earlier, new[row]) - earlier[best])
            links.append((top + row, left + best, float(1 / worth.sum())))
    return links


def kind_and_form(kind: int) -> tuple[str, str]:
    """The two halves of a column of ``MENTION_KINDS``."""
    name, _, form = MENTION_KINDS[kind].partition("/")
    return name, form
