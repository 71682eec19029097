"""What was talked about, and what came of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from communique.extract.lexicon import lexicon_for
from communique.extract.view import View
from communique.model import Label, Span, trimmed

_CLAUSE_END = re.compile(r"[.;:!?—…]\s|[.;:!?—…]$|\n\s*\n|\s[–-]\s")
_SEPARATOR = re.compile(r",\s+(?:and|as well as)\s+|,\s+|\s+as well as\s+|;\s+", re.IGNORECASE)
_LAST_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_LONGEST = 16  # words of a label


@dataclass(frozen=True, slots=True)
class Found:
    """Topics or outcomes at an offset of the text."""

    at: int
    labels: tuple[Label, ...]
    outcome: bool
    passive: bool = False


@dataclass(frozen=True, slots=True)
class _Patterns:
    topic: re.Pattern[str]
    passive: re.Pattern[str]
    outcome: re.Pattern[str]
    stop: re.Pattern[str]


def topics_in(view: View, start: int, end: int) -> list[Found]:
    """Return topics and outcomes told of between two offsets of one sentence, in order."""
    patterns = _patterns(view.lexicon.language)
    if patterns is None:
        return []
    found = [
        Found(m.start(), _listed(view, patterns, m.end(), end), False, _is_impersonal(view, m[0]))
        for m in patterns.topic.finditer(view.text, start, end)
    ]
    for match in patterns.passive.finditer(view.text, start, end):
        if label := _whole(view, match.start("topic"), match.end("topic")):
            found.append(Found(match.start(), (label,), False, passive=True))
    for match in patterns.outcome.finditer(view.text, start, end):
        if label := _whole(view, match.start(), _clause_end(view, match.end(), end)):
            found.append(Found(match.start(), (label,), True))
    return sorted((f for f in found if f.labels), key=lambda f: f.at)


def _is_impersonal(view: View, words: str) -> bool:
    """Tell "attention was paid to", which has no participant for a subject."""
    return any(view.lexicon.has(word, "be") for word in words.lower().split())


def after_noun(view: View, start: int, end: int) -> tuple[Label, ...]:
    """Return the topics of "a call about X and Y", where ``start`` is just past the noun."""
    patterns = _patterns(view.lexicon.language)
    words = lexicon_for(view.lexicon.language).table("contacts").get("slots", {})
    about = "|".join(map(re.escape, words.get("noun_about", ())))
    if patterns is None or not about:
        return ()
    match = re.compile(rf"\s+(?:{about})\s+(?![A-Z][a-z]+ \d|\w+day\b)").match(
        view.text, start, end
    )
    return _listed(view, patterns, match.end(), end) if match else ()


def _listed(view: View, patterns: _Patterns, start: int, end: int) -> tuple[Label, ...]:
    """Cut a list of topics into labels: "A, B and C"."""
    stop = _clause_end(view, start, end)
    if halt := patterns.stop.search(view.text, start, stop):
        stop = halt.start()
    labels: list[Label] = []
    begin = start
    for separator in [*_separators(view.text, start, stop), None]:
        finish = separator.start() if separator else stop
        if label := _whole(view, begin, finish):
            labels.append(label)
        begin = separator.end() if separator else stop
    return tuple(labels)


def _separators(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return what separates the labels of a list, a last plain "and" included."""
    found = list(_SEPARATOR.finditer(text, start, end))
    if found and found[-1].group().strip() == ",":
        return found + list(_LAST_AND.finditer(text, found[-1].end(), end))[-1:]
    return found


def _whole(view: View, start: int, end: int) -> Label | None:
    while end > start and (view.text[end - 1] in ",;:" or view.text[end - 1].isspace()):
        end -= 1
    span = trimmed(view.text, start, end)
    if span is None:
        return None
    words = view.text[span.start : span.end].split()
    if not words or not any(c.isalnum() for c in words[0] + words[-1]):
        return None
    if view.lexicon.has(words[0].lower(), "pronoun") or words[0].lower() == "it":
        return None
    if len(words) > 3 * _LONGEST or view.lexicon.has(words[-1].lower(), "pronoun", "possessive"):
        return None
    if any(when.evidence[0].start == span.start for _, when in view.dates_within(start, end)):
        return None
    return Label(label=" ".join(words[:_LONGEST]), evidence=(Span(span.start, span.end),))


def _clause_end(view: View, start: int, end: int) -> int:
    found = _CLAUSE_END.search(view.text, start, end)
    return found.start() if found else end


@lru_cache(maxsize=16)
def _patterns(language: str) -> _Patterns | None:
    slots = lexicon_for(language).table("contacts").get("slots", {})
    if not slots.get("discussed"):
        return None
    topic = "|".join(
        r"\s+".join(map(re.escape, words.split()))
        for words in sorted([*slots["discussed"], *slots["about"]], key=len, reverse=True)
    )
    passive = "|".join(r"\s+".join(map(re.escape, w.split())) for w in slots.get("passive", ()))
    outcome = "|".join(map(re.escape, slots["outcome"]))
    starts = "|".join(map(re.escape, slots["outcome_starts"]))
    stop = "|".join(map(re.escape, slots["stop_topic"]))
    return _Patterns(
        re.compile(rf"\b(?:{topic})\s+(?!by\b|with\b|at\b|in\b)", re.IGNORECASE),
        re.compile(
            rf"(?:^|(?<=[.!?,;:—“”])\s*|(?<=[.!?,;:—“”]\s)|(?<=\n))(?P<topic>[^.,;:!?—“”]{{3,120}}?)\s+(?:was|were|has\s+been|have\s+been)"
            rf"\s+(?:also\s+|then\s+)?(?:{passive})\b"
            if passive
            else r"(?!)",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{outcome})\s+(?:{starts})\b", re.IGNORECASE),
        re.compile(
            rf",\s+(?:{stop})\b|,?\s+and\s+(?:also\s+)?(?!related)\w+ed\b"
            r"|\s+(?:which|who|while|during|ahead of|but|because|since)\b",
            re.IGNORECASE,
        ),
    )
