"""Numbered lists that a plan is announced before: "three stages: (1) a pause; (2) an exchange"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.extract.proposals.steps import Chain, step_at
from communique.extract.proposals.words import Words
from communique.extract.view import View
from communique.model import Span

_NAMED = 60  # letters before a list in which it is proposed
_BEHIND = 30  # letters between "plan" and the list
_LIST_GAP = 4  # sentences of one point of a list
_POINT = re.compile(r"(?<!\S)\(?(\d)\)\s")


def inline_lists(view: View, words: Words) -> Iterator[Chain]:
    """Yield "three stages: (1) a pause; (2) an exchange"."""
    for number, sentence in enumerate(view.reading.sentences):
        found = list(_POINT.finditer(view.text, sentence.start, sentence.end))
        if [int(m[1]) for m in found] != list(range(1, len(found) + 1)) or len(found) < 2:
            continue
        before = view.text[sentence.start : found[0].start()].rstrip()
        staged = sorted(
            m.end() for some in (words.stages, words.points) for m in some.finditer(before)
        )
        listed = (
            bool(staged) and words.idioms["announced"].fullmatch(before, staged[-1]) is not None
        )
        if not (listed or _is_plan_of(words, before)):
            continue
        ends = [m.start() for m in found[1:]] + [sentence.end]
        spans = [step_at(view, words, m.end(), end) for m, end in zip(found, ends, strict=True)]
        steps = [(n, span) for n, span in enumerate(spans, start=1) if span is not None]
        if len(steps) == len(found):
            yield Chain(tuple(steps), number, number, "list")


def _is_plan_of(words: Words, before: str) -> bool:
    """Tell whether a list follows "the five-point plan calls for"."""
    ends = [match.end() for match in words.contents.finditer(before)]
    return bool(ends) and ends[-1] == len(before) and words.says("staged_list", before)


def numbered_lists(view: View, words: Words) -> Iterator[Chain]:
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
