"""Tokens with the few features that naming rules look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from communique.model import Span, Spans
from communique.read.layers import Quoted
from communique.read.text import tokenize

POSSESSIVES = frozenset(("'s", "’s", "'S", "’S"))
"""Tokens that make a noun possessive. A bare apostrophe does so after a final s."""


_CONTRACTED = re.compile(r"(?:i|he|she|we|you|they)(?=['’](?:d|ll|m|re|ve)$)", re.IGNORECASE)
"""A pronoun that a verb is joined to: "she'll"."""


PAST_PREFIXES = ("then-", "ex-", "former-")
"""What tells, joined to an office, that it is held no longer."""


def without_past(words: Sequence[Word], at: int) -> list[Word]:
    """Return the words from ``at`` without "then-" or "ex-"; none where there is no such."""
    prefix = next((mark for mark in PAST_PREFIXES if words[at].low.startswith(mark)), "")
    rest = words[at].text[len(prefix) :]
    return [Word(rest, Span(0, len(rest))), *words[at + 1 : at + 5]] if prefix and rest else []


class Word:
    """A token: ``low`` is its lower-case form, ``capital`` whether it begins like a name."""

    __slots__ = ("capital", "end", "is_word", "low", "start", "text")

    def __init__(self, text: str, span: Span) -> None:
        self.start = span.start
        self.end = span.end
        self.text = word = text[span.start : span.end]
        self.low = word.casefold()
        if "’" in word:
            self.low = self.low.replace("’", "'")
        #: Whether it begins with a letter.
        self.is_word = word[0].isalpha()
        self.capital = word[0].isupper() or (not word.isalpha() and _is_prefixed(word))


def _is_prefixed(word: str) -> bool:
    """Tell whether a lower-case article is joined to a name: "al-Hakim", "d'Orta"."""
    for mark in ("-", "'", "’"):
        head, _, tail = word.partition(mark)
        if tail and tail[0].isupper() and head in _PREFIXES:
            return True
    return False


_PREFIXES = frozenset(
    ("al", "el", "ar", "as", "ash", "ad", "an", "at", "az", "d", "l", "ul", "bin")
)


_BULLETS = frozenset(("-", "–", "—", "•", "*", "·", "▪", "◦"))


class Line:
    """The words of one sentence.

    ``shouted`` tells that it is set in capitals, ``headline`` that all its longer words begin
    with one and no stop ends it. There a capital letter is no sign of a name. ``risen`` tells
    the same whether or not a stop ends it. An item of a list, whose names have capitals as
    anywhere, is no headline.
    """

    __slots__ = ("headline", "number", "risen", "shouted", "span", "words")

    def __init__(self, number: int, span: Span, words: list[Word]) -> None:
        self.number = number
        self.span = span
        self.words = words
        letters = [word for word in words if word.is_word and len(word.text) > 1]
        capitals = sum(word.text.isupper() for word in letters)
        self.shouted = len(letters) > 2 and capitals > 0.7 * len(letters)
        long = [word for word in letters if len(word.text) > 3]
        risen = sum(word.text[0].isupper() for word in long)
        ended = bool(words) and words[-1].text in (".", ";")
        enough = len(long) > (5 if ended else 3)
        self.risen = self.shouted or (enough and risen > 0.95 * len(long))
        item = len(words) > 1 and words[0].text in _BULLETS
        self.headline = self.risen and (self.shouted or not (ended or item))


def lines(text: str, sentences: Spans, tokens: Spans) -> Iterator[Line]:
    """Yield the sentences as lines of words. Tokens outside any sentence are left out, and marks
    for bold words within one."""
    at = 0
    for number, sentence in enumerate(sentences):
        words: list[Word] = []
        while at < len(tokens) and tokens[at].start < sentence.end:
            if tokens[at].start >= sentence.start and not (words and is_mark(text, tokens[at])):
                words.extend(Word(text, part) for part in _parts(text, tokens[at]))
            at += 1
        yield Line(number, sentence, words)


def _parts(text: str, token: Span) -> tuple[Span, ...]:
    """Return a token without the genitive or verb that it ends with: "Holm-Vik|'s", "she|'ll"."""
    if token.end - token.start > len("'s") and text[token.end - 2 : token.end] in POSSESSIVES:
        return Span(token.start, token.end - 2), Span(token.end - 2, token.end)
    if found := _CONTRACTED.match(text, token.start, token.end):
        return Span(token.start, found.end()), Span(found.end(), token.end)
    return (token,)


def is_mark(text: str, token: Span) -> bool:
    """Tell whether a token within a sentence only sets words in bold or italics: "**"."""
    return not text[token.start : token.end].strip("*_")


def line_of(text: str) -> Line:
    """Return a short text, such as a publisher's name, as one line."""
    span = Span(0, len(text))
    return Line(-1, span, [Word(text, token) for token in tokenize(text, (span,))])


class Quotes:
    """Answers whether an offset lies between quotation marks that hold speech."""

    def __init__(self, quotes: Sequence[Quoted]) -> None:
        outer = sorted(q.content for q in quotes if q.parent is None and q.use == "speech")
        self._starts = [span.start for span in outer]
        self._ends = [span.end for span in outer]

    def hold(self, offset: int) -> bool:
        """Tell whether ``offset`` is inside direct speech."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]
