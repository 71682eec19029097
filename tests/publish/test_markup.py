from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Span, merged
from communique.publish.markup import Highlight, paragraphs, segments

LENGTH = 60


SPANS = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(
    lambda pair: Span(pair[0], min(sum(pair), LENGTH))
)
MARKS = st.lists(st.lists(SPANS, min_size=1, max_size=3).map(merged), max_size=6).map(
    lambda lists: [Highlight(f"k{n}", "say-1", spans) for n, spans in enumerate(lists)]
)


@settings(deadline=None)
@given(MARKS, st.integers(0, LENGTH - 1), st.integers(1, LENGTH))
def test_segments_cover_the_stretch_once_and_know_every_highlight_over_them(
    marks: list[Highlight], start: int, length: int
) -> None:
    within = Span(start, min(start + length, LENGTH))
    cut = segments(within, marks)
    assert [s.span.start for s in cut] == [within.start, *(s.span.end for s in cut[:-1])]
    assert cut[-1].span.end == within.end
    for segment in cut:
        for at in range(segment.span.start, segment.span.end):
            over = {m.key for m in marks if any(s.start <= at < s.end for s in m.spans)}
            assert {m.key for m in segment.over} == over


@settings(deadline=None)
@given(MARKS)
def test_each_highlight_begins_once(marks: list[Highlight]) -> None:
    begun = [key for segment in segments(Span(0, LENGTH), marks) for key in segment.begins]
    assert sorted(begun) == sorted(mark.key for mark in marks)


def test_the_narrowest_highlight_comes_first() -> None:
    wide = Highlight("wide", "contact", (Span(0, 10),))
    narrow = Highlight("narrow", "say-1", (Span(4, 6),))
    middle = segments(Span(0, 10), [wide, narrow])[1]
    assert [mark.key for mark in middle.over] == ["narrow", "wide"]


def test_lines_are_paragraphs_unless_the_text_was_wrapped() -> None:
    long = "x" * 200
    assert [s.of(f"{long}\n a \n\nb") for s in paragraphs(f"{long}\n a \n\nb")] == [long, "a", "b"]
    wrapped = "one line\nand the next\n \nanother\n"
    assert [s.of(wrapped) for s in paragraphs(wrapped)] == ["one line\nand the next", "another"]


@given(st.text(alphabet=" \n\r\ta.é"))
def test_paragraphs_leave_out_nothing_but_white_space(text: str) -> None:
    found = paragraphs(text)
    inside = {at for span in found for at in range(span.start, span.end)}
    assert all(text[at].isspace() for at in range(len(text)) if at not in inside)
    assert all(span.of(text) == span.of(text).strip() for span in found)
