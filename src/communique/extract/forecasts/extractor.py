"""The forecasts of a reading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from msgspec.structs import replace as replaced

from communique.extract.clauses import STRONG, is_tangled, span_of, words_of
from communique.extract.forecasts.broken import is_broken_off
from communique.extract.forecasts.cues import Cues, cues_for
from communique.extract.forecasts.foresight import foresight_at
from communique.extract.forecasts.foresights import Foresight
from communique.extract.forecasts.horizons import horizon_of, opening_horizon
from communique.extract.modality import Items
from communique.extract.view import View
from communique.model import Claims, Forecast, Outcome, Span, When, merged, trimmed

_OUTCOMES: dict[str, Outcome] = {
    "correct": "stated-correct",
    "wrong": "stated-wrong",
    "happened": "happened",
    "failed": "failed",
    "right": "stated-correct",
    "mistaken": "stated-wrong",
}
_VERDICTS = ("right", "mistaken")
_DENIED = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)
_EVENT_ENDS = re.compile(r"\s*(?:[.,;:!?)\]”\"»’']|$|(?:in|on|last|yesterday|either|later|soon)\b)")
_ECHOING = frozenset({"it", "they", "he", "she", "that"})
_WITHIN_CLAUSE = 20  # characters around "as X had foreseen"
_BULLETS = frozenset("-–—•*·")
_WITHIN = 3  # sentences in which an outcome refers back to a forecast


class ForecastExtractor:
    """Finds the forecasts of a reading."""

    gives: ClassVar[str] = "forecasts"
    needs: ClassVar[frozenset[str]] = frozenset()

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with ``forecasts`` filled, in the order of the text."""
        cues = cues_for(view.lexicon)
        found: list[tuple[int, Forecast]] = []
        for number in range(len(view.reading.sentences)):
            if not view.has_any(number, cues.hint):
                if found and found[-1][0] == number - 1:
                    _settle_by_echo(view, cues, number, found)
                continue
            _settle(view, cues, number, found)
            if fulfilled := _fulfilled(view, cues, number):
                found.append((number, fulfilled))
            else:
                told = [(number, f) for f in _forecasts(view, cues, number)]
                found.extend(told)
                if told:
                    _settle(view, cues, number, found)
        numbered = tuple(replaced(f, id=f"o{n}") for n, (_, f) in enumerate(found, start=1))
        return replaced(claims, forecasts=numbered)


def _forecasts(view: View, cues: Cues, number: int) -> Iterator[Forecast]:
    items = view.items(number)
    end = 0
    for index in range(len(items)):
        cue = cues.at(items, index)
        if cue is None or index < end or is_tangled(view, items, index):
            continue
        foresight = foresight_at(view, cues, items, index, cue)
        if foresight is None:
            continue
        forecast = _forecast(view, items, foresight)
        if forecast is not None:
            end = foresight.end
            yield forecast


def _forecast(view: View, items: Items, found: Foresight) -> Forecast | None:
    found = _without_bullet(items, found)
    parts = [(found.first, found.end)]
    if found.gap is not None:
        parts = [(found.first, found.gap[0]), (found.gap[1], found.end)]
    spans = tuple(span_of(view, items, *part) for part in parts)
    evidence = merged(span for span in spans if span is not None)
    what = " ".join(words_of(view, items, *part, most=30) for part in parts)
    if not evidence or not what or is_broken_off(view, items, found):
        return None
    clause = evidence[-1]
    return Forecast(
        id="o",
        why=found.why,
        by=found.by,
        what=what,
        made=_made(view, clause),
        horizon=horizon_of(view, clause) or opening_horizon(view, evidence[0]),
        evidence=evidence,
    )


def _made(view: View, clause: Span) -> When | None:
    """Return when the forecast was made: the day its statement was, or the report came out."""
    statement = view.statement_at(clause.start)
    sentence = view.sentence_at(clause.start)
    if statement is not None and sentence is not None and statement.cue:
        span = view.reading.sentences[sentence]
        for _, when in view.dates_within(span.start, span.end):
            outside = not any(c.overlaps(when.evidence[0]) for c in statement.content)
            if outside and not clause.overlaps(when.evidence[0]) and when.type == "date":
                return when
    published = view.reading.report.published
    if not published:
        return None
    return When(
        raw=published, value=published[:10], basis="from-publication", anchor=published[:10]
    )


def _without_bullet(items: Items, found: Foresight) -> Foresight:
    """Leave out the "Q" and the dash of a list before the first word."""
    first = found.first
    while first + 1 < found.end and (items[first].word == "q" or items[first].word in _BULLETS):
        first += 1
    return replace(found, first=first)


