"""Which dates and durations of a sentence answer: those of what was done, not of who said so."""

from __future__ import annotations

import re

from communique.ask.candidates import ENOUGH, Candidate, Search
from communique.ask.contacts.lengths import is_length
from communique.ask.contacts.slots import dates_in
from communique.ask.lexicon import lexicon
from communique.ask.reports.pages import Line, Page
from communique.ask.wording import wording
from communique.ask.words import words as words_in
from communique.model.days import days_of
from communique.model.span import Spans
from communique.model.when import When

_WORDING = wording("contacts/dating")

Dated = tuple[str, str, str, Spans, float]
"""Slot, value to compare by, value to show, its words, and what they count."""


def dated_in(search: Search, page: Page, line: Line, words: str, *, duration: bool) -> list[Dated]:
    """Return the dates, or durations, that stand in a sentence."""
    found = [when for when in dates_in(page, line) if (when.type == "duration") == duration]
    if duration:
        found = [when for when in found if _took(search, page, line, when)]
    until = search.question.text.lower().startswith(("until", "till"))
    if duration and not found and search.question.future:
        found = [when for when in dates_in(page, line) if _is_end(page, line, when)]
    if duration and not found:
        found = [when for when in dates_in(page, line) if _is_from_to(page, line, when)]
    vague = _UNTIL if until else lexicon().patterns["so-long" if duration else "some-time"]
    if not duration and not found and search.question.future and _ONCE.search(words):
        return [("words", words.casefold(), words, (line.span,), 0.8)]
    if not found and vague.search(words):
        return [("words", words.casefold(), words, (line.span,), 0.85)]
    return [
        (
            "duration" if duration else "date",
            when.value or when.raw,
            when.raw,
            when.evidence,
            _DATELINE
            if _is_in_dateline(page, line, when)
            else 0.95
            * _of_deed(search, page, line, when)
            * _since(search, page, line, when)
            * _over(search, page, when),
        )
        for when in found
    ]


def _over(search: Search, page: Page, when: When) -> float:
    """Return what a date counts that is still to come where what was done is asked for.

    Of what was put off or extended it is asked to which day, which may be to come. A day that had
    gone by when a report came out is not when something will be done; "Friday" may be the next one.
    """
    question = search.question
    if question.future and not question.past:
        gone = (days := days_of(when)) and page.days and days[1] < page.days[0]
        gone = gone and not _WEEKDAY.search(when.raw)
        return _GONE if gone else 1.0
    if not question.past or question.future or _AIMED.search(question.text):
        return 1.0
    days = days_of(when)
    later = days and page.days and days[0] > page.days[1]
    return _TO_COME if later or _NEXT.match(when.raw) else 1.0


_NEXT = _WORDING.pattern("next")
_AIMED = _WORDING.pattern("aimed")
#: What else something yet to be done waits for.
_ONCE = _WORDING.pattern("once")
#: What a date counts that is still to come, where what was done is asked for.
_TO_COME = 0.55
#: What one counts that had gone by, where what will be done is asked for.
_GONE = 0.5
_WEEKDAY = _WORDING.pattern("weekday")


def _since(search: Search, page: Page, line: Line, when: When) -> float:
    """Return what a date counts by whether something goes on since or until then, if asked so."""
    if _UNTIL_ASKED.match(search.question.text):
        before = line.span.of(page.text)[: when.evidence[0].start - line.span.start]
        return 1.0 if _UNTIL_THEN.search(before) else _NOT_SINCE
    asked = search.question.text.lower()
    if not asked.startswith(("since when", "by when")):
        return 1.0
    before = line.span.of(page.text)[: when.evidence[0].start - line.span.start]
    if asked.startswith("by when"):
        return 1.0 if _BY.search(before) or _BY.search(when.raw) else _NOT_BY
    return 1.0 if _SINCE.search(before) else _NOT_SINCE


_SINCE = _WORDING.pattern("since")
_FROM_TO = _WORDING.pattern("from-to")
_UNTIL_ASKED = re.compile(r"(?i)(?:until|till) when\b")
#: What a date counts since which nothing is told to go on, and one that is no last day.
_NOT_SINCE, _NOT_BY = 0.75, 0.6
_BY = _WORDING.pattern("by")


