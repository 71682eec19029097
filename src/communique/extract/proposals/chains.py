"""Chains of steps: "first … then … finally", numbered lists, "… before …".

A chain stays within a paragraph or within one speaker's words, and its steps stand close.
It is a plan where its steps are due or a plan is spoken of; a tale in the past is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.extract.proposals.words import Words
from communique.extract.view import View
from communique.model import Span, trimmed

_GAP = 3  # sentences between two steps
_LIST_GAP = 4  # sentences of one point of a list
_PRINTED = 200  # letters of a step
_EDGE = re.compile(r"[;:.!?]\s|[;:.!?]$|[—–]\s|\s-\s|,\s+(?:and|but|while|because|which)\s")
_BEFORE = re.compile(r"\s(?:before|and only then|only then)\s", re.IGNORECASE)
_ONLY_AFTER = re.compile(r"\s(?:only|not until)\s+(?:after|once|when)?\s*", re.IGNORECASE)
_COMES = re.compile(r"\b(?:comes?|goes?|go|happens?|done|be)\s+$", re.IGNORECASE)
_ASIDE = re.compile(r"(?:now|if|when|well|so|i|you|let me)\b|.*\b(?:i|you)\b", re.IGNORECASE)
_GERUND = re.compile(r"\w+ing\b", re.IGNORECASE)
_TRIM = ' ,;:.!?—–-\n\t"“”«»'


@dataclass(frozen=True, slots=True)
class Chain:
    """Steps in order, each with its words; ``lead`` is the sentence in which the first stands."""

    steps: tuple[tuple[int, Span], ...]
    lead: int
    last: int
    why: str


@dataclass(frozen=True, slots=True)
class _Marker:
    rank: int  # 0: the next one; -1: the last one
    start: int
    end: int
    sentence: int
    back: bool = False  # "… must come first": the step stands before it


def chains_in(view: View, words: Words) -> Iterator[Chain]:
    """Yield the chains of steps of a reading, in order."""
    found = sorted(
        [*_ordinal(view, words), *_listed(view, words), *_before(view, words)],
        key=lambda chain: (chain.steps[0][1].start, -len(chain.steps)),
    )
    end = -1
    for chain in found:
        if chain.steps[0][1].start >= end:
            end = chain.steps[-1][1].end
            yield chain


def _ordinal(view: View, words: Words) -> Iterator[Chain]:
    """Yield chains that begin with "first" and go on with "second", "then", "finally"."""
    open_: list[_Marker] = []
    for marker in _markers(view, words):
        if marker.rank == 1:
            yield from _closed(view, words, open_)
            open_ = [marker]
        elif open_ and _goes_on(view, open_, marker):
            open_.append(marker)
    yield from _closed(view, words, open_)


def _markers(view: View, words: Words) -> Iterator[_Marker]:
    for number, sentence in enumerate(view.reading.sentences):
        for match in words.marker.finditer(view.text, sentence.start, sentence.end):
            name = match.lastgroup or ""
            rank = int(name[1:]) if name[0] == "r" else 0 if name == "next" else -1
            if _opens_step(view, words, match, sentence, rank) or _ends_step(
                view, match, sentence, rank
            ):
                near = max(sentence.start, match.start() - 16)
                back = rank == 1 and _COMES.search(view.text[near : match.start()]) is not None
                back = back or _ends_step(view, match, sentence, rank)
                yield _Marker(rank, match.start(), match.end(), number, back)


def _opens_step(view: View, words: Words, match: re.Match[str], sentence: Span, rank: int) -> bool:
    """Tell whether a marker numbers a step, and not the noun behind it."""
    if match.end() >= sentence.end:
        return False
    before = view.text[max(sentence.start, match.start() - 12) : match.start()].rstrip()
    opens = not before or before[-1] in ',;:.—–-“"«(' or before.endswith((" and", " but"))
    if view.text[match.end() : match.end() + 1] == ":" and opens:
        return True
    if " " in match[0].strip() and rank != 0:
        return True
    follows = re.match(r"\s*([\w'’]+|\S)", view.text[match.end() : match.end() + 24])
    near = follows[1].lower() if follows else ""
    if rank > 0:
        capital = near != "" and follows is not None and follows[1][0].isupper()
        statement = view.statement_at(match.start())
        opens = opens or (
            statement is not None and any(c.start == match.start() for c in statement.content)
        )
        ends = ("must", "should", "is", "will", "be", "come", "comes", "go", "goes", "done")
        return (opens or before.endswith(ends)) and (
            near in words.opens or capital or match[0].lower().endswith("ly")
        )
    return opens or (rank == 0 and " " in match[0]) or match[0].lower() == "then"


def _ends_step(view: View, match: re.Match[str], sentence: Span, rank: int) -> bool:
    """Tell whether a marker stands behind its step: "stop the guns first, talk second"."""
    before = view.text[max(sentence.start, match.start() - 30) : match.start()].split()
    after = view.text[match.end() : match.end() + 2].lstrip()[:1]
    words = [word for word in before if word.isalpha()]
    return (
        rank > 0
        and " " not in match[0]
        and after in (",", ".", ";", "(")
        and len(words) > 2
        and (
            before[-1].lower() not in ("the", "a", "his", "her", "its", "their", "every", "at")
            and before[-1][-1] not in ",;:.—–"
        )
    )


def _goes_on(view: View, chain: list[_Marker], marker: _Marker) -> bool:
    last = chain[-1]
    if marker.sentence - last.sentence > _GAP or last.rank == -1:
        return False
    if marker.rank > 0 and marker.rank != _count(chain) + 1:
        return False
    one, other = view.speaker_at(last.start), view.speaker_at(marker.start)
    same = "\n\n" not in view.text[last.start : marker.start]
    return (one == other and (same or one is not None)) or (same and other is None)


def _count(chain: list[_Marker]) -> int:
    return max(len(chain), chain[-1].rank)


def _closed(view: View, words: Words, chain: list[_Marker]) -> Iterator[Chain]:
    if len(chain) < 2:
        return
    steps: list[tuple[int, Span]] = []
    for at, marker in enumerate(chain):
        sentence = view.reading.sentences[marker.sentence]
        limit = _said_until(view, marker.end, sentence.end)
        if at + 1 < len(chain) and chain[at + 1].start < limit:
            limit = chain[at + 1].start
        span = (
            _step_before(view, sentence, marker, chain[at - 1] if at else None)
            if marker.back
            else _step(view, marker.end, limit)
        )
        if span is not None and not (steps and span.start < steps[-1][1].end):
            steps.append((len(steps) + 1, span))
    lead, last = chain[0].sentence, chain[-1].sentence
    numbered = chain[0].back or all(
        words.parts.search(view.text, marker.start, marker.end) for marker in chain
    )
    if len(steps) >= 2 and _is_plan(view, words, lead, steps, numbered):
        yield Chain(tuple(steps), lead, last, "ordinals")


def _said_until(view: View, offset: int, end: int) -> int:
    """Return where the words of the statement at ``offset`` end, ``end`` outside speech."""
    statement = view.statement_at(offset)
    for span in statement.content if statement is not None else ():
        if span.start <= offset < span.end:
            return min(span.end, end)
    return end


def _step(view: View, start: int, end: int) -> Span | None:
    """Return the words of a step between two offsets, without the marks at their edges."""
    if end - start > 2 * _PRINTED:
        edge = _EDGE.search(view.text, start + 20, end)
        end = edge.start() if edge else start + 2 * _PRINTED
    while start < end and view.text[start] in _TRIM:
        start += 1
    while end > start and view.text[end - 1] in _TRIM:
        end -= 1
    for tail in (" and", " but", " and only"):
        if view.text[start:end].endswith(tail):
            end -= len(tail)
    while end > start and view.text[end - 1] in _TRIM:
        end -= 1
    span = trimmed(view.text, start, end)
    return span if span is not None and len(span) > 3 else None


def _step_before(view: View, sentence: Span, marker: _Marker, last: _Marker | None) -> Span | None:
    """Return the words before "first" in "the ceasefire must come first, then …"."""
    statement = view.statement_at(marker.start)
    starts = [c.start for c in statement.content if c.start <= marker.start] if statement else []
    if last is not None and last.sentence == marker.sentence:
        starts.append(last.end)
    return _step(view, max([sentence.start, *starts]), marker.start)


def _is_plan(
    view: View, words: Words, lead: int, steps: Sequence[tuple[int, Span]], numbered: bool
) -> bool:
    """Tell whether a chain is of what is to be done, and not of what was."""
    sentences = view.reading.sentences
    start = sentences[max(0, lead - 1)].start
    if "\n\n" in view.text[start : sentences[lead].start]:
        before = view.text[start : sentences[lead].start].rstrip()
        start = start if before.endswith(":") else sentences[lead].start
    named = words.plan.search(view.text, start, steps[0][1].start)
    planned = numbered or (named is not None and named[0].islower())
    proposed = words.propose.search(view.text, start, steps[0][1].start) is not None
    planned = planned or proposed
    due = sum(words.due.search(view.text, s.start, s.end) is not None for _, s in steps)
    past = sum(words.past.search(view.text, s.start, s.end) is not None for _, s in steps)
    if past > due:
        return False
    if any(_ASIDE.match(view.text[s.start : s.end]) for _, s in steps):
        return False
    return due * 3 >= 2 * len(steps) or (planned and (proposed or due > 0 or numbered))


def _listed(view: View, words: Words) -> Iterator[Chain]:
    """Yield numbered lists that a plan is announced before."""
    points: list[tuple[int, Span]] = []
    numbers: list[int] = []
    for number, sentence in enumerate(view.reading.sentences):
        match = words.item.match(view.text, sentence.start, sentence.end)
        if match is None and numbers and number - numbers[-1] > _LIST_GAP:
            yield from _list_closed(view, words, points, numbers)
            points, numbers = [], []
        if match is None:
            continue
        count = int(match["number"])
        if count != len(points) + 1:
            yield from _list_closed(view, words, points, numbers)
            points, numbers = [], []
        if count == len(points) + 1 and (span := _step(view, match.end(), sentence.end)):
            points.append((count, span))
            numbers.append(number)
    yield from _list_closed(view, words, points, numbers)


def _list_closed(
    view: View, words: Words, points: list[tuple[int, Span]], numbers: list[int]
) -> Iterator[Chain]:
    if len(points) < 2 or numbers[0] == 0:
        return
    lead = view.reading.sentences[numbers[0] - 1]
    announced = words.plan.search(view.text, lead.start, lead.end)
    proposed = words.propose.search(view.text, lead.start, lead.end)
    if announced or (proposed and view.text[lead.end - 1] == ":"):
        yield Chain(tuple(points), numbers[0] - 1, numbers[-1], "list")


def _before(view: View, words: Words) -> Iterator[Chain]:
    """Yield "A must … before B", "B only after A" and "A must come first"."""
    for number, sentence in enumerate(view.reading.sentences):
        for pattern, turned in ((_BEFORE, False), (_ONLY_AFTER, True)):
            match = pattern.search(view.text, sentence.start, sentence.end)
            if match is not None and (chain := _pair(view, words, number, match, turned)):
                yield chain
                break


def _pair(
    view: View, words: Words, number: int, match: re.Match[str], turned: bool
) -> Chain | None:
    sentence = view.reading.sentences[number]
    inside = max(match.start(), sentence.start)
    if view.speaker_at(inside) is None and not words.propose.search(
        view.text, sentence.start, inside
    ):
        return None
    if view.text[sentence.end - 1] == "?":
        return None
    if turned and not match[0].strip().lower().endswith(("after", "once", "when")):
        return None
    if view.dates_within(match.start(), min(sentence.end, match.end() + 30)):
        return None
    statement = view.statement_at(inside)
    low, high = sentence.start, sentence.end
    for span in statement.content if statement is not None else ():
        if span.start <= inside < span.end:
            low, high = max(low, span.start), min(high, span.end)
    one, other = (
        _step(view, _clause_start(view, low, inside), inside),
        _step(view, match.end(), high),
    )
    if one is None or other is None or not words.must.search(view.text, one.start, one.end):
        return None
    if _ASIDE.match(view.text[one.start : one.end]) or _GERUND.match(
        view.text[other.start : other.end]
    ):
        return None
    if len(other) > _PRINTED or len(one) > _PRINTED or " " not in one.of(view.text).strip():
        return None
    if words.past.search(view.text, one.start, one.end) or other.of(view.text).lower().startswith(
        ("you", "i ", "we get", "it's", "the end of", "long")
    ):
        return None
    steps = ((1, other), (2, one)) if turned else ((1, one), (2, other))
    return Chain(tuple(steps), number, number, "only after" if turned else "before")


def _clause_start(view: View, start: int, end: int) -> int:
    edges = list(_EDGE.finditer(view.text, start, end))
    return edges[-1].end() if edges else start
