"""Plans told over several sentences, one step or two in each.

"To begin with, the guns must stop. Next come the prisoners. Only when they are home can you talk
about land. The dam comes last." A chain stays in one paragraph, or in one speaker's words; its
steps are due, or a plan is spoken of before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.extract.proposals.steps import Chain, edges_at, is_bare, is_programme, step_at
from communique.extract.proposals.words import Words
from communique.extract.view import View
from communique.model import Span

_OPENERS = ("opens_with", "opens_first", "comes_before_all", "starts_on")
_FOLLOWERS = (
    "follows_only", "follows_once", "comes_last", "follows_would_then", "follows_then",
)  # fmt: skip
_DATED = ("at_a_time",)
_APART = 2  # sentences from one step to the next
_BACK = 2  # sentences before a chain in which a plan is spoken of
_GROUPS = ("one", "two")

_Steps = list[Span]


def sentence_chains(view: View, words: Words) -> Iterator[Chain]:
    """Yield the chains whose steps stand in sentences of their own."""
    sentences = view.reading.sentences
    number = 0
    while number < len(sentences):
        opened = _read(view, words, number, _OPENERS)
        followers: tuple[str, ...] = _FOLLOWERS
        if not opened and _is_announced(view, words, number, "timetable"):
            opened, followers = _read(view, words, number, _DATED), (*_FOLLOWERS, *_DATED)
        if not opened:
            number += 1
            continue
        steps, last = _followed(view, words, number, opened, followers)
        if last > number and _is_due(view, words, number, steps):
            ordered = tuple(enumerate(steps, start=1))
            yield Chain(ordered, number, last, "in sentences")
        number = max(last, number) + 1


def _followed(
    view: View, words: Words, number: int, steps: _Steps, followers: tuple[str, ...]
) -> tuple[_Steps, int]:
    """Return the steps with those of the sentences behind, and the last of these."""
    steps, last = list(steps), number
    ahead = number + 1
    while ahead < len(view.reading.sentences) and ahead - last <= _APART:
        if not _goes_on(view, last, ahead):
            break
        if found := _read(view, words, ahead, followers):
            steps += found
            last = ahead
        ahead += 1
    return steps, last


def _read(view: View, words: Words, number: int, names: tuple[str, ...]) -> _Steps:
    """Return the steps that a sentence tells in one of the ways ``names``."""
    sentence = view.reading.sentences[number]
    start = _opening(view, words, number)
    end = sentence.end
    low, high = edges_at(view, number, start)
    end = min(end, high)
    if start < low or view.text[sentence.end - 1] == "?":
        return []
    for name in names:
        match = words.idioms[name].match(view.text, start, end)
        if match is None:
            continue
        parts = [_part(view, words, match, group) for group in _GROUPS if match[group]]
        steps = [part for part in parts if part is not None]
        if len(steps) == len(parts) and not is_programme(view, words, steps):
            return steps
    return []


def _part(view: View, words: Words, match: re.Match[str], group: str) -> Span | None:
    return step_at(view, words, match.start(group), match.end(group))


def _opening(view: View, words: Words, number: int) -> int:
    """Return where a sentence begins behind a label, quotation marks and "so"."""
    sentence = view.reading.sentences[number]
    match = words.idioms["sentence_opening"].match(view.text, sentence.start, sentence.end)
    return match.end() if match is not None else sentence.start


def _goes_on(view: View, last: int, ahead: int) -> bool:
    """Tell whether a sentence can go on with a chain: of the paragraph and the same voice."""
    one, other = view.reading.sentences[last], view.reading.sentences[ahead]
    if "\n\n" in view.text[one.end : other.start]:
        return False
    before, behind = view.speaker_at(one.end - 2), view.speaker_at(other.start + 1)
    return before == behind or before is None or behind is None


def _is_announced(view: View, words: Words, number: int, idiom: str) -> bool:
    """Tell whether a sentence right before speaks of what has steps or times."""
    for before in range(number - 1, max(-1, number - _BACK - 1), -1):
        sentence = view.reading.sentences[before]
        if "\n\n" in view.text[sentence.end : view.reading.sentences[number].start]:
            return False
        if words.says(idiom, view.text, sentence.start, sentence.end):
            return True
    return False


def _is_due(view: View, words: Words, number: int, steps: _Steps) -> bool:
    """Tell whether the steps are still to be taken, and not a tale or points of an answer."""
    texts = [words.idioms["not_past"].sub("", span.of(view.text)) for span in steps]
    if any(words.past.search(text) or words.says("is_past", text) for text in texts):
        return False
    if any(words.says("small_talk", " ".join(text.split())) for text in texts):
        return False
    due = [
        words.says("turn_due", text) or is_bare(view, words, span)
        for text, span in zip(texts, steps, strict=True)
    ]
    begin, end = view.reading.sentences[number].start, steps[-1].end
    planned = any(_is_announced(view, words, number, name) for name in ("timetable", "staged"))
    firm = words.says("turn_due", view.text, begin, end)
    return sum(due) >= 1 if planned else firm and 2 * sum(due) >= len(steps) - 1
