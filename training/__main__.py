"""``python -m training``: prepare, train, evaluate, export, card, or ``make`` for all of them."""

from __future__ import annotations

import argparse
import json
from dataclasses import fields
from pathlib import Path

from training import corpora, prepare
from training import evaluate as evaluation
from training.settings import SHAPES, Run
from training.train import Trainer, averaged


def main() -> None:
    """Read the command line and do the step it names."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("step", choices=sorted(STEPS))
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument(
        "--work",
        type=Path,
        default=Path("../train-work"),
        help="where examples and checkpoints are kept, outside the repository",
    )
    for option in fields(Run):
        kind = type(option.default) if option.name != "name" else str
        default = "reader" if option.name == "name" else option.default
        choices = sorted(SHAPES) if option.name == "encoder" else None
        name = "--" + option.name.replace("_", "-")
        parser.add_argument(name, type=kind, default=default, choices=choices)
    given = vars(parser.parse_args())
    run = Run(**{option.name: given[option.name] for option in fields(Run)})
    given["work"].mkdir(parents=True, exist_ok=True)
    STEPS[given["step"]](run, given["corpora"], given["work"])


def trainer(run: Run, folder: Path, work: Path) -> Trainer:
    """A trainer for a run, its examples read or remembered."""
    corpus = prepare.read(folder)
    source = run.encoder.split("-")[0]
    vocabulary = prepare.vocabulary_of(source, corpus, work)
    return Trainer(run, vocabulary, prepare.prepared(source, corpus, vocabulary, work))


def train(run: Run, folder: Path, work: Path) -> None:
    """Train, or go on training, the run of that name."""
    trainer(run, folder, work).train(work / f"{run.name}.pt")


def evaluate(run: Run, folder: Path, work: Path) -> None:
    """Score a run's averaged weights on the development texts."""
    corpus = prepare.read(folder)
    vocabulary = prepare.vocabulary_of(run.encoder.split("-")[0], corpus, work)
    network = averaged(run, vocabulary, work / f"{run.name}.pt")
    engine = evaluation.as_engine(network, vocabulary)
    scores = {
        "statements": evaluation.statements(engine, folder, folder.parent / "score", work),
        "entities": evaluation.entities(engine, corpora.gum(folder / "gum/dev.conllu.gz")),
        "times": evaluation.times(engine, corpus.held_out),
    }
    print(json.dumps({k: scores[k] for k in ("entities", "times")}, indent=1))
    (work / f"{run.name}.scores.json").write_text(json.dumps(scores))


STEPS = {"train": train, "evaluate": evaluate}

if __name__ == "__main__":
    main()
