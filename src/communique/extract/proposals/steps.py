"""The steps of a plan: a chain of them, and the words of one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from communique.extract.proposals.words import Words
from communique.extract.view import View
from communique.extract.voices import voice_at
from communique.model import Span, trimmed

PRINTED = 200  # letters of a step
BARE = 9  # words of a step without a verb
TRIM = ' ,;:.!?—–-()\n\t"“”«»'
_WORD = re.compile(r"[\w'’]+")


@dataclass(frozen=True, slots=True)
class Chain:
    """Steps in order, each with its words; ``lead`` is the sentence in which the first stands."""

    steps: tuple[tuple[int, Span], ...]
    lead: int
    last: int
    why: str


def said_until(view: View, offset: int, end: int) -> int:
    """Return where the words of the statement at ``offset`` end, ``end`` outside speech."""
    statement = view.statement_at(offset)
    for span in statement.content if statement is not None else ():
        if span.start <= offset < span.end:
            return min(span.end, end)
    return end


def step_at(view: View, words: Words, start: int, end: int) -> Span | None:
    """Return the words of a step between two offsets, without the marks at their edges."""
    if end - start > 2 * PRINTED:
        edge = words.idioms["edge"].search(view.text, start + 20, end)
        end = edge.start() if edge else start + 2 * PRINTED
    while start < end and view.text[start] in TRIM:
        start += 1
    while end > start and view.text[end - 1] in TRIM:
        end -= 1
    if (line := words.idioms["dateline"].match(view.text, start, end)) is not None:
        start = line.end()
    if (lead := words.idioms["step_joint"].match(view.text, start, end)) is not None:
        start = lead.end()
    if (tail := words.idioms["step_tail"].search(view.text, start, end)) is not None:
        end = tail.start()
    while end > start and view.text[end - 1] in TRIM:
        end -= 1
    span = trimmed(view.text, start, end)
    return span if span is not None and len(span) > 3 else None


def is_bare(view: View, words: Words, span: Span) -> bool:
    """Tell whether a step is a short phrase without a verb: "a pause", "the exchange of crews"."""
    found = _WORD.findall(span.of(view.text).lower())
    return (
        len(found) <= BARE
        and not any(
            view.lexicon.has(word, "be", "have", "do", "pronoun", "reporting")
            or words.past.match(word)
            for word in found
        )
        and not any(word.endswith("ed") for word in found[1:])
    )


def is_name(view: View, span: Span) -> bool:
    """Tell whether a step is nothing but a name or a title: "Lieutenant Moss"."""
    found = span.of(view.text).split()
    return len(found) > 1 and all(word[:1].isupper() for word in found)


def is_clause(view: View, span: Span) -> bool:
    """Tell whether words have a subject and a verb: "the last troops have left"."""
    found = _WORD.findall(span.of(view.text).lower())
    verbs = (
        view.lexicon.has(word, "be", "have", "do", "modal", "future")
        or (word.endswith("s") and not word.endswith("ss"))
        for word in found[1:]
    )
    return len(found) > 2 and any(verbs)


def is_programme(view: View, words: Words, steps: Sequence[Span]) -> bool:
    """Tell whether a step is one of a visit or a press conference: "she will take questions"."""
    return any(words.programme.search(view.text, s.start, s.end) for s in steps)


def chain_of(number: int, one: Span, other: Span, why: str) -> Chain:
    """Return the chain of two steps that stand in one sentence."""
    return Chain(((1, one), (2, other)), number, number, why)


def in_a_voice(view: View, words: Words, number: int, offset: int) -> bool:
    """Tell whether somebody speaks at ``offset``, or is told before to propose or demand."""
    sentence = view.reading.sentences[number]
    if view.speaker_at(offset) is not None or told_by(view, number, offset) is not None:
        return True
    return any(
        pattern.search(view.text, sentence.start, max(sentence.start, offset))
        for pattern in (words.propose, words.demand, words.holding)
    )


def told_by(view: View, number: int, offset: int) -> str | None:
    """Return whose words stand at ``offset``, also by "according to X"."""
    items = view.items(number)
    at = bisect_left(items, offset, key=lambda item: item.start)
    return voice_at(view, items, at) if at < len(items) else None


def edges_at(view: View, number: int, offset: int | None = None) -> tuple[int, int]:
    """Return the part of a sentence that lies in the statement at ``offset``, or all of it."""
    sentence = view.reading.sentences[number]
    offset = sentence.start if offset is None else offset
    statement = view.statement_at(offset)
    low, high = sentence.start, sentence.end
    for span in statement.content if statement is not None else ():
        if span.start <= offset < span.end:
            low, high = max(low, span.start), min(high, span.end)
    return low, high


def is_to_come(view: View, words: Words, lead: int, steps: Sequence[tuple[int, Span]]) -> bool:
    """Tell whether steps are still to be taken, and not a tale of what came first."""
    first = steps[0][1]
    plain = words.idioms["be_done"].sub("", first.of(view.text))
    if words.past.search(plain) is not None:
        return False
    begin = view.reading.sentences[lead].start
    due = any(words.due.search(view.text, s.start, s.end) for _, s in steps)
    bare = all(is_bare(view, words, s) for _, s in steps)
    return due or bare or words.duty.search(view.text, begin, first.start) is not None
