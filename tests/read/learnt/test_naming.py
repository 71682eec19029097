import numpy as np

from communique.read.learnt.columns import FEATURES, MENTION_KINDS, WIDTH
from communique.read.learnt.naming import RARE, antecedents, mentions
from communique.read.learnt.pairs import PAIR_TRUTHS


def _features(units: int, spans: list[tuple[int, int, float]]) -> np.ndarray:
    """Features in which each span (first, last, score) bounds a mention of its own."""
    features = np.zeros((units, WIDTH), np.float32)
    for place, (first, last, score) in enumerate(spans):
        features[first, FEATURES["mention_start"].start + place] = 8
        features[last, FEATURES["mention_end"].start + place] = score + RARE
    return features


def test_mentions_nest_but_never_cross() -> None:
    features = _features(6, [(0, 3, 5.0), (1, 2, 4.0), (2, 5, 1.0)])
    assert [(n.first, n.last) for n in mentions(features, [(0, len(features))])] == [(0, 3), (1, 2)]


def test_a_mention_lies_in_one_window() -> None:
    features = _features(4, [(0, 1, 5.0), (1, 2, 5.0), (2, 3, 5.0)])
    assert [(n.first, n.last) for n in mentions(features, [(0, 2), (2, 4)])] == [(0, 1), (2, 3)]


def test_the_kind_is_what_both_ends_say() -> None:
    features = _features(2, [(0, 1, 5.0)])
    kind = MENTION_KINDS.index("organisation/nominal")
    features[0, FEATURES["kind_start"].start + kind] = 1
    features[1, FEATURES["kind_end"].start + kind] = 1
    assert mentions(features, [(0, len(features))])[0].kind == kind


def test_a_mention_goes_back_to_the_same_words() -> None:
    words = ["Lukashenko", "met", "Putin", ".", "Lukashenko", "left"]
    features = _features(6, [(0, 0, 5.0), (2, 2, 5.0), (4, 4, 5.0)])
    weights = np.zeros(PAIR_TRUTHS, np.float32)
    weights[0] = 4
    weights[1:3] = -1
    named = mentions(features, [(0, len(features))])
    assert len(named) == 3
    links = antecedents(features, words, named, weights)
    assert [(later, earlier) for later, earlier, _ in links] == [(2, 0)]
    assert all(0 < score <= 1 for *_, score in links)


def test_far_mentions_are_read_in_blocks() -> None:
    count = 700
    features = _features(count, [])
    features[:, FEATURES["mention_start"].start] = np.tile([8, 0], count // 2)
    features[:, FEATURES["mention_end"].start] = np.tile([RARE + 1, 0], count // 2)
    named = [n for n in mentions(features, [(0, len(features))]) if n.first == n.last]
    weights = np.zeros(PAIR_TRUTHS, np.float32)
    weights[0] = 4
    links = antecedents(features, ["Minsk"] * count, named, weights)
    assert len(links) == len(named) - 1
