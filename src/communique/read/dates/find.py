"""Finds temporal expressions sentence by sentence and reads them in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from communique.model import Section, Span, When
from communique.read.dates import (
    anaphora,
    clocks,
    heads,
    lengths,
    nights,
    numeric,
    pointing,
    ranges,
    stated,
)
from communique.read.dates.instants import as_day, interval_of
from communique.read.dates.lexicon import Language, Rule, language_of
from communique.read.dates.numbers import DIGITS
from communique.read.dates.scene import Found, Scene, Sense
from communique.read.dates.sieve import is_date, is_name
from communique.read.dates.unseen import Seen, has_unseen

Reading = Callable[[Found, Scene], Sense | None]

#: What each kind of rule in ``read/data/dates`` is read by.
READINGS: dict[str, Reading] = {
    "afterwards": pointing.afterwards,
    "anchored": anaphora.anchored,
    "calendar": stated.calendar,
    "century": stated.century,
    "clock": clocks.clock,
    "coming": lengths.coming,
    "current": pointing.current,
    "dayclock": clocks.clock,
    "dayoff": anaphora.day_off,
    "daypart": pointing.day_part,
    "days": ranges.days,
    "decade": stated.decade,
    "duration": lengths.length,
    "fiscal": stated.fiscal,
    "half": stated.half,
    "holiday": stated.holiday,
    "hours": nights.hours,
    "month": stated.month,
    "night": nights.night,
    "none": lengths.none,
    "nth": pointing.nth,
    "numeric": numeric.numeric,
    "offset": pointing.offset,
    "often": lengths.often,
    "past": lengths.past,
    "period": pointing.period,
    "quarter": stated.quarter,
    "reference": lengths.reference,
    "relative": pointing.relative,
    "samequarter": pointing.same_quarter,
    "schoolyear": stated.school_year,
    "season": stated.season,
    "set": lengths.recurring,
    "shift": pointing.shift,
    "spans": lengths.spans,
    "spelt": stated.spelt,
    "stretch": ranges.stretch,
    "styles": ranges.styles,
    "then": anaphora.then,
    "unit": pointing.unit,
    "weekday": pointing.weekday,
    "weekdays": ranges.weekdays,
    "weekof": stated.week_of,
    "year": stated.year,
    "yearago": pointing.year_ago,
    "yearend": pointing.year_end,
    "years": stated.years,
}


def find_dates(
    text: str,
    sentences: Iterable[Span],
    published: str | None,
    sections: Sequence[Section] = (),
    language: str | None = None,
    date_order: str | None = None,
    title: str | None = None,
) -> tuple[When, ...]:
    """Return every temporal expression of the sentences, in order, apart.

    Args:
        text: The body.
        sentences: Where to look, in order; a sentence is never left. Header lines may be
            among them.
        published: ISO date or date-time of publication: the anchor of "yesterday" and of
            dates without a year. Without it such dates stay open (``XXXX-05-03``).
        sections: Sections of the body. A full date in a section's heading is the anchor
            of the expressions in it.
        language: BCP 47 tag.
        date_order: ``day-first`` or ``month-first`` for figures such as 03/05/2031; without
            it the figures themselves decide, and what stays open keeps both readings
            (``[2031-03-05,2031-05-03]``).
        title: Its title. A day of the week before the publication that it ends with, or that is
            a line by itself in the head of the text, is the day on which all was said.
    """
    if has_unseen(text):
        return _as_seen(text, sentences, published, sections, language, date_order, title)
    known = language_of(language)
    printed, text = text, text.translate(DIGITS)  # character for character
    order = numeric.order_of(text, date_order)
    headings = _heading_days(sections, known, order)
    said = _said_on(text, title, as_day(published), known, order)
    scene = Scene(text, published, sections, headings, said)
    found: list[When] = []
    for sentence in sentences:
        for match in _chosen(text, sentence, known, order):
            scene.enter(match.span.start)
            sense = READINGS[match.gives](match, scene)
            if sense is not None:
                found.extend(_whens(printed, match, sense))
                if not _is_compared(match):
                    scene.note(sense, match.span.end)
    return tuple(sorted(found, key=lambda when: when.evidence))


def _as_seen(
    text: str,
    sentences: Iterable[Span],
    published: str | None,
    sections: Sequence[Section],
    language: str | None,
    date_order: str | None,
    title: str | None,
) -> tuple[When, ...]:
    """Return the expressions of a text with marks without width, as its reader sees it."""
    seen = Seen(text)
    shown = [span for sentence in sentences if (span := seen.inside(sentence))]
    parts = [
        replace(section, start=span.start, end=span.end)
        for section in sections
        if (span := seen.inside(Span(section.start, section.end)))
    ]
    whens = find_dates(seen.text, shown, published, parts, language, date_order, title)
    places = [tuple(map(seen.printed, when.evidence)) for when in whens]
    return tuple(
        replace(when, evidence=spans, raw=spans[0].of(text))
        for when, spans in zip(whens, places, strict=True)
    )


def _is_compared(match: Found) -> bool:
    """Tell whether a date is a point of comparison, not what is told of: "a year earlier"."""
    return match.gives in {"shift", "yearago"} or not {"ago", "ago2"}.isdisjoint(match.groups)


def _heading_days(
    sections: Sequence[Section], language: Language, order: str | None
) -> dict[int, date]:
    """Return the dates that stand in full in the headings of sections, by section start."""
    days: dict[int, date] = {}
    for section in sections:
        for _, day in _full_days(section.heading or "", language, order):
            days[section.start] = day
    return days


def _full_days(words: str, language: Language, order: str | None) -> Iterator[tuple[Span, date]]:
    """Yield the days that stand in full in words apart from the text."""
    scene = Scene(words, None)
    for match in _chosen(words, Span(0, len(words)), language, order) if words else ():
        sense = READINGS[match.gives](match, scene)
        if sense and sense.day and sense.unit == "day" and sense.basis == "stated":
            yield match.span, sense.day


def _said_on(
    text: str, title: str | None, published: date | None, language: Language, order: str | None
) -> date | None:
    """Return the day that the title or a line of the head names, if it may be that of the text."""
    if published is None:
        return None
    for words in (*heads.ends_of_title(title), *heads.lines_of_head(text)):
        for span, day in _full_days(words, language, order):
            if heads.is_all(words, span.start, span.end) and heads.may_be_of(day, published):
                return day
    return None


def _whens(text: str, match: Found, sense: Sense) -> Iterator[When]:
    """Yield the expressions of a match as the model has them."""
    for part in (sense, *sense.more):
        span = part.span or match.span
        yield When(
            raw=span.of(text),
            type=part.type,
            value=part.value,
            interval=interval_of(part.value) if part.type in {"date", "time"} else None,
            basis=part.basis,
            anchor=part.anchor,
            evidence=(span,),
        )


def _chosen(text: str, sentence: Span, language: Language, order: str | None) -> Iterator[Found]:
    """Yield the matches that are kept: from the left, the longest at each place."""
    classes = language.classes(text[sentence.start : sentence.end])
    if not classes:
        return
    matches = [
        match
        for index, rule in enumerate((*numeric.RULES, *language.rules))
        if rule.may_match(classes)
        for match in _matches(text, sentence, language, rule)
    ]
    matches.sort(key=lambda match: (match.span.start, -match.span.end))
    end = 0
    for match in matches:
        if match.span.start >= end and is_date(match, text) and not is_name(match, text):
            end = match.span.end
            yield numeric.ordered(match, order)


def _matches(text: str, sentence: Span, language: Language, rule: Rule) -> Iterator[Found]:
    for match in rule.pattern.finditer(text, sentence.start, sentence.end):
        groups = {name: raw for name, raw in match.groupdict().items() if raw is not None}
        places = {name: match.span(name) for name in groups}
        expression = next((name for name in ("expr", "expr2") if name in groups), None)
        whole = expression is None or rule.gives == "days"
        start, end = match.span() if whole else places[expression or ""]
        if end == sentence.end and text[end - 1] == "." and text[end - 3 : end - 2] != ".":
            end -= 1  # the sentence's stop, not that of "Oct." or "p.m."
        span = Span(start, end)
        groups[""] = match[0]
        yield Found(rule.gives, span, groups, places, language, sentence)
