from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.model import Span
from communique.model.passages import REACH, passages

TEXT = "The envoy flew in. She met the minister at noon. Nothing was signed.\nA note\nfollows."
SENTENCES = (Span(0, 18), Span(19, 48), Span(49, 68))


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_words_stand_in_their_sentence() -> None:
    (passage,) = passages(TEXT, SENTENCES, "evidence", (at("met"),))
    assert passage.text == "She met the minister at noon."
    assert [mark.of(passage.text) for mark in passage.marks] == ["met"]
    assert passage.slot == "evidence"


def test_words_of_neighbouring_sentences_share_a_passage_only_if_they_touch() -> None:
    same = passages(TEXT, SENTENCES, "e", (at("met"), at("noon")))
    assert len(same) == 1
    assert len(same[0].marks) == 2
    assert len(passages(TEXT, SENTENCES, "e", (at("envoy"), at("signed")))) == 2


def test_words_over_two_sentences_have_both() -> None:
    (passage,) = passages(TEXT, SENTENCES, "e", (at("in. She"),))
    assert passage.text == "The envoy flew in. She met the minister at noon."


def test_words_outside_sentences_have_their_line() -> None:
    (passage,) = passages(TEXT, SENTENCES, "e", (at("note"),))
    assert passage.text == "A note"
    assert passages(TEXT, (), "e", (at("met"),))[0].text == TEXT[:68]


@given(st.text(min_size=1), st.data())
def test_marks_are_the_spans(text: str, data: st.DataObject) -> None:
    edges = st.lists(st.integers(0, len(text)), unique=True).map(sorted)
    cuts = data.draw(edges)
    spans = tuple(Span(*p) for p in zip(cuts[::2], cuts[1::2], strict=False))
    bounds = data.draw(edges)
    sentences = tuple(Span(*p) for p in zip(bounds[::2], bounds[1::2], strict=False))
    found = passages(text, sentences, "e", spans)
    marked = [Span(p.start + m.start, p.start + m.end) for p in found for m in p.marks]
    assert tuple(marked) == spans
    for passage in found:
        assert text[passage.start :].startswith(passage.text)
        assert len(passage.text) <= sum(len(m) for m in passage.marks) + 2 * REACH * len(
            passage.marks
        )
