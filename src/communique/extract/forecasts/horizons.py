"""By when something is foreseen."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange

from msgspec.structs import replace

from communique.extract.clauses import QUOTES, STRONG
from communique.extract.forecasts.cues import cues_for
from communique.extract.forecasts.foresights import lies_ahead
from communique.extract.modality import Items
from communique.extract.view import View
from communique.model import Span, When

_PARTED = 1  # commas between a date and the clause behind it
_BEFORE = frozenset(
    {
        "and",
        "but",
        "by",
        "over",
        "during",
        "in",
        "within",
        "until",
        "till",
        "after",
        "before",
        "from",
        "that",
        ",",
        "“",
    }
)
_COMPARED = re.compile(
    r"(?<!be )\b(?:back\s+in|over|than|from|since|beyond|instead\s+of|after\s+\w+ing\s+in"
    r"|compared\s+(?:with|to))\s+$",
    re.IGNORECASE,
)
_SPAN_TO_COME = re.compile(r"(?:the\s+)?(?:next|coming)\b", re.IGNORECASE)
_OWNED = re.compile(r"['’]s?\b")  # "one day's work"
_GENITIVE = re.compile(r"\w['’]s\s+$")
_RATIO = re.compile(r"\d+:\d+")
_LAST_WORD = re.compile(r"(\w+)\s+$")
_SUPERLATIVE = re.compile(
    r"\bthe\s+(most|least|first|best|worst|\w+est)\b|\b(than)\b", re.IGNORECASE
)
_AFTER = re.compile(r"\bafter\s+$", re.IGNORECASE)
_MONTH = 7  # letters of a month: 2031-05
_NEAR = 24  # characters before a date
_NAME = re.compile(r" (?!I\b)[A-Z][a-z]")
_NEXT_WORD = re.compile(r"\s+(\w+)")


def horizon_of(view: View, clause: Span) -> When | None:
    """Return the last date or span of time of the clause that can be one to come."""
    inside = [when for _, when in view.dates_within(clause.start, clause.end)]
    terms = [when for when in reversed(inside) if _is_term(view, when, clause)]
    first = [
        when
        for when in terms
        if not _AFTER.search(
            view.text, max(0, when.evidence[0].start - _NEAR), when.evidence[0].start
        )
    ]
    return next((_to_come(view, when) for when in first or terms), None)


def _to_come(view: View, when: When) -> When:
    """Return a month without a year as the next of its name: "in November", told in March."""
    published, month = view.reading.report.published or "", when.value or ""
    named = len(month) == _MONTH and month[5:].isdigit() and not any(c.isdigit() for c in when.raw)
    if not named or month >= published[:_MONTH] or when.interval is None:
        return when
    year, number = int(month[:4]) + 1, int(month[5:])
    value = f"{year}-{number:02}"
    last = monthrange(year, number)[1]
    return replace(when, value=value, interval=(f"{value}-01", f"{value}-{last}"))


def opening_horizon(view: View, clause: Span) -> When | None:
    """Return the date of "by the end of May, …" right before the clause."""
    number = view.sentence_at(clause.start)
    if number is None:
        return None
    items = view.items(number)
    at = bisect_left(items, clause.start, key=lambda item: item.start)
    while at and items[at - 1].word in (",", "then", "beyond", "onwards", "onward"):
        at -= 1 + (items[at - 1].word == "beyond")  # "in 2032 and beyond, …"
    at = max(at, 0)
    if not at or items[at - 1].date < 0:
        return _of_sentence(view, items, at)
    date = items[at - 1].date
    while at and items[at - 1].date == date:
        at -= 1
    outer, inner = view.statement_at(items[at].start), view.statement_at(clause.start)
    same = outer is inner or (outer is None and inner is not None and inner.speaker is None)
    before = items[at - 1].word if at else ""
    when = view.reading.dates[date]
    told = same and (not at or before in _BEFORE) and lies_ahead(view, when)
    told = told and not when.raw.lower().startswith(("earlier", "last"))
    published, month = view.reading.report.published, when.value or ""
    if published is not None and len(month) == _MONTH and month < published[:_MONTH]:
        return None  # "in January | Ruiz predicted", told in May
    return when if told else None


def _of_sentence(view: View, items: Items, at: int) -> When | None:
    """Return the date of "In 2032, when the toll ends, …", a clause before ``items[at]``."""
    opens = at
    while opens and items[opens - 1].word not in STRONG and items[opens - 1].word not in QUOTES:
        opens -= 1
    first = opens + (items[opens].word in _BEFORE) if opens < len(items) else opens
    last = first
    while last < at and items[last].date >= 0 and items[last].date == items[first].date:
        last += 1
    commas = sum(item.word == "," for item in items[last:at])
    if last == first or items[last].word != "," or commas != _PARTED:
        return None
    when = view.reading.dates[items[first].date]
    past = when.raw.lower().startswith(("earlier", "last"))
    return when if lies_ahead(view, when) and not past else None


def _is_term(view: View, when: When, clause: Span) -> bool:
    """Tell whether a date says by when, and not how much or whose: "three years faster"."""
    span = when.evidence[0]
    lists = cues_for(view.lexicon).lists
    if _NAME.match(view.text, span.end):
        return False  # "the Good Friday Agreement"
    owned = _OWNED.match(view.text, span.end)
    owned = owned if when.type == "duration" or span.start == clause.start else None
    if owned or not lies_ahead(view, when):
        return False
    follows = _NEXT_WORD.match(view.text, span.end)
    if follows is not None and follows[1].lower() in lists["compared"] | lists["measures"]:
        return False  # "a year later", "the 2031 forecast"
    words, before = (
        " ".join(when.raw.lower().split()),
        _LAST_WORD.search(view.text, max(0, span.start - _NEAR), span.start),
    )
    behind = before[1].lower() if before is not None else ""
    if words in lists["no_terms"] and behind not in ("as", "by"):
        return False  # else "as soon as today"
    if when.type == "duration" and ("-" in words or behind == "after"):
        return False  # "5-year grants", "after two years of calm"
    if words.endswith("century") and behind not in ("by", "this", "next", "the"):
        return False  # "we will see a 21st century of peace"
    if words in lists["rates"] and behind not in ("in", "within", "for", "after"):
        return False  # "nine million a year"
    ahead = _SPAN_TO_COME.match(when.raw) is not None
    if when.type == "duration" and behind in ("for", "by") and not ahead:
        return False  # "will last for years", "delayed by several years"
    if _RATIO.fullmatch(words):
        return False  # "a return of 1:31"
    if view.lexicon.has(behind, "possessive") or words.startswith(("earlier", "last")):
        return False  # "its 2031 harvest"
    if _GENITIVE.search(view.text, max(0, span.start - _NEAR), span.start):
        return False  # "the bank's May forecast"
    if when.type == "duration" and behind == "in" and _is_superlative(view, clause, span):
        return False  # "the fewest in five decades"
    compared = _COMPARED.search(view.text, max(0, span.start - _NEAR), span.start)
    return compared is None or _SPAN_TO_COME.match(when.raw) is not None


def _is_superlative(view: View, clause: Span, date: Span) -> bool:
    """Tell whether the words before a length of time say what it is the most of."""
    nouns = cues_for(view.lexicon).lists["no_superlatives"]
    found = _SUPERLATIVE.finditer(view.text, clause.start, date.start)
    return any((match[1] or "").lower() not in nouns for match in found)
