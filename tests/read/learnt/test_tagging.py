import numpy as np

from communique.read.learnt.columns import TAGS
from communique.read.learnt.tagging import best_labels, drawn, legal_steps, probabilities


def _scores(rows: list[dict[str, float]]) -> np.ndarray:
    return np.array([[row.get(tag, 0.0) for tag in TAGS] for row in rows], np.float32)


def test_spans_are_drawn_from_labels() -> None:
    labels = [
        TAGS.index(t) for t in ("B-source", "I-source", "B-cue", "B-content", "B-content", "O")
    ]
    assert drawn(labels, TAGS) == [
        ("source", 0, 2),
        ("cue", 2, 3),
        ("content", 3, 4),
        ("content", 4, 5),
    ]


def test_a_middle_without_a_beginning_begins_a_span() -> None:
    assert drawn([TAGS.index("I-cue")], TAGS) == [("cue", 0, 1)]


def test_the_middle_of_a_span_only_follows_the_same_span() -> None:
    nothing = np.zeros((len(TAGS), len(TAGS)), np.float32), np.zeros(len(TAGS), np.float32)
    steps, first = legal_steps(*nothing, TAGS)
    scores = _scores([{"I-content": 5, "B-content": 4}, {"I-cue": 5, "I-content": 4.5}])
    found = [TAGS[label] for label in best_labels(scores, steps, first)]
    assert found == ["B-content", "I-content"]


def test_no_units_no_labels() -> None:
    empty = np.zeros((0, len(TAGS)), np.float32)
    assert best_labels(empty, np.zeros((7, 7), np.float32), np.zeros(7, np.float32)) == []


def test_probabilities_add_up() -> None:
    assert np.allclose(
        probabilities(np.array([[1.0, 1000.0], [0.0, 0.0]], np.float32)), [[0, 1], [0.5, 0.5]]
    )
