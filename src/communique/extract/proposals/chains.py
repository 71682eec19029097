"""Chains of steps: "first … then … finally", numbered lists, "… before …".

A chain stays within a paragraph or within one speaker's words, and its steps stand close.
It is a plan where its steps are due or a plan is spoken of; a tale in the past is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.extract.proposals.orders import orders_in
from communique.extract.proposals.steps import (
    Chain,
    is_bare,
    is_name,
    is_programme,
    is_to_come,
    said_until,
    step_at,
)
from communique.extract.proposals.words import Words
from communique.extract.view import View
from communique.model import Span

_BESIDE = 12  # letters of ", and then"
_NAMED = 60  # letters of "of the plan … provides for"
_GAP = 3  # sentences between two steps
_BEHIND = 30  # letters between "plan" and the list
_LIST_GAP = 4  # sentences of one point of a list
_POINT = re.compile(r"(?<!\S)\(?(\d)\)\s")


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
        [
            *_ordinal(view, words),
            *_listed(view, words),
            *_inline(view, words),
            *orders_in(view, words),
        ],
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
    for number in view.sentences_with(words.needs["marker"]):
        sentence = view.reading.sentences[number]
        for match in words.marker.finditer(view.text, sentence.start, sentence.end):
            name = match.lastgroup or ""
            rank = int(name[1:]) if name[0] == "r" else 0 if name == "next" else -1
            if _opens_step(view, words, match, sentence, rank) or _ends_step(
                view, words, match, sentence, rank
            ):
                near = max(sentence.start, match.start() - 16)
                back = rank == 1 and words.says("comes", view.text[near : match.start()])
                back = back or _ends_step(view, words, match, sentence, rank)
                yield _Marker(rank, match.start(), match.end(), number, back)


def _opens_step(view: View, words: Words, match: re.Match[str], sentence: Span, rank: int) -> bool:
    """Tell whether a marker numbers a step, and not the noun behind it."""
    if match.end() >= sentence.end:
        return False
    before = view.text[max(sentence.start, match.start() - 12) : match.start()].rstrip()
    if _is_name(view, match, before):
        return False
    opens = not before or before[-1] in ',;:.—–-“"«(' or words.says("joined", before)
    if view.text[match.end() : match.end() + 1] == ":" and opens:
        return True
    if " " in match[0].strip() and rank != 0:
        return _is_of_plan(view, words, match, sentence)
    follows = re.match(r"\s*([\w'’]+|\S)", view.text[match.end() : match.end() + 24])
    near = follows[1].lower() if follows else ""
    if rank > 0:
        capital = near != "" and follows is not None and follows[1][0].isupper()
        statement = view.statement_at(match.start())
        opens = opens or (
            statement is not None and any(c.start == match.start() for c in statement.content)
        )
        if rank == 1 and words.idioms["told_to"].search(before) and near.isalpha():
            return True  # "let them first return …", "would first leave"
        return (opens or words.idioms["before_first"].search(before) is not None) and (
            near in words.opens or capital or words.idioms["manner"].search(match[0]) is not None
        )
    return opens or (rank == 0 and (" " in match[0] or bool(words.idioms["then"].match(match[0]))))


def _is_name(view: View, match: re.Match[str], before: str) -> bool:
    """Tell whether a marker is part of a name or of a slogan: "First Lady", "Lutha FIRST"."""
    word = match[0]
    if word.isupper() and len(word) > 1:
        return True
    if not word[0].isupper():
        return False
    follows = re.match(r"\s+([A-Z]\w+)", view.text[match.end() : match.end() + 24])
    if follows is not None and view.lexicon.has(follows[1].lower(), "title"):
        return True
    return follows is not None and before != "" and before[-1] not in '.:;!?"“”(—–'


def _is_of_plan(view: View, words: Words, match: re.Match[str], sentence: Span) -> bool:
    """Tell whether a stage belongs to a plan: none of "phase one results", "stage of the race"."""
    tail = view.text[match.end() : min(sentence.end, match.end() + _NAMED)]
    if words.idioms["of"].match(tail) is not None:
        return words.title.search(tail) is not None or words.contents.search(tail) is not None
    first = re.match(r"\s*([\w'’]+|\S)", tail)
    if first is None or words.idioms["numbered_part"].match(match[0]) is None:
        return True
    return (
        not first[1][0].isalpha()
        or view.lexicon.has(
            first[1].lower(), "be", "modal", "future", "pronoun", "determiner", "to"
        )
        or words.contents.match(tail.lstrip()) is not None
    )


def _ends_step(view: View, words: Words, match: re.Match[str], sentence: Span, rank: int) -> bool:
    """Tell whether a marker stands behind its step: "stop the guns first, talk second"."""
    before = view.text[max(sentence.start, match.start() - 30) : match.start()].split()
    after = view.text[match.end() : match.end() + 2].lstrip()[:1]
    plain = [word for word in before if word.isalpha()]
    behind = rank == 0 and words.idioms["behind"].match(match[0]) is not None
    return (
        (rank > 0 or behind)
        and (behind or " " not in match[0] or words.idioms["ends_with"].match(match[0]) is not None)
        and after in (",", ".", ";", "(")
        and len(plain) > 2
        and (before[-1].lower() not in words.no_end and before[-1][-1] not in ",;:.—–")
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
        limit = said_until(view, marker.end, sentence.end)
        if at + 1 < len(chain) and chain[at + 1].start < limit:
            limit = chain[at + 1].start
        span = (
            _step_before(view, words, sentence, marker, chain[at - 1] if at else None)
            if marker.back
            else step_at(view, words, _content(view, words, marker, limit), limit)
        )
        if marker.back and span is not None and words.idioms["idiom"].search(span.of(view.text)):
            return  # "the first question first", "put the crew first", "who is on first"
        if span is not None and not (steps and span.start < steps[-1][1].end):
            steps.append((len(steps) + 1, span))
    lead, last = chain[0].sentence, chain[-1].sentence
    numbered = chain[0].back or all(
        words.parts.search(view.text, marker.start, marker.end) for marker in chain
    )
    ordered = last == lead or any(marker.rank == 0 for marker in chain)
    if len(steps) >= 2 and _is_plan(view, words, lead, steps, numbered, ordered):
        yield Chain(tuple(steps), lead, last, "ordinals")


def _content(view: View, words: Words, marker: _Marker, limit: int) -> int:
    """Return where the step behind "the first stage of the plan provides for" begins."""
    match = words.contents.search(view.text, marker.end, min(limit, marker.end + _NAMED))
    if match is not None and " " in view.text[marker.start : marker.end].strip():
        return match.end()
    lead = words.idioms["step_lead"].match(view.text, marker.end, limit)
    return lead.end() if lead is not None else marker.end


def _step_before(
    view: View, words: Words, sentence: Span, marker: _Marker, last: _Marker | None
) -> Span | None:
    """Return the words before "first" in "the ceasefire must come first, then …"."""
    statement = view.statement_at(marker.start)
    starts = [c.start for c in statement.content if c.start <= marker.start] if statement else []
    if last is not None and last.sentence == marker.sentence:
        starts.append(last.end)
    begun = list(words.idioms["clause_opening"].finditer(view.text, sentence.start, marker.start))
    if begun:
        starts.append(begun[-1].end())
    return step_at(view, words, max([sentence.start, *starts]), marker.start)


def _is_plan(
    view: View,
    words: Words,
    lead: int,
    steps: Sequence[tuple[int, Span]],
    numbered: bool,
    ordered: bool,
) -> bool:
    """Tell whether a chain is of what is to be done, and not of what was."""
    sentences = view.reading.sentences
    start = _announced_from(view, lead)
    named = words.plan.search(view.text, start, steps[0][1].start)
    proposed = words.propose.search(view.text, start, steps[0][1].start) is not None
    planned = numbered or proposed or (named is not None and named[0].islower())
    past = sum(words.past.search(view.text, s.start, s.end) is not None for _, s in steps)
    if not proposed and _is_tale(view, words, lead, steps, numbered):
        return False
    if words.idioms["own_talk"].search(view.text, sentences[lead].start, steps[0][1].start):
        return False
    wide = sentences[max(0, lead - 1)].start
    if not numbered and _is_counted(view, words, wide, steps[0][1].start):
        return False
    spans = [span for _, span in steps]
    if not named and is_programme(view, words, spans):
        return False
    due = sum(
        bool(words.due.search(view.text, s.start, s.end)) or is_bare(view, words, s) for s in spans
    )
    if past > due or any(words.idioms["chain_aside"].match(s.of(view.text)) for s in spans):
        return False
    firm = any(words.due.search(view.text, s.start, s.end) for _, s in steps)
    firm = firm or all(words.says("command", s.of(view.text)) for s in spans)
    if any(words.says("asked", view.text, s.start, s.end + 2) for s in spans):
        return False  # "first, what do they want? And second, …"
    if not (planned or _is_wanted(view, words, spans)):
        return False
    if not (firm or planned or _is_due(view, words, lead, steps)):
        return False
    if firm and not past and words.says("only_then", view.text, spans[0].end, spans[-1].start):
        return True  # "the guns must fall silent; only after that can we talk"
    if any(is_name(view, span) for span in spans):
        return False  # "First Lieutenant Taylor then fired"
    spoken = view.speaker_at(steps[0][1].start) is not None
    if spoken and not (ordered or proposed) and due < len(steps):
        return False  # points of an answer: "so, first, she is ill. Second, she should rest."
    begun = words.due.search(view.text, spans[0].start, spans[0].end) is not None
    if spoken and ordered and not past and begun and _in_one(view, spans):
        return True  # "first the guns have to fall silent, then we sit down"
    if spoken and firm and not past and len(steps) > 2:
        return (
            planned or ordered or all(words.firm.search(view.text, s.start, s.end) for s in spans)
        )
    if not (planned or ordered):
        due = sum(words.firm.search(view.text, s.start, s.end) is not None for s in spans)
    return due * 3 >= 2 * len(steps) or (planned and (proposed or due > 0 or numbered))


def _announced_from(view: View, lead: int) -> int:
    """Return from where words may announce a chain: the sentence before, or its own.

    What stands in another paragraph counts only if it ends with a colon.
    """
    sentences = view.reading.sentences
    start, own = sentences[max(0, lead - 1)].start, sentences[lead].start
    before = view.text[start:own]
    return own if "\n\n" in before and not before.rstrip().endswith(":") else start


def _is_tale(
    view: View, words: Words, lead: int, steps: Sequence[tuple[int, Span]], numbered: bool
) -> bool:
    """Tell whether words of order tell what came first: "the clerk went first, and then …"."""
    if numbered and not is_to_come(view, words, lead, steps):
        return True
    begin = view.reading.sentences[lead].start
    # "crises, starting with the flood, and then the fire"
    return words.idioms["starting"].search(view.text, begin, steps[0][1].start) is not None


def _in_one(view: View, steps: Sequence[Span]) -> bool:
    """Tell whether steps stand in one sentence and close to one another."""
    apart = view.sentence_at(steps[0].start) != view.sentence_at(steps[-1].start)
    return not apart and steps[1].start - steps[0].end < _BESIDE


def _is_wanted(view: View, words: Words, steps: Sequence[Span]) -> bool:
    """Tell whether steps are due or one's own, and not what others are only seen to do next."""
    return any(
        words.firm.search(view.text, step.start, step.end) is not None
        or words.idioms["own_step"].search(view.text, step.start, step.end) is not None
        or is_bare(view, words, step)
        for step in steps
    )