def _is_from_to(page: Page, line: Line, when: When) -> bool:
    """Tell whether a date is one from one day to another, which is how long something takes."""
    before = line.span.of(page.text)[: when.evidence[0].start - line.span.start]
    first, _, last = (when.value or "").partition("/")
    return last > first and _FROM_TO.search(before) is not None


def _is_end(page: Page, line: Line, when: When) -> bool:
    """Tell whether a date is that until which something goes on."""
    before = line.span.of(page.text)[: when.evidence[0].start - line.span.start]
    return when.type != "duration" and _UNTIL_THEN.search(before) is not None


_UNTIL_THEN = _WORDING.pattern("until-then")


def _took(search: Search, page: Page, line: Line, when: When) -> bool:
    """Tell whether a duration may be how long something took, not a time until now.

    Of a contact it must stand where lengths of contacts do.
    """
    before = line.span.of(page.text)[: when.evidence[0].start - line.span.start]
    if is_window(when) or (is_distance(page, line, when) and not _FOR.search(before)):
        return False
    if search.question.past and not search.question.future and _UP_TO.search(before):
        return False
    return (
        not search.question.contact
        or is_length(page, line, when)
        or _FOR.search(before) is not None
    )


def is_window(when: When) -> bool:
    """Tell whether a duration is a time until now ("the past months"), or of no length."""
    return _WINDOW.search(when.raw) is not None


#: What stands before a length that is only threatened ("faces up to ten years").
_UP_TO = _WORDING.pattern("up-to")


def is_distance(page: Page, line: Line, when: When) -> bool:
    """Tell whether a duration is how long before or after something else it was."""
    return _AWAY.match(line.span.of(page.text), when.evidence[-1].end - line.span.start) is not None


_AWAY = _WORDING.pattern("away")
#: A time until now, or of no length; what stands before a length.
_WINDOW = _WORDING.pattern("window")
_FOR = _WORDING.pattern("for")


def exact_first(found: list[Candidate]) -> list[Candidate]:
    """Return dates with days before the weeks and months that sentences tell."""
    if not any(each.score >= ENOUGH and _is_day(each.key) for each in found):
        return found
    return [
        each
        if each.slot != "date" or each.sure or _is_day(each.key)
        else each.scored(_VAGUER * each.score)
        for each in found
    ]


def _is_day(key: str) -> bool:
    return _DAY.match(key) is not None


_DAY = re.compile(r"[\dX]{4}-\d\d-\d\d")
#: What a date counts that names no day where another one does.
_VAGUER = 0.85
_UNTIL = _WORDING.pattern("until")


def _of_deed(search: Search, page: Page, line: Line, when: When) -> float:
    """Return what a date counts by whether it is that of what was done.

    That on which somebody said so is not; of several, the nearest behind the word for it is.
    """
    if search.question.kind != "when":
        return 1.0
    text, at = line.span.of(page.text), when.evidence[0].start - line.span.start
    if _SAID.search(text) and lexicon().patterns["said-on"].search(text[:at]) and at:
        return _SAID_ON
    others = [
        other.evidence[0].start - line.span.start
        for other in dates_in(page, line)
        if other.type != "duration"
    ]
    if len(others) < 2:
        return 1.0
    coverage = search.coverage
    terms = [t for t in coverage.terms if t.stem.split()[0] == search.question.verb]
    told = [
        word.end
        for word in words_in(text)
        for term in terms or coverage.terms
        if coverage.term_in(term, {word.stem}, frozenset())
    ]
    if not told:
        return 1.0

    def far(start: int) -> int:
        return min(start - end if start >= end else _BACK * (end - start) for end in told)

    return 1.0 if far(at) == min(map(far, others)) else _SAID_ON


_SAID = _WORDING.pattern("said")
#: What the day counts on which something was only said, and one of something else.
_SAID_ON = 0.6
#: How much farther off a date counts that stands before what was done.
_BACK = 2


def _is_in_dateline(page: Page, line: Line, when: When) -> bool:
    """Tell whether a date stands over what a sentence tells: "VARN, May 15 (Agency) - ..."."""
    match = _DATED_LINE.match(line.span.of(page.text))
    return match is not None and when.evidence[0].end <= line.span.start + match.end()


_DATED_LINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ/ .'’,-]+(?:\([^)]*\))?.{0,60}?\s[-–—]{1,2}\s")
#: What the date of a report counts where a sentence behind it tells of something.
_DATELINE = 0.6
