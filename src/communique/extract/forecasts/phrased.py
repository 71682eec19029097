"""Set phrases of foresight in stories and interviews: "doubts the vote will", "fears are growing".

Each is one expression of ``forecasts.toml`` (``set_phrases``) with the group ``what`` and, where
the phrase itself names who foresees it, ``who``. They are tried on words of which the grammar of
clauses has made nothing, and never in speeches and releases.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from communique.extract.forecasts.cues import Cues
from communique.extract.forecasts.horizons import horizon_of, opening_horizon
from communique.extract.forecasts.minds import own_voice
from communique.extract.genres import tells_news
from communique.extract.lexicon import lexicon_for
from communique.extract.view import View
from communique.extract.voices import voice_of
from communique.model import Span, When, trimmed

_LEAST = 4  # words of what is foreseen
_MARKS = ' ,;:–—-“”"'
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you", "my", "his", "her"})
_FREE = frozenset(
    {
        "never_will",
        "may_soon",
        "faced_by",
        "can_be_expected",
        "sure_to",
        "in_any_case",
        "ends_badly",
        "looks_so",
    }
)
"""Phrases that open with whatever subject there is."""
_STATING = ("never_will", "ends_badly")


class Phrased:
    """What a set phrase foresees: its words, who foresees it, by when."""

    __slots__ = ("by", "horizon", "name", "span")

    def __init__(self, name: str, by: str | None, span: Span, horizon: When | None) -> None:
        self.name, self.by, self.span, self.horizon = name, by, span, horizon


def phrased_in(view: View, cues: Cues, number: int) -> Iterator[Phrased]:
    """Yield what set phrases of a sentence foresee, one at most of the same words."""
    sentence = view.reading.sentences[number]
    if not tells_news(view) or view.text[sentence.end - 1 : sentence.end] == "?":
        return
    if view.turns.is_in_question(sentence.start):
        return
    end = -1
    for name, pattern, needs in _patterns(view.lexicon.language):
        if not all(view.has_any(number, words) for words in needs):
            continue
        for match in pattern.finditer(view.text, sentence.start, sentence.end):
            found = _read(view, cues, number, name, match)
            if found is not None and found.span.start >= end:
                end = found.span.end
                yield found


def _read(view: View, cues: Cues, number: int, name: str, match: re.Match[str]) -> Phrased | None:
    start = match.start("what")
    stop = _stop(view, start, match.end("what"))
    span = _stripped(view, start, stop)
    if span is None or len(span.of(view.text).split()) < _LEAST:
        return None
    told = span.of(view.text).lower().replace("’", "'")
    opening = told.split()[0].split("'")[0]
    if name not in _STATING and opening in cues.lists["bare_pronouns"] | {"i", "we", "you"}:
        return None
    if _is_none(view, told) or _is_cut(view, cues, name, span):
        return None
    known, by = _whose(view, number, match, start)
    if not known:
        return None
    return Phrased(name, by, span, horizon_of(view, span) or opening_horizon(view, span))


def _is_cut(view: View, cues: Cues, name: str, span: Span) -> bool:
    """Tell whether the words begin within a clause, or end within "U.S."."""
    if (
        view.text[span.end : span.end + 1] == "."
        and view.text[span.end + 1 : span.end + 2].isalnum()
    ):
        return True
    if name not in _FREE:
        return False
    opening = view.words(span.start, span.end).split()[0].lower()
    before = view.text[max(0, span.start - 6) : span.start].rstrip()
    opens = not before or not before[-1].isalnum() or before.split()[-1].lower() == "that"
    return opening in cues.lists["part_openings"] or not opens


def _is_none(view: View, told: str) -> bool:
    """Tell whether it never was, or is a question of rules or of one's own plan."""
    barred = _table(view.lexicon.language).get("none")
    return barred is not None and re.search(barred, told) is not None


def _stop(view: View, start: int, end: int) -> int:
    """Return where the words end before ", X said" and at the end of their statement."""
    statement = view.statement_at(start)
    for span in statement.content if statement is not None else ():
        if span.start <= start < span.end:
            end = min(end, span.end)
    tail = _table(view.lexicon.language).get("tail")
    found = re.compile(tail, re.IGNORECASE).search(view.text, start, end) if tail else None
    return found.start() if found is not None else end


def _stripped(view: View, start: int, end: int) -> Span | None:
    while start < end and view.text[start] in _MARKS:
        start += 1
    while end > start and view.text[end - 1] in _MARKS + ".":
        end -= 1
    return trimmed(view.text, start, end)


def _whose(view: View, number: int, match: re.Match[str], start: int) -> tuple[bool, str | None]:
    """Return whether it is known who foresees it, and who: named by the phrase, or who speaks."""
    items = view.items(number)
    who = match.groupdict().get("who")
    if who is not None:
        low, high = match.span("who")
        at = bisect_left(view.refs, low, key=lambda ref: ref.start)
        named = [ref for ref in view.refs[at : at + 4] if ref.end <= high]
        if named:
            return True, named[-1].actor
        if who.lower().strip() not in _PRONOUNS:
            return True, None
    at = bisect_left(items, start, key=lambda item: item.start)
    voice = voice_of(view, items, min(at, len(items) - 1)) if items else None
    if voice is not None and voice.actor is not None:
        return True, voice.actor
    return own_voice(view, start)


@lru_cache(maxsize=16)
def _table(language: str) -> dict[str, str]:
    found: dict[str, str] = lexicon_for(language).table("forecasts").get("set_phrases", {})
    return found


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str], list[frozenset[str]]], ...]:
    """Return the phrases with their names, and the words of which one stands in each."""
    table = lexicon_for(language).table("forecasts")
    needed = [table.get(name, {}) for name in ("set_phrase_needs", "set_phrase_also")]
    return tuple(
        (
            name,
            re.compile(source, re.IGNORECASE),
            [frozenset(words[name]) for words in needed if name in words],
        )
        for name, source in _table(language).items()
        if name not in ("none", "tail")
    )
