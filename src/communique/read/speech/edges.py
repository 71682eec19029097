"""Where the words that a trained model attributes begin and end, put right by grammar.

The model labels word by word. So a content may have a hole, lack the last word of its
sentence, or have a piece in another sentence; hardly any reported speech is written so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from communique.model import Span, Spans

#: The longest gap between two pieces that is taken for a hole, in characters.
HOLE = 24
#: The longest rest of a sentence that is taken for the end of its content, in characters.
REST = 12
_ENDING = " \n\t.!?…"
_MARKS = frozenset('"“”„«»,;:()[]')


class Edges:
    """The sentences of a text, by which contents are put right.

    Args:
        text: The text.
        sentences: Its sentences, in order.
    """

    def __init__(self, text: str, sentences: Spans) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]

    def settled(self, content: Spans, cue: Spans, source: Spans) -> Spans:
        """Return ``content`` without holes, and with the last word of its sentence.

        The words of ``cue`` and ``source`` never become content.
        """
        *others, last = self._whole(content, (*cue, *source))
        return (*others, self._ended(last, (*cue, *source)))

    def beside(self, content: Spans, cue: Spans) -> Spans:
        """Return the pieces of ``content`` that stand in the sentence of the ``cue``.

        All of them where none does, or where there is no cue.
        """
        if len(content) < 2 or not cue:
            return content
        own = self._number(cue[0].start)
        return tuple(span for span in content if self._number(span.start) == own) or content

    def _number(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _whole(self, content: Spans, apart: Sequence[Span]) -> Iterator[Span]:
        last = content[0]
        for span in content[1:]:
            if self._is_hole(last, span, apart):
                last = Span(last.start, span.end)
            else:
                yield last
                last = span
        yield last

    def _is_hole(self, before: Span, after: Span, apart: Sequence[Span]) -> bool:
        """Tell whether what lies between two pieces belongs to the content as well."""
        if before.end >= after.start:
            return True
        gap = Span(before.end, after.start)
        same = self._number(before.start) == self._number(after.start)
        return same and len(gap) <= HOLE and not any(gap.overlaps(one) for one in apart)

    def _ended(self, last: Span, apart: Sequence[Span]) -> Span:
        """Return the last piece with the word or two that its sentence has behind it."""
        if not self._sentences:
            return last
        end = self._sentences[self._number(last.end - 1)].end
        rest = self._text[last.end : min(end, last.end + REST + 8)].rstrip(_ENDING)
        if not rest or len(rest) > REST or _MARKS & set(rest):
            return last
        tail = Span(last.end, last.end + len(rest))
        return last if any(tail.overlaps(one) for one in apart) else Span(last.start, tail.end)
