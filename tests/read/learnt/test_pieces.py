import pytest

from communique.read.learnt.pieces import LONGEST_WORD, SPACE, Pieces


@pytest.fixture
def pieces() -> Pieces:
    known = ["<unk>", SPACE, SPACE + "min", "sk", "s", "k", SPACE + "m", "in", "min"]
    return Pieces(known, [0.0, -3.0, -2.0, -2.5, -4.0, -4.0, -5.0, -3.0, -2.0], unknown=0)


def test_the_cheapest_cut_wins(pieces: Pieces) -> None:
    assert pieces.of("minsk", True) == (2, 3)
    assert pieces.of("minsk", False) == (8, 3)


def test_characters_outside_the_vocabulary_are_unknown(pieces: Pieces) -> None:
    assert pieces.of("min\u2603", True) == (2, 0)
    assert pieces.of("\u2603", False) == (0,)


def test_compatibility_forms_are_folded(pieces: Pieces) -> None:
    assert pieces.of("\uff4d\uff49\uff4e", True) == (2,)


def test_a_word_has_at_least_one_piece_and_not_too_many(pieces: Pieces) -> None:
    assert pieces.of("\u00ad", False) == (0,)
    assert len(pieces.of("s" * 10_000, True)) == LONGEST_WORD
