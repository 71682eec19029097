"""What later reports say of what was foreseen.

A later sentence bears on a forecast if it covers nearly all of its words and is itself no
forecast, hope, question or condition. If both or neither are negated it says that it
happened, else that it failed. The word lists stand in ``data/outcomes.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

from communique.model import Outcome
from communique.reconcile.spelling import plain
from communique.reconcile.wording import (
    COMMON,
    irregular_stems,
    is_negated,
    numbers,
    shared,
    stem,
    wording,
)

#: The share of a forecast's words, by weight, that a sentence must have, and their weight.
SHARE, MATTER = 0.75, 2.5
#: The share of the sentence's own words that must be the forecast's, or it speaks of more.
OF_SENTENCE = 0.4
#: A sentence with so many times the words of the forecast speaks of other things, too.
LONG = 3
#: Stems that a report is looked up by.
KEYS = 3

_WORD = re.compile(r"\w+")


class Lists(msgspec.Struct, frozen=True):
    """The word lists of ``data/outcomes.toml``."""

    foreseeing: tuple[str, ...]
    confirming: tuple[str, ...]
    refuting: tuple[str, ...]
    months: tuple[str, ...]


@cache
def _lists() -> Lists:
    raw = files("communique.reconcile").joinpath("data/outcomes.toml").read_text("utf-8")
    return msgspec.toml.decode(raw, type=Lists)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)
        for words in (_lists().foreseeing, _lists().confirming, _lists().refuting)
    )


def keys(what: str, states: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the stems by which reports on a forecast are found; none where it says too little.

    All of them must occur in a report for it to be looked at. ``states`` are the stems of
    names of states, which say nothing of the matter. Months, by which it was to come, and verbs
    that a later report has in another form ("would fall", "fell") find nothing, and are left out.
    """
    words = wording(what, states)
    barred = irregular_stems() | {stem(month) for month in _lists().months}
    telling = [
        word
        for word, weight in words.items()
        if weight > COMMON and len(word) > 2 and word not in barred
    ]
    if sum(words.values()) < MATTER or len(telling) < 2:
        return ()
    return tuple(sorted(telling, key=lambda word: (-words[word], -len(word), word))[:KEYS])


def bearing(
    what: str, sentence: str, states: frozenset[str] = frozenset()
) -> tuple[Outcome, float, str] | None:
    """Return what a later sentence makes of a forecast: outcome, score and why; or ``None``.

    The states that both name must be the same; ``states`` are the stems of names of states.
    """
    # What is told quickest comes first, for hardly any sentence bears on a forecast.
    if "?" in sentence or len(_WORD.findall(sentence)) > LONG * max(4, len(_WORD.findall(what))):
        return None
    mine, theirs = wording(what, states), wording(sentence, states)
    common = shared(mine, theirs)
    whole = sum(mine.values())
    share = sum(common.values()) / whole if whole else 0.0
    if share < SHARE or sum(common.values()) < MATTER:
        return None
    if sum(common.values()) < OF_SENTENCE * sum(theirs.values()):
        return None
    if numbers(what) and not numbers(what) & numbers(sentence):
        return None
    if not _states(what, states) <= _states(sentence, states):
        return None
    if plain(what) in plain(sentence):
        # The same words again are the forecast told again.
        return None
    foreseeing, confirming, refuting = _patterns()
    if foreseeing.search(confirming.sub("", refuting.sub("", sentence))):
        return None
    told: Outcome | None = None
    if refuting.search(sentence):
        told = "stated-wrong"
    elif confirming.search(sentence):
        told = "stated-correct"
    words = ", ".join(sorted(common, key=lambda w: (-common[w], w))[:4])
    if told:
        return told, 1.0, f"a later report says so; words in common ({words})"
    same = is_negated(what) == is_negated(sentence)
    why = f"words in common ({words}); {'said' if same else 'denied'} as a fact"
    return "happened" if same else "failed", round(min(0.95, 0.3 + 0.6 * share), 2), why


def _states(text: str, states: frozenset[str]) -> frozenset[str]:
    return frozenset(stem(match[0]) for match in _WORD.finditer(text)) & states
