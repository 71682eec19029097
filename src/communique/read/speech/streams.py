"""The narration as the reader hears it: each quotation that stands alone is one item in it.

Attribution is found outside the marks. So the tokens are sorted by the quotation they
stand in, and every quotation counts as one item of the narration around it. Runs of tokens
between two quotations, sentence ends or paragraph ends are *segments*: a tag, an
introduction, or a sentence without quotations.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection

import msgspec

from communique.model import Spans
from communique.read.layers import Quoted

#: A longer sentence is cut: what is looked at around a word must not grow with the text.
LONGEST = 300
#: Symbols such as emoji, marks without width or meaning: nothing that grammar sees.
_ASIDE = frozenset(["So", "Cf", "Mn", "Me", "Cn", "Co", "Cs"])
#: A pronoun with a verb glued to it: "we've", "he'll".
#: A verb with its pronoun behind it: "dit-il", "a-t-elle".
_INVERTED = re.compile(r"([^\W\d_]+)-(?:t-)?(ils?|elles?)$", re.IGNORECASE)
_CLITIC = re.compile(r"(I|we|you|he|she|they|it|who|that)['’](?:ve|ll|d|re|m|s)$", re.IGNORECASE)


class Word(msgspec.Struct):
    """A token: where it stands, as printed, and in lower case.

    ``raw`` is what is seen of it: without marks that have no width, letters and their accents
    composed.
    """

    start: int
    end: int
    raw: str
    low: str


def is_seen(token: str) -> bool:
    """Tell whether a token counts as a word or mark: not an emoji, nor a mark without width."""
    return token.isascii() or any(not _is_aside(char) for char in token)


def _is_aside(char: str) -> bool:
    category = unicodedata.category(char)
    return category in _ASIDE or (category == "Sk" and char > "\uffff")


def visible(token: str) -> str:
    """Return a token without marks of no width, its accents composed with their letters."""
    if token.isascii():
        return token
    composed = unicodedata.normalize("NFC", token)
    kept = "".join(char for char in composed if unicodedata.category(char) != "Cf")
    while len(kept) > 1 and unicodedata.category(kept[-1]) == "Mn":
        kept = kept[:-1]
    return kept or token


class Segment(msgspec.Struct):
    """Words without a sentence end between them, and the quotations at their two sides.

    ``level`` is the quotation that the words stand in (-1: none), ``before`` and ``after``
    are quotations (-1: none); ``parted`` says that a sentence ends between ``before`` and the
    words, ``closed`` that one ends behind the words. ``paragraph`` and ``number`` count.
    """

    words: list[Word]
    level: int
    paragraph: int
    number: int = 0
    before: int = -1
    after: int = -1
    parted: bool = False
    closed: bool = False

    @property
    def ends_with_colon(self) -> bool:
        """Whether the last word is a colon, stars of Markdown behind it left out."""
        last = next((low for w in reversed(self.words) if (low := w.low.strip("*_"))), "")
        return last.endswith((":", "：")) and (len(last) == 1 or "/" in last)  # an address before


class Streams:
    """The segments of a report, and for each quotation the segments at its sides.

    Args:
        text: The report's text.
        sentences: Its sentences.
        tokens: Its tokens.
        paragraphs: Its paragraphs.
        quotations: Its quotations.
        alone: Indices of the quotations that stand alone.
        ending: Where words are not parted by spaces: what is cut off the end of a token.
        elided: Words that are written in one with the next, at the head of a token: "l'".
    """

    def __init__(
        self,
        text: str,
        sentences: Spans,
        tokens: Spans,
        paragraphs: Spans,
        quotations: tuple[Quoted, ...],
        alone: Collection[int],
        ending: re.Pattern[str] | None = None,
        elided: re.Pattern[str] | None = None,
    ) -> None:
        self.text = text
        self.quotations = quotations
        self.alone = frozenset(alone)
        self._ending = ending
        self._elided = elided
        self.segments: list[Segment] = []
        self.before: dict[int, Segment] = {}
        self.after: dict[int, Segment] = {}
        self._quotation_starts = [q.content.start for q in quotations]
        self._sentence_ends = [s.end for s in sentences]
        self._paragraph_starts = [p.start for p in paragraphs]
        self._open: dict[int, Segment] = {}
        self._last: dict[int, tuple[int, int]] = {}
        self._walk(tokens)
        self._finish()

    def quotations_in(self, start: int, end: int) -> tuple[Quoted, ...]:
        """Return the quotations whose content begins in ``[start, end)`` and ends there too."""
        first = bisect_right(self._quotation_starts, start - 1)
        last = bisect_right(self._quotation_starts, end - 1)
        return tuple(q for q in self.quotations[first:last] if q.content.end <= end)

    def paragraph_at(self, offset: int) -> int:
        """Return the number of the paragraph that ``offset`` lies in."""
        return bisect_right(self._paragraph_starts, offset) - 1

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that ``offset`` lies in or stands before."""
        return bisect_right(self._sentence_ends, offset)

    def _walk(self, tokens: Spans) -> None:
        """Give each token to its level; enter and leave quotations on the way."""
        coming = sorted(self.alone, key=lambda i: self.quotations[i].content.start)
        marks = self._marks()
        stack: list[int] = []
        upcoming = 0
        for token in tokens:
            while stack and token.start >= self.quotations[stack[-1]].content.end:
                stack.pop()
            while upcoming < len(coming):
                quoted = self.quotations[coming[upcoming]]
                if quoted.content.start > token.start:
                    break
                self._quotation(stack[-1] if stack else -1, coming[upcoming])
                if quoted.content.end > token.start:
                    stack.append(coming[upcoming])
                upcoming += 1
            if token.start not in marks and is_seen(self.text[token.start : token.end]):
                self._word(stack[-1] if stack else -1, token.start, token.end)

    def _marks(self) -> set[int]:
        """Return where the marks of the quotations that stand alone begin."""
        found: set[int] = set()
        for index in self.alone:
            quoted = self.quotations[index]
            for mark in (quoted.open, quoted.close):
                if mark is not None:
                    found.update(range(mark.start, mark.end))
        return found

    def _quotation(self, level: int, index: int) -> None:
        quoted = self.quotations[index]
        start = quoted.open.start if quoted.open else quoted.content.start
        paragraph, sentence = self.paragraph_at(start), self.sentence_at(start)
        segment = self._open.pop(level, None)
        if segment is not None and segment.words:
            last = self._last[level]
            segment.closed = last[1] != sentence or last[0] != paragraph
            leads_up = segment.ends_with_colon and last[0] + 1 == paragraph
            if last[0] == paragraph or leads_up:
                segment.after = index
                self.before[index] = segment
        end = quoted.content.end
        self._last[level] = (self.paragraph_at(end - 1), self.sentence_at(end - 1))
        fresh = Segment([], level, self._last[level][0], before=index)
        self._open[level] = fresh

    def _word(self, level: int, start: int, end: int) -> None:
        paragraph, sentence = self.paragraph_at(start), self.sentence_at(start)
        segment = self._open.get(level)
        last = self._last.get(level)
        if segment is None:
            segment = self._begin(level, paragraph)
        elif last is not None and not segment.words:
            if last[0] != paragraph:
                segment = self._begin(level, paragraph)
            else:
                segment.parted = last[1] != sentence
                self.after[segment.before] = segment
                self._keep(segment)
        elif last != (paragraph, sentence) or len(segment.words) >= LONGEST:
            segment.closed = True
            segment = self._begin(level, paragraph)
        cut = self._ending.search(self.text[start:end]) if self._ending else None
        if cut is not None and cut.start() > 0:
            self._append(segment, start, start + cut.start())
            start += cut.start()
        self._append(segment, start, end)
        self._last[level] = (paragraph, sentence)

    def _append(self, segment: Segment, start: int, end: int) -> None:
        raw = self.text[start:end]
        clitic = _CLITIC.match(raw)
        if clitic is not None:
            self._append(segment, start, start + clitic.end(1))
            start += clitic.end(1)
            raw = self.text[start:end]
        elif self._elided is not None and (short := self._elided.match(raw)) is not None:
            self._append(segment, start, start + short.end())
            start += short.end()
            raw = self.text[start:end]
        elif (inverted := _INVERTED.match(raw)) is not None:
            self._append(segment, start, start + inverted.end(1))
            start += inverted.start(2)
            raw = self.text[start:end]
        raw = visible(raw)
        segment.words.append(Word(start, end, raw, raw.lower().replace("’", "'")))

    def _begin(self, level: int, paragraph: int) -> Segment:
        segment = self._open[level] = Segment([], level, paragraph)
        self._keep(segment)
        return segment

    def _keep(self, segment: Segment) -> None:
        self.segments.append(segment)

    def _finish(self) -> None:
        self.segments.sort(key=lambda s: s.words[0].start)
        for number, segment in enumerate(self.segments):
            segment.number = number
        for segment in self._open.values():
            segment.closed = True
