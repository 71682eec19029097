import numpy as np

from communique.read.learnt.columns import FEATURES, TAGS, WIDTH
from communique.read.learnt.saying import Chain, sayings

FREE = Chain(np.zeros((len(TAGS), len(TAGS)), np.float32), np.zeros(len(TAGS), np.float32))


def _features(labels: list[str]) -> np.ndarray:
    features = np.zeros((len(labels), WIDTH), np.float32)
    for unit, label in enumerate(labels):
        features[unit, FEATURES["tags"].start + TAGS.index(label)] = 10
    return features


def _set(features: np.ndarray, name: str, units: list[int], value: float, place: int = 0) -> None:
    features[units, FEATURES[name].start + place] = value


def test_content_goes_to_the_cue_it_chooses_and_the_cue_to_its_source() -> None:
    labels = ["B-source", "B-cue", "B-content", "I-content", "O", "B-source", "B-cue", "B-content"]
    features = _features(labels)
    for place, cue in enumerate((1, 6)):
        _set(features, "cue_answers", [cue], 5, place)
        _set(features, "cue_asks", [cue], 5, place)
    _set(features, "content_asks", [2, 3], 5, 0)
    _set(features, "content_asks", [7], 5, 1)
    _set(features, "source_answers", [0], 5, 0)
    _set(features, "source_answers", [5], 5, 1)
    one, two = sayings(features, FREE, [(0, len(features))])
    assert (one.source, one.cue, one.content) == ([(0, 1)], [(1, 2)], [(2, 4)])
    assert (two.source, two.cue, two.content) == ([(5, 6)], [(6, 7)], [(7, 8)])
    assert 0.9 < one.score <= 1


def test_content_parted_by_its_cue_is_one_attribution() -> None:
    features = _features(["B-content", "B-cue", "B-content"])
    found = sayings(features, FREE, [(0, len(features))])
    assert [s.content for s in found] == [[(0, 1), (2, 3)]]


def test_a_cue_may_have_no_source() -> None:
    features = _features(["B-source", "B-cue", "B-content"])
    _set(features, "no_source", [1], 1)
    assert sayings(features, FREE, [(0, len(features))])[0].source == []


def test_a_cue_without_content_says_nothing() -> None:
    assert sayings(_features(["B-source", "B-cue", "O"]), FREE, [(0, 3)]) == []


def test_a_cue_that_the_labels_missed_is_the_one_that_content_asks_for() -> None:
    features = _features(["B-cue", "O", "O", "B-content"])
    _set(features, "cue_answers", [2], 8, 0)
    _set(features, "content_asks", [3], 8, 0)
    assert [s.cue for s in sayings(features, FREE, [(0, 4)])] == [[(2, 3)]]


def test_links_stay_in_their_window() -> None:
    features = _features(["B-cue", "B-content", "B-content", "B-source", "B-cue"])
    _set(features, "cue_answers", [0], 8, 0)
    _set(features, "content_asks", [1, 2], 8, 0)
    _set(features, "cue_answers", [4], 2, 0)
    found = sayings(features, FREE, [(0, 2), (2, 5)])
    assert [(s.cue, s.content) for s in found] == [([(0, 1)], [(1, 2)]), ([(4, 5)], [(2, 3)])]


def test_content_without_a_cue_in_its_window_is_left_out() -> None:
    features = _features(["B-cue", "B-content", "B-content"])
    assert [s.content for s in sayings(features, FREE, [(0, 2), (2, 3)])] == [[(1, 2)]]


def test_any_unit_of_the_window_may_be_the_missed_cue_however_far() -> None:
    features = _features(["O"] * 300 + ["B-content"])
    _set(features, "cue_answers", [0], 8, 0)
    _set(features, "content_asks", [300], 8, 0)
    assert [s.cue for s in sayings(features, FREE, [(0, 301)])] == [[(0, 1)]]
