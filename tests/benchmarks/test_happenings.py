"""Which mentions tell of one event: features, learning and grouping, on texts made by hand."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import msgspec
import numpy as np
import pytest
from benchmarks.conll import partition
from benchmarks.happenings import (
    FEATURES,
    FILE,
    Mention,
    Model,
    features,
    fitted,
    grouped,
    head,
    lemma,
    likeness,
    mention,
    rarities,
)

from benchmarks import ecbplus

TEXTS = {
    "1_1": {0: ["Envoys", "of", "Norland", "signed", "the", "harvest", "treaty", "in", "Tarnholm"]},
    "1_2": {
        0: ["The", "signing", "of", "the", "harvest", "treaty", "took", "place", "in", "Tarnholm"]
    },
    "2_1": {0: ["A", "storm", "flooded", "the", "quays", "of", "Westria"], 1: ["Ships", "sank"]},
}
RARE = rarities(TEXTS)


def told(text: str, sentence: int, *at: int) -> Mention:
    return mention(text, sentence, TEXTS[text][sentence], at, RARE)


def compared(one: Mention, other: Mention, alike: float = 0.3) -> dict[str, float]:
    found = features(one, other, alike, frozenset({("flood", "sank")}))
    assert found == features(other, one, alike, frozenset({("flood", "sank")}))
    return dict(zip(FEATURES, found, strict=True))


def test_lemmas_and_heads() -> None:
    forms = {"signed": "sign", "signing": "sign", "treaties": "treaty", "dropped": "drop"}
    assert {form: lemma(form) for form in forms} == forms
    assert lemma("raises") == lemma("raising") == lemma("raise")
    assert head(["heart", "attack"]) == 1
    assert head(["broke", "out"]) == 0


def test_what_speaks_for_one_event() -> None:
    same = compared(told("1_1", 0, 3), told("1_2", 0, 1))
    assert same["same word"] == same["same stem"] == 1.0
    assert same["words near in common"] > 0.3
    assert same["same name behind"] == 1.0
    other = compared(told("1_1", 0, 3), told("2_1", 0, 2), 0.0)
    assert other["same word"] == other["words around in common"] == 0.0
    assert compared(told("2_1", 0, 2), told("2_1", 1, 1))["words known to go together"] == 1.0


def test_texts_of_one_matter_are_alike() -> None:
    ids, alike = likeness(TEXTS, RARE)
    assert ids == sorted(TEXTS)
    assert alike[0, 1] > 0.2 > 0.05 > alike[0, 2]
    assert np.allclose(np.diag(alike)[:2], 1.0, atol=1e-3)


def test_groups_by_average_linkage() -> None:
    chance = np.array([[0, 0.9, 0.2], [0.9, 0, 0.6], [0.2, 0.6, 0]])
    assert sorted(map(sorted, grouped(chance, 0.5))) == [[0, 1], [2]]
    # The third is linked to both with 0.4 on average.
    assert sorted(map(sorted, grouped(chance, 0.4))) == [[0, 1, 2]]
    assert grouped(np.zeros((1, 1)), 0.5) == [[0]]


def test_weights_are_those_of_the_regression() -> None:
    # Of those with the feature 3 of 4 are right, of the others 1 of 4: log odds of ±log 3.
    table = np.array([[1.0, 1.0]] * 4 + [[1.0, 0.0]] * 4)
    right = np.array([1, 1, 1, 0, 1, 0, 0, 0.0])
    weights = fitted(table, right, np.full(8, 1000.0))
    assert weights == pytest.approx([-np.log(3), 2 * np.log(3)], abs=0.01)


def test_the_shipped_weights_are_of_these_features() -> None:
    model = msgspec.json.decode(FILE.read_bytes(), type=Model)
    assert set(model.weights) == set(FEATURES)
    assert 0 < model.threshold < 1
    assert all(one < other for one, other in model.together)


def test_from_a_corpus_to_the_scores(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "corpus.zip"
    marked = [("1_1", 0, 3, "A"), ("1_2", 0, 1, "A"), ("2_1", 0, 2, "S1"), ("2_1", 1, 1, "S2")]
    rows = [
        {
            "doc_id": text,
            "sent_id": sentence,
            "tokens_number": [at],
            "coref_chain": chain,
            "is_singleton": chain != "A",
        }
        for text, sentence, at, chain in marked
    ]
    lines = [
        f"{text}\t{number}\t{at}\t{word}\t-"
        for text, sentences in TEXTS.items()
        for number, words in sentences.items()
        for at, word in enumerate(words)
    ]
    with zipfile.ZipFile(path, "w") as corpus:
        for name in ("Train", "Dev"):
            corpus.writestr(f"ECB_{name}_corpus.txt", "\n".join(lines))
            corpus.writestr(f"ECB_{name}_Event_gold_mentions.json", json.dumps(rows))
    split = ecbplus.load(path, "Dev")
    assert set(split.gold) == set(partition([[0, 1], [2], [3]]))
    assert split.topic(2) == "2"
    model = ecbplus.fit(split)
    assert set(model.weights) == set(FEATURES)
    tables = list(ecbplus.compared(split, lambda _: model.together))
    assert {n for cluster in ecbplus.found(tables, model.vector(), 0.5) for n in cluster} == set(
        range(4)
    )
    ecbplus.report("all", split.gold, split.gold)
    assert "CoNLL 100.0" in capsys.readouterr().out
