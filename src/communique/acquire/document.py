"""What a format's parser makes of a file."""

from __future__ import annotations

import msgspec

from communique.acquire.particulars import Particulars
from communique.model import Span, Spans


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """The text of one report and what its format says about it.

    ``headings`` are the spans of headings that markup makes known; ``None`` where the
    format has no markup and headings are told by their form. ``start`` is where the
    report begins in the text, after front matter; ``furniture`` is what stands before.
    """

    text: str
    particulars: Particulars = Particulars()
    headings: Spans | None = None
    furniture: Spans = ()
    start: int = 0


class Blocks:
    """Builds a clean text out of paragraphs, with a blank line between them."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._headings: list[tuple[int, int]] = []

    def add(self, words: str, *, heading: bool = False, close: bool = False) -> None:
        """Append a paragraph; ``close`` puts it on the next line (table rows, list items)."""
        words = words.strip()
        if not words:
            return
        if self._pieces:
            gap = "\n" if close else "\n\n"
            self._pieces.append(gap)
            self._length += len(gap)
        if heading:
            self._headings.append((self._length, self._length + len(words)))
        self._pieces.append(words)
        self._length += len(words)

    def document(self, particulars: Particulars) -> Document:
        """Return the text so far, with the headings where they came to stand."""
        return Document(
            text="".join(self._pieces),
            particulars=particulars,
            headings=tuple(Span(start, end) for start, end in self._headings),
        )
