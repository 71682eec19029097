from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import EvidenceError
from communique.model import Span, merged, trimmed, verify

OFFSETS = st.tuples(st.integers(0, 50), st.integers(1, 10)).map(lambda p: Span(p[0], p[0] + p[1]))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_is_never_empty_reversed_or_negative(start: int, end: int) -> None:
    with pytest.raises(EvidenceError):
        Span(start, end)


def test_a_span_reads_its_words_off_the_text() -> None:
    assert Span(4, 8).of("the pact holds") == "pact"


@given(st.lists(OFFSETS))
def test_merged_spans_verify_and_cover_the_same_code_points(spans: list[Span]) -> None:
    out = merged(spans)
    verify(out, 100)
    assert {i for s in out for i in range(s.start, s.end)} == {
        i for s in spans for i in range(s.start, s.end)
    }


@given(st.text(max_size=20), st.integers(-5, 25), st.integers(-5, 25))
def test_trimmed_has_no_white_space_at_its_edges(text: str, start: int, end: int) -> None:
    span = trimmed(text, start, end)
    if span is None:
        assert not text[max(start, 0) : max(end, 0)].strip()
    else:
        assert span.of(text) == text[max(start, 0) : max(end, 0)].strip()


@pytest.mark.parametrize(
    "spans", [(Span(0, 5), Span(4, 6)), (Span(5, 6), Span(0, 1)), (Span(0, 11),)]
)
def test_spans_out_of_order_overlapping_or_outside_fail(spans: tuple[Span, ...]) -> None:
    with pytest.raises(EvidenceError):
        verify(spans, 10)
