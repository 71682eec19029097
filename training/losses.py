"""What each head is trained to do, as a loss over the units of a batch."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from communique.read.learnt.columns import FEATURES
from communique.read.learnt.pairs import PAIR_TRUTHS, describe, truths
from training.chain import ChainLoss
from training.examples import RELATIONS, WORD_CLASSES, Example
from training.network import HIDDEN, Network

ARC = 96
NEVER = -1e4
IGNORED = -100
TAGS_WEIGH = 4.0
"""Losses of labels are means over units, most of which are easy: they weigh more than choices."""
TIMES_WEIGH = 5.0


class Syntax(nn.Module):
    """Heads that only training needs: syntax makes the encoder see where clauses end."""

    def __init__(self) -> None:
        super().__init__()
        self.word_class = nn.Linear(HIDDEN, len(WORD_CLASSES))
        self.asks = nn.Linear(HIDDEN, ARC)
        self.answers = nn.Linear(HIDDEN, ARC)
        self.root = nn.Linear(HIDDEN, 1)
        self.dependent = nn.Linear(HIDDEN, len(RELATIONS))
        self.governor = nn.Linear(HIDDEN, len(RELATIONS))


def column(features: Tensor, name: str) -> Tensor:
    """The columns of one head."""
    return features[..., FEATURES[name]]


def attribution_loss(network: Network, features: Tensor, batch: Sequence[Example]) -> Tensor:
    """Labels as a linear-chain field (Lafferty et al. 2001), and links as choices among units."""
    tags = _padded([e.labels.tags or [] for e in batch], features)
    likelihood: Tensor = ChainLoss.apply(
        column(features, "tags"), network.tag_steps, network.tag_first, tags
    )
    present = tags >= 0
    scores = _pairs(features, "content_asks", "cue_answers", present)
    links = [(b, i, j) for b, e in enumerate(batch) for i, j in e.labels.content_cue]
    loss = _choice(scores, links)
    scores = _pairs(features, "cue_asks", "source_answers", present)
    scores = torch.cat([scores, column(features, "no_source")], 2)
    none = scores.shape[2] - 1
    links = [
        (b, i, none if j < 0 else j) for b, e in enumerate(batch) for i, j in e.labels.cue_source
    ]
    return TAGS_WEIGH * likelihood + loss + _choice(scores, links)


def _padded(rows: Sequence[Sequence[int]], features: Tensor) -> Tensor:
    """Labels (batch, units) with ``IGNORED`` where a row is short."""
    table = torch.full(features.shape[:2], IGNORED, dtype=torch.long)
    for number, labels in enumerate(rows):
        table[number, : len(labels)] = torch.tensor(labels, dtype=torch.long)
    return table


def _pairs(features: Tensor, asks: str, answers: str, present: Tensor) -> Tensor:
    """Scores (batch, asking unit, answering unit)."""
    one, other = column(features, asks), column(features, answers)
    scores = one @ other.transpose(1, 2) / one.shape[2] ** 0.5
    return scores.masked_fill(~present[:, None, :], NEVER)


def _choice(scores: Tensor, links: list[tuple[int, int, int]]) -> Tensor:
    """Mean cross entropy of choosing the right unit for each link (batch, asking, answering)."""
    if not links:
        return scores.sum() * 0
    batch, asking, answering = torch.tensor(links).T
    return functional.cross_entropy(scores[batch, asking], answering)


def time_loss(features: Tensor, batch: Sequence[Example]) -> Tensor:
    """Cross entropy of the temporal label of each unit."""
    tags = _padded([e.labels.times or [] for e in batch], features)
    return TIMES_WEIGH * functional.cross_entropy(
        column(features, "times").flatten(0, 1), tags.flatten(), ignore_index=IGNORED
    )


def mention_loss(features: Tensor, batch: Sequence[Example]) -> Tensor:
    """Whether each pair of units bounds a mention, and the kind of those that do."""
    size = features.shape[1]
    scores = mention_scores(features)
    gold = torch.zeros(scores.shape)
    found = [
        (b, i, j, kind) for b, e in enumerate(batch) for i, j, kind, _ in e.labels.mentions or []
    ]
    wide = torch.ones(size, size).triu().tril(LONGEST_MENTION)
    present = _padded([[0] * len(e.words) for e in batch], features) >= 0
    allowed = wide[None] * present[:, None, :] * present[:, :, None]
    if found:
        number, first, last, kinds = torch.tensor(found).T
        gold[number, first, last] = 1
        labels = (
            column(features, "kind_start")[number, first]
            + column(features, "kind_end")[number, last]
        )
        kind_loss = functional.cross_entropy(labels, kinds)
    else:
        kind_loss = features.sum() * 0
    each = functional.binary_cross_entropy_with_logits(scores, gold, reduction="none")
    return (each * allowed).sum() / max(1, len(found)) * 0.5 + kind_loss * 0.5


LONGEST_MENTION = 40
"""Units a mention may span."""


def mention_scores(features: Tensor) -> Tensor:
    """Scores (batch, first unit, last unit) that a mention stands there."""
    first, last = column(features, "mention_start"), column(features, "mention_end")
    scores = first @ last.transpose(1, 2) / first.shape[2] ** 0.5
    ends = column(features, "mention_end_bias").transpose(1, 2)
    return scores + column(features, "mention_start_bias") + ends - 4.0


def reference_loss(network: Network, features: Tensor, batch: Sequence[Example]) -> Tensor:
    """Marginal likelihood of the right antecedents (Lee et al. 2017), over windows of one text."""
    words, mentions, states = [], [], []
    for number, example in enumerate(batch):
        size = len(example.words)
        mentions += [
            (i + len(words), j + len(words), kind, entity)
            for i, j, kind, entity in example.labels.mentions or []
        ]
        words += example.words
        states.append(features[number, :size])
    mentions.sort()
    if len(mentions) < 2:
        return features.sum() * 0
    units = torch.cat(states)
    first, last = (torch.tensor([m[n] for m in mentions]) for n in (0, 1))
    entity = torch.tensor([m[3] for m in mentions])
    anaphor = column(units, "anaphor_start")[first] + column(units, "anaphor_end")[last]
    antecedent = column(units, "antecedent_start")[first] + column(units, "antecedent_end")[last]
    scores = anaphor @ antecedent.T / anaphor.shape[1] ** 0.5
    scores = scores + _truth_table(words, mentions) @ network.pair_weights
    new = column(units, "new_start")[first] + column(units, "new_end")[last]
    earlier = torch.ones_like(scores).tril(-1) > 0
    right = (entity[:, None] == entity[None]) & earlier
    scores = torch.cat([new, scores.masked_fill(~earlier, NEVER)], 1)
    right = torch.cat([~right.any(1, keepdim=True), right], 1)
    chosen = torch.logsumexp(scores.masked_fill(~right, NEVER), 1)
    return (torch.logsumexp(scores, 1) - chosen).mean()


def _truth_table(words: list[str], mentions: list[tuple[int, int, int, int]]) -> Tensor:
    described = describe(words, [(m[0], m[1]) for m in mentions], [m[2] for m in mentions])
    table = np.zeros((len(mentions), len(mentions), PAIR_TRUTHS), np.float32)
    for number, holds in truths(described, slice(None), slice(None)):
        table[:, :, number] = holds
    return torch.from_numpy(table)


def syntax_loss(syntax: Syntax, states: Tensor, batch: Sequence[Example]) -> Tensor:
    """Cross entropy of head, relation and word class (biaffine heads, Dozat and Manning 2017)."""
    arcs = [(b, i, h, r, c) for b, e in enumerate(batch) for i, h, r, c in e.labels.arcs if h >= -1]
    if not arcs:
        return states.sum() * 0
    number, unit, head, relation, word_class = torch.tensor(arcs).T
    present = _padded([[0] * len(e.words) for e in batch], states) >= 0
    scores = syntax.asks(states) @ syntax.answers(states).transpose(1, 2) / ARC**0.5
    scores = torch.cat([scores.masked_fill(~present[:, None, :], NEVER), syntax.root(states)], 2)
    target = torch.where(head < 0, scores.shape[2] - 1, head)
    loss = functional.cross_entropy(scores[number, unit], target)
    inside = head >= 0
    relations = syntax.dependent(states)[number, unit][inside]
    relations = relations + syntax.governor(states)[number, head][inside]
    loss = loss + functional.cross_entropy(relations, relation[inside])
    classes = syntax.word_class(states[number, unit])
    return loss + 0.5 * functional.cross_entropy(classes, word_class)
