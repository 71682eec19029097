"""The network: a small BERT encoder and one layer of heads over its units.

Everything that decoding needs is a plain number a unit: ``features`` holds the
label scores and the vectors of all heads side by side (``FEATURES`` names the
columns), so the exported graph is the encoder and two matrix products.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from communique.read.learnt.columns import FEATURES, WIDTH
from communique.read.learnt.pairs import PAIR_TRUTHS
from training.encoders import Source

HIDDEN = 512
CASES = 4


@dataclass(frozen=True)
class Shape:
    """Sizes of an encoder. ``chosen`` are the published layers that are kept, in order."""

    width: int
    heads: int
    inner: int
    chosen: tuple[int, ...]


_draws = threading.local()


def draw_from(seed: int) -> None:
    """Let the dropout of this thread follow ``seed``."""
    _draws.generator = torch.Generator().manual_seed(seed)


def drop(x: Tensor, share: float, training: bool) -> Tensor:
    """Dropout whose draws depend on ``draw_from`` alone: threads do not disturb each other."""
    if not training or not share:
        return x
    kept = torch.empty_like(x).bernoulli_(1 - share, generator=_draws.generator)
    return x * kept.mul_(1 / (1 - share))


def hide(words: Tensor, share: float, training: bool) -> Tensor:
    """Word embeddings with that share of the pieces blank, drawn as for :func:`drop`."""
    if not training or not share:
        return words
    seen = torch.empty(words.shape[:2]).bernoulli_(1 - share, generator=_draws.generator)
    return words * seen[..., None]


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT (Devlin et al. 2019)."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = shape.heads, dropout
        self.query = nn.Linear(shape.width, shape.width)
        self.key = nn.Linear(shape.width, shape.width)
        self.value = nn.Linear(shape.width, shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm1 = nn.LayerNorm(shape.width, eps=1e-12)
        self.grow = nn.Linear(shape.width, shape.inner)
        self.shrink = nn.Linear(shape.inner, shape.width)
        self.norm2 = nn.LayerNorm(shape.width, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """``x`` (batch, pieces, width); ``bias`` (batch, 1, 1, pieces): -1e4 for none."""
        batch, pieces, width = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, pieces, self.heads, width // self.heads).transpose(1, 2)

        seen = functional.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=bias
        )
        seen = self.out(seen.transpose(1, 2).reshape(batch, pieces, width))
        x = self.norm1(x + drop(seen, self.dropout, self.training))
        grown = self.shrink(functional.gelu(self.grow(x)))
        return self.norm2(x + drop(grown, self.dropout, self.training))


class Encoder(nn.Module):
    """BERT with frozen word embeddings and a learnt mark for the case of each word."""

    def __init__(self, vocabulary: int, shape: Shape, dropout: float, blank: float) -> None:
        super().__init__()
        self.dropout, self.blank = dropout, blank
        self.words = nn.Embedding(vocabulary, shape.width)
        self.words.weight.requires_grad_(False)
        self.places = nn.Embedding(512, shape.width)
        self.cases = nn.Embedding(CASES, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in shape.chosen)

    def forward(self, ids: Tensor, cases: Tensor, words: Tensor | None = None) -> Tensor:
        """States (batch, pieces, width) of piece numbers and cases (batch, pieces); -1 is no piece.

        ``words`` gives the word embeddings where they are looked up elsewhere.
        """
        present = ids >= 0
        if words is None:
            words = self.words(ids.clamp(min=0))
        words = hide(words, self.blank, self.training)
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(words + self.places(places)[None] + self.cases(cases))
        x = drop(x, self.dropout, self.training)
        bias = torch.where(present, 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Network(nn.Module):
    """Encoder and heads; ``forward`` gives the features of each unit (see ``columns``)."""

    def __init__(
        self, vocabulary: int, shape: Shape, dropout: float = 0.1, blank: float = 0.0
    ) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, shape, dropout, blank)
        self.hidden = nn.Linear(shape.width, HIDDEN)
        self.features = nn.Linear(HIDDEN, WIDTH)
        labels = FEATURES["tags"].stop - FEATURES["tags"].start
        self.tag_steps = nn.Parameter(torch.zeros(labels, labels))
        self.tag_first = nn.Parameter(torch.zeros(labels))
        self.pair_weights = nn.Parameter(torch.zeros(PAIR_TRUTHS))

    def states(
        self, ids: Tensor, cases: Tensor, firsts: Tensor, words: Tensor | None = None
    ) -> Tensor:
        """Hidden state of each unit's first piece: (batch, units, HIDDEN)."""
        x = self.encoder(ids, cases, words)
        index = firsts.clamp(min=0)[:, :, None].expand(-1, -1, x.shape[2])
        return functional.gelu(self.hidden(torch.gather(x, 1, index)))

    def forward(
        self, ids: Tensor, cases: Tensor, firsts: Tensor, words: Tensor | None = None
    ) -> Tensor:
        """Features (batch, units, WIDTH); ``firsts`` (batch, units) is -1 where there is none."""
        features: Tensor = self.features(self.states(ids, cases, firsts, words))
        return features


def start_from(network: Network, source: Source, kept: list[int], chosen: tuple[int, ...]) -> None:
    """Fill the encoder with the published weights: the kept pieces' rows and the chosen layers."""
    tensors = {
        name: torch.from_numpy(values.copy())
        for name, values in source.tensors.items()
        if values.dtype.kind == "f"
    }
    encoder = network.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(tensors["embeddings.word_embeddings.weight"][kept])
        encoder.places.weight.copy_(tensors["embeddings.position_embeddings.weight"])
        encoder.cases.weight.copy_(
            tensors["embeddings.token_type_embeddings.weight"][:1].expand(CASES, -1)
        )
        encoder.norm.weight.copy_(tensors["embeddings.LayerNorm.weight"])
        encoder.norm.bias.copy_(tensors["embeddings.LayerNorm.bias"])
    for layer, number in zip(encoder.layers, chosen, strict=True):
        _fill_layer(layer, tensors, f"encoder.layer.{number}.")


_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "grow": "intermediate.dense",
    "shrink": "output.dense",
    "norm2": "output.LayerNorm",
}


def _fill_layer(layer: nn.Module, tensors: dict[str, Tensor], prefix: str) -> None:
    layer.load_state_dict(
        {
            f"{ours}.{part}": tensors[f"{prefix}{theirs}.{part}"]
            for ours, theirs in _NAMES.items()
            for part in ("weight", "bias")
        }
    )
