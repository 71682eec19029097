"""Who is told to have said the sentence before: "Об этом сообщил посол", "O tym poinformował …".

Agencies in many languages give the news first and its source in a sentence of its own. What
was said is then the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence

from communique.model import Span
from communique.read.speech.as_said import past_day
from communique.read.speech.attribution import Attribution, span_of
from communique.read.speech.lexicon import Lexicon
from communique.read.speech.phrases import phrase_after
from communique.read.speech.streams import Segment, Word

#: How many words from the sentence's beginning "about this" and the verb may stand.
_REACH = 12


def told_before(segment: Segment, before: Segment | None, lex: Lexicon) -> Attribution | None:
    """Return what the sentence says of the one ``before`` it: that somebody told it."""
    runs = [tuple(run.split("_")) for run in lex.words("thereof")]
    words = segment.words
    about = next((n for n in range(min(3, len(words))) if _run_at(words, n, runs)), None)
    if about is None or segment.level >= 0:
        return None
    for at in range(min(_REACH, len(words))):
        found = lex.cue_at(words, at)
        if found is None or "q" not in found[0].after:
            continue
        return _made(segment, before, (at, found[1]), about, lex)
    return None


def _made(
    segment: Segment, before: Segment | None, cue: tuple[int, int], about: int, lex: Lexicon
) -> Attribution:
    words = segment.words
    start = past_day(words, cue[1], lex)
    while start < len(words) and not words[start].raw[0].isupper() and _is_between(words, start):
        start += 1
    source = (start, phrase_after(words, start, lex)) if start < len(words) else (start, start)
    if about > cue[0] or source[0] == source[1]:
        source = (start, start)
    said = before is not None and before.level < 0 and before.words and before.after < 0
    return Attribution(
        content=_sentence(before) if said and before else (),
        cue=span_of(words, *cue),
        source=span_of(words, *source),
        level=segment.level,
        why="thereof",
    )


def _sentence(before: Segment) -> tuple[Span, ...]:
    return span_of(before.words, 0, len(before.words))


def _is_between(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word is a number or a day between the verb and whoever said it."""
    return words[at].raw[0].isdigit()


def _run_at(words: Sequence[Word], at: int, runs: Sequence[tuple[str, ...]]) -> bool:
    return any(tuple(word.low for word in words[at : at + len(run)]) == run for run in runs)
