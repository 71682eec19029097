"""Writes a trained network as the files that the program ships: int8 ONNX, vocabulary, manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from communique.read.learnt.encode import Row
from communique.read.learnt.weights import MANIFEST, described_columns
from training.evaluate import decoding_numbers
from training.network import Layer, Network
from training.outliers import APART, loudest
from training.prepare import Vocabulary


class _Attention(torch.autograd.Function):
    """Attention as the one operator that ONNX Runtime has for it: no head is moved in memory."""

    @staticmethod
    def forward(ctx: Any, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        """What the operator does, for the tracer to follow."""
        batch, pieces, width = query.shape
        parts = [
            x.view(batch, pieces, heads, width // heads).transpose(1, 2)
            for x in (query, key, value)
        ]
        seen = nn.functional.scaled_dot_product_attention(*parts)
        return seen.transpose(1, 2).reshape(batch, pieces, width)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        """The operator."""
        operator = "com.microsoft::MultiHeadAttention"
        return graph.op(operator, query, key, value, num_heads_i=heads).setType(query.type())


class Halves(nn.Module):
    """The inner half of a layer, its loudest columns apart from the others (see ``outliers``)."""

    def __init__(self, layer: Layer, loud: Sequence[int]) -> None:
        super().__init__()
        grow, shrink = layer.grow, layer.shrink
        order = [*loud, *sorted(set(range(grow.out_features)) - set(loud))]
        self.loud = len(loud)
        self.grow = nn.Linear(grow.in_features, grow.out_features)
        self.grow.weight.data = grow.weight.data[order]
        self.grow.bias.data = grow.bias.data[order]
        self.register_buffer("shrink", shrink.weight.data[:, order[self.loud :]].T.contiguous())
        self.register_buffer("apart", shrink.weight.data[:, order[: self.loud]].T.contiguous())
        self.register_buffer("bias", shrink.bias.data)

    def forward(self, x: Tensor) -> Tensor:
        """What the layer adds to ``x`` after attention."""
        grown = nn.functional.gelu(self.grow(x))
        apart = grown[..., : self.loud] @ self.apart
        added: Tensor = grown[..., self.loud :] @ self.shrink + apart + self.bias
        return added


def _through(layer: Layer, inner: nn.Module, x: Tensor) -> Tensor:
    """One layer of the encoder, as ``Layer.forward`` has it for rows without padding."""
    attend = layer.query(x), layer.key(x), layer.value(x), layer.heads
    x = layer.norm1(x + layer.out(_Attention.apply(*attend)))
    out: Tensor = layer.norm2(x + inner(x))
    return out


class Exported(nn.Module):
    """The network for one unpadded window; word embeddings in eight bits with a scale a row."""

    def __init__(self, network: Network, loud: Sequence[Sequence[int]]) -> None:
        super().__init__()
        self.network = network
        self.inner = nn.ModuleList(map(Halves, network.encoder.layers, loud))
        words = network.encoder.words.weight.detach()
        scale = words.abs().amax(1, keepdim=True).clamp(min=1e-9) / 127
        self.register_buffer("words", torch.round(words / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor, cases: Tensor, firsts: Tensor) -> Tensor:
        """Features (units, ``WIDTH``) from pieces, cases and first pieces, one row each."""
        words = self.words[ids].float() * self.scale[ids]
        encoder = self.network.encoder
        x = encoder.norm(words + encoder.places.weight[: ids.shape[0]] + encoder.cases(cases))[None]
        for layer, inner in zip(encoder.layers, self.inner, strict=True):
            x = _through(layer, inner, x)
        hidden = nn.functional.gelu(self.network.hidden(x[0][firsts]))
        features: Tensor = self.network.features(hidden)
        return features


def export(
    network: Network, vocabulary: Vocabulary, name: str, folder: Path, rows: Iterable[Row]
) -> dict[str, str]:
    """Write ``folder``; the sha256 of each file by name.

    ``rows`` are some windows of training text: they show which columns are kept in full precision.
    """
    folder.mkdir(parents=True, exist_ok=True)
    whole = folder / "whole.onnx"
    apart = _write_network(Exported(network.eval(), loudest(network, rows)), whole)
    quantize_dynamic(
        whole,
        folder / "network.onnx",
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm"],
        nodes_to_exclude=apart,
    )
    whole.unlink()
    lines = zip(vocabulary.pieces, vocabulary.scores, strict=True)
    text = "".join(f"{piece}\t{score:.4f}\n" for piece, score in lines)
    (folder / "pieces.tsv").write_text(text, encoding="utf-8")
    files = ("network.onnx", "pieces.tsv")
    hashes = {file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in files}
    checks = {file: hashlib.blake2b((folder / file).read_bytes()).hexdigest() for file in files}
    manifest = {
        "name": name,
        "files": hashes,
        "checks": checks,
        "columns": described_columns(),
        "start": vocabulary.marks.start,
        "end": vocabulary.marks.end,
        "unknown": vocabulary.unknown,
        "decoding": decoding_numbers(network),
    }
    (folder / MANIFEST).write_text(json.dumps(manifest) + "\n", encoding="utf-8")
    return hashes


def _write_network(exported: Exported, path: Path) -> list[str]:
    """Write the graph in full precision; the nodes that are to stay so."""
    size = torch.arange(8)
    torch.onnx.export(
        exported,
        (size, torch.zeros_like(size), size[1:7]),
        path,
        input_names=["ids", "cases", "firsts"],
        output_names=["features"],
        dynamic_axes={
            "ids": {0: "pieces"},
            "cases": {0: "pieces"},
            "firsts": {0: "units"},
            "features": {0: "units"},
        },
        opset_version=17,
        custom_opsets={"com.microsoft": 1},
        dynamo=False,
    )
    onnx.checker.check_model(str(path))
    graph = onnx.load(str(path)).graph
    few = {each.name for each in graph.initializer if each.dims and each.dims[0] == APART}
    return [node.name for node in graph.node if node.op_type == "MatMul" and few & {*node.input}]
