"""Datelines: "PORT VARN, 14 May (Orbis News) — …" names a place, and nobody."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from communique.model import Span, Spans, Statement
from communique.read.who.printed.chunk import Chunk
from communique.read.who.words.lexicon import word_class
from communique.read.who.words.words import Line, Word

_LONGEST = 16
"""Words that a dateline may have."""
_WIDEST = 120
"""Characters in which a dateline ends."""
_DASHES = frozenset(("-", "–", "—", "--", "―"))
_BETWEEN = frozenset((",", ".", "/", "of", "de", "del", "la", "al", "and"))


def dateline(line: Line) -> int:
    """Return how many words of a line are its dateline up to the dash; 0 if it has none.

    Its place is in capitals, or a date or the agency in brackets follows.
    """
    words = line.words
    bracket = len(words) > 1 and words[0].text == "("  # "(Port Varn) – Soldiers have …"
    if not words or not words[bracket].capital or line.shouted:
        return 0
    told, open_ = _is_loud(words[0]), bracket
    for at in range(1, min(_LONGEST, len(words) - 1)):
        word = words[at]
        if word.text in _DASHES:
            return at if told and not open_ and words[at + 1].text[0].isupper() else 0
        if word.text in "()":
            open_, told = word.text == "(", True
        elif word.text[0].isdigit():
            told = True
        elif not (open_ or word.capital or word.low in _BETWEEN):
            return 0
    return 0


def behind_datelines(
    text: str, sentences: Spans, tokens: Spans, statements: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Return the statements, none of which begins with the dateline of its sentence."""
    out = []
    for said in statements:
        start = said.content[0].start
        at = bisect_right(sentences, start, key=lambda one: one.start) - 1
        after = _behind_dateline(text, sentences[at], tokens, start) if at >= 0 else start
        if start < after < said.content[0].end:
            first = Span(after, said.content[0].end)
            said = replace(said, content=(first, *said.content[1:]))
        out.append(said)
    return tuple(out)


def _behind_dateline(text: str, sentence: Span, tokens: Spans, start: int) -> int:
    """Return where the words begin behind the dateline in which ``start`` lies, or ``start``."""
    head = text[sentence.start : min(sentence.start + _WIDEST, sentence.end)]
    if start - sentence.start >= len(head) or _DASHES.isdisjoint(head):
        return start
    first = bisect_left(tokens, sentence.start, key=lambda one: one.start)
    last = bisect_left(tokens, sentence.end, key=lambda one: one.start)
    line = Line(0, sentence, [Word(text, token) for token in tokens[first:last]])
    dash = dateline(line)
    return max(start, line.words[dash + 1].start) if dash else start


def _is_loud(word: Word) -> bool:
    return word.is_word and len(word.text) > 2 and word.text.isupper()


def in_brackets(words: Sequence[Word], at: int) -> bool:
    """Tell whether the word at ``at`` of a dateline is the agency's, in brackets."""
    return any(word.text == "(" for word in words[:at])


def is_linked(chunks: Sequence[Chunk], n: int) -> bool:
    """Tell whether a name stands in brackets behind its article: "the [Federal Salt Board](…)"."""
    if n < 2 or len(chunks[n].words) < 2 or chunks[n - 1].low not in ("[", "("):
        return False
    return chunks[n - 2].low in word_class("determiners")
