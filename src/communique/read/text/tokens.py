"""Tokens: words, numbers and marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from communique.model import Span, Spans
from communique.read.text.abbreviations import Abbreviations, abbreviations

_CJK = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Vowel signs and accents are part of a word, but Python's \w leaves them out.
_MARKS = (
    r"\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670"
    r"\u0900-\u0963\u0980-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd\u1031-\u109d\u17b4-\u17d3\u200c\u200d\u00ad"
)


@cache
def _token(cjk: str, letter: str) -> re.Pattern[str]:
    """The pattern of a token; ``cjk`` are the characters that come as runs, if there are any."""
    return re.compile(
        rf"""
          (?:https?://|www\.)[^\s<>"”»]*[^\s<>"”».,;:!?)\]'’]      # an address on the web
        | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+                         # an e-mail address
        | [@\#]\w+
        | (?:[^\W\d_]\.){{2,}}                                        # U.S., e.g.
        | \d+(?:[.,:/\u2019]\d+)*(?:st|nd|rd|th)?(?:-{letter}+)*     # 1,250.5  08:29  35th  two-day
        | {cjk or "(?!)"}
        | {letter}+?(?=['’][sS](?![\w'’]))                           # Lisbon|'s
        | ['’][sS](?!\w)(?<=\w..)
        | {letter}+(?:[-\u2010\u2011'’.&\u200b\u2060\ufeff]{letter}+)*
        | \.{{2,}} | -{{2,}} | [!?]{{2,}}
        | \S
        """,
        re.VERBOSE,
    )


def _token_of(text: str) -> re.Pattern[str]:
    """The pattern for a text: without the wide ranges, which are slow to compile, if it can be."""
    letters = set(text)
    if all(each < "\u0300" or "\u200e" <= each < "\u3005" for each in letters - {"\u00ad"}):
        return _token("", r"[\w\u00ad]")
    return _token(f"[{_CJK}]+", rf"(?:(?![{_CJK}])[\w{_MARKS}])")


def tokenize(text: str, sentences: Iterable[Span]) -> Spans:
    """Return the tokens of the sentences, in order and apart.

    Hyphenated words ("cease-fire"), contractions ("don't"), initialisms ("U.S.") and
    abbreviations ("Gen.") are one token; a possessive "'s" is a token of its own.
    Chinese and Japanese, which put no spaces, come as runs of characters between marks.
    Every character that is not white space belongs to exactly one token.
    """
    pattern = _token_of(text)
    return tuple(token for sentence in sentences for token in _tokens(text, sentence, pattern))


def _tokens(text: str, sentence: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
    known = abbreviations("en")
    end = sentence.start
    for match in pattern.finditer(text, sentence.start, sentence.end):
        start = max(match.start(), end)
        if start == match.end():
            continue
        end = match.end()
        if end + 1 < sentence.end and text[end] == "." and _is_short(match[0], known):
            end += 1
        yield Span(start, end)


def _is_short(word: str, known: Abbreviations) -> bool:
    """Tell whether a stop inside a sentence belongs to the word: "Gen.", "J."."""
    if word.isupper() and (len(word) == 1 or word.capitalize() in known.titles):
        return True
    return word in known
