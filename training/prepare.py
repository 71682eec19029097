"""Reads the corpora into labelled texts, once per vocabulary, beside a note of what was read."""

from __future__ import annotations

import json
import pickle
from dataclasses import dataclass
from pathlib import Path

from communique.read.learnt.encode import Cutter, Marks
from communique.read.learnt.pieces import Pieces
from communique.read.learnt.units import cut
from training import corpora, encoders, vocabulary
from training.examples import Text, labelled
from training.wordpiece import WordPieces

FOLD = 10
"""Every so many-th TempEval-3 text, by name and from the first, is held out for validation."""


@dataclass(frozen=True)
class Vocabulary:
    """A vocabulary ready to cut words: which published pieces were kept, in order."""

    kept: list[int]
    pieces: list[str]
    scores: list[float]
    marks: Marks
    unknown: int

    def cutter(self) -> Cutter:
        """What cuts words with this vocabulary."""
        if not self.scores:
            return WordPieces(self.pieces, self.unknown)
        return Pieces(self.pieces, self.scores, unknown=self.unknown)


@dataclass(frozen=True)
class Corpus:
    """Texts of every corpus, by what they train."""

    attribution: list[corpora.Document]
    entities: list[corpora.Document]
    times: list[corpora.Document]
    held_out: list[corpora.Document]

    def words(self) -> set[str]:
        """The words of all training texts."""
        documents = [*self.attribution, *self.entities, *self.times]
        return {unit.word for document in documents for unit in cut(document.text)}


FILES = ("polnear/train.jsonl.gz", "gum/train.conllu.gz", "tempeval3/tbaq.zip")


def read(folder: Path) -> Corpus:
    """The training texts under the corpora's folder."""
    polnear, gum, tempeval = (folder / name for name in FILES)
    times = corpora.timeml(tempeval)
    return Corpus(
        corpora.polnear(polnear),
        corpora.gum(gum),
        [d for n, d in enumerate(times) if n % FOLD],
        times[::FOLD],
    )


def hashes(folder: Path) -> dict[str, str]:
    """The hash of every training file."""
    return {name: corpora.sha256(folder / name) for name in FILES}


def vocabulary_of(source_name: str, corpus: Corpus, work: Path) -> Vocabulary:
    """The vocabulary of ``minilm``, or of ``e5`` cut to the served languages."""
    remembered = work / f"vocabulary-{source_name}.json"
    source = encoders.load(source_name)
    if remembered.exists():
        kept = json.loads(remembered.read_text())
    elif source.scores:
        kept = vocabulary.keep(source.pieces, source.scores, source.unknown, corpus.words(), 4)
        remembered.write_text(json.dumps(kept))
    else:
        kept = list(range(len(source.pieces)))
    number = {old: new for new, old in enumerate(kept)}
    return Vocabulary(
        kept,
        [source.pieces[n] for n in kept],
        [source.scores[n] for n in kept] if source.scores else [],
        Marks(number[source.start], number[source.end]),
        number[source.unknown],
    )


def prepared(
    source_name: str, corpus: Corpus, words: Vocabulary, work: Path
) -> dict[str, list[Text]]:
    """The labelled texts of each corpus; remembered in ``work``."""
    remembered = work / f"texts-{source_name}.pickle"
    if remembered.exists():
        found: dict[str, list[Text]] = pickle.loads(remembered.read_bytes())
        return found
    cutter = words.cutter()
    found = {
        name: [labelled(document, cutter, words.marks) for document in documents]
        for name, documents in (
            ("attribution", corpus.attribution),
            ("entities", corpus.entities),
            ("times", corpus.times),
        )
    }
    remembered.write_bytes(pickle.dumps(found))
    return found
