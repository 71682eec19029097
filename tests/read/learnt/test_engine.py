"""The engine with a network made by hand: it knows each unit by its first piece."""

from collections.abc import Iterator

import numpy as np
import pytest

from communique.read.learnt import Engine, Layers
from communique.read.learnt.columns import FEATURES, MENTION_KINDS, TAGS, TIME_TAGS, WIDTH
from communique.read.learnt.decode import Learnt
from communique.read.learnt.encode import Marks
from communique.read.learnt.naming import RARE
from communique.read.learnt.pairs import PAIR_TRUTHS
from communique.read.learnt.pieces import SPACE, Pieces
from communique.read.learnt.saying import Chain
from communique.read.learnt.stretches import LONGEST, stretches
from communique.read.learnt.weights import Weights

WORDS = {"Ann": "B-source", "Bob": "B-source", "said": "B-cue", "rain": "B-content"}
KNOWN = ["<s>", "</s>", "<unk>", SPACE + "Friday", *(SPACE + word for word in WORDS)]
PERSON = MENTION_KINDS.index("person/name")


def _network(ids: list[int], cases: list[int], firsts: list[int]) -> np.ndarray:
    features = np.zeros((len(firsts), WIDTH), np.float32)
    assert len(ids) == len(cases) <= 512
    for unit, first in enumerate(firsts):
        word = KNOWN[ids[first]].removeprefix(SPACE)
        features[unit, FEATURES["tags"].start + TAGS.index(WORDS.get(word, "O"))] = 9
        if word == "Friday":
            features[unit, FEATURES["times"].start + TIME_TAGS.index("B-DATE")] = 9
        if WORDS.get(word) == "B-source":
            features[unit, FEATURES["mention_start"].start + unit % 64] = 8
            features[unit, FEATURES["mention_end"].start + unit % 64] = RARE + 1
            features[unit, FEATURES["kind_start"].start + PERSON] = 1
        features[unit, FEATURES["new_start"]] = 1
        features[unit, FEATURES["no_source"]] = -1
    return features


def _weights() -> Weights:
    from pathlib import Path

    count = len(TAGS)
    truths = np.zeros(PAIR_TRUTHS, np.float32)
    truths[0] = 3
    learnt = Learnt(
        Chain(np.zeros((count, count), np.float32), np.zeros(count, np.float32)), truths
    )
    pieces = Pieces(KNOWN, [-1.0] * len(KNOWN), unknown=2)
    return Weights("by hand", "", Path(), pieces, Marks(0, 1), learnt)


@pytest.fixture
def engine() -> Engine:
    return Engine(threads=2, loaded=(_weights(), _network))


def test_layers_are_in_code_points_of_the_text(engine: Engine) -> None:
    text = "\U0001f600 Ann said rain on Friday"
    (layers,) = engine.annotate([text])
    (said,) = layers.attributions
    assert [text[a:b] for a, b in (*said.source, *said.cue, *said.content)] == [
        "Ann",
        "said",
        "rain",
    ]
    assert [text[t.start : t.end] for t in layers.times] == ["Friday"]
    assert layers.times[0].type == "DATE"
    (mention,) = layers.mentions
    assert (mention.kind, mention.form, text[mention.start : mention.end]) == (
        "person",
        "name",
        "Ann",
    )


def test_the_same_name_is_linked(engine: Engine) -> None:
    (layers,) = engine.annotate(["Ann said rain. Bob said rain. Ann said rain."])
    assert [(link.mention, link.antecedent) for link in layers.links] == [(2, 0)]


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b", "x" * 5000, "?!" * 400, "\ud800"])
def test_any_text_is_read(engine: Engine, text: str) -> None:
    (layers,) = engine.annotate([text])
    assert layers.attributions == ()


def test_a_text_reads_the_same_whatever_it_is_read_with(engine: Engine) -> None:
    texts = ["Ann said rain.", "", "Bob said rain on Friday. " * 300]
    alone = [next(engine.annotate([text])) for text in texts]
    assert list(engine.annotate(texts)) == alone


def test_no_part_of_a_long_text_is_left_out(engine: Engine) -> None:
    sentence = "Ann said rain on Friday.\n\n"
    count = 2 * LONGEST // len(sentence)
    text = sentence * count
    assert len(stretches(text)) > 1
    (layers,) = engine.annotate([text])
    places = [text.index("rain") + number * len(sentence) for number in range(count)]
    assert sorted(start for a in layers.attributions for start, _ in a.content) == places
    assert len(layers.times) == len(layers.mentions) == count
    assert all(link.antecedent < link.mention for link in layers.links)


def test_texts_are_read_only_as_far_as_needed(engine: Engine) -> None:
    taken = 0

    def texts() -> Iterator[str]:
        nonlocal taken
        for _ in range(1000):
            taken += 1
            yield "Ann said rain. " * 40

    first = next(engine.annotate(texts()))
    assert isinstance(first, Layers)
    assert taken < 120