def _fulfilled(view: View, cues: Cues, number: int) -> Forecast | None:
    """Read "as X had foreseen, …", where the rest of the sentence is what came true."""
    sentence = view.reading.sentences[number]
    match = cues.as_before.search(view.text, sentence.start, sentence.end)
    if match is None or _is_compared(view, match):
        return None
    if _DENIED.search(view.text, sentence.start, match.start()):
        return None
    at = bisect_left(view.refs, match.start("who"), key=lambda ref: ref.start)
    ref = view.refs[at] if at < len(view.refs) else None
    by = ref.actor if ref is not None and ref.end <= match.end("who") else None
    if by is None and match["who"].lower() in ("i", "we"):
        by = view.speaker_at(match.start())
    before = trimmed(view.text, sentence.start, match.start())
    after = trimmed(view.text, match.end(), sentence.end)
    content = max((s for s in (before, after) if s), key=len, default=None)
    if by is None or content is None or len(content) < 10:
        return None
    words = " ".join(view.text[content.start : content.end].strip(" ,.;").split()[:30])
    evidence = trimmed(view.text, sentence.start, sentence.end)
    if evidence is None or not words:
        return None
    return Forecast(
        id="o", why="as-foreseen", by=by, what=words, outcome="stated-correct",
        horizon=horizon_of(view, content), evidence=(evidence,),
    )  # fmt: skip


def _is_compared(view: View, match: re.Match[str]) -> bool:
    """Tell whether it only measures something: "as mean as I had expected, but worse"."""
    before = view.text[max(0, match.start() - _WITHIN_CLAUSE) : match.start()]
    after = view.text[match.end() : match.end() + _WITHIN_CLAUSE].lower().split()
    return " as " in f" {before.lower()} " or after[:1] == ["but"]


def _settle(view: View, cues: Cues, number: int, found: list[tuple[int, Forecast]]) -> None:
    """Put what a sentence says of a forecast's outcome to the last open forecast before it."""
    sentence = view.reading.sentences[number]
    if not found:
        return
    told = view.has_any(number, cues.settling)
    match = cues.outcome.search(view.text, sentence.start, sentence.end) if told else None
    if match is None or match.lastgroup is None:
        _settle_by_echo(view, cues, number, found)
        return
    last, forecast = found[-1]
    if (
        view.text[max(0, match.start() - 5) : match.start()]
        .lower()
        .endswith(("how ", "what ", "when "))
    ):
        return  # "more detail in terms of how it happened"
    if not _EVENT_ENDS.match(view.text, match.end()) and match.lastgroup in ("failed", "happened"):
        return  # "that hasn't happened since 1976", "this did not happen by accident"
    edge = forecast.evidence[-1]
    named = match.lastgroup not in _VERDICTS  # "never admits he was wrong" tells nothing of it
    behind = number > last or match.start() >= (edge.start if named else edge.end)
    if behind and number - last <= _WITHIN and forecast.outcome == "open":
        evidence = merged((*forecast.evidence, Span(match.start(), match.end())))
        settled = replaced(forecast, outcome=_OUTCOMES[match.lastgroup], evidence=evidence)
        found[-1] = (last, settled)


def _settle_by_echo(view: View, cues: Cues, number: int, found: list[tuple[int, Forecast]]) -> None:
    """Read "the line would not hold … and it did not hold": the verb of the forecast again."""
    last, forecast = found[-1]
    items = view.items(number)
    if not 0 < number - last <= _WITHIN or forecast.outcome != "open":
        return
    words = forecast.what.lower().split()
    if len(items) > 2 and _echoes(view, items):
        denied = any(view.lexicon.has(item.word, "not") for item in items[1:3])
        outcome: Outcome = "failed" if denied else "happened"
        evidence = merged((*forecast.evidence, Span(items[0].start, items[1].end)))
        found[-1] = (last, replaced(forecast, outcome=outcome, evidence=evidence))
        return
    if (came := _comes_true(view, cues, items, words)) is not None:
        evidence = merged((*forecast.evidence, Span(items[came - 1].start, items[came].end)))
        denied = any(word in cues.lists["denials"] for word in words)
        outcome = "failed" if denied else "happened"
        found[-1] = (last, replaced(forecast, outcome=outcome, evidence=evidence))
        return
    for at in range(1, len(items) - 1):
        if items[at].word not in ("did", "didn't") or items[at - 1].word not in _ECHOING:
            continue
        denied = items[at].word == "didn't" or items[at + 1].word in ("not", "n't")
        verb = items[min(at + 1 + (items[at + 1].word in ("not", "n't")), len(items) - 1)]
        if verb.word not in words:
            continue
        same = denied == any(word in ("not", "never", "won't") for word in words)
        evidence = merged((*forecast.evidence, Span(items[at - 1].start, verb.end)))
        outcome = "happened" if same else "failed"
        found[-1] = (last, replaced(forecast, outcome=outcome, evidence=evidence))
        return


def _comes_true(view: View, cues: Cues, items: Items, words: list[str]) -> int | None:
    """Return where the verb of a forecast stands in the past: "would break … It broke in April"."""
    first = 1 + (items[0].word in ("and", "but"))
    for at in range(first, min(len(items) - 1, first + 2)):
        base = cues.past.get(items[at].word)
        if base not in words:
            continue
        if items[at - 1].word in _ECHOING or items[at - 1].word in words:
            return at
    return None


def _echoes(view: View, items: Items) -> bool:
    """Tell whether a sentence only says that it came so: "They have.", "It did not: …"."""
    if items[0].word not in _ECHOING or not view.lexicon.has(items[1].word, "have", "do"):
        return False
    after = items[3] if view.lexicon.has(items[2].word, "not") and len(items) > 3 else items[2]
    return after.word in STRONG
