"""Two steps of which one is given for the other, waits for it, or stands in for stages.

"A in exchange for B", "once A, B", "skip the first stages and go straight to B".
"""

from __future__ import annotations

from collections.abc import Callable

from communique.extract.proposals.steps import (
    PRINTED,
    Chain,
    chain_of,
    edges_at,
    in_a_voice,
    is_clause,
    is_programme,
    step_at,
)
from communique.extract.proposals.words import Words
from communique.extract.view import View

_DUE = 40  # letters of a step in which it is told to be due


def _exchanged(view: View, words: Words, number: int) -> Chain | None:
    """Read "proposed A in exchange for B"."""
    sentence = view.reading.sentences[number]
    match = words.idioms["exchange"].search(view.text, sentence.start, sentence.end)
    if match is None:
        return None
    proposed = words.tender.search(view.text, sentence.start, match.start())
    if proposed is None or view.text[sentence.end - 1] == "?":
        return None
    before = view.text[sentence.start : proposed.start()]
    if words.idioms["exchange_denied"].search(before) or words.idioms["by"].search(before.rstrip()):
        return None  # "eases the burden by offering credits in return for shares"
    one = step_at(view, words, proposed.end(), match.start())
    other = step_at(view, words, match.end(), edges_at(view, number, match.start())[1])
    if one is None or other is None or len(one) > PRINTED or len(other) > PRINTED:
        return None
    that = words.idioms["that_leads"].match(one.of(view.text))
    one = step_at(view, words, one.start + that.end(), one.end) if that else one
    return chain_of(number, one, other, "in exchange") if one is not None else None


def _once(view: View, words: Words, number: int) -> Chain | None:
    """Read "once A, B must follow" at the opening of somebody's words."""
    low, high = edges_at(view, number)
    match = words.idioms["once"].match(view.text, low, high)
    if match is None or not in_a_voice(view, words, number, match.end()):
        return None
    if view.text[high - 1 : high] == "?" or words.idioms["nobody"].match(match["one"]):
        return None
    if (
        words.idioms["after"].match(match["word"])
        and words.idioms["has"].search(match["one"]) is None
    ):
        return None  # "after years of drought"
    one = step_at(view, words, match.start("one"), match.end("one"))
    other = step_at(view, words, match.end(), high)
    if one is None or other is None or not is_clause(view, one) or len(other) > PRINTED:
        return None
    if is_programme(view, words, (one, other)) or words.idioms["spoken"].search(
        view.text, one.start, other.end
    ):
        return None
    if words.must.search(
        view.text, other.start, min(other.end, other.start + _DUE)
    ) is None and not (
        words.due.search(view.text, other.start, other.end)
        and words.affairs.search(view.text, one.start, one.end)
        and words.affairs.search(view.text, other.start, other.end)
    ):
        return None
    return chain_of(number, one, other, "once")


def _skipped(view: View, words: Words, number: int) -> Chain | None:
    """Read "skip the first stages and go straight to B"."""
    low, high = edges_at(view, number)
    match = words.skip.search(view.text, low, high)
    if match is None or not in_a_voice(view, words, number, match.start()):
        return None
    joint = words.idioms["and_to"].search(view.text, match.end(), high)
    if joint is None or words.parts.search(view.text, match.end(), joint.start()) is None:
        return None
    straight = words.straight.search(view.text, joint.end(), high)
    if straight is None or view.text[joint.end() : straight.start()].count(" ") > 2:
        return None
    one = step_at(view, words, match.start(), joint.start())
    other = step_at(view, words, joint.end(), high)
    return chain_of(number, one, other, "skipping") if one and other else None


EXCHANGES: tuple[tuple[str, Callable[[View, Words, int], Chain | None]], ...] = (
    ("exchange", _exchanged),
    ("once", _once),
    ("skip", _skipped),
)
"""The readers of a sentence, each with the expression that has to stand in it."""
