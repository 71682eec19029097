"""``python -m training``: prepare, train, evaluate, export, or ``make`` for all of them.

A run that was cut off goes on where it was. ``--name`` tells runs apart; what is
kept of each stands in ``training/runs``.
"""

from __future__ import annotations

import argparse
from dataclasses import fields
from pathlib import Path
from typing import Any

import torch

from communique.read.learnt import Engine
from communique.read.learnt.weights import SHIPPED
from training import corpora, measure, prepare, record
from training.evaluate import as_engine
from training.export import export
from training.prepare import Vocabulary
from training.settings import SHAPES, Run
from training.train import Trainer, trained

LISTEN_EVERY = 20
"""Of so many training texts one shows the export what is loud."""


def main() -> None:
    """Read the command line and do the step it names."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("step", choices=[*STEPS, "make"])
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument(
        "--work",
        type=Path,
        default=Path("../train-work"),
        help="where labelled texts and checkpoints are kept, outside the repository",
    )
    parser.add_argument("--out", type=Path, default=SHIPPED, help="where the weights are written")
    for option in fields(Run):
        name = option.name == "name"
        parser.add_argument(
            "--" + option.name.replace("_", "-"),
            type=str if name else type(option.default),
            default="reader" if name else option.default,
            choices=sorted(SHAPES) if option.name == "encoder" else None,
        )
    given = vars(parser.parse_args())
    job = Job(
        Run(**{option.name: given[option.name] for option in fields(Run)}),
        given["corpora"],
        given["work"],
        given["out"],
    )
    for step in STEPS if given["step"] == "make" else [given["step"]]:
        STEPS[step](job)


class Job:
    """A run with the folders that it reads and writes."""

    def __init__(self, run: Run, folder: Path, work: Path, out: Path) -> None:
        self.run, self.folder, self.work, self.out = run, folder, work, out
        work.mkdir(parents=True, exist_ok=True)
        self.state = work / f"{run.name}.pt"
        self.source = run.encoder.split("-")[0]
        self.corpus = prepare.read(folder)

    def vocabulary(self) -> Vocabulary:
        """The vocabulary of the run's encoder."""
        return prepare.vocabulary_of(self.source, self.corpus, self.work)

    def beginning(self) -> Path | None:
        """The state whose final weights the run begins from, if it says so."""
        return self.work / f"{self.run.begin}.pt" if self.run.begin else None

    def score(self, engine: Engine) -> dict[str, Any]:
        """Scores on PolNeAR dev, GUM dev and the TempEval-3 texts that are held out."""
        dev, scorer = self.folder / "polnear/dev.jsonl.gz", self.folder.parent / "score"
        told = measure.statements(engine, dev, scorer, self.work)
        gum = corpora.gum(self.folder / "gum/dev.conllu.gz")
        return {
            "statements": record.scores_of(told),
            "entities": measure.entities(engine, gum),
            "times": measure.times(engine, self.corpus.held_out),
        }


def examples(job: Job) -> None:
    """Read the corpora into labelled texts, unless they are there already."""
    prepare.prepared(job.source, job.corpus, job.vocabulary(), job.work)


def train(job: Job) -> None:
    """Train, or go on training."""
    vocabulary = job.vocabulary()
    texts = prepare.prepared(job.source, job.corpus, vocabulary, job.work)
    Trainer(job.run, vocabulary, texts, job.beginning()).train(job.state)


def evaluate(job: Job) -> None:
    """Score the final weights in full precision."""
    vocabulary = job.vocabulary()
    engine = as_engine(trained(job.run, vocabulary, job.state), vocabulary)
    state = torch.load(job.state, weights_only=True)
    done = {"steps": state["step"], "seconds": round(state["seconds"])}
    print(record.write(job.run, job.folder, trained=done, scores=job.score(engine)))


def ship(job: Job) -> None:
    """Write the final weights as the program ships them, and score what was written."""
    vocabulary = job.vocabulary()
    network = trained(job.run, vocabulary, job.state)
    texts = prepare.prepared(job.source, job.corpus, vocabulary, job.work)
    rows = [text.examples()[0].row for text in texts["attribution"][::LISTEN_EVERY]]
    files = export(network, vocabulary, job.run.name, job.out, rows)
    sizes = {name: (job.out / name).stat().st_size for name in files}
    scores = job.score(Engine(job.out))
    exported = {"files": files, "bytes": sizes, "scores": scores}
    print(record.write(job.run, job.folder, exported=exported))


STEPS = {"prepare": examples, "train": train, "evaluate": evaluate, "export": ship}

if __name__ == "__main__":
    main()
