"""The figures of a reading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import ClassVar

from msgspec.structs import replace as replaced

from communique.extract.figures.claimants import claimant_of, is_put, is_put_anew, thing_put
from communique.extract.figures.counted import is_elliptic, thing_around
from communique.extract.figures.labels import is_label, is_noise, noise_in, word_before
from communique.extract.figures.numbers import Number, numbers_in
from communique.extract.figures.tables import Tables, tables_for
from communique.extract.figures.things import thing_after
from communique.extract.lexicon import lexicon_for
from communique.extract.view import View
from communique.model import Claims, Figure, Span, When, merged

_DIGIT = re.compile(r"\d")
_SOON = 400
"""Characters behind a figure within which another is of the same thing."""
_AS_OF = ("of", "by", "in", "on", "since", "at", "for", "during")
_OLDEST = 110  # years of age
#: Before a number in a list of people and their ages: "Anna, 34; Tom, (22)".
_FAMILY = re.compile(r"[A-Z]\w+, \d{1,2}; (?:and )?[A-Z]\w+(?: [A-Z]\w+)?, $")
_NEXT_OF_FAMILY = re.compile(r"; (?:and )?[A-Z]\w+(?: [A-Z]\w+)?, \d{1,2}[;.)]")


class FigureExtractor:
    """Finds the figures of a reading."""

    gives: ClassVar[str] = "figures"
    needs: ClassVar[frozenset[str]] = frozenset()

    def extract(self, view: View, claims: Claims) -> Claims:
        """Return ``claims`` with ``figures`` filled, in the order of the text."""
        tables = tables_for(view.lexicon)
        found = [
            figure
            for number, sentence in enumerate(view.reading.sentences)
            if view.has_any(number, tables.hint)
            or _DIGIT.search(view.text, sentence.start, sentence.end)
            for figure in _figures(view, tables, sentence)
        ]
        found = list(_counted_anew(view, tables, found))
        numbered = tuple(replaced(f, id=f"f{n}") for n, f in enumerate(found, start=1))
        return replaced(claims, figures=numbered)


def _is_next(view: View, last: Figure | None, start: int) -> bool:
    """Tell whether a figure that counts something stands in this sentence or the one before."""
    one = view.sentence_at(last.evidence[-1].start) if last and last.unit is None else None
    other = view.sentence_at(start)
    return one is not None and other is not None and other - one <= 1


def _counted_anew(view: View, tables: Tables, figures: Iterable[Figure]) -> Iterator[Figure]:
    """Give "Chile puts the figure at 15" what was counted just before, and the words for it."""
    last: Figure | None = None
    for figure in figures:
        start = figure.evidence[0].start
        bare = not (figure.thing or figure.unit) and is_put_anew(view, start)
        bare = bare or (is_elliptic(tables, view.text, figure) and _is_next(view, last, start))
        if last and bare and start - last.evidence[-1].end <= _SOON:
            evidence = merged((*last.evidence, *figure.evidence))
            figure = replaced(figure, thing=last.thing, evidence=evidence)
        if figure.thing:
            last = figure
        yield figure


def _figures(view: View, tables: Tables, sentence: Span) -> Iterator[Figure]:
    noise = noise_in(view.text, sentence.start, sentence.end)
    for number in numbers_in(tables, view.text, sentence.start, sentence.end):
        if is_noise(noise, number.first, number.end):
            continue
        if (
            _is_time(view, number)
            or _is_mention(view, number)
            or (is_label(tables, view.text, number) and not _is_put(view, number))
            or _is_age(view, number)
            or _is_score(tables, view.text, number)
        ):
            continue
        figure = _figure(view, tables, number, sentence.end)
        if not _is_length(tables, figure):
            yield figure


def _is_put(view: View, number: Number) -> bool:
    """Tell "puts the toll at nine", which no noun follows, from other numbers that stand alone."""
    return number.spelt and number.unit is None and is_put(view, number.start)


def _is_score(tables: Tables, text: str, number: Number) -> bool:
    """Tell "test scores" from "scores of villages": plurals that count only before "of"."""
    word = text[number.first : number.end].lower()
    alone = word in tables.words.get("counted_of", ())
    return alone and not text[number.end : number.end + 4].strip().startswith("of")


def _is_length(tables: Tables, figure: Figure) -> bool:
    """Tell whether years or days are what is counted: "four quiet decades"."""
    last = (figure.thing or "").lower().split()[-1:]
    unit, family = tables.units.get(last[0], ("", "")) if last and not figure.unit else ("", "")
    return family == "duration" and unit in ("week", "month", "year", "decade", "century")


def _figure(view: View, tables: Tables, number: Number, end: int) -> Figure:
    thing, stop = thing_after(view.lexicon, tables, view.text, number, end)
    thing = thing or thing_put(view, number)
    if thing is None:
        thing, stop = thing_around(view.lexicon, tables, view.text, number, end)
        stop = max(stop, number.end)
    unit, family = tables.units.get((thing or "").lower(), (None, None))
    if family in ("money", "measure") and number.unit is None:
        number, thing = replace(number, unit=unit, end=stop), None  # "millions of dollars"
    return Figure(
        id="f",
        why=f"number:{number.family or ('words' if number.spelt else 'digits')}",
        raw=view.words(number.start, number.end),
        low=number.low,
        high=number.high,
        exact=number.exact,
        unit=number.unit,
        thing=thing,
        claimant=claimant_of(view, number),
        as_of=_as_of(view, stop, end),
        evidence=(Span(number.start, stop),),
    )


def _is_time(view: View, number: Number) -> bool:
    """Tell whether a number belongs to a date, a time, or a duration that counts nothing."""
    if number.family == "duration" and _is_term(view, number):
        return False
    around = view.dates_within(max(0, number.first - 60), number.end + 40)
    for _, when in around:
        span = when.evidence[0]
        if span.start < number.end and number.first < when.evidence[-1].end:
            return True
    return number.family == "duration"


def _is_term(view: View, number: Number) -> bool:
    """Tell whether a duration is what the sentence is about: "14 years in prison"."""
    return _terms(view.lexicon.language).match(view.text, number.end) is not None


@lru_cache(maxsize=16)
def _terms(language: str) -> re.Pattern[str]:
    """Return the pattern of what is behind a length of time that counts: "of gas", "in prison"."""
    table = lexicon_for(language).table("figures").get("terms", {})
    served, stocked = ("|".join(map(re.escape, table.get(n, ()))) for n in ("served", "stocked"))
    return re.compile(rf"\s+(?:(?:{served or '(?!)'})|of\s+(?:{stocked or '(?!)'}))\b")


def _is_age(view: View, number: Number) -> bool:
    """Tell whether a number behind a name is how old somebody is: "Lind, 49, said"."""
    if view.text[number.first - 2 : number.first] != ", " or number.unit or number.spelt:
        return False
    follows = view.text[number.end : number.end + 1]
    if follows not in (",", ")", ".", ";"):
        return False
    at = bisect_left(view.refs, number.first - 2, key=lambda ref: ref.end)
    ref = view.refs[at] if at < len(view.refs) else None
    actor = view.actors.get(ref.actor) if ref is not None and ref.end == number.first - 2 else None
    if actor is None and (number.high or 0) < _OLDEST:
        before = _FAMILY.search(view.text, max(0, number.first - 40), number.first)
        return (before or _NEXT_OF_FAMILY.match(view.text, number.end)) is not None
    return actor is not None and actor.kind == "person" and (number.high or 0) < _OLDEST


def _is_mention(view: View, number: Number) -> bool:
    """Tell whether a number is part of a mention of an actor: "the two presidents"."""
    at = bisect_left(view.refs, number.end, key=lambda ref: ref.start) - 1
    digit = _DIGIT.search(view.text, number.first, number.end)
    first = digit.start() if digit and number.family == "money" else number.first  # "US$ 27"
    return at >= 0 and view.refs[at].end > first


def _as_of(view: View, stop: int, end: int) -> When | None:
    """Return the date that follows a figure at once: "40 ships as of May", "in 2021"."""
    for _, when in view.dates_within(stop, min(end, stop + 40)):
        begin = when.evidence[0].start
        opened = begin - stop <= 8 and word_before(view.text, begin) in _AS_OF
        if opened or (begin - stop <= 1 and when.type == "date"):  # "61,000 a week ago"
            return when
    return None
