"""Words in their surroundings: the sentences around a span."""

from __future__ import annotations

from bisect import bisect_right

from communique.model.rows import Passage
from communique.model.span import Span, Spans

#: How far, in code points, a passage may reach to either side of its words.
REACH = 300


def surroundings(text: str, sentences: Spans, span: Span) -> Span:
    """Return the sentences that ``span`` lies in, at most :data:`REACH` beyond its edges.

    Where no sentences are known, or the span lies between them, it is the line.
    """
    start = _sentence_start(text, sentences, span.start)
    end = _sentence_end(text, sentences, span.end)
    return Span(max(start, span.start - REACH), min(end, span.end + REACH))


def passages(text: str, sentences: Spans, slot: str, spans: Spans) -> tuple[Passage, ...]:
    """Return ``spans`` of ``text`` in their surroundings, near ones in one passage."""
    found: list[tuple[Span, list[Span]]] = []
    for span in spans:
        around = surroundings(text, sentences, span)
        if found and around.start <= found[-1][0].end:
            last, marks = found[-1]
            found[-1] = (Span(last.start, max(last.end, around.end)), [*marks, span])
        else:
            found.append((around, [span]))
    return tuple(
        Passage(
            slot=slot,
            text=around.of(text),
            start=around.start,
            marks=tuple(Span(m.start - around.start, m.end - around.start) for m in marks),
        )
        for around, marks in found
    )


def _sentence_start(text: str, sentences: Spans, offset: int) -> int:
    """Return where the sentence, or failing that the line, around ``offset`` starts."""
    at = bisect_right(sentences, offset, key=lambda s: s.start) - 1
    if at >= 0 and offset < sentences[at].end:
        return sentences[at].start
    return text.rfind("\n", 0, offset) + 1


def _sentence_end(text: str, sentences: Spans, offset: int) -> int:
    """Return where the sentence, or failing that the line, that holds ``offset - 1`` ends."""
    at = bisect_right(sentences, offset - 1, key=lambda s: s.start) - 1
    if at >= 0 and offset <= sentences[at].end:
        return sentences[at].end
    line = text.find("\n", offset)
    return line if line >= 0 else len(text)
