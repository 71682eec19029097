"""Where contents that a model labelled word by word begin and end."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from communique.model import Span
from communique.read.speech.edges import Edges

TEXT = "Orr said the ferry was late again. Lind waved, and it left for the island."
SENTENCES = (Span(0, 34), Span(35, len(TEXT)))
CUE = (Span(4, 8),)


def at(*words: str) -> tuple[Span, ...]:
    return tuple(Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in words)


def settled(*words: str) -> list[str]:
    found = Edges(TEXT, SENTENCES).settled(at(*words), CUE, at("Orr"))
    return [span.of(TEXT) for span in found]


def test_a_hole_is_closed() -> None:
    assert settled("the ferry", "late again") == ["the ferry was late again"]


def test_a_hole_with_the_cue_in_it_stays_open() -> None:
    cut = Edges(TEXT, SENTENCES).settled(at("the ferry", "late again"), at("was"), ())
    assert [span.of(TEXT) for span in cut] == ["the ferry", "late again"]


def test_the_last_word_of_the_sentence_belongs_to_the_content() -> None:
    assert settled("the ferry was late") == ["the ferry was late again"]
    assert settled("and it left") == ["and it left"]
    assert settled("Lind waved") == ["Lind waved"]


def test_pieces_beside_the_sentence_of_the_cue_are_left_out() -> None:
    pieces = at("the ferry was late again", "it left for the island")
    edges = Edges(TEXT, SENTENCES)
    assert edges.beside(pieces, CUE) == pieces[:1]
    assert edges.beside(pieces, ()) == pieces
    assert edges.beside(pieces[1:], CUE) == pieces[1:]


@given(st.lists(st.integers(0, len(TEXT) - 2), min_size=1, max_size=6, unique=True))
def test_pieces_stay_in_order_and_apart_and_keep_their_words(starts: list[int]) -> None:
    pieces = tuple(Span(start, start + 1) for start in sorted(starts))
    found = Edges(TEXT, SENTENCES).settled(pieces, CUE, ())
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(any(whole.covers(piece) for whole in found) for piece in pieces)
