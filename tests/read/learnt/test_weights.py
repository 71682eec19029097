import hashlib
import json
import shutil
from pathlib import Path

import pytest

from communique.errors import InternalError
from communique.read.learnt import Engine
from communique.read.learnt.pieces import SPACE
from communique.read.learnt.weights import MANIFEST, SHIPPED, load

LIMIT = 60_000_000


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "weights"))


def test_the_shipped_files_are_the_ones_that_were_measured() -> None:
    weights, manifest = load(), json.loads((SHIPPED / MANIFEST).read_text())
    assert weights.sha256 == manifest["files"]["network.onnx"]
    for hashes, method in ((manifest["files"], "sha256"), (manifest["checks"], "blake2b")):
        for name, known in hashes.items():
            with (SHIPPED / name).open("rb") as file:
                assert hashlib.file_digest(file, method).hexdigest() == known
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) <= LIMIT


def test_an_altered_file_is_refused(copied: Path) -> None:
    with (copied / "pieces.tsv").open("a") as file:
        file.write("x\t0\n")
    with pytest.raises(InternalError, match="not the file that was shipped"):
        load(copied)


def test_a_missing_file_is_told(copied: Path) -> None:
    (copied / MANIFEST).unlink()
    with pytest.raises(InternalError, match="cannot be read"):
        load(copied)


def test_columns_of_another_version_are_refused(copied: Path) -> None:
    manifest = json.loads((copied / MANIFEST).read_text())
    manifest["columns"]["tags"] = [0, 1]
    (copied / MANIFEST).write_text(json.dumps(manifest))
    with pytest.raises(InternalError, match="another version"):
        load(copied)


def test_the_vocabulary_is_read_line_by_line(copied: Path) -> None:
    rows = (copied / "pieces.tsv").read_text("utf-8").splitlines()
    some = [line.split("\t")[0] for line in (rows[4], rows[2_000], rows[-1])]
    cut = load(copied).pieces
    places = [rows.index(next(row for row in rows if row.startswith(p + "\t"))) for p in some]
    assert [cut.of(piece.removeprefix(SPACE), piece[0] == SPACE) for piece in some] == [
        (place,) for place in places
    ]


def test_weights_load_beside_what_else_is_done(copied: Path) -> None:
    engine = Engine(copied)
    engine.prepare()
    (layers,) = engine.annotate(["Rain fell."])
    assert layers.attributions == ()


def test_a_fault_in_loading_ahead_shows_when_the_weights_are_needed(copied: Path) -> None:
    (copied / "network.onnx").write_bytes(b"")
    engine = Engine(copied)
    engine.prepare()
    with pytest.raises(InternalError, match="not the file that was shipped"):
        next(engine.annotate(["Rain fell."]))


def test_the_shipped_model_reads() -> None:
    text = "Russian President Vladimir Putin said on Friday that talks with Minsk would continue."
    (layers,) = Engine().annotate([text])
    (said,) = layers.attributions
    assert text[slice(*said.cue[0])].startswith("said")
    assert "Putin" in text[slice(*said.source[0])]
    assert "talks with Minsk would continue" in text[slice(*said.content[0])]
    assert [text[t.start : t.end] for t in layers.times] == ["Friday"]
    assert any("Putin" in text[m.start : m.end] for m in layers.mentions)


def test_engines_of_one_folder_share_what_they_load(copied: Path) -> None:
    first, second = Engine(copied), Engine(copied)
    assert first.weights is second.weights
    assert next(first.annotate(["Rain fell."])) == next(second.annotate(["Rain fell."]))
