"""Plans whose steps are told in one go, without a "first".

"The plan provides for a pause, an exchange and, in the end, a vote"; "a two-step plan: a pause,
and then talks"; "the troops would leave, after which observers would move in".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from communique.extract.proposals.steps import (
    PRINTED,
    Chain,
    edges_at,
    in_a_voice,
    is_programme,
    step_at,
)
from communique.extract.proposals.weight import is_weighty
from communique.extract.proposals.words import Words
from communique.extract.view import View
from communique.model import Span

_OPENING = 8  # letters before a "first" that opens a list
_COUNTED = 24  # letters before "plan" in "a three-point peace plan: …"
_COUNTS = ("two", "three", "four", "five", "six", "seven")
_NEAR = 60  # letters between a plan and "provides for"
_PIECE = 90  # letters of a step in a list


def _announced(view: View, words: Words, number: int) -> Chain | None:
    """Read "a two-step plan: A, and then B" and "explained the order: A, after which B"."""
    sentence = view.reading.sentences[number]
    colon = words.idioms["plan_colon"].search(view.text, sentence.start, sentence.end)
    if colon is None:
        return None
    end = edges_at(view, number, colon.end())[1]
    return (
        _chain(view, words, number, colon.end(), end)
        or _dated(view, words, number, colon.end(), end)
        or _counted(view, words, number, colon.start(), colon.end(), end)
    )


def _counted(
    view: View, words: Words, number: int, lead: int, start: int, end: int
) -> Chain | None:
    """Read "three stages: A, B and C": as many pieces as are announced."""
    first = max(view.reading.sentences[number].start, lead - _COUNTED)
    told = words.idioms["counted_pieces"].search(view.text, first, start)
    if told is None:
        return None
    edges = [start]
    for comma in re.finditer(r",\s+(?!and\b)", view.text[start:end]):
        edges += [start + comma.start(), start + comma.end()]
    joint = list(words.idioms["last_piece"].finditer(view.text, edges[-1], end))
    if not joint:
        return None
    edges += [joint[-1].start(), joint[-1].end(), end]
    spans = [step_at(view, words, a, b) for a, b in list(pairwise(edges))[::2]]
    steps = [span for span in spans if span is not None and len(span) <= _PIECE]
    if len(steps) < len(spans) or len(steps) != _COUNTS.index(told["count"].lower()) + 2:
        return None
    return Chain(tuple(enumerate(steps, start=1)), number, number, "staged")


def _dated(view: View, words: Words, number: int, start: int, end: int) -> Chain | None:
    """Read "a roadmap: in May A, in June B, in July C": pieces that each have their time."""
    if "," not in view.text[start:end]:
        return _dated_by(view, words, number, start, end, "list_joint")
    return _dated_by(view, words, number, start, end, "dated_joints") or _dated_by(
        view, words, number, start, end, "dated_joint"
    )


def _dated_by(
    view: View, words: Words, number: int, start: int, end: int, joints: str
) -> Chain | None:
    """Read the pieces between ``joints``; ``None`` where one of them has no time."""
    edges = [start]
    for joint in words.idioms[joints].finditer(view.text, start, end):
        edges += [joint.start(), joint.end()]
    edges.append(end)
    steps: list[Span] = []
    for a, b in list(pairwise(edges))[::2]:
        if words.idioms["timed"].search(view.text, a, b) is None:
            return None
        lead = words.idioms["timed_lead"].match(view.text, a, b)
        span = step_at(view, words, lead.end() if lead else a, b)
        if span is None or len(span) > _PIECE:
            return None
        steps.append(span)
    if len(steps) < 2:
        return None
    return Chain(tuple(enumerate(steps, start=1)), number, number, "staged")


def _provided(view: View, words: Words, number: int) -> Chain | None:
    """Read "the plan provides for A, B and, in the end, C", "sees A in May and B in June"."""
    sentence = view.reading.sentences[number]
    plan = words.title.search(view.text, sentence.start, sentence.end)
    if plan is None:
        return None
    lead = words.contents.search(view.text, plan.end(), sentence.end)
    if lead is None or lead.start() - plan.end() > _NEAR:
        return None
    end = edges_at(view, number, lead.end())[1]
    return _chain(view, words, number, lead.end(), end) or _dated(
        view, words, number, lead.end(), end
    )


def _chain(view: View, words: Words, number: int, start: int, end: int) -> Chain | None:
    """Return the pieces of a list in which a word of order stands, as steps."""
    first = words.marker.search(view.text, start, end)
    if first is not None and first.start() < start + _OPENING:
        return None  # "first A, then B" is read by its ordinals
    if not words.says("in_order", view.text, start, end):
        return None
    edges = [start]
    for joint in words.idioms["list_joint"].finditer(view.text, start, end):
        edges += [joint.start(), joint.end()]
    edges.append(end)
    spans = [step_at(view, words, a, b) for a, b in pairwise(edges)][::2]
    steps = [span for span in spans if span is not None]
    if len(steps) < 2 or len(steps) < len(spans) or any(len(s) > _PIECE for s in steps):
        return None
    if any(words.past.search(view.text, span.start, span.end) for span in steps):
        return None
    return Chain(tuple(enumerate(steps, start=1)), number, number, "staged")


def _in_turn(view: View, words: Words, number: int) -> Chain | None:
    """Read "guns are to fall silent, observers will then arrive, and a week later ships sail"."""
    sentence = view.reading.sentences[number]
    if words.idioms["turn_told"].search(view.text, sentence.start, sentence.end) is None:
        return None
    if view.text[sentence.end - 1] == "?" or words.says(
        "supposed", view.text, sentence.start, sentence.end
    ):
        return None
    for marker in words.marker.finditer(view.text, sentence.start, sentence.end):
        if marker["r1"] and not words.idioms["term"].match(view.text, marker.end()):
            return None  # "first A, then B" is read by its ordinals
    steps: list[Span] = []
    start = sentence.start
    joints = words.idioms["turn_joint"].finditer(view.text, sentence.start, sentence.end)
    for edge, after in [*((m.start(), m.end()) for m in joints), (sentence.end, sentence.end)]:
        span = step_at(view, words, start, edge)
        start = after
        due = span and words.idioms["turn_due"].search(view.text, span.start, span.end)
        if span is None or due is None:
            continue
        told = words.idioms["turn_told"].search(view.text, span.start, span.end)
        if (steps and told is None) or len(span) > PRINTED or not is_weighty(view, words, span):
            return None
        steps.append(span)
    voiced = in_a_voice(view, words, number, sentence.end - 1) or (
        words.title.search(view.text, sentence.start, sentence.end) is not None
    )
    if len(steps) < 2 or not voiced or is_programme(view, words, steps):
        return None
    return Chain(tuple(enumerate(steps, start=1)), number, number, "in turn")


def _after_which(view: View, words: Words, number: int) -> Chain | None:
    """Read "A would be done, after which B would follow"."""
    sentence = view.reading.sentences[number]
    match = words.idioms["after_which"].search(view.text, sentence.start, sentence.end)
    if match is None:
        return None
    planned = words.plan.search(view.text, sentence.start, match.start())
    if planned is None and not in_a_voice(view, words, number, match.start()):
        return None
    low, high = edges_at(view, number, match.start())
    start = planned.end() if planned is not None else low
    comma = view.text.find(", ", start, match.start())
    one = step_at(view, words, comma + 2 if comma >= 0 else start, match.start())
    other = step_at(view, words, match.end(), high)
    if one is None or other is None or not _is_due(view, words, one, other):
        return None
    if view.dates_within(one.start, one.end) and planned is None:
        return None  # "the board will meet on Friday, after which it will decide"
    return Chain(((1, one), (2, other)), number, number, "after which")


def _is_due(view: View, words: Words, *steps: Span) -> bool:
    """Tell whether both steps are still to be taken, and short enough to be steps."""
    return all(
        len(span) <= PRINTED
        and words.idioms["to_come"].search(view.text, span.start, span.end) is not None
        and words.past.search(view.text, span.start, span.end) is None
        for span in steps
    )


STAGED: tuple[tuple[str, Callable[[View, Words, int], Chain | None]], ...] = (
    ("plan_colon", _announced),
    ("title", _provided),
    ("after_which", _after_which),
    ("told_in_turn", _in_turn),
)
"""The readers of a sentence, each with the expression that has to stand in it."""
