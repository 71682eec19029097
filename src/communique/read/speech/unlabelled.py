"""Interviews without labels: a question is a paragraph, and what follows answers it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from communique.model import Span, Spans
from communique.read.speech.lexicon import everywhere, pattern
from communique.read.speech.turns import Turn

#: That there was an interview is said before the first question, within so many characters.
OPENING = 3000
#: A longer paragraph that ends with a question mark is no question to somebody.
_LONGEST = 500
#: A text with fewer questions is no interview.
_FEWEST = 2
_QUOTED = ("“", '"', "«", "„", "‘", "—", "–", "-", "•")
_ASKS = ("?", "？", "؟")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTATION = re.compile(r"[“\"«„][^“”\"«»„]*[”\"»“]")


def unlabelled_turns(text: str, paragraphs: Spans, you: Container[str]) -> tuple[Turn, ...]:
    """Return the questions and answers of an interview that nothing but their form parts.

    The opening must say that somebody was asked; most answers must be given in the first person,
    and none of them in quotation marks: those are found by their marks. ``you`` are the words
    that the language has for whom somebody speaks to; a question has one of them.
    """
    asked = [n for n, p in enumerate(paragraphs) if _is_question(p.of(text))]
    asked = [n for n in asked if n and n + 1 < len(paragraphs)]
    if len(asked) < _FEWEST or not _is_announced(text, paragraphs[asked[0]].start):
        return ()
    answers = [paragraphs[n + 1].of(text) for n in asked if n + 1 not in asked]
    own = sum(_is_own(answer) for answer in answers)
    if len(answers) < _FEWEST or 2 * own <= len(answers) or any(map(_is_marked, answers)):
        return ()
    if not any(word in you for n in asked for word in _words(paragraphs[n].of(text))):
        return ()
    return tuple(_turns(text, paragraphs, asked))


def _turns(text: str, paragraphs: Spans, asked: Sequence[int]) -> Iterator[Turn]:
    for number, coming in pairwise((*asked, len(paragraphs))):
        yield Turn(None, paragraphs[number], asks=True)
        end = number + 2
        while end < coming and (coming < len(paragraphs) or _is_own(paragraphs[end].of(text))):
            end += 1
        if number + 1 < coming:
            yield Turn(
                None, Span(paragraphs[number + 1].start, paragraphs[end - 1].end), asks=False
            )


def _is_question(words: str) -> bool:
    plain = words.strip("*_# ")
    return plain.endswith(_ASKS) and len(plain) <= _LONGEST and not _is_marked(plain)


def _is_marked(words: str) -> bool:
    return words.lstrip("*_ ").startswith(_QUOTED)


def _is_announced(text: str, end: int) -> bool:
    start = max(0, end - OPENING)
    return any(pattern(name).search(text, start, end) for name in ("interviewed", "interviewing"))


def _is_own(words: str) -> bool:
    """Tell whether somebody says it of himself, outside of what he quotes."""
    return bool(_words(_QUOTATION.sub(" ", words)) & everywhere("first_person"))


def _words(words: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(words)}