def _is_counted(view: View, words: Words, start: int, end: int) -> bool:
    """Tell whether points of an argument are announced: "there are three reasons: first …"."""
    counted = [m.end() for m in words.counted.finditer(view.text, start, end)]
    staged = [m.end() for m in words.ordered.finditer(view.text, start, end)]
    return bool(counted) and (not staged or staged[-1] < counted[-1])


def _is_due(view: View, words: Words, lead: int, steps: Sequence[tuple[int, Span]]) -> bool:
    """Tell whether steps have to be taken by the words before them, or by "only after that"."""
    begin, first = view.reading.sentences[lead].start, steps[0][1].start
    if words.duty.search(view.text, begin, first) is not None:
        return True
    between = view.text[first : steps[-1][1].start]
    return words.idioms["only_then"].search(between) is not None


def _inline(view: View, words: Words) -> Iterator[Chain]:
    """Yield "three stages: (1) a pause; (2) an exchange"."""
    for number, sentence in enumerate(view.reading.sentences):
        found = list(_POINT.finditer(view.text, sentence.start, sentence.end))
        if [int(m[1]) for m in found] != list(range(1, len(found) + 1)) or len(found) < 2:
            continue
        before = view.text[sentence.start : found[0].start()].rstrip()
        staged = sorted(
            m.end() for some in (words.stages, words.points) for m in some.finditer(before)
        )
        if not staged or words.idioms["announced"].fullmatch(before, staged[-1]) is None:
            continue
        ends = [m.start() for m in found[1:]] + [sentence.end]
        spans = [step_at(view, words, m.end(), end) for m, end in zip(found, ends, strict=True)]
        steps = [(n, span) for n, span in enumerate(spans, start=1) if span is not None]
        if len(steps) == len(found):
            yield Chain(tuple(steps), number, number, "list")


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
        if count == len(points) + 1 and (span := step_at(view, words, match.end(), sentence.end)):
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
    proposed = words.propose.search(view.text, max(lead.start, lead.end - _NAMED), lead.end)
    text = lead.of(view.text)
    plan = announced is not None and _announces(words, text, words.plan)
    # Neither a heading "Plan of Action" nor the points of a programme.
    plan = plan and (words.points.search(text) is not None or words.says("staged_list", text))
    if plan or (proposed and text.endswith(":") and _announces(words, text, words.propose)):
        yield Chain(tuple(points), numbers[0] - 1, numbers[-1], "list")


def _announces(words: Words, text: str, by: re.Pattern[str]) -> bool:
    """Tell whether a sentence that speaks of a plan ends in it: "her plan has three points:"."""
    tail = text[[match.end() for match in by.finditer(text)][-1] :]
    if len(tail) > _BEHIND or words.counted.search(tail):
        return False
    return words.idioms["numbers"].search(tail) is None or words.points.search(tail) is not None
