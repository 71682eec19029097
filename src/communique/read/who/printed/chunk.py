"""A piece of a sentence: a known phrase, a run of capitalised words, or a single word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from communique.read.who.words.lexicon import Entry
from communique.read.who.words.words import Word

ChunkKind = Literal[
    "state",
    "adjective",
    "people",
    "seat",
    "region",
    "body",
    "office",
    "courtesy",
    "place",
    "name",
    "field",
    "possessive",
    "word",
    "mark",
]

_OPENING = frozenset("“\"‘'«„‹([{:–—-•*|")


class Chunk:
    """Words that belong together: ``words[first:last]`` of a line.

    ``entry`` is what the word lists know about it.
    """

    __slots__ = ("_line", "entry", "first", "kind", "last", "low", "words")

    def __init__(
        self,
        kind: ChunkKind,
        line: Sequence[Word],
        first: int,
        last: int,
        entry: Entry | None = None,
    ) -> None:
        self.kind = kind
        self.entry = entry
        self.first = first
        self.last = last
        self.words = line[first:last]
        self.low = line[first].low if last == first + 1 else " ".join(w.low for w in self.words)
        self._line = line

    @property
    def initial(self) -> bool:
        """Whether it opens its sentence, or a quotation or list item in it."""
        return is_initial(self._line, self.first)

    @property
    def start(self) -> int:
        """Where it starts in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.words[-1].end

    @property
    def key(self) -> str:
        """The key of its entry, or nothing."""
        return self.entry.key if self.entry else ""


def is_initial(words: Sequence[Word], at: int) -> bool:
    """Tell whether the word opens its sentence, or a quotation or a list item in it."""
    return at == 0 or words[at - 1].text in _OPENING or words[at - 1].text in (".", "!", "?", "…")
