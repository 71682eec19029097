"""The forecasts of a reading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from msgspec.structs import replace as replaced

from communique.extract.antecedents import in_brackets
from communique.extract.clauses import is_tangled, span_of, words_of
from communique.extract.forecasts.broken import is_broken_off
from communique.extract.forecasts.clouded import is_cloudy
from communique.extract.forecasts.cues import Cues, cues_for
from communique.extract.forecasts.foresight import foresight_at
from communique.extract.forecasts.foresights import Foresight
from communique.extract.forecasts.holders import cut_holder, is_open_holder, with_holder
from communique.extract.forecasts.horizons import horizon_of, opening_horizon
from communique.extract.forecasts.meant import told_out
from communique.extract.forecasts.outcomes import fulfilled, settle, settle_by_echo
from communique.extract.forecasts.phrased import Phrased, phrased_in
from communique.extract.forecasts.plainly import plainly
from communique.extract.forecasts.pointing import ends_empty, is_unreal, pointed_at
from communique.extract.forecasts.sources import is_nobodys, with_source
from communique.extract.forecasts.standing import standing
from communique.extract.forecasts.wholes import whole
from communique.extract.genres import tells_news
from communique.extract.modality import Items
from communique.extract.view import View
from communique.model import Claims, Forecast, Span, When, merged

_BULLETS = frozenset("-–—•*·_")
_ASIDE = 50  # characters from "predicted" to "that"
_MOST = 80  # words of a foresight: a longer one is no clause


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
                    settle_by_echo(view, cues, number, found)
                continue
            settle(view, cues, number, found)
            if told_of := fulfilled(view, cues, number):
                found.append((number, told_of))
            else:
                told = [(number, f) for f in _forecasts(view, cues, number)]
                told += [(number, f) for f in _phrased(view, cues, number, told)]
                told += [(number, f) for f in _plain(view, cues, number, told)]
                found.extend(told)
                if told:
                    settle(view, cues, number, found)
        found = [pair for pair in found if not _was_foreseen(pair[1])]
        told_once = {(f.by, f.what): pair for pair in reversed(found) for f in (pair[1],)}
        found = [pair for pair in found if told_once[pair[1].by, pair[1].what] is pair]
        numbered = tuple(replaced(f, id=f"o{n}") for n, (_, f) in enumerate(found, start=1))
        return replaced(claims, forecasts=numbered)


def _phrased(
    view: View, cues: Cues, number: int, told: list[tuple[int, Forecast]]
) -> Iterator[Forecast]:
    """Yield what set phrases foresee in words of which nothing else is made."""
    taken = [span for _, forecast in told for span in forecast.evidence]
    for found in phrased_in(view, cues, number):
        if any(span.overlaps(found.span) for span in taken):
            continue
        alone = _phrase_alone(view, cues, number, found)
        end = Span(found.span.end - 1, found.span.end)
        if alone is None or (found.by is None and is_nobodys(view, end)):
            continue
        named = [one.named for one in alone.antecedents]
        what = _words(view, view.items(number), alone.first, alone.end, alone)
        yield Forecast(
            id="o",
            why=alone.why,
            by=found.by,
            what=what if named else view.words(found.span.start, found.span.end),
            made=_made(view, found.span),
            horizon=found.horizon,
            evidence=merged((found.span, *named)),
        )


def _phrase_alone(view: View, cues: Cues, number: int, found: Phrased) -> Foresight | None:
    """Return a set phrase with whom its pronouns mean; ``None`` where it points at words before."""
    items = view.items(number)
    first, end = (
        bisect_left(items, at, key=lambda item: item.start)
        for at in (found.span.start, found.span.end)
    )
    told = Foresight(found.by, first, end, f"phrase:{found.name.replace('_', ' ')}")
    if not tells_news(view) or first >= end:
        return told
    return None if is_cloudy(view, cues, items, told, first) else told_out(view, cues, items, told)


def _plain(
    view: View, cues: Cues, number: int, told: list[tuple[int, Forecast]]
) -> Iterator[Forecast]:
    """Yield what is said in plain words to come of which nothing else is made."""
    items = view.items(number)
    taken = [span for _, forecast in told for span in forecast.evidence]
    for found in plainly(view, cues, number):
        span = span_of(view, items, found.first, found.end)
        if span is None or any(other.overlaps(span) for other in taken):
            continue
        forecast = _alone(view, cues, items, found)
        if forecast is not None:
            yield forecast


def _was_foreseen(found: Forecast) -> bool:
    """Tell whether a story looks back on a foresight of which it does not say what came."""
    kind, _, cue = (found.why or "").partition(":")
    if found.outcome != "open" or kind != "foresee":
        return False
    before = found.what.lower().split(cue)[0].split()
    return "had" in before[-3:]


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
        forecast = _alone(view, cues, items, _without_bullet(items, foresight))
        if forecast is not None:
            end = foresight.end
            yield forecast


def _alone(view: View, cues: Cues, items: Items, begun: Foresight) -> Forecast | None:
    """Return a foresight with its ends mended; ``None`` where it cannot be read alone."""
    told = whole(view, items, begun)
    if told is not None:
        told = standing(view, cues, items, told, max(begun.first, told.first))
    if told is None or ends_empty(view, cues, items, told) or is_unreal(items, told):
        return None
    return _forecast(view, items, told, pointed_at(view, cues, items, told))


def _forecast(
    view: View, items: Items, found: Foresight, beside: Span | None = None
) -> Forecast | None:
    parts = [(found.first, found.end)]
    if found.gap is not None:
        parts = [(found.first, found.gap[0]), (found.gap[1], found.end)]
    spans = tuple(span_of(view, items, *part) for part in parts)
    told = merged(span for span in spans if span is not None)
    what = " ".join(_words(view, items, *part, found) for part in parts)
    if not told or not what or is_broken_off(view, items, found):
        return None
    if len(what.split()) > _MOST or is_open_holder(view, found):
        return None
    clause = told[-1]
    if found.by is None and is_nobodys(view, clause):
        return None
    holder = cut_holder(view, items, found)
    if holder is not None:
        said = with_holder(view, clause, holder)
        if said is None or found.gap is not None:
            return None
    else:
        said = with_source(view, clause, found.by) if found.gap is None else None
    if said is not None:
        before, behind = view.text[said.start : clause.start], view.text[clause.end : said.end]
        what, told = " ".join(f"{before}{what}{behind}".split()), (said,)
    named = [one.named for one in found.antecedents]
    named += [beside] if beside is not None and not named else []
    evidence = merged((*told, *named))
    return Forecast(
        id="o",
        why=found.why,
        by=found.by if holder is None else None,
        what=what,
        made=_made_within(view, clause, found) or _made(view, clause),
        horizon=horizon_of(view, _behind_cue(view, clause, found))
        or opening_horizon(view, told[0]),
        evidence=evidence,
    )


def _words(view: View, items: Items, first: int, last: int, found: Foresight) -> str:
    """Return the words of items, with the pronoun replaced by whom it stands for in brackets."""
    stands = next((one for one in found.antecedents if first <= one.at < last), None)
    if stands is None:
        return words_of(view, items, first, last, most=_MOST + 1)
    before = words_of(view, items, first, stands.at, most=_MOST)
    behind = _words(view, items, stands.at + 1, last, found)
    name = view.words(stands.named.start, stands.named.end)
    if stands.owns:
        name += "'" if name.endswith("s") else "'s"
    return in_brackets(before, name, behind)


def _behind_cue(view: View, clause: Span, found: Foresight) -> Span:
    """Return a clause from its verb of foreseeing on: before that stands when it was foreseen."""
    kind, _, cue = found.why.partition(":")
    if found.why == "expected to":
        at = view.text.find(" to ", clause.start, clause.end)
        return Span(at, clause.end) if at >= 0 else clause
    at = view.text.lower().find(cue, clause.start, clause.end) if kind == "foresee" else -1
    if at < 0:
        return clause
    that = view.text.find(" that ", at, min(clause.end, at + _ASIDE))
    return Span(that if that >= 0 else at, clause.end)


def _made_within(view: View, clause: Span, found: Foresight) -> When | None:
    """Return the date between the verb and what is foreseen: "predicted in March that …"."""
    kind, _, cue = found.why.partition(":")
    at = view.text.lower().find(cue, clause.start, clause.end) if kind == "foresee" else -1
    that = view.text.find(" that ", at, min(clause.end, at + _ASIDE)) if at >= 0 else -1
    dates = [when for _, when in view.dates_within(at, that)] if that > at else []
    return next((when for when in dates if when.type == "date"), None)


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
