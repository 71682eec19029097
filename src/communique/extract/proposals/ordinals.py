"""Chains of steps that words number: "first … second … then … finally".

A chain stays within a paragraph or within one speaker's words, and its steps stand close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.extract.proposals.soundness import is_plan
from communique.extract.proposals.steps import Chain, said_until, step_at
from communique.extract.proposals.words import Words
from communique.extract.view import View
from communique.model import Span

_NAMED = 60  # letters of "of the plan … provides for"
_GAP = 3  # sentences between two steps
_BESIDE = 2  # letters between two markers of one step


@dataclass(frozen=True, slots=True)
class _Marker:
    rank: int  # 0: the next one; -1: the last one
    start: int
    end: int
    sentence: int
    back: bool = False  # "… must come first": the step stands before it


def ordinal_chains(view: View, words: Words) -> Iterator[Chain]:
    """Yield chains that begin with "first" and go on with "second", "then", "finally"."""
    open_: list[_Marker] = []
    for marker in _markers(view, words):
        if marker.rank == 1:
            yield from _closed(view, words, open_)
            open_ = [marker]
            continue
        if (
            len(open_) > 1
            and open_[-1].rank < 1
            and marker.rank > 0
            and marker.start - open_[-1].end <= _BESIDE
        ):
            open_.pop()  # "then, in phase 3, …" is one marker
        if open_ and _goes_on(view, words, open_, marker):
            open_.append(marker)
    yield from _closed(view, words, open_)


def _markers(view: View, words: Words) -> Iterator[_Marker]:
    for number in view.sentences_with(words.needs["marker"]):
        sentence = view.reading.sentences[number]
        for match in words.marker.finditer(view.text, sentence.start, sentence.end):
            name = match.lastgroup or ""
            rank = int(name[1:]) if name[0] == "r" else 0 if name == "next" else -1
            if rank > 0 and _is_named_aside(view, words, match, sentence.start):
                continue
            if _opens_step(view, words, match, sentence, rank) or _ends_step(
                view, words, match, sentence, rank
            ):
                near = max(sentence.start, match.start() - 16)
                back = rank == 1 and words.says("comes", view.text[near : match.start()])
                back = back or _ends_step(view, words, match, sentence, rank)
                yield _Marker(rank, match.start(), match.end(), number, back)


def _is_named_aside(view: View, words: Words, match: re.Match[str], start: int) -> bool:
    """Tell whether a stage is only named on the way: "to negotiate what phase two looks like"."""
    before = view.text[max(start, match.start() - 12) : match.start()].rstrip().lower()
    return len(match[0].split()) > 1 and words.says("aside_stage", before)


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
    if words.idioms["bare_stage"].match(match[0].lower()) is not None:
        return opens and view.text[match.end() : match.end() + 1] == ","
    if " " in match[0].strip() and rank != 0:
        return _is_of_plan(view, words, match, sentence)
    follows = re.match(r"\s*([\w'’]+|\S)", view.text[match.end() : match.end() + 24])
    near = follows[1].lower() if follows else ""
    if rank > 0:
        capital = near != "" and follows is not None and follows[1][0].isupper()
        statement = view.statement_at(match.start())
        opens = opens or (
            statement is not None
            and any(
                view.text[c.start : match.start()].strip().lower() in ("", "that")
                for c in statement.content
                if c.start <= match.start()
            )
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


def _goes_on(view: View, words: Words, chain: list[_Marker], marker: _Marker) -> bool:
    """Tell whether a marker goes on with a chain: in its paragraph, or its speaker's words.

    Stages that bear a number may stand in paragraphs of their own.
    """
    last = chain[-1]
    if marker.sentence - last.sentence > _GAP or last.rank == -1:
        return False
    if marker.rank > 0 and marker.rank != _count(chain) + 1:
        return False
    one, other = view.speaker_at(last.start), view.speaker_at(marker.start)
    staged = all(words.stages.search(view.text, m.start, m.end) for m in (last, marker))
    same = staged or "\n\n" not in view.text[last.start : marker.start]
    return (one == other and (same or one is not None)) or (same and None in (one, other))


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
    begin = view.reading.sentences[lead].start
    if chain[0].back and steps and words.decline.search(view.text, begin, steps[0][1].end):
        return  # "rejects the plan to hold elections first"
    parts = [words.parts.search(view.text, m.start, m.end) is not None for m in chain]
    short = (words.idioms["bare_ordinal"].fullmatch(view.text, m.start, m.end) for m in chain)
    numbered = chain[0].back or (
        parts[0] and all(part or bare for part, bare in zip(parts, short, strict=True))
    )
    ordered = last == lead or any(marker.rank == 0 for marker in chain)
    if len(steps) >= 2 and is_plan(view, words, lead, steps, numbered, ordered):
        yield Chain(tuple(steps), lead, last, "ordinals")


def _content(view: View, words: Words, marker: _Marker, limit: int) -> int:
    """Return where the step behind "the first stage of the plan provides for" begins."""
    match = words.contents.search(view.text, marker.end, min(limit, marker.end + _NAMED))
    if match is not None and " " in view.text[marker.start : marker.end].strip():
        return match.end()
    if (of := words.idioms["of_plan_lead"].match(view.text, marker.end, limit)) is not None:
        return of.end()
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
