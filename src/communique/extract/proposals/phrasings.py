"""Orders of steps in set phrases: "A comes first and B second", "made A a precondition for B".

Each phrase is one expression of ``proposals.toml`` with the groups ``one`` and ``two`` (and
``three``), the steps in their order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from communique.extract.clauses import subject_of, verb_start
from communique.extract.proposals.steps import (
    PRINTED,
    Chain,
    edges_at,
    in_a_voice,
    is_programme,
    step_at,
)
from communique.extract.proposals.weight import is_favour, is_grave, is_weighty
from communique.extract.proposals.words import Words
from communique.extract.view import View
from communique.model import Span

_SPOKEN = (
    "comes_first", "begins_with", "when_then", "need_before", "lifted_when", "in_that_order",
    "there_none", "first_after_a", "settle_and", "not_before",
)  # fmt: skip
_TOLD = (
    "wanted_before",
    "that_first",
    "first_step",
    "first_step_with",
    "precondition",
    "limited",
    "offered_if",
    "rejected_until",
    "start_then",
    "that_later",
    "in_gerunds",
    "in_exchange",
    "conditional_on",
    "will_not_before",
)
_PLANNED = ("in_phases", "starts_with", "begin_by", "would_then", "under_which")
_GIVEN = (
    "if_then", "provided_that", "then_if", "unless", "opening_only", "would_exchange", "after_had",
)  # fmt: skip
_URGED = ("first_afterwards", "to_be_followed", "first_and_then")
_FAVOURS = (*_GIVEN, "offered_if")
_VOICED = (*_SPOKEN, *_PLANNED, *_GIVEN, "no_without", "leave_then")
_PLAIN = frozenset({"first_after_a", "there_none"})
_CLAUSE = 3  # words of a step that has a day
_WEIGHTY = frozenset({"wanted_before"})
_OF_AFFAIRS = frozenset(
    {
        *_FAVOURS,
        *_URGED,
        "no_without",
        "leave_then",
        "rejected_until",
        "start_then",
        "that_later",
        "in_gerunds",
        "in_exchange",
        "under_which",
    }
)


def _phrased(name: str) -> Callable[[View, Words, int], Chain | None]:
    def read(view: View, words: Words, number: int) -> Chain | None:
        return _read(view, words, number, name)

    return read


def _read(view: View, words: Words, number: int, name: str) -> Chain | None:
    sentence = view.reading.sentences[number]
    if view.text[sentence.end - 1 : sentence.end] == "?":
        return None
    match = words.idioms[name].search(view.text, sentence.start, sentence.end)
    if match is None:
        return None
    voiced = in_a_voice(view, words, number, match.end("one") - 1)
    if name in _PLANNED or name in _URGED:
        voiced = voiced or words.plan.search(view.text, sentence.start, sentence.end) is not None
    voiced = voiced or words.says("under_plan", view.text, sentence.start, match.start("one"))
    if not voiced and (name in _VOICED or _doer(view, number, match) is None):
        return None
    if name not in _PLAIN and words.idioms["own_talk"].search(
        view.text, sentence.start, match.start("one")
    ):
        return None  # "let me start with the latter and go on to the former"
    spans = _steps(view, words, number, match)
    if spans is None or is_programme(view, words, spans):
        return None
    if any(
        view.dates_within(s.start, s.end) and len(s.of(view.text).split()) < _CLAUSE for s in spans
    ):
        return None  # "could be signed as soon as tomorrow"
    if name in _OF_AFFAIRS and not (
        is_grave(view, words, *spans) and all(is_weighty(view, words, span) for span in spans)
    ):
        return None
    asked, given = spans[:2] if name != "would_exchange" else (spans[1], spans[0])
    if name in _GIVEN and _is_of_one(asked.of(view.text), given.of(view.text)):
        return None
    if name in _FAVOURS and not is_favour(view, words, asked, given, withheld=name == "unless"):
        return None
    if name in _WEIGHTY and not _is_weighty(view, words, match, spans):
        return None
    if name in _PLANNED and words.past.search(view.text, spans[0].start, spans[0].end):
        return None
    return Chain(tuple(enumerate(spans, start=1)), number, number, name.replace("_", " "))


def _is_of_one(asked: str, given: str) -> bool:
    """Tell whether one and the same does both: "if *it* talked, *it* could end the war"."""
    return asked.split()[0].lower() == given.split()[0].lower() != "the"


def _is_weighty(view: View, words: Words, match: re.Match[str], spans: tuple[Span, ...]) -> bool:
    """Tell whether two things are wanted in an order: "a ceasefire before talks"."""
    if view.dates_within(match.start("two"), match.end("two")):
        return False
    two = spans[1].of(view.text).lower()
    if two.startswith(words.loose) or words.idioms["day"].search(two):
        return False
    return is_grave(view, words, *spans) and all(is_weighty(view, words, s) for s in spans)


def _steps(view: View, words: Words, number: int, match: re.Match[str]) -> tuple[Span, ...] | None:
    """Return the steps of a phrase, in order, or ``None`` where one is no step."""
    high = edges_at(view, number, match.start("one"))[1]
    spans: list[Span] = []
    for group in ("one", "two", "three"):
        if group not in match.re.groupindex or match[group] is None:
            continue
        low, end = match.span(group)
        low = _with_subject(view, number, low) if group == "one" else low
        begun = list(words.idioms["clause_opening"].finditer(view.text, low, end))
        start = begun[-1].end() if begun else low
        cut = group == "two" and high > start  # not "calls for [a truce], to be followed by"
        span = step_at(view, words, start, min(end, high) if cut else end)
        if (
            span is None
            or len(span) > PRINTED
            or words.idioms["pointer"].fullmatch(span.of(view.text))
        ):
            return None
        spans.append(span)
    return tuple(spans) if len(spans) > 1 else None


def _with_subject(view: View, number: int, start: int) -> int:
    """Return where the subject begins of a step that opens with "would" or "agreed to"."""
    items = view.items(number)
    at = bisect_left(items, start, key=lambda item: item.start)
    opens = at < len(items) and items[at].start == start
    if not opens or not view.lexicon.has(items[at].word, "modal", "future"):
        return start
    subject = subject_of(view, items, at)
    if subject is None:
        return start
    commas = (n + 1 for n in range(subject.first, subject.last) if items[n].word == ",")
    return items[max(commas, default=subject.first)].start  # "by Lutha, | Norland would"


def _doer(view: View, number: int, match: re.Match[str]) -> str | None:
    """Return who is the subject of the phrase's verb, in the report's own voice."""
    verb = match.start("verb") if "verb" in match.re.groupindex else match.start("one")
    items = view.items(number)
    at = next((n for n, item in enumerate(items) if item.start >= verb), None)
    if at is None:
        return None
    subject = subject_of(view, items, verb_start(view, items, at))
    return subject.actor if subject is not None else None


PHRASINGS: tuple[tuple[str, Callable[[View, Words, int], Chain | None]], ...] = tuple(
    (name, _phrased(name)) for name in (*_SPOKEN, *_PLANNED, *_TOLD, "no_without", "leave_then")
)
"""The readers of a sentence, each with the expression that has to stand in it."""

GIVEN: tuple[tuple[str, Callable[[View, Words, int], Chain | None]], ...] = tuple(
    (name, _phrased(name)) for name in (*_URGED, *_GIVEN)
)
"""Readers whose phrases tell more than those of orders, and are tried before them."""

DONE_BY_SUBJECT = frozenset(name.replace("_", " ") for name in (*_TOLD, *_URGED))
"""Reasons of chains that are put forward by the subject of their verb."""
