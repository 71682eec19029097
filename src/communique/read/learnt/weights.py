"""The shipped weights: where they lie, and whether they are the ones that were measured.

The manifest has two hashes of each file: its sha256, which names the model in every reading, and
its BLAKE2b, by which it is checked when it is opened, since that takes half as long.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from communique.errors import InternalError
from communique.read.learnt.columns import FEATURES, WIDTH
from communique.read.learnt.decode import Learnt
from communique.read.learnt.encode import Marks
from communique.read.learnt.pieces import Pieces
from communique.read.learnt.saying import Chain

SHIPPED = Path(__file__).parent / "weights"
"""The folder of the weights that come with the program."""

MANIFEST = "manifest.json"
NETWORK = "network.onnx"


@dataclass(frozen=True)
class Weights:
    """A model on disk: its name, its network (ONNX), and what goes with it.

    ``sha256`` is the hash of the network's file, which names the model in every reading.
    """

    name: str
    sha256: str
    network: Path
    pieces: Pieces
    marks: Marks
    learnt: Learnt


def load(folder: Path = SHIPPED) -> Weights:
    """The weights in ``folder``, every file but the network checked against the manifest's hashes.

    The network is checked where it is opened (:func:`checked_network`), since that takes longer
    than all else here and is needed later.

    Raises ``InternalError`` where a file is missing, or is not the one the
    manifest names, or was made for other columns than this version reads.
    """
    manifest = _manifest(folder)
    _expect(manifest["columns"] == described_columns(), folder, "was made for another version")
    for name in manifest["files"].keys() - {NETWORK}:
        _check(folder / name, manifest)
    pieces = _pieces(folder / "pieces.tsv", manifest["unknown"])
    return Weights(
        manifest["name"],
        manifest["files"][NETWORK],
        folder / NETWORK,
        pieces,
        Marks(manifest["start"], manifest["end"]),
        learnt(manifest["decoding"]),
    )


def checked_network(folder: Path = SHIPPED) -> Path:
    """The network's file in ``folder``, its hash compared with the manifest's.

    Raises ``InternalError`` where it is missing, or is not the one the manifest names.
    """
    _check(folder / NETWORK, _manifest(folder))
    return folder / NETWORK


def _manifest(folder: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(_bytes(folder / MANIFEST))
    return manifest


def _check(path: Path, manifest: dict[str, Any]) -> None:
    known = manifest["checks"][path.name]
    _expect(_hash(path) == known, path, "is not the file that was shipped")


def _pieces(path: Path, unknown: int) -> Pieces:
    """The vocabulary in a file: a piece, a tab and its score on each line."""
    # Split as a whole, not line by line: there are a hundred thousand lines.
    fields = _bytes(path).decode("utf-8").removesuffix("\n").replace("\n", "\t").split("\t")
    return Pieces(fields[::2], fields[1::2], unknown=unknown)


def identity(folder: Path = SHIPPED) -> str:
    """Name and sha256 of the network in ``folder``, off its manifest; nothing is loaded.

    Raises ``InternalError`` where there is no manifest.
    """
    manifest = _manifest(folder)
    return f"{manifest['name']} {manifest['files'][NETWORK]}"


def learnt(numbers: dict[str, Any]) -> Learnt:
    """The decoding weights as the manifest writes them."""
    return Learnt(
        Chain(_floats(numbers["tag_steps"]), _floats(numbers["tag_first"])),
        _floats(numbers["pair_weights"]),
    )


def described_columns() -> dict[str, list[int]]:
    """The columns of the network's output, as the manifest writes them."""
    return {name: [part.start, part.stop] for name, part in FEATURES.items()} | {"all": [0, WIDTH]}


def _floats(values: Any) -> np.ndarray[Any, np.dtype[np.float32]]:
    return np.array(values, np.float32)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _fault(path, f"cannot be read ({error})") from error


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "blake2b").hexdigest()
    except OSError as error:
        raise _fault(path, f"cannot be read ({error})") from error


def _expect(holds: bool, path: Path, fault: str) -> None:
    if not holds:
        raise _fault(path, fault)


def _fault(path: Path, fault: str) -> InternalError:
    return InternalError(fault, subject=str(path), remedy="install communique again")
