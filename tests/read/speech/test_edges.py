"""Contents that a model labelled word by word, put right by sentences."""

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


def whole(*words: str) -> list[str]:
    found = Edges(SENTENCES).whole(at(*words), CUE, at("Orr"))
    return [span.of(TEXT) for span in found]


def test_a_hole_is_closed() -> None:
    assert whole("the ferry", "late again") == ["the ferry was late again"]


def test_a_hole_with_the_cue_in_it_stays_open() -> None:
    cut = Edges(SENTENCES).whole(at("the ferry", "late again"), at("was"), ())
    assert [span.of(TEXT) for span in cut] == ["the ferry", "late again"]


def test_a_hole_may_be_long_but_in_one_sentence() -> None:
    assert whole("the", "again") == ["the ferry was late again"]
    assert whole("late again", "it left") == ["late again", "it left"]


def test_pieces_beside_the_sentence_of_the_cue_are_left_out() -> None:
    pieces = at("the ferry was late again", "it left for the island")
    edges = Edges(SENTENCES)
    assert edges.beside(pieces, CUE) == pieces[:1]
    assert edges.beside(pieces, ()) == pieces
    assert edges.beside(pieces[1:], CUE) == pieces[1:]


def test_who_stands_in_another_sentence_says_nothing() -> None:
    edges = Edges(SENTENCES)
    assert edges.near(at("Orr"), CUE) == at("Orr")
    assert edges.near(at("Lind"), CUE) == ()
    assert edges.near(at("Orr", "Lind"), CUE) == at("Orr", "Lind")
    assert edges.near(at("Lind"), ()) == at("Lind")


@given(st.lists(st.integers(0, len(TEXT) - 2), min_size=1, max_size=6, unique=True))
def test_pieces_stay_in_order_and_apart_and_keep_their_words(starts: list[int]) -> None:
    pieces = tuple(Span(start, start + 1) for start in sorted(starts))
    found = Edges(SENTENCES).whole(pieces, CUE, ())
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(any(whole.covers(piece) for whole in found) for piece in pieces)


def test_a_headline_is_not_one_content_with_the_sentence_under_it() -> None:
    text = "Free the crew\nOSLO, 3 May - The crew must be freed, Orr said."
    line = Span(text.index("OSLO"), text.index("The crew"))
    edges = Edges((Span(0, 13), Span(line.end, len(text))), (line,))
    content = edges.own((Span(0, text.index(", Orr")),))
    cue = (Span(text.index("said"), len(text) - 1),)
    told = edges.beside(edges.whole(content, cue, ()), cue)
    assert [span.of(text) for span in told] == ["The crew must be freed"]
