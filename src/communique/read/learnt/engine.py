"""Reads texts with the trained model: streaming, on all cores, in flat memory."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

import numpy as np

from communique.read.learnt.columns import WIDTH
from communique.read.learnt.decode import decode
from communique.read.learnt.encode import Encoded, Marks, encode, row
from communique.read.learnt.layers import Layers
from communique.read.learnt.stretches import joined, stretches
from communique.read.learnt.tagging import Floats
from communique.read.learnt.weights import SHIPPED, Weights, checked_network, identity, load
from communique.read.learnt.windows import Window

AHEAD = 48
"""Windows that may be under way before the first text's layers are given out."""

Network = Callable[[list[int], list[int], list[int]], Floats]
"""Features (units, ``WIDTH``) of one window: pieces, the case of each, each unit's first piece."""


def session(path: Path) -> Network:
    """The network in an ONNX file, run by ONNX Runtime on one thread a call; calls may overlap."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    running = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def run(ids: list[int], cases: list[int], firsts: list[int]) -> Floats:
        inputs = {"ids": ids, "cases": cases, "firsts": firsts}
        arrays = {name: np.array(values, np.int64) for name, values in inputs.items()}
        features: Floats = running.run(["features"], arrays)[0]
        return features

    return run


T = TypeVar("T")


class _Once(Generic[T]):
    """What is made when first asked for; others wait meanwhile, and a fault is told to each."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._making = Lock()
        self._made: list[T] = []

    def __call__(self) -> T:
        with self._making:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]

    def begin(self) -> None:
        """Begin to make it beside what the caller does next; a fault shows when it is asked for."""
        if not self._made:
            Thread(target=self._quietly, name="communique-weights").start()

    def _quietly(self) -> None:
        with suppress(Exception):
            self()


@lru_cache(maxsize=1)
def _opened(folder: Path) -> tuple[_Once[Weights], _Once[Network]]:
    """What is in a folder, opened once for all engines of a process: it takes 200 MB.

    Weights and network are apart, because a text can be cut into pieces while the network is
    still being opened.
    """
    return _Once(lambda: load(folder)), _Once(lambda: session(checked_network(folder)))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of a text with its windows under way."""

    start: int
    encoded: Encoded
    windows: list[Future[Floats]]
    last: bool


class Engine:
    """Reads texts. ``folder`` holds the weights; they are read when first needed, by one for all.

    ``threads`` windows are under way at once (default: one a core, at most 8).
    ``loaded`` gives weights and network that are in memory already.

    Each window goes through the network by itself, never padded and never beside
    another text's: int8 arithmetic scales by what it sees together, and a text
    must read the same whatever it is read with.
    """

    def __init__(
        self,
        folder: Path = SHIPPED,
        *,
        threads: int | None = None,
        loaded: tuple[Weights, Network] | None = None,
    ) -> None:
        self._folder = folder
        self._threads = threads or min(os.cpu_count() or 1, 8)
        self._weights, self._network = (
            (_Once(lambda: loaded[0]), _Once(lambda: loaded[1])) if loaded else _opened(folder)
        )
        self._name = f"{loaded[0].name} {loaded[0].sha256}" if loaded else ""

    @property
    def weights(self) -> Weights:
        """The weights; raises ``InternalError`` if they are not the ones that were shipped."""
        return self._weights()

    @property
    def identity(self) -> str:
        """Name and sha256 of the model; its weights need not be loaded for it."""
        return self._name or identity(self._folder)

    def prepare(self) -> None:
        """Begin to load the weights beside what the caller does next; a fault shows in reading."""
        self._network.begin()
        self._weights.begin()

    def annotate(self, texts: Iterable[str]) -> Iterator[Layers]:
        """The layers of each text, in order, as soon as they are there.

        Texts are read ahead only as far as ``AHEAD`` windows. A text longer than
        ``stretches.LONGEST`` units is read in stretches: links do not reach from one
        to the next. Any text is read; an empty one has no layers.
        """
        with ThreadPoolExecutor(self._threads) as pool:
            waiting: deque[_Stretch] = deque()
            parts: list[tuple[int, Layers]] = []
            for text in texts:
                for stretch in self._begin(text, pool):
                    waiting.append(stretch)
                    while sum(len(s.windows) for s in waiting) > AHEAD:
                        yield from self._finish(waiting.popleft(), parts)
            while waiting:
                yield from self._finish(waiting.popleft(), parts)

    def _begin(self, text: str, pool: Any) -> Iterator[_Stretch]:
        """Cut a text up and set its windows under way."""
        marks, places = self.weights.marks, stretches(text)
        for number, (start, end) in enumerate(places):
            encoded = encode(text[start:end], self.weights.pieces)
            windows = [pool.submit(self._run, encoded, w, marks) for w in encoded.windows]
            yield _Stretch(start, encoded, windows, number == len(places) - 1)

    def _run(self, encoded: Encoded, window: Window, marks: Marks) -> Floats:
        one = row(encoded, window, marks)
        features = self._network()(one.ids, one.cases, one.firsts)
        return features[window.own - window.first : window.own_last - window.first]

    def _finish(self, stretch: _Stretch, parts: list[tuple[int, Layers]]) -> Iterator[Layers]:
        """Decode a stretch; give out the text's layers if it was the last of it."""
        rows = [window.result() for window in stretch.windows]
        features = np.concatenate(rows) if rows else np.zeros((0, WIDTH), np.float32)
        parts.append((stretch.start, decode(stretch.encoded, features, self.weights.learnt)))
        if stretch.last:
            yield joined(parts)
            parts.clear()
